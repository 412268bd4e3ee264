"""The rows that were added, removed or changed between two guides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..guide.guide import GuideValue
from ..guide.sentences import join_words
from ..tables.models import TABLES

__all__ = ["RowChange", "row_changes"]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that was ``added``, ``removed`` or ``changed``; ``cells`` has old and new texts."""

    table: str
    row: str
    what: str
    cells: Mapping[str, tuple[str, str]]

    def __str__(self) -> str:
        cells = join_words(
            [f'{n} "{old}" > "{new}"' for n, (old, new) in self.cells.items()] or [""]
        )
        return f"{self.table}.csv, {self.row}: {self.what}{f' ({cells})' if cells else ''}"


def row_changes(a: GuideValue, b: GuideValue) -> Iterator[RowChange]:
    """Yield the changes of rows from guide ``a`` to guide ``b``, table by table."""
    for table in TABLES:
        old, new = (_by_identity(guide, table) for guide in (a, b))
        for row in sorted(old.keys() | new.keys()):
            before, after = old.get(row, {}), new.get(row, {})
            if not after:
                yield RowChange(table, row, "removed", {})
            elif not before:
                yield RowChange(table, row, "added", {})
            else:
                cells = {
                    name: (before.get(name, ""), after.get(name, ""))
                    for name in dict.fromkeys([*before, *after])
                    if before.get(name, "") != after.get(name, "")
                }
                if cells:
                    yield RowChange(table, row, "changed", cells)


def _by_identity(guide: GuideValue, table: str) -> dict[str, dict[str, str]]:
    """Return the rows of a table by identity; rows without one by their whole content."""
    if table not in guide.sheets:
        return {}
    rows: dict[str, dict[str, str]] = {}
    for _, cells in guide.sheets[table].numbered_rows():
        identity = [cells[name] for name in TABLES[table].identity]
        rows[" | ".join(identity or [f"{n}={cell}" for n, cell in cells.items() if cell])] = cells
    return rows
