"""What is wrong with the places in the drawing that rows name by rank and position."""

from __future__ import annotations

from collections.abc import Iterator

from .sheet import Sheet

__all__ = ["place_problems"]


def place_problems(table: str, sheet: Sheet) -> Iterator[str]:
    """A line for each row with half a place, or one for a table with half the columns."""
    there = [name for name in ("rank", "position") if name in sheet.columns]
    if len(there) == 1:
        other = "position" if there == ["rank"] else "rank"
        yield f'{table}.csv: has the column "{there[0]}" and not "{other}"; a place needs both'
        return
    for number, cells in sheet.numbered_rows():
        rank, position = cells.get("rank", ""), cells.get("position", "")
        row = f"{table}.csv, row {number}"
        if bool(rank) != bool(position):
            empty, full = ("position", "rank") if rank else ("rank", "position")
            yield f"{row}, column {empty}: is blank, and {full} is not; fill in both or neither"
        elif rank == "0":
            yield f'{row}, column rank: "0" is not a rank; the first is 1'
