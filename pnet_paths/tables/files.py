"""Which files of a guide's folder hold its tables, and which only look as if they did."""

from __future__ import annotations

import re
from pathlib import Path

from .models import TABLES

__all__ = ["copied_table", "other_formats", "table_files"]

_OTHER = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods", ".numbers", ".txt", ".tsv", ".tab"}


def table_files(folder: Path) -> dict[str, list[Path]]:
    """The CSV files by the table they hold: one each, unless two differ in capitals only.

    A file that is no table of a guide comes under its own name; locks and hidden files do not.
    """
    found: dict[str, list[Path]] = {}
    for path in _visible(folder):
        if path.suffix.lower() == ".csv" and path.is_file():
            found.setdefault(_table(path.stem), []).append(path)
    return found


def other_formats(folder: Path) -> dict[str, Path]:
    """Files that hold a table's name and are no CSV files, such as workbooks."""
    found: dict[str, Path] = {}
    for path in _visible(folder):
        name = _table(path.name.split(".")[0])
        if path.suffix.lower() in _OTHER and name in TABLES:
            found.setdefault(name, path)
    return found


def copied_table(name: str) -> str | None:
    """The table that a file's name speaks of among other words; the last one of several.

    >>> copied_table("factors (1)"), copied_table("My guide - steps"), copied_table("notes")
    ('factors', 'steps', None)
    """
    words = re.findall(r"[^\W_]+", name.lower())
    return next((word for word in reversed(words) if word in TABLES), None)


def _table(stem: str) -> str:
    return stem.lower() if stem.lower() in TABLES else stem


def _visible(folder: Path) -> list[Path]:
    """All but hidden files and the locks that LibreOffice (.~lock) and Excel (~$) leave."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
