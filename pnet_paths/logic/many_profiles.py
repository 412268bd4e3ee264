"""Many profiles at once: decision diagrams as look-up tables, without a loop over profiles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from .decision_diagrams import UNKNOWN, Forest
from .workload import MAX_NODES

__all__ = ["IntArray", "ManyProfiles", "RankArray"]

IntArray = npt.NDArray[np.integer]
RankArray = npt.NDArray[np.uint16]

_BLOCK = 1 << 15
_MAX_WIDTH = 300
"""The most states between two factors of diagrams that share a walk."""


class ManyProfiles:
    """Answers of a forest's diagrams for many profiles; the last tables are reused."""

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self._cache: dict[tuple[tuple[int, ...], tuple[bool, ...]], list[_Walk]] = {}

    def ranks(
        self,
        roots: Sequence[int],
        codes: Sequence[IntArray],
        advance: Callable[[int], None] = lambda profiles: None,
        unknown: Sequence[bool] | None = None,
    ) -> list[RankArray]:
        """Return for each of ``roots`` an array of the ranks possible for each profile.

        Blocks of profiles that fit the processor's cache go through all diagrams, one by one.

        Args:
            codes: one array a factor, all of the same length.
            advance: called after each block with the number of its profiles.
            unknown: the factors that may be unknown; those that are in ``codes`` if left out. For
                parts of a table: the look-up tables of one part then serve for the next.
        """
        if unknown is None:
            unknown = [bool((column == UNKNOWN).any()) for column in codes]
        walks = self._walks(tuple(roots), tuple(unknown))
        length = len(codes[0]) if codes else 0
        results = [np.empty(length, dtype=np.uint16) for _ in roots]
        for start in range(0, length, _BLOCK):
            block = slice(start, start + _BLOCK)
            # "Not known" is -1 as a code and the last entry of a table's row.
            columns = [
                np.where(column[block] == UNKNOWN, size, column[block]).astype(np.intp)
                for column, size in zip(codes, self.forest.sizes, strict=True)
            ]
            answers = (ranks for walk in walks for ranks in walk.ranks(columns, len(columns[0])))
            for ranks, result in zip(answers, results, strict=True):
                result[block] = ranks
            advance(len(columns[0]))
        return results

    def ranks_of_few(self, roots: Sequence[int], codes: Sequence[IntArray]) -> list[RankArray]:
        """Return the same as `ranks` without tables, which pay only for hundreds of profiles.

        Profiles that reach the same nodes share the rest of their way.
        """
        states, at = [tuple(roots)], np.zeros(len(codes[0]) if codes else 0, dtype=np.intp)
        for factor, column in enumerate(codes):
            steps, at = np.unique(
                np.stack([at, column.astype(np.intp)]), axis=1, return_inverse=True
            )
            number: dict[tuple[int, ...], int] = {}
            after = [
                number.setdefault(self._next(states[state], factor, code), len(number))
                for state, code in steps.T.tolist()
            ]
            states, at = list(number), np.array(after, dtype=np.intp)[at]
        return [np.array(ends, dtype=np.uint16)[at] for ends in zip(*states, strict=True)]

    def _next(self, nodes: tuple[int, ...], factor: int, code: int) -> tuple[int, ...]:
        asks, follow = self.forest.factor_of, self.forest.follow
        return tuple([follow(node, code) if asks(node) == factor else node for node in nodes])

    def _walks(self, roots: tuple[int, ...], unknown: tuple[bool, ...]) -> list[_Walk]:
        """Return walks through all of ``roots``, in order, with as many roots each as is quick."""
        key = (roots, unknown)
        walks = self._cache.get(key)  # another thread may put its own there at any time
        if walks is None:
            walks = []
            together: tuple[int, ...] = ()
            for root in roots:
                wider = _Walk.within(self.forest, (*together, root), unknown) if together else None
                if wider is None:
                    walks.append(_Walk(self.forest, (root,), unknown))
                    together = (root,)
                else:
                    walks[-1], together = wider, (*together, root)
            self._cache = {key: walks}
        return walks


class _TooWideError(Exception):
    """Several diagrams together have too many states for one walk."""


class _Walk:
    """Some diagrams as look-up tables, so that one gather moves all profiles a step on.

    A profile's state is the offset of its nodes' row in the next table; the row holds, for each
    level and last for "not known", the offset in the table after that.
    """

    def __init__(
        self,
        forest: Forest,
        roots: tuple[int, ...],
        unknown: Sequence[bool],
        max_width: float = float("inf"),
    ) -> None:
        self.steps: list[tuple[int, npt.NDArray[np.intp]]] = []
        widths = [size + 1 for size in forest.sizes]
        reached = [roots]
        for factor, size in enumerate(forest.sizes):
            if not any(forest.factor_of(node) == factor for nodes in reached for node in nodes):
                continue
            number: dict[tuple[int, ...], int] = {}
            table = np.zeros((len(reached), widths[factor]), dtype=np.intp)
            for row, nodes in zip(table, reached, strict=True):
                branches = [
                    tuple([forest.branch(node, factor, level) for node in nodes])
                    for level in range(size)
                ]
                together = branches[0]
                if unknown[factor]:
                    together = tuple(map(forest.union, zip(*branches, strict=True)))
                if len(number) > MAX_NODES:
                    raise forest.work.error()
                row[:] = [number.setdefault(after, len(number)) for after in (*branches, together)]
            reached = list(number)
            if len(reached) > max_width:
                raise _TooWideError
            self.steps.append((factor, table.ravel()))
        for (_, table), (factor, _) in pairwise(self.steps):
            table *= widths[factor]
        self.results = [np.array(ends, dtype=np.uint16) for ends in zip(*reached, strict=True)]

    @classmethod
    def within(
        cls, forest: Forest, roots: tuple[int, ...], unknown: Sequence[bool]
    ) -> _Walk | None:
        """Return a walk through several diagrams if its tables fit the processor's cache."""
        try:
            return cls(forest, roots, unknown, _MAX_WIDTH)
        except _TooWideError:
            return None

    def ranks(self, columns: Sequence[npt.NDArray[np.intp]], length: int) -> list[RankArray]:
        """Return for each diagram the possible ranks of each profile, as bits."""
        state = np.zeros(length, dtype=np.intp)
        for factor, table in self.steps:
            state += columns[factor]
            state = table.take(state)
        return [result.take(state) for result in self.results]
