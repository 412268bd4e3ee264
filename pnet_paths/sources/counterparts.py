"""Treatments that another guide has under another name: the table ``treatments.csv``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Annotated, cast

from ..tables.cells import Cell, one_of
from ..tables.folder import packaged_folder
from ..tables.models.row import Needed, Row, Text, column
from ..tables.reading import read_rows

__all__ = ["Counterpart", "by_guide", "packaged_counterparts", "read_counterparts"]

_WHEN = ("absent", "silent", "opposite")
When = Annotated[str, Cell(one_of(_WHEN, "a time"), lambda cell, ids: cell or "absent")]


class Counterpart(Row):
    """A treatment of one guide and what comes nearest to it in another that does not have it."""

    identity = ("guide", "treatment", "other_guide", "when")
    optional = True
    one_row = "a treatment of one guide and what comes nearest to it in another"
    remark = (
        "`silent`: where the other guide says nothing of the treatment here, and of what stands "
        "for it what the first one says of the treatment, the two agree. `opposite`: to name the "
        "one is to say no to the other."
    )

    guide: Needed = column("the id of a guide", "second-guide")
    treatment: Needed = column("a treatment of it", "a_drug")
    other_guide: Needed = column("the id of another guide", "first-guide")
    other_treatment: Needed = column("what comes nearest to it there", "its_regimen")
    when: When = column(
        "`absent` (or blank): the other guide has no such treatment; `silent` or `opposite`",
        "absent",
        default="absent",
    )
    note: Text = column("why", default="")


def read_counterparts(folder: Path) -> tuple[Counterpart, ...]:
    """The rows of ``treatments.csv`` in a folder; none where there is no such file.

    Raises:
        GuideError: everything that is wrong with the table, one line each.
    """
    rows = read_rows(folder, {"treatments": Counterpart})["treatments"]
    return tuple(cast("list[Counterpart]", rows))


@cache
def packaged_counterparts() -> tuple[Counterpart, ...]:
    """The rows for the packaged guides."""
    return read_counterparts(packaged_folder("sources"))


def by_guide(rows: Iterable[Counterpart], guide: str, when: str) -> dict[str, str]:
    """What stands in one guide for treatments of others, by their ids."""
    return {
        row.treatment: row.other_treatment
        for row in rows
        if (row.other_guide, row.when) == (guide, when)
    }
