"""What the browser evaluates without a kernel: the same answers as Python's, in V8."""

from __future__ import annotations

import itertools
import json
import random

import pytest
from py_mini_racer import MiniRacer
from sizes import size

from pnet_paths import ProfileError
from pnet_paths.bundle.evaluation import compact
from pnet_paths.front.joining import joined, sources

RUN = """JSON.stringify(profiles.map((codes) => {
  const result = evaluate(guide, codes);
  return result && { ...result, sentence: sentence(guide, codes) };
}))"""


@pytest.fixture(scope="module")
def answers(guide):
    """The answers of the front end for some profiles."""
    racer = MiniRacer()
    racer.eval(joined("evaluate", sources()))
    racer.eval(f"const guide = {json.dumps(compact(guide))};")

    def answered(profiles):
        codes = [guide.space.codes(profile) for profile in profiles]
        racer.eval(f"var profiles = {json.dumps(codes)};")
        return json.loads(racer.eval(RUN))

    return answered


def expected(guide, profile):
    try:
        pathway = guide.evaluate(profile)
    except ProfileError:
        return None
    return {
        "statuses": dict(pathway.status),
        "inferred": {name: basis == "inferred" for name, basis in pathway.basis.items()},
        "decisions": {
            name: {"state": found.state, "level": found.answer}
            for name, found in pathway.route.decisions.items()
        },
        "arrows": {f"{a.origin}-{a.target}": a.state for a in pathway.route.arrows},
        "sentence": pathway.sentence,
    }


def random_profiles(levels, count):
    choose = random.Random(2023)
    for _ in range(count):
        share = choose.random()
        yield {name: choose.choice(ls) for name, ls in levels.items() if choose.random() < share}


def test_browser_and_python_agree(guide, answers):
    levels = {name: [level.id for level in each.levels] for name, each in guide.factors.items()}
    single = [{name: level} for name in levels for level in levels[name]]
    some = random_profiles(levels, size(400, 20_000))
    profiles = list(itertools.chain([{}], single, some))
    for profile, answer in zip(profiles, answers(profiles), strict=True):
        assert answer == expected(guide, profile), profile
