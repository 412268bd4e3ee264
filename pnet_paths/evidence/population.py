"""Whether a profile is such a one as took part: what a trial asked for, beside a guide's facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..guide.guide import GuideValue
from ..guide.profile import Profile
from ..guide.sentences import join_words
from ..tables.models import Conditions
from .tables import EvidenceTables

__all__ = ["Criterion", "Fit", "Match", "Teller", "criteria", "match"]


class Fit(StrEnum):
    """Whether a profile meets what was asked for."""

    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Teller:
    """A guide's factor that tells of a criterion, and its levels that meet it or do not."""

    factor: str
    label: str
    meets: frozenset[str]
    misses: frozenset[str]

    def fit(self, profile: Profile) -> Fit:
        """Whether a profile meets it, whatever its open facts turn out to be."""
        level = profile.level(self.factor)
        levels = {level} if level else set(profile.open[self.factor])
        if levels <= self.meets:
            return Fit.YES
        return Fit.NO if levels <= self.misses else Fit.UNKNOWN


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that was asked for, and the factors that tell of it; one of several is enough.

    Where none does, it is ``always`` met or missed, or the guide does not ask for it.
    """

    words: str
    tellers: tuple[Teller, ...]
    always: Fit
    presumed: bool
    """Whether nobody asked for it in words: we conclude it."""

    @property
    def label(self) -> str:
        """What the guide calls the factors that tell of it."""
        return join_words([each.label for each in self.tellers], "or") if self.tellers else ""

    def fit(self, profile: Profile) -> Fit:
        """Whether a profile meets it, whatever its open facts turn out to be."""
        fits = [each.fit(profile) for each in self.tellers] or [self.always]
        if Fit.YES in fits:
            return Fit.YES
        return Fit.UNKNOWN if Fit.UNKNOWN in fits else Fit.NO


@dataclass(frozen=True, slots=True)
class Match:
    """What of the criteria a profile misses, and what is open, in words."""

    misses: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def fit(self) -> Fit:
        """Whether it meets all of them."""
        if self.misses:
            return Fit.NO
        return Fit.UNKNOWN if self.open else Fit.YES


def criteria(evidence: EvidenceTables, guide: GuideValue, who: Conditions) -> tuple[Criterion, ...]:
    """What was asked for, in the order of the facts, as a guide's factors tell it."""
    facts: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
    for row in evidence.facts_of(guide.id):
        if not row.factor or row.level in _levels(guide, row.factor):
            facts.setdefault(row.fact, []).append((row.factor, row.level, row.values))
    return tuple(
        _criterion(
            guide,
            _words(evidence.labels, fact, wanted),
            wanted,
            facts.get(fact, ()),
            any((fact, value) in evidence.presumed for value in wanted),
        )
        for fact, wanted in who.items()
    )


def _levels(guide: GuideValue, factor: str) -> Iterable[str]:
    return [level.id for level in guide.factors[factor].levels] if factor in guide.factors else ()


def _words(labels: Mapping[tuple[str, str], str], fact: str, wanted: frozenset[str]) -> str:
    return join_words(
        [label for (name, value), label in labels.items() if name == fact and value in wanted], "or"
    )


def _criterion(
    guide: GuideValue,
    words: str,
    wanted: frozenset[str],
    facts: Sequence[tuple[str, str, frozenset[str]]],
    presumed: bool,
) -> Criterion:
    factors = dict.fromkeys(factor for factor, _, _ in facts if factor)
    of_guide = [values for each, _, values in facts if not each]
    always = Fit.UNKNOWN
    if of_guide:
        always = Fit.YES if of_guide[0] & wanted else Fit.NO
    tellers = [
        Teller(
            factor,
            guide.factors[factor].label,
            frozenset(level for each, level, values in facts if each == factor and values & wanted),
            frozenset(
                level for each, level, values in facts if each == factor and not values & wanted
            ),
        )
        for factor in factors
    ]
    return Criterion(words, tuple(tellers), always, presumed)


def match(asked: Iterable[Criterion], profile: Profile) -> Match:
    """What of the criteria a profile misses, and what is open."""
    fits = [(each, each.fit(profile)) for each in asked]
    return Match(
        tuple(each.words for each, fit in fits if fit is Fit.NO),
        tuple(
            f"{each.label} ({each.words})" if each.label else each.words
            for each, fit in fits
            if fit is Fit.UNKNOWN
        ),
    )
