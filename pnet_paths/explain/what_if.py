"""What if: the tumors that differ in one fact or in two, for which something else is offered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from ..guide.guide import GuideValue
from ..guide.profile import Profile
from ..guide.sentence_patterns import said
from ..guide.sentences import capital, for_such, listed, sections, shared
from ..logic.rank_sets import Ranks
from ..statuses import BY_RANK, OFFERS, Status
from .explanation import Explanation
from .merged_conditions import merged
from .why import why

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Change", "WhatIf", "what_if"]

_IS_OFFERED = np.array([r > 0 and Ranks(r).within(OFFERS) for r in range(1 << len(BY_RANK))])
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

    guide: GuideValue
    profile: Profile
    treatment: str | None
    changes: tuple[Change, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is offered then and the sections it rests on; changes with one effect together."""
        if not self.changes:
            return (self._none(),)
        alike: dict[tuple[object, ...], list[dict[str, str]]] = {}
        effects: dict[tuple[object, ...], Change] = {}
        for change in self._telling():
            gone = frozenset(name for name, level in change.along.items() if level is None)
            key = (frozenset(change.facts), gone, self._effect(change))
            alike.setdefault(key, []).append(self._then(change))
            effects[key] = change
        return tuple(
            self._told(facts, effects[key]) for key, sets in alike.items() for facts in merged(sets)
        )

    def _telling(self) -> tuple[Change, ...]:
        """The changes worth telling: not by a fact that the treatment's rows do not ask for."""
        if not self.treatment:
            return self.changes
        asked = {name for row in self.guide.evaluator.rows[self.treatment] for name in row.when}
        return tuple(c for c in self.changes if c.facts.keys() <= asked) or self.changes

    def _none(self) -> str:
        asked = self.treatment and self.guide.treatments[self.treatment].label
        what = said("what_treatment", label=asked) if asked else said("what_offers")
        nothing = said("no_change", what=what)
        fixed = [
            self.guide.factors[name].label
            for name, levels in self.profile.open.items()
            if len(levels) > 1 and self.guide.factors[name].mutability == _FIXED
        ]
        if not fixed:
            return f"{nothing}."
        return said("not_to_change", nothing=nothing, labels=listed(fixed))

    def sentence(self, change: Change) -> str:
        """A change as a sentence about such a tumor: with what follows, without what is lost."""
        return self._told({n: frozenset({v}) for n, v in self._then(change).items()}, change)

    def _then(self, change: Change) -> dict[str, str]:
        """The levels after a change: the new ones, and those that follow in place of others."""
        levels = {**change.along, **change.facts}
        return {name: level for name, level in levels.items() if level is not None}

    def _told(self, facts: Mapping[str, frozenset[str]], change: Change) -> str:
        factors = self.guide.factors
        gone = [factors[name].label for name, level in change.along.items() if level is None]
        unknown = said("with_unknown", labels=listed(gone)) if gone else ""
        such = capital(for_such(self.guide.subject, factors, facts))
        return said("then", such=such, unknown=unknown, effect=self._effect(change))

    def _effect(self, change: Change) -> str:
        effects = [self._one_effect(change, change.gained, "would_be_offered")]
        status = self.guide.evaluator.status
        lost: dict[str, list[str]] = {}
        for name in change.lost:
            lost.setdefault(status(name, change.profile), []).append(name)
        effects += [
            self._one_effect(change, names, would)
            for after, would in _NO_LONGER.items()
            if (names := lost.get(after))
        ]
        return listed([each for each in effects if each], comma=True)

    def _one_effect(self, change: Change, names: Sequence[str], would: str) -> str:
        if not names:
            return ""
        outer = self._outer(names)
        labels = listed([self.guide.treatments[name].label for name in outer])
        no = shared(words for name in outer for words in self._no(change, name))
        words = f"{'; '.join(no)}; " if no else ""
        return f"{said(would, labels=labels)} ({words}{self._sections(change, names, outer)})"

    def _no(self, change: Change, name: str) -> list[str]:
        """The words with which a treatment is advised against after a change."""
        found = why(self.guide, change.profile, name)
        return [each.row.words for each in found.rows] if found.status is Status.AGAINST else []

    def _outer(self, names: Sequence[str]) -> list[str]:
        """Those of which no group is among them."""
        treatments = self.guide.treatments

        def inside(name: str) -> bool:
            group = treatments[name].member_of
            return bool(group) and (group in names or inside(group))

        return [name for name in names if not inside(name)]

    def _sections(self, change: Change, names: Sequence[str], outer: Sequence[str]) -> str:
        """Where an offer or a no after the change stands; where there is none, the offer before."""
        offered = names is change.gained
        rows = []
        for name in outer:
            after = why(self.guide, change.profile, name)
            explained = (
                after
                if offered or after.status is Status.AGAINST
                else why(self.guide, self.profile, name)
            )
            rows += [found.row.cited for found in explained.rows]
        return sections(rows or [self.guide.treatments[name].cited for name in outer])

    def to_frame(self) -> pd.DataFrame:
        """One row a change: the facts, what changes with them, what is gained and lost."""
        import pandas as pd

        rows = [
            {
                "change": _pairs(change.facts),
                "with_it": _pairs(change.along),
                "gained": ", ".join(change.gained),
                "lost": ", ".join(change.lost),
            }
            for change in self.changes
        ]
        return pd.DataFrame(rows, columns=["change", "with_it", "gained", "lost"])


_NO_LONGER = {
    Status.DEPENDS: "would_depend",
    Status.NOT_NAMED: "would_not_be_named",
    Status.AGAINST: "would_be_no",
}
"""What becomes of a treatment that is offered no more, by its status afterwards."""


def _pairs(facts: Mapping[str, str | None]) -> str:
    return ", ".join(f"{name}={level or '?'}" for name, level in facts.items())


def what_if(guide: GuideValue, profile: Profile, treatment: str | None = None) -> WhatIf:
    """The single changes, then the pairs, after which what is offered (or one treatment) differs.

    Offered means for sure: usual, option or later. Facts that are fixed for a person are never
    changed. Where a new fact cannot occur with an old one, the old one gives way: what follows from
    the rest takes its place. A pair counts for what neither of its changes does alone.

    Args:
        guide: the guide that is asked.
        profile: a profile of it.
        treatment: the id of the one that is asked for; all where it is left out.

    Raises:
        PnetPathsError: the guide has no such treatment.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> known = {"extent": "metastatic", "grade": "G2", "prior_ssa": "yes"}
    >>> print(what_if(guide, guide.profile(known), "prrt").sentences[0])
    For a tumor that carries somatostatin receptors, PRRT would be offered \
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


def _singles(guide: GuideValue, profile: Profile) -> Iterator[tuple[str, str]]:
    for name, factor in guide.factors.items():
        if factor.mutability != _FIXED:
            for level in factor.levels:
                if level.id != profile.level(name):
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
            if name not in facts and guide.factors[name].mutability != _FIXED
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
    ranks = evaluator.many.ranks_of_few(roots, list(codes.T))
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
