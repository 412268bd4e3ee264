"""Tables of profiles divided by Dask: lazy, and the same answers as pandas gives."""

from __future__ import annotations

import pickle
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from packaged import profile_table
from sizes import size

from pnet_paths import ProfileError

dd = pytest.importorskip("dask.dataframe")


@pytest.fixture(scope="module")
def profiles():
    """Profiles with unknown cells; some cannot occur."""
    return profile_table(size(2_000, 20_000), seed=1)


@pytest.mark.parametrize("kind", ["object", "category", "str"])
@pytest.mark.parametrize("mixed", [False, True])
def test_dask_answers_as_pandas_does(kind, mixed, guide, profiles):
    divided = dd.from_pandas(profiles.astype(kind), npartitions=3)
    statuses = guide.evaluate_frame(divided, mixed=mixed)
    expected = guide.evaluate_frame(profiles, mixed=mixed)
    assert expected.isna().any(axis=None), "some cannot occur"
    pd.testing.assert_frame_equal(statuses.compute(scheduler="sync"), expected)
    assert statuses.divisions == divided.divisions
    assert (statuses.dtypes == expected.dtypes).all()


def test_nothing_is_evaluated_before_it_is_asked_for(guide, profiles):
    bad = profiles.copy()
    bad.loc[bad.index[-1], "grade"] = "G9"
    statuses = guide.evaluate_frame(dd.from_pandas(bad, npartitions=4))
    statuses.partitions[0].compute(scheduler="sync")
    wrong = rf'row {bad.index[-1]}, column grade: "G9" is not a level of grade'
    with pytest.raises(ProfileError, match=wrong):
        statuses.compute(scheduler="sync")


def test_a_column_that_is_no_factor_is_refused_at_once(guide, profiles):
    divided = dd.from_pandas(profiles.rename(columns={"grade": "gradde"}), npartitions=2)
    with pytest.raises(ProfileError, match=r'"gradde" .* did you mean grade'):
        guide.evaluate_frame(divided)


def test_parquet_with_dictionaries_answers_as_the_table_that_was_written(guide, profiles, tmp_path):
    profiles.astype("category").to_parquet(tmp_path / "a.parquet", row_group_size=500)
    for options in ({}, {"dtype_backend": "pyarrow"}):
        read = dd.read_parquet(tmp_path, split_row_groups=True, **options)
        assert read.npartitions > 1
        statuses = guide.evaluate_frame(read).compute(scheduler="threads", num_workers=2)
        pd.testing.assert_frame_equal(
            statuses.reset_index(drop=True),
            guide.evaluate_frame(profiles).reset_index(drop=True),
        )


def test_a_guide_travels_small_and_answers_the_same(guide, profiles):
    content = pickle.dumps(guide)
    assert len(content) < 500_000
    again = pickle.loads(content)
    pd.testing.assert_frame_equal(
        again.evaluate_frame(profiles[:100]), guide.evaluate_frame(profiles[:100])
    )


def test_dask_is_imported_only_for_its_own_tables():
    program = (
        "import sys, pandas, pnet_paths; "
        "pnet_paths.load_guide().evaluate_frame(pandas.DataFrame({'grade': ['G1']})); "
        "assert not {'dask', 'distributed'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def count_guides():
    """Count in this worker process how many guides are made."""
    from pnet_paths.guide.guide import GuideValue

    made = GuideValue.__init__
    GuideValue.made = 0

    def counted(self, tables):
        GuideValue.made += 1
        made(self, tables)

    GuideValue.__init__ = counted


def guides_made():
    from pnet_paths.guide.guide import GuideValue

    return GuideValue.made


@pytest.mark.exhaustive
def test_two_worker_processes_answer_as_pandas_does_on_a_million_profiles(guide, tmp_path):
    distributed = pytest.importorskip("distributed")
    profiles = profile_table(1_000_000, seed=2).astype("category")
    profiles.to_parquet(tmp_path / "a.parquet", row_group_size=100_000)
    statuses = guide.evaluate_frame(dd.read_parquet(tmp_path, split_row_groups=True))
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        client.run(count_guides)
        answers = statuses.compute()
        made = client.run(guides_made)
    assert list(made.values()) == [1, 1], "the guide reaches each worker once"
    expected = guide.evaluate_frame(profiles)
    assert (answers.dtypes == expected.dtypes).all()
    for name in expected:  # by their codes: a million texts a column would take minutes
        assert np.array_equal(answers[name].cat.codes, expected[name].cat.codes), name
