"""The guide under check: its rows by number, and profiles as facts instead of codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from math import inf
from typing import Any

from ..guide.guide import GuideValue
from ..logic.joint_diagrams import RankSource, joint
from ..logic.lazy_diagrams import States, Unfolding
from ..logic.rank_sets import MET, UNMET, Ranks
from ..logic.regions import (
    Diagrams,
    cubes,
    fewest_facts,
    holds_in_cube,
    ranks_in_cube,
    sufficient_facts,
)
from ..statuses import OFFERED, OFFERS, Status, ranks_of, status_of
from ..tables.models import Conditions, Indication

__all__ = ["CheckedGuide", "Region", "both"]

Region = tuple[Conditions, Mapping[str, str]]
"""Profiles in general terms, and the smallest one that shows them."""

_LATER = ranks_of(Status.LATER)


class CheckedGuide:
    """A guide, and what every kind of check asks of it."""

    def __init__(self, guide: GuideValue) -> None:
        self.guide = guide
        self.evaluator = guide.evaluator
        self.diagrams = guide.evaluator.diagrams
        self.forest = guide.evaluator.forest
        self.space = guide.space
        self.names = tuple(guide.factors)
        self.occurs = self.forest.compile(guide.space.never)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The row of each indication, as a spreadsheet shows it."""
        return self.guide.row_numbers("indications", "indication")

    @cached_property
    def offered_to_all(self) -> frozenset[str]:
        """The treatments that are offered to everybody."""
        return frozenset(
            n
            for n, answer in self.evaluator.answers_without_facts.items()
            if answer.status in OFFERED
        )

    @cached_property
    def beyond(self) -> Unfolding[Any] | None:
        """The diagram of what is offered beyond what everybody is offered.

        Rank 0: nothing, 1: only what comes later, 2: more. None where nothing is meant for some
        only.
        """
        treatments = self.guide.treatments
        some = [name for name in treatments if name not in self.offered_to_all]
        if self.offered_to_all and not any(map(self.offers, some)):
            return None
        # What a member is offered as its group is too.
        first = [name for name in some if treatments[name].member_of not in some]
        return self.joint(RankSource((self._offered(name),), _rank) for name in first)

    def _offered(self, treatment: str) -> int:
        """The diagram of what is offered: rank 0: nothing, 1: a later step, 2: more."""
        return self.forest.translate(self.evaluator.roots[treatment], _how_offered)

    def offers(self, treatment: str) -> list[Indication]:
        """The rows that offer a treatment; for a group also its members'."""
        return [row for row in self.evaluator.rows[treatment] if row.strength.offers]

    @cached_property
    def reached(self) -> Mapping[str, int]:
        """By treatment and decision the diagram of where it is on the way: rank 1 there.

        Treatments are where they are offered; a decision is where all begins, or where an arrow
        leads to it from what is on the way.
        """
        translate, roots = self.forest.translate, self.evaluator.roots
        way = {name: translate(root, _if_offered) for name, root in roots.items()}
        network = self.guide.network
        everywhere = self.evaluator.condition_root({})
        for name in network.decisions:
            way[name] = everywhere if name in network.starts else self.occurs
        steps = [step for step in self.guide.steps if step.target in network.decisions]
        changed = True
        while changed:
            changed = False
            for step in steps:
                condition = self.evaluator.condition_root(step.when)
                via = self.forest.combine(condition, way[step.origin], min)
                root = self.forest.combine(way[step.target], via, max)
                changed |= root != way[step.target]
                way[step.target] = root
        return way

    def joint(self, voices: Iterable[RankSource]) -> Unfolding[Any]:
        """The diagram of the highest rank that any of the voices gives."""
        return joint(self.forest, self.occurs, voices)

    def ranked(self, rows: Iterable[tuple[Conditions, int]]) -> Unfolding[Any]:
        """The diagram of conditions with ranks; the strongest counts."""
        states = States(self.space.sizes, self.evaluator.rules(rows))
        return Unfolding(self.space.sizes, states, self.forest.work)

    def met(self, when: Conditions) -> dict[str, str] | None:
        """The smallest profile that meets conditions for sure; None where none can."""
        return self.shown(self.evaluator.condition_root(when), MET)

    def shown(self, root: int, wanted: int) -> dict[str, str] | None:
        """The smallest profile for which a diagram has none but wanted ranks (as bits)."""
        facts = fewest_facts(self.forest, root, lambda ranks: Ranks(ranks).within(wanted))
        return None if facts is None else self.space.facts(facts)

    def example(
        self, diagrams: Diagrams, root: int, wanted: int, most: float = inf
    ) -> dict[str, str] | None:
        """A profile with none but wanted ranks (as bits), no fact to spare; None where none is.

        There may be a smaller one: `shown` finds it, at a price.

        Args:
            diagrams: where `root` is a node.
            root: the node where the diagram begins.
            wanted: the set of ranks that it may have.
            most: how many nodes are looked at.

        Raises:
            TooManyError: ``most`` nodes have been looked at, and there are more.
        """
        facts = sufficient_facts(diagrams, root, lambda ranks: Ranks(ranks).within(wanted), most)
        return None if facts is None else self.space.facts(facts)

    def regions(self, diagram: Unfolding[Any], rank: int) -> tuple[list[Region], bool]:
        """Where a diagram has a rank, in general terms, each with a profile that shows it.

        Returns:
            At most twenty, and whether they are all.
        """
        wanted = Ranks.of(rank)
        found, whole = cubes(diagram, diagram.root, wanted.__eq__, self.space.never)
        whens = map(self.space.conditions, found)
        return [(when, self._spared(diagram, when, wanted)) for when in whens], whole

    def _spared(self, diagram: Unfolding[Any], when: Conditions, wanted: Ranks) -> dict[str, str]:
        """A profile that meets conditions and has, however it turns out, these ranks.

        None of its facts can be spared.
        """
        facts = self.met(when) or {}
        for name in list(facts):
            fewer = {other: level for other, level in facts.items() if other != name}
            cube = self.space.cube({other: [level] for other, level in fewer.items()})
            if holds_in_cube(diagram, diagram.root, cube, wanted.__eq__):
                facts = fewer
        return facts

    def inside(self, when: Conditions, diagram: Unfolding[Any]) -> bool:
        """Whether every profile that meets conditions has rank 1 in a diagram."""
        return holds_in_cube(diagram, diagram.root, self.space.cube(when), MET.__eq__)

    def status(self, treatment: str, facts: Mapping[str, str]) -> Status:
        """A treatment's status for facts, found without uniting parts of a large diagram."""
        cube = self.space.cube({name: [level] for name, level in facts.items()})
        return status_of(ranks_in_cube(self.forest, self.evaluator.roots[treatment], cube))

    def meet(self, *whens: Conditions) -> bool:
        """Whether some profile that can occur meets all of these conditions."""
        together = both(*whens)
        return together is not None and self.space.can_meet(together)

    def in_words(self, when: Conditions) -> str:
        """Conditions in words, as a sentence goes on after "if"."""
        if not when:
            return "whatever the profile"
        return f"if {self.guide.clause(when)}"


def both(*whens: Conditions) -> dict[str, frozenset[str]] | None:
    """Conditions that hold where all of these hold; None where that leaves a factor no level."""
    together: dict[str, frozenset[str]] = {}
    for when in whens:
        for name, levels in when.items():
            left = together.get(name, levels) & levels
            if not left:
                return None
            together[name] = left
    return together


@cache
def _how_offered(ranks: int) -> int:
    return ranks and Ranks.of(2 if ranks & OFFERS > _LATER else 1 if ranks & OFFERS else 0)


@cache
def _if_offered(ranks: int) -> int:
    return ranks and (MET if ranks & OFFERS else UNMET)


def _rank(ranks: int) -> int:
    return Ranks(ranks).highest
