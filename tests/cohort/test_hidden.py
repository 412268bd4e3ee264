"""Small counts are hidden wherever a cohort is shown or saved."""

from __future__ import annotations

import pickle
import re

import numpy as np
import pandas as pd
import pytest
from packaged import profile_table

TABLES = ("statuses", "arrows", "answers", "open_facts")


def numbers(cohort):
    for name in TABLES:
        frame = getattr(cohort, name).select_dtypes("Int64")
        yield from frame.to_numpy(dtype=float, na_value=np.nan).ravel().tolist()


@pytest.fixture(scope="module")
def profiles():
    return profile_table(60, seed=1)


@pytest.mark.parametrize("threshold", [2, 5, 12])
def test_no_table_has_a_small_count(threshold, guide, profiles):
    shown = list(numbers(guide.cohort(profiles, threshold=threshold)))
    whole = list(numbers(guide.cohort(profiles, threshold=1)))
    assert len(shown) == len(whole)
    assert not np.isnan(whole).any()
    assert any(0 < number < threshold for number in whole)
    assert sorted(n for n in shown if not np.isnan(n)) == sorted(
        n for n in whole if not 0 < n < threshold
    )


def test_what_is_saved_says_less_than_five(guide, profiles, tmp_path):
    cohort = guide.cohort(profiles)
    for ending in ("svg", "dot", "txt"):
        text = cohort.save(tmp_path / f"cohort.{ending}").read_text("utf-8")
        assert re.search("(<|&lt;)5", text)
    drawn = re.findall(r">(\d+)</text>", cohort.to_svg())
    assert drawn, "numbers are there"
    assert not [number for number in drawn if 0 < int(number) < 5]


def test_a_pickled_cohort_holds_no_small_count(guide, profiles):
    cohort = guide.cohort(profiles)
    again = pickle.loads(pickle.dumps(cohort))
    for name in ("impossible", "statuses", "arrows", "answers", "open_facts"):
        counts = getattr(again._counts, name)
        assert not ((counts > 0) & (counts < 5)).any()
    assert again.outline() == cohort.outline()


def test_a_cohort_smaller_than_the_threshold_does_not_say_its_size(guide):
    cohort = guide.cohort(pd.DataFrame({"grade": ["G1", "G2", "G3"]}))
    assert "<5 profiles" in cohort.outline()
    assert not re.search(r"\b[1-4] profile", cohort.outline() + cohort.to_svg())


def test_the_order_of_open_facts_does_not_tell_hidden_counts_apart(guide, profiles):
    facts = guide.cohort(profiles, threshold=1000).open_facts
    assert facts.index.to_list() == [name for name in guide.factors if name in facts.index]
    assert facts["settles"].fillna(0).eq(0).all()


def test_what_is_not_guarded_is_said(guide, profiles):
    cohort = guide.cohort(profiles)
    assert "can sometimes be worked out from other counts" in cohort.outline()
    assert "hidden" not in guide.cohort(profiles, threshold=1).outline()
