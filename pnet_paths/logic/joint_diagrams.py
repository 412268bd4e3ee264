"""Several diagrams of a forest as one, built only as far as it is looked at.

Built whole, it could be far larger than all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

from .decision_diagrams import UNKNOWN, Forest
from .lazy_diagrams import EMPTY, TERMINALS, Unfolding
from .rank_sets import Ranks

__all__ = ["RankSource", "joint"]

_Nodes = tuple[int, ...]
_State = tuple[int, int, frozenset[tuple[int, _Nodes]]]
"""The factor to ask, the highest rank so far, and the nodes of the sources that may give more."""


@dataclass(frozen=True, slots=True)
class RankSource:
    """Diagrams, and the rank that ``rank`` gives for their answers (sets of ranks as bits).

    ``fixed`` has, for each diagram, the levels of factors that replace those of the profile.
    """

    roots: tuple[int, ...]
    rank: Callable[..., int]
    fixed: tuple[Mapping[int, int], ...] = ()


def joint(forest: Forest, occurs: int, sources: Iterable[RankSource]) -> Unfolding[_State]:
    """Return the diagram of the highest rank that any of ``sources`` gives.

    A profile that cannot occur in one of their diagrams cannot occur in it.

    Args:
        occurs: the root of the diagram that has rank 0 for every profile that can occur.

    >>> from pnet_paths.logic.decision_diagrams import Rule
    >>> forest = Forest([2, 2])
    >>> first, second = (forest.compile([Rule(((place, 0b10),), 1)]) for place in (0, 1))
    >>> both = joint(forest, 0b1, [RankSource((first, second), lambda a, b: int(a == b == 0b10))])
    >>> both.factor_of(both.root), [both.factor_of(node) for node in both.branches(both.root)]
    (0, [None, 1])
    """
    return Unfolding(forest.sizes, _Steps(forest, occurs, tuple(sources)), forest.work)


class _Steps:
    """The states of several diagrams together; see `lazy_diagrams.Steps`."""

    def __init__(self, forest: Forest, occurs: int, sources: Sequence[RankSource]) -> None:
        self._forest = forest
        self._sources = [*sources, *_occurrence_sources(occurs, sources)]
        self._first_without_rank = len(sources)
        self._all_unknown = [UNKNOWN] * len(forest.sizes)
        self._known_bounds: dict[tuple[int, _Nodes], tuple[int, int]] = {}
        begin = [(i, self._skip_fixed(i, each.roots)) for i, each in enumerate(self._sources)]
        self.start = self._reduce(0, begin)

    def after(self, state: _State) -> list[_State | int]:
        """Return the next states, level by level of the factor that is asked."""
        factor, best, sources = state
        levels = range(self._forest.sizes[factor])
        return [
            self._reduce(best, [(i, self._step(i, nodes, factor, x)) for i, nodes in sources])
            for x in levels
        ]

    def _step(self, source: int, nodes: _Nodes, factor: int, level: int) -> _Nodes:
        branch = partial(self._forest.branch, factor=factor, level=level)
        return self._skip_fixed(source, tuple(map(branch, nodes)))

    def _skip_fixed(self, source: int, nodes: _Nodes) -> _Nodes:
        """Replace nodes that ask a fixed factor by the next ones that do not."""
        fixed = self._sources[source].fixed
        return tuple(map(self._follow_fixed, nodes, fixed)) if fixed else nodes

    def _follow_fixed(self, node: int, fixed: Mapping[int, int]) -> int:
        while (factor := self._forest.factor_of(node)) in fixed:
            assert factor is not None
            node = self._forest.branches(node)[fixed[factor]]
        return node

    def _reduce(self, best: int, sources: Iterable[tuple[int, _Nodes]]) -> _State | int:
        """Return a state without the sources that no longer matter."""
        undecided = []
        for source, nodes in sources:
            if EMPTY in nodes:
                return EMPTY
            if max(nodes) < TERMINALS:
                best = max(best, self._sources[source].rank(*nodes))
            else:
                key = source, nodes
                best = max(best, self._bounds(key)[0])
                undecided.append(key)
        live = frozenset(
            key
            for key in undecided
            if key[0] >= self._first_without_rank or self._bounds(key)[1] > best
        )
        if not live:
            return 1 << best
        asked = (self._forest.factor_of(node) for _, nodes in live for node in nodes)
        return min(factor for factor in asked if factor is not None), best, live

    def _bounds(self, key: tuple[int, _Nodes]) -> tuple[int, int]:
        """Return the lowest and the highest rank that a source can give below its nodes."""
        if key not in self._known_bounds:
            source, nodes = key
            possible = (self._forest.ranks(node, self._all_unknown) for node in nodes)
            answers = product(*(map(Ranks.of, ranks) for ranks in possible))
            ranks = [self._sources[source].rank(*each) for each in answers]
            self._known_bounds[key] = min(ranks), max(ranks)
        return self._known_bounds[key]


def _occurrence_sources(occurs: int, sources: Iterable[RankSource]) -> list[RankSource]:
    """Return sources of rank 0 that say what cannot occur, one for each set of fixed levels."""
    fixed = {tuple(sorted(levels.items())) for each in sources for levels in each.fixed or ({},)}
    return [RankSource((occurs,), lambda _: 0, (dict(levels),)) for levels in sorted(fixed or {()})]
