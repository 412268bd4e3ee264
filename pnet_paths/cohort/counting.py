"""Count what a guide says of a table of profiles, in one pass over its parts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import add
from typing import Any

import numpy as np
import pandas as pd

from ..arguments import brief
from ..errors import ProfileError
from ..guide.dask_frames import is_dask_frame, shared_guide
from ..guide.guide import GuideValue
from ..guide.profile_columns import level_codes
from ..logic.decision_diagrams import UNKNOWN
from ..logic.lazy_diagrams import EMPTY
from ..logic.many_profiles import IntArray, ManyProfiles
from ..progress_bar import progress_bar
from ..statuses import BY_RANK, Status, status_of
from .arrow_states import OPEN, TAKEN, ArrowStates
from .counts import CountArray, Counts
from .open_facts import OpenFacts

__all__ = ["count"]

_BLOCK = 1 << 16


def count(guide: GuideValue, profiles: Any) -> Counts:
    """The counts of a table of profiles.

    Args:
        guide: what says something of each profile.
        profiles: a DataFrame of pandas, or of Dask, which is computed: partition by partition
            where it is, only counts travel.

    Raises:
        ProfileError: a column that is no factor, or a cell that is none of its levels.
    """
    if is_dask_frame(profiles):
        return _count_partitions(guide, profiles)
    if not isinstance(profiles, pd.DataFrame):
        raise ProfileError(
            f"{brief(profiles)} is not a table of profiles; make it one with pandas.DataFrame"
        )
    return _counter(guide).count(profiles)


def _count_partitions(guide: GuideValue, profiles: Any) -> Counts:
    from dask.delayed import delayed

    level_codes(guide.space, profiles._meta)  # a wrong column is refused before all the work
    count_part, shared = delayed(count), shared_guide(guide)
    counts: Counts = delayed(_total)(
        [count_part(shared, part) for part in profiles.to_delayed()]
    ).compute()
    return counts


def _total(counts: Sequence[Counts]) -> Counts:
    return reduce(add, counts)


class _Counter:
    """The diagrams whose answers are counted."""

    def __init__(self, guide: GuideValue) -> None:
        evaluator = guide.evaluator
        self._space = guide.space
        self._statuses = [evaluator.roots[treatment.id] for _, treatment in guide.walk()]
        self._arrows, self._open_facts = ArrowStates(guide), OpenFacts(guide)
        self._occurs = evaluator.condition_root()
        conditions = self._arrows.conditions.values()
        self._roots = list(dict.fromkeys([self._occurs, *self._statuses, *conditions]))
        self._many = ManyProfiles(evaluator.forest)

    def count(self, profiles: pd.DataFrame) -> Counts:
        codes = level_codes(self._space, profiles)
        unknown = [bool((column == UNKNOWN).any()) for column in codes]
        counts = []
        with progress_bar("Counting profiles", len(profiles)) as task:
            for start in range(0, max(1, len(profiles)), _BLOCK):
                block = [column[start : start + _BLOCK] for column in codes]
                counts.append(self._count(block, unknown))
                task.advance(len(block[0]))
        return _total(counts)

    def _count(self, codes: list[IntArray], unknown: Sequence[bool]) -> Counts:
        answers = self._many.ranks(self._roots, codes, unknown=unknown)
        ranks = dict(zip(self._roots, answers, strict=True))
        occurs = ranks[self._occurs] != EMPTY
        by_ranks = {
            root: np.bincount(ranks[root], minlength=len(_STATUS_OF))
            for root in set(self._statuses)
        }
        states = self._arrows.states(ranks)
        return Counts(
            size=np.array([len(occurs)]),
            impossible=np.array([(~occurs).sum()]),
            statuses=_rows([by_ranks[root] @ _STATUS_OF for root in self._statuses], len(Status)),
            arrows=_rows([[(s == TAKEN).sum(), (s == OPEN).sum()] for s in states], 2),
            answers=self._count_answers(codes, occurs),
            open_facts=self._open_facts.count(codes, unknown),
        )

    def _count_answers(self, codes: list[IntArray], occurs: Any) -> CountArray:
        sizes = self._space.sizes
        counts = [
            np.bincount(np.where(column == UNKNOWN, size, column)[occurs], minlength=size + 1)
            for column, size in zip(codes, sizes, strict=True)
        ]
        return np.concatenate(counts).astype(np.int64)


@lru_cache(maxsize=4)
def _counter(guide: GuideValue) -> _Counter:
    """The diagrams of a guide; a worker that counts many parts makes them once."""
    return _Counter(guide)


def _rows(counts: Sequence[Any], width: int) -> CountArray:
    return np.array(counts, dtype=np.int64).reshape(len(counts), width)


_STATUS_OF: CountArray = np.array(
    [
        [ranks > 0 and status_of(ranks) is each for each in Status]
        for ranks in range(1 << len(BY_RANK))
    ],
    dtype=np.int64,
)
"""For each set of ranks (rows) the one status (columns) that it stands for."""
