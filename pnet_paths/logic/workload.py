"""The limits beyond which a guide is too large to be worked out, and the error that says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from ..errors import GuideTooLargeError

__all__ = ["MAX_BRANCHES", "MAX_BRANCHES_AT_ONCE", "MAX_FACTORS", "MAX_NODES", "Workload"]

MAX_FACTORS = 200
"""The depth of a diagram is the number of factors, and Python limits recursion."""

MAX_NODES = 300_000
"""Nodes of one look-up table, or of one diagram built on demand."""

MAX_BRANCHES_AT_ONCE = 1_000_000
"""Branches built for one answer or one treatment: some seconds of work."""

MAX_BRANCHES = 8_000_000
"""Branches built for all treatments of a guide."""

_FACTORS_IN_MESSAGE = 6


class Workload:
    """Counts the branches built for the diagrams of a guide, and limits them.

    Args:
        factors: the number of factors.
        table: the table whose rows the diagrams are made of, for messages.
    """

    def __init__(self, factors: int, table: str = "indications.csv") -> None:
        if factors > MAX_FACTORS:
            raise GuideTooLargeError(
                f"factors.csv: has {factors:,} factors, more than the {MAX_FACTORS} that can "
                "be worked out; leave some out, or split the guide"
            )
        self.done = 0
        self._until = MAX_BRANCHES_AT_ONCE
        self._table = table
        self._rows: list[Collection[str]] = []

    def add_rows(self, rows: Iterable[Collection[str]]) -> None:
        """Add rows, each as its factors, that an error may have to name."""
        self._rows.extend(rows)

    def begin(self) -> None:
        """Start the limit for another answer or treatment."""
        self._until = self.done + MAX_BRANCHES_AT_ONCE

    def add(self, branches: int) -> None:
        """Count branches.

        Raises:
            GuideTooLargeError: there are too many for one answer or treatment.
        """
        self.done += branches
        if self.done > self._until:
            raise self.error()

    def check(self, start: int) -> None:
        """Check the branches built for one treatment since ``done`` was ``start``.

        Raises:
            GuideTooLargeError: there are too many.
        """
        if self.done - start > MAX_BRANCHES_AT_ONCE:
            raise self.error()

    def check_forecast(self, parts: Sequence[int], remaining: float) -> None:
        """Check early whether all treatments together will need too many branches.

        Args:
            parts: the branches built for each treatment so far.
            remaining: the work still to come, in multiples of ``parts`` without the largest.

        Raises:
            GuideTooLargeError: they will.
        """
        if sum(parts) + (sum(parts) - max(parts)) * remaining > MAX_BRANCHES:
            raise self.error()

    def error(self, of: str = "", rows: Iterable[Collection[str]] = ()) -> GuideTooLargeError:
        """Return the error that names the factors combined with others in most rows.

        Args:
            of: the treatment that needs too many branches; empty for all together.
            rows: the rows that decide it.
        """
        meeting = [row for row in rows or self._rows if len(row) > 1]
        counts = Counter(factor for row in meeting for factor in row)
        most = ", ".join(
            f"{factor} ({n:,} rows)" for factor, n in counts.most_common(_FACTORS_IN_MESSAGE)
        )
        whose = f'the rows that decide "{of}"' if of else "its rows"
        return GuideTooLargeError(
            f"{self._table}: {whose} combine too many factors to be worked out (given up after "
            f"{self.done:,} branches). Most often combined: {most}. Let fewer factors meet in a "
            "row, leave some out, or split the guide"
        )
