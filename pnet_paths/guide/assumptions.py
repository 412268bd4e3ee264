"""Assumed facts: they belong to a profile until a stated fact rules them out."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .profile import ProfileSpace

__all__ = ["reconcile", "stated_facts", "unchanged_assumptions"]


def stated_facts(facts: Mapping[str, str], assumed: Collection[str]) -> dict[str, str]:
    """Return the facts that are not assumed.

    >>> stated_facts({"grade": "G2", "course": "first"}, assumed={"course"})
    {'grade': 'G2'}
    """
    return {name: level for name, level in facts.items() if name not in assumed}


def reconcile(
    space: ProfileSpace, facts: Mapping[str, str], assumed: Collection[str]
) -> dict[str, str]:
    """Drop the assumed facts that cannot occur with the others.

    Of assumed facts that clash with each other, those of earlier factors stay. Stated facts always
    stay, even if they clash.
    """
    remaining = stated_facts(facts, assumed)
    for name in space.factors:
        if name in assumed and name in facts:
            more = {**remaining, name: facts[name]}
            if space.conflict(more) is None:
                remaining = more
    return remaining


def unchanged_assumptions(
    assumed: Collection[str], before: Mapping[str, str], after: Mapping[str, str]
) -> frozenset[str]:
    """Return the assumed facts that have the same level in both profiles.

    >>> unchanged_assumptions({"course"}, {"course": "first"}, {"course": "first", "grade": "G2"})
    frozenset({'course'})
    """
    return frozenset(name for name in assumed if before.get(name) == after.get(name) is not None)
