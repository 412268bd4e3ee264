"""What the benchmarks share: random profiles, and times that can be compared."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from statistics import median

import numpy as np
import pandas as pd

import pnet_paths

Work = Callable[[], object]


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


def can_occur(guide: pnet_paths.Guide, profile: Mapping[str, str]) -> bool:
    """Whether no row of impossible.csv fits a complete profile."""
    return not any(
        all(profile[factor] in levels for factor, levels in row.when.items())
        for row in guide.impossible
    )


def complete_profiles(guide: pnet_paths.Guide, count: int, seed: int = 0) -> list[dict[str, str]]:
    """``count`` random profiles that can occur, with everything known."""
    drawn = random_profiles(guide, 20 * count, seed=seed).to_dict("records")
    return [profile for profile in drawn if can_occur(guide, profile)][:count]


def seconds(work: Work) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def interleaved(works: Mapping[str, Work], repeats: int) -> dict[str, float]:
    """The median seconds of each of ``works``, taken in turns so that all see the same machine."""
    for work in works.values():
        work()
    rounds = [{name: seconds(work) for name, work in works.items()} for _ in range(repeats)]
    return {name: median(times[name] for times in rounds) for name in works}
