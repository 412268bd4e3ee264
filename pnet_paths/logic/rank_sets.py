"""Sets of ranks: the possible answers of a decision diagram."""

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
        """Whether there is exactly one rank."""
        return self > 0 and not self & (self - 1)

    @property
    def highest(self) -> int:
        """The strongest rank; -1 if there is none."""
        return self.bit_length() - 1

    def within(self, others: int) -> bool:
        """Return True if all its ranks are among ``others``."""
        return not self & ~others

    def meets(self, others: int) -> bool:
        """Return True if one of its ranks is among ``others``."""
        return bool(self & others)


UNMET = Ranks.of(0)
"""The answer of a condition's diagram if the condition is not met."""
MET = Ranks.of(1)
"""The answer of a condition's diagram if it is met."""
MAYBE = Ranks.of(0, 1)
"""The answer of a condition's diagram if unknown facts decide."""


def both_met(one: int, other: int) -> int:
    """Return the answer for "both conditions are met" from the answers for each.

    >>> both_met(MET, MET) == MET, both_met(MET, UNMET) == UNMET, both_met(MET, 0)
    (True, True, 0)
    """
    return one and other and (MET if one == other == MET else UNMET)
