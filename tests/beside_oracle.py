"""Random guides beside the oracle, asked about random profiles."""

from __future__ import annotations

from itertools import product

from hypothesis import reject
from hypothesis import strategies as st
from oracle import OFFERED, Oracle
from strategies import guides, profiles

from pnet_paths import Guide, GuideError


def status(answers, treatment):
    return answers[treatment][0] if answers else None


def is_offered(answers, treatment):
    return status(answers, treatment) in OFFERED


class Slow:
    """A random guide, the compiled one beside the oracle, which remembers what it was asked."""

    def __init__(self, tables):
        self.guide = Guide(tables)
        self.oracle = Oracle(tables)
        self.levels = self.oracle.levels
        self._known = {}
        frame = tables.get("unlikely")
        rows = [] if frame is None else frame.to_dict("records")
        self.unlikely = [{name: row[name] for name in self.levels} for row in rows]
        self._outcomes = list(self.oracle.outcomes())

    def answers(self, profile):
        key = frozenset(profile.items())
        if key not in self._known:
            self._known[key] = self.oracle.answers(profile)
        return self._known[key]

    def statuses(self, profile, left_out=()):
        """The statuses in each completion of a profile that meets none of some conditions."""
        return [
            statuses
            for completion, statuses, _ in self._outcomes
            if profile.items() <= completion.items()
            and not any(
                all(completion[n] in row[n].split("|") for n in row if row[n]) for row in left_out
            )
        ]

    def changes(self, profile):
        """All sets of changes: some factors at another level than the profile's."""
        others = [
            [None, *(level for level in levels if level != profile.get(name))]
            for name, levels in self.levels.items()
        ]
        for chosen in product(*others):
            yield {n: v for n, v in zip(self.levels, chosen, strict=True) if v is not None}


@st.composite
def asked(draw):
    """A random guide that loads, and a profile of it that can occur."""
    tables = draw(guides())
    try:
        slow = Slow(tables)
    except GuideError:  # its impossible rows leave nothing
        reject()
    profile = draw(profiles(slow.levels).filter(lambda p: slow.answers(p) is not None))
    return slow, profile
