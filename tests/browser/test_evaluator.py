"""The evaluator that runs in the browser gives the same answers as Python."""

from __future__ import annotations

import itertools
import random
import re
from importlib.resources import files

from sizes import size

import pnet_paths
from pnet_paths import ProfileError
from pnet_paths.bundle.evaluation import compact

GUIDE = pnet_paths.load_guide()
LEVELS = {name: [level.id for level in f.levels] for name, f in GUIDE.factors.items()}
RANDOM_PROFILES = size(1_500, 20_000)

RUN = """({ guide, profiles }) => profiles.map((codes) => {
  const result = evaluate(guide, codes);
  return result && { ...result, sentence: sentence(guide, codes) };
})"""


def expected(profile):
    try:
        pathway = GUIDE.evaluate(profile)
    except ProfileError:
        return None
    return {
        "statuses": dict(pathway.status),
        "inferred": {name: pathway.verdict(name).inferred for name in pathway.status},
        "decisions": {
            name: {"state": found.state, "level": found.answer}
            for name, found in pathway.route.decisions.items()
        },
        "arrows": {f"{a.origin}-{a.target}": a.state for a in pathway.route.arrows},
        "sentence": pathway.sentence,
    }


def random_profiles():
    choose = random.Random(2023)
    for _ in range(RANDOM_PROFILES):
        share = choose.random()
        yield {name: choose.choice(ls) for name, ls in LEVELS.items() if choose.random() < share}


def test_browser_and_python_agree(chromium):
    single = [{name: level} for name, levels in LEVELS.items() for level in levels]
    profiles = list(itertools.chain([{}], single, random_profiles()))
    page = chromium.new_page()
    module = files("pnet_paths.widgets").joinpath("evaluate.js").read_text(encoding="utf-8")
    page.add_script_tag(content=re.sub(r"^export ", "", module, flags=re.MULTILINE))
    codes = [GUIDE.space.codes(profile) for profile in profiles]
    found = page.evaluate(RUN, {"guide": compact(GUIDE), "profiles": codes})
    page.close()
    for profile, answer in zip(profiles, found, strict=True):
        assert answer == expected(profile), profile
