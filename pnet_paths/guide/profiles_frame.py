"""A table of profiles: the statuses of all treatments for each of its rows, at once."""

from __future__ import annotations

import warnings
from collections.abc import Mapping

import numpy as np
import pandas as pd

from ..arguments import brief
from ..errors import ProfileError, suggestion
from ..logic.decision_diagrams import UNKNOWN
from ..logic.many_profiles import IntArray
from ..progress_bar import Task, progress_bar
from ..statuses import BY_RANK, Status, ranks_of, status_of
from ..tables.values import READ_AS_MISSING, is_missing, shown
from .evaluation import Evaluator

__all__ = ["FrameEvaluator"]

_CODE = np.int16
_MIXED = "not_named_or_against"


class FrameEvaluator:
    """The indications compiled, as they answer a pandas table of profiles."""

    def __init__(self, evaluator: Evaluator) -> None:
        self.space = evaluator.space
        self.roots = evaluator.roots
        self._many = evaluator.many

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
            return self._answers(self._codes_of(profiles), profiles.index, mixed, task)

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

    def _codes_of(self, profiles: pd.DataFrame) -> list[IntArray]:
        places: dict[str, int] = {}
        for place, name in enumerate(map(shown, profiles.columns)):
            if name not in self.space.factors:
                raise ProfileError(
                    f'the column "{name}" is not a factor'
                    f"{suggestion(name, self.space.factors)} "
                    f"({', '.join(self.space.factors)})"
                )
            if name in places:
                raise ProfileError(f'the column "{name}" is there twice; keep one')
            places[name] = place
        nothing = np.full(len(profiles), UNKNOWN, dtype=_CODE)
        return [
            self._column(name, profiles.iloc[:, places[name]]) if name in places else nothing
            for name in self.space.factors
        ]

    def _column(self, name: str, cells: pd.Series) -> IntArray:
        """A column of levels as numbers; a missing cell is `UNKNOWN`."""
        levels = self.space.level_codes(name)
        codes = self._exact(levels, cells)
        if codes is None:
            codes = self._shown(name, cells)
        if READ_AS_MISSING.intersection(levels) and (codes == UNKNOWN).any():
            warnings.warn(
                f"column {name}: missing cells are not known, and {name} has a level that pandas "
                "reads as a missing cell; read profiles with read_csv(keep_default_na=False)",
                stacklevel=5,
            )
        return codes

    def _exact(self, levels: Mapping[str, int], cells: pd.Series) -> IntArray | None:
        """The numbers where each cell is a level or missing, quickly; None where one is neither."""
        if isinstance(cells.dtype, pd.CategoricalDtype):
            return None
        try:
            # Plain objects are looked up in half the time that a column of texts takes.
            texts = pd.Index(cells.to_numpy(dtype=object), dtype=object)
            places = pd.Index([*levels, np.nan], dtype=object).get_indexer(texts)
        except TypeError:  # something that has no place in an index, such as a list
            return None
        if (places < 0).any():
            return None
        return np.append(np.arange(len(levels)), UNKNOWN).astype(_CODE)[places]

    def _shown(self, name: str, cells: pd.Series) -> IntArray:
        """The numbers of categories, of numbers and truths, and where a cell is no level at all."""
        levels = self.space.level_codes(name)
        try:
            places, values = pd.factorize(cells, use_na_sentinel=True)
            texts = list(map(shown, values))
            mixed = cells.dtype == object and not all(type(value) is str for value in values)
        except TypeError:  # as above
            mixed = True
        if mixed:  # where pandas takes 1 and True for the same
            cells = cells.map(lambda cell: None if is_missing(cell) else shown(cell))
            places, values = pd.factorize(cells, use_na_sentinel=True)
            texts = list(values)
        codes: IntArray = np.array([*(levels.get(t, UNKNOWN) for t in texts), UNKNOWN], dtype=_CODE)
        for place, text in enumerate(texts):
            if codes[place] == UNKNOWN:
                row = cells.index[int(np.argmax(places == place))]
                raise ProfileError(
                    f'row {row}, column {name}: "{text}" is not a level of {name} '
                    f"({', '.join(levels)}); leave the cell empty (NaN) where it is not known"
                )
        return codes[places]
