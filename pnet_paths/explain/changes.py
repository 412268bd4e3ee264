"""The changes of a profile after which something else is offered; many are looked at together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

import numpy as np

from ..guide.guide import GuideValue
from ..guide.profile import Profile
from ..logic.rank_sets import Ranks
from ..statuses import BY_RANK, OFFERS

__all__ = ["FIXED", "Change", "changes_of", "singles", "together"]

_IS_OFFERED = np.array([r > 0 and Ranks(r).within(OFFERS) for r in range(1 << len(BY_RANK))])
FIXED = "fixed"
"""The mutability of factors that are never changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One or two facts that change, what changes with them, and what is offered then.

    ``facts`` are the new levels; ``along`` the known facts that cannot stay, with what follows
    instead (None: not known). ``profile`` is the profile afterwards. ``gained`` and ``lost`` are
    the treatments that are offered only afterwards, or only before; for two facts only those that
    neither of them changes alone.
    """

    facts: Mapping[str, str]
    along: Mapping[str, str | None]
    profile: Profile
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def together(singles: Sequence[Mapping[str, str]], count: int) -> Iterator[dict[str, str]]:
    """So many changes of different factors at once."""
    for each in combinations(singles, count):
        facts = {name: level for single in each for name, level in single.items()}
        if len(facts) == count:
            yield facts


def changes_of(
    guide: GuideValue,
    profile: Profile,
    names: Sequence[str],
    moves: Iterable[Mapping[str, str]],
) -> list[Change]:
    """Those of some moves that make a difference which no part of them among the moves makes."""
    tried = ((facts, _applied(guide, profile, facts)) for facts in ({}, *moves))
    applied = [(facts, after) for facts, after in tried if after is not None]
    offered = _offered(guide, [after for _, after in applied], names)
    by_facts = {frozenset(f.items()): row for (f, _), row in zip(applied, offered, strict=True)}
    found = []
    before = offered[0]
    for (facts, after), now in zip(applied[1:], offered[1:], strict=True):
        parts = [by_facts.get(frozenset({item})) for item in facts.items()]
        alone = [part for part in parts if part is not None and len(facts) > 1]
        without = np.array([before, *alone])
        new = now & ~without.any(axis=0)
        gone = without.all(axis=0) & ~now
        if new.any() or gone.any():
            found.append(_change(guide, profile, facts, after, names, new, gone))
    return found


def singles(guide: GuideValue, profile: Profile) -> Iterator[tuple[str, str]]:
    """Every other level of every factor that is not fixed for a person."""
    for name, factor in guide.factors.items():
        if factor.mutability != FIXED:
            for level in factor.levels:
                if level.id != profile.get(name):
                    yield name, level.id


def _applied(
    guide: GuideValue, profile: Profile, facts: Mapping[str, str]
) -> dict[str, str] | None:
    """The known facts after a change: those that cannot stay are left out. None: it cannot be."""
    known = {**profile, **facts}
    while conflict := guide.space.conflict(known):
        gone = [
            name
            for name in conflict.facts
            if name not in facts and guide.factors[name].mutability != FIXED
        ]
        if not gone:
            return None
        for name in gone:
            del known[name]
    return known


def _offered(
    guide: GuideValue, known: Sequence[Mapping[str, str]], names: Sequence[str]
) -> np.ndarray:
    """Whether each treatment (columns) is surely offered for each profile (rows)."""
    evaluator = guide.evaluator
    codes = np.array([guide.space.codes(facts) for facts in known], dtype=np.int16)
    roots = list(dict.fromkeys(evaluator.roots[name] for name in names))
    ranks = evaluator.many_profiles.ranks_of_few(roots, list(codes.T))
    by_root = {root: _IS_OFFERED[found] for root, found in zip(roots, ranks, strict=True)}
    return np.column_stack([by_root[evaluator.roots[name]] for name in names])


def _change(
    guide: GuideValue,
    profile: Profile,
    facts: Mapping[str, str],
    after: Mapping[str, str],
    names: Sequence[str],
    new: np.ndarray,
    gone: np.ndarray,
) -> Change:
    changed = guide.profile(after)
    along = {name: changed.level(name) for name in profile if name not in after}
    return Change(
        MappingProxyType(dict(facts)),
        MappingProxyType(along),
        changed,
        tuple(name for name, is_new in zip(names, new, strict=True) if is_new),
        tuple(name for name, is_gone in zip(names, gone, strict=True) if is_gone),
    )
