"""The part of `docs/tables.md` that describes every column, written from the row models.

``python -m pnet_paths.tables.documentation docs/tables.md`` writes it anew into that file.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..output import OutputFile
from .folder import packaged_folder, read_folder
from .models import TABLES, Row
from .models.row import card_heading
from .sheet import Sheet
from .starter import EXAMPLE

__all__ = ["BEGIN", "END", "columns_in_markdown", "replace_columns", "section"]

BEGIN = (
    "<!-- From here on written by `python -m pnet_paths.tables.documentation docs/tables.md` -->"
)
END = "<!-- to here -->"

_FACTORS = "a column a factor"
_CELLS = {
    "when": "the levels that fit, joined with `\\|`; blank: any",
    "profile": "one level; blank: not known",
}


def columns_in_markdown() -> str:
    """Return a section for each table: what a row is, its columns, and a row as example."""
    examples, _ = read_folder(packaged_folder(EXAMPLE))
    sections = (section(table, model, examples.get(table)) for table, model in TABLES.items())
    return "\n".join([BEGIN, "", *sections, END])


def replace_columns(text: str) -> str:
    """Return a document in which this part is up to date.

    Raises:
        ValueError: the lines that mark the part are missing.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the lines that say where the columns begin and end are missing")
    return f"{before}{columns_in_markdown()}{after}"


def section(table: str, model: type[Row], example: Sheet | None) -> str:
    """What one table holds, in Markdown, with the first row of an example."""
    left_out = " (may be left out)" if model.optional else ""
    one_row = f"One row is {model.one_row}.{f' {model.remark}' if model.remark else ''}"
    return "\n".join(
        [
            f"## {table}.csv{left_out}\n",
            f"{one_row}\n",
            "| column | holds | example |",
            "|---|---|---|",
            *_columns(model),
            "",
            *(["```csv", *_first_row(example), "```", ""] if example else []),
        ]
    )


def _columns(model: type[Row]) -> Iterator[str]:
    for name, field in model.columns().items():
        heading = card_heading(field)
        card = f'; on the card under "{heading}"' if heading else ""
        optional = "" if field.is_required() else " (optional)"
        examples = "".join(f"`{example}`" for example in field.examples or ())
        yield f"| {name}{optional} | {field.description}{card} | {examples} |"
    if model.factor_cells:
        yield f"| {_FACTORS} | {_CELLS[model.factor_cells]} | |"


def _first_row(sheet: Sheet) -> Sequence[str]:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([sheet.columns, sheet.rows[0]])
    return text.getvalue().splitlines()


if __name__ == "__main__":
    path = Path(sys.argv[1])
    OutputFile(path).write(replace_columns(path.read_text(encoding="utf-8")).encode())
