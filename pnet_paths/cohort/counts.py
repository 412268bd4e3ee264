"""How many profiles of a cohort there are of each kind: numbers that add up over its parts."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import numpy as np
import numpy.typing as npt

__all__ = ["HIDDEN", "CountArray", "Counts"]

CountArray = npt.NDArray[np.int64]

HIDDEN = -1
"""Stands in the place of a count that is too small to be shown."""


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Counts of some profiles, in the order of the guide's tables.

    Attributes:
        size: all profiles (one number), with those that cannot occur.
        impossible: those that cannot occur (one number); they count nowhere else.
        statuses: treatments by statuses.
        arrows: arrows by ways: on the way for sure, perhaps.
        answers: the levels of all factors, after those of each factor its missing cells.
        open_facts: factors by what is asked of them: how many profiles do not know it, in how many
            it settles something whatever it turns out to be, in how many it may.
    """

    size: CountArray
    impossible: CountArray
    statuses: CountArray
    arrows: CountArray
    answers: CountArray
    open_facts: CountArray

    def __add__(self, other: Counts) -> Counts:
        """The counts of two parts together."""
        names = [field.name for field in fields(self)]
        return Counts(*(getattr(self, name) + getattr(other, name) for name in names))

    def hidden_below(self, threshold: int) -> Counts:
        """The same with `HIDDEN` for every count from 1 to ``threshold`` - 1, but the size."""
        names = [field.name for field in fields(self) if field.name != "size"]
        arrays = {name: getattr(self, name) for name in names}
        small = {name: (a > 0) & (a < threshold) for name, a in arrays.items()}
        return replace(self, **{n: np.where(small[n], HIDDEN, a) for n, a in arrays.items()})
