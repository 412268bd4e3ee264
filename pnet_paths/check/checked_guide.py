"""A guide under check: its row numbers, diagrams for checks, and profiles that show findings."""

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

__all__ = ["CheckedGuide", "Region", "intersection"]

Region = tuple[Conditions, Mapping[str, str]]
"""Conditions that profiles meet, and the smallest of these profiles."""

_LATER = ranks_of(Status.LATER)


class CheckedGuide:
    """A guide with the diagrams and look-ups that checks share."""

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
        """The row number of each indication in a spreadsheet."""
        return self.guide.row_numbers("indications", "indication")

    @cached_property
    def offered_to_all(self) -> frozenset[str]:
        """The treatments that are offered to every profile."""
        return frozenset(
            n
            for n, answer in self.evaluator.answers_without_facts.items()
            if answer.status in OFFERED
        )

    @cached_property
    def offers_beyond_all(self) -> Unfolding[Any] | None:
        """The diagram of offers beyond those to every profile: 0 none, 1 only later ones, 2 more.

        None if no treatment is meant for some profiles only.
        """
        treatments = self.guide.treatments
        some = [name for name in treatments if name not in self.offered_to_all]
        if self.offered_to_all and not any(map(self.offers, some)):
            return None
        # A group is offered wherever a member is.
        first = [name for name in some if treatments[name].member_of not in some]
        return self.joint(RankSource((self._offer_rank_root(name),), _rank) for name in first)

    def _offer_rank_root(self, treatment: str) -> int:
        """Return the root of how a treatment is offered: 0 not, 1 as a later step, 2 more."""
        return self.forest.translate(self.evaluator.roots[treatment], _offer_rank)

    def offers(self, treatment: str) -> list[Indication]:
        """Return the rows that offer a treatment or its members."""
        return [row for row in self.evaluator.rows[treatment] if row.strength.offers]

    @cached_property
    def way_roots(self) -> Mapping[str, int]:
        """By treatment and decision the root of where it is on the path: rank 1 there.

        A treatment is where it is offered; a decision is where the flowchart begins with it, or an
        arrow leads to it from something on the path.
        """
        translate, roots = self.forest.translate, self.evaluator.roots
        way = {name: translate(root, _met_if_offered) for name, root in roots.items()}
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

    def joint(self, sources: Iterable[RankSource]) -> Unfolding[Any]:
        """Return the diagram of the highest rank that any of the sources gives."""
        return joint(self.forest, self.occurs, sources)

    def rank_diagram(self, rows: Iterable[tuple[Conditions, int]]) -> Unfolding[Any]:
        """Return the diagram of the highest rank whose conditions are met."""
        states = States(self.space.sizes, self.evaluator.rules(rows))
        return Unfolding(self.space.sizes, states, self.forest.work)

    def smallest_witness_of(self, when: Conditions) -> dict[str, str] | None:
        """Return the smallest profile that surely meets conditions, or None."""
        return self.smallest_witness(self.evaluator.condition_root(when), MET)

    def smallest_witness(self, root: int, wanted: int) -> dict[str, str] | None:
        """Return the smallest profile with only wanted ranks (as bits) in a diagram, or None."""
        facts = fewest_facts(self.forest, root, lambda ranks: Ranks(ranks).within(wanted))
        return None if facts is None else self.space.facts(facts)

    def example(
        self, diagrams: Diagrams, root: int, wanted: int, most: float = inf
    ) -> dict[str, str] | None:
        """Return a profile with only wanted ranks (as bits) and no superfluous fact, or None.

        There may be a smaller one, which `smallest_witness` finds in more time.

        Args:
            diagrams: where `root` is a node.
            root: the node where the diagram begins.
            wanted: the set of ranks that it may have.
            most: the number of nodes to look at.

        Raises:
            TooManyError: ``most`` nodes did not show whether there is one.
        """
        facts = sufficient_facts(diagrams, root, lambda ranks: Ranks(ranks).within(wanted), most)
        return None if facts is None else self.space.facts(facts)

    def regions(self, diagram: Unfolding[Any], rank: int) -> tuple[list[Region], bool]:
        """Return where a diagram has a rank, as conditions, each with a profile that meets them.

        Returns:
            At most twenty regions, and whether they are all.
        """
        wanted = Ranks.of(rank)
        result, is_complete = cubes(diagram, diagram.root, wanted.__eq__, self.space.never)
        whens = map(self.space.conditions, result)
        return [(when, self._witness(diagram, when, wanted)) for when in whens], is_complete

    def _witness(self, diagram: Unfolding[Any], when: Conditions, wanted: Ranks) -> dict[str, str]:
        """Return a profile that meets conditions and surely has these ranks, none superfluous."""
        facts = self.smallest_witness_of(when) or {}
        for name in list(facts):
            fewer = {other: level for other, level in facts.items() if other != name}
            cube = self.space.cube({other: [level] for other, level in fewer.items()})
            if holds_in_cube(diagram, diagram.root, cube, wanted.__eq__):
                facts = fewer
        return facts

    def is_inside(self, when: Conditions, diagram: Unfolding[Any]) -> bool:
        """Return True if every profile that meets conditions has rank 1 in a diagram."""
        return holds_in_cube(diagram, diagram.root, self.space.cube(when), MET.__eq__)

    def status(self, treatment: str, facts: Mapping[str, str]) -> Status:
        """Return a treatment's status for facts, without building unions in a large diagram."""
        cube = self.space.cube({name: [level] for name, level in facts.items()})
        return status_of(ranks_in_cube(self.forest, self.evaluator.roots[treatment], cube))

    def can_meet(self, *whens: Conditions) -> bool:
        """Return True if a profile that can occur meets all of these conditions."""
        together = intersection(*whens)
        return together is not None and self.space.can_meet(together)

    def if_clause(self, when: Conditions) -> str:
        """Return conditions as a clause that begins with "if"."""
        if not when:
            return "whatever the profile"
        return f"if {self.guide.clause(when)}"


def intersection(*whens: Conditions) -> dict[str, frozenset[str]] | None:
    """Return the conditions that all of these have in common; None if they exclude each other."""
    together: dict[str, frozenset[str]] = {}
    for when in whens:
        for name, levels in when.items():
            left = together.get(name, levels) & levels
            if not left:
                return None
            together[name] = left
    return together


@cache
def _offer_rank(ranks: int) -> int:
    return ranks and Ranks.of(2 if ranks & OFFERS > _LATER else 1 if ranks & OFFERS else 0)


@cache
def _met_if_offered(ranks: int) -> int:
    return ranks and (MET if ranks & OFFERS else UNMET)


def _rank(ranks: int) -> int:
    return Ranks(ranks).highest
