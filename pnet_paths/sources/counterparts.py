"""Treatments that another guide has under another name: the table ``treatments.csv``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..errors import GuideError
from ..tables.cells import Ids
from ..tables.folder import packaged_folder, read_folder
from ..tables.models.row import Needed, Row, Text, column
from ..tables.validation import CheckedTable

__all__ = ["Counterpart", "packaged_counterparts", "read_counterparts"]

_TABLE = "treatments"


class Counterpart(Row):
    """A treatment of one guide and what comes nearest to it in another that does not have it."""

    identity = ("guide", "treatment", "other_guide")
    one_row = "a treatment of one guide and what comes nearest to it in another"

    guide: Needed = column("the id of a guide", "second-guide")
    treatment: Needed = column("a treatment of it", "a_drug")
    other_guide: Needed = column("the id of a guide that does not have it", "first-guide")
    other_treatment: Needed = column("what comes nearest to it there", "its_regimen")
    note: Text = column("why", default="")


def read_counterparts(folder: Path) -> tuple[Counterpart, ...]:
    """The rows of ``treatments.csv`` in a folder; none where there is no such file.

    Raises:
        GuideError: everything that is wrong with the table, one line each.
    """
    sheets, unread = read_folder(folder, lambda table: Counterpart.columns())
    problems = [*unread.get(_TABLE, ())]
    rows: list[Row] = []
    if _TABLE in sheets:
        rows, problems = CheckedTable(_TABLE, Counterpart, sheets[_TABLE], Ids()).read()
    if problems:
        raise GuideError(problems)
    return tuple(row for row in rows if isinstance(row, Counterpart))


@cache
def packaged_counterparts() -> tuple[Counterpart, ...]:
    """The rows for the packaged guides."""
    return read_counterparts(packaged_folder("sources"))
