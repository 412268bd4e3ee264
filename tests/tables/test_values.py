"""Numbers, truths and missing marks: one answer in profiles, in frames and in tables."""

import decimal
import warnings

import numpy as np
import pandas as pd
import pytest
from strategies import tables

from pnet_paths import Guide, GuideError, ProfileError

LEVELS = {"stage": ["1", "2"], "spread": ["True", "False"], "side": ["NA", "left"]}
ROWS = [
    {"indication": "a", "treatments": "t1", "strength": "usual", "stage": "1"},
    {"indication": "b", "treatments": "t2", "strength": "option", "spread": "True"},
    {"indication": "c", "treatments": "t3", "strength": "later", "side": "NA"},
]


TREATMENTS = dict.fromkeys(["t1", "t2", "t3"], "")


@pytest.fixture(scope="module")
def numbered():
    """A guide whose levels look like numbers, truths and nothing."""
    return Guide(tables(LEVELS, TREATMENTS, ROWS, []))


KNOWN = [
    ("stage", 1, "1"),
    ("stage", 1.0, "1"),
    ("stage", np.int64(1), "1"),
    ("stage", np.float32(2), "2"),
    ("stage", np.float64(2), "2"),
    ("stage", decimal.Decimal("2.0"), "2"),
    ("stage", np.str_("1"), "1"),
    ("stage", " 1 ", "1"),
    ("spread", True, "True"),
    ("spread", np.True_, "True"),
    ("spread", False, "False"),
    ("side", "NA", "NA"),
]
MISSING = [None, np.nan, pd.NA, pd.NaT, float("nan"), np.float64("nan"), decimal.Decimal("nan")]
WRONG = [3, 1.5, True, "", "one", np.inf, [1], {"a": 1}, "01", "1.0"]


def asked(guide, factor, value):
    """What the guide answers for one value, asked in each way that there is."""
    facts = {factor: value}
    yield dict(guide.evaluate(facts).status)
    kinds = [pd.Series([value], dtype=object), pd.Series([value, None], dtype=object)]
    if pd.api.types.is_hashable(value):
        kinds += [
            pd.Series([value]),
            pd.Series([value, None]),
            pd.Series([value]).astype("category"),
        ]
    for cells in kinds:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="column side: missing cells")
            yield guide.evaluate_frame(pd.DataFrame({factor: cells})).iloc[0].to_dict()
    row = {**guide.tables["indications"].iloc[0], "stage": "", factor: value}
    rows = pd.DataFrame([row, *guide.tables["indications"].iloc[1:].to_dict("records")])
    yield guide.with_tables(indications=rows)


@pytest.mark.parametrize(("factor", "value", "level"), KNOWN)
def test_a_value_is_the_level_that_it_shows_as(factor, value, level, numbered):
    *answers, changed = asked(numbered, factor, value)
    expected = dict(numbered.evaluate({factor: level}).status)
    assert answers == [expected] * len(answers)
    assert changed.indications["a"].when == {factor: {level}}


@pytest.mark.parametrize("value", MISSING)
def test_a_missing_value_is_not_known(value, numbered):
    *answers, changed = asked(numbered, "stage", value)
    assert answers == [dict(numbered.evaluate().status)] * len(answers)
    assert changed.indications["a"].when == {}


@pytest.mark.parametrize("value", WRONG, ids=repr)
def test_what_is_no_level_is_refused_in_the_same_words(value, numbered):
    with pytest.raises(ProfileError) as one:
        numbered.evaluate({"stage": value})
    if value == "":  # in a table a cell without text
        return
    for cells in (pd.Series([value], dtype=object), pd.Series([None, value], dtype=object)):
        with pytest.raises(ProfileError) as many:
            numbered.evaluate_frame(pd.DataFrame({"stage": cells}))
        told = str(one.value).removeprefix("stage: ").partition(";")[0]
        assert f"column stage: {told};" in str(many.value)
        assert "is not a level of stage (1, 2)" in told


@pytest.mark.parametrize("kind", [object, "str", "category"])
def test_an_empty_text_in_a_table_is_not_known(kind, numbered):
    cells = pd.Series(["1", "", " "]).astype(kind)
    first, *others = numbered.evaluate_frame(pd.DataFrame({"stage": cells})).to_dict("records")
    assert first == dict(numbered.evaluate({"stage": "1"}).status)
    assert others == [dict(numbered.evaluate().status)] * 2


