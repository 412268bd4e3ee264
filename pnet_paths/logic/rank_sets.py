"""Sets of ranks: what a decision diagram can still answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

__all__ = ["MAYBE", "MET", "UNMET", "Ranks", "both_met"]


class Ranks(int):
    """A set of ranks, one bit each; the empty set is the answer for what cannot occur.

    >>> possible = Ranks.of(0, 3)
    >>> int(possible), list(possible), possible.highest, possible.certain
    (9, [0, 3], 3, False)
    >>> possible.within(Ranks.of(0, 1, 3)), possible.meets(Ranks.of(1, 2))
    (True, False)
    """

    __slots__ = ()

    @classmethod
    def of(cls, *ranks: int) -> Self:
        """The set of these ranks."""
        return cls(sum(1 << rank for rank in set(ranks)))

    def __iter__(self) -> Iterator[int]:
        return (rank for rank in range(self.bit_length()) if self >> rank & 1)

    @property
    def certain(self) -> bool:
        """Whether it is one rank alone."""
        return self > 0 and not self & (self - 1)

    @property
    def highest(self) -> int:
        """The strongest of the ranks; -1 where there is none."""
        return self.bit_length() - 1

    def within(self, others: int) -> bool:
        """Whether it has no rank but these."""
        return not self & ~others

    def meets(self, others: int) -> bool:
        """Whether it has one of these ranks."""
        return bool(self & others)


UNMET = Ranks.of(0)
"""The answer of a condition's diagram where it is not met,"""
MET = Ranks.of(1)
"""where it is,"""
MAYBE = Ranks.of(0, 1)
"""and where that depends on what is not known."""


def both_met(one: int, other: int) -> int:
    """The answer where two conditions are to be met, from the answers of their diagrams.

    >>> both_met(MET, MET) == MET, both_met(MET, UNMET) == UNMET, both_met(MET, 0)
    (True, True, 0)
    """
    return one and other and (MET if one == other == MET else UNMET)
