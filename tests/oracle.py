"""What the contract says, done the slow way: every completion of a profile, one by one.

It reads tables, not compiled guides, and shares no code with the package. Completions stand in an
array with one axis a factor, so that "differ in one factor alone" is a look along an axis.
"""

from __future__ import annotations

from itertools import product

import numpy as np

ORDER = ["not_named", "against", "later", "option", "usual"]
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
        """For each treatment its status, possible statuses, depends_on and whether it is inferred.

        None where the profile cannot occur.
        """
        grid, shape, occurs = self._completions(profile)
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

    def outcomes(self):
        """For each complete profile that can occur its statuses, and which rest on inference."""
        grid, shape, occurs = self._completions({})
        decided = {name: self._decided(name, grid, shape) for name in self.treatments}
        for place, profile in zip(np.ndindex(*shape), every_profile(self.levels), strict=True):
            if occurs[place]:
                statuses = {name: ORDER[ranks[place]] for name, (ranks, _) in decided.items()}
                inferred = {name: bool(each[place]) for name, (_, each) in decided.items()}
                yield profile, statuses, inferred

    def _completions(self, profile):
        """An axis a factor: the levels that fit, the shape, and which combinations can occur."""
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
        return grid, shape, occurs

    def _answer(self, treatment, grid, shape, occurs, varying):
        ranks, inferred = self._decided(treatment, grid, shape)
        named = {
            name
            for row in self.rows
            if self._bears(row, treatment)
            for name in self.levels
            if row[name]
        }
        possible = {ORDER[rank] for rank in np.unique(ranks[occurs])}
        deciding = set()
        for i, name in enumerate(self.levels):
            high = np.where(occurs, ranks, -1).max(axis=i)
            low = np.where(occurs, ranks, 99).min(axis=i)
            if name in varying and ((high > low) & (high >= 0) & (low < 99)).any():
                deciding.add(name)
        if len(possible) > 1 and not deciding:
            deciding = named & set(varying)
        status = summarized(possible)
        concluded = status != "not_named" and bool(inferred[occurs].any())
        return status, frozenset(possible), frozenset(deciding), concluded

    def _decided(self, treatment, grid, shape):
        """For each completion the rank of the status, and whether inference alone decides it."""
        own = [row for row in self.rows if treatment in row["treatments"].split("|")]
        barring = self._for(treatment, "ruled_out")
        barred, barred_stated = self._met(barring, grid, shape)
        ranks = np.zeros(shape, dtype=int)
        stated = np.zeros(shape, dtype=bool)
        deciders = [
            (ORDER.index(row["strength"]) * self._matches(row, grid, shape), row["basis"])
            for row in own
            if row["strength"] in OFFERED
        ]
        for rank, basis in deciders:
            ranks, stated = self._stronger(ranks, stated, rank, np.full(shape, basis == "stated"))
        for member, group in self.treatments.items():
            if group == treatment:
                rank, inferred = self._decided(member, grid, shape)
                offer = np.where(rank >= ORDER.index("later"), rank, 0)
                ranks, stated = self._stronger(ranks, stated, offer, ~inferred)
        no, no_stated = self._met([r for r in own if r["strength"] == "against"], grid, shape)
        no &= ranks == 0
        ranks, stated = np.where(no, 1, ranks), np.where(no, no_stated, stated)
        ranks, stated = np.where(barred, 1, ranks), np.where(barred, barred_stated, stated)
        for row in self._for(treatment, "waits"):
            waits = self._matches(row, grid, shape) & (ranks >= ORDER.index("later"))
            ranks = np.where(waits, ORDER.index("later"), ranks)
            stated &= ~waits | (row["basis"] == "stated")
        return ranks, (ranks > 0) & ~stated

    def deciding(self, profile):
        """By treatment the rows that decide it in some completion, and whether they do in all."""
        found = {treatment: [] for treatment in self.treatments}
        for completion in every_profile(self.levels):
            occurs = not any(self.fits(row, completion) for row in self.impossible)
            if occurs and profile.items() <= completion.items():
                met = [row for row in self.rows if self.fits(row, completion)]
                for treatment in found:
                    found[treatment].append(self.deciders(treatment, met)[1])
        return {
            treatment: {row: all(row in each for each in sets) for row in set().union(*sets)}
            for treatment, sets in found.items()
        }

    def deciders(self, treatment, met):
        """The rank of a status where some rows are met, and the ids of those that decide it.

        Where the treatment has to wait, the rows that say so are among them.
        """
        rank, rows = self._before_waiting(treatment, met)
        waits = [row for row in self._for(treatment, "waits") if row in met]
        if waits and rank >= ORDER.index("later"):
            return ORDER.index("later"), rows | {row["indication"] for row in waits}
        return rank, rows

    def _before_waiting(self, treatment, met):

        def ids(rows):
            return {row["indication"] for row in rows}

        def names(row):
            return row["treatments"].split("|")

        barring = [row for row in self._for(treatment, "ruled_out") if row in met]
        if barring:
            return ORDER.index("against"), ids(barring)
        own = [row for row in met if treatment in names(row)]
        offers = [
            (ORDER.index(row["strength"]), ids([row])) for row in own if row["strength"] in OFFERED
        ]
        members = [name for name, group in self.treatments.items() if group == treatment]
        offers += [self.deciders(member, met) for member in members]
        best = max((rank for rank, _ in offers), default=0)
        if best >= ORDER.index("later"):
            return best, set().union(*(rows for rank, rows in offers if rank == best))
        no = [row for row in own if row["strength"] == "against"]
        return (ORDER.index("against"), ids(no)) if no else (0, set())

    def own(self, treatment):
        """The rows that name a treatment, or speak of a group of it for all of it."""
        naming = [row for row in self.rows if treatment in row["treatments"].split("|")]
        return [*naming, *self._for(treatment, "ruled_out"), *self._for(treatment, "waits")]

    def _for(self, treatment, strength):
        """The rows of a strength that name a treatment or a group of it."""
        return [
            row
            for row in self.rows
            if row["strength"] == strength
            and any(self._within(treatment, name) for name in row["treatments"].split("|"))
        ]

    def fits(self, row, completion):
        return all(not row[n] or completion[n] in row[n].split("|") for n in self.levels)

    def _met(self, rows, grid, shape):
        """Where any of some rows matches, and where one that is stated does."""
        met = np.zeros(shape, dtype=bool)
        stated = np.zeros(shape, dtype=bool)
        for row in rows:
            here = self._matches(row, grid, shape)
            met |= here
            stated |= here & (row["basis"] == "stated")
        return met, stated

    @staticmethod
    def _stronger(ranks, stated, other, other_stated):
        higher, same = other > ranks, (other == ranks) & (other > 0)
        stated = np.where(higher, other_stated, stated | (same & other_stated))
        return np.maximum(ranks, other), stated

    def _bears(self, row, treatment):
        """Whether a row may decide a treatment, or what its members are."""
        names = row["treatments"].split("|")
        if treatment in names:
            return True
        below = any(self._within(name, treatment) for name in names)
        above = any(self._within(treatment, name) for name in names)
        return (below and row["strength"] != "against") or (
            above and row["strength"] in {"ruled_out", "waits"}
        )

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
    return "depends" if possible & OFFERED else "not_named"


def every_profile(levels):
    """All complete profiles, the impossible ones among them."""
    return [dict(zip(levels, values, strict=True)) for values in product(*levels.values())]
