"""How many profiles have a wanted answer, counted on a decision diagram."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from .decision_diagrams import Forest

__all__ = ["count_by_level"]


def count_by_level(forest: Forest, root: int, wanted: Callable[[int], bool]) -> list[list[int]]:
    """How many complete profiles have a wanted answer: for each factor, level by level.

    Each node passes on how many profiles lead to it and takes from below how many of the rest
    end well; a factor that is not asked on the way shares what passes it among its levels.

    Args:
        forest: where `root` is a node.
        root: the node where the diagram begins.
        wanted: whether a set of ranks counts.
    """
    return _Count(forest, root, wanted).by_level()


class _Count:
    """Counts, for one diagram, the complete profiles that end at a wanted set of ranks."""

    def __init__(self, forest: Forest, root: int, wanted: Callable[[int], bool]) -> None:
        self.forest = forest
        self.root = root
        self.wanted = wanted
        self.before = list(accumulate(forest.sizes, int.__mul__, initial=1))
        """For each factor, how many combinations those before it have; last, how many of all."""
        self.ends: dict[int, int] = {}

    def _place(self, node: int) -> int:
        """The factor that a node asks; at the end, how many factors there are."""
        factor = self.forest.asks(node)
        return len(self.forest.sizes) if factor is None else factor

    def _between(self, start: int, end: int) -> int:
        """How many combinations the factors from ``start`` up to, not with, ``end`` have."""
        return self.before[end] // self.before[start]

    def _from(self, start: int, node: int) -> int:
        """How many combinations of the factors from ``start`` on end well below ``node``."""
        return self._between(start, self._place(node)) * self._below(node)

    def _below(self, node: int) -> int:
        if self.forest.asks(node) is None:
            return int(self.wanted(node))
        if node not in self.ends:
            after = self._place(node) + 1
            self.ends[node] = sum(self._from(after, to) for to in self.forest.branches(node))
        return self.ends[node]

    def by_level(self) -> list[list[int]]:
        forest = self.forest
        total = self._from(0, self.root)
        counts = [[0] * size for size in forest.sizes]
        ways = {self.root: self.before[self._place(self.root)]}
        for factor in range(len(forest.sizes)):
            for node in [node for node in ways if self._place(node) == factor]:
                here = ways.pop(node)
                for level, to in enumerate(forest.branches(node)):
                    counts[factor][level] += here * self._from(factor + 1, to)
                    skipped = self._between(factor + 1, self._place(to))
                    ways[to] = ways.get(to, 0) + here * skipped
            free = (total - sum(counts[factor])) // forest.sizes[factor]
            counts[factor] = [count + free for count in counts[factor]]
        return counts
