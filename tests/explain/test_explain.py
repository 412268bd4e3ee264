"""Explanations against brute force, and the sentences they make."""

from __future__ import annotations

import random
import re
from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oracle import OFFERED, Oracle, every_profile
from strategies import guides, profiles

import pnet_paths
from pnet_paths import Guide, PnetPathsError, ProfileError

PACKAGED = pnet_paths.load_guide()
LEVELS = {name: [level.id for level in f.levels] for name, f in PACKAGED.factors.items()}
FIXED = {"site", "vhl"}
SLOW = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


def status(answers, treatment):
    return answers[treatment][0] if answers else None


def is_offered(answers, treatment):
    return status(answers, treatment) in OFFERED


class Slow:
    """A random guide, the compiled one beside the oracle, which remembers what it was asked."""

    def __init__(self, tables):
        self.guide = Guide(tables)
        self.oracle = Oracle(tables)
        self.levels = self.oracle.levels
        self._known = {}

    def answers(self, profile):
        key = frozenset(profile.items())
        if key not in self._known:
            self._known[key] = self.oracle.answers(profile)
        return self._known[key]

    def changes(self, profile):
        """All sets of changes: some factors at another level than the profile's."""
        others = [
            [None, *(level for level in levels if level != profile.get(name))]
            for name, levels in self.levels.items()
        ]
        for chosen in product(*others):
            yield {n: v for n, v in zip(self.levels, chosen, strict=True) if v is not None}


@st.composite
def asked(draw):
    """A random guide that loads, and a profile of it that can occur."""
    from pnet_paths import GuideError

    tables = draw(guides())
    try:
        slow = Slow(tables)
    except GuideError:  # its impossible rows leave nothing
        from hypothesis import reject

        reject()
    profile = draw(profiles(slow.levels).filter(lambda p: slow.answers(p) is not None))
    return slow, profile


@SLOW
@given(asked())
def test_why_not_gives_all_smallest_sets_and_no_other(case):
    slow, profile = case
    helping = [c for c in slow.changes(profile) if slow.answers({**profile, **c})]
    pathway = slow.guide.evaluate(profile)
    for treatment in slow.guide.treatments:
        good = [c for c in helping if is_offered(slow.answers({**profile, **c}), treatment)]
        least = {frozenset(c.items()) for c in good if not any(o.items() < c.items() for o in good)}
        told = pathway.why_not(treatment)
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


@SLOW
@given(asked())
def test_why_names_the_rows_that_decide(case):
    """Those that decide in some completion, each with whether it does in all, stated ones first."""
    slow, profile = case
    pathway = slow.guide.evaluate(profile)
    expected = slow.oracle.deciding(profile)
    order = {row["indication"]: place for place, row in enumerate(slow.oracle.rows)}
    for treatment in slow.guide.treatments:
        told = pathway.why(treatment)
        assert {found.row.id: found.sure for found in told.rows} == expected[treatment]
        places = [(found.row.basis == "inferred", order[found.row.id]) for found in told.rows]
        assert places == sorted(places)
        for found in told.rows:
            assert found.met == slow.guide.evaluator.holds(found.row.when, pathway.profile)


@SLOW
@given(asked())
def test_a_group_names_the_members_through_which_a_row_decides(case):
    slow, profile = case
    pathway = slow.guide.evaluate(profile)
    expected = slow.oracle.deciding(profile)
    for treatment in slow.guide.treatments:
        for found in pathway.why(treatment).rows:
            through = found.row.strength in OFFERED and treatment not in found.row.treatments
            assert bool(found.through) == through
            for member in found.through:
                assert member in found.row.treatments
                assert treatment in slow.guide.groups_of(member)
                assert found.row.id in expected[member]


@SLOW
@given(asked())
def test_settles_equals_counting(case):
    slow, profile = case
    now = slow.answers(profile)
    open_ones = {t.id for t in slow.guide.groups if status(now, t.id) == "depends"}
    expected = {}
    for name, levels in slow.levels.items():
        possible = [v for v in levels if slow.answers({**profile, name: v})]
        factor = slow.guide.factors[name]
        told = factor.propose and not factor.sensitive
        if told and name not in profile and len(possible) > 1:
            settled = [
                sum(status(slow.answers({**profile, name: v}), t) != "depends" for t in open_ones)
                for v in possible
            ]
            if any(settled):
                expected[name] = (min(settled), Fraction(sum(settled), len(settled)))
    found = slow.guide.evaluate(profile).settles()
    assert set(found.open) == open_ones
    assert {fact.factor: (fact.worst, fact.average) for fact in found.facts} == expected
    ranked = [expected[fact.factor] for fact in found.facts]
    assert ranked == sorted(ranked, reverse=True)


@SLOW
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


@SLOW
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


@SLOW
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
        for size in range(len(differing) + 1):
            for names in combinations(differing, size):
                mixed = {n: (b if n in names else a).get(n) for n in slow.levels}
                mixed = {n: v for n, v in mixed.items() if v is not None}
                if status(slow.answers(mixed), treatment) == after:
                    enough.append(frozenset(names))
        least = {s for s in enough if not any(o < s for o in enough)}
        assert set(found[treatment].because) == least


