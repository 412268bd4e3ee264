"""What if: the tumors that differ in a fact or two, for which something else is offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..guide.guide import GuideValue
from ..guide.profile import Profile
from ..guide.reasons import our_facts
from ..guide.sentence_patterns import fill
from ..guide.sentences import (
    basis_phrase,
    capitalize,
    join_words,
    scope_phrase,
    section_phrase,
    unique,
)
from ..logic.rank_sets import UNMET
from ..statuses import CAVEATS, Status, Strength
from ..tables.models import Indication
from .changes import FIXED, Change, changes_of, singles, together
from .explanation import Explanation
from .merged_conditions import merge
from .why import Why, why

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Change", "WhatIf", "what_if"]


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
        for change, effect in self._without_detours():
            gone = frozenset(name for name, level in change.along.items() if level is None)
            key = (frozenset(change.facts), gone, effect)
            alike.setdefault(key, []).append(self._then(change))
            effects[key] = change
        return tuple(
            self._told(facts, effects[key]) for key, sets in alike.items() for facts in merge(sets)
        )

    def _direct_changes(self) -> tuple[Change, ...]:
        """The changes worth telling: not by a fact for which no row of what they change asks."""
        direct = tuple(
            change
            for change in self.changes
            if change.facts.keys()
            <= frozenset().union(
                *(_asked(self.guide, name) for name in (*change.gained, *change.lost))
            )
        )
        return direct or self.changes

    def _without_detours(self) -> list[tuple[Change, str]]:
        """The changes worth telling, each with its effect, but those that say more than others.

        "Grade 3 and poorly differentiated" says nothing beside "grade 3" with the same effect.
        """
        told = [(change, self._effect(change)) for change in self._direct_changes()]
        facts: dict[str, list[frozenset[tuple[str, str]]]] = {}
        for change, effect in told:
            facts.setdefault(effect, []).append(frozenset(self._then(change).items()))
        return [
            (change, effect)
            for change, effect in told
            if not any(other < self._then(change).items() for other in facts[effect])
        ]

    def _none(self) -> str:
        asked = self.treatment and self.guide.treatments[self.treatment].phrase
        what = fill("what_treatment", label=asked) if asked else fill("what_offers")
        nothing = fill("no_change", what=what)
        fixed = [
            self.guide.factors[name].label
            for name, levels in self.profile.open.items()
            if len(levels) > 1 and self.guide.factors[name].mutability == FIXED
        ]
        if not fixed:
            return f"{nothing}."
        return fill("not_to_change", nothing=nothing, labels=join_words(fixed))

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
        unknown = fill("with_unknown", labels=join_words(gone)) if gone else ""
        such = capitalize(scope_phrase(self.guide.subject, factors, facts, self._ours(change)))
        return fill("then", such=such, unknown=unknown, effect=self._effect(change))

    def _ours(self, change: Change) -> frozenset[str]:
        """The factors for which what is offered then asks only by our addition."""
        evaluator = self.guide.evaluator
        return our_facts(
            each.row
            for name in change.gained
            for each in evaluator.deciding_rows(name, change.profile)
            if each.row.strength.offers
        )

    def _effect(self, change: Change) -> str:
        """What is offered then and what becomes of the rest; the stated before the inferred."""
        found: dict[tuple[str, bool], list[str]] = {}
        for name in self._outer(change.gained):
            key = ("would_be_offered", self._is_inferred(change, name))
            found.setdefault(key, []).append(name)
        for name in self._outer(change.lost):
            after = why(self.guide, change.profile, name)
            would = f"would_be_{after.status}" + ("_ours" if _is_our_silence(after) else "")
            is_no = after.status.is_caveat
            key = (would, is_no and self._is_inferred(change, name))
            found.setdefault(key, []).append(name)
        order = sorted(found, key=lambda key: (_EFFECTS.index(key[0]), key[1]))
        return join_words([self._one_effect(change, found[key], *key) for key in order], comma=True)

    def _is_inferred(self, change: Change, name: str) -> bool:
        """Whether what becomes of a treatment rests, in some completion, on inference alone."""
        evaluator = self.guide.evaluator
        return evaluator.possible_ranks([evaluator.inferred[name]], change.profile) != [UNMET]

    def _one_effect(self, change: Change, names: Sequence[str], would: str, inferred: bool) -> str:
        labels = join_words([self.guide.treatments[name].phrase for name in names])
        no = unique(words for name in names for words in self._no(change, name))
        words = f"{'; '.join(no)}; " if no else ""
        gained = would == "would_be_offered"
        cited = self._cited(change, names, gained, inferred)
        return f"{fill(would, labels=labels)} ({words}{cited})"

    def _no(self, change: Change, name: str) -> list[str]:
        """The words with which a treatment is advised against after a change."""
        found = why(self.guide, change.profile, name)
        return [each.row.words for each in found.rows] if found.status.is_caveat else []

    def _outer(self, names: Sequence[str]) -> list[str]:
        """Those of which no group is among them."""
        treatments = self.guide.treatments

        def inside(name: str) -> bool:
            group = treatments[name].member_of
            return bool(group) and (group in names or inside(group))

        return [name for name in names if not inside(name)]

    def _cited(self, change: Change, names: Sequence[str], gained: bool, inferred: bool) -> str:
        """Where an offer or a no after the change stands; where there is none, the offer before.

        What is our inference, at least in part, says so.
        """
        rows: list[Indication] = []
        for name in names:
            after = why(self.guide, change.profile, name)
            explained = (
                after if gained or after.status.is_caveat else why(self.guide, self.profile, name)
            )
            rows += [found.row for found in explained.rows]
        cited = [row.cited for row in rows]
        if inferred:
            return basis_phrase(rows)
        return section_phrase(cited or [self.guide.treatments[name].cited for name in names])

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


_EFFECTS = (
    "would_be_offered",
    "would_be_depends",
    "would_be_not_named",
    "would_be_not_named_ours",
    *(f"would_be_{status}" for status in CAVEATS),
)


def _is_our_silence(after: Why) -> bool:
    """Whether a treatment is not named only because of conditions that we add."""
    return after.status is Status.NOT_NAMED and bool(after.withheld_offers)


def _pairs(facts: Mapping[str, str | None]) -> str:
    return ", ".join(f"{name}={level or '?'}" for name, level in facts.items())


def what_if(guide: GuideValue, profile: Profile, treatment: str | None = None) -> WhatIf:
    """The single changes, then the pairs, after which what is offered (or one treatment) differs.

    Of one treatment three facts at once are changed where fewer that its rows ask for make no
    difference.

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
    >>> known = {"extent": "metastatic", "grade": "G2", "course": "first", "removed": "no"}
    >>> print(what_if(guide, guide.profile(known), "prrt").sentences[0])
    For a tumor that carries somatostatin receptors, PRRT would be offered \
(sections "Metastatic pancreas NETs" and "Peptide receptor radionuclide therapy (PRRT)").
    """
    names = [guide.check_treatment(treatment)] if treatment else list(guide.treatments)
    every = [{name: level} for name, level in singles(guide, profile)]
    alone = [each for each in every if not each.items() & profile.implied.items()]
    changes = changes_of(guide, profile, names, [*alone, *together(alone, 2)])
    if treatment:
        asked = _asked(guide, treatment)
        if not any(change.facts.keys() <= asked for change in changes):
            # Rather three facts that the guide asks for than two that get there by a detour. What
            # follows from a fact that changes has to be said anew.
            direct = [facts for facts in every if facts.keys() <= asked]
            changes += changes_of(guide, profile, names, together(direct, 3))
    return WhatIf(guide, profile, treatment, tuple(changes))


def _asked(guide: GuideValue, treatment: str) -> frozenset[str]:
    """The factors that the rows which offer a treatment, or say no to it, ask for."""
    rows = guide.evaluator.rows[treatment]
    return frozenset(n for row in rows if row.strength is not Strength.WAITS for n in row.when)
