"""Which unknown factors can change the rank of a diagram, each of them alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from .decision_diagrams import UNKNOWN, Codes, Forest
from .lazy_diagrams import EMPTY

__all__ = ["Sensitivity"]

_MOST_PAIRS = 2_000_000


class Sensitivity:
    """What can differ below the nodes of a forest, for one profile; answers are remembered.

    >>> from pnet_paths.logic.decision_diagrams import Rule
    >>> forest = Forest([2, 3])
    >>> root = forest.compile([Rule(((0, 0b10), (1, 0b110)), 3)])
    >>> Sensitivity(forest, [1, UNKNOWN]).deciding(root)
    frozenset({1})
    >>> Sensitivity(forest, [0, UNKNOWN]).deciding(root)
    frozenset()
    """

    def __init__(self, forest: Forest, codes: Codes) -> None:
        self.forest = forest
        self.codes = codes
        self._decides: dict[tuple[int, int], bool] = {}
        self._differ: dict[tuple[int, int], bool] = {}

    def deciding(self, root: int) -> frozenset[int]:
        """The unknown factors in which alone two completions differ while their rank differs."""
        unknown = (factor for factor, code in enumerate(self.codes) if code == UNKNOWN)
        return frozenset(factor for factor in unknown if self.decides(root, factor))

    def decides(self, node: int, factor: int) -> bool:
        """Whether an unknown factor is one that alone can change the rank below a node."""
        if not self.forest.asked_below(node) >> factor & 1:
            return False
        key = (node, factor)
        found = self._decides.get(key)
        if found is None:
            if self.forest.asks(node) == factor:
                pairs = combinations(set(self.forest.branches(node)), 2)
                found = any(self.can_differ(a, b) for a, b in pairs)
            else:
                found = any(self.decides(branch, factor) for branch in self._open(node))
            self._decides[key] = found
        return found

    def _open(self, node: int) -> Sequence[int]:
        factor = self.forest.asks(node)
        assert factor is not None  # it leads on
        branches = self.forest.branches(node)
        code = self.codes[factor]
        return branches if code == UNKNOWN else (branches[code],)

    def can_differ(self, a: int, b: int) -> bool:
        """Whether some completion that can occur below both has different ranks below them."""
        if a == b or EMPTY in (a, b):
            return False
        if a > b:
            a, b = b, a
        key = (a, b)
        forest = self.forest
        found = self._differ.get(key)
        if found is None:
            asked = [factor for factor in map(forest.asks, key) if factor is not None]
            if not asked:
                found = True
            else:
                factor = min(asked)
                code = self.codes[factor]
                levels = range(forest.sizes[factor]) if code == UNKNOWN else (code,)
                found = any(
                    self.can_differ(
                        forest.branch(a, factor, level), forest.branch(b, factor, level)
                    )
                    for level in levels
                )
            if len(self._differ) > _MOST_PAIRS:
                raise forest.work.error()
            self._differ[key] = found
        return found
