"""Random guides the slow way: every complete profile, and which rows decide it."""

from __future__ import annotations

from hypothesis import assume
from oracle import OFFERED, Oracle

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
        """The places of the rows that name a treatment, or rule out a group of it."""
        return [
            place
            for place, row in enumerate(self.rows)
            if treatment in named(row)
            or (row["strength"] == "ruled_out" and self.groups(treatment) & named(row))
        ]

    def groups(self, treatment):
        found = set()
        while treatment := self.oracle.treatments[treatment]:
            found.add(treatment)
        return found

    def deciding(self, profile):
        """The pairs of a treatment and the place of a row that decides it, as the contract says."""
        matching = {i for i, row in enumerate(self.rows) if fits(row, profile, self.levels)}
        found = set()
        for name, status in self.answers[profile].items():
            own = matching.intersection(self.own(name))
            barred = {i for i in own if self.rows[i]["strength"] == "ruled_out"}
            strength = "ruled_out" if barred else status
            found |= {(name, i) for i in own if self.rows[i]["strength"] == strength}
        for name, i in list(found):  # a member's offer decides its groups where it is theirs
            if self.rows[i]["strength"] in OFFERED:
                status = self.answers[profile]
                for group in self.chain(name):
                    if status[group] != self.rows[i]["strength"]:
                        break
                    found.add((group, i))
        return found

    def chain(self, treatment):
        while treatment := self.oracle.treatments[treatment]:
            yield treatment


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
