"""Tables beside a guide's own: all those of a folder, read and checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ..errors import GuideError
from .cells import Ids
from .folder import read_folder
from .models import Row
from .sheet import Sheet
from .validation import CheckedTable

__all__ = ["read_rows"]


def read_rows(
    folder: Path,
    models: Mapping[str, type[Row]],
    ids: Callable[[Mapping[str, Sheet]], Ids] = lambda sheets: Ids(),
    as_printed: bool = False,
) -> dict[str, list[Row]]:
    """The rows of some tables of a folder; none of an optional one that is not there.

    Args:
        folder: where their files are; others there are not looked at.
        models: the model of a row by the name of its table.
        ids: the ids that the tables define.
        as_printed: whether 2.0 stays 2.0, which pandas makes of whole numbers.

    Raises:
        GuideError: everything that is wrong with the tables, one line each.
    """
    sheets, unread = read_folder(folder, models, as_printed)
    rows: dict[str, list[Row]] = {table: [] for table in models}
    problems = [problem for table in models for problem in unread.get(table, ())]
    known = ids(sheets)
    for table, model in models.items():
        if table in sheets:
            rows[table], wrong = CheckedTable(table, model, sheets[table], known).read()
            problems += wrong
        elif table not in unread and not model.optional:
            problems.append(f"{table}.csv: is missing in {folder}")
    if problems:
        raise GuideError(problems)
    return rows
