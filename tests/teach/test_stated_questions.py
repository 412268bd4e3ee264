"""What questions rest on: what the source states, and profiles that a clinician meets."""

from __future__ import annotations

from collections import Counter

import pytest
from samples import sample

from pnet_paths.statuses import OFFERED
from pnet_paths.teach import KINDS


def level_of(guide, text):
    """The factor and the level that a choice of a change stands for."""
    return next(
        (name, level.id)
        for name, factor in guide.factors.items()
        for level in factor.levels
        if text == f"A tumor that {level.phrase}."
    )


@pytest.mark.parametrize("kind", ["offered", "first"])
def test_a_key_is_stated_and_a_wrong_answer_is_not_even_without_our_conditions(kind, guide):
    for question in sample(kind):
        pathway = guide.evaluate(question.profile)
        source = guide.stated_only.evaluate(question.profile)
        for choice in question.choices:
            name = choice.about
            if choice.right:
                assert pathway.basis[name] == "stated"
                assert source.status[name] == pathway.status[name]
                assert source.status[name] in OFFERED
            elif kind == "offered" or pathway.status[name] not in OFFERED:
                assert not source.possible[name] & set(OFFERED)
                assert not guide.evaluator.withheld_offers(name, pathway.profile)
                assert source.status[name] == "against" or source.why_not(name).sets
            else:
                assert source.status[name] == pathway.status[name] != "usual"


@pytest.mark.parametrize("kind", ["offered", "first"])
def test_all_reasons_are_given(kind, guide):
    for question in sample(kind):
        for choice in question.choices:
            rows = guide.evaluate(question.profile).why(choice.about).rows
            sure = [row.row for row in rows if row.sure]
            named = guide.evaluate(question.profile).status[choice.about] != "not_named"
            for row in sure if named else ():
                assert all(section in choice.because for section in row.cited.sections)


@pytest.mark.parametrize("kind", KINDS)
def test_what_has_come_back_or_is_out_has_a_subject_of_its_own(kind, guide):
    for question in sample(kind):
        if question.profile.get("course") == "returned":
            assert question.topic == "repeat_testing"
        if question.profile.get("removed") == "yes":
            assert question.topic == "follow_up"


@pytest.mark.parametrize("kind", KINDS)
def test_no_topic_is_asked_of_again_and_again(kind):
    found = sample(kind, seed=5, few=16)
    assert max(Counter(question.topic for question in found).values()) <= (len(found) + 2) // 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_metastatic_tumor_is_seldom_one_that_can_be_removed_completely(kind):
    both = {"extent": "metastatic", "resectability": "resectable"}
    odd = [question for question in sample(kind) if both.items() <= question.profile.items()]
    assert len(odd) <= len(sample(kind)) // 20


def test_what_makes_no_difference_changes_nothing_that_is_told(guide):
    for question in sample("differs"):
        before = guide.evaluate(question.profile)
        for choice in question.choices:
            name, level = level_of(guide, choice.text)
            after = guide.evaluate({**question.profile, name: level})
            differing = [each for each in before.status if before.differs(after, each)]
            assert bool(differing) == choice.right, (question.text, choice.text)


def test_no_fact_is_in_a_question_that_follows_from_those_before_it(guide):
    for kind in KINDS:
        for question in sample(kind):
            earlier = {}
            for name, level in question.profile.items():
                follows = guide.profile(earlier).level(name) == level
                assert not follows or not guide.factors[name].propose
                earlier[name] = level


@pytest.mark.parametrize("kind", ["offered", "together", "tells_apart"])
def test_a_wrong_answer_is_nothing_that_the_guide_may_mean(kind, guide):
    """Such as a kind of radiation where it names radiation, or a drug in a plan at a recurrence."""
    for question in sample(kind):
        pathway = guide.evaluate(question.profile)
        offered = {name for name in pathway.status if pathway.status[name] in OFFERED}
        for choice in question.choices:
            lines = {choice.about, *guide.groups_of(choice.about)}
            if choice.right or choice.about in offered:
                continue
            for group in lines & offered:
                assert offered & {member.id for member in guide.members(group)}
            if question.profile.get("course") in ("returned", "retested"):
                assert not lines & set(guide.combinations["recurrence_plan"].treatments)


def test_two_treatments_are_of_one_time(guide):
    """What belongs to another course may have come first before."""
    for question in sample("order"):
        key = question.choices[question.key]
        if key.text == "The guide offers only one of these two here.":
            names = {choice.about for choice in question.choices} - {""}
            assert not names & {"repeat_testing", "follow_up"} - {question.topic}


@pytest.mark.parametrize("kind", ["aim", "together", "giver"])
def test_what_is_ours_is_in_no_key(kind, guide):
    for question in sample(kind):
        treatment = guide.treatments[question.topic]
        if kind == "giver":
            assert treatment.given_by_basis == "stated"
        else:
            assert guide.evaluate(question.profile).basis[question.topic] == "stated"
        if kind == "aim":
            key = question.choices[question.key]
            assert not any(guide.indications[rule].inferred for rule in key.rules)
