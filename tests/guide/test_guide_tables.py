"""A guide's tables in a notebook: copies go out, changed ones come in, and order means nothing."""

import random

import pandas as pd
import pytest
from sizes import size, some

from pnet_paths import Guide, GuideError, PnetPathsError, ProfileError, load_guide
from pnet_paths.tables.folder import packaged_folder


def contents(guide):
    return {name: frame.to_dict("records") for name, frame in guide.tables.items()}


def test_a_table_is_handed_out_as_a_copy(guide):
    before = guide.tables["indications"].copy()
    changed = guide.tables["indications"]
    changed.loc[:, "strength"] = "against"
    del changed["grade"]
    pd.testing.assert_frame_equal(guide.tables["indications"], before)
    assert guide.evaluate().status["clinical_trial"] == "option"
    with pytest.raises(TypeError):
        guide.tables["indications"] = changed


def test_with_tables_replaces_and_leaves_the_first_guide_as_it_was(guide):
    before = contents(guide)
    rows = guide.tables["indications"]
    changed = guide.with_tables(indications=rows[rows["treatments"] != "clinical_trial"])
    assert changed.evaluate().status["clinical_trial"] == "not_named"
    assert guide.evaluate().status["clinical_trial"] == "option"
    assert contents(guide) == before


def test_with_tables_checks_again_by_the_rows_of_the_file(guide):
    rows = guide.tables["indications"]
    rows.loc[rows.index[12], "grade"] = "G4"
    with pytest.raises(GuideError, match=r"^indications\.csv, row 14, column grade: "):
        guide.with_tables(indications=rows.iloc[10:])


def test_tables_put_together_in_a_notebook_work(guide):
    rows = guide.tables["indications"]
    new = {"indication": "new", "treatments": "hospice", "strength": "option", "why": "A test."}
    new |= {"basis": "inferred", "source": "pnet_paths", "section": "Surgery", "vhl": None}
    both = pd.concat([rows, pd.DataFrame([new])])
    assert not both.index.is_unique
    changed = guide.with_tables(indications=both)
    assert changed.evaluate({"extent": "localized"}).status["hospice"] == "option"

    with pytest.raises(GuideError) as caught:
        guide.with_tables(indications=pd.concat([rows, pd.DataFrame([new | {"vhl": "maybe"}])]))
    (problem,) = caught.value.problems
    assert problem.startswith(f"indications.csv, row {len(rows) + 2}, column vhl: ")


NUMBERS = ["int64", "Int64", "float64", "category", object]


@pytest.mark.parametrize("dtype", NUMBERS)
def test_numbers_work(dtype, guide):
    rows = guide.tables["treatments"]
    rows["place"] = rows["place"].astype(int).astype(dtype)
    assert list(guide.with_tables(treatments=rows).treatments) == list(guide.treatments)


@pytest.mark.parametrize("dtype", NUMBERS[1:])
def test_missing_cells_are_blank(dtype, guide):
    rows = guide.tables["treatments"]
    rows["place"] = rows["place"].astype(int).astype(dtype).where(rows["treatment"] != "surgery")
    changed = guide.with_tables(treatments=rows)
    assert list(changed.treatments) == [n for n in guide.treatments if n != "surgery"] + ["surgery"]


# -- the files and their order --------------------------------------------------------------


def test_files_are_never_written_to(folder):
    def files():
        folders = [folder, packaged_folder()]
        return {path: path.read_bytes() for place in folders for path in place.iterdir()}

    before = files()
    for guide in (load_guide(folder), load_guide()):
        rows = guide.tables["indications"]
        guide.with_tables(indications=rows.iloc[:5]).evaluate({"grade": "G2"}).to_svg()
    assert files() == before


def random_profiles(guide, count, seed):
    """Profiles that can occur, with about half of the factors known."""
    chance = random.Random(seed)
    found = []
    while len(found) < count:
        facts = {
            name: chance.choice([level.id for level in factor.levels])
            for name, factor in guide.factors.items()
            if chance.random() < 0.5
        }
        try:
            found.append(guide.profile(facts))
        except ProfileError:
            continue
    return found


@pytest.mark.parametrize("seed", some([1, 2, 3], 1))
def test_the_order_of_rows_means_nothing(seed, guide):
    shuffled = guide.with_tables(
        **{name: rows.sample(frac=1, random_state=seed) for name, rows in guide.tables.items()}
    )
    for profile in random_profiles(guide, size(20, 50), seed):
        expected, found = guide.evaluate(profile), shuffled.evaluate(profile)
        assert found.status == expected.status
        assert found.to_dot() == expected.to_dot()
        assert found.outline() == expected.outline()


@pytest.mark.parametrize("wrong", ["extent=metastatic", 5, ["extent"], [{"extent": "metastatic"}]])
def test_what_is_no_profile_or_table_is_said(wrong, guide):
    with pytest.raises(
        ProfileError, match=r'is not a profile; write facts such as {"site": "head"}'
    ):
        guide.evaluate(wrong)
    with pytest.raises(ProfileError, match=r"is not a table of profiles; make it one with pandas"):
        guide.evaluate_frame(wrong)
    with pytest.raises(GuideError, match=r"^aims\.csv: must be a pandas DataFrame, not "):
        guide.with_tables(aims=wrong)
    with pytest.raises(GuideError, match=r"is not a guide; read a folder with load_guide"):
        Guide(wrong)


@pytest.mark.parametrize("wrong", ["prtt", 5, None, ["prrt"], {"prrt": 1}])
def test_what_is_no_treatment_is_said(wrong, guide):
    pathway = guide.evaluate()
    for ask in (pathway.why, pathway.why_not, pathway.verdict):
        with pytest.raises(PnetPathsError, match="is not a treatment"):
            ask(wrong)
