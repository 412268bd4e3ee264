"""How long `check` takes: on the packaged guide, and on one far beyond enumeration.

The second is random: 1,000 rows, 21 factors with two to four levels, 100 treatments. Its peer is
looking at every complete profile, which is timed on a part of them and scaled up.

Run: python benchmarks/check.py
"""

from __future__ import annotations

import random
import resource
import sys
from math import prod
from pathlib import Path
from statistics import median

from common import random_profiles, timed

import pnet_paths

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from strategies import tables

ROWS, FACTORS, TREATMENTS, GROUPS = 1000, 21, 100, 20
PART = 200_000


def large_guide(seed: int = 1) -> pnet_paths.Guide:
    draw = random.Random(seed)
    factors = {f"f{i}": [f"v{j}" for j in range(draw.choice([2, 3, 3, 4]))] for i in range(FACTORS)}
    parents = {
        f"t{i}": "" if i < GROUPS else f"t{draw.randrange(GROUPS)}" for i in range(TREATMENTS)
    }

    def conditions() -> dict[str, str]:
        named = draw.sample(list(factors), k=draw.randint(2, 5))
        few = {name: draw.randint(1, len(factors[name]) - 1) for name in named}
        return {name: "|".join(sorted(draw.sample(factors[name], k=n))) for name, n in few.items()}

    strengths = ["usual", "option", "option", "later", "against"]
    rows = [
        {
            "indication": f"i{i}",
            "treatments": draw.choice(list(parents)),
            "strength": draw.choice(strengths),
            **conditions(),
        }
        for i in range(ROWS)
    ]
    impossible = [
        {name: draw.choice(factors[name]) for name in draw.sample(list(factors), k=2)}
        for _ in range(5)
    ]
    return pnet_paths.Guide(tables(factors, parents, rows, impossible))


def main() -> None:
    times = [timed(pnet_paths.load_guide().check)[0] for _ in range(9)]
    print(f"packaged guide, a fresh one each time: {median(times):.2f} s")
    guide = large_guide()
    profiles = prod(len(factor.levels) for factor in guide.factors.values())
    seconds, found = timed(guide.check)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    size = f"{ROWS} rows, {profiles:.1e} profiles"
    print(f"{size}: {seconds:.0f} s, {memory:.1f} GiB, {len(found)} findings")
    part = random_profiles(guide, PART)
    each = timed(lambda: guide.evaluate_frame(part))[0] / PART * profiles
    print(f"looking at every profile: {each / 3600:.0f} h, {each / seconds:.0f} times as long")


if __name__ == "__main__":
    main()
