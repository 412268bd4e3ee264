"""Columns of profiles of every kind that pandas and Arrow have: the same answers, no copies."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaged import levels, the_guide
from sizes import examples

from pnet_paths import ProfileError
from pnet_paths.guide.profile_columns import level_codes

pa = pytest.importorskip("pyarrow")

KINDS = {
    "object": lambda cells: cells,
    "str": lambda cells: cells.astype("str"),
    "string": lambda cells: cells.astype("string"),
    "category": lambda cells: cells.astype("category"),
    "Arrow text": lambda cells: cells.astype(pd.ArrowDtype(pa.string())),
    "Arrow dictionary": lambda cells: dictionary(cells, pa.int32()),
    "Arrow dictionary of few bits": lambda cells: dictionary(cells, pa.uint8()),
    "Arrow chunks": lambda cells: pd.concat([dictionary(cells[:1]), dictionary(cells[1:])]),
}


def dictionary(cells, places=None):
    kind = pd.ArrowDtype(pa.dictionary(places or pa.int32(), pa.string()))
    return cells.astype(pd.ArrowDtype(pa.string())).astype(kind)


def column(factor):
    return st.lists(st.sampled_from([*levels()[factor], None]), min_size=1, max_size=8)


@examples(30, 200)
@given(st.data())
def test_every_kind_of_column_gives_the_codes_of_its_levels(data):
    guide = the_guide()
    factor = data.draw(st.sampled_from(list(guide.factors)))
    cells = pd.Series(data.draw(column(factor)), dtype=object)
    place = list(guide.factors).index(factor)
    expected = [guide.space.level_codes(factor).get(cell, -1) for cell in cells]
    for name, kind in KINDS.items():
        codes = level_codes(guide.space, pd.DataFrame({factor: kind(cells)}))
        assert codes[place].tolist() == expected, name
        assert all((other == -1).all() for i, other in enumerate(codes) if i != place)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_wrong_level_is_named_with_its_row_and_column(kind, guide):
    cells = kind(pd.Series(["G1", None, "G9", "G8"], index=["a", "b", "c", "d"], dtype=object))
    with pytest.raises(ProfileError, match='row c, column grade: "G9" is not a level of grade'):
        guide.evaluate_frame(pd.DataFrame({"grade": cells}))


@pytest.mark.parametrize("cells", [pa.array([True]), pa.array([1.5]), pa.array([["G1"]])])
def test_other_kinds_of_arrow_are_refused_in_the_same_words(cells, guide):
    grade = pd.Series(pd.arrays.ArrowExtensionArray(cells))
    with pytest.raises(ProfileError, match=r"row 0, column grade: .* is not a level of grade"):
        guide.evaluate_frame(pd.DataFrame({"grade": grade}))


def test_a_column_of_nothing_is_not_known(guide):
    nothing = pd.Series([None, None], dtype=pd.ArrowDtype(pa.null()))
    statuses = guide.evaluate_frame(pd.DataFrame({"grade": nothing}))
    assert statuses.iloc[1].to_dict() == dict(guide.evaluate().status)


def test_a_category_that_no_cell_has_is_no_error(guide):
    cells = pd.Categorical(["G1", None], categories=["G1", "unheard of"])
    statuses = guide.evaluate_frame(pd.DataFrame({"grade": cells}))
    assert statuses.iloc[0].to_dict() == dict(guide.evaluate({"grade": "G1"}).status)


@pytest.mark.parametrize("name", ["category", "Arrow dictionary"])
def test_no_cell_of_a_column_becomes_an_object(name, guide):
    """A column of objects would take eight bytes a cell; the codes take two."""
    length = 500_000
    cells = pd.Series(np.resize(np.array(["G1", "G2", None], dtype=object), length))
    frame = pd.DataFrame({"grade": KINDS[name](cells)})
    # The columns that are missing share one array of codes; comparing takes a byte a cell.
    allowed = length * (2 + 2 + 1) + 2_000_000
    tracemalloc.start()
    try:
        level_codes(guide.space, frame)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < allowed < length * (2 + 2 + 8)
