"""Offers that end in silence: after a change for the worse, or without the step before them.

A guide that does not name a treatment gives no advice against it. Where an offer ends in silence, a
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

__all__ = ["ends_in_silence", "skipped_treatments"]

_SILENT = ranks_of(Status.NOT_NAMED)
_SILENCE = Ranks.of(0)
_ENOUGH = 150_000
"""The nodes to look at: some seconds of work."""


def ends_in_silence(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield offers that end where a factor changes to a later level and nothing replaces them.

    The treatment is not named there, nothing else is offered that was not offered before, or more
    strongly, and no arrow leads on from it.
    """
    changes = _LevelChanges(checked)
    try:
        for factor in checked.guide.factors.values():
            if factor.mutability == "can_change":
                for name in changes.groups_asking(factor.id):
                    pairs = combinations([level.id for level in factor.levels], 2)
                    findings = (changes.finding(name, factor.id, *pair) for pair in pairs)
                    yield from islice(filter(None, findings), 1)  # one example is enough
    except TooManyError:
        sentence = "The guide is too large to look everywhere for offers that end in silence."
        yield Finding("silence", "note", "indications.csv", (), sentence)


class _LevelChanges:
    """The offers of a guide before and after one fact changes."""

    def __init__(self, checked: CheckedGuide) -> None:
        self.checked = checked
        self.guide = checked.guide
        self.roots = checked.evaluator.roots
        self.left = _ENOUGH

    @cached_property
    def groups(self) -> list[str]:
        """The groups that are meant for some profiles only, without services."""
        services = {step.target for step in self.guide.steps if step.kind == "throughout"}
        leave_out = services | self.checked.offered_to_all
        return [group.id for group in self.guide.groups if group.id not in leave_out]

    def groups_asking(self, factor: str) -> list[str]:
        """Return the groups with rows that ask for a factor."""
        rows = self.checked.evaluator.rows
        return [name for name in self.groups if any(factor in row.when for row in rows[name])]

    def finding(self, name: str, factor: str, before: str, after: str) -> Finding | None:
        """Return a finding with a profile for which an offer ends in silence, or None."""
        diagram = self._diagram(name, factor, before, after)
        rest = self.checked.example(diagram, diagram.root, _SILENCE, self.left)
        self.left -= len(diagram)
        if rest is None:
            return None
        was = {other: frozenset({level}) for other, level in {**rest, factor: before}.items()}
        rows = (row for row in self.checked.offers(name) if self.checked.can_meet(row.when, was))
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
        """Return the diagram with rank 0 where an offer ends in silence, else 1."""
        facts = [self.checked.space.cube({factor: [level]}) for level in (before, after)]
        was, now = ({place: min(codes) for place, codes in each.items()} for each in facts)
        sources = [RankSource((self.roots[name],) * 2, _does_not_end, (was, now))]
        sources += [
            RankSource((self.roots[other],) * 2, _is_gain, (was, now))
            for other in self.groups_asking(factor)
            if other != name
        ]
        for step in self.guide.steps:
            if step.kind in ("if", "then") and self.guide.outermost(step.origin) == name:
                condition = self.checked.evaluator.condition_root(step.when)
                end = self.checked.way_roots[step.target]
                if step.target in self.guide.factors:  # from a decision the way goes on
                    end = self.checked.evaluator.condition_root({})
                sources.append(
                    RankSource((condition, end, self.roots[name]), _goes_on, (was, now, now))
                )
        return self.checked.joint(sources)


def _does_not_end(was: int, now: int) -> int:
    return int(not (was & OFFERS and now == _SILENT))


def _is_gain(was: int, now: int) -> int:
    return int(now & OFFERS > was)


def _goes_on(condition: int, end: int, _: int) -> int:
    return int(condition == end == MET)


def skipped_treatments(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield treatments that are offered where the ones that they follow are not named.

    They count only if no stated arrow leads there another way.
    """
    for step in checked.guide.steps:
        ends = (step.origin, step.target)
        if step.kind == "then" and all(end in checked.evaluator.roots for end in ends):
            diagram = _skipping_diagram(checked, step)
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


def _skipping_diagram(checked: CheckedGuide, step: Step) -> Unfolding[Any]:
    """Return the diagram with rank 0 where a step's target is offered, its origin not named."""
    roots, condition_root = checked.evaluator.roots, checked.evaluator.condition_root
    sources = [RankSource((roots[step.origin], roots[step.target]), _does_not_skip)]
    sources += [
        RankSource((condition_root(other.when), checked.way_roots[other.origin]), _led_to)
        for other in checked.guide.steps
        if other.target == step.target and other.basis == "stated"
    ]
    return checked.joint(sources)


def _does_not_skip(origin: int, target: int) -> int:
    return int(not (origin == _SILENT and target & OFFERS))


def _led_to(condition: int, origin: int) -> int:
    return int(condition == origin == MET)
