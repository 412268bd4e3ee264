"""What would have to be otherwise: all smallest sets of changes, and no other."""

from __future__ import annotations

from functools import cache
from itertools import combinations, product

from beside_oracle import asked, is_offered, status
from hypothesis import given
from oracle import OFFERED
from packaged import random_pathways
from sizes import examples, size

from pnet_paths import ProfileError
from pnet_paths.explain import least_cost_to_offer

thorough = examples(12, 60)


@thorough
@given(asked())
def test_why_not_gives_all_smallest_sets_and_no_other(case):
    slow, profile = case
    helping = [c for c in slow.changes(profile) if slow.answers({**profile, **c})]
    pathway = slow.guide.evaluate(profile)
    for treatment in slow.guide.treatments:
        good = [c for c in helping if is_offered(slow.answers({**profile, **c}), treatment)]
        least = {frozenset(c.items()) for c in good if not any(o.items() < c.items() for o in good)}
        told = pathway.why_not(treatment)
        costs = {name: 1 + place % 3 for place, name in enumerate(slow.guide.factors)}
        cheapest = min((sum(costs[name] for name, _ in each) for each in least), default=None)
        cost = least_cost_to_offer(slow.guide, pathway.profile, treatment, costs.__getitem__)
        assert cost == cheapest
        assert told.offered == (frozenset() in least)
        if told.offered:
            assert told.sets == ()
            continue
        found = [
            frozenset(zip(unmet.conditions, levels, strict=True))
            for unmet in told.sets
            for levels in product(*unmet.conditions.values())
        ]
        assert len(found) == len(set(found))
        assert set(found) == least
        for unmet in told.sets:
            changed = [
                {**profile, **dict(zip(unmet.conditions, levels, strict=True))}
                for levels in product(*unmet.conditions.values())
            ]
            assert {status(slow.answers(p), treatment) for p in changed} == set(unmet.statuses)


def test_why_not_holds_for_the_packaged_guide(guide):
    """Each set leads to an offer, and no part of it does."""
    for pathway, draw in random_pathways(size(6, 60), seed=1):
        treatment = draw.choice(list(guide.treatments))

        @cache
        def status_with(change, treatment=treatment, profile=pathway.profile):
            try:
                return guide.evaluate({**profile, **dict(change)}).status[treatment]
            except ProfileError:  # a part of a set may be impossible
                return None

        for unmet in pathway.why_not(treatment).sets:
            assert set(unmet.statuses) <= OFFERED
            for levels in product(*unmet.conditions.values()):
                change = frozenset(zip(unmet.conditions, levels, strict=True))
                assert status_with(change) in unmet.statuses
                parts = (p for n in range(len(change)) for p in combinations(change, n))
                assert not any(status_with(frozenset(part)) in OFFERED for part in parts)


def test_why_not_tells_what_is_here_once_and_the_ways_without_detours(guide):
    known = {"extent": "metastatic", "removed": "no", "grade": "G2", "differentiation": "well"}
    known["course"] = "first"
    (told,) = guide.evaluate(known).why_not("surgery").sentences
    assert told.startswith(
        "Surgery is an option if the tumor can be removed completely or in part, and causes "
        "symptoms through hormones, by its size or spread or both; not known here: if it can be "
        "removed, symptoms ("
    )
    first, *others = guide.evaluate({**known, "extent": "localized"}).why_not("ssa").sentences
    assert first.startswith("Somatostatin analogs depend on what is not known here: ")
    assert len(others) == 2
    assert not any("here" in sentence for sentence in others)


def test_what_follows_from_a_fact_that_must_change_is_not_told_as_what_is_here(guide):
    """After removal surgery need not be soon; that says nothing of a tumor that is still there."""
    scene = guide.cases["by_chance"].scenes[-1]
    (told,) = guide.evaluate(scene.profile).why_not("active_surveillance").sentences
    assert "here it has been removed completely; not known here" in told
