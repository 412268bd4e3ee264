"""The folder of a new guide: empty tables with comments, or a copy of another guide."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..arguments import to_path, to_text
from ..errors import GuideError, PnetPathsError
from ..output import new_folder
from .files import table_files
from .folder import packaged_folder, read_folder
from .models import NEEDED_FACTS, TABLES, columns_of
from .sheet import Sheet
from .spreadsheets import SEPARATORS, rows_of

__all__ = ["EXAMPLE", "start_guide"]

_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", r"\t": "\t"}

EXAMPLE = "example-toy"
"""The packaged guide whose rows are shown as examples."""

_CELLS = {
    "when": "# In a factor's column a blank cell means any level, a|b means a or b.",
    "profile": "# In a factor's column stands one level; a blank cell means not known.",
}


def start_guide(folder: str | Path, source: str | Path | None = None, separator: str = ",") -> Path:
    """Create the folder of a new guide; its files open in Excel by double click.

    Args:
        folder: a folder that does not exist yet, or is empty.
        source: the folder of a guide to copy; without it the tables have only comments.
        separator: the character between two cells: ",", ";" (where commas are for decimals) or a
            tab; or its name.

    Raises:
        PnetPathsError: the folder is not empty, or the separator is not one of these.
        GuideError: there is no guide in ``source``.
    """
    sign = _SEPARATORS.get(to_text(separator, "separator").lower(), separator)
    if len(sign) != 1 or sign not in SEPARATORS:
        raise PnetPathsError(f'"{separator}" is not a separator (comma, semicolon, tab)')
    target = to_path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise PnetPathsError(f"{target} exists already and is not empty; name a new folder")
    origin = packaged_folder(EXAMPLE) if source is None else to_path(source)
    examples, _ = read_folder(origin)  # raises an error if there is no guide
    with new_folder(target) as place:
        if source is None:
            for table in TABLES:
                _write(place / f"{table}.csv", _first_rows(table, examples.get(table)), sign)
        else:
            for table, paths in table_files(origin).items():
                _copy(paths[0], place / f"{table}.csv", table, sign)
    return target


def _first_rows(table: str, examples: Sheet | None) -> list[list[str]]:
    """Return a header, and comments that say what belongs into the rows."""
    model = TABLES[table]
    rows = [list(model.columns())]
    left_out = " (this table may be left out)" if model.optional else ""
    rows.append([f"# One row is {model.one_row}{left_out}."])
    if examples is not None:
        _, example = next(examples.numbered_rows())
        cells = example.items()
        rows.append(
            [f"# For example: {'; '.join(f'{name} = {cell}' for name, cell in cells if cell)}"]
        )
    if model.factor_cells:
        rows.append([_CELLS[model.factor_cells]])
    if table == "guide":
        rows += [[key, f"my {key}", "", ""] for key in NEEDED_FACTS]
    return rows


def _copy(source: Path, target: Path, table: str, separator: str) -> None:
    """Copy a file with its rows and comments, or unchanged if it cannot be read."""
    content = source.read_bytes()
    try:
        rows = rows_of(content, target.name, columns_of(table))
    except GuideError:
        target.write_bytes(content)
    else:
        _write(target, rows, separator)


def _write(path: Path, rows: Iterable[Sequence[str]], separator: str) -> None:
    # Excel recognizes UTF-8 by the mark at the beginning of a file.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=separator, lineterminator="\n").writerows(rows)
