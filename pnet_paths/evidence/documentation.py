"""The part of `docs/evidence.md` that documents every column, written from the row models.

``python -m pnet_paths.evidence.documentation docs/evidence.md`` writes it anew into that file.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ..output import OutputFile
from ..tables.documentation import BEGIN, END, section
from ..tables.folder import packaged_folder, read_folder
from .models import TABLES

__all__ = ["columns_in_markdown", "replace_columns"]

_BEGIN = BEGIN.replace("tables.documentation docs/tables", "evidence.documentation docs/evidence")


def columns_in_markdown() -> str:
    """A section for each table: what a row is, its columns, and its first row."""
    sheets, _ = read_folder(packaged_folder("evidence"), TABLES, as_printed=True)
    sections = (section(table, model, sheets.get(table)) for table, model in TABLES.items())
    return "\n".join([_BEGIN, "", *sections, END])


def replace_columns(text: str) -> str:
    """A document with this part as it is now.

    Raises:
        ValueError: the document does not say where the part begins and ends.
    """
    before, begin, rest = text.partition(_BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the lines that say where the columns begin and end are missing")
    return f"{before}{columns_in_markdown()}{after}"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    OutputFile(path).write(replace_columns(path.read_text(encoding="utf-8")).encode())
