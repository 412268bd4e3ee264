"""What the benchmarks share: random profiles, and times that can be compared."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from statistics import median
from typing import TypeVar

import numpy as np
import pandas as pd

import pnet_paths

Profile = dict[str, str]
Result = TypeVar("Result")


def random_profiles(
    guide: pnet_paths.Guide, count: int, unknown: float = 0.0, seed: int = 0
) -> pd.DataFrame:
    """``count`` profiles, levels drawn uniformly, a share ``unknown`` of the cells missing.

    Equal cells are one string in memory, as in a table that pandas reads from a CSV file.
    Profiles that cannot occur are among them.
    """
    random = np.random.default_rng(seed)
    columns = {}
    for name, factor in guide.factors.items():
        levels = np.array([level.id for level in factor.levels], dtype=object)
        cells = levels[random.integers(0, len(levels), count)]
        if unknown:
            cells[random.random(count) < unknown] = None
        columns[name] = cells
    return pd.DataFrame(columns)


def can_occur(guide: pnet_paths.Guide, profile: Profile) -> bool:
    """Whether no row of impossible.csv fits a complete profile."""
    return not any(
        all(profile[factor] in levels for factor, levels in row.when.items())
        for row in guide.impossible
    )


def complete_profiles(guide: pnet_paths.Guide, count: int, seed: int = 0) -> list[Profile]:
    """``count`` random profiles that can occur, with everything known."""
    drawn = random_profiles(guide, 20 * count, seed=seed)
    profiles = (
        dict(zip(drawn.columns, row, strict=True))
        for row in drawn.itertuples(index=False, name=None)
    )
    return list(islice((profile for profile in profiles if can_occur(guide, profile)), count))


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """How many seconds one call takes, and what it returns."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def one_by_one(evaluate: Callable[[Profile], object], profiles: Iterable[Profile]) -> None:
    """Evaluate profiles in a loop and keep nothing."""
    for profile in profiles:
        evaluate(profile)


def interleaved(works: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """The median seconds of each of ``works``, taken in turns so that all see the same machine."""
    for work in works.values():
        work()
    rounds = [{name: timed(work)[0] for name, work in works.items()} for _ in range(repeats)]
    return {name: median(times[name] for times in rounds) for name in works}
