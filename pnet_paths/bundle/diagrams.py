"""The decision diagrams of a guide that the front end asks, numbered without gaps."""

from __future__ import annotations

from collections.abc import Iterable

from ..guide.guide import GuideValue
from ..progress_bar import Task
from ..statuses import BY_RANK
from ..tables.models import Conditions, Step

__all__ = ["Diagrams", "by_label"]


class Diagrams:
    """Numbers for the diagrams of a guide.

    Numbers below ``2 ** len(BY_RANK)`` are sets of ranks as bits (0: cannot occur); node i has the
    number that follows them by i. A root is such a number.
    """

    def __init__(self, guide: GuideValue, task: Task) -> None:
        self.guide = guide
        self._numbers, self._nodes = guide.evaluator.forest.reachable(
            list(self._roots(task)), ranks=len(BY_RANK)
        )

    def number(self, root: int) -> int:
        """The number of a diagram of the guide's forest."""
        return self._numbers[root]

    def condition(self, *whens: Conditions) -> int:
        """The number of the diagram of whether any of some conditions are met."""
        return self.number(self.guide.evaluator.condition_root(*whens))

    def nodes(self) -> list[int]:
        """Factor and branches of each node, one after the other: a page has thousands.

        A branch to a set of ranks is that set; one to a node is the count of these sets plus how
        far before its own node it stands.
        """
        first = 1 << len(BY_RANK)
        flat: list[int] = []
        for number, (factor, branches) in enumerate(self._nodes, start=first):
            back = (first + number - to if to >= first else to for to in branches)
            flat += [factor, *back]
        return flat

    def _roots(self, task: Task) -> Iterable[int]:
        guide, evaluator = self.guide, self.guide.evaluator
        yield evaluator.condition_root({})
        yield from evaluator.roots.values()
        yield from evaluator.inferred.values()
        for treatment in guide.treatments:
            reasons = evaluator.reasons(treatment)
            yield from (*reasons.roots, *reasons.remark_roots.values())
            yield from evaluator.stated_offer_roots(treatment).values()
            task.advance()
        conditional = (guide.unlikely, guide.indications.values(), guide.combinations.values())
        for row in (row for rows in conditional for row in rows):
            yield evaluator.condition_root(row.when)
        for steps in guide.network.steps_by_ends.values():
            for some in (steps, *([step] for step in steps), *by_label(steps).values()):
                yield evaluator.condition_root(*(step.when for step in some))


def by_label(steps: Iterable[Step]) -> dict[str, list[Step]]:
    """Steps by their labels, in the order of the first of each."""
    groups: dict[str, list[Step]] = {}
    for step in steps:
        groups.setdefault(step.label, []).append(step)
    return groups
