"""What one or two changed facts would change."""

from __future__ import annotations

from itertools import combinations

from beside_oracle import asked, is_offered
from hypothesis import given
from sizes import examples

thorough = examples(12, 60)


FIXED = {"site", "vhl"}


@thorough
@given(asked())
def test_what_if_equals_trying_every_change_of_one_or_two_facts(case):
    slow, profile = case
    pathway = slow.guide.evaluate(profile)
    found = {frozenset(c.facts.items()): c for c in pathway.what_if().changes}
    before = {t for t in slow.guide.treatments if is_offered(slow.answers(profile), t)}
    free = [n for n, f in slow.guide.factors.items() if f.mutability != "fixed"]
    singles = {}
    for name in free:
        for level in slow.levels[name]:
            after = slow.answers({**profile, name: level})
            if after and level != pathway.profile.level(name):
                now = {t for t in slow.guide.treatments if is_offered(after, t)}
                singles[name, level] = now
                change = found.get(frozenset({(name, level)}))
                told = (set(change.gained), set(change.lost)) if change else (set(), set())
                assert told == (now - before, before - now), (name, level)
    for one, other in combinations(singles, 2):
        after = slow.answers({**profile, **dict((one, other))})
        if one[0] != other[0] and after:
            now = {t for t in slow.guide.treatments if is_offered(after, t)}
            new = now - before - singles[one] - singles[other]
            gone = (before - now) & singles[one] & singles[other]
            change = found.get(frozenset({one, other}))
            told = (set(change.gained), set(change.lost)) if change else (set(), set())
            assert told == (new, gone), (one, other)


@thorough
@given(asked())
def test_what_if_lets_give_way_only_what_cannot_stay(case):
    slow, profile = case
    for change in slow.guide.evaluate(profile).what_if().changes:
        assert slow.answers(dict(change.profile)) is not None
        assert change.facts.items() <= change.profile.items()
        assert not any(slow.guide.factors[name].mutability == "fixed" for name in change.facts)
        fixed = {n for n, f in slow.guide.factors.items() if f.mutability == "fixed"}
        kept = {n: v for n, v in profile.items() if n not in {*change.facts, *change.along}}
        assert fixed.intersection(profile) <= set(kept)
        assert change.profile == kept | change.facts
        if change.along:
            assert slow.answers({**profile, **change.facts}) is None
        for name, level in change.along.items():
            assert level == change.profile.implied.get(name)


def test_what_if_speaks_of_other_tumors(guide):
    known = {
        "extent": "localized",
        "grade": "G1",
        "differentiation": "well",
        "growth": "stable",
        "symptoms": "none",
        "course": "first",
        "removed": "no",
        "surgery_timing": "can_wait",
    }
    told = guide.evaluate(known).what_if().sentences
    growing = "For a tumor that is growing or growing very rapidly, active surveillance would not"
    assert any(sentence.startswith(growing) for sentence in told)
    prrt = guide.evaluate({"extent": "metastatic", "grade": "G2", "removed": "no"})
    assert str(prrt.what_if("prrt")).startswith(
        "For a tumor that carries somatostatin receptors, PRRT would be offered ("
    )
    (hospice,) = prrt.what_if("hospice").sentences
    assert hospice.startswith(
        "Where the person is expected to live less than six months, hospice care would be offered"
    )


def test_what_if_puts_what_follows_into_the_sentence_and_says_what_is_lost(guide):
    pathway = guide.evaluate({"extent": "metastatic", "liver": "small", "removed": "no"})
    told = pathway.what_if("embolization").sentences
    assert told[0].startswith("For a tumor that has no liver metastases, embolization would ")
    removed = next(sentence for sentence in told if "removed completely" in sentence)
    assert removed.startswith("For a tumor that has been removed completely, embolization would ")
    assert not any("with it" in sentence for sentence in told)


def test_what_if_takes_along_what_is_implied(guide):
    pathway = guide.evaluate({"extent": "metastatic", "liver": "small", "removed": "no"})
    changes = {frozenset(c.facts.items()): c for c in pathway.what_if().changes}
    back = changes[frozenset({("extent", "locally_advanced")})]
    assert dict(back.along) == {"liver": "none"}
    assert "liver_directed" in back.lost
    assert not any(FIXED & set(change.facts) for change in changes.values())
