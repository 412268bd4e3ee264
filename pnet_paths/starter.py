"""A guide to start from: the tables of one, empty with comments or copied from another."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from .errors import PnetPathsError
from .schema import CONDITIONAL, REQUIRED_FACTS, TABLES
from .tables import packaged_folder, read_folder

__all__ = ["EXAMPLE", "start_guide"]

EXAMPLE = "example-toy"
"""The packaged guide whose rows are shown as examples."""

_ROWS = {
    "guide": "a fact about the guide; keep these three keys and say what they are",
    "sources": "a document that other tables cite by its id in source",
    "factors": "something that treatment depends on; propose = no where the person knows it "
    "already, sensitive = yes where no quiz should ask for it",
    "levels": "a value of a factor; each factor needs two or more",
    "impossible": "a combination that cannot occur; add a column for each factor",
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


def start_guide(folder: str | Path, source: str | Path | None = None) -> Path:
    """Make the folder of a new guide.

    Args:
        folder: must not exist yet, or be empty.
        source: the folder of a guide to copy; without one the tables hold comments only.

    Raises:
        PnetPathsError: the folder holds something already.
        GuideError: there is no guide in ``source``.
    """
    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise PnetPathsError(f"{target} is there already and not empty; name a new folder")
    if source is not None:
        frames, unread = read_folder(Path(source))
        target.mkdir(parents=True, exist_ok=True)
        for table in (*frames, *unread):
            shutil.copyfile(Path(source) / f"{table}.csv", target / f"{table}.csv")
        return target
    examples, _ = read_folder(packaged_folder(EXAMPLE))
    target.mkdir(parents=True, exist_ok=True)
    for table, columns in TABLES.items():
        example = examples[table].iloc[0]
        told = "; ".join(f"{name} = {cell}" for name, cell in example.items() if cell)
        rows = [list(columns), [f"# One row is {_ROWS[table]}."], [f"# For example: {told}"]]
        if table in CONDITIONAL:
            rows.append([_CELLS[CONDITIONAL[table]]])
        if table == "guide":
            rows += [[key, f"my {key}", "", ""] for key in REQUIRED_FACTS]
        with (target / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    return target
