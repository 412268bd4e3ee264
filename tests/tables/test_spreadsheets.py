"""What spreadsheets make of a table when they save it: read as meant, or one line that helps."""

import csv
import io
import unicodedata

import pytest

from pnet_paths import GuideError, load_guide
from pnet_paths.check import check_folder


def contents(guide):
    return {name: frame.to_dict("records") for name, frame in guide.tables.items()}


def text_of(rows, **dialect):
    file = io.StringIO(newline="")
    csv.writer(file, **dialect).writerows(rows)
    return file.getvalue()


def in_column_a(text, separator=";", **dialect):
    """What a program that expects ``separator`` saves after opening a table of commas."""
    lines = text.replace("\r\n", "\n")
    rows = list(csv.reader(io.StringIO(lines), delimiter=separator))
    width = max(map(len, rows))
    padded = ([*row, *[""] * (width - len(row))] for row in rows)
    return text_of(padded, delimiter=separator, **dialect)


# -- rows and cells -------------------------------------------------------------------------


def test_blank_last_cells_may_be_left_out(sheets, guide):
    """Excel leaves them out after the sixteenth row."""
    for table in guide.tables:
        rows = sheets.rows(table)
        for row in rows[1:]:
            while row and not row[-1]:
                row.pop()
        sheets.save(table, rows)
    assert contents(load_guide(sheets.folder)) == contents(guide)


def test_a_needed_cell_that_was_left_out_is_one_line(sheets):
    header, first, second, *rows = sheets.rows("topics")
    sheets.save("topics", [header, first, second[:-2], *rows])
    problems = sheets.problems()
    assert [problem.partition(": ")[0] for problem in problems] == [
        f"topics.csv, row 3, column {name}" for name in header[-2:]
    ]


@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@pytest.mark.parametrize(("inner", "outer"), [(",", ";"), (";", ","), (",", "\t")])
def test_lines_that_were_put_into_column_a_are_read_as_meant(quoting, inner, outer, sheets, guide):
    for table in guide.tables:
        text = text_of(sheets.rows(table), delimiter=inner, lineterminator="\n")
        saved = in_column_a(text, outer, quoting=quoting)
        sheets.path(table).write_text(saved, encoding="utf-8-sig", newline="")
    assert contents(load_guide(sheets.folder)) == contents(guide)


def test_a_line_break_in_a_cell_survives_column_a(sheets):
    sheets.cell("glossary", 2, "definition", 'one, "two"\n\nthree; four')
    expected = contents(load_guide(sheets.folder))
    saved = in_column_a(text_of(sheets.rows("glossary"), lineterminator="\n"))
    sheets.path("glossary").write_text(saved, encoding="utf-8", newline="")
    assert contents(load_guide(sheets.folder)) == expected


def test_lines_in_column_a_that_have_lost_a_quote_are_one_line(sheets):
    """A line that begins with a quote loses it, and with it where its first cell ends."""
    sheets.cell("glossary", 2, "term", "one, two")
    saved = in_column_a(text_of(sheets.rows("glossary"), lineterminator="\n"))
    sheets.path("glossary").write_text(saved, encoding="utf-8", newline="")
    (problem,) = sheets.problems()
    assert problem.startswith("glossary.csv, row 2: ")
    assert "has put the whole line into its first cell; take the file as it was" in problem


@pytest.mark.parametrize("line", ["sep=;", "SEP=;", '"sep=;"', "sep=;;;;", "sep=,"])
def test_a_line_that_names_the_separator_is_honoured(line, sheets, guide):
    text = text_of(sheets.rows("topics"), delimiter=";", lineterminator="\n")
    sheets.path("topics").write_text(f"{line}\n{text}", encoding="utf-8-sig")
    assert contents(load_guide(sheets.folder)) == contents(guide)


def test_rows_are_counted_without_the_line_that_names_the_separator(sheets):
    """Excel shows the header as row 1."""
    sheets.cell("topics", 5, "place", "x")
    text = text_of(sheets.rows("topics"), delimiter=";")
    sheets.path("topics").write_text(f"sep=;\n{text}", encoding="utf-8", newline="")
    (problem,) = sheets.problems()
    assert problem.startswith("topics.csv, row 5, column place: ")


