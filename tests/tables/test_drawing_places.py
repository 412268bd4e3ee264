"""Places in the drawing: two whole numbers, which no spreadsheet takes for a date."""

import pandas as pd
import pytest

from pnet_paths import GuideError, load_guide


def spots(guide):
    return {each.id: each.spot for each in (*guide.factors.values(), *guide.treatments.values())}


def test_a_tenth_position_is_one(toy):
    toy.cell("treatments", 2, "position", "10")
    assert load_guide(toy.folder).treatments["waiting"].spot == (2, 10)


def test_numbers_of_a_frame_are_places(toy, toy_guide):
    for frame in (pd.read_csv(toy.path("treatments")), toy_guide.tables["treatments"]):
        assert spots(toy_guide.with_tables(treatments=frame)) == spots(toy_guide)


@pytest.mark.parametrize(("blank", "full"), [("rank", "position"), ("position", "rank")])
@pytest.mark.parametrize("table", ["treatments", "factors"])
def test_half_a_place_is_one_line(blank, full, table, toy):
    toy.cell(table, 2, blank, "")
    assert toy.problems() == [
        f"{table}.csv, row 2, column {blank}: is blank, and {full} is not; fill in both or neither"
    ]
    toy.drop_column(table, blank)
    assert toy.problems() == [
        f'{table}.csv: has the column "{full}" and not "{blank}"; a place needs both'
    ]


@pytest.mark.parametrize("cell", ["2.3", "x", "-1", "02"])
def test_a_rank_is_a_whole_number(cell, toy):
    toy.cell("treatments", 2, "rank", cell)
    (problem,) = toy.problems()
    assert problem.startswith(f'treatments.csv, row 2, column rank: "{cell}" is not a whole number')


def test_places_may_be_left_out(toy):
    for table in ("treatments", "factors"):
        for column in ("rank", "position"):
            toy.drop_column(table, column)
    guide = load_guide(toy.folder)
    assert set(spots(guide).values()) == {None}
    assert guide.evaluate().to_dot()


def test_a_line_of_a_frame_tells_of_its_row(toy_guide):
    rows = toy_guide.tables["treatments"].sort_values("label")
    rows.loc[rows["treatment"] == "salve", "rank"] = ""
    with pytest.raises(GuideError, match=r"^treatments\.csv, row 6, column rank: is blank"):
        toy_guide.with_tables(treatments=rows)
