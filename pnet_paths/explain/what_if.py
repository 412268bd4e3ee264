"""What if: the tumors that differ in a few facts and for which other treatments are offered."""

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
from .changes import FIXED, Change, combined_changes, effective_changes, single_changes
from .explanation import Explanation
from .merged_conditions import merge
from .why import Why, why

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Change", "WhatIf", "what_if"]


@dataclass(frozen=True)
class WhatIf(Explanation):
    """The changes that make a difference to what is offered, smaller ones first."""

    guide: GuideValue
    profile: Profile
    treatment: str | None
    changes: tuple[Change, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is offered after each change, with sections; changes with one effect are joined."""
        if not self.changes:
            return (self._no_change(),)
        alike: dict[tuple[object, ...], list[dict[str, str]]] = {}
        effects: dict[tuple[object, ...], Change] = {}
        for change, effect in self._without_detours():
            gone = frozenset(name for name, level in change.along.items() if level is None)
            key = (frozenset(change.facts), gone, effect)
            alike.setdefault(key, []).append(self._levels_after(change))
            effects[key] = change
        return tuple(
            self._sentence(facts, effects[key])
            for key, sets in alike.items()
            for facts in merge(sets)
        )

    def _direct_changes(self) -> tuple[Change, ...]:
        """Return the changes by facts that rows of the changed treatments ask for, or else all."""
        direct = tuple(
            change
            for change in self.changes
            if change.facts.keys()
            <= frozenset().union(
                *(_factors_of_rows(self.guide, name) for name in (*change.gained, *change.lost))
            )
        )
        return direct or self.changes

    def _without_detours(self) -> list[tuple[Change, str]]:
        """Return the direct changes with their effects, without those that repeat a smaller one.

        "Grade 3 and poorly differentiated" says nothing beside "grade 3" with the same effect.
        """
        effects = [(change, self._effect(change)) for change in self._direct_changes()]
        facts: dict[str, list[frozenset[tuple[str, str]]]] = {}
        for change, effect in effects:
            facts.setdefault(effect, []).append(frozenset(self._levels_after(change).items()))
        return [
            (change, effect)
            for change, effect in effects
            if not any(other < self._levels_after(change).items() for other in facts[effect])
        ]

    def _no_change(self) -> str:
        phrase = self.treatment and self.guide.treatments[self.treatment].phrase
        what = fill("what_treatment", label=phrase) if phrase else fill("what_offers")
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
        """Return a change as a sentence about a tumor with the new facts."""
        return self._sentence(
            {n: frozenset({v}) for n, v in self._levels_after(change).items()}, change
        )

    def _levels_after(self, change: Change) -> dict[str, str]:
        """Return the levels after a change: the new ones, and those that follow from them."""
        levels = {**change.along, **change.facts}
        return {name: level for name, level in levels.items() if level is not None}

    def _sentence(self, facts: Mapping[str, frozenset[str]], change: Change) -> str:
        factors = self.guide.factors
        gone = [factors[name].label for name, level in change.along.items() if level is None]
        unknown = fill("with_unknown", labels=join_words(gone)) if gone else ""
        such = capitalize(scope_phrase(self.guide.subject, factors, facts, self._ours(change)))
        return fill("then", such=such, unknown=unknown, effect=self._effect(change))

    def _ours(self, change: Change) -> frozenset[str]:
        """Return the factors that the new offers ask for only because we added the condition."""
        evaluator = self.guide.evaluator
        return our_facts(
            each.row
            for name in change.gained
            for each in evaluator.deciding_rows(name, change.profile)
            if each.row.strength.offers
        )

    def _effect(self, change: Change) -> str:
        """Return what is gained and lost by a change, in words; stated before inferred."""
        effects: dict[tuple[str, bool], list[str]] = {}
        for name in self._outermost(change.gained):
            key = ("would_be_offered", self._is_inferred(change, name))
            effects.setdefault(key, []).append(name)
        for name in self._outermost(change.lost):
            after = why(self.guide, change.profile, name)
            would = f"would_be_{after.status}" + ("_ours" if _is_our_silence(after) else "")
            is_no = after.status.is_caveat
            key = (would, is_no and self._is_inferred(change, name))
            effects.setdefault(key, []).append(name)
        order = sorted(effects, key=lambda key: (_EFFECTS.index(key[0]), key[1]))
        return join_words(
            [self._one_effect(change, effects[key], *key) for key in order], comma=True
        )

    def _is_inferred(self, change: Change, name: str) -> bool:
        """Return True if the status after a change can rest on inference alone."""
        evaluator = self.guide.evaluator
        return evaluator.possible_ranks([evaluator.inferred[name]], change.profile) != [UNMET]

    def _one_effect(self, change: Change, names: Sequence[str], would: str, inferred: bool) -> str:
        labels = join_words([self.guide.treatments[name].phrase for name in names])
        no = unique(words for name in names for words in self._words_of_no(change, name))
        words = f"{'; '.join(no)}; " if no else ""
        gained = would == "would_be_offered"
        cited = self._section_words(change, names, gained, inferred)
        return f"{fill(would, labels=labels)} ({words}{cited})"

    def _words_of_no(self, change: Change, name: str) -> list[str]:
        """Return the words of the no that a treatment has after a change."""
        after = why(self.guide, change.profile, name)
        return [each.row.words for each in after.rows] if after.status.is_caveat else []

    def _outermost(self, names: Sequence[str]) -> list[str]:
        """Return the treatments whose groups are not among them."""
        treatments = self.guide.treatments

        def inside(name: str) -> bool:
            group = treatments[name].member_of
            return bool(group) and (group in names or inside(group))

        return [name for name in names if not inside(name)]

    def _section_words(
        self, change: Change, names: Sequence[str], gained: bool, inferred: bool
    ) -> str:
        """Return the sections of the offer or no after a change, or else of the offer before it."""
        rows: list[Indication] = []
        for name in names:
            after = why(self.guide, change.profile, name)
            explained = (
                after if gained or after.status.is_caveat else why(self.guide, self.profile, name)
            )
            rows += [each.row for each in explained.rows]
        cited = [row.cited for row in rows]
        if inferred:
            return basis_phrase(rows)
        return section_phrase(cited or [self.guide.treatments[name].cited for name in names])

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each change: facts, consequences, what is gained and lost."""
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
    """Return True if a treatment is not named only because of conditions that we added."""
    return after.status is Status.NOT_NAMED and bool(after.withheld_offers)


def _pairs(facts: Mapping[str, str | None]) -> str:
    return ", ".join(f"{name}={level or '?'}" for name, level in facts.items())


def what_if(guide: GuideValue, profile: Profile, treatment: str | None = None) -> WhatIf:
    """Return the single changes and the pairs after which other treatments are offered.

    For one treatment, three facts are changed if no one or two facts of its rows make a difference.
    Offered means for sure: usual, option or later. Fixed facts never change. An old fact that
    cannot occur with a new one is dropped. A pair counts for what neither of its changes does.

    Args:
        guide: a guide.
        profile: a profile of it.
        treatment: the id of a treatment; all treatments if left out.

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
    every = [{name: level} for name, level in single_changes(guide, profile)]
    alone = [each for each in every if not each.items() & profile.implied.items()]
    changes = effective_changes(guide, profile, names, [*alone, *combined_changes(alone, 2)])
    if treatment:
        factors = _factors_of_rows(guide, treatment)
        if not any(change.facts.keys() <= factors for change in changes):
            # Three facts that the guide asks for say more than two that imply them. Implied facts
            # may change too, as they follow from other facts before the change.
            direct = [facts for facts in every if facts.keys() <= factors]
            changes += effective_changes(guide, profile, names, combined_changes(direct, 3))
    return WhatIf(guide, profile, treatment, tuple(changes))


def _factors_of_rows(guide: GuideValue, treatment: str) -> frozenset[str]:
    """Return the factors of the rows that offer a treatment or say no to it."""
    rows = guide.evaluator.rows[treatment]
    return frozenset(n for row in rows if row.strength is not Strength.WAITS for n in row.when)
