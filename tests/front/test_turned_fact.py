"""One fact turned in the page: what Python says of each of its levels."""

from __future__ import annotations

import random

import pytest
from sizes import size
from v8 import Core, pathways, random_profiles

from pnet_paths import ProfileError
from pnet_paths.guide.assumptions import reconcile

MODULES = [("pathway", "Pathway"), ("turned_fact", "alone, columns, firstFact, rows")]
TURNED = """(guide, [codes, place, assumed]) => {
  const pathway = new Pathway(guide, codes);
  const levels = columns(pathway, place, new Set(assumed));
  const told = levels.map(({ pathway, note }) => [pathway && pathway.codes, note]);
  return [told, rows(pathway, levels), firstFact(pathway), alone(pathway, place, new Set(assumed))];
}"""


def turned(guide, pathway, name, assumed):
    """The pathway of each level, None where it cannot occur."""
    for level in guide.factors[name].levels:
        others = [other for other in assumed if other != name]
        try:
            stated = {n: v for n, v in pathway.profile.items() if n not in others}
            guide.evaluate({**stated, name: level.id})
            yield guide.evaluate(
                reconcile(guide.space, {**pathway.profile, name: level.id}, others)
            )
        except ProfileError:
            yield None


@pytest.mark.parametrize("which", ["guide", "toy_guide"])
def test_each_level_is_what_python_says_of_it(which, request):
    guide = request.getfixturevalue(which)
    draw = random.Random(7)
    names = list(guide.factors)
    some = list(pathways(guide, random_profiles(guide, size(60, 300), seed=8)))
    asked = []
    for pathway in some:
        assumed = [n for n, v in guide.assumed.items() if pathway.profile.get(n) == v]
        asked.append([pathway, draw.choice(names), assumed])
    codes = [
        [guide.space.codes(p.profile), names.index(n), list(map(names.index, a))]
        for p, n, a in asked
    ]
    for (pathway, name, assumed), answer in zip(
        asked, Core(guide, *MODULES).ask(TURNED, codes), strict=True
    ):
        told, rows, first, alone = answer
        expected = list(turned(guide, pathway, name, assumed))
        for (facts, note), then in zip(told, expected, strict=True):
            assert facts == (then and guide.space.codes(then.profile)), (pathway, name)
            assert then or note, "a level that cannot occur says why"
        seen = set()
        for row in rows:
            for treatment in [*row["ids"], *row["alike"]]:
                seen.add(treatment)
                for cell, then in zip(row["cells"], expected, strict=True):
                    inferred = then and then.basis[treatment] == "inferred"
                    assert cell == (
                        then and {"status": then.status[treatment], "inferred": inferred}
                    )
        assert seen == set(guide.treatments)
        facts = pathway.settles().facts
        assert not facts or names[first] == facts[0].factor
        assert alone == (set(pathway.profile) <= {name, *assumed})
