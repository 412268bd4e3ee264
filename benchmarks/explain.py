"""How long explanations take for the packaged guide: each on random profiles, some on the unknown.

Each number is one call on a profile that was not asked before; diagrams grow as they are asked. The
last two rows are `settles` and `what_if` where nothing is known: 559,872 completions.

Run: python benchmarks/explain.py
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from statistics import median

from common import timed

import pnet_paths
from pnet_paths import Pathway, ProfileError

PROFILES = 200


def random_pathways(guide: pnet_paths.Guide, draw: random.Random) -> Iterator[Pathway]:
    levels = {name: [level.id for level in f.levels] for name, f in guide.factors.items()}
    while True:
        share = draw.random()
        facts = {name: draw.choice(ls) for name, ls in levels.items() if draw.random() < share}
        try:
            yield guide.evaluate(facts)
        except ProfileError:
            continue


def main() -> None:
    guide = pnet_paths.load_guide()
    draw = random.Random(4)
    pathways = random_pathways(guide, draw)
    names = list(guide.treatments)
    works: dict[str, Callable[[Pathway], object]] = {
        "evaluate": lambda pathway: guide.evaluate(pathway.profile),
        "why": lambda pathway: str(pathway.why(draw.choice(names))),
        "why_not": lambda pathway: str(pathway.why_not(draw.choice(names))),
        "settles": lambda pathway: str(pathway.settles()),
        "what_if": lambda pathway: pathway.what_if().changes,
        "what_if, in words": lambda pathway: str(pathway.what_if()),
        "what_if(treatment)": lambda pathway: str(pathway.what_if(draw.choice(names))),
        "compare": lambda pathway: str(guide.compare(pathway, next(pathways))),
    }
    print(f"{'milliseconds':24}{'median':>10}{'slowest':>10}")
    for what, work in works.items():
        times = [1000 * timed(lambda w=work: w(next(pathways)))[0] for _ in range(PROFILES)]  # type: ignore[misc]
        print(f"{what:24}{median(times):10.2f}{max(times):10.2f}")
    unknown = guide.evaluate()
    alone: dict[str, Callable[[], object]] = {
        "landscape": guide.landscape,
        "settles, nothing known": lambda: str(unknown.settles()),
        "what_if, nothing known": lambda: str(unknown.what_if()),
    }
    for what, call in alone.items():
        times = [1000 * timed(call)[0] for _ in range(20)]
        print(f"{what:24}{median(times):10.2f}{max(times):10.2f}")


if __name__ == "__main__":
    main()
