"""How far diagrams may grow before a guide counts as too large, and the error that says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from ..errors import GuideTooLargeError

__all__ = ["MOST", "MOST_AT_ONCE", "MOST_FACTORS", "MOST_NODES", "Workload"]

MOST_FACTORS = 200
"""Diagrams are as deep as there are factors, and Python's stack is not endless."""

MOST_NODES = 300_000
"""Nodes of one diagram that is built only as far as it is looked at, or of a look-up table."""

MOST_AT_ONCE = 1_000_000
"""Branches built for one answer or one treatment: some seconds of work."""

MOST = 8_000_000
"""Branches built for all treatments of a guide."""

_LISTED = 6  # factors in a message


class Workload:
    """The branches built for the diagrams of a guide, each time for one answer or one treatment.

    Args:
        factors: how many there are.
        table: where the rows stand that the diagrams are made of.
    """

    def __init__(self, factors: int, table: str = "indications.csv") -> None:
        if factors > MOST_FACTORS:
            raise GuideTooLargeError(
                f"factors.csv: has {factors:,} factors, more than the {MOST_FACTORS} that can "
                "be worked out; leave some out, or split the guide"
            )
        self.done = 0
        self._until = MOST_AT_ONCE
        self._table = table
        self._rows: list[Collection[str]] = []

    def know(self, rows: Iterable[Collection[str]]) -> None:
        """Take in the rows that diagrams are made of, each as its factors, for errors."""
        self._rows.extend(rows)

    def begin(self) -> None:
        """Begin with another answer or treatment."""
        self._until = self.done + MOST_AT_ONCE

    def add(self, branches: int) -> None:
        """Count some branches.

        Raises:
            GuideTooLargeError: they are too many.
        """
        self.done += branches
        if self.done > self._until:
            raise self.error()

    def check(self, start: int) -> None:
        """Check what was built since ``start``, a count of before, for one treatment.

        Raises:
            GuideTooLargeError: it is too much.
        """
        if self.done - start > MOST_AT_ONCE:
            raise self.error()

    def foresee(self, parts: Sequence[int], left: float) -> None:
        """Stop early where all treatments together would become too many.

        Args:
            parts: the branches built for each treatment so far.
            left: how many times as much work is to come; the largest of ``parts`` is no measure.

        Raises:
            GuideTooLargeError: what comes will be too much.
        """
        if sum(parts) + (sum(parts) - max(parts)) * left > MOST:
            raise self.error()

    def error(self, of: str = "", rows: Iterable[Collection[str]] = ()) -> GuideTooLargeError:
        """The error that names the factors which meet others in most rows.

        Args:
            of: the treatment that is too much; all together where it is left out.
            rows: the rows that decide it.
        """
        meeting = [row for row in rows or self._rows if len(row) > 1]
        counts = Counter(factor for row in meeting for factor in row)
        most = ", ".join(f"{factor} ({n:,} rows)" for factor, n in counts.most_common(_LISTED))
        whose = f'the rows that decide "{of}"' if of else "its rows"
        return GuideTooLargeError(
            f"{self._table}: {whose} combine too many factors to be worked out (given up after "
            f"{self.done:,} branches). Most often combined: {most}. Let fewer factors meet in a "
            "row, leave some out, or split the guide"
        )
