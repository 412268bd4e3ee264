"""The changes of a profile after which other treatments are offered, worked out all at once."""

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

__all__ = ["FIXED", "Change", "combined_changes", "effective_changes", "single_changes"]

_IS_OFFERED = np.array([r > 0 and Ranks(r).within(OFFERS) for r in range(1 << len(BY_RANK))])
FIXED = "fixed"
"""The mutability of factors that never change."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one to three facts, and what is offered after it.

    ``facts`` are the new levels; ``along`` the known facts that they rule out, with the levels that
    follow instead (None: not known). ``profile`` is the profile after the change. ``gained`` and
    ``lost`` are the treatments offered only after it, or only before it; of several facts only
    those that no single one of them changes.
    """

    facts: Mapping[str, str]
    along: Mapping[str, str | None]
    profile: Profile
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def combined_changes(singles: Sequence[Mapping[str, str]], count: int) -> Iterator[dict[str, str]]:
    """Yield all combinations of ``count`` changes of different factors."""
    for each in combinations(singles, count):
        facts = {name: level for single in each for name, level in single.items()}
        if len(facts) == count:
            yield facts


def effective_changes(
    guide: GuideValue,
    profile: Profile,
    names: Sequence[str],
    moves: Iterable[Mapping[str, str]],
) -> list[Change]:
    """Return the moves that change what is offered in a way that no part of them does.

    Args:
        names: the treatments to look at.
        moves: new levels by factor.
    """
    pairs = ((facts, _apply(guide, profile, facts)) for facts in ({}, *moves))
    applied = [(facts, after) for facts, after in pairs if after is not None]
    offered = _offered_matrix(guide, [after for _, after in applied], names)
    by_facts = {frozenset(f.items()): row for (f, _), row in zip(applied, offered, strict=True)}
    changes = []
    before = offered[0]
    for (facts, after), now in zip(applied[1:], offered[1:], strict=True):
        parts = [by_facts.get(frozenset({item})) for item in facts.items()]
        alone = [part for part in parts if part is not None and len(facts) > 1]
        without = np.array([before, *alone])
        new = now & ~without.any(axis=0)
        gone = without.all(axis=0) & ~now
        if new.any() or gone.any():
            changes.append(_change(guide, profile, facts, after, names, new, gone))
    return changes


def single_changes(guide: GuideValue, profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield every other level of every factor that can change."""
    for name, factor in guide.factors.items():
        if factor.mutability != FIXED:
            for level in factor.levels:
                if level.id != profile.get(name):
                    yield name, level.id


def _apply(guide: GuideValue, profile: Profile, facts: Mapping[str, str]) -> dict[str, str] | None:
    """Return the facts after a change, without those that it rules out; None if impossible."""
    after = {**profile, **facts}
    while conflict := guide.space.conflict(after):
        gone = [
            name
            for name in conflict.facts
            if name not in facts and guide.factors[name].mutability != FIXED
        ]
        if not gone:
            return None
        for name in gone:
            del after[name]
    return after


def _offered_matrix(
    guide: GuideValue, profiles: Sequence[Mapping[str, str]], names: Sequence[str]
) -> np.ndarray:
    """Return whether each treatment (columns) is surely offered for each profile (rows)."""
    evaluator = guide.evaluator
    codes = np.array([guide.space.codes(facts) for facts in profiles], dtype=np.int16)
    roots = list(dict.fromkeys(evaluator.roots[name] for name in names))
    ranks = evaluator.many_profiles.ranks_of_few(roots, list(codes.T))
    by_root = {root: _IS_OFFERED[each] for root, each in zip(roots, ranks, strict=True)}
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
