"""The unknown factors that can change the rank of a diagram by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from .decision_diagrams import UNKNOWN, Codes, Forest
from .lazy_diagrams import EMPTY

__all__ = ["Sensitivity"]

_MAX_PAIRS = 2_000_000


class Sensitivity:
    """Which factors can change the ranks below the nodes of a forest, for one profile.

    >>> from pnet_paths.logic.decision_diagrams import Rule
    >>> forest = Forest([2, 3])
    >>> root = forest.compile([Rule(((0, 0b10), (1, 0b110)), 3)])
    >>> Sensitivity(forest, [1, UNKNOWN]).deciding_factors(root)
    frozenset({1})
    >>> Sensitivity(forest, [0, UNKNOWN]).deciding_factors(root)
    frozenset()
    """

    def __init__(self, forest: Forest, codes: Codes) -> None:
        self.forest = forest
        self.codes = codes
        self._decides: dict[tuple[int, int], bool] = {}
        self._differ: dict[tuple[int, int], bool] = {}

    def deciding_factors(self, root: int) -> frozenset[int]:
        """Return the unknown factors that can change the rank while all others stay the same."""
        unknown = (factor for factor, code in enumerate(self.codes) if code == UNKNOWN)
        return frozenset(factor for factor in unknown if self.can_decide(root, factor))

    def can_decide(self, node: int, factor: int) -> bool:
        """Return True if an unknown factor alone can change the rank below a node."""
        if not self.forest.factors_below(node) >> factor & 1:
            return False
        key = (node, factor)
        if key not in self._decides:
            if self.forest.factor_of(node) == factor:
                pairs = combinations(set(self.forest.branches(node)), 2)
                result = any(self.can_differ(a, b) for a, b in pairs)
            else:
                branches = self._possible_branches(node)
                result = any(self.can_decide(branch, factor) for branch in branches)
            self._decides[key] = result
        return self._decides[key]

    def _possible_branches(self, node: int) -> Sequence[int]:
        factor = self.forest.factor_of(node)
        assert factor is not None  # the caller has no sets of ranks
        branches = self.forest.branches(node)
        code = self.codes[factor]
        return branches if code == UNKNOWN else (branches[code],)

    def can_differ(self, a: int, b: int) -> bool:
        """Return True if a completion that can occur below both nodes has different ranks there."""
        if a == b or EMPTY in (a, b):
            return False
        if a > b:
            a, b = b, a
        key = (a, b)
        forest = self.forest
        if key not in self._differ:
            factors = [factor for factor in map(forest.factor_of, key) if factor is not None]
            if not factors:
                result = True
            else:
                factor = min(factors)
                code = self.codes[factor]
                levels = range(forest.sizes[factor]) if code == UNKNOWN else (code,)
                result = any(
                    self.can_differ(
                        forest.branch(a, factor, level), forest.branch(b, factor, level)
                    )
                    for level in levels
                )
            if len(self._differ) > _MAX_PAIRS:
                raise forest.work.error()
            self._differ[key] = result
        return self._differ[key]
