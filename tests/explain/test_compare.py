"""Which facts make the difference between two profiles."""

from __future__ import annotations

from itertools import combinations

from beside_oracle import asked
from hypothesis import given
from hypothesis import strategies as st
from sizes import examples
from strategies import profiles

thorough = examples(12, 60)


@thorough
@given(asked(), st.data())
def test_compare_names_the_smallest_sets_of_facts_that_make_each_difference(case, data):
    slow, a = case
    b = data.draw(profiles(slow.levels).filter(lambda p: slow.answers(p) is not None))
    found = {d.treatment: d for d in slow.guide.compare(a, b).differences}
    differing = [n for n in slow.levels if a.get(n) != b.get(n)]
    for treatment in slow.guide.treatments:
        before, after = (slow.statement(p, treatment) for p in (a, b))
        assert (treatment in found) == (before != after)
        if before == after:
            continue
        by_status = before[0] != after[0]
        enough = []
        for count in range(len(differing) + 1):
            for names in combinations(differing, count):
                mixed = {n: (b if n in names else a).get(n) for n in slow.levels}
                mixed = {n: v for n, v in mixed.items() if v is not None}
                now = slow.statement(mixed, treatment)
                if now and (now[0] == after[0] if by_status else now == after):
                    enough.append(frozenset(names))
        least = {s for s in enough if not any(o < s for o in enough)}
        assert set(found[treatment].because) == least


def test_what_differs_with_the_same_status_is_told(guide):
    new = {"removed": "no", "course": "first", "prior_ssa": "no"}
    liver = new | {
        "extent": "metastatic",
        "grade": "G2",
        "differentiation": "well",
        "liver": "small",
    }
    (told,) = guide.compare(liver | {"liver_share": "yes"}, liver | {"liver_share": "no"}).sentences
    assert told == (
        'Embolization: option for both; for A "usually used here", for B nothing more; what makes '
        'the difference: if most of it is in the liver (sections "Liver-directed treatment" and '
        '"Metastatic pancreas NETs").'
    )
    watched = new | {"extent": "localized", "growth": "stable", "symptoms": "none"}
    watched |= {"differentiation": "well", "surgery_timing": "can_wait"}
    found = guide.compare(watched | {"grade": "G1"}, watched | {"grade": "G2"})
    (told,) = (found.sentence(d) for d in found.differences if d.treatment == "active_surveillance")
    assert "and stated, for B" in told
    assert "and inferred; what makes the difference: grade" in told
