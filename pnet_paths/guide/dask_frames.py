"""Tables of profiles that Dask divides into partitions: evaluated one by one, where they are."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["is_dask_frame", "lazy_statuses", "shared_guide"]


class _Guide(Protocol):
    def evaluate_frame(self, profiles: Any, *, mixed: bool = False) -> Any: ...


def is_dask_frame(value: object) -> bool:
    """Return True for a DataFrame of Dask; Dask is not imported for that."""
    return hasattr(value, "dask") and hasattr(value, "map_partitions") and hasattr(value, "columns")


def shared_guide(guide: _Guide) -> Any:
    """A guide as a task of Dask: each worker gets it once, however many partitions it works on."""
    from dask.base import tokenize
    from dask.delayed import delayed

    key = f"guide-{tokenize(pickle.dumps(guide))}"
    return delayed(guide, name=key, traverse=False)


def lazy_statuses(guide: _Guide, profiles: Any, mixed: bool) -> Any:
    """The status of every treatment for every profile, not computed yet.

    Partitions and index are those of ``profiles``.

    Raises:
        ProfileError: a column that is no factor; a cell that is no level, when it is computed.
    """
    meta = guide.evaluate_frame(profiles._meta, mixed=mixed)
    return profiles.map_partitions(_statuses, shared_guide(guide), mixed, meta=meta)


def _statuses(part: pd.DataFrame, guide: _Guide, mixed: bool) -> Any:
    return guide.evaluate_frame(part, mixed=mixed)
