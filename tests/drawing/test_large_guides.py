"""A guide far larger than the packaged one: 150 treatments, 25 factors, ten questions asked."""

from __future__ import annotations

import random
import re
from functools import cache
from itertools import combinations

import pytest
from layout import Layout, apart, assert_clean, places
from sizes import size, some
from strategies import tables

import pnet_paths

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
def test_every_arrow_that_is_open_or_taken_tells_its_answer_and_hides_nothing(seed, known):
    guide = large_guide(seed)
    pathway = guide.evaluate(some_known(guide, known))
    layout = Layout(pathway.to_dot())
    assert_clean(layout)
    told = {frozenset(arrow.ends): arrow.words for arrow in layout.arrows}
    on_the_way = [arrow for arrow in pathway.route.arrows if arrow.state != "off"]
    assert on_the_way
    for arrow in on_the_way:
        assert told[frozenset([arrow.origin, arrow.target])] == arrow.label
    lines = [smaller(line) for arrow in layout.arrows for line in arrow.lines]
    assert all(apart(one, two) for one, two in combinations(lines, 2))


@pytest.mark.parametrize("seed", range(size(1, 4)))
def test_what_long_arrows_tell_makes_a_drawing_little_wider(seed):
    dot = large_guide(seed).evaluate().to_dot()
    told = Layout(dot)
    rank = {name: rank for rank, names in enumerate(places(told)) for name in names}
    long = [arrow.ends for arrow in told.arrows if far(rank, *arrow.ends)]
    silent = Layout("\n".join(without_label(line, long) for line in dot.splitlines()))
    assert all(not arrow.words for arrow in silent.arrows if arrow.ends in long)
    assert width(told) < 1.3 * width(silent)


def smaller(box, by=2):
    """What surely has ink in the box of a line, whose width is counted in letters of one width."""
    return box[0] + by, box[1] + by, box[2] - by, box[3] - by


def far(rank, one, two):
    return abs(rank[one] - rank[two]) > 1


def without_label(line, arrows):
    """A line of DOT; where it is one of these arrows, it tells nothing."""
    found = re.match(r"\s*(\w+) -> (\w+) ", line)
    return re.sub("label=<<.*?>> ", "", line) if found and set(found.groups()) in arrows else line


def width(layout):
    return max(box[2] for box in layout.boxes.values())
