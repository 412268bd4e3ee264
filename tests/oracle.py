"""What the contract says, done the slow way: every completion of a profile, one by one.

It reads tables, not compiled guides, and shares no code with the package. Completions stand in an
array with one axis a factor, so that "differ in one factor alone" is a look along an axis.
"""

from __future__ import annotations

from itertools import product

import numpy as np

ORDER = ["not_indicated", "not_recommended", "later", "option", "usual"]
OFFERED = {"later", "option", "usual"}


class Oracle:
    """Answers for the profiles of a guide's tables."""

    def __init__(self, tables):
        self.levels = {}
        for _, row in tables["levels"].iterrows():
            self.levels.setdefault(row["factor"], []).append(row["level"])
        self.treatments = dict(
            zip(tables["treatments"]["treatment"], tables["treatments"]["member_of"], strict=True)
        )
        self.rows = tables["indications"].to_dict("records")
        self.impossible = tables["impossible"].to_dict("records")

    def answers(self, profile):
        """For each treatment its status, possible statuses and depends_on; None if impossible."""
        axes = [
            [profile[name]] if name in profile else levels for name, levels in self.levels.items()
        ]
        shape = [len(axis) for axis in axes]
        grid = {
            name: np.array(axis).reshape([-1 if i == j else 1 for j in range(len(axes))])
            for i, (name, axis) in enumerate(zip(self.levels, axes, strict=True))
        }
        occurs = np.ones(shape, dtype=bool)
        for row in self.impossible:
            occurs &= ~self._matches(row, grid, shape)
        if not occurs.any():
            return None
        varying = [
            name
            for i, name in enumerate(self.levels)
            if name not in profile and occurs.any(axis=self._others(i)).sum() > 1
        ]
        return {
            treatment: self._answer(treatment, grid, shape, occurs, varying)
            for treatment in self.treatments
        }

    def _answer(self, treatment, grid, shape, occurs, varying):
        ranks = np.zeros(shape, dtype=int)
        named = set()
        for row in self.rows:
            if any(self._within(name, treatment) for name in row["treatments"].split("|")):
                rank = np.where(self._matches(row, grid, shape), ORDER.index(row["strength"]), 0)
                ranks = np.maximum(ranks, rank)
                named |= {name for name in self.levels if row[name]}
        possible = {ORDER[rank] for rank in np.unique(ranks[occurs])}
        deciding = set()
        for i, name in enumerate(self.levels):
            high = np.where(occurs, ranks, -1).max(axis=i)
            low = np.where(occurs, ranks, 99).min(axis=i)
            if name in varying and ((high > low) & (high >= 0) & (low < 99)).any():
                deciding.add(name)
        if len(possible) > 1 and not deciding:
            deciding = named & set(varying)
        return summarized(possible), frozenset(possible), frozenset(deciding)

    def _within(self, name, group):
        while name and name != group:
            name = self.treatments[name]
        return name == group

    def _matches(self, row, grid, shape):
        fits = np.ones(shape, dtype=bool)
        for name, values in grid.items():
            if row[name]:
                fits &= np.isin(values, row[name].split("|"))
        return fits

    def _others(self, axis):
        return tuple(i for i in range(len(self.levels)) if i != axis)


def summarized(possible):
    """The one status for a set of possible ones, in the contract's words."""
    if len(possible) == 1:
        return next(iter(possible))
    if possible <= OFFERED:
        return min(possible, key=ORDER.index)
    return "depends" if possible & OFFERED else "not_indicated"


def every_profile(levels):
    """All complete profiles, the impossible ones among them."""
    return [dict(zip(levels, values, strict=True)) for values in product(*levels.values())]
