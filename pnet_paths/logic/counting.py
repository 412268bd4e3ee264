"""Counts of the profiles with a wanted answer, taken from a decision diagram."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from .decision_diagrams import Forest

__all__ = ["count_by_level"]


def count_by_level(forest: Forest, root: int, wanted: Callable[[int], bool]) -> list[list[int]]:
    """Count, for each factor and level, the complete profiles with a wanted answer.

    The profiles that reach a node are multiplied by the wanted ends below it. A factor that a path
    does not ask shares the profiles of that path equally among its levels.

    Args:
        forest: where `root` is a node.
        root: the node where the diagram begins.
        wanted: whether a set of ranks counts.
    """
    return _Count(forest, root, wanted).by_level()


class _Count:
    """The counting for one diagram."""

    def __init__(self, forest: Forest, root: int, wanted: Callable[[int], bool]) -> None:
        self.forest = forest
        self.root = root
        self.wanted = wanted
        self.before = list(accumulate(forest.sizes, int.__mul__, initial=1))
        """For each factor the number of combinations of those before it; last, of all."""
        self.ends: dict[int, int] = {}
        """By node the number of wanted ends below it."""

    def _place(self, node: int) -> int:
        """Return the factor that a node asks; for a set of ranks the number of factors."""
        factor = self.forest.factor_of(node)
        return len(self.forest.sizes) if factor is None else factor

    def _between(self, start: int, end: int) -> int:
        """Count the combinations of the factors from ``start`` to before ``end``."""
        return self.before[end] // self.before[start]

    def _wanted_from(self, start: int, node: int) -> int:
        """Count the combinations of the factors from ``start`` on that reach a wanted end."""
        return self._between(start, self._place(node)) * self._wanted_below(node)

    def _wanted_below(self, node: int) -> int:
        if self.forest.factor_of(node) is None:
            return int(self.wanted(node))
        if node not in self.ends:
            after = self._place(node) + 1
            self.ends[node] = sum(self._wanted_from(after, to) for to in self.forest.branches(node))
        return self.ends[node]

    def by_level(self) -> list[list[int]]:
        """Return the counts by factor and level."""
        forest = self.forest
        total = self._wanted_from(0, self.root)
        counts = [[0] * size for size in forest.sizes]
        ways = {self.root: self.before[self._place(self.root)]}
        for factor in range(len(forest.sizes)):
            for node in [node for node in ways if self._place(node) == factor]:
                here = ways.pop(node)
                for level, to in enumerate(forest.branches(node)):
                    counts[factor][level] += here * self._wanted_from(factor + 1, to)
                    skipped = self._between(factor + 1, self._place(to))
                    ways[to] = ways.get(to, 0) + here * skipped
            free = (total - sum(counts[factor])) // forest.sizes[factor]
            counts[factor] = [count + free for count in counts[factor]]
        return counts
