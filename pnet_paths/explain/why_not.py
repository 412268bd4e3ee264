"""Why a treatment is not offered: the smallest sets of conditions that are not met."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..guide.guide import GuideValue
from ..guide.profile import Profile
from ..guide.reasons import our_facts
from ..guide.sentence_patterns import fill
from ..guide.sentences import (
    basis_phrase,
    capitalize,
    clause,
    join_alternatives,
    pronoun,
    section_phrase,
    unique,
    verb_forms,
)
from ..logic.least_changes import least_changes, least_cost
from ..statuses import OFFERED, Status, status_of
from ..tables.models import Indication
from .explanation import Explanation
from .merged_conditions import merge
from .why import offer_phrase, why

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Unmet", "WhyNot", "least_cost_to_offer", "why_not"]


@dataclass(frozen=True, slots=True)
class Unmet:
    """Conditions that are not met; once they are, with any of their levels, it is offered.

    ``statuses`` are those that it can then have, ``rows`` the indications that then decide.
    """

    conditions: Mapping[str, frozenset[str]]
    statuses: tuple[Status, ...]
    rows: tuple[Indication, ...]


@dataclass(frozen=True)
class WhyNot(Explanation):
    """Why a treatment is not offered for a profile. ``sets`` has all minimal sets of conditions.

    There are none if it is offered, or if no profile makes it offered.
    """

    guide: GuideValue
    profile: Profile
    treatment: str
    status: Status
    sets: tuple[Unmet, ...]

    @property
    def offered(self) -> bool:
        """Whether it is offered after all."""
        return self.status in OFFERED

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is missing here, then one sentence for each set, each with its section."""
        treatment = self.guide.treatments[self.treatment]
        reasons = why(self.guide, self.profile, self.treatment)
        if self.offered:
            rows = [each.row.cited for each in reasons.rows]
            status = offer_phrase(treatment.phrase, self.status)
            cited = section_phrase(rows)
            return (fill("offered", label=treatment.phrase, named=status, cited=cited),)
        cited = section_phrase([treatment.cited])
        if not self.sets:
            never = fill(
                "never", status=self._status(), them=pronoun(treatment.phrase), cited=cited
            )
            return (capitalize(never),)
        return (*self._sentences(cited), *reasons.our_reading)

    def _sentences(self, cited: str) -> tuple[str, ...]:
        sets = self._direct_sets()
        known, unknown = self._known_and_unknown(sets)
        pairs = [(self._would(unmet), basis_phrase(unmet.rows)) for unmet in sets]
        if len(sets) == 1:
            would, basis = pairs[0]
            parts = [would, known, fill("not_known_here", labels=unknown) if unknown else ""]
            pairs = [("; ".join(filter(None, parts)), basis)]
        else:
            pairs.insert(0, (self._intro(known, unknown), cited))
        return tuple(capitalize(fill("cited", sentence=text, cited=basis)) for text, basis in pairs)

    def _direct_sets(self) -> tuple[Unmet, ...]:
        """Return the sets without detours, or all sets if each is one.

        A detour uses a fact that no offer of the treatment asks for, but that implies another, or
        changes a known fact although learning unknown ones is enough.
        """
        rows = self.guide.evaluator.rows[self.treatment]
        asked = {name for row in rows if row.strength.offers for name in row.when}
        direct = [unmet for unmet in self.sets if unmet.conditions.keys() <= asked]
        known = set(self.profile) | set(self.profile.implied)
        learnt = [unmet for unmet in direct if not unmet.conditions.keys() & known]
        return tuple(learnt or direct or self.sets)

    def _intro(self, known: str, unknown: str) -> str:
        """Return the status, and the known and unknown facts that it rests on."""
        known = known.removeprefix(fill("here", clause=""))
        if self.status is Status.DEPENDS:
            return "; ".join(filter(None, [f"{self._status()}: {unknown}", known]))
        more = [known, fill("unknown", labels=unknown) if unknown else ""]
        colon = ":" if self.status is Status.NOT_NAMED else ";"
        return f"{self._status()}{colon} {'; '.join(filter(None, more))}"

    def _status(self) -> str:
        label = self.guide.treatments[self.treatment].phrase
        if self.status is Status.DEPENDS:
            return fill("depends", label=label, **verb_forms(label))
        if self.status is Status.NOT_NAMED:
            ours = self.guide.evaluator.withheld_offers(self.treatment, self.profile)
            return fill("unnamed_ours" if ours else "unnamed", label=label)
        what = fill(f"here_{self.status}", label=label, like="")
        return fill("with_words", what=what, words=self._words())

    def _words(self) -> str:
        """Return the words of the rows that give a treatment its no."""
        rows = self.guide.evaluator.deciding_rows(self.treatment, self.profile)
        sure = [each.row.words for each in rows if each.sure]
        return "; ".join(unique(sure or (each.row.words for each in rows)))

    def _would(self, unmet: Unmet) -> str:
        label = self.guide.treatments[self.treatment].phrase
        statuses = join_alternatives([offer_phrase(label, status) for status in unmet.statuses])
        clause = self.guide.clause(unmet.conditions, our_facts(unmet.rows))
        return fill("would", label=label, statuses=statuses, clause=clause)

    def _is_only_implied(self, name: str, sets: Sequence[Unmet]) -> bool:
        """Return True if a fact fits only because it follows from one that must change."""
        return name not in self.profile and all(
            self.profile.level(name) in unmet.conditions[name]
            for unmet in sets
            if name in unmet.conditions
        )

    def _known_and_unknown(self, sets: Sequence[Unmet]) -> tuple[str, str]:
        """Return the known facts among the conditions of sets, and the labels of unknown ones."""
        factors = self.guide.factors
        asked = {name for unmet in sets for name in unmet.conditions}
        levels = {
            name: self.profile.level(name)
            for name in factors
            if name in asked and not self._is_only_implied(name, sets)
        }
        known = {name: (level,) for name, level in levels.items() if level is not None}
        unknown = [factors[name].label for name, level in levels.items() if level is None]
        subject = "it" if len(sets) == 1 else self.guide.subject
        present = fill("here", clause=clause(subject, factors, known)) if known else ""
        return present, ", ".join(unknown)

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each condition, with the number of its set."""
        import pandas as pd

        rows = [
            {
                "set": number,
                "factor": factor,
                "wanted": "|".join(sorted(levels)),
                "here": self.profile.level(factor) or "",
                "status": "|".join(unmet.statuses),
                "indications": "|".join(row.id for row in unmet.rows),
                "basis": "|".join(sorted({row.basis for row in unmet.rows})),
                "section": "; ".join(unique(s for row in unmet.rows for s in row.cited.sections)),
            }
            for number, unmet in enumerate(self.sets, start=1)
            for factor, levels in unmet.conditions.items()
        ]
        return pd.DataFrame(rows, columns=_COLUMNS)


_COLUMNS = ["set", "factor", "wanted", "here", "status", "indications", "basis", "section"]


def why_not(guide: GuideValue, profile: Profile, treatment: str) -> WhyNot:
    """Return all minimal sets of conditions that keep a treatment from being offered.

    Changing (or learning) a set makes it offered, whatever else is unknown; no proper subset does.

    Args:
        guide: a guide.
        profile: a profile of it.
        treatment: the id of a treatment.

    Raises:
        PnetPathsError: the guide has no such treatment.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> profile = guide.profile({"extent": "localized", "removed": "no"})
    >>> [dict(unmet.conditions) for unmet in why_not(guide, profile, "rfa").sets]
    [{'extent': frozenset({'metastatic'}), 'liver': frozenset({'small'})}]
    """
    status = guide.evaluator.status(guide.check_treatment(treatment), profile)
    if status in OFFERED:
        return WhyNot(guide, profile, treatment, status, ())
    space, evaluator = guide.space, guide.evaluator
    roots = [evaluator.roots[treatment]]
    sets = least_changes(
        evaluator.forest, roots, _options(guide, profile), lambda ranks: _is_offered(*ranks)
    )
    names = list(space.factors)
    changes = [
        {names[place]: space.factors[names[place]].levels[code].id for place, code in sorted(each)}
        for each in sets
    ]
    unmet = [_unmet(guide, profile, treatment, conditions) for conditions in merge(changes)]
    return WhyNot(guide, profile, treatment, status, tuple(unmet))


def least_cost_to_offer(
    guide: GuideValue, profile: Profile, treatment: str, cost: Callable[[str], int]
) -> int | None:
    """Return what the cheapest set of conditions costs that keeps a treatment from being offered.

    Args:
        cost: what it costs to change, or to learn, a factor.

    Returns:
        0 if it is offered; None if no profile makes it offered.
    """
    evaluator = guide.evaluator
    root, costs = evaluator.roots[treatment], [cost(name) for name in guide.space.factors]
    return least_cost(evaluator.forest, root, _options(guide, profile), _is_offered, costs)


def _options(guide: GuideValue, profile: Profile) -> list[list[int]]:
    """Return for each factor its code as it is, then those that it may be changed to."""
    space = guide.space
    return [
        [code, *(level for level in range(size) if level != code)]
        for code, size in zip(space.codes(profile), space.sizes, strict=True)
    ]


def _is_offered(ranks: int) -> bool:
    return bool(ranks) and status_of(ranks) in OFFERED


def _unmet(
    guide: GuideValue, profile: Profile, treatment: str, conditions: Mapping[str, frozenset[str]]
) -> Unmet:
    """Return the statuses of a treatment, and their rows, once the conditions are met."""
    statuses: dict[Status, None] = {}
    rows: dict[str, Indication] = {}
    for levels in _choices(conditions):
        changed = guide.profile({**profile, **levels})
        statuses[guide.evaluator.status(treatment, changed)] = None
        rows |= {row.id: row for row in _rows_offering(guide, treatment, changed)}
    order = sorted(statuses, key=lambda status: status.rank, reverse=True)
    return Unmet(MappingProxyType(dict(conditions)), tuple(order), tuple(rows.values()))


def _rows_offering(guide: GuideValue, treatment: str, profile: Profile) -> list[Indication]:
    """Return the rows that offer a treatment: those that surely do, or else all that may."""
    rows = guide.evaluator.deciding_rows(treatment, profile)
    offering = [each for each in rows if each.row.strength.offers]
    return [each.row for each in offering if each.sure] or [each.row for each in offering]


def _choices(conditions: Mapping[str, frozenset[str]]) -> list[dict[str, str]]:
    """Return all facts with one of the levels for each condition."""
    levels = map(sorted, conditions.values())
    return [dict(zip(conditions, choice, strict=True)) for choice in product(*levels)]
