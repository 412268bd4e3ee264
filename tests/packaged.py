"""The packaged guides, each loaded once, and only when a test first asks for it."""

from __future__ import annotations

import random
from functools import cache

import numpy as np
import pandas as pd
from hypothesis import strategies as st
from strategies import profiles

from pnet_paths import ProfileError, load_guide
from pnet_paths.tables.folder import packaged_folder


@cache
def guide_of(name):
    """A packaged guide by its name; a guide never changes, so one does for all."""
    return load_guide(packaged_folder(name))


def the_guide():
    """The first guide on pancreatic neuroendocrine tumors."""
    return guide_of("cancer-net-2023")


def the_toy():
    """The invented guide."""
    return guide_of("example-toy")


def assuming(guide, **assumed):
    """A guide that assumes these levels and no others."""
    factors = guide.tables["factors"]
    factors["assume"] = factors["factor"].map(assumed).fillna("")
    return guide.with_tables(factors=factors)


@cache
def levels():
    """The ids of each factor's levels in the packaged guide."""
    return {name: [level.id for level in f.levels] for name, f in the_guide().factors.items()}


def packaged_profiles(fewest_known=0):
    """Random profiles of the packaged guide; some cannot occur."""
    return st.deferred(lambda: profiles(levels(), fewest_known))


def random_pathways(count, seed):
    """Pathways of random profiles of the packaged guide, each with the chance that drew it."""
    draw = random.Random(seed)
    while count:
        share = draw.random()
        facts = {n: draw.choice(some) for n, some in levels().items() if draw.random() < share}
        try:
            yield the_guide().evaluate(facts), draw
        except ProfileError:
            continue
        count -= 1


def profile_table(count, seed, unknown=0.3):
    """A table of random profiles, a share of its cells unknown; some profiles cannot occur."""
    draw = np.random.default_rng(seed)
    columns = {}
    for name, some in levels().items():
        cells = np.array(some, dtype=object)[draw.integers(0, len(some), count)]
        cells[draw.random(count) < unknown] = None
        columns[name] = cells
    return pd.DataFrame(columns)
