"""Whatever a spreadsheet saves is read alike; what cannot be read is told by its row."""

import csv
import xml.etree.ElementTree as ET

import pytest

from pnet_paths import GuideError, load_guide


def blank_rows(rows):
    empty = [""] * len(rows[0])
    return [rows[0], [], empty, *rows[1:], [" "], empty, []]


def blank_columns(rows):
    return [[*row, "", "", ""] for row in rows]


def padded(rows):
    return [[f"  {cell} " for cell in row] for row in rows]


# How a file is saved, how its rows are changed before, and by how much that moves them down.
SAVED = {
    "utf-8-bom": ({"encoding": "utf-8-sig"}, list, 0),
    "utf-16-bom": ({"encoding": "utf-16"}, list, 0),
    "crlf": ({"lineterminator": "\r\n"}, list, 0),
    "lf": ({"lineterminator": "\n"}, list, 0),
    "cr": ({"lineterminator": "\r"}, list, 0),
    "semicolon": ({"delimiter": ";"}, list, 0),
    "tab": ({"delimiter": "\t"}, list, 0),
    "all-quoted": ({"quoting": csv.QUOTE_ALL}, list, 0),
    "utf-16-tab": ({"encoding": "utf-16", "delimiter": "\t"}, list, 0),
    "blank-rows": ({}, blank_rows, 2),
    "blank-columns": ({}, blank_columns, 0),
    "spaces-around-cells": ({}, padded, 0),
}


def contents(guide):
    return {name: frame.to_dict("records") for name, frame in guide.tables.items()}


def test_packaged_guide_loads(guide):
    assert guide.metadata["disclaimer"]
    assert guide.treatments
    assert guide.indications


@pytest.mark.parametrize("saved", SAVED)
def test_a_guide_reads_the_same_however_it_is_saved(saved, sheets, guide):
    dialect, change, _ = SAVED[saved]
    for table in guide.tables:
        sheets.save(table, change(sheets.rows(table)), **dialect)
    assert contents(load_guide(sheets.folder)) == contents(guide)


@pytest.mark.parametrize("saved", SAVED)
def test_rows_are_counted_as_a_spreadsheet_shows_them(saved, sheets):
    dialect, change, further_down = SAVED[saved]
    sheets.cell("indications", 14, "grade", "G4")
    sheets.save("indications", change(sheets.rows("indications")), **dialect)
    (problem,) = sheets.problems()
    assert problem.startswith(f"indications.csv, row {14 + further_down}, column grade: ")


def test_big_endian_utf_16_is_read(sheets, guide):
    text = sheets.path("topics").read_text(encoding="utf-8")
    sheets.path("topics").write_bytes(b"\xfe\xff" + text.encode("utf-16-be"))
    assert contents(load_guide(sheets.folder)) == contents(guide)


def test_a_quoted_cell_may_hold_commas_and_line_breaks(sheets):
    text = 'one, two; "three"\nfour\tfive\n\nsix'
    sheets.add("glossary", term="first", definition=text)
    row = sheets.add("glossary", term="second", definition="")
    (problem,) = sheets.problems()
    assert problem.startswith(f"glossary.csv, row {row}, column definition: ")

    sheets.cell("glossary", row, "definition", "there now")
    assert load_guide(sheets.folder).glossary["first"].definition == text


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_only_line_breaks_end_a_row(mark, sheets):
    sheets.add("glossary", term="new", definition=f"one{mark}two")
    assert load_guide(sheets.folder).glossary["new"].definition.split() == ["one", "two"]


@pytest.mark.parametrize("sign", "=+-@")
def test_a_cell_that_looks_like_a_formula_is_plain_text(sign, sheets):
    text = f'{sign}HYPERLINK("https://example.org","<b>&1+1</b>")'
    sheets.cell("treatments", 4, "label", text)
    name = sheets.rows("treatments")[3][0]
    guide = load_guide(sheets.folder)
    frame = guide.tables["treatments"].set_index("treatment")
    pathway = guide.evaluate()
    assert frame.at[name, "label"] == text
    assert pathway.to_frame().at[name, "label"] == text
    assert f" {text}: " in pathway.outline()
    drawn = " ".join(ET.fromstring(pathway.to_svg("map")).itertext())
    assert f"{sign}HYPERLINK" in drawn


# -- what cannot be read --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "line_break"),
    [("plain", b"\n"), ("plain", b"\r\n"), ("plain", b"\r"), ("two\nlines", b"\n")],
)
def test_bytes_that_are_not_utf_8_are_told_by_row(before, line_break, sheets):
    sheets.cell("topics", 2, "text", before)
    sheets.cell("topics", 5, "label", "Caf\u00e9")
    sheets.save("topics", sheets.rows("topics"), lineterminator=line_break.decode())
    content = sheets.path("topics").read_bytes()
    sheets.path("topics").write_bytes(content.replace("\u00e9".encode(), b"\xe9"))
    (problem,) = sheets.problems()
    assert problem.startswith("topics.csv, row 5")
    assert "UTF-8" in problem


@pytest.mark.parametrize("row", [5, 10])
def test_an_unclosed_quote_is_spoken_of_by_the_row_it_stands_in(row, sheets):
    rows = sheets.rows("topics")[:10]
    sheets.save("topics", rows, quoting=csv.QUOTE_ALL, lineterminator="\n")
    lines = sheets.path("topics").read_text(encoding="utf-8").splitlines()
    lines[row - 1] = lines[row - 1].removesuffix('"')
    sheets.path("topics").write_text("\n".join(lines), encoding="utf-8")
    (problem,) = sheets.problems()
    assert "quote" in problem
    assert problem.startswith(f"topics.csv, row {row}")


def test_text_beyond_the_columns_of_the_header_is_spoken_of(sheets):
    header, first, second, *rows = sheets.rows("topics")
    sheets.save("topics", [header, first, [*second, "", "spare"], *rows])
    (problem,) = sheets.problems()
    assert problem.startswith("topics.csv, row 3: ")
    assert f"cell {len(header) + 2}" in problem


def test_a_column_that_stands_twice_is_spoken_of(sheets):
    sheets.add_column("topics", "label")
    (problem,) = sheets.problems()
    assert problem.startswith('topics.csv, row 1: the column "label"')


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b" , ,\n1,2,3\n"])
def test_an_empty_file_or_header_is_spoken_of(content, sheets):
    sheets.path("topics").write_bytes(content)
    (problem,) = sheets.problems()
    assert problem.startswith("topics.csv, row 1: the header is blank")


def test_files_that_cannot_be_read_are_told_all_at_once(sheets):
    sheets.path("factors").write_bytes(b"")
    sheets.path("levels").write_bytes(b"factor,level\nsite,\xe9\n")
    sheets.path("treatments").write_bytes(b"treatment,label\na,b,c\nd,e,f\n")
    files = [problem.partition(":")[0] for problem in sheets.problems()]
    rows = ["factors.csv, row 1", "levels.csv, row 2", "treatments.csv, row 2"]
    assert files == [*rows, "treatments.csv, row 3"]


@pytest.mark.parametrize("what", ["missing", "a file", "empty"])
def test_without_a_folder_of_csv_files_there_is_one_line(what, tmp_path):
    folder = tmp_path / "guide"
    if what == "a file":
        folder.write_text("not a folder")
    if what == "empty":
        folder.mkdir()
        (folder / "notes.txt").write_text("not a table")
    with pytest.raises(GuideError) as caught:
        load_guide(folder)
    (problem,) = caught.value.problems
    assert problem.startswith(f"{folder}: ")
    assert "a guide is a folder of CSV files" in problem
