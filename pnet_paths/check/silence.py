"""Outcomes that rest on silence alone: where the disease gets worse, or what comes first is skipped.

What a guide does not name is no advice. Where an offer ends because nothing is said any more, a
reader may take it for a no.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import combinations
from typing import Any

from ..joint import Voice
from ..layout import top
from ..records import Step
from ..statuses import RANK
from ..unfolding import Unfolding
from .finding import Finding
from .subject import OFFERS, Subject

__all__ = ["ends_in_silence", "skipped"]

_SILENT = 1 << RANK["not_named"]
_MET = 0b10


def ends_in_silence(subject: Subject) -> Iterator[Finding]:
    """Offers that end where a factor that can change gets to a later level, and nothing follows.

    The treatment is not named there (a no would be an answer), nothing else is offered that was
    not offered before, or more strongly, and no arrow leads on from it.
    """
    turns = _Turns(subject)
    for factor in subject.guide.factors.values():
        if factor.mutability != "can_change":
            continue
        for name in turns.groups:
            for before, after in combinations([level.id for level in factor.levels], 2):
                finding = turns.finding(name, factor.id, before, after)
                if finding:
                    yield finding
                    break  # one example is enough


class _Turns:
    """What a change of one fact makes of what a guide offers."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.guide = subject.guide
        self.roots = subject.evaluator.roots

    @cached_property
    def groups(self) -> list[str]:
        """The groups that are meant for some only, and do not run beside everything."""
        beside = {step.target for step in self.guide.steps if step.kind == "throughout"}
        leave_out = beside | self.subject.throughout
        return [group.id for group in self.guide.groups if group.id not in leave_out]

    def finding(self, name: str, factor: str, before: str, after: str) -> Finding | None:
        """Where an offer ends in silence, as a finding; None where it does not."""
        diagram = self._diagram(name, factor, before, after)
        found, _ = self.subject.regions(diagram, 1, most=1)
        if not found:
            return None
        (when, witness), *_ = found
        label = self.guide.treatments[name].label
        was = {**when, factor: frozenset({before})}
        rows = (row for row in self.subject.offers(name) if self.subject.meet(row.when, was))
        return Finding(
            "silence",
            "note",
            "indications.csv",
            tuple(sorted(self.subject.numbers[row.id] for row in rows)),
            f"{label}: offered with {factor}={before}; with {factor}={after} it is not named, and "
            "nothing takes its place. If the source is silent there too, this is right.",
            {**witness, factor: after},
            {**when, factor: frozenset({after})},
        )

    def _diagram(self, name: str, factor: str, before: str, after: str) -> Unfolding[Any]:
        """Rank 1 where the offer ends in silence, 2 where something takes its place."""
        facts = [self.subject.space.cube({factor: [level]}) for level in (before, after)]
        was, now = ({place: min(codes) for place, codes in each.items()} for each in facts)
        voices = [Voice((self.roots[name],) * 2, _lost, (was, now))]
        voices += [
            Voice((self.roots[other],) * 2, _gained, (was, now))
            for other in self.groups
            if other != name
        ]
        for step in self.guide.steps:
            if step.kind in ("if", "then") and top(self.guide.nothing_known, step.origin) == name:
                condition = self.subject.evaluator.condition(step.when)
                end = self.subject.reached[step.target]
                if step.target in self.guide.factors:  # from a decision the way goes on
                    end = self.subject.evaluator.condition({})
                voices.append(Voice((condition, end, self.roots[name]), _goes_on, (now, now, was)))
        return self.subject.joint(voices)


def _lost(was: int, now: int) -> int:
    return int(bool(was & OFFERS) and now == _SILENT)


def _gained(was: int, now: int) -> int:
    return 2 if now & OFFERS and now > was else 0


def _goes_on(condition: int, end: int, _: int) -> int:
    return 2 if condition == end == _MET else 0


def skipped(subject: Subject) -> Iterator[Finding]:
    """Following treatments that are offered where what they follow is not named.

    Unless an arrow that the guide states leads there another way.
    """
    for step in subject.guide.steps:
        ends = (step.origin, step.target)
        if step.kind == "then" and all(end in subject.evaluator.roots for end in ends):
            found, _ = subject.regions(_skipping(subject, step), 1, most=1)
            for when, witness in found:
                origin, target = (subject.guide.treatments[end].label for end in ends)
                yield Finding(
                    "silence",
                    "note",
                    "steps.csv",
                    (step.row,),
                    f"{target} follows {origin} and is offered where {origin} is not named and no "
                    "arrow that is stated leads there.",
                    witness,
                    when,
                )


def _skipping(subject: Subject, step: Step) -> Unfolding[Any]:
    """Rank 1 where the end of a step is offered and its beginning not named, 2 if led to."""
    roots = subject.evaluator.roots
    voices = [Voice((roots[step.origin], roots[step.target]), _skips)]
    voices += [
        Voice(
            (subject.evaluator.condition(other.when), subject.reached[other.origin]), _led_to
        )
        for other in subject.guide.steps
        if other.target == step.target and other.basis == "stated"
    ]
    return subject.joint(voices)


def _skips(origin: int, target: int) -> int:
    return int(origin == _SILENT and bool(target & OFFERS))


def _led_to(condition: int, origin: int) -> int:
    return 2 if condition == origin == _MET else 0
