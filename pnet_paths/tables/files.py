"""The files of a guide's folder: those that are its tables, and those that only look so."""

from __future__ import annotations

import re
from pathlib import Path

from .models import TABLES

__all__ = ["other_formats", "table_files", "table_in_name"]

_OTHER = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".fods", ".numbers", ".txt", ".tsv", ".tab"}


def table_files(folder: Path) -> dict[str, list[Path]]:
    """Return the CSV files by table: one each, unless names differ only in capitals.

    A file that is not a table of a guide is listed by its own name; hidden files are left out.
    """
    files: dict[str, list[Path]] = {}
    for path in _visible(folder):
        if path.suffix.lower() == ".csv" and path.is_file():
            files.setdefault(_table(path.stem), []).append(path)
    return files


def other_formats(folder: Path) -> dict[str, Path]:
    """Return the files, such as workbooks, that have a table's name but are not CSV files."""
    files: dict[str, Path] = {}
    for path in _visible(folder):
        name = _table(path.name.split(".")[0])
        if path.suffix.lower() in _OTHER and name in TABLES:
            files.setdefault(name, path)
    return files


def table_in_name(name: str) -> str | None:
    """Return the table that a file's name mentions, the last one of several.

    >>> table_in_name("factors (1)"), table_in_name("My guide - steps"), table_in_name("notes")
    ('factors', 'steps', None)
    """
    words = re.findall(r"[^\W_]+", name.lower())
    return next((word for word in reversed(words) if word in TABLES), None)


def _table(stem: str) -> str:
    return stem.lower() if stem.lower() in TABLES else stem


def _visible(folder: Path) -> list[Path]:
    """Return all files but hidden ones and the locks of LibreOffice (.~lock) and Excel (~$)."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
