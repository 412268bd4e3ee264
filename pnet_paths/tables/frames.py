"""Tables from pandas: what a frame may have lost of the file that it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .models import TABLES
from .sheet import Sheet
from .values import READ_AS_MISSING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["lost_levels"]


def lost_levels(frames: Mapping[str, pd.DataFrame], sheets: Mapping[str, Sheet]) -> list[str]:
    """Missing cells that may have held a level which pandas reads as missing: "NA", say.

    Args:
        frames: the tables as they were handed over.
        sheets: all tables of the guide, those among them, as text.
    """
    levels = dict(sheets["levels"].numbered()).values() if "levels" in sheets else ()
    found = {
        row["factor"]: row["level"]
        for row in levels
        if "factor" in row and row.get("level") in READ_AS_MISSING
    }
    return [
        f"{table}.csv, row {row}, column {factor}: is missing (NaN), and {factor} has a level "
        f'"{found[factor]}", which pandas reads so; read the table with '
        f'read_csv(keep_default_na=False), and write "" for any'
        for table, model in TABLES.items()
        if model.factor_cells and table in frames
        for factor in found
        if (row := _first_missing(frames[table], sheets[table], factor))
    ]


def _first_missing(frame: pd.DataFrame, sheet: Sheet, column: str) -> int | None:
    """The first row without a value in a column."""
    places = [place for place, name in enumerate(sheet.columns) if name == column]
    missing = frame.iloc[:, places].isna().any(axis="columns")
    return next((row for row, lost in zip(sheet.numbers, missing, strict=True) if lost), None)
