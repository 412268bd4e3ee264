"""Read a folder of CSV files as tables of text; `models` checks the text of their cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from ..arguments import to_path
from ..errors import GuideError, NoGuideError
from .files import other_formats, table_files
from .frames import has_index_column, without_pandas_marks
from .models import TABLES, Row
from .sheet import Sheet
from .spreadsheets import header_of, is_comment, is_error, rows_of
from .values import cell_text, column_name

__all__ = ["PACKAGED", "folder_of", "packaged", "packaged_folder", "read_folder"]

PACKAGED = "cancer-net-2023"
_SAVE_AS = 'save it as "CSV UTF-8"'


def packaged_folder(name: str = PACKAGED) -> Path:
    """Return the folder of a packaged guide: inside an installed package, or beside a checkout."""
    package = Path(str(files("pnet_paths")))
    installed = package / "data" / name
    return installed if installed.is_dir() else package.parent / "data" / name


def packaged() -> list[str]:
    """The names of the guides that come with the package."""
    return sorted(path.parent.name for path in packaged_folder().parent.glob("*/guide.csv"))


def folder_of(name: str | Path) -> Path:
    """A guide's folder; the name of a packaged guide stands for its own, unless a folder has it."""
    path = to_path(name)
    return packaged_folder(str(name)) if not path.exists() and str(name) in packaged() else path


def read_folder(
    folder: Path,
    models: Mapping[str, type[Row]] = TABLES,
    as_printed: bool = False,
) -> tuple[dict[str, Sheet], dict[str, tuple[str, ...]]]:
    """Read every CSV file in ``folder`` as a table of text, without blank rows and comments.

    Args:
        folder: where the files are.
        models: the model of a row by the name of its table, those of a guide if left out.
        as_printed: whether 2.0 stays 2.0, which pandas makes of whole numbers.

    Returns:
        The tables that could be read, and for each other one what is wrong with its file.

    Raises:
        NoGuideError: the folder is missing or holds no CSV file.
    """
    if not folder.is_dir():
        names = ", ".join(packaged())
        raise NoGuideError(
            [f"{folder}: there is no such folder; a guide is a folder of CSV files, or {names}"]
        )
    csv_files, others = table_files(folder), other_formats(folder)
    if not csv_files:
        saved = f"; {_SAVE_AS}: {next(iter(others.values())).name}" if others else ""
        problem = f"{folder}: holds no CSV file; a guide is a folder of CSV files{saved}"
        raise NoGuideError([problem])
    sheets: dict[str, Sheet] = {}
    unread: dict[str, tuple[str, ...]] = {
        table: (f"{table}.csv: is missing; {path.name} is there and is not read: {_SAVE_AS}",)
        for table, path in others.items()
        if table not in csv_files
    }
    for table, paths in csv_files.items():
        if len(paths) > 1:
            names = " and as ".join(path.name for path in paths)
            unread[table] = (f"{table}.csv: is there as {names}; keep one of them",)
            continue
        columns = models[table].columns() if table in models else ()
        try:
            sheets[table] = _table(table, paths[0].read_bytes(), columns)
            if not as_printed:
                sheets[table] = without_pandas_marks(sheets[table])
        except GuideError as error:
            unread[table] = error.problems
    return sheets, unread


def _table(table: str, content: bytes, column_names: Collection[str]) -> Sheet:
    """The table that a file's bytes hold.

    Args:
        table: its name, for messages.
        content: the bytes.
        known: its columns.

    Raises:
        GuideError: everything that keeps it from being read, one line each.
    """
    file = f"{table}.csv"
    rows = [[cell_text(cell) for cell in row] for row in rows_of(content, file, column_names)]
    place = header_of(rows, column_names)
    if place is None:
        raise GuideError([f"{file}, row 1: the header is blank; it names the columns"])
    rows[place] = [column_name(name) for name in rows[place]]
    indexed = has_index_column(rows[place], rows[place + 1 :])
    while has_index_column(rows[place], rows[place + 1 :]):
        rows[place:] = [row[1:] for row in rows[place:]]
    header = rows[place]
    problems = [
        f"{file}, row {place + 1}: {problem}" for problem in _header_problems(header, column_names)
    ]
    if problems:
        raise GuideError(problems)
    body: dict[int, list[str]] = {}
    for number, cells in enumerate(rows[place + 1 :], start=place + 2):
        if not any(cells) or is_comment(cells):
            continue
        wrong = _row_problem(cells, header)
        if wrong:
            problems.append(f"{file}, row {number}: {wrong}")
        # Spreadsheets leave out the last cells of a row where they are blank.
        body[number] = [*cells, *[""] * len(header)][: len(header)]
    if problems:
        raise GuideError(problems)
    places = [place for place, name in enumerate(header) if name]
    filled = (tuple(cells[place] for place in places) for cells in body.values())
    columns = tuple(header[place] for place in places)
    return Sheet(columns, tuple(filled), tuple(body), indexed)


def _header_problems(header: list[str], column_names: Collection[str]) -> Iterator[str]:
    for name in sorted({name for name in header if name and header.count(name) > 1}):
        yield f'the column "{name}" stands there twice; keep one'
    if column_names and not any(name in column_names for name in header):
        meant = next((name for name in header if name.casefold() in column_names), "")
        if meant:
            yield f'"{meant}" is not a column; write "{meant.casefold()}", in small letters'
            return
        words = re.findall(r"\w+", header[0])
        if sum(word in column_names for word in words) > 1:
            sign = header[0].removeprefix(words[0])[0]
            yield f'"{sign}" stands between the columns; save it with commas, semicolons or tabs'
        else:
            names = ", ".join(column_names)
            yield f"names none of the columns ({names}); write them in a row above the others"


def _row_problem(cells: list[str], header: list[str]) -> str | None:
    has_name = [place < len(header) and bool(header[place]) for place in range(len(cells))]
    spare = [place for place, cell in enumerate(cells) if cell and not has_name[place]]
    if spare:
        return (
            f"has text in cell {spare[0] + 1}, where the header names no column; "
            "name the column, or put quotes around a text that holds a comma or semicolon"
        )
    if cells[0].startswith("#") and not is_error(cells[0]):
        return f'begins with "{cells[0]}"; a comment begins with a hash sign and a space'
    return None
