"""The columns of a table of profiles as numbers: for each cell the code of its level.

Columns of categories and columns of Arrow are read by their own codes: each category is looked up
once, and no cell becomes an object of Python.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import ProfileError, suggestion
from ..logic.decision_diagrams import UNKNOWN
from ..logic.many_profiles import IntArray
from ..tables.values import READ_AS_MISSING, cell_text, is_missing
from .profile import ProfileSpace

__all__ = ["level_codes"]

_CODE = np.int16
_NO_LEVEL = UNKNOWN - 1
_BLOCK = 1 << 16

_Places = npt.NDArray[np.integer[Any]]
_Part = tuple[_Places, Sequence[object]]
"""Some cells of a column: for each its place among the values, -1 where it is missing."""


def level_codes(space: ProfileSpace, profiles: pd.DataFrame) -> list[IntArray]:
    """The levels of a table of profiles as numbers, one array a factor.

    Args:
        space: the factors and their levels.
        profiles: one row a profile, one column a factor. A missing column, a missing cell (NaN,
            None, <NA>) and an empty text are `UNKNOWN`.

    Raises:
        ProfileError: a column that is no factor, or a cell that is none of its levels.
    """
    columns = _columns(space, profiles)
    nothing = np.full(len(profiles), UNKNOWN, dtype=_CODE)
    return [
        _codes(name, space.level_codes(name), columns[name]) if name in columns else nothing
        for name in space.factors
    ]


def _columns(space: ProfileSpace, profiles: pd.DataFrame) -> dict[str, pd.Series]:
    columns: dict[str, pd.Series] = {}
    for place, name in enumerate(map(cell_text, profiles.columns)):
        if name not in space.factors:
            raise ProfileError(
                f'the column "{name}" is not a factor'
                f"{suggestion(name, space.factors)} ({', '.join(space.factors)})"
            )
        if name in columns:
            raise ProfileError(f'the column "{name}" is there twice; keep one')
        columns[name] = profiles.iloc[:, place]
    return columns


def _codes(name: str, levels: Mapping[str, int], cells: pd.Series) -> IntArray:
    codes = np.empty(len(cells), dtype=_CODE)
    start = 0
    for places, values in _parts(levels, cells):
        start = _fill(codes, start, places, _table(levels, values))
    wrong = codes == _NO_LEVEL
    if wrong.any():
        place = int(np.argmax(wrong))
        text = cell_text(cells.iloc[place])
        raise ProfileError(
            f'row {cells.index[place]}, column {name}: "{text}" is not a level '
            f"of {name} ({', '.join(levels)}); leave the cell empty (NaN) where it is not known"
        )
    if READ_AS_MISSING.intersection(levels) and (codes == UNKNOWN).any():
        warnings.warn(
            f"column {name}: missing cells are not known, and {name} has a level that pandas "
            "reads as a missing cell; read profiles with read_csv(keep_default_na=False)",
            stacklevel=6,
        )
    return codes


def _table(levels: Mapping[str, int], values: Iterable[object]) -> IntArray:
    """The code of each value; the last one is for the place -1 of missing cells."""
    known = {"": UNKNOWN, **levels}
    return np.array([*(known.get(cell_text(v), _NO_LEVEL) for v in values), UNKNOWN], dtype=_CODE)


def _fill(codes: IntArray, start: int, places: _Places, table: IntArray) -> int:
    """Look the places up, block by block: numpy makes each a number of eight bytes for that."""
    for begin in range(0, len(places), _BLOCK):
        block = places[begin : begin + _BLOCK]
        codes[start + begin : start + begin + len(block)] = table[block]
    return start + len(places)


def _parts(levels: Mapping[str, int], cells: pd.Series) -> Iterable[_Part]:
    if isinstance(cells.array, pd.Categorical):
        return [(cells.array.codes, list(cells.array.categories))]
    if isinstance(cells.array, pd.arrays.ArrowExtensionArray):
        encoded = _encoded(cells)
        if encoded is not None:
            return _chunks(encoded)
    return [_exact(levels, cells) or _factorized(cells)]


def _encoded(cells: pd.Series) -> Any | None:
    """A column of Arrow, each chunk as codes with a dictionary; None where Arrow cannot do so."""
    import pyarrow

    try:
        return pyarrow.chunked_array(pyarrow.array(cells.array)).dictionary_encode()
    except NotImplementedError:  # a list has no place in a dictionary
        return None


def _chunks(encoded: Any) -> Iterator[_Part]:
    for chunk in encoded.chunks:
        indices = chunk.indices.cast("int32").fill_null(-1)  # whatever kind of number they are
        yield indices.to_numpy(), chunk.dictionary.to_pylist()


def _exact(levels: Mapping[str, int], cells: pd.Series) -> _Part | None:
    """The places where each cell is a level or missing, quickly; None where one is neither."""
    try:
        # Plain objects are looked up in half the time that a column of texts takes.
        texts = pd.Index(cells.to_numpy(dtype=object), dtype=object)
        places = pd.Index([*levels, np.nan], dtype=object).get_indexer(texts)
    except TypeError:  # something that has no place in an index, such as a list
        return None
    return None if (places < 0).any() else (places, [*levels, None])


def _factorized(cells: pd.Series) -> _Part:
    """The places among the different cells: numbers, truths, and what is no level at all."""
    try:
        places, values = pd.factorize(cells, use_na_sentinel=True)
        mixed = cells.dtype == object and not all(type(value) is str for value in values)
    except (TypeError, NotImplementedError):  # as above; the second is what Arrow says
        mixed = True
    if mixed:  # where pandas takes 1 and True for the same
        texts = cells.map(lambda cell: None if is_missing(cell) else cell_text(cell))
        places, values = pd.factorize(texts, use_na_sentinel=True)
    return places, list(values)
