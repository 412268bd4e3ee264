"""Tables from pandas: removes what it adds to them, and reports what it loses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from .models import TABLES
from .sheet import Sheet
from .values import READ_AS_MISSING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["has_index_column", "lost_level_problems", "without_pandas_marks"]

_INDEX = re.compile(r"|Unnamed: 0(\.\d+)?")
_WHOLE = re.compile(r"(-?\d+)\.0")


def has_index_column(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Return True if the first column is an index as `DataFrame.to_csv` writes it.

    >>> has_index_column(["", "aim"], [["0", "cure"], []])
    True
    >>> has_index_column(["aim", "label"], [["0", "1"]])
    False
    """
    if len(header) < 2 or not _INDEX.fullmatch(header[0]):
        return False
    first = [row[0] for row in rows if any(row)]
    return bool(first) and all(map(str.isdecimal, first))


def without_pandas_marks(sheet: Sheet) -> Sheet:
    """Return a table without what pandas adds: an index column, and ".0" in whole numbers."""
    while sheet.columns and has_index_column(sheet.columns, sheet.rows):
        rows = tuple(row[1:] for row in sheet.rows)
        sheet = replace(sheet, columns=sheet.columns[1:], rows=rows, indexed=True)
    places = [place for place, name in enumerate(sheet.columns) if name not in _text_columns()]
    if not any(_WHOLE.fullmatch(row[place]) for row in sheet.rows for place in places):
        return sheet
    whole = frozenset(places)
    return replace(
        sheet,
        rows=tuple(
            tuple(
                _WHOLE.sub(r"\1", c) if i in whole and _WHOLE.fullmatch(c) else c
                for i, c in enumerate(row)
            )
            for row in sheet.rows
        ),
    )


@cache
def _text_columns() -> frozenset[str]:
    """Return the columns with text; the others have whole numbers or levels."""
    columns = (item for model in TABLES.values() for item in model.columns().items())
    texts = {name for name, field in columns if "int" not in str(field.annotation)}
    return frozenset(texts - {"level"})


def lost_level_problems(
    frames: Mapping[str, pd.DataFrame], sheets: Mapping[str, Sheet]
) -> list[str]:
    """Return a message for each missing cell that may have been a level such as "NA".

    Args:
        frames: the tables as pandas has them.
        sheets: all tables of the guide as text.
    """
    levels = dict(sheets["levels"].numbered_rows()).values() if "levels" in sheets else ()
    lost = {
        row["factor"]: row["level"]
        for row in levels
        if "factor" in row and row.get("level") in READ_AS_MISSING
    }
    return [
        f"{table}.csv, row {row}, column {column}: is missing (NaN), and {factor} has a level "
        f'"{lost[factor]}", which pandas reads so; read the table with '
        f'read_csv(keep_default_na=False), and write "" for any'
        for table, model in TABLES.items()
        if model.factor_cells and table in frames
        for factor in lost
        if (column := model.factor_column(factor))
        if (row := _first_missing(frames[table], sheets[table], column))
    ]


def _first_missing(frame: pd.DataFrame, sheet: Sheet, column: str) -> int | None:
    """Return the number of the first row without a value in a column."""
    places = [place for place, name in enumerate(sheet.columns) if name == column]
    missing = frame.iloc[:, places].isna().any(axis="columns")
    return next((row for row, is_lost in zip(sheet.numbers, missing, strict=True) if is_lost), None)
