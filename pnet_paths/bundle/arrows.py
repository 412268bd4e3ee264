"""The steps of a guide as arrows, for the front end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..drawing.selection import blank_answers, is_inferred
from ..guide.guide import GuideValue
from ..json_record import JsonRecord
from ..tables import models as tables
from .diagrams import Diagrams, by_label

__all__ = ["Arrow", "Step", "arrows"]


class Ends(NamedTuple):
    """The nodes that stand for the ends of an arrow: a member stands in its group."""

    origin: str
    target: str


class Step(JsonRecord):
    """A step of the guide."""

    label: str
    inferred: bool
    answers: Sequence[int]
    """The answers that it asks for where it begins, as codes of levels."""
    root: int


class Arrow(JsonRecord):
    """All steps between two ends, with the roots of where any of them is taken."""

    origin: str
    target: str
    ends: Ends
    throughout: bool
    """Whether it runs at every stage: no arrow of a way."""
    root: int
    labels: Mapping[str, int]
    """The root of where any step of a label is taken, by label."""
    steps: Sequence[Step]
    blank_answers: Sequence[str]
    """The answers that it leaves from in a blank drawing; none where all lead on."""
    blank_inferred: bool
    """Whether no step is stated."""


def arrows(diagrams: Diagrams) -> list[Arrow]:
    """The arrows, in the order of the first step of each."""
    guide = diagrams.guide
    return [
        Arrow(
            origin=origin,
            target=target,
            ends=Ends(guide.outermost(origin), guide.outermost(target)),
            throughout=guide.network.is_throughout(origin, target),
            root=_any(diagrams, steps),
            labels={label: _any(diagrams, some) for label, some in by_label(steps).items()},
            steps=[_step(diagrams, step) for step in steps],
            blank_answers=blank_answers(guide, origin, steps),
            blank_inferred=is_inferred(steps),
        )
        for (origin, target), steps in guide.network.steps_by_ends.items()
    ]


def _step(diagrams: Diagrams, step: tables.Step) -> Step:
    return Step(
        label=step.label,
        inferred=step.basis == "inferred",
        answers=_answers(diagrams.guide, step),
        root=_any(diagrams, [step]),
    )


def _any(diagrams: Diagrams, steps: Sequence[tables.Step]) -> int:
    return diagrams.condition(*(step.when for step in steps))


def _answers(guide: GuideValue, step: tables.Step) -> list[int]:
    codes = guide.space.level_codes(step.origin) if step.origin in guide.factors else {}
    return sorted(codes[level] for level in step.when.get(step.origin, ()))
