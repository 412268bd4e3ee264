"""Which facts make the difference between two profiles."""

from __future__ import annotations

from itertools import combinations

from beside_oracle import asked, status
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
        before, after = (status(slow.answers(p), treatment) for p in (a, b))
        assert (treatment in found) == (before != after)
        if before == after:
            continue
        enough = []
        for count in range(len(differing) + 1):
            for names in combinations(differing, count):
                mixed = {n: (b if n in names else a).get(n) for n in slow.levels}
                mixed = {n: v for n, v in mixed.items() if v is not None}
                if status(slow.answers(mixed), treatment) == after:
                    enough.append(frozenset(names))
        least = {s for s in enough if not any(o < s for o in enough)}
        assert set(found[treatment].because) == least
