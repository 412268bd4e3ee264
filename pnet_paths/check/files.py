"""Files of a guide's folder that look like tables and are not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..arguments import to_path
from ..tables.files import other_formats, table_files
from ..tables.folder import packaged_folder
from .finding import Finding

__all__ = ["unread_files"]


def unread_files(path: str | Path | None) -> Iterator[Finding]:
    """Workbooks and the like beside the CSV files of the same name."""
    folder = packaged_folder() if path is None else to_path(path)
    read = table_files(folder)
    for table, other in other_formats(folder).items():
        if table in read:
            sentence = f'{table}.csv is what is read. After a change here save it as "CSV UTF-8".'
            yield Finding("not-read", "note", other.name, (), sentence)