@SLOW
@given(guides())
def test_landscape_equals_counting_every_profile(tables):
    from pnet_paths import GuideError

    try:
        slow = Slow(tables)
    except GuideError:
        return
    complete = [p for p in every_profile(slow.levels) if slow.answers(p)]
    nothing = slow.answers({})
    for share in slow.guide.landscape().shares:
        treatment = share.treatment
        good = [p for p in complete if is_offered(slow.answers(p), treatment)]
        assert share.overall == Fraction(len(good), len(complete))
        for (name, level), value in share.by_level.items():
            among = [p for p in complete if p[name] == level]
            expected = Fraction(sum(p in good for p in among), len(among)) if among else 0
            assert value == expected
        if len(nothing[treatment][1]) > 1:
            assert set(share.depends_on) <= nothing[treatment][2]


# -- the packaged guide -----------------------------------------------------------------------


def random_pathways(count, seed):
    draw = random.Random(seed)
    while count:
        share = draw.random()
        facts = {n: draw.choice(levels) for n, levels in LEVELS.items() if draw.random() < share}
        try:
            yield PACKAGED.evaluate(facts), draw
        except ProfileError:
            continue
        count -= 1


def test_why_not_holds_for_the_packaged_guide():
    for pathway, draw in random_pathways(150, seed=1):
        treatment = draw.choice(list(PACKAGED.treatments))
        for unmet in pathway.why_not(treatment).sets:
            for levels in product(*unmet.conditions.values()):
                change = dict(zip(unmet.conditions, levels, strict=True))
                now = PACKAGED.evaluate({**pathway.profile, **change}).status[treatment]
                assert now in unmet.statuses
                assert set(unmet.statuses) <= OFFERED
                for size in range(len(change)):
                    for part in combinations(change.items(), size):
                        try:
                            fewer = PACKAGED.evaluate({**pathway.profile, **dict(part)})
                        except ProfileError:
                            continue
                        assert fewer.status[treatment] not in OFFERED


IDS = re.compile(r"\b\w+_\w+\b|\bsstr\b|\bvhl\b|\bNone\b|frozenset")
TITLES = {section for row in PACKAGED.indications.values() for section in row.cited.sections} | {
    section for row in PACKAGED.treatments.values() for section in row.cited.sections
}
NOT_ENGLISH = re.compile(
    r"  |\s[.,;:)]|\(\s|\bis are\b|\bare is\b|\ba option\b|\bor or\b|\band and\b|, \(|\.\.|;;|,,"
    r"|\b(\w+) \1\b|\btumor (and|or|;)|\bthat (;|\()"
)


def test_every_sentence_of_why_and_why_not_reads_well_and_cites_a_section():
    seen = set()
    for pathway, draw in random_pathways(5000, seed=2):
        treatment = draw.choice(list(PACKAGED.treatments))
        told = (*pathway.why(treatment).sentences, *pathway.why_not(treatment).sentences)
        assert told
        seen.update(told)
    assert len(seen) > 1000
    for sentence in seen:
        assert sentence[0].isupper() or sentence.startswith("177Lu"), sentence
        assert sentence.endswith(")."), sentence
        assert not IDS.search(sentence), sentence
        assert not NOT_ENGLISH.search(sentence), sentence
        assert sentence.count("(") == sentence.count(")"), sentence
        assert sentence.count('"') % 2 == 0, sentence
        cited = re.findall(r'"([^"]+)"', sentence)
        assert cited, sentence
        assert set(cited) <= TITLES, sentence
        subject = next(t.label for t in PACKAGED.treatments.values() if t.label in sentence)
        plural = subject in {"Somatostatin analogs", "Clinical trials"}
        verb = re.search(rf"{re.escape(subject)} (is|are|comes?)\b", sentence)
        assert not verb or (verb[1] in {"are", "come"}) == plural, sentence


@pytest.mark.parametrize(
    ("facts", "treatment", "told"),
    [
        (
            {"liver": "small", "extent": "metastatic"},
            "rfa",
            "Radiofrequency ablation is an option here, as the tumor has small liver metastases",
        ),
        ({}, "supportive_care", "Supportive care is usual here, whatever the profile"),
        (
            {"extent": "localized", "removed": "no"},
            "rfa",
            "The guide does not name Radiofrequency ablation here, which is no advice against it",
        ),
        (
            {"resectability": "unresectable"},
            "whipple",
            "Whipple procedure, like all of Surgery: rather not (no operation is possible), as the "
            "tumor cannot be removed",
        ),
        (
            {"liver": "large", "removed": "no", "liver_share": "yes"},
            "liver_directed",
            "Liver-directed treatment is an option here, as the tumor has at least one",
        ),
        (
            {"liver_share": "yes", "removed": "no"},
            "liver_directed",
            "Liver-directed treatment is an option through Embolization here, as the tumor is",
        ),
    ],
)
def test_why_in_words(guide, facts, treatment, told):
    sentences = guide.evaluate(facts).why(treatment).sentences
    assert any(sentence.startswith(told) for sentence in sentences), sentences


