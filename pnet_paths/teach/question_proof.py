"""How much of a profile has to be considered to answer a question about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

from ..guide.guide import GuideValue
from ..statuses import NOT_OFFERED, OFFERED, Status, status_of

__all__ = [
    "Facts",
    "certain_status",
    "fewest_facts",
    "irreducible_facts",
    "is_not_offered",
    "is_offered",
    "is_usual",
]

Facts = Mapping[str, str]


def fewest_facts(facts: Facts, proves: Callable[[Facts], bool]) -> tuple[str, ...]:
    """The factors of the smallest set of facts that proves something, if no other fact is known.

    Args:
        proves: whether some of the facts prove it; more facts must not undo it.

    >>> facts = {"grade": "G2", "extent": "metastatic", "growth": "stable"}
    >>> fewest_facts(facts, lambda some: {"grade", "growth"} <= some.keys())
    ('grade', 'growth')
    """
    enough = irreducible_facts(facts, proves)
    return next(
        (
            names
            for size in range(len(enough) + 1)
            for names in combinations(facts, size)
            if proves({name: facts[name] for name in names})
        ),
        tuple(enough),
    )


def irreducible_facts(facts: Facts, proves: Callable[[Facts], bool]) -> Facts:
    """Facts that prove something, none of which can be left out; all where they do not prove it."""
    needed = dict(facts)
    for name in facts:
        fewer = {other: level for other, level in needed.items() if other != name}
        if proves(fewer):
            needed = fewer
    return needed


def is_offered(guide: GuideValue, treatment: str, facts: Facts) -> bool:
    """Whether a treatment is offered, whatever else is not known."""
    return certain_status(guide, treatment, facts) in OFFERED


def is_not_offered(guide: GuideValue, treatment: str, facts: Facts) -> bool:
    """Whether a treatment is not offered, whatever else is not known."""
    return certain_status(guide, treatment, facts) in NOT_OFFERED


def is_usual(guide: GuideValue, treatment: str, facts: Facts) -> bool:
    """Whether a treatment is usual, whatever else is not known."""
    return certain_status(guide, treatment, facts) is Status.USUAL


def certain_status(guide: GuideValue, treatment: str, facts: Facts) -> Status:
    """The status of a treatment where these facts alone are known."""
    evaluator = guide.evaluator
    return status_of(evaluator.forest.ranks(evaluator.roots[treatment], guide.space.codes(facts)))
