"""Places in the drawing: two whole numbers, which no spreadsheet takes for a date."""

import pandas as pd
import pytest

from pnet_paths import GuideError, load_guide


def old(toy, table):
    """The table as guides had it before: rank.position in one column."""
    rows = toy.rows(table)
    at = rows[0].index("rank")
    cells = ["drawn", *(f"{row[at]}.{row[at + 1]}" if row[at] else "" for row in rows[1:])]
    toy.save(table, [[*r[:at], cell, *r[at + 2 :]] for r, cell in zip(rows, cells, strict=True)])


def spots(guide):
    return {each.id: each.spot for each in (*guide.factors.values(), *guide.treatments.values())}


def test_the_old_column_is_still_read(toy, toy_guide):
    old(toy, "treatments")
    old(toy, "factors")
    guide = load_guide(toy.folder)
    assert spots(guide) == spots(toy_guide)
    assert guide.evaluate().to_dot("map") == toy_guide.evaluate().to_dot("map")


def test_a_tenth_position_is_one(toy):
    toy.cell("treatments", 2, "position", "10")
    assert load_guide(toy.folder).treatments["waiting"].spot == (2, 10)


def test_the_old_column_counts_where_the_new_ones_are_blank(toy, toy_guide):
    toy.add_column("treatments", "drawn", "02. Mrz")
    rows = toy.rows("treatments")
    for row in rows[1:]:
        if not row[rows[0].index("rank")]:
            row[-1] = ""
    toy.save("treatments", rows)
    toy.cell("treatments", 2, "rank", "")
    toy.cell("treatments", 2, "position", "")
    toy.cell("treatments", 2, "drawn", "7.8")
    assert spots(load_guide(toy.folder)) == {**spots(toy_guide), "waiting": (7, 8)}


DATES = ["02. Mrz", "Feb 3", "03.Feb", "2/3/2026", "2026-02-03", "3-Feb", "Feb-03", "03-févr"]
DATES += ["02.03.2026", "02.03.", "2. Mär", "02. Mrz 26"]


@pytest.mark.parametrize(
    ("cell", "made"),
    [*((d, "date") for d in DATES), *((n, "number") for n in ("2,3", "2", "46055"))],
)
@pytest.mark.parametrize("table", ["treatments", "factors"])
def test_what_a_spreadsheet_makes_of_an_old_place_is_named(cell, made, table, toy):
    old(toy, table)
    toy.cell(table, 2, "drawn", cell)
    assert toy.problems() == [
        f'{table}.csv, row 2, column drawn: "{cell}" is not a place such as 2.3; a spreadsheet has '
        f"turned the place into a {made}; write rank and position in two columns of these names"
    ]


def test_an_old_place_that_lost_its_zero_is_named(toy):
    old(toy, "treatments")
    toy.cell("treatments", 2, "drawn", "2.10")
    assert not [each for each in load_guide(toy.folder).check() if each.code == "twice"]
    for row in (2, 3):
        toy.cell("treatments", row, "drawn", "2.1")
    (found,) = [each for each in load_guide(toy.folder).check() if each.code == "twice"]
    assert found.rows == (2, 3)
    assert "same place: rank 2, position 1. A spreadsheet makes 2.1 of 2.10" in found.sentence


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
