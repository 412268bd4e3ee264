"""The guide under check: its rows by number, and profiles as facts instead of codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from ..guide import Guide
from ..records import Conditions, Indication
from ..regions import cubes, inside, smallest
from ..statuses import BY_RANK, OFFERED, RANK
from ..unfolding import Unfolding

__all__ = ["Region", "Subject", "both"]

Region = tuple[Conditions, Mapping[str, str]]
"""Profiles in general terms, and the smallest one that shows them."""


class Subject:
    """A guide, and what every kind of check asks of it."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.evaluator = guide.evaluator
        self.forest = guide.evaluator.forest
        self.space = guide.space
        self.names = tuple(guide.factors)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The row of each indication, as a spreadsheet shows it."""
        return self.guide.row_numbers("indications", "indication")

    @cached_property
    def throughout(self) -> frozenset[str]:
        """The treatments that are offered to everybody."""
        status = self.guide.nothing_known.status
        return frozenset(name for name in status if status[name] in OFFERED)

    @cached_property
    def beyond(self) -> Unfolding | None:
        """The diagram of what is offered beyond what everybody is offered.

        Rank 0: nothing, 1: only what comes later, 2: more. None where nothing is meant for some
        only.
        """
        rows = {
            row.id: (row.when, 1 if row.strength == "later" else 2)
            for name in self.guide.treatments
            if name not in self.throughout
            for row in self.offers(name)
        }
        return self.ranked(rows.values()) if rows or not self.throughout else None

    def offers(self, treatment: str) -> list[Indication]:
        """The rows that offer a treatment; for a group also its members'."""
        return [row for row in self.evaluator.rows[treatment] if row.strength in OFFERED]

    def ranked(self, rows: Iterable[tuple[Conditions, int]]) -> Unfolding:
        """The diagram of conditions with ranks; the strongest counts."""
        return Unfolding(self.space.sizes, self.evaluator.rules(rows))

    def met(self, when: Conditions) -> dict[str, str] | None:
        """The smallest profile that meets conditions for sure; None where none can."""
        facts = smallest(self.forest, self.evaluator.condition(when), lambda ranks: ranks == 0b10)
        return None if facts is None else self.space.facts(facts)

    def regions(self, diagram: Unfolding, rank: int) -> tuple[list[Region], bool]:
        """Where a diagram has a rank, in general terms, each with a profile that shows it.

        Returns:
            At most twenty, and whether they are all.
        """
        bits = 1 << rank
        found, whole = cubes(diagram, diagram.root, bits.__eq__, self.space.never)
        whens = map(self.space.conditions, found)
        return [(when, self._spared(diagram, when, bits)) for when in whens], whole

    def _spared(self, diagram: Unfolding, when: Conditions, bits: int) -> dict[str, str]:
        """A profile that meets conditions and has, however it turns out, these ranks.

        None of its facts can be spared.
        """
        facts = self.met(when) or {}
        for name in list(facts):
            fewer = {other: level for other, level in facts.items() if other != name}
            cube = self.space.cube({other: [level] for other, level in fewer.items()})
            if inside(diagram, diagram.root, cube, bits.__eq__):
                facts = fewer
        return facts

    def inside(self, when: Conditions, diagram: Unfolding) -> bool:
        """Whether every profile that meets conditions has rank 1 in a diagram."""
        return inside(diagram, diagram.root, self.space.cube(when), lambda ranks: ranks == 0b10)

    def weakest(self, treatment: str, facts: Mapping[str, str], least: str) -> str:
        """A treatment's status for facts with which it is offered at least so strongly."""
        cube = self.space.cube({name: [level] for name, level in facts.items()})
        root = self.evaluator.roots[treatment]
        stronger = range(RANK[least] + 1, len(BY_RANK))
        surely = (rank for rank in stronger if inside(self.forest, root, cube, (1 << rank).__le__))
        return BY_RANK[max(surely, default=RANK[least])]

    def meet(self, *whens: Conditions) -> bool:
        """Whether some profile that can occur meets all of these conditions."""
        together = both(*whens)
        return together is not None and self.space.can_meet(together)

    def told(self, when: Conditions) -> str:
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
