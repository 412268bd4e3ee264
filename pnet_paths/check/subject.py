"""The guide under check: its rows by number, and profiles as facts instead of codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from ..evaluation import OFFERED
from ..guide import Guide
from ..records import Conditions, Indication
from ..regions import Cube, inside, smallest
from ..words import phrased

__all__ = ["Subject"]


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
        status = self.guide.evaluate().status
        return frozenset(name for name in status if status[name] in OFFERED)

    def offers(self, treatment: str) -> list[Indication]:
        """The rows that offer a treatment; for a group also its members'."""
        return [row for row in self.evaluator.rows[treatment] if row.strength in OFFERED]

    def ranked(self, rows: Iterable[tuple[Conditions, int]]) -> int:
        """The diagram of conditions with ranks; the strongest counts."""
        return self.evaluator.compile(rows)

    def witness(self, root: int, wanted: Callable[[int], bool]) -> dict[str, str]:
        """The smallest profile with a wanted answer."""
        facts = smallest(self.forest, root, wanted) or {}
        return {
            self.names[place]: self.guide.factors[self.names[place]].levels[code].id
            for place, code in sorted(facts.items())
        }

    def met(self, when: Conditions) -> dict[str, str] | None:
        """The smallest profile that meets conditions for sure; None where none can."""
        root = self.evaluator.condition(when)
        if self.forest.ranks(root, [-1] * len(self.names)) & 0b10:
            return self.witness(root, lambda ranks: ranks == 0b10)
        return None

    def spared(self, root: int, when: Conditions, wanted: Callable[[int], bool]) -> dict[str, str]:
        """A profile that meets conditions, all of whose completions have a wanted answer.

        None of its facts can be spared.
        """
        facts = self.met(when) or {}
        for name in list(facts):
            fewer = {other: level for other, level in facts.items() if other != name}
            cube = self._cube({other: [level] for other, level in fewer.items()})
            if inside(self.forest, root, cube, wanted):
                facts = fewer
        return facts

    def inside(self, when: Conditions, root: int) -> bool:
        """Whether every profile that meets conditions has rank 1 in a diagram."""
        return inside(self.forest, root, self._cube(when), lambda ranks: ranks == 0b10)

    def _cube(self, when: Mapping[str, Iterable[str]]) -> Cube:
        return {
            self.names.index(name): frozenset(self.space.level_codes(name)[v] for v in levels)
            for name, levels in when.items()
        }

    def meet(self, *whens: Conditions) -> bool:
        """Whether some profile that can occur meets all of these conditions."""
        together = both(*whens)
        return together is not None and self.space.can_meet(together)

    def conditions(self, cube: Cube) -> dict[str, frozenset[str]]:
        """A cube as conditions."""
        found = {}
        for place, codes in sorted(cube.items()):
            levels = self.guide.factors[self.names[place]].levels
            found[self.names[place]] = frozenset(levels[code].id for code in codes)
        return found

    def told(self, when: Conditions) -> str:
        """Conditions in words, as a sentence goes on after "if"."""
        if not when:
            return "whatever the profile"
        return f"if the tumor {phrased(self.guide.factors, when)}"


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
