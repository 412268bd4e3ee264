"""Assumed facts: they belong to a profile until a stated fact says otherwise."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from .profile import ProfileSpace

__all__ = ["reconcile", "stated_facts", "unchanged_assumptions"]


def stated_facts(facts: Mapping[str, str], assumed: Collection[str]) -> dict[str, str]:
    """The facts that are not assumed.

    >>> stated_facts({"grade": "G2", "course": "first"}, assumed={"course"})
    {'grade': 'G2'}
    """
    return {name: level for name, level in facts.items() if name not in assumed}


def reconcile(
    space: ProfileSpace, facts: Mapping[str, str], assumed: Collection[str]
) -> dict[str, str]:
    """The facts without the assumed ones that cannot occur with the others.

    Of assumed facts that clash with each other the earlier factors stay. Stated facts are never
    left out, though they may clash.
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
    """The assumed facts that are in both profiles with the same level.

    >>> unchanged_assumptions({"course"}, {"course": "first"}, {"course": "first", "grade": "G2"})
    frozenset({'course'})
    """
    return frozenset(name for name in assumed if before.get(name) == after.get(name) is not None)
