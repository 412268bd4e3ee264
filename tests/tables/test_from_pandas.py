"""What pandas, or an invisible character, makes of a table is read as meant, or told by its row."""

import pandas as pd
import pytest

from pnet_paths import Guide, GuideError, load_guide


@pytest.mark.parametrize("index", [False, True])
def test_a_guide_that_went_through_pandas_says_the_same(index, sheets, guide):
    for table in guide.tables:
        pd.read_csv(sheets.path(table)).to_csv(sheets.path(table), index=index)
    again = load_guide(sheets.folder)
    assert not guide.diff(again).rows
    notes = [each for each in again.check() if each.code == "not-read"]
    assert {each.file for each in notes} == {f"{t}.csv" for t in guide.tables if index}


def test_an_index_in_a_frame_is_left_out(sheets, guide):
    frames = {}
    for table in guide.tables:
        pd.read_csv(sheets.path(table)).to_csv(sheets.path(table))
        pd.read_csv(sheets.path(table)).to_csv(sheets.path(table))
        frames[table] = pd.read_csv(sheets.path(table))
    assert not guide.diff(Guide(frames)).rows


BAD = ["\0", "\x01", "\x1b", "\ud800", "\ufffe", "\uffff"]


@pytest.mark.parametrize("character", BAD)
def test_a_character_that_cannot_be_shown_is_one_line(character, sheets, guide):
    wrong = f"character U+{ord(character):04X}, which cannot be shown"
    frame = guide.tables["treatments"].astype(object)  # Arrow's strings refuse some by themselves
    frame.loc[0, "label"] = f"a{character}b"
    with pytest.raises(GuideError) as caught:
        guide.with_tables(treatments=frame)
    problems = [list(caught.value.problems)]
    if character != "\ud800":  # which UTF-8 cannot hold
        sheets.cell("treatments", 2, "label", f"a{character}b")
        problems.append(sheets.problems())
    for (problem,) in problems:
        assert problem.startswith("treatments.csv, row 2, column label: contains the")
        assert wrong in problem


@pytest.mark.parametrize("name", ["\u200blabel", "la\u00adbel", "label\ufeff", "\u2060label\u00a0"])
def test_what_cannot_be_seen_in_a_header_does_not_matter(name, sheets, guide):
    header, *rows = sheets.rows("aims")
    sheets.save("aims", [[name if each == "label" else each for each in header], *rows])
    assert load_guide(sheets.folder).aims == guide.aims


def test_what_cannot_be_seen_in_an_id_is_named(sheets):
    sheets.cell("indications", 14, "grade", "G\u00ad2")
    (problem,) = sheets.problems()
    assert problem.endswith("it contains the invisible U+00AD, type it again")


def test_a_column_in_other_letters_is_told_its_name(sheets):
    header, *rows = sheets.rows("aims")
    sheets.save("aims", [[each.title() for each in header], *rows])
    (problem,) = sheets.problems()
    assert problem == 'aims.csv, row 1: "Aim" is not a column; write "aim", in small letters'
    sheets.save("aims", [["aim", "Label", *header[2:]], *rows])
    (problem,) = sheets.problems()
    assert problem == 'aims.csv: the column "Label" is not known; write it "label"'
