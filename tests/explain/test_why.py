"""Why a treatment has its status: the rows that decide, by brute force, and in words."""

from __future__ import annotations

import pytest
from beside_oracle import asked
from hypothesis import given
from sizes import examples

from pnet_paths import PnetPathsError

thorough = examples(12, 60)


@thorough
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
            assert found.met == slow.guide.evaluator.is_met(found.row.when, pathway.profile)


@thorough
@given(asked())
def test_a_group_names_the_members_through_which_a_row_decides(case):
    slow, profile = case
    pathway = slow.guide.evaluate(profile)
    expected = slow.oracle.deciding(profile)
    for treatment in slow.guide.treatments:
        for found in pathway.why(treatment).rows:
            own = found.row.id in {row["indication"] for row in slow.oracle.own(treatment)}
            assert bool(found.through) == (not own and not found.row.strength.says_no)
            for member in found.through:
                assert member in found.row.treatments
                assert treatment in slow.guide.groups_of(member)
                assert found.row.id in expected[member]


@pytest.mark.parametrize(
    ("facts", "treatment", "told"),
    [
        (
            {"liver": "small", "course": "first", "removed": "no"},
            "rfa",
            "Radiofrequency ablation is an option here, as the tumor has small liver metastases",
        ),
        ({}, "supportive_care", "Supportive care is usual here, whatever the profile"),
        (
            {"extent": "localized", "removed": "no"},
            "rfa",
            "The guide does not name radiofrequency ablation here, which is no advice against it",
        ),
        (
            {"resectability": "unresectable"},
            "whipple",
            "Rather not a Whipple procedure here like all of surgery, as the tumor cannot be "
            "removed: no operation is possible (stated in",
        ),
        (
            {"liver": "large", "removed": "no", "liver_share": "yes"},
            "liver_directed",
            "Liver-directed treatment is an option here, as the tumor has at least one",
        ),
        (
            {"liver_share": "yes", "removed": "no", "course": "first"},
            "liver_directed",
            "Liver-directed treatment is an option here in the form of embolization, as the tumor "
            "is",
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


def test_an_unknown_treatment_is_named_with_what_would_be_right(guide):
    pathway = guide.evaluate()
    for ask in (pathway.why, pathway.why_not, pathway.what_if):
        with pytest.raises(PnetPathsError, match=r'"prtr" is not a treatment; did you mean prrt'):
            ask("prtr")