def test_what_is_not_named_tells_where_it_would_get_a_no(guide):
    known = {"extent": "metastatic", "removed": "no"}
    told = guide.evaluate(known).why("enucleation").conditional_no
    assert told == (
        "Rather not where the tumor can be removed completely or in part and causes no symptoms: "
        'may not be needed without symptoms (stated in the section "Metastatic pancreas NETs").',
        "Rather not where the tumor cannot be removed: no operation is possible (stated in the "
        'section "Surgery").',
    )


def test_why_not_tells_what_is_here_once_and_the_ways_without_detours(guide):
    known = {"extent": "metastatic", "removed": "no", "grade": "G2", "differentiation": "well"}
    (told,) = guide.evaluate(known).why_not("surgery").sentences
    assert told.startswith(
        "Surgery is an option if the tumor can be removed completely or in part, and causes "
        "symptoms through hormones, by its size or both; not known here: if it can be removed, "
        "symptoms ("
    )
    first, *others = guide.evaluate({**known, "extent": "localized"}).why_not("ssa").sentences
    assert first.startswith("Somatostatin analogs depend on what is not known here: ")
    assert len(others) == 2
    assert not any("here" in sentence for sentence in others)


def test_settles_proposes_what_can_be_found_out_and_counts_groups(guide):
    found = guide.evaluate({"extent": "metastatic", "grade": "G2"}).settles()
    assert set(found.open) <= {group.id for group in guide.groups}
    assert "hospice" in found.open
    told = {fact.factor for fact in found.facts}
    assert "sstr" in told
    assert not told & {"course", "removed", "prior_ssa", "life_expectancy"}
    assert "group" in found.sentences[0]


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
    growing = "For a tumor that is growing or growing very rapidly, Active surveillance would not"
    assert any(sentence.startswith(growing) for sentence in told)
    prrt = guide.evaluate({"extent": "metastatic", "grade": "G2", "removed": "no"})
    assert str(prrt.what_if("prrt")).startswith(
        "For a tumor that carries somatostatin receptors, PRRT would be offered ("
    )
    (hospice,) = prrt.what_if("hospice").sentences
    assert hospice.startswith(
        "Where the person is expected to live less than six months, Hospice care would be offered"
    )


def test_what_if_puts_what_follows_into_the_sentence_and_says_what_is_lost(guide):
    pathway = guide.evaluate({"extent": "metastatic", "liver": "small", "removed": "no"})
    told = pathway.what_if("embolization").sentences
    assert told[0].startswith("For a tumor that has no liver metastases, Embolization would ")
    removed = next(sentence for sentence in told if "removed completely" in sentence)
    assert removed.startswith(
        "For a tumor that has no liver metastases and has been removed completely, with spread not "
        "known, "
    )
    assert not any("with it" in sentence for sentence in told)


def test_what_if_takes_along_what_is_implied(guide):
    pathway = guide.evaluate({"extent": "metastatic", "liver": "small"})
    changes = {frozenset(c.facts.items()): c for c in pathway.what_if().changes}
    back = changes[frozenset({("extent", "locally_advanced")})]
    assert dict(back.along) == {"liver": "none"}
    assert "liver_directed" in back.lost
    assert not any(FIXED & set(change.facts) for change in changes.values())


def test_explanations_are_tables_and_show_themselves(guide):
    pathway = guide.evaluate({"extent": "metastatic", "grade": "G2"})
    found = [
        pathway.why("prrt"),
        pathway.why_not("prrt"),
        pathway.settles(),
        pathway.what_if("prrt"),
        guide.compare({"grade": "G1"}, pathway),
    ]
    for explanation in found:
        assert len(explanation.to_frame()) >= 1, explanation
        shown = explanation._repr_html_()
        assert "popovertarget" in shown, "terms are explained"
        assert guide.facts["disclaimer"] in shown
    frame = found[0].to_frame()
    sstr = frame[frame["factor"] == "sstr"].iloc[0]
    assert (sstr["wanted"], sstr["here"], sstr["met"]) == ("positive", "", None)
    assert {"strength", "why", "basis", "source", "section"} <= set(frame.columns)


def test_the_landscape_is_a_heat_map_that_can_be_read(guide):
    found = guide.landscape()
    frame = found.to_frame()
    assert frame.loc["belzutifan", ("vhl", "no")] == 0
    assert frame.loc["supportive_care"].eq(1).all()
    shown = found._repr_html_()
    assert shown.count("<tr>") == len(guide.treatments) + 2
    assert '<th scope="row"' in shown
    figure = found.plot()
    assert figure._repr_png_().startswith(b"\x89PNG"), "a cell shows it"
    axes = figure.axes[0]
    assert len(axes.texts) == frame.size + len(guide.factors)


def test_an_unknown_treatment_is_named_with_what_would_be_right(guide):
    pathway = guide.evaluate()
    for ask in (pathway.why, pathway.why_not, pathway.what_if):
        with pytest.raises(PnetPathsError, match=r'"prtr" is not a treatment; did you mean prrt'):
            ask("prtr")
