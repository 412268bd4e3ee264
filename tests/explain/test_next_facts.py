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

    def left_out(asked=""):
        """What is unlikely by more than what is known, and not with an answer to what is asked."""
        rows = [row for row in slow.unlikely if slow.statuses(profile, [row])]
        rows = [row for row in rows if not row.get(asked)]
        return rows if slow.statuses(profile, rows) else []

    def depends(facts, group, rows):
        return summarized({each[group] for each in slow.statuses(facts, rows)}) == "depends"

    groups = [t.id for t in slow.guide.groups if t.id not in slow.guide.network.services]
    open_ones = [group for group in groups if depends(profile, group, [])]
    likely_ones = [group for group in open_ones if depends(profile, group, left_out())]
    expected = {}
    for name, levels in slow.levels.items():
        rows = left_out(name)
        possible = [v for v in levels if slow.statuses({**profile, name: v}, rows)]
        factor = slow.guide.factors[name]
        told = factor.propose and not factor.sensitive
        if told and name not in profile and len(possible) > 1:
            settled = [
                {t for t in likely_ones if not depends({**profile, name: v}, t, rows)}
                for v in possible
            ]
            asking = slow.deciding_rows(profile, set().union(*settled), left_out())
            if any(row[name] for row in asking):
                counts = list(map(len, settled))
                expected[name] = (min(counts), Fraction(sum(counts), len(counts)))
    found = slow.guide.evaluate(profile).settles()
    assert list(found.open) == open_ones
    assert {fact.factor: (fact.worst, fact.average) for fact in found.facts} == expected
    ranked = [expected[fact.factor] for fact in found.facts]
    assert ranked == sorted(ranked, reverse=True)


def test_settles_proposes_what_can_be_found_out_and_counts_groups(guide):
    found = guide.evaluate({"extent": "metastatic", "grade": "G2"}).settles()
    assert set(found.open) <= {group.id for group in guide.groups}
    assert "hospice" not in found.open, "a service runs beside everything"
    told = {fact.factor for fact in found.facts}
    assert "sstr" in told
    assert not told & {"course", "removed", "prior_ssa", "life_expectancy"}
    assert "group" in found.sentences[0]
