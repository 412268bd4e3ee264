"""Checks of steps: arrows that no profile takes, treatments without an arrow, circles."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from ..drawing.places import ranked
from ..logic.joint_diagrams import RankSource
from ..logic.rank_sets import MET, UNMET
from ..logic.regions import holds_in_cube
from ..statuses import OFFERS
from ..tables.models import Step
from .checked_guide import CheckedGuide
from .finding import Finding

__all__ = ["circles", "overstated_arrows", "unreached_groups", "untaken_arrows"]

_FILE = "steps.csv"


def untaken_arrows(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield arrows whose ends are never offered together under their conditions."""
    for step in checked.guide.steps:
        if not _can_be_taken(checked, step):
            yield Finding(
                "apart",
                "warning",
                _FILE,
                (step.row,),
                f"The arrow from {step.origin} to {step.target} is never taken: no profile meets "
                "its conditions and is offered what it joins.",
            )


def _can_be_taken(checked: CheckedGuide, step: Step) -> bool:
    """Return True if a profile meets a step's conditions and is offered its treatments.

    Decisions count as reachable.
    """
    roots = checked.evaluator.roots
    ends = [end for end in (step.origin, step.target) if end in roots]
    apart = checked.joint(RankSource((roots[end],), _rank_if_not_offered) for end in ends)
    return not holds_in_cube(apart, apart.root, checked.space.cube(step.when), MET.__eq__)


def overstated_arrows(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield stated arrows that lead to an offer by inference alone."""
    evaluator, reached = checked.evaluator, checked.way_roots
    for step in checked.guide.steps:
        if step.basis != "stated" or step.target not in checked.guide.treatments:
            continue
        taken = (evaluator.condition_root(step.when), reached[step.origin], reached[step.target])
        roots = (*taken, evaluator.inferred[step.target])
        unmet = checked.joint(RankSource((root,), UNMET.__eq__) for root in roots)
        witness = checked.example(unmet, unmet.root, UNMET)
        if witness is not None:
            yield Finding(
                "stated-arrow",
                "warning",
                _FILE,
                (step.row,),
                f"The arrow from {step.origin} to {step.target} is stated, and there are profiles "
                f"that take it for which {step.target} is offered by inference alone.",
                witness,
            )


def _rank_if_not_offered(ranks: int) -> int:
    return int(not ranks & OFFERS)


def unreached_groups(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield groups that are offered without an arrow to them or one of their members.

    A group in the first rank of the drawing may have outgoing arrows only.
    """
    guide = checked.guide
    rows = guide.row_numbers("treatments", "treatment")
    reached = {guide.outermost(step.target) for step in guide.steps}
    first = ranked(guide)[0]
    starts = {step.origin for step in guide.steps if step.origin in first}
    for group in guide.groups:
        if group.id in reached | starts:
            continue
        witness = checked.example(checked.forest, checked.evaluator.roots[group.id], OFFERS)
        if witness is not None:
            yield Finding(
                "unreached",
                "warning",
                "treatments.csv",
                (rows[group.id],),
                f"No arrow of steps.csv leads to {group.id}.",
                witness,
            )


def circles(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield a circle of arrows, if there is one.

    An arrow of kind ``then`` with a condition may close a circle, as at a recurrence.
    """
    guide = checked.guide
    ways: dict[str, set[str]] = {}
    for step in checked.guide.steps:
        origin, target = guide.outermost(step.origin), guide.outermost(step.target)
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
            for step in checked.guide.steps
            if (guide.outermost(step.origin), guide.outermost(step.target)) in pairs
        }
        yield Finding(
            "circle",
            "warning",
            _FILE,
            tuple(sorted(rows)),
            f"The arrows lead around: {' > '.join(around)}. A way back is fine where it is of kind "
            "then and has a condition, as at a recurrence.",
        )
