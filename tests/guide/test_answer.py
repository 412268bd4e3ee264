"""The answer first: every group that is offered or open, and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sizes import examples

from pnet_paths import ProfileError, load_guide

GUIDE = load_guide()
WORDS = {"Usual": "usual", "Option": "option", "Later": "later", "Open": "depends"}
PROFILES = st.fixed_dictionaries(
    {}, optional={n: st.sampled_from([v.id for v in f.levels]) for n, f in GUIDE.factors.items()}
)
METASTATIC = {"extent": "metastatic", "grade": "G2", "sstr": "positive", "liver": "none"}

TOLD = WORDS | {"At least an option": "option or more", "Later or sooner": "later or more"}


def named(answer):
    """By status the groups that an answer names."""
    return {
        TOLD[word]: re.sub(r" \(.*|\N{NO-BREAK SPACE}†", "", labels).split(", ")
        for word, labels in re.findall(r"([A-Z][a-z ]+): ([^.]*)\.", answer)
        if word in TOLD
    }


@given(PROFILES)
@examples(60, 2_000)
def test_it_names_what_is_offered_and_what_is_open_but_no_services(profile):
    try:
        pathway = GUIDE.evaluate(profile)
    except ProfileError:
        return
    groups = [group for group in GUIDE.groups if group.id not in GUIDE.network.services]
    expected = {}
    for group in groups:
        status = pathway.status[group.id]
        if status in WORDS.values():
            more = "" if status == "depends" or len(pathway.possible[group.id]) == 1 else " or more"
            expected.setdefault(f"{status}{more}", []).append(group.phrase)
    if set(expected) == {"depends"} and len(expected["depends"]) > 4:
        assert f"{len(expected['depends'])} groups of treatments are open" in pathway.answer
    else:
        assert named(pathway.answer) == expected


def test_what_is_open_comes_with_the_facts_that_settle_most(guide):
    pathway = guide.evaluate(METASTATIC | guide.assumed)
    first = pathway.settles().facts[0]
    assert f"({guide.factors[first.factor].label}" in pathway.answer


def test_where_nothing_is_known_the_first_question_is_asked(guide):
    first = guide.evaluate().settles().facts[0]
    assert guide.evaluate().answer.endswith(guide.factors[first.factor].question)


@pytest.mark.parametrize("strength", ["against", None])
def test_where_nothing_is_offered_silence_is_no_advice(toy_guide, strength):
    rows = toy_guide.tables["indications"]
    rows = rows.assign(strength=strength) if strength else rows[:0]
    rows = rows.assign(**dict.fromkeys(toy_guide.factors, ""), inferred_facts="")
    answer = toy_guide.with_tables(indications=rows).evaluate().answer
    assert answer.endswith("what the guide does not name, it does not advise against.")
    assert answer.startswith("Rather not: ") == bool(strength)


def test_the_outline_begins_with_it(guide):
    sentence, answer, *_ = guide.evaluate(METASTATIC).outline().splitlines()
    assert sentence.startswith("The tumor is")
    assert answer == guide.evaluate(METASTATIC).answer