def test_another_separator_is_one_line(sheets):
    text = text_of(sheets.rows("topics"), delimiter="|")
    sheets.path("topics").write_text(text, encoding="utf-8")
    (problem,) = sheets.problems()
    assert problem.startswith('topics.csv, row 1: "|" stands between the columns; save it with ')
    sheets.path("topics").write_text(f"sep=|\n{text}", encoding="utf-8")
    (problem,) = sheets.problems()
    assert problem.startswith('topics.csv, row 1: "sep=|" is not a separator')


ABOVE = {
    "title": [["The factors; my own, of today"]],
    "title, blank": [["My guide"], []],
    "blank": [[], [" "]],
    "comment": [["# Ask Ann before changing this."]],
    "title and date": [["Label", "2026-11-25"], ["By", "Ann, Ben"]],
}


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("separator", ",;")
def test_the_header_is_found_below_titles_and_blank_rows(above, separator, sheets, guide):
    for table in guide.tables:
        rows = sheets.rows(table)
        blank = [[*row, *[""] * (len(rows[0]) - len(row))] for row in ABOVE[above]]
        sheets.save(table, [*blank, *rows], delimiter=separator)
    assert contents(load_guide(sheets.folder)) == contents(guide)


def test_rows_are_counted_from_the_title(sheets):
    sheets.cell("topics", 5, "place", "x")
    sheets.save("topics", [["My topics"], [], *sheets.rows("topics")])
    (problem,) = sheets.problems()
    assert problem.startswith("topics.csv, row 7, column place: ")


def test_a_table_without_a_header_is_one_line(sheets):
    sheets.save("topics", sheets.rows("topics")[1:])
    (problem,) = sheets.problems()
    assert problem.startswith("topics.csv, row 1: names none of the columns (topic, label, ")


# -- encodings ------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_other_unicode_is_read_with_and_without_its_mark(encoding, sheets, guide):
    for table in guide.tables:
        sheets.save(table, sheets.rows(table), encoding=encoding, delimiter="\t")
    assert contents(load_guide(sheets.folder)) == contents(guide)


def test_decomposed_letters_are_the_same_letters(sheets):
    sheets.add("glossary", term="Île", also="Café", definition="Größe")
    sheets.cell("treatments", 4, "summary", "In a café on the île.")
    expected = contents(load_guide(sheets.folder))
    for table in ("glossary", "treatments"):
        text = sheets.path(table).read_text(encoding="utf-8")
        decomposed = unicodedata.normalize("NFD", text)
        assert decomposed != text
        sheets.path(table).write_text(decomposed, encoding="utf-8")
    assert contents(load_guide(sheets.folder)) == expected


def test_decomposed_letters_of_a_frame_are_the_same_letters(sheets, guide):
    rows = guide.tables["glossary"]
    rows.loc[0, "term"] = unicodedata.normalize("NFD", "Île")
    changed = guide.with_tables(glossary=rows)
    assert "Île" in changed.glossary
    rows.loc[1, "term"] = "Île"
    with pytest.raises(GuideError, match=r"^glossary\.csv, row 3, column term: .*row 2 already"):
        guide.with_tables(glossary=rows)


# -- errors and comments --------------------------------------------------------------------

ERRORS = "#REF! #NAME? #N/A #NV #VALUE! #WERT! #DIV/0! #NUM! #NULL! #BEZUG! #SPILL! #ZAHL! #NOM?"
ERRORS += " #VALEUR! #ÜBERLAUF! #CALC! #¡VALOR! #¿NOMBRE? #N/D #GETTING_DATA ##### Err:502"


@pytest.mark.parametrize("error", ERRORS.split())
@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("glossary", "term"),
        ("guide", "value"),
        ("indications", "grade"),
        ("indications", "indication"),
        ("treatments", "mechanism"),
        ("steps", "from"),
        ("presets", "grade"),
        ("levels", "place"),
    ],
)
def test_an_error_of_a_formula_is_one_line(error, table, column, sheets):
    sheets.cell(table, 3, column, error)
    place = f"{table}.csv, row 3, column {column}"
    told = f'{place}: "{error}" is an error message of a spreadsheet; write the value instead'
    assert told in sheets.problems()


def test_what_only_resembles_an_error_is_a_text(sheets):
    sheets.cell("glossary", 2, "definition", "See #REF! in the sheet.")
    sheets.cell("glossary", 3, "definition", "#1")
    assert sheets.problems() == []


