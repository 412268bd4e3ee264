"""Counts of a cohort, held to what is said of its profiles one by one."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from all_profiles import built
from hypothesis import given
from hypothesis import strategies as st
from packaged import profile_table, the_guide
from sizes import examples, size
from strategies import guides, profiles

from pnet_paths import PnetPathsError, ProfileError


class OneByOne:
    """What is counted, the slow way: a pathway for each profile."""

    def __init__(self, guide, rows):
        self.guide, self.impossible = guide, 0
        self.statuses, self.arrows, self.open = Counter(), Counter(), Counter()
        self.answers, self.facts = Counter(), Counter()
        for facts in rows:
            try:
                self.count(guide.evaluate(facts))
            except ProfileError:
                self.impossible += 1

    def count(self, pathway):
        self.statuses.update(pathway.status.items())
        for arrow in pathway.route.arrows:
            counter = {"taken": self.arrows, "open": self.open}.get(arrow.state, Counter())
            counter[arrow.origin, arrow.target] += 1
        for name in self.guide.factors:
            self.answers[name, pathway.profile.get(name)] += 1
        for name, possible in pathway.profile.open.items():
            settled = [self.settles(pathway, name, level) for level in possible]
            self.facts[name, "unknown"] += 1
            self.facts[name, "settles"] += all(settled)
            self.facts[name, "may_settle"] += any(settled)

    def settles(self, pathway, name, level):
        after = self.guide.evaluate({**pathway.profile, name: level})
        return any(
            pathway.status[group.id] == "depends" != after.status[group.id]
            for group in self.guide.groups
            if group.id not in self.guide.network.services
        )


def assert_counts(cohort, expected):
    assert cohort.impossible == expected.impossible
    for treatment, row in cohort.statuses.iterrows():
        assert row.to_dict() == {s: expected.statuses[treatment, s] for s in row.index}
    for row in cohort.arrows.itertuples(index=False):
        origin, target, taken, perhaps = row
        ends = origin, target
        assert (taken, perhaps) == (expected.arrows[ends], expected.open[ends]), ends
    for name, level, number in cohort.answers.itertuples(index=False):
        assert number == expected.answers[name, None if pd.isna(level) else level]
    facts = cohort.open_facts.drop(columns="label")
    for name in cohort.guide.factors:
        row = facts.loc[name] if name in facts.index else dict.fromkeys(facts.columns, 0)
        assert dict(row) == {column: expected.facts[name, column] for column in facts.columns}
    assert facts["settles"].is_monotonic_decreasing


def steps(data, levels, treatments):
    """Some arrows between factors and treatments, with conditions."""
    ends = st.sampled_from([*levels, *treatments])
    rows = []
    for origin, target in data.draw(st.sets(st.tuples(ends, ends), max_size=6)):
        kinds = ["answer", "then"] if origin in levels else ["then", "if"]
        if origin == target or (target in levels and origin in levels and origin > target):
            continue
        asked = data.draw(st.sampled_from(sorted(levels)))
        level = data.draw(st.sampled_from(["", *levels[asked]]))
        row = {"from": origin, "to": target, "label": "x", "kind": kinds[0], asked: level}
        rows.append({**row, "basis": "stated", "source": "book", "section": "Chapter"})
    return rows


@examples(60, 250)
@given(st.data())
def test_a_cohort_counts_what_each_profile_is_told(data):
    frames = data.draw(guides())
    levels = frames["levels"].groupby("factor")["level"].agg(list).to_dict()
    rows = steps(data, levels, frames["treatments"]["treatment"].tolist())
    frames["steps"] = pd.DataFrame(rows, columns=[*frames["steps"].columns, "basis"], dtype=object)
    frames["steps"] = frames["steps"].fillna("")
    guide = built(frames)
    some = data.draw(st.lists(profiles(levels), max_size=8))
    table = pd.DataFrame(some, columns=list(levels), dtype=object)
    assert_counts(guide.cohort(table, threshold=1), OneByOne(guide, some))


def test_the_packaged_guide_counts_what_each_profile_is_told(guide):
    table = profile_table(size(60, 500), seed=3)
    rows = [{n: v for n, v in row.items() if v} for row in table.to_dict("records")]
    assert_counts(guide.cohort(table, threshold=1), OneByOne(guide, rows))


def test_parts_of_a_large_table_add_up(guide, monkeypatch):
    table = profile_table(1_000, seed=4)
    whole = guide.cohort(table)
    monkeypatch.setattr("pnet_paths.cohort.counting._BLOCK", 300)
    assert_same(guide.cohort(table), whole)


def assert_same(one, other):
    assert (one.size, one.impossible) == (other.size, other.impossible)
    for name in ("statuses", "arrows", "answers", "open_facts"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@pytest.mark.parametrize("kind", ["object", "category"])
def test_dask_counts_as_pandas_does(kind, guide):
    dd = pytest.importorskip("dask.dataframe")
    table = profile_table(1_000, seed=5).astype(kind)
    table.attrs["note"] = "Nobody's data."
    divided = guide.cohort(dd.from_pandas(table, npartitions=4))
    assert_same(divided, guide.cohort(table))
    assert divided.note == "Nobody's data."


@pytest.mark.exhaustive
def test_two_worker_processes_count_as_pandas_does_on_a_million_profiles(guide, tmp_path):
    dd = pytest.importorskip("dask.dataframe")
    distributed = pytest.importorskip("distributed")
    table = profile_table(1_000_000, seed=6).astype("category")
    table.to_parquet(tmp_path / "a.parquet", row_group_size=100_000)
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster),
    ):
        divided = guide.cohort(dd.read_parquet(tmp_path, split_row_groups=True))
    assert_same(divided, guide.cohort(table))


class TestRefused:
    @pytest.mark.parametrize("profiles", [None, [{"grade": "G1"}], "a.csv"])
    def test_what_is_no_table(self, profiles, guide):
        with pytest.raises(ProfileError, match="is not a table of profiles"):
            guide.cohort(profiles)

    @pytest.mark.parametrize("threshold", [0, -1, 2.5, "5"])
    def test_a_threshold_that_is_no_number_of_profiles(self, threshold, guide):
        with pytest.raises(PnetPathsError, match="threshold must be"):
            guide.cohort(pd.DataFrame({"grade": ["G1"]}), threshold=threshold)

    def test_a_wrong_column_before_anything_is_read(self, guide):
        dd = pytest.importorskip("dask.dataframe")
        unread = dd.from_map(unreadable, [1, 2], meta=pd.DataFrame({"gradde": ["G1"]}))
        with pytest.raises(ProfileError, match=r'"gradde" .* did you mean grade'):
            guide.cohort(unread)


def unreadable(_):
    raise AssertionError("nothing is read")


def test_a_fact_that_settles_is_told_apart_from_one_that_may():
    """Tumors mostly in the liver may have treatment there; the others may have small metastases."""
    guide = the_guide()
    known = {"extent": "metastatic", "differentiation": "well", "course": "first", "removed": "no"}
    facts = guide.cohort(pd.DataFrame([known] * 7), threshold=1).open_facts
    counted = facts[["unknown", "settles", "may_settle"]]
    assert counted.loc["sstr"].to_list() == [7, 7, 7]
    assert counted.loc["liver_share"].to_list() == [7, 0, 7]
    assert counted.loc["site"].to_list() == [7, 0, 0]
    assert not {"extent", "course"} & set(facts.index)
