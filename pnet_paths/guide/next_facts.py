"""The unknown facts that would settle most open groups, ranked.

`explain.next_facts` puts them into words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from ..logic.decision_diagrams import Codes
from ..logic.rank_sets import UNMET, Ranks
from ..statuses import Status, status_of
from ..tables.models import Citation, Factor
from .guide import GuideValue
from .likely import LikelyCompletions
from .profile import Profile

__all__ = ["Fact", "NextFacts"]


@dataclass(frozen=True, slots=True)
class Fact:
    """An unknown factor; ``settled`` has, for each of its possible levels, the groups it settles.

    ``cited`` are the sections of the rows by which it decides them.
    """

    factor: str
    settled: Mapping[str, frozenset[str]]
    cited: tuple[Citation, ...]

    @property
    def worst(self) -> int:
        """The number of groups that are settled in the worst case."""
        return min(map(len, self.settled.values()))

    @property
    def best(self) -> int:
        """The number of groups that are settled in the best case."""
        return max(map(len, self.settled.values()))

    @property
    def average(self) -> Fraction:
        """The number of groups settled on average; each possible level counts once."""
        return Fraction(sum(map(len, self.settled.values())), len(self.settled))


class NextFacts:
    """The groups that are open for one profile, and the facts that settle some of them.

    Services do not count.
    """

    def __init__(self, guide: GuideValue, profile: Profile) -> None:
        self.guide, self.profile = guide, profile
        self.likely = LikelyCompletions(guide, profile)
        self.roots = {
            group.id: guide.evaluator.roots[group.id]
            for group in guide.groups
            if group.id not in guide.network.services
        }
        ranks, codes = guide.evaluator.forest.ranks, guide.space.codes(profile)
        self.open = [group for group, root in self.roots.items() if _is_open(ranks(root, codes))]
        self.likely_open = [group for group in self.open if self._is_still_open(group)]
        """The groups that are open over the likely completions, too."""

    def _is_still_open(
        self, group: str, likely: LikelyCompletions | None = None, codes: Codes | None = None
    ) -> bool:
        ranks = (likely or self.likely).ranks(self.roots[group], codes)
        return _is_open(ranks)

    def facts(self) -> tuple[Fact, ...]:
        """Return the unknown facts that settle something, the most useful first."""
        facts = (
            self._fact_about(name)
            for name, levels in self.profile.open.items()
            if len(levels) > 1 and _is_proposed(self.guide.factors[name])
        )
        useful = (fact for fact in facts if fact.settled and fact.best)
        return tuple(sorted(useful, key=lambda fact: (-fact.worst, -fact.average)))

    def _fact_about(self, name: str) -> Fact:
        place = list(self.guide.factors).index(name)
        codes = self.guide.space.codes(self.profile)
        occurs = self.guide.evaluator.condition_root({})
        likely = LikelyCompletions(self.guide, self.profile, asked_factor=name)
        settled = {}
        for level in self.profile.open[name]:
            more = [*codes]
            more[place] = self.guide.space.level_codes(name)[level]
            if likely.ranks(occurs, more):
                unsettled = {g for g in self.likely_open if self._is_still_open(g, likely, more)}
                settled[level] = frozenset(self.likely_open) - unsettled
        cited = self._citations(name, settled)
        return Fact(name, MappingProxyType(settled if cited and len(settled) > 1 else {}), cited)

    def _citations(self, name: str, settled: Mapping[str, frozenset[str]]) -> tuple[Citation, ...]:
        """Return the citations of the rows that ask for a factor and may decide what it settles."""
        evaluator = self.guide.evaluator
        rows = [
            row
            for group in self.likely_open
            if any(group in groups for groups in settled.values())
            for row in evaluator.reasons(group).rows
            if name in row.when
            and self.likely.ranks(evaluator.diagrams.deciding_root(row, group)) != UNMET
        ]
        return tuple(Citation(row.cited.source, row.cited.sections[:1]) for row in rows)


def _is_open(ranks: Ranks) -> bool:
    return status_of(ranks) is Status.DEPENDS


def _is_proposed(factor: Factor) -> bool:
    return factor.propose and not factor.sensitive
