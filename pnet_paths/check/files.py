"""Files and columns of a guide's folder that are not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..arguments import to_path
from ..tables.files import other_formats, table_files
from ..tables.folder import packaged_folder
from .checked_guide import CheckedGuide
from .finding import Finding

__all__ = ["ignored_index_columns", "unread_files"]


def unread_files(path: str | Path | None) -> Iterator[Finding]:
    """Yield workbooks and other files beside the CSV file of the same name."""
    folder = packaged_folder() if path is None else to_path(path)
    read = table_files(folder)
    for table, other in other_formats(folder).items():
        if table in read:
            sentence = f'{table}.csv is what is read. After a change here save it as "CSV UTF-8".'
            yield Finding("not-read", "note", other.name, (), sentence)


def ignored_index_columns(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield tables with an index of pandas as their first column, which is not read."""
    for table, sheet in checked.guide.sheets.items():
        if sheet.indexed:
            sentence = (
                "The first column has no name and counts the rows; it is not read. Save the table "
                "without it, in pandas with to_csv(index=False)."
            )
            yield Finding("not-read", "note", f"{table}.csv", (), sentence)
