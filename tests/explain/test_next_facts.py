"""What to find out next: how many open questions a fact settles."""

from __future__ import annotations

from fractions import Fraction

from beside_oracle import asked
from hypothesis import given
from oracle import summarized
from sizes import examples

thorough = examples(12, 60)


@thorough
@given(asked())
def test_settles_equals_counting(case):
    slow, profile = case
    left_out = [row for row in slow.unlikely if slow.statuses(profile, [row])]
    if not slow.statuses(profile, left_out):
        left_out = []  # of a tumor that is out nobody asks whether it grows

    def depends(facts, group):
        return summarized({each[group] for each in slow.statuses(facts, left_out)}) == "depends"

    open_ones = {t.id for t in slow.guide.groups if depends(profile, t.id)}
    expected = {}
    for name, levels in slow.levels.items():
        possible = [v for v in levels if slow.statuses({**profile, name: v}, left_out)]
        factor = slow.guide.factors[name]
        told = factor.propose and not factor.sensitive
        if told and name not in profile and len(possible) > 1:
            settled = [
                sum(not depends({**profile, name: v}, t) for t in open_ones) for v in possible
            ]
            if any(settled):
                expected[name] = (min(settled), Fraction(sum(settled), len(settled)))
    found = slow.guide.evaluate(profile).settles()
    assert set(found.open) == open_ones
    assert {fact.factor: (fact.worst, fact.average) for fact in found.facts} == expected
    ranked = [expected[fact.factor] for fact in found.facts]
    assert ranked == sorted(ranked, reverse=True)


def test_settles_proposes_what_can_be_found_out_and_counts_groups(guide):
    found = guide.evaluate({"extent": "metastatic", "grade": "G2"}).settles()
    assert set(found.open) <= {group.id for group in guide.groups}
    assert "hospice" in found.open
    told = {fact.factor for fact in found.facts}
    assert "sstr" in told
    assert not told & {"course", "removed", "prior_ssa", "life_expectancy"}
    assert "group" in found.sentences[0]
