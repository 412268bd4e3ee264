"""Statuses, what is possible, and what it depends on: equal to brute force over all completions."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from all_profiles import built
from hypothesis import given
from hypothesis import strategies as st
from oracle import Oracle, every_profile
from packaged import packaged_profiles
from relevant_factors import relevant_factors
from sizes import examples
from strategies import guides, profiles, tables

import pnet_paths
from pnet_paths import ProfileError

thorough = examples(30, 150)


@pytest.fixture(scope="module")
def oracle(guide):
    return Oracle(guide.tables)


def answers(pathway):
    return {
        treatment: (
            status,
            pathway.possible[treatment],
            pathway.depends_on[treatment],
            pathway.basis[treatment] == "inferred",
        )
        for treatment, status in pathway.status.items()
    }


def with_mixed(pathway):
    """The statuses, of a no in some cases with silence in the others as the frame tells it."""
    mixed = {"against", "not_named"}
    return {
        name: "not_named_or_against" if pathway.possible[name] == mixed else status
        for name, status in pathway.status.items()
    }


@thorough
@given(st.data())
def test_any_guide_answers_as_all_completions_do(data):
    frames = data.draw(guides())
    guide = built(frames)
    oracle = Oracle(frames)
    for _ in range(4):
        profile = data.draw(profiles(oracle.levels))
        expected = oracle.answers(profile)
        if expected is None:
            with pytest.raises(ProfileError, match="cannot occur"):
                guide.evaluate(profile)
        else:
            assert answers(guide.evaluate(profile)) == expected


@thorough
@given(packaged_profiles(fewest_known=8))
def test_the_packaged_guide_answers_as_all_completions_do(guide, oracle, profile):
    expected = oracle.answers(profile)
    if expected is None:
        with pytest.raises(ProfileError, match="cannot occur"):
            guide.evaluate(profile)
    else:
        assert answers(guide.evaluate(profile)) == expected


@pytest.mark.parametrize(
    "profile",
    [
        {"extent": "metastatic", "grade": "G2", "differentiation": "well", "vhl": "no"},
        {"liver": "large", "course": "first", "growth": "growing", "function": "functional"},
        {"grade": "G3", "extent": "localized", "site": "tail", "surgery_timing": "can_wait"},
    ],
)
def test_little_known_answers_as_all_its_completions_do(guide, oracle, profile):
    assert answers(guide.evaluate(profile)) == oracle.answers(profile)


@thorough
@given(st.data())
def test_a_table_of_profiles_answers_as_each_profile_does(data):
    frames = data.draw(guides())
    guide = built(frames)
    levels = Oracle(frames).levels
    rows = [data.draw(profiles(levels)) for _ in range(data.draw(st.integers(0, 6)))]
    table = pd.DataFrame(rows, columns=list(levels), index=range(10, 10 + len(rows)))
    kind = data.draw(st.sampled_from([object, "string", "category"]))
    found = guide.evaluate_frame(table.astype(kind))
    mixed = guide.evaluate_frame(table, mixed=True)
    assert list(found.index) == list(table.index)
    assert list(found.columns) == list(guide.treatments)
    for number, profile in zip(table.index, rows, strict=True):
        try:
            pathway = guide.evaluate(profile)
        except ProfileError:
            assert found.loc[number].isna().all()
            assert mixed.loc[number].isna().all()
        else:
            assert found.loc[number].to_dict() == dict(pathway.status)
            assert mixed.loc[number].to_dict() == with_mixed(pathway)


def test_a_table_tells_a_no_in_some_cases_from_silence_in_all(guide):
    profile = {"extent": "metastatic", "course": "first", "removed": "no"}
    (row,) = guide.evaluate_frame(pd.DataFrame([profile]), mixed=True).to_dict("records")
    assert row == with_mixed(guide.evaluate(profile))
    assert {row["whipple"], row["follow_up"]} == {"not_named_or_against", "not_named"}


@thorough
@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_of_rows_means_nothing(data, random):
    frames = data.draw(guides())
    guide = built(frames)
    mixed = {}
    for name, frame in frames.items():
        order = list(range(len(frame)))
        random.shuffle(order)
        mixed[name] = frame.iloc[order]
    profile = data.draw(profiles(Oracle(frames).levels))
    try:
        pathway = guide.evaluate(profile)
    except ProfileError:
        return
    again = pnet_paths.Guide(mixed).evaluate(profile)
    assert answers(again) == answers(pathway)
    assert again.to_dot() == pathway.to_dot()


def test_a_fact_that_only_together_decides_is_still_named():
    """The two possible completions differ in both facts at once, so neither decides alone."""
    frames = tables(
        {"f0": ["v0", "v1"], "f1": ["v0", "v1"]},
        {"t0": ""},
        [{"indication": "i", "treatments": "t0", "strength": "usual", "f0": "v1"}],
        [{"f0": "v0", "f1": "v1"}, {"f0": "v1", "f1": "v0"}],
    )
    pathway = pnet_paths.Guide(frames).evaluate()
    assert pathway.status["t0"] == "depends"
    assert pathway.depends_on["t0"] == {"f0"}


def test_what_rules_out_a_deciding_level_matters_too(guide):
    """No status depends on hormone release alone, but without it no symptom is from hormones."""
    everything = relevant_factors(guide, guide.profile())
    assert everything == set(guide.factors)
    known = guide.profile({"symptoms": "none", "extent": "metastatic"})
    assert "function" not in relevant_factors(guide, known)
    known = guide.profile({"function": "nonfunctional", "extent": "locally_advanced"})
    assert "function" in relevant_factors(guide, known), "without it SSAs would depend"


def test_matters_names_the_facts_that_can_change_a_status():
    frames = tables(
        {"f0": ["v0", "v1"], "f1": ["v0", "v1"], "f2": ["v0", "v1"]},
        {"t0": ""},
        [{"indication": "i", "treatments": "t0", "strength": "usual", "f0": "v0", "f1": "v0"}],
        [],
    )
    guide = pnet_paths.Guide(frames)
    levels = Oracle(frames).levels
    for profile in [{}, *({"f0": a} for a in levels["f0"]), *every_profile(levels)]:
        expected = set()
        for name in levels:
            others = {other: level for other, level in profile.items() if other != name}
            if name in guide.evaluate(others).depends_on["t0"]:
                expected.add(name)
        assert relevant_factors(guide, guide.profile(profile)) == expected


class TestFramesAreChecked:
    def test_missing_columns_and_cells_are_not_known(self, guide):
        frame = pd.DataFrame({"extent": ["metastatic", np.nan, None], "grade": ["G2", pd.NA, "G1"]})
        found = guide.evaluate_frame(frame)
        for number, row in enumerate(frame.to_dict("records")):
            known = {name: level for name, level in row.items() if isinstance(level, str)}
            assert found.loc[number].to_dict() == dict(guide.evaluate(known).status)

    def test_a_wrong_level_is_spoken_of_with_its_row(self, guide):
        frame = pd.DataFrame({"grade": ["G1", "G2", "G4"]}, index=["a", "b", "c"])
        with pytest.raises(ProfileError, match=r'row c, column grade: "G4" .*\(G1, G2, G3\)'):
            guide.evaluate_frame(frame)

    def test_a_wrong_column_is_spoken_of_with_the_right_ones(self, guide):
        with pytest.raises(ProfileError, match=r'"gradde" .* did you mean grade'):
            guide.evaluate_frame(pd.DataFrame({"gradde": ["G1"]}))

    def test_a_profile_that_cannot_occur_has_no_statuses(self, guide):
        frame = pd.DataFrame({"extent": ["localized"], "liver": ["small"]})
        assert guide.evaluate_frame(frame).isna().all(axis=None)


class TestProfiles:
    def test_what_follows_is_used(self, guide):
        facts = {"liver": "small", "differentiation": "poor", "growth": "growing"}
        pathway = guide.evaluate(facts)
        implied = {"extent": "metastatic", "grade": "G3", "removed": "no"}
        assert pathway.profile.implied == implied
        assert pathway.status["second_opinion"] == "option"

    @pytest.mark.parametrize(
        ("facts", "message"),
        [
            ({"differentiation": "poor", "grade": "G1"}, "grade=G1.*differentiation=poor.*grade 3"),
            ({"symptoms": "hormonal", "function": "nonfunctional"}, "function=nonfunctional"),
            ({"liver": "small", "extent": "localized", "site": "head"}, "extent=localized"),
            ({"grade": "G4"}, r'grade: "G4" is not a level of grade \(G1, G2, G3\)'),
            ({"grade": 3}, r'grade: "3" is not a level'),
            ({"stage": "4"}, r'"stage" is not a factor.*\(site, grade'),
        ],
    )
    def test_what_cannot_be_is_refused_in_one_line(self, guide, facts, message):
        with pytest.raises(ProfileError, match=message) as caught:
            guide.evaluate(facts)
        assert "\n" not in str(caught.value)
        assert "site=" not in str(caught.value), "a fact that is not part of the conflict is named"

    def test_none_is_not_known(self, guide):
        assert guide.evaluate({"grade": None}).profile == {}

    def test_closed_levels_come_with_the_reason(self, guide):
        closed = guide.space.closed_levels(guide.profile({"liver": "small"}), "extent")
        assert set(closed) == {"localized", "locally_advanced"}
        assert closed["localized"].facts == {"extent": "localized", "liver": "small"}
