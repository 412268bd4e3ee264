"""Outcomes that rest on silence alone: the disease gets worse, or what comes first is skipped.

What a guide does not name is no advice. Where an offer ends because nothing is said any more, a
reader may take it for a no.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import combinations, islice
from typing import Any

from ..logic.joint_diagrams import RankSource
from ..logic.lazy_diagrams import Unfolding
from ..logic.rank_sets import MET, Ranks
from ..logic.regions import TooManyError
from ..statuses import OFFERS, Status, ranks_of
from ..tables.models import Step
from .checked_guide import CheckedGuide
from .finding import Finding

__all__ = ["ends_in_silence", "skipped"]

_SILENT = ranks_of(Status.NOT_NAMED)
_SILENCE = Ranks.of(0)
_ENOUGH = 150_000
"""So many nodes are looked at, some seconds of work."""


def ends_in_silence(checked: CheckedGuide) -> Iterator[Finding]:
    """Offers that end where a factor that can change gets to a later level, and nothing follows.

    The treatment is not named there (a no would be an answer), nothing else is offered that was
    not offered before, or more strongly, and no arrow leads on from it.
    """
    turns = _Turns(checked)
    try:
        for factor in checked.guide.factors.values():
            if factor.mutability == "can_change":
                for name in turns.asking(factor.id):
                    pairs = combinations([level.id for level in factor.levels], 2)
                    found = (turns.finding(name, factor.id, *pair) for pair in pairs)
                    yield from islice(filter(None, found), 1)  # one example is enough
    except TooManyError:
        sentence = "The guide is too large to look everywhere for offers that end in silence."
        yield Finding("silence", "note", "indications.csv", (), sentence)


class _Turns:
    """What a change of one fact makes of what a guide offers."""

    def __init__(self, checked: CheckedGuide) -> None:
        self.checked = checked
        self.guide = checked.guide
        self.roots = checked.evaluator.roots
        self.left = _ENOUGH

    @cached_property
    def groups(self) -> list[str]:
        """The groups that are meant for some only, and do not run beside everything."""
        beside = {step.target for step in self.guide.steps if step.kind == "throughout"}
        leave_out = beside | self.checked.offered_to_all
        return [group.id for group in self.guide.groups if group.id not in leave_out]

    def asking(self, factor: str) -> list[str]:
        """Those of them that a change of a factor can make a difference to."""
        rows = self.checked.evaluator.rows
        return [name for name in self.groups if any(factor in row.when for row in rows[name])]

    def finding(self, name: str, factor: str, before: str, after: str) -> Finding | None:
        """Where an offer ends in silence, as a finding; None where it does not."""
        diagram = self._diagram(name, factor, before, after)
        rest = self.checked.example(diagram, diagram.root, _SILENCE, self.left)
        self.left -= len(diagram)
        if rest is None:
            return None
        was = {other: frozenset({level}) for other, level in {**rest, factor: before}.items()}
        rows = (row for row in self.checked.offers(name) if self.checked.meet(row.when, was))
        label = self.guide.treatments[name].label
        return Finding(
            "silence",
            "note",
            "indications.csv",
            tuple(sorted(self.checked.numbers[row.id] for row in rows)),
            f"{label}: offered with {factor}={before}; with {factor}={after} not named any more, "
            "and nothing takes its place. Right only where the source is silent too.",
            {**rest, factor: after},
        )

    def _diagram(self, name: str, factor: str, before: str, after: str) -> Unfolding[Any]:
        """Rank 0 where an offer ends in silence, 1 where it does not."""
        facts = [self.checked.space.cube({factor: [level]}) for level in (before, after)]
        was, now = ({place: min(codes) for place, codes in each.items()} for each in facts)
        voices = [RankSource((self.roots[name],) * 2, _does_not_end, (was, now))]
        voices += [
            RankSource((self.roots[other],) * 2, _gained, (was, now))
            for other in self.asking(factor)
            if other != name
        ]
        for step in self.guide.steps:
            if step.kind in ("if", "then") and self.guide.outermost(step.origin) == name:
                condition = self.checked.evaluator.condition_root(step.when)
                end = self.checked.reached[step.target]
                if step.target in self.guide.factors:  # from a decision the way goes on
                    end = self.checked.evaluator.condition_root({})
                voices.append(
                    RankSource((condition, end, self.roots[name]), _goes_on, (was, now, now))
                )
        return self.checked.joint(voices)


def _does_not_end(was: int, now: int) -> int:
    return int(not (was & OFFERS and now == _SILENT))


def _gained(was: int, now: int) -> int:
    return int(now & OFFERS > was)


def _goes_on(condition: int, end: int, _: int) -> int:
    return int(condition == end == MET)


def skipped(checked: CheckedGuide) -> Iterator[Finding]:
    """Following treatments that are offered where what they follow is not named.

    Unless an arrow that the guide states leads there another way.
    """
    for step in checked.guide.steps:
        ends = (step.origin, step.target)
        if step.kind == "then" and all(end in checked.evaluator.roots for end in ends):
            diagram = _skipping(checked, step)
            witness = checked.example(diagram, diagram.root, _SILENCE)
            if witness is not None:
                origin, target = (checked.guide.treatments[end].label for end in ends)
                yield Finding(
                    "silence",
                    "note",
                    "steps.csv",
                    (step.row,),
                    f"{target} may follow {origin}, and there are profiles with an offer of the "
                    "one and not of the other to which no stated arrow leads. Right only where "
                    "the source is silent too.",
                    witness,
                )


def _skipping(checked: CheckedGuide, step: Step) -> Unfolding[Any]:
    """Rank 0 where the end of a step is offered, its beginning not named and no way leads there."""
    roots, condition_root = checked.evaluator.roots, checked.evaluator.condition_root
    voices = [RankSource((roots[step.origin], roots[step.target]), _does_not_skip)]
    voices += [
        RankSource((condition_root(other.when), checked.reached[other.origin]), _led_to)
        for other in checked.guide.steps
        if other.target == step.target and other.basis == "stated"
    ]
    return checked.joint(voices)


def _does_not_skip(origin: int, target: int) -> int:
    return int(not (origin == _SILENT and target & OFFERS))


def _led_to(condition: int, origin: int) -> int:
    return int(condition == origin == MET)
