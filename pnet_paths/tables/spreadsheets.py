"""A CSV file as spreadsheets save it: from its bytes to rows of cells.

It knows their encodings, separators and habits, and nothing of what the cells say.
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
_LOOKED_AT = 20  # rows in which the header is looked for
_SURE = 2  # known names that make a row the header

_ERROR = re.compile(
    r"#[¡¿]?[\w/]+[!?]"  # #REF! #WERT! #DIV/0! #NOM? #¡VALOR!
    r"|#(?:N/?A|NV|N/D|N/B|I/T|Н/Д|YOK|GETTING_DATA|##+)"
    r"|(?:#?Err|Fehler|Erreur):?\d{3}",
    re.IGNORECASE,
)

Rows = list[list[str]]


def rows_of(content: bytes, file: str, known: Collection[str]) -> Rows:
    """The rows of a file, the header among them.

    Args:
        content: its bytes.
        file: its name, for messages.
        known: names that its columns may have; by them header and separator are recognized.

    Raises:
        GuideError: it is no text in UTF-8 or UTF-16, or no CSV file.
    """
    declared, text = _declared(_text(content, file), file)
    separator = _separator(text, declared, known)
    rows: Rows = []
    problem = ""
    try:
        rows.extend(_records(text, separator, strict=True))
    except csv.Error as error:
        problem = (
            f"row {len(rows) + 1}: is not a row of a CSV file ({error}); "
            "look for a quote that is not closed"
        )
    wrapped = _wrapped(rows, separator, known)
    if known and (problem or wrapped or _frayed(rows, known)):
        better, misfit = _unwrapped(text, known)
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


def header_of(rows: Sequence[Sequence[str]], known: Collection[str]) -> int | None:
    """The place of the row that names the columns; None where it is blank.

    It is the first one, unless that is a comment or blank, or a title above the row with the known
    names.
    """
    filled = [
        place
        for place, row in enumerate(rows[:_LOOKED_AT])
        if any(cell.strip() for cell in row) and not is_comment(row)
    ]
    named = [place for place in filled if _score(rows[place], known) >= _SURE]
    first = next((place for place, row in enumerate(rows) if not is_comment(row)), None)
    return next(iter(named), first if first in filled else None)


def is_comment(row: Sequence[str]) -> bool:
    """Whether a row is for people: its first cell begins with a hash sign and a blank.

    >>> is_comment(["# Later."]), is_comment(["#"]), is_comment(["#REF!"])
    (True, True, False)
    """
    return bool(row) and re.match(r"#(\s|$)", row[0].strip()) is not None


def is_error(cell: str) -> bool:
    """Whether a cell holds what a spreadsheet shows where a formula or a column fails.

    >>> [is_error(cell) for cell in ("#REF!", "#NAME?", "#NV", "#DIV/0!", "####", "#1", "Done!")]
    [True, True, True, True, True, False, False]
    """
    return _ERROR.fullmatch(cell) is not None


def _score(row: Sequence[str], known: Collection[str]) -> int:
    """How many known names a row has, which are in small letters."""
    return len({column_name(cell).casefold() for cell in row}.intersection(known))


# -- bytes ----------------------------------------------------------------------------------


def _text(content: bytes, file: str) -> str:
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
    # Without its mark UTF-16 still shows: each letter of the header has a zero beside it.
    head = content[:64]
    zeros = head[::2].count(0), head[1::2].count(0)
    if max(zeros) > len(head) // 4:
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    return "utf-8-sig"


# -- separators -----------------------------------------------------------------------------


def _declared(text: str, file: str) -> tuple[str, str]:
    """The separator of a first line such as ``sep=;``, as Excel has it, and the rest."""
    match = re.match(r'"?sep=([^\n])"?[,;\t"]*(?:\n|$)', text, re.IGNORECASE)
    if not match:
        return "", text
    if match[1] not in SEPARATORS:
        problem = f'row 1: "sep={match[1]}" is not a separator; save it with , or ; or tabs'
        raise GuideError([f"{file}, {problem}"])
    return match[1], text[match.end() :]


def _separator(text: str, declared: str, known: Collection[str]) -> str:
    """The one by which a row has most known names; else as declared; else the most frequent."""
    lines = (line for line in text.split("\n") if line.strip(f"{SEPARATORS} "))
    first = next(lines, "")
    order = sorted(SEPARATORS, key=lambda each: (each != declared, -first.count(each)))
    return max(order, key=lambda each: _best_score(text, each, known))


def _best_score(text: str, separator: str, known: Collection[str]) -> int:
    try:
        rows = list(islice(_records(text, separator, strict=False), _LOOKED_AT))
    except csv.Error:
        return 0
    return max((_score(row, known) for row in rows), default=0)


def _records(text: str, separator: str, strict: bool) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text), delimiter=separator, strict=strict)


# -- whole lines in column A ----------------------------------------------------------------


def _wrapped(rows: Rows, separator: str, known: Collection[str]) -> list[int]:
    """Rows of which all stands in the first cell, separators and all; a title may."""
    header = header_of(rows, known) or 0
    return [
        place
        for place, row in enumerate(rows)
        if place >= header
        and row
        and separator in row[0]
        and not any(row[1:])
        and not is_comment(row)
    ]


def _frayed(rows: Rows, known: Collection[str]) -> bool:
    """Whether a header is not found, or separators of another kind hang on it."""
    header = header_of(rows, known)
    if header is None or _score(rows[header], known) < _SURE:
        return True
    return any(cell.endswith(tuple(SEPARATORS)) for cell in rows[header])


def _unwrapped(text: str, known: Collection[str]) -> tuple[Rows, int | None]:
    """A table of which a spreadsheet took each line for one cell, if it can be told surely.

    A program that expects another separator does so, and cuts a line only where a text holds that
    one; joined again, the cells are the lines as they were. Only a quote at the beginning of a
    line is lost: the place of a row that does not fit therefore comes instead.
    """
    misfit = None
    for outer, inner in permutations(SEPARATORS, 2):
        try:
            cells = _records(text, outer, strict=True)
            joined = "\n".join(outer.join(row).rstrip(outer) for row in cells)
            rows = list(_records(joined, inner, strict=True))
        except csv.Error:
            continue
        header = header_of(rows, known)
        if header is None or _frayed(rows, known) or _wrapped(rows, inner, known):
            continue
        width = len(rows[header])
        long = (place for place, row in enumerate(rows) if any(row[width:]) and not is_comment(row))
        first = next(long, None)
        if first is None:
            return rows, None
        if misfit is None and joined.rstrip("\n") != text.rstrip("\n"):
            misfit = first
    return [], misfit
