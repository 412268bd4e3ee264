"""How much of a profile has to be considered to answer a question about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import combinations

from ..guide.guide import GuideValue
from ..statuses import OFFERED, Status, status_of

__all__ = [
    "facts_that_prove",
    "fewest_facts",
    "is_not_offered",
    "is_offered",
    "is_usual",
    "status_by",
]

Facts = Mapping[str, str]


def fewest_facts(facts: Facts, proves: Callable[[Facts], bool]) -> int:
    """The size of the smallest set of facts that proves something, the others not being known.

    Args:
        proves: whether some of the facts prove it; more facts must not undo it.

    >>> facts = {"grade": "G2", "extent": "metastatic", "growth": "stable"}
    >>> fewest_facts(facts, lambda known: {"grade", "growth"} <= known.keys())
    2
    """
    enough = facts_that_prove(facts, proves)
    for size in range(len(enough)):
        for names in combinations(facts, size):
            if proves({name: facts[name] for name in names}):
                return size
    return len(enough)


def facts_that_prove(facts: Facts, proves: Callable[[Facts], bool]) -> Facts:
    """Facts that prove something, of which none can be left out."""
    needed = dict(facts)
    for name in facts:
        fewer = {other: level for other, level in needed.items() if other != name}
        if proves(fewer):
            needed = fewer
    return needed


def is_offered(guide: GuideValue, name: str, facts: Facts) -> bool:
    """Whether a treatment is offered, whatever else is not known."""
    return status_by(guide, name, facts) in OFFERED


def is_not_offered(guide: GuideValue, name: str, facts: Facts) -> bool:
    """Whether a treatment is not offered, whatever else is not known."""
    return status_by(guide, name, facts) in (Status.AGAINST, Status.NOT_NAMED)


def is_usual(guide: GuideValue, name: str, facts: Facts) -> bool:
    """Whether a treatment is usual, whatever else is not known."""
    return status_by(guide, name, facts) is Status.USUAL


def status_by(guide: GuideValue, name: str, facts: Facts) -> Status:
    """The status of a treatment where these facts alone are known."""
    evaluator = guide.evaluator
    return status_of(evaluator.forest.ranks(evaluator.roots[name], guide.space.codes(facts)))
