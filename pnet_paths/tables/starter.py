"""A guide to start from: the tables of one, empty with comments or copied from another."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd

from ..errors import GuideError, PnetPathsError
from .files import table_files
from .folder import packaged_folder, read_folder
from .schema import CONDITIONAL, REQUIRED_FACTS, SUPERSEDED, TABLES
from .spreadsheets import SEPARATORS, rows_of

__all__ = ["EXAMPLE", "start_guide"]

_NAMED = {"comma": ",", "semicolon": ";", "tab": "\t", r"\t": "\t"}

EXAMPLE = "example-toy"
"""The packaged guide whose rows are shown as examples."""

_ROWS = {
    "guide": "a fact about the guide; keep these three keys and say what they are",
    "sources": "a document that other tables cite by its id in source",
    "factors": "something that treatment depends on; propose = no where the person knows it "
    "already, sensitive = yes where no quiz should ask for it",
    "levels": "a value of a factor; each factor needs two or more",
    "impossible": "a combination that cannot occur; add a column for each factor",
    "unlikely": "a combination that can occur, but that questions leave out",
    "treatments": "a treatment; member_of names its group, also_form_of others that it counts "
    "among",
    "indications": "what is said of treatments, and when: ruled_out (beats every offer), usual, "
    "option, later or against, a no with the source's own words in label; add a column for each "
    "factor",
    "steps": "an arrow of the drawing; add a column for each factor",
    "combinations": "treatments that are named together: alone_or_together, together or "
    "within_a_plan; add a column for each factor (this table may be left out)",
    "aims": "what a treatment can be for; indications name it in aim (this table may be left out)",
    "team": "a person of the care team; treatments name them in given_by (this table may be left "
    "out)",
    "glossary": "a term that a newcomer stumbles on",
    "topics": "what is to be said around treatment; kind = consideration where treatment depends "
    "on it without a rule",
    "presets": "an example to start from; add a column for each factor",
    "cases": "a scene of a teaching case; add a column for each factor",
}

_CELLS = {
    "levels": "# In a factor's column a blank cell means any level, a|b means a or b.",
    "level": "# In a factor's column stands one level; a blank cell means not known.",
}


def start_guide(folder: str | Path, source: str | Path | None = None, separator: str = ",") -> Path:
    """Make the folder of a new guide. Its files open in Excel by double click.

    Args:
        folder: must not exist yet, or be empty.
        source: the folder of a guide to copy; without one the tables hold comments only.
        separator: what stands between two cells: "," or, where commas are for decimals, ";"; or
            a tab. Its name will do.

    Raises:
        PnetPathsError: the folder holds something already, or the separator is another one.
        GuideError: there is no guide in ``source``.
    """
    sign = _NAMED.get(separator.lower(), separator)
    if len(sign) != 1 or sign not in SEPARATORS:
        raise PnetPathsError(f'"{separator}" is not a separator (comma, semicolon, tab)')
    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise PnetPathsError(f"{target} is there already and not empty; name a new folder")
    if source is not None:
        read_folder(Path(source))  # says what is wrong where there is no guide
        target.mkdir(parents=True, exist_ok=True)
        for table, paths in table_files(Path(source)).items():
            _copy(paths[0], target / f"{table}.csv", table, sign)
        return target
    examples, _ = read_folder(packaged_folder(EXAMPLE))
    target.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        _write(target / f"{table}.csv", _first_rows(table, examples.get(table)), sign)
    return target


def _first_rows(table: str, examples: pd.DataFrame | None) -> list[list[str]]:
    """A header and comments that say what belongs there."""
    rows = [[name for name in TABLES[table] if name not in SUPERSEDED]]
    rows.append([f"# One row is {_ROWS[table]}."])
    if examples is not None:
        cells = examples.iloc[0].items()
        rows.append(
            [f"# For example: {'; '.join(f'{name} = {cell}' for name, cell in cells if cell)}"]
        )
    if table in CONDITIONAL:
        rows.append([_CELLS[CONDITIONAL[table]]])
    if table == "guide":
        rows += [[key, f"my {key}", "", ""] for key in REQUIRED_FACTS]
    return rows


def _copy(source: Path, target: Path, table: str, separator: str) -> None:
    """A file with all its rows and comments; as it is where it cannot be read."""
    content = source.read_bytes()
    try:
        rows = rows_of(content, target.name, TABLES.get(table, {}))
    except GuideError:
        target.write_bytes(content)
    else:
        _write(target, rows, separator)


def _write(path: Path, rows: Iterable[Sequence[str]], separator: str) -> None:
    # By the mark at its beginning Excel knows that a file is UTF-8.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=separator, lineterminator="\n").writerows(rows)
