"""The invented cohort: 500 profiles drawn by chance from named assumptions, nobody's data.

``python -m pnet_paths.cohort.invented data/cohorts/invented_500.csv`` writes the file anew.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..guide.guide import GuideValue
from ..output import OutputFile
from ..tables.folder import packaged_folder
from ..tables.models.factors import Impossible, Unlikely
from .assumptions import assumption_of, assumptions

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["NOTE", "SEED", "SIZE", "invented_cohort", "invented_csv"]

SIZE, SEED = 500, 2023
NOTE = (
    f"From an invented cohort of {SIZE} profiles, drawn by chance from assumptions (seed {SEED}): "
    "nobody's data, and no frequencies."
)


def invented_cohort() -> pd.DataFrame:
    """The invented cohort of 500 profiles, to try `Guide.cohort` with; nobody's data.

    Returns:
        One row a profile, one categorical column a factor of the packaged guide; a missing cell is
        not known. ``attrs["note"]`` says that it is invented, and so does what is made of it.

    >>> from pnet_paths import load_guide
    >>> profiles = invented_cohort()
    >>> len(profiles), int(load_guide().evaluate_frame(profiles).isna().any(axis=None))
    (500, 0)
    """
    import pandas as pd

    path = packaged_folder("cohorts") / "invented_500.csv"
    profiles = pd.read_csv(path, dtype="category", keep_default_na=False, na_values=[""])
    profiles.attrs["note"] = NOTE
    return profiles


def invented_csv(guide: GuideValue) -> str:
    """The content of the file: the same for each run, on each machine."""
    draw = random.Random(SEED)  # its numbers are the same in all versions of Python
    rows = [_profile(guide, draw) for _ in range(SIZE)]
    cells = [[facts.get(name, "") for name in guide.factors] for facts in rows]
    return "".join(f"{','.join(row)}\n" for row in [list(guide.factors), *cells])


def _profile(guide: GuideValue, draw: random.Random) -> dict[str, str]:
    while True:
        facts = _complete(draw)
        known = {
            name: level
            for name, level in facts.items()
            if draw.random() * 100 >= assumption_of(name, facts).not_known
        }
        if not (_meets(guide.impossible, facts) or _meets(guide.unlikely, known)):
            return known


def _complete(draw: random.Random) -> dict[str, str]:
    facts: dict[str, str] = {}
    for name in dict.fromkeys(each.factor for each in assumptions()):
        percent = assumption_of(name, facts).percent
        (facts[name],) = draw.choices(list(percent), weights=list(percent.values()))
    return facts


def _meets(rows: Sequence[Impossible | Unlikely], facts: Mapping[str, str]) -> bool:
    """Whether facts meet the conditions of one of some rows."""
    return any(all(facts.get(name) in each for name, each in row.when.items()) for row in rows)


if __name__ == "__main__":
    OutputFile(sys.argv[1]).write(invented_csv(GuideValue.load()).encode())
