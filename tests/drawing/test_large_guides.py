"""A guide far larger than the packaged one: 150 treatments, 25 factors, ten questions asked."""

from __future__ import annotations

import random
from functools import cache

import pytest
from layout import Layout, assert_clean
from sizes import size, some
from strategies import tables

import pnet_paths
from pnet_paths.drawing.flowchart import flowchart
from pnet_paths.drawing.selection import Selection

FACTORS, TREATMENTS, GROUPS, ASKED = 25, 150, 25, 10
WORDS = ["local", "spread", "low", "grade 1", "slow", "liver", "bone", "early", "after 6 months"]
KNOWN = [12, 4, 0]


@cache
def large_guide(seed):
    """Questions that lead to treatments and to each other, often far down; answers have words."""
    draw = random.Random(seed)
    factors = {f"f{i}": [f"v{j}" for j in range(draw.choice([2, 3, 4]))] for i in range(FACTORS)}
    parents = {
        f"t{i}": "" if i < GROUPS else f"t{draw.randrange(GROUPS)}" for i in range(TREATMENTS)
    }
    rows = [
        {
            "indication": f"i{i}",
            "treatments": f"t{i // 2}",
            "strength": draw.choice(["usual", "option"]),
        }
        | {name: draw.choice(factors[name]) for name in draw.sample(list(factors), k=2)}
        for i in range(2 * TREATMENTS)
    ]
    words = {
        (name, level): " ".join(draw.sample(WORDS, k=draw.randint(1, 4)))
        for name, levels in factors.items()
        for level in levels
    }

    def step(origin, target):
        level = draw.choice(factors[origin])
        label = words[origin, level]
        return {"from": origin, "to": target, "label": label, "kind": "answer", origin: level}

    asked = list(factors)[:ASKED]
    steps = [step(asked[draw.randrange(max(0, i - 3), i)], asked[i]) for i in range(1, ASKED)]
    ends = {(draw.choice(asked), f"t{draw.randrange(GROUPS)}") for _ in range(2 * GROUPS)}
    steps += [step(*pair) for pair in sorted(ends)]
    return pnet_paths.Guide(tables(factors, parents, rows, [], steps))


def some_known(guide, count):
    return {name: factor.levels[0].id for name, factor in list(guide.factors.items())[:count]}


@pytest.mark.parametrize("seed", range(size(1, 4)))
@pytest.mark.parametrize("known", some(KNOWN, 1))
def test_every_arrow_leaves_from_its_answer_and_hides_nothing(seed, known):
    guide = large_guide(seed)
    selection = Selection(guide.evaluate(some_known(guide, known)), "path")
    source = flowchart(selection.pathway, framed=False).source
    assert_clean(Layout(source))
    assert selection.arrows
    for arrow in selection.arrows:
        (step,) = guide.network.steps_by_ends[arrow.origin, arrow.target]
        (level,) = step.when[arrow.origin]
        known = selection.pathway.profile.level(arrow.origin)
        assert arrow.answers == (level,) or known == level
        assert f"{arrow.origin}:{level}:s" in source
