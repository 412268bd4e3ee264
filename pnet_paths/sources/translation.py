"""A profile of one guide in the words of another: what follows, and what has to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..guide.guide import GuideValue
from .equivalents import Equivalent

__all__ = ["Origin", "Translation", "left_behind", "meanings", "translate"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact of another guide comes from: facts of this guide, and whether we infer it."""

    facts: tuple[tuple[str, str], ...]
    inferred: bool


@dataclass(frozen=True, slots=True)
class Translation:
    """What a profile says in the words of another guide.

    Attributes:
        facts: levels by factor of the other guide.
        origins: by factor of the other guide where its fact comes from.
        unused: the factors of the profile that say nothing there.
        undecided: the levels that stay possible, by factor of the other guide, where the profile
            leaves several.
        conflicts: the factors of the other guide whose facts follow and cannot occur together
            there; they are left unknown.
    """

    facts: Mapping[str, str]
    origins: Mapping[str, Origin]
    unused: tuple[str, ...]
    undecided: Mapping[str, frozenset[str]]
    conflicts: tuple[str, ...]


def translate(
    profile: Mapping[str, str], guide: GuideValue, other: GuideValue, rows: Iterable[Equivalent]
) -> Translation:
    """What a profile of ``guide`` says in the words of ``other``; nothing is guessed.

    Args:
        profile: levels by factor of ``guide``.
        rows: the table of equivalents.
    """
    said = meanings(guide.id, other.id, rows)
    possible: dict[str, frozenset[str]] = {}
    origins: dict[str, Origin] = {}
    unused: list[str] = []
    for factor, level in profile.items():
        told = {name: found for (f, v, name), found in said.items() if (f, v) == (factor, level)}
        if not any(levels for levels, _ in told.values()):
            unused.append(factor)
        for name, (levels, inferred) in told.items():
            if not levels:
                continue
            before = origins.get(name, Origin((), False))
            possible[name] = possible.get(name, levels) & levels
            origins[name] = Origin((*before.facts, (factor, level)), before.inferred or inferred)
    facts: dict[str, str] = {}
    conflicts: list[str] = []
    in_order = [name for name in other.factors if name in possible]
    for name in in_order:
        if len(possible[name]) != 1:
            conflicts += [] if possible[name] else [name]
            continue
        (level,) = possible[name]
        if other.space.conflict({**facts, name: level}):
            conflicts.append(name)
        else:
            facts[name] = level
    undecided = {name: possible[name] for name in in_order if len(possible[name]) > 1}
    origins = {name: origin for name, origin in origins.items() if name in facts}
    return Translation(facts, origins, tuple(unused), undecided, tuple(conflicts))


def left_behind(factors: Iterable[str], translation: Translation) -> tuple[str, ...]:
    """The factors of a profile from which no fact of the other guide follows."""
    taken = {name for origin in translation.origins.values() for name, _ in origin.facts}
    return tuple(name for name in factors if name not in taken)


def meanings(
    guide: str, other: str, rows: Iterable[Equivalent]
) -> dict[tuple[str, str, str], tuple[frozenset[str], bool]]:
    """What each fact of one guide says in the other.

    Returns:
        By factor, level and factor of the other guide its levels there, and whether we infer it.
    """
    said: dict[tuple[str, str, str], tuple[frozenset[str], bool]] = {}

    def add(factor: str, level: str, name: str, levels: Iterable[str], inferred: bool) -> None:
        before, ours = said.get((factor, level, name), (frozenset(), False))
        said[factor, level, name] = (before | frozenset(levels), ours or inferred)

    for row in rows:
        inferred = row.basis == "inferred"
        if (row.guide, row.other_guide) == (guide, other):
            add(row.factor, row.level, row.other_factor, row.other_levels, inferred)
        if row.way == "both" and (row.other_guide, row.guide) == (guide, other):
            for level in row.other_levels:
                add(row.other_factor, level, row.factor, [row.level], inferred)
    return said
