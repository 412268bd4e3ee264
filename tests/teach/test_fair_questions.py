"""What a reader who knows the guide could dispute in a question, and is in none."""

from __future__ import annotations

import random

import pytest
from samples import sample

from pnet_paths.guide.pathway import PathwayValue
from pnet_paths.statuses import OFFERED
from pnet_paths.teach.question_draft import Draft
from pnet_paths.teach.question_kinds import KINDS

NO_ORDER = "The guide names no order for these two."
USUAL = {
    "grade": "G2",
    "extent": "metastatic",
    "liver": "large",
    "symptoms": "mass",
    "course": "first",
    "removed": "no",
    "prior_ssa": "no",
}


def draft_of(guide, wanted="", seed=0, **facts):
    profile = {"course": "first", "removed": "no", "prior_ssa": "no", **facts}
    return Draft(PathwayValue.of(guide, profile), wanted, random.Random(seed))


def of_family(guide, name):
    return {name, *guide.counts_among[name]}


@pytest.mark.parametrize("share", ["yes", "no"])
def test_what_is_usually_used_here_is_no_wrong_answer_to_what_is_usual(share, guide):
    """Embolization is usually used where the disease is mostly in the liver, and only there."""
    found = set()
    for seed in range(20):
        draft = draft_of(guide, "ssa", seed, **USUAL, liver_share=share)
        question = KINDS["first"].make(draft)
        found |= {choice.about for choice in question.choices}
    of_liver = {"liver_directed", "embolization"}
    assert found & of_liver == (set() if share == "yes" else of_liver)
    assert "folfox" in found  # others often come first, and this one later


def test_a_common_form_that_comes_later_does_not_make_its_group_usual(guide):
    draft = draft_of(guide, "ssa", **{**USUAL, "liver": "none"})
    found = set()
    for _ in range(20):
        found |= {choice.about for choice in KINDS["first"].make(draft).choices}
    assert "chemotherapy" in found
    assert "captem" not in found


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("chemotherapy", {"extent": "locally_advanced", "differentiation": "well"}),
        ("captem", {"differentiation": "poor", "extent": "metastatic"}),
        ("folfox", {"extent": "localized", "resectability": "resectable"}),
        ("lanreotide", {"extent": "localized", "symptoms": "none"}),
        ("everolimus", {"differentiation": "poor", "extent": "metastatic"}),
    ],
)
def test_what_the_source_is_silent_about_is_not_plainly_not_offered(name, facts, guide):
    assert not draft_of(guide, **facts).is_plainly_not_offered(name)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("everolimus", {"extent": "localized"}),
        ("rfa", {"liver": "none"}),
        ("prrt", {"sstr": "negative", "extent": "metastatic"}),
        ("debulking", {"resectability": "resectable", "extent": "localized", "site": "tail"}),
        ("belzutifan", {"vhl": "no"}),
        ("platinum_etoposide", {"grade": "G1"}),
        ("surgery", {"resectability": "unresectable"}),
    ],
)
def test_a_no_in_words_or_one_fact_against_all_rows_is_plain(name, facts, guide):
    assert draft_of(guide, **facts).is_plainly_not_offered(name)


def is_plain(guide, profile, name):
    """Whether a no is stated, or one fact alone keeps a treatment away, with the source too."""
    if guide.evaluate(profile).status[name] == "against":
        return guide.stated_only.evaluate(profile).status[name] == "against"
    levels = {factor: guide.profile(profile).level(factor) for factor in guide.factors}
    alone = [{factor: level} for factor, level in levels.items() if level]
    return any(
        not set(OFFERED) & set(side.evaluate(fact).possible[name])
        for fact in alone
        for side in (guide.stated_only,)
        if not set(OFFERED) & set(guide.evaluate(fact).possible[name])
    )


def test_what_tells_two_drawings_apart_rests_on_no_silence(guide):
    for question in sample("tells_apart"):
        assert question.text.endswith('("Rather not" counts as not offered.)')
        sides = (question.profile, question.other)
        for choice in question.choices:
            without = [
                side for side in sides if guide.evaluate(side).status[choice.about] not in OFFERED
            ]
            assert choice.right == (len(without) == 1)
            assert all(is_plain(guide, side, choice.about) for side in without), question.text


def test_what_makes_no_difference_is_nothing_that_the_source_says_counts(guide):
    """Hormones and receptors are among what treatment depends on, without a rule for them here."""
    listed = {guide.factors[name].cited.sections[0] for name in ("grade", "function", "sstr")}
    assert listed == set(guide.considerations[0].cited.sections)
    phrases = {
        f"A tumor that {level.phrase}."
        for name in ("function", "sstr")
        for level in guide.factors[name].levels
    }
    for question in sample("differs"):
        assert question.text.endswith('("Rather not" counts as not offered.)')
        assert not phrases & {choice.text for choice in question.choices if not choice.right}


def test_of_several_aims_the_main_one_is_told_and_another_asked_for(guide):
    several = 0
    for question in sample("aim"):
        key = question.choices[question.key]
        main = {guide.indications[rule].aims[0] for rule in key.rules}
        asked = {name for name, aim in guide.aims.items() if aim.label == key.text.lower()}
        named = {name for name, aim in guide.aims.items() if f"to {aim.label}" in question.text}
        assert not asked & named
        assert asked <= main or (main and named and "What else" in question.text)
        several += bool(named)
    assert several


def test_chemotherapy_that_relieves_is_told_to_control_the_tumor(guide):
    facts = {"grade": "G2", "extent": "metastatic", "symptoms": "mass"}
    question = KINDS["aim"].make(draft_of(guide, "chemotherapy", **facts))
    assert "Chemotherapy is meant to control the tumor here. What else is" in question.text
    assert question.choices[question.key].text == "Relieve symptoms"


def test_who_gives_a_treatment_is_cited_from_where_it_is_said():
    assert {question.topic for question in sample("giver")} >= {"embolization"}
    for question in sample("giver"):
        assert question.sections == ("Liver-directed treatment",)
        assert "Metastatic" not in question.choices[question.key].because


def test_no_wrong_answer_could_be_a_part_of_the_plan(guide):
    always = set(guide.combinations["medication_and_more"].treatments)
    for question in sample("together"):
        status = guide.evaluate(question.profile).status
        for choice in question.choices:
            if choice.right:
                continue
            family = of_family(guide, choice.about)
            assert "depends" not in {status[name] for name in family}
            if question.topic in always and family & always:
                assert choice.because.endswith(
                    'no operation is possible (stated in the section "Surgery").'
                )


def test_an_order_is_stated_where_it_says_so_and_our_conditions_are_told_apart():
    of_order = [q for q in sample("order") if q.choices[q.key].about and "first, then" in str(q)]
    assert of_order
    for question in sample("order"):
        because = question.choices[question.key].because
        assert ("The guide states this order (section" in because) == (question in of_order)
        assert ("†" in because) == because.endswith(
            "The conditions marked † are ours and not the guide's."
        )
        names = {choice.about for choice in question.choices}
        if question.choices[question.key].text == NO_ORDER:  # watched first, treated if it grows
            assert not names >= {"active_surveillance", "surgery"}


@pytest.mark.parametrize("kind", ["first", "aim", "order", "offered"])
def test_what_new_tests_are_to_tell_is_not_known_before_them(kind):
    for question in sample(kind):
        if question.profile.get("course") == "returned":
            assert not question.profile.keys() & {"liver", "liver_share"}
