"""What a guide assumes, and how assumed facts give way."""

from __future__ import annotations

from packaged import the_guide, the_toy

from pnet_paths.guide.assumptions import reconcile


def test_a_guide_says_what_it_assumes_and_an_evaluation_assumes_nothing():
    assert the_guide().assumed == {"course": "first", "removed": "no", "prior_ssa": "no"}
    assert the_toy().assumed == {"days": "few"}
    assert the_guide().evaluate().profile == {}


def test_the_column_may_be_left_out():
    tables = the_toy().tables
    guide = the_toy().with_tables(factors=tables["factors"].drop(columns="assume"))
    assert guide.assumed == {}


def test_an_assumed_fact_that_clashes_is_left_out_and_a_stated_one_never():
    space = the_guide().space
    facts = {"grade": "G1", "differentiation": "poor", "extent": "localized", "liver": "small"}
    assert reconcile(space, facts, {"grade", "liver"}) == {
        "differentiation": "poor",
        "extent": "localized",
    }
    assert reconcile(space, facts, {"differentiation", "liver"}) == {
        "grade": "G1",
        "extent": "localized",
    }
    assert reconcile(space, facts, ()) == facts


def test_of_assumed_facts_that_clash_with_each_other_the_earlier_stays():
    facts = {"differentiation": "poor", "grade": "G1"}
    assert reconcile(the_guide().space, facts, facts.keys()) == {"grade": "G1"}
