"""What is wrong with the places in the drawing that rows name, by rank and position or in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .sheet import Sheet

__all__ = ["wrong_places"]

_OLD = re.compile(r"\d{1,3}\.\d{1,3}", re.ASCII)
_WAY_OUT = "write rank and position in two columns of these names"


def wrong_places(table: str, sheet: Sheet) -> Iterator[str]:
    """A line for each row with half a place, or with one that a spreadsheet has damaged."""
    there = [name for name in ("rank", "position") if name in sheet.columns]
    if len(there) == 1:
        other = "position" if there == ["rank"] else "rank"
        yield f'{table}.csv: has the column "{there[0]}" and not "{other}"; a place needs both'
        return
    for number, cells in sheet.numbered():
        rank, position, drawn = (cells.get(name, "") for name in ("rank", "position", "drawn"))
        row = f"{table}.csv, row {number}"
        if bool(rank) != bool(position):
            empty, full = ("position", "rank") if rank else ("rank", "position")
            yield f"{row}, column {empty}: is blank, and {full} is not; fill in both or neither"
        elif rank == "0":
            yield f'{row}, column rank: "0" is not a rank; the first is 1'
        elif not rank and drawn and not _OLD.fullmatch(drawn):
            yield f'{row}, column drawn: "{drawn}" is not a place such as 2.3; {_cause(drawn)}'


def _cause(drawn: str) -> str:
    """Who has most likely done it: 2.3 becomes "02. Mrz" or "2/3/2026", "2,3" or 2."""
    if not re.search(r"\d", drawn):
        return _WAY_OUT
    number = re.fullmatch(r"[\d,.]+", drawn) and not re.fullmatch(r"\d+\.\d+\..*", drawn)
    made = "number" if number else "date"
    return f"a spreadsheet has turned the place into a {made}; {_WAY_OUT}"
