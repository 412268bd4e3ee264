"""Random guides the slow way: every complete profile, and which rows decide it."""

from __future__ import annotations

from hypothesis import assume
from oracle import Oracle

from pnet_paths import Guide, GuideError


def built(frames):
    try:
        return Guide(frames)
    except GuideError as error:
        assume("leave no profile" not in str(error))
        raise


class World:
    """Every complete profile of a random guide that can occur, with its statuses."""

    def __init__(self, frames):
        self.frames, self.oracle = frames, Oracle(frames)
        self.levels = self.oracle.levels
        self.rows = frames["indications"].to_dict("records")
        self.answers, self.inferred = {}, {}
        for profile, statuses, inferred in self.oracle.outcomes():
            self.answers[frozenset(profile.items())] = statuses
            self.inferred[frozenset(profile.items())] = inferred

    def matching(self, when):
        """The profiles that meet conditions, given as cells or as sets of levels."""
        sets = {n: set(v.split("|") if isinstance(v, str) else v) for n, v in when.items() if v}
        return {
            profile
            for profile in self.answers
            if all(dict(profile)[name] in levels for name, levels in sets.items())
        }

    def row(self, row):
        return self.matching({name: row[name] for name in self.levels})

    def own(self, treatment):
        """The places of the rows that name a treatment, or speak of a group of it for all of it."""
        return [
            place
            for place, row in enumerate(self.rows)
            if treatment in named(row)
            or (row["strength"] in {"ruled_out", "waits"} and self.groups(treatment) & named(row))
        ]

    def groups(self, treatment):
        return set(self.chain(treatment))

    def chain(self, treatment):
        """The groups of a treatment, the nearest first."""
        while treatment := self.oracle.treatments[treatment]:
            yield treatment

    def deciding(self, profile):
        """The pairs of a treatment and the place of a row that decides it, as the contract says."""
        met = [row for row in self.rows if fits(row, profile, self.levels)]
        place = {row["indication"]: i for i, row in enumerate(self.rows)}
        return {
            (name, place[row])
            for name in self.oracle.treatments
            for row in self.oracle.deciders(name, met)[1]
        }

    def statement(self, profile, treatment):
        """The words, marks and aims that stand beside a treatment's status.

        Of a group its own rows, or else its members'; what has it wait always.
        """
        mine = self.own(treatment)
        places = [i for name, i in self.deciding(profile) if name == treatment]
        waits = [i for i in places if self.rows[i]["strength"] == "waits"]
        others = [i for i in places if i not in waits]
        shown = [*([i for i in others if i in mine] or others), *waits]
        found = {self.rows[i]["label"] for i in shown}
        found |= {self.rows[i]["mark"] for i in places if treatment in named(self.rows[i])}
        found |= {aim for i in places for aim in self.rows[i]["aim"].split("|")}
        return found - {""}


def named(row):
    return set(row["treatments"].split("|"))


def fits(row, profile, levels):
    facts = dict(profile)
    return all(not row[name] or facts[name] in row[name].split("|") for name in levels)


def minimal(world, witness, region):
    """Whether all completions are in a region, and no fact can be left out."""
    inside = world.matching({name: [level] for name, level in witness.items()})
    assert inside, "the witness can occur"
    assert inside <= region
    for name in witness:
        rest = {other: [level] for other, level in witness.items() if other != name}
        assert not world.matching(rest) <= region, f"{name} could be spared"