@pytest.mark.parametrize("comment", ["# later", "#", "  # later, with care", "#\tlater"])
def test_a_comment_is_a_hash_sign_and_a_space(comment, sheets, guide):
    header, first, *rows = sheets.rows("topics")
    sheets.save("topics", [header, first, [comment], *rows])
    assert contents(load_guide(sheets.folder)) == contents(guide)


@pytest.mark.parametrize("table", ["glossary", "indications"])
def test_a_hash_sign_without_a_space_is_one_line(table, sheets):
    header, first, *rows = sheets.rows(table)
    sheets.save(table, [header, [f"#{first[0]}", *first[1:]], *rows])
    (problem,) = sheets.problems()
    assert problem.startswith(f'{table}.csv, row 2: begins with "#{first[0]}"; a comment begins')


# -- files ----------------------------------------------------------------------------------

WORKBOOKS = ["xlsx", "xls", "ods", "numbers", "XLSX", "csv.xlsx", "txt", "csv.txt", "tsv"]


@pytest.mark.parametrize("ending", WORKBOOKS)
def test_a_workbook_instead_of_a_table_is_one_line(ending, sheets):
    path = sheets.path("steps")
    path.rename(path.with_name(f"steps.{ending}"))
    (problem,) = sheets.problems()
    assert problem.startswith(f"steps.csv: is missing; steps.{ending} is there and is not read")
    assert 'save it as "CSV UTF-8"' in problem


@pytest.mark.parametrize("ending", WORKBOOKS)
def test_a_workbook_beside_a_table_is_a_note(ending, toy):
    before = contents(load_guide(toy.folder))
    toy.path("steps").with_name(f"steps.{ending}").write_bytes(b"PK\3\4")
    assert contents(load_guide(toy.folder)) == before
    (found,) = check_folder(toy.folder)
    assert str(found).startswith(f"steps.{ending}: note (not-read): steps.csv is what is read.")


def test_a_folder_of_workbooks_is_one_line(tmp_path):
    for table in ("steps", "factors"):
        (tmp_path / f"{table}.xlsx").write_bytes(b"PK\3\4")
    with pytest.raises(GuideError) as caught:
        load_guide(tmp_path)
    (problem,) = caught.value.problems
    assert 'holds no CSV file; a guide is a folder of CSV files; save it as "CSV UTF-8"' in problem


@pytest.mark.parametrize("name", ["{}.CSV", "{}.Csv"])
def test_capitals_in_the_names_of_files_do_not_matter(name, sheets, guide):
    for table in guide.tables:
        sheets.path(table).rename(sheets.path(table).with_name(name.format(table.upper())))
    assert contents(load_guide(sheets.folder)) == contents(guide)


def test_two_files_for_one_table_are_one_line(sheets):
    path = sheets.path("steps")
    path.with_name("steps.CSV").write_bytes(path.read_bytes())
    (problem,) = sheets.problems()
    assert problem == "steps.csv: is there as steps.CSV and as steps.csv; keep one of them"


@pytest.mark.parametrize(
    "name",
    [
        "steps.csv.csv",
        "steps (1).csv",
        "Kopie von steps.csv",
        "Copy of steps.csv",
        "steps - Copy.csv",
        "steps_old.csv",
        "My guide - steps.csv",
        "Steps (Kopie).csv",
    ],
)
@pytest.mark.parametrize("instead", [False, True])
def test_a_copy_of_a_table_is_one_line(name, instead, sheets):
    path = sheets.path("steps")
    path.with_name(name).write_bytes(path.read_bytes())
    if instead:
        path.unlink()
    (problem,) = sheets.problems()
    assert problem.startswith(f"{name}: is not a table of a guide; ")
    assert ("rename it to steps.csv" if instead else "steps.csv is what is read") in problem


@pytest.mark.parametrize("name", [".~lock.steps.csv#", "~$steps.xlsx", "._steps.csv", "~$a.csv"])
def test_locks_and_hidden_files_are_not_looked_at(name, toy):
    before = contents(load_guide(toy.folder))
    (toy.folder / name).write_bytes(b"\xff,\0")
    assert contents(load_guide(toy.folder)) == before
    assert not check_folder(toy.folder)
