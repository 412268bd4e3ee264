"""Random guides beside the oracle, asked about random profiles."""

from __future__ import annotations

from itertools import product

from hypothesis import reject
from hypothesis import strategies as st
from oracle import OFFERED, Oracle, summarized
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

    def deciding_rows(self, profile, treatments, left_out):
        """The rows that decide any of some treatments in a completion that meets no condition."""
        found = set()
        for completion, _, _ in self._outcomes:
            out = any(self.oracle.fits(row, completion) for row in left_out)
            if profile.items() <= completion.items() and not out:
                found |= {n for t in treatments for n in self._deciders(completion, t)}
        return [row for row in self.oracle.rows if row["indication"] in found]

    def statement(self, profile, treatment):
        """What a reader is told of a treatment: by the contract's words, over all completions.

        None where the profile cannot occur.
        """
        here = [each for each in self._outcomes if profile.items() <= each[0].items()]
        if not here:
            return None
        rows = {row["indication"]: row for row in self.oracle.rows}
        status = summarized({statuses[treatment] for _, statuses, _ in here})
        inferred = status != "not_named" and any(each[treatment] for _, _, each in here)
        deciding = [self._deciders(completion, treatment) for completion, _, _ in here]
        later = [statuses[treatment] == "later" for _, statuses, _ in here]
        giving = {
            name
            for found, waits in zip(deciding, later, strict=True)
            for name in found
            if self._gives(rows[name]["strength"], status, waits)
        }
        sure = {name for name in giving if all(name in found for found in deciding)}
        reasons = sure or giving
        own = {row["indication"] for row in self.oracle.own(treatment)}
        waits = {name for name in reasons if rows[name]["strength"] == "waits"}
        others = reasons - waits
        shown = (others & own or others) | waits
        if status == "not_named":
            shown |= set().union(*deciding)
        naming = [n for n in reasons if treatment in rows[n]["treatments"].split("|")]
        return (
            status,
            inferred,
            {rows[name]["label"] for name in shown} - {""},
            {rows[name]["mark"] for name in naming} - {""},
            {aim for name in reasons for aim in rows[name]["aim"].split("|")} - {""},
        )

    def _deciders(self, completion, treatment):
        met = [row for row in self.oracle.rows if self.oracle.fits(row, completion)]
        return self.oracle.deciders(treatment, met)[1]

    @staticmethod
    def _gives(strength, status, waits):
        """Whether a row of a strength gives a status; what waits gives `later`."""
        if strength == "ruled_out":
            return status == "against"
        return strength == status or (status == "later" and waits)

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
