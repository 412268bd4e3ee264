"""Ways to put a defect into the invented guide."""

from __future__ import annotations

import pandas as pd

INDICATION = {"why": "Because.", "basis": "stated"}
ARROW = {"kind": "answer", "basis": "stated"}


def with_rows(toy, table, *rows, drop=()):
    """The toy guide with rows more, or fewer (by index), in a table."""
    frame = toy.tables[table].drop(index=list(drop))
    cited = {"source": "book", "section": "Looking"}
    new = pd.DataFrame([{**dict.fromkeys(frame.columns, ""), **cited, **row} for row in rows])
    return toy.with_tables(**{table: pd.concat([frame, new], ignore_index=True)})


def changed(toy, table, row, **cells):
    frame = toy.tables[table]
    for column, text in cells.items():
        frame.loc[row, column] = text
    return toy.with_tables(**{table: frame})
