"""What to find out next: which unknown fact would settle most of what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..guide.guide import GuideValue
from ..guide.likely import LikelyCompletions
from ..guide.profile import Profile
from ..guide.sentence_patterns import said
from ..guide.sentences import listed, sections
from ..logic.decision_diagrams import Codes
from ..logic.rank_sets import UNMET
from ..statuses import Status, status_of
from ..tables.models import Citation, Factor
from .explanation import Explanation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Fact", "Settles", "settles"]


@dataclass(frozen=True, slots=True)
class Fact:
    """An unknown factor; ``settled`` holds the groups that each level it can have settles.

    ``cited``: the sections of the rows by which it decides them.
    """

    factor: str
    settled: Mapping[str, frozenset[str]]
    cited: tuple[Citation, ...]

    @property
    def worst(self) -> int:
        """How many groups are settled at least, whatever turns out."""
        return min(map(len, self.settled.values()))

    @property
    def best(self) -> int:
        """How many are settled at most."""
        return max(map(len, self.settled.values()))

    @property
    def average(self) -> Fraction:
        """How many are settled on average over the levels it can have, each counted once."""
        return Fraction(sum(map(len, self.settled.values())), len(self.settled))


@dataclass(frozen=True)
class Settles(Explanation):
    """The unknown facts that would settle something, the most useful first.

    ``open`` are the groups of treatments that depend on what is not known.
    """

    guide: GuideValue
    profile: Profile
    open: tuple[str, ...]
    facts: tuple[Fact, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to ask first, then what else would settle something."""
        if not self.open:
            return (said("nothing_open"),)
        if not self.facts:
            return (said("nothing_settles"),)
        return tuple(
            said(
                "find_then" if place else "find_out",
                label=self.label(fact),
                count=self.count(fact),
                groups=said("group" if len(self.open) == 1 else "groups"),
                cited=sections(fact.cited),
            )
            for place, fact in enumerate(self.facts)
        )

    def label(self, fact: Fact) -> str:
        """The factor's name."""
        return self.guide.factors[fact.factor].label

    def count(self, fact: Fact) -> str:
        """How many of the open groups a fact settles: "4 of 7", "2 to 5 of 7", "up to 5 of 7"."""
        least, most = fact.worst, fact.best
        how = "of" if least == most else "to" if least else "up_to"
        return said(how, least=least, most=most, open=len(self.open))

    def sentence(self, fact: Fact) -> str:
        """What each answer settles, in a sentence; answers that settle the same together."""
        factor = self.guide.factors[fact.factor]
        answers: dict[frozenset[str], list[str]] = {}
        for level, settled in fact.settled.items():
            answers.setdefault(settled, []).append(f'"{factor.level(level).label}"')
        if len(answers) == 1:
            return said("settles_all", groups=self._groups(*answers))
        parts = [
            said("settles", answers=listed(labels, "or"), groups=self._groups(settled))
            for settled, labels in answers.items()
        ]
        return said("settles_by", parts="; ".join(parts))

    def _groups(self, names: frozenset[str]) -> str:
        labels = [group.label for group in self.guide.groups if group.id in names]
        return listed(labels) if labels else said("nothing")

    def to_frame(self) -> pd.DataFrame:
        """One row a fact: how many open groups it settles at least, on average and at most."""
        import pandas as pd

        rows = [
            {
                "factor": fact.factor,
                "label": self.label(fact),
                "worst": fact.worst,
                "average": float(fact.average),
                "best": fact.best,
                "open": len(self.open),
            }
            for fact in self.facts
        ]
        columns = ["factor", "label", "worst", "average", "best", "open"]
        return pd.DataFrame(rows, columns=columns).set_index("factor")


def settles(guide: GuideValue, profile: Profile) -> Settles:
    """Rank the unknown factors by how many open groups of treatments knowing them would settle.

    A group is open while it depends on what is not known, and settled once it no longer does. Of
    what is not known only what a clinician would meet is looked at (see `LikelyCompletions`). A
    fact settles nothing of which no row asks that may decide there.
    First comes what settles most in the worst case, then on average, then the guide's order.
    Factors of which only one level can occur do not count; those that are sensitive, or not to be
    proposed, are left out.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> known = {"extent": "metastatic", "grade": "G2", "course": "first", "removed": "no"}
    >>> print(settles(guide, guide.profile(known)).sentences[0])
    Find out first: symptoms (settles 1 to 2 of 5 open groups of treatments; \
sections "Metastatic pancreas NETs" and "Surgery").
    """
    return _NextFacts(guide, profile).settles()


class _NextFacts:
    """How what to find out next is worked out for one profile."""

    def __init__(self, guide: GuideValue, profile: Profile) -> None:
        self.guide, self.profile = guide, profile
        self.likely = LikelyCompletions(guide, profile)
        self.roots = {group.id: guide.evaluator.roots[group.id] for group in guide.groups}
        self.open = [group for group in self.roots if self._depends(group)]

    def _depends(
        self, group: str, likely: LikelyCompletions | None = None, codes: Codes | None = None
    ) -> bool:
        ranks = (likely or self.likely).ranks(self.roots[group], codes)
        return status_of(ranks) is Status.DEPENDS

    def settles(self) -> Settles:
        facts = (
            self._fact(name)
            for name, levels in self.profile.open.items()
            if len(levels) > 1 and _may_propose(self.guide.factors[name])
        )
        useful = sorted(
            (fact for fact in facts if fact.settled and fact.best),
            key=lambda fact: (-fact.worst, -fact.average),
        )
        return Settles(self.guide, self.profile, tuple(self.open), tuple(useful))

    def _fact(self, name: str) -> Fact:
        place = list(self.guide.factors).index(name)
        codes = self.guide.space.codes(self.profile)
        occurs = self.guide.evaluator.condition({})
        likely = LikelyCompletions(self.guide, self.profile, asked=name)
        settled = {}
        for level in self.profile.open[name]:
            known = [*codes]
            known[place] = self.guide.space.level_codes(name)[level]
            if likely.ranks(occurs, known):
                still = {group for group in self.open if self._depends(group, likely, known)}
                settled[level] = frozenset(self.open) - still
        cited = self._cited(name, settled)
        return Fact(name, MappingProxyType(settled if cited and len(settled) > 1 else {}), cited)

    def _cited(self, name: str, settled: Mapping[str, frozenset[str]]) -> tuple[Citation, ...]:
        """Where the rows stand that ask for a factor and may decide what it settles."""
        evaluator = self.guide.evaluator
        rows = [
            row
            for group in self.open
            if any(group in groups for groups in settled.values())
            for row in evaluator.reasons(group).rows
            if name in row.when
            and self.likely.ranks(evaluator.diagrams.deciding(row, group)) != UNMET
        ]
        return tuple(Citation(row.cited.source, row.cited.sections[:1]) for row in rows)


def _may_propose(factor: Factor) -> bool:
    return factor.propose and not factor.sensitive
