"""The invented cohort: made anew byte for byte, possible, and called invented."""

from __future__ import annotations

import random

import pytest

import pnet_paths
from pnet_paths.cohort.assumptions import assumptions
from pnet_paths.cohort.invented import NOTE, SIZE, invented_csv
from pnet_paths.tables.folder import packaged_folder


@pytest.fixture(scope="module")
def profiles():
    table = pnet_paths.invented_cohort()
    return [
        {name: level for name, level in row.items() if isinstance(level, str)}
        for row in table.to_dict("records")
    ]


def test_the_file_is_made_anew_byte_for_byte(guide):
    random.seed(1)  # whatever others have drawn
    path = packaged_folder("cohorts") / "invented_500.csv"
    assert invented_csv(guide).encode() == path.read_bytes()


def test_every_profile_can_occur(guide, profiles):
    assert len(profiles) == SIZE
    for profile in profiles:
        guide.evaluate(profile)


def test_no_profile_is_one_that_a_clinician_would_hardly_meet(guide, profiles):
    for row in guide.unlikely:
        for profile in profiles:
            assert not all(profile.get(n) in levels for n, levels in row.when.items()), profile


def test_every_level_but_few_occurs(guide, profiles):
    """Each treatment, question and arrow of the flowchart is met by somebody."""
    cohort = guide.cohort(pnet_paths.invented_cohort(), threshold=1)
    assert (cohort.arrows["count"] > 0).all()
    assert cohort.impossible == 0


def test_it_is_called_invented():
    assert pnet_paths.invented_cohort().attrs["note"] == NOTE
    assert "invented cohort" in NOTE


def test_every_assumption_names_levels_of_the_guide_and_where_it_comes_from(guide):
    assert {each.factor for each in assumptions()} == set(guide.factors)
    for each in assumptions():
        levels = {level.id for level in guide.factors[each.factor].levels}
        assert set(each.percent) == levels
        assert sum(each.percent.values()) == 100
        assert each.basis
        for factor, level in each.given.items():
            assert level in {known.id for known in guide.factors[factor].levels}
