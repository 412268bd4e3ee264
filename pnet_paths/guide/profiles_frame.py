"""A table of profiles: the statuses of all treatments for each of its rows, at once."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..arguments import brief
from ..errors import ProfileError
from ..logic.many_profiles import IntArray
from ..progress_bar import Task, progress_bar
from ..statuses import BY_RANK, Status, ranks_of, status_of
from .evaluation import Evaluator
from .profile_columns import level_codes

__all__ = ["FrameEvaluator"]

_MIXED = "not_named_or_against"


class FrameEvaluator:
    """The indications compiled, as they answer a pandas table of profiles."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.space = evaluator.space
        self.roots = evaluator.roots
        self._many = evaluator.many_profiles

    def statuses(self, profiles: pd.DataFrame, mixed: bool = False) -> pd.DataFrame:
        """The status of every treatment (columns) for every profile (rows).

        Args:
            profiles: one row a profile, one column a factor.
            mixed: give a no in some cases with silence in the others a category of its own.
        """
        if not isinstance(profiles, pd.DataFrame):
            raise ProfileError(
                f"{brief(profiles)} is not a table of profiles; make it one with pandas.DataFrame"
            )
        with progress_bar("Evaluating profiles", len(profiles)) as task:
            return self._answers(level_codes(self.space, profiles), profiles.index, mixed, task)

    def _answers(
        self, columns: list[IntArray], index: pd.Index, mixed: bool, task: Task
    ) -> pd.DataFrame:
        roots = list(dict.fromkeys(self.roots.values()))
        names = [*map(str, Status), *([_MIXED] if mixed else [])]
        kind = pd.CategoricalDtype(names)
        # One look-up from possible ranks to the category's number; none for what cannot occur.
        numbers = np.full(1 << len(BY_RANK), -1, dtype=np.int8)
        for ranks in range(1, 1 << len(BY_RANK)):
            numbers[ranks] = names.index(status_of(ranks))
        if mixed:
            numbers[ranks_of(Status.AGAINST, Status.NOT_NAMED)] = names.index(_MIXED)
        by_root = {
            root: pd.Categorical.from_codes(numbers[ranks], dtype=kind)
            for root, ranks in zip(
                roots, self._many.ranks(roots, columns, task.advance), strict=True
            )
        }
        columns_of = {treatment: by_root[root] for treatment, root in self.roots.items()}
        return pd.DataFrame(columns_of, index=index)
