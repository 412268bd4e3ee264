"""What if: the changes of one fact, or of two, after which something else is offered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

import numpy as np
import pandas as pd

from ..decision import RANKS
from ..guide import Guide
from ..profile import Profile
from ..statuses import OFFERED, status_of
from ..words import capital, listed, sections
from .result import Explanation
from .why import why

__all__ = ["Change", "WhatIf", "what_if"]

_IS_OFFERED = np.array([bool(r) and status_of(r or 1) in OFFERED for r in range(1 << RANKS)])
_FIXED = "fixed"


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


@dataclass(frozen=True)
class WhatIf(Explanation):
    """The changes that make a difference to what is offered, single ones first, then pairs."""

    guide: Guide
    profile: Profile
    treatment: str | None
    changes: tuple[Change, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence a change, with the sections that what is offered then rests on."""
        if not self.changes:
            return (self._none(),)
        return tuple(map(self.told, self.changes))

    def _none(self) -> str:
        what = self.guide.treatments[self.treatment].label if self.treatment else "anything"
        told = f"No change of one fact or two makes the guide offer {what}, or no longer offer it"
        fixed = [
            self.guide.factors[name].label
            for name, levels in self.profile.open.items()
            if len(levels) > 1 and self.guide.factors[name].mutability == _FIXED
        ]
        return (
            f"{told}; not known, and not to be changed: {listed(fixed)}." if fixed else f"{told}."
        )

    def told(self, change: Change) -> str:
        """A change as a sentence."""
        along = self._along(change)
        return (
            f"{capital(listed([self._if(*fact) for fact in change.facts.items()]))}"
            f"{along}, {self._effect(change)}."
        )

    def _if(self, name: str, level: str) -> str:
        """The fact as a condition: what a test shows, what the disease does, what is chosen."""
        factor = self.guide.factors[name]
        fact = factor.level(level)
        known = self.profile.level(name) is not None
        if factor.mutability == "can_change" and fact.becomes and known:
            return f"if it {fact.becomes}"
        how = {"to_learn": "the test showed", "chosen": "it were decided"}
        how_known = how.get(factor.mutability, "it turned out")
        return f"if {how_known} that {self.guide.subject} {fact.phrase}"

    def _along(self, change: Change) -> str:
        if not change.along:
            return ""
        told = []
        for name, level in change.along.items():
            factor = self.guide.factors[name]
            told.append(f"{factor.label}: {factor.level(level).label if level else 'not known'}")
        return f" (with it, {listed(told)})"

    def _effect(self, change: Change) -> str:
        told = []
        for names, would in ((change.gained, "would be offered"), (change.lost, _NO_LONGER)):
            if names:
                outer = self._outer(names)
                labels = listed([self.guide.treatments[name].label for name in outer])
                told.append(f"{labels} {would} ({self._sections(change, names, outer)})")
        return listed(told)

    def _outer(self, names: Sequence[str]) -> list[str]:
        """Those of which no group is among them."""
        treatments = self.guide.treatments

        def inside(name: str) -> bool:
            group = treatments[name].member_of
            return bool(group) and (group in names or inside(group))

        return [name for name in names if not inside(name)]

    def _sections(self, change: Change, names: Sequence[str], outer: Sequence[str]) -> str:
        seen = change.profile if names is change.gained else self.profile
        rows = [found.row.cited for name in outer for found in why(self.guide, seen, name).rows]
        return sections(rows or [self.guide.treatments[name].cited for name in outer])

    def to_frame(self) -> pd.DataFrame:
        """One row a change: the facts, what changes with them, what is gained and lost."""
        told = [
            {
                "change": _pairs(change.facts),
                "with_it": _pairs(change.along),
                "gained": ", ".join(change.gained),
                "lost": ", ".join(change.lost),
            }
            for change in self.changes
        ]
        return pd.DataFrame(told, columns=["change", "with_it", "gained", "lost"])


_NO_LONGER = "would no longer surely be offered"


def _pairs(facts: Mapping[str, str | None]) -> str:
    return ", ".join(f"{name}={level or '?'}" for name, level in facts.items())


def what_if(guide: Guide, profile: Profile, treatment: str | None = None) -> WhatIf:
    """The single changes, then the pairs, after which what is offered (or one treatment) differs.

    Offered means for sure: usual, option or later. Facts that are fixed for a person are never
    changed. Where a new fact cannot occur with an old one, the old one gives way: what follows from
    the rest takes its place. A pair counts for what neither of its changes does alone.

    Raises:
        PnetPathsError: the guide has no such treatment.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> known = {"extent": "metastatic", "grade": "G2", "prior_ssa": "yes"}
    >>> print(what_if(guide, guide.profile(known), "prrt").sentences[0])
    If the test showed that the tumor carries somatostatin receptors, PRRT would be offered \
(sections "Metastatic pancreas NETs" and "Peptide receptor radionuclide therapy (PRRT)").
    """
    names = [guide.known(treatment)] if treatment else list(guide.treatments)
    singles = list(_singles(guide, profile))
    moves: list[dict[str, str]] = [{}, *({name: level} for name, level in singles)]
    moves += [{**a, **b} for a, b in combinations(moves[1:], 2) if not a.keys() & b.keys()]
    tried = ((facts, _applied(guide, profile, facts)) for facts in moves)
    applied = [(facts, after) for facts, after in tried if after is not None]
    offered = _offered(guide, [after for _, after in applied], names)
    by_facts = {frozenset(f.items()): row for (f, _), row in zip(applied, offered, strict=True)}
    found = []
    before = offered[0]
    for (facts, after), now in zip(applied[1:], offered[1:], strict=True):
        parts = [by_facts.get(frozenset({item})) for item in facts.items()]
        alone = [part for part in parts if part is not None and len(facts) > 1]
        new = now & ~before & ~np.logical_or.reduce([before, *alone])
        gone = before & ~now & np.logical_and.reduce([before, *alone])
        if new.any() or gone.any():
            found.append(_change(guide, profile, facts, after, names, new, gone))
    return WhatIf(guide, profile, treatment, tuple(found))


def _singles(guide: Guide, profile: Profile) -> Iterator[tuple[str, str]]:
    for name, factor in guide.factors.items():
        if factor.mutability != _FIXED:
            for level in factor.levels:
                if level.id != profile.level(name):
                    yield name, level.id


def _applied(guide: Guide, profile: Profile, facts: Mapping[str, str]) -> dict[str, str] | None:
    """The known facts after a change: those that cannot stay are left out. None: it cannot be."""
    known = {**profile, **facts}
    while conflict := guide.space.conflict(known):
        gone = [
            name
            for name in conflict.facts
            if name not in facts and guide.factors[name].mutability != _FIXED
        ]
        if not gone:
            return None
        for name in gone:
            del known[name]
    return known


def _offered(guide: Guide, known: Sequence[Mapping[str, str]], names: Sequence[str]) -> np.ndarray:
    """Whether each treatment (columns) is surely offered for each profile (rows)."""
    evaluator = guide.evaluator
    codes = np.array([guide.space.codes(facts) for facts in known], dtype=np.int16)
    roots = list(dict.fromkeys(evaluator.roots[name] for name in names))
    ranks = evaluator.forest.ranks_of_many(roots, list(codes.T))
    by_root = {root: _IS_OFFERED[found] for root, found in zip(roots, ranks, strict=True)}
    return np.column_stack([by_root[evaluator.roots[name]] for name in names])


def _change(
    guide: Guide,
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
