"""CSV files as spreadsheets save them: from bytes to rows of cells.

It knows encodings, separators and habits of spreadsheets, and nothing of the meaning of cells.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, permutations

from ..errors import GuideError
from .values import column_name

__all__ = ["SEPARATORS", "header_of", "is_comment", "is_error", "rows_of"]

SEPARATORS = ",;\t"
SAVE_AS = 'save it as "CSV UTF-8" (in LibreOffice: character set Unicode (UTF-8))'
_HEADER_ROWS = 20  # the header is among the first rows
_MIN_NAMES = 2  # valid column names that make a row the header

_ERROR = re.compile(
    r"#[¡¿]?[\w/]+[!?]"  # #REF! #WERT! #DIV/0! #NOM? #¡VALOR!
    r"|#(?:N/?A|NV|N/D|N/B|I/T|Н/Д|YOK|GETTING_DATA|##+)"
    r"|(?:#?Err|Fehler|Erreur):?\d{3}",
    re.IGNORECASE,
)

Rows = list[list[str]]


def rows_of(content: bytes, file: str, column_names: Collection[str]) -> Rows:
    """Return the rows of a file, with the header.

    Args:
        content: its bytes.
        file: its name, for messages.
        known: names that its columns may have; by them header and separator are recognized.

    Raises:
        GuideError: it is not text in UTF-8 or UTF-16, or not a CSV file.
    """
    declared, text = _split_declaration(_decode(content, file), file)
    separator = _separator(text, declared, column_names)
    rows: Rows = []
    problem = ""
    try:
        rows.extend(_records(text, separator, strict=True))
    except csv.Error as error:
        problem = (
            f"row {len(rows) + 1}: is not a row of a CSV file ({error}); "
            "look for a quote that is not closed"
        )
    wrapped = _one_cell_rows(rows, separator, column_names)
    if column_names and (problem or wrapped or _is_header_unclear(rows, column_names)):
        better, misfit = _unwrap(text, column_names)
        if better:
            return better
        if misfit is None and wrapped and not problem:
            misfit = wrapped[0]
        if misfit is not None:
            problem = (
                f"row {misfit + 1}: a spreadsheet has put the whole line into its first cell; "
                "take the file as it was before, and open it by Data > From Text/CSV"
            )
    if problem:
        raise GuideError([f"{file}, {problem}"])
    return rows


def header_of(rows: Sequence[Sequence[str]], column_names: Collection[str]) -> int | None:
    """Return the index of the header row; None if it is blank.

    It is the first row that is not a comment, unless that is a title above a row with column names.
    """
    filled = [
        place
        for place, row in enumerate(rows[:_HEADER_ROWS])
        if any(cell.strip() for cell in row) and not is_comment(row)
    ]
    named = [place for place in filled if _count_names(rows[place], column_names) >= _MIN_NAMES]
    first = next((place for place, row in enumerate(rows) if not is_comment(row)), None)
    return next(iter(named), first if first in filled else None)


def is_comment(row: Sequence[str]) -> bool:
    """Return True for a comment: its first cell begins with a hash sign and a space.

    >>> is_comment(["# Later."]), is_comment(["#"]), is_comment(["#REF!"])
    (True, True, False)
    """
    return bool(row) and re.match(r"#(\s|$)", row[0].strip()) is not None


def is_error(cell: str) -> bool:
    """Return True if a cell is the error that a spreadsheet shows for a formula or column.

    >>> [is_error(cell) for cell in ("#REF!", "#NAME?", "#NV", "#DIV/0!", "####", "#1", "Done!")]
    [True, True, True, True, True, False, False]
    """
    return _ERROR.fullmatch(cell) is not None


def _count_names(row: Sequence[str], column_names: Collection[str]) -> int:
    """Count the cells of a row that are column names."""
    return len({column_name(cell).casefold() for cell in row}.intersection(column_names))


# -- bytes ----------------------------------------------------------------------------------


def _decode(content: bytes, file: str) -> str:
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        before = _one_line_break(content[: error.start].decode(encoding, errors="ignore"))
        separator = _separator(before, "", ())
        row = sum(1 for _ in _records(f"{before}?", separator, strict=False))
        raise GuideError([f"{file}, row {row}: is not UTF-8 text; {SAVE_AS}"]) from None
    return _one_line_break(unicodedata.normalize("NFC", text))


def _one_line_break(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # UTF-16 without its mark: each letter of the header has a zero byte beside it.
    head = content[:64]
    zeros = head[::2].count(0), head[1::2].count(0)
    if max(zeros) > len(head) // 4:
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    return "utf-8-sig"


# -- separators -----------------------------------------------------------------------------


def _split_declaration(text: str, file: str) -> tuple[str, str]:
    """Return the separator of a first line such as ``sep=;``, which Excel reads, and the rest."""
    match = re.match(r'"?sep=([^\n])"?[,;\t"]*(?:\n|$)', text, re.IGNORECASE)
    if not match:
        return "", text
    if match[1] not in SEPARATORS:
        problem = f'row 1: "sep={match[1]}" is not a separator; save it with , or ; or tabs'
        raise GuideError([f"{file}, {problem}"])
    return match[1], text[match.end() :]


def _separator(text: str, declared: str, column_names: Collection[str]) -> str:
    """Return the separator that gives most column names, else the declared or most frequent."""
    lines = (line for line in text.split("\n") if line.strip(f"{SEPARATORS} "))
    first = next(lines, "")
    order = sorted(SEPARATORS, key=lambda each: (each != declared, -first.count(each)))
    return max(order, key=lambda each: _best_score(text, each, column_names))


def _best_score(text: str, separator: str, column_names: Collection[str]) -> int:
    try:
        rows = list(islice(_records(text, separator, strict=False), _HEADER_ROWS))
    except csv.Error:
        return 0
    return max((_count_names(row, column_names) for row in rows), default=0)


def _records(text: str, separator: str, strict: bool) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text), delimiter=separator, strict=strict)


# -- whole lines in column A ----------------------------------------------------------------


def _one_cell_rows(rows: Rows, separator: str, column_names: Collection[str]) -> list[int]:
    """Return the rows with all their text in the first cell, separators included."""
    header = header_of(rows, column_names) or 0
    return [
        place
        for place, row in enumerate(rows)
        if place >= header
        and row
        and separator in row[0]
        and not any(row[1:])
        and not is_comment(row)
    ]


def _is_header_unclear(rows: Rows, column_names: Collection[str]) -> bool:
    """Return True if there is no header, or its cells end in other separators."""
    header = header_of(rows, column_names)
    if header is None or _count_names(rows[header], column_names) < _MIN_NAMES:
        return True
    return any(cell.endswith(tuple(SEPARATORS)) for cell in rows[header])


def _unwrap(text: str, column_names: Collection[str]) -> tuple[Rows, int | None]:
    """Restore a table whose lines a spreadsheet has put into one cell each.

    A program that expects another separator does so, and cuts a line only where its text contains
    that one; joined again, the cells are the lines of the file. Only a quote at the beginning of a
    line is lost.

    Returns:
        The rows, empty if they cannot be restored; and then the index of a row that does not fit.
    """
    misfit = None
    for outer, inner in permutations(SEPARATORS, 2):
        try:
            cells = _records(text, outer, strict=True)
            joined = "\n".join(outer.join(row).rstrip(outer) for row in cells)
            rows = list(_records(joined, inner, strict=True))
        except csv.Error:
            continue
        header = header_of(rows, column_names)
        if (
            header is None
            or _is_header_unclear(rows, column_names)
            or _one_cell_rows(rows, inner, column_names)
        ):
            continue
        width = len(rows[header])
        long = (place for place, row in enumerate(rows) if any(row[width:]) and not is_comment(row))
        first = next(long, None)
        if first is None:
            return rows, None
        if misfit is None and joined.rstrip("\n") != text.rstrip("\n"):
            misfit = first
    return [], misfit