def test_a_column_of_numbers_and_truths_keeps_them_apart(numbered):
    """pandas takes 1, 1.0 and True for the same."""
    both = {"stage": [1, True, "1"]}
    with pytest.raises(ProfileError, match='row 1, column stage: "True" is not a level'):
        numbered.evaluate_frame(pd.DataFrame(both, dtype=object))


@pytest.mark.parametrize(
    "kind", ["int64", "float64", "Int64", "Float64", "int8", "category", object]
)
def test_a_guide_whose_levels_are_numbers_may_be_read_by_pandas(kind):
    numbers = tables({"stage": ["1", "2"]}, {"t1": ""}, ROWS[:1], [])
    numbers["levels"]["level"] = pd.Series([1, 2]).astype(kind)
    numbers["indications"]["stage"] = pd.Series([1.0]).astype(kind)
    guide = Guide(numbers)
    assert [level.id for level in guide.factors["stage"].levels] == ["1", "2"]
    assert guide.evaluate({"stage": 1}).status["t1"] == "usual"


def test_a_column_that_stands_twice_is_refused(numbered):
    twice = pd.DataFrame([["1", "2"]], columns=["stage", "stage"])
    with pytest.raises(ProfileError, match='the column "stage" is there twice'):
        numbered.evaluate_frame(twice)


# -- levels that pandas reads as missing ----------------------------------------------------


def as_read(guide, folder, table, **options):
    path = folder / f"{table}.csv"
    guide.tables[table].to_csv(path, index=False)
    return pd.read_csv(path, **options)


@pytest.mark.parametrize("table", ["indications", "steps", "impossible"])
def test_a_level_that_read_csv_loses_is_never_any(table, tmp_path):
    arrow = {"from": "t1", "to": "t3", "label": "x", "kind": "then", "side": "NA"}
    never = {"stage": "2", "side": "NA"}
    start = tables(LEVELS, TREATMENTS, ROWS[::-1], [never], [arrow])
    guide = Guide(start)
    with pytest.raises(GuideError) as caught:
        guide.with_tables(**{table: as_read(guide, tmp_path, table)})
    (problem,) = caught.value.problems
    assert problem.startswith(f"{table}.csv, row 2, column side: is missing (NaN), and side has ")
    assert "read_csv(keep_default_na=False)" in problem
    kept = as_read(guide, tmp_path, table, keep_default_na=False)
    again = guide.with_tables(**{table: kept})
    assert again.evaluate({"side": "NA"}).status == guide.evaluate({"side": "NA"}).status


def test_other_factors_may_be_read_plainly(tmp_path):
    levels = {**LEVELS, "side": ["none", "left"]}
    rows = [*ROWS[:2], {**ROWS[2], "side": "none"}]
    guide = Guide(tables(levels, TREATMENTS, rows, []))
    again = guide.with_tables(indications=as_read(guide, tmp_path, "indications"))
    assert again.tables["indications"].equals(guide.tables["indications"])


def test_profiles_that_read_csv_has_emptied_are_told(numbered):
    with pytest.warns(UserWarning, match=r"column side: .*read_csv\(keep_default_na=False\)"):
        numbered.evaluate_frame(pd.DataFrame({"side": [np.nan, "left"]}))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        numbered.evaluate_frame(pd.DataFrame({"side": ["NA", "left"], "stage": [1, np.nan]}))


@pytest.mark.parametrize("level", ["NA", "na", "None", "NONE", "nan", "NaN", "null", "NULL"])
def test_a_level_that_programs_take_for_nothing_is_a_finding(level):
    levels = {**LEVELS, "side": [level, "left"]}
    guide = Guide(tables(levels, {"t1": ""}, ROWS[:1], []))
    (found,) = [each for each in guide.check() if each.code == "level-name"]
    assert (found.severity, found.file, found.rows) == ("warning", "levels.csv", (6,))
    assert f'"{level}"' in found.sentence


def test_the_word_none_is_a_level_like_others(guide):
    assert not [each for each in guide.check() if each.code == "level-name"]
