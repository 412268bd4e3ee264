"""What is wrong with steps: arrows that can never be taken, treatments off the way, circles."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from ..layout import ranked, top
from ..records import Conditions, Step
from .finding import Finding
from .subject import Subject

__all__ = ["apart", "circles", "unreached"]

_FILE = "steps.csv"


def apart(subject: Subject) -> Iterator[Finding]:
    """Arrows whose ends are never offered together under the arrow's own conditions."""
    for step in subject.guide.steps:
        if not _together(subject, step):
            yield Finding(
                "apart",
                "warning",
                _FILE,
                (step.row,),
                f"The arrow from {step.origin} to {step.target} is never taken: no profile meets "
                "its conditions and is offered what it joins.",
            )


def _together(subject: Subject, step: Step) -> bool:
    return any(
        subject.meet(step.when, origin, target)
        for origin in _offers(subject, step.origin)
        for target in _offers(subject, step.target)
    )


def _offers(subject: Subject, end: str) -> list[Conditions]:
    """When an end is on the way: where a treatment is offered; a decision always may be."""
    if end not in subject.guide.treatments:
        return [{}]
    return [row.when for row in subject.offers(end)]


def unreached(subject: Subject) -> Iterator[Finding]:
    """Treatments that are offered and that no arrow leads to, to them or within them.

    One that stands in the first rank of the drawing may begin the way.
    """
    guide, pathway = subject.guide, subject.guide.nothing_known
    rows = guide.row_numbers("treatments", "treatment")
    reached = {top(pathway, step.target) for step in guide.steps}
    first = ranked(pathway)[0]
    starts = {step.origin for step in guide.steps if step.origin in first}
    for group in guide.groups:
        if group.id not in reached | starts and subject.offers(group.id):
            yield Finding(
                "unreached",
                "warning",
                "treatments.csv",
                (rows[group.id],),
                f"No arrow of steps.csv leads to {group.id}.",
                subject.met(subject.offers(group.id)[0].when) or {},
            )


def circles(subject: Subject) -> Iterator[Finding]:
    """Arrows that lead around, but for a way back that asks for something first.

    A recurrence begins anew: an arrow of kind ``then`` with a condition may close a circle.
    """
    pathway = subject.guide.nothing_known
    ways: dict[str, set[str]] = {}
    for step in subject.guide.steps:
        origin, target = top(pathway, step.origin), top(pathway, step.target)
        anew = step.kind == "then" and step.when
        if (
            step.kind != "throughout"
            and not anew
            and (origin != target or step.origin == step.target)
        ):
            ways.setdefault(target, set()).add(origin)
    try:
        TopologicalSorter(ways).prepare()
    except CycleError as error:
        around = error.args[1]
        pairs = set(pairwise(around))
        rows = {
            step.row
            for step in subject.guide.steps
            if (top(pathway, step.origin), top(pathway, step.target)) in pairs
        }
        yield Finding(
            "circle",
            "warning",
            _FILE,
            tuple(sorted(rows)),
            f"The arrows lead around: {' > '.join(around)}. A way back is fine where it is of kind "
            "then and has a condition, as at a recurrence.",
        )
