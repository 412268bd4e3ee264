"""Files and columns that are missing or too many, and all problems of a folder at once."""

import pytest

from pnet_paths import GuideError, load_guide

REQUIRED = [
    "guide",
    "sources",
    "factors",
    "levels",
    "impossible",
    "treatments",
    "indications",
    "steps",
    "glossary",
    "topics",
]


@pytest.mark.parametrize("table", REQUIRED)
def test_a_missing_file_is_one_line(table, sheets):
    sheets.path(table).unlink()
    (problem,) = sheets.problems()
    assert problem.startswith(f"{table}.csv: is missing")


@pytest.mark.parametrize("table", ["presets", "unlikely"])
def test_what_is_optional_may_be_left_out(table, sheets):
    sheets.path(table).unlink()
    assert not getattr(load_guide(sheets.folder), table)


@pytest.mark.parametrize("table", ["guide", "sources", "factors", "levels", "treatments"])
def test_a_table_that_others_rest_on_may_not_be_empty(table, sheets):
    sheets.save(table, sheets.rows(table)[:1])
    problems = sheets.problems()
    assert problems
    assert all(problem.startswith(f"{table}.csv") for problem in problems)


def test_ids_are_checked_where_no_treatment_is_left(sheets):
    for table in ("treatments", "steps", "topics"):
        sheets.save(table, sheets.rows(table)[:1])
    assert sheets.problems() != []


@pytest.mark.parametrize("table", ["impossible", "indications", "steps", "glossary", "topics"])
def test_a_new_guide_may_begin_without_rows(table, sheets):
    sheets.save(table, sheets.rows(table)[:1])
    assert "Source: " in load_guide(sheets.folder).evaluate({"grade": "G2"}).outline()


@pytest.mark.parametrize(
    ("name", "meant"), [("indication", "indications.csv"), ("case", "cases.csv"), ("zzz", None)]
)
def test_a_file_that_is_no_table_is_one_line(name, meant, sheets):
    sheets.path(name).write_text("indication,strength\na,b\n", encoding="utf-8")
    (problem,) = sheets.problems()
    assert problem.startswith(f"{name}.csv: is not a table of a guide")
    assert ("did you mean" in problem) == bool(meant)
    assert (meant or "indications.csv") in problem


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("indications", "grade"),
        ("indications", "why"),
        ("steps", "from"),
        ("factors", "factor"),
        ("levels", "factor"),
        ("levels", "level"),
        ("treatments", "treatment"),
        ("sources", "source"),
    ],
)
def test_a_missing_column_is_one_line(table, column, sheets):
    sheets.drop_column(table, column)
    (problem,) = sheets.problems()
    assert problem.startswith(f"{table}.csv")
    assert f'column "{column}" is missing' in problem


@pytest.mark.parametrize(
    ("table", "column"),
    [("levels", "phrase"), ("treatments", "place"), ("indications", "label")],
)
def test_some_columns_may_be_left_out(table, column, sheets):
    sheets.drop_column(table, column)
    assert load_guide(sheets.folder).evaluate({"grade": "G2"}).to_dot()


def test_an_unknown_column_is_one_line(sheets):
    sheets.add_column("indications", "age", "G1")
    (problem,) = sheets.problems()
    assert problem.startswith("indications.csv")
    assert 'column "age" is not known' in problem
    assert "grade" in problem


def test_a_misspelt_column_is_named_with_the_one_that_is_meant(sheets):
    header, *rows = sheets.rows("indications")
    header[header.index("grade")] = "gradde"
    sheets.save("indications", [header, *rows])
    missing = [problem for problem in sheets.problems() if "is missing" in problem]
    assert len(missing) == 1
    assert all(name in missing[0] for name in ('"grade"', '"gradde"'))


# -- all at once ----------------------------------------------------------------------------


def places(problems):
    return [problem.partition(":")[0] for problem in problems]


def test_all_problems_are_told_at_once_in_the_order_of_tables_and_rows(sheets):
    sheets.cell("topics", 3, "place", "x")
    sheets.cell("steps", 20, "kind", "x")
    sheets.cell("steps", 3, "kind", "x")
    sheets.cell("steps", 3, "source", "x")
    sheets.cell("indications", 14, "grade", "G4")
    sheets.cell("indications", 5, "strength", "x")
    sheets.cell("indications", 5, "grade", "x")
    sheets.cell("factors", 2, "mutability", "x")
    sheets.path("sources").with_name("zzz.csv").write_text("a,b\n")
    sheets.path("glossary").unlink()
    sheets.drop_column("presets", "label")
    assert places(sheets.problems()) == [
        "glossary.csv",
        "zzz.csv",
        "factors.csv, row 2, column mutability",
        "indications.csv, row 5, column strength",
        "indications.csv, row 5, column grade",
        "indications.csv, row 14, column grade",
        "steps.csv, row 3, column kind",
        "steps.csv, row 3, column source",
        "steps.csv, row 20, column kind",
        "topics.csv, row 3, column place",
        "presets.csv",
    ]


def test_what_only_the_whole_shows_is_spoken_of_beside_wrong_cells(sheets):
    sheets.cell("indications", 14, "grade", "G4")
    sheets.cell("treatments", 5, "member_of", sheets.rows("treatments")[4][0])
    assert places(sheets.problems()) == [
        "treatments.csv, row 5, column member_of",
        "indications.csv, row 14, column grade",
    ]


def test_the_error_itself_says_all_its_lines(sheets):
    sheets.cell("indications", 14, "grade", "G4")
    sheets.cell("steps", 3, "kind", "x")
    with pytest.raises(GuideError) as caught:
        load_guide(sheets.folder)
    assert str(caught.value).splitlines() == sheets.problems()


def test_an_unreadable_file_hides_no_other_problem(sheets):
    sheets.path("glossary").write_text('term,also,definition\n"open')
    sheets.cell("indications", 14, "grade", "G4")
    first, second = sorted(sheets.problems())
    assert first.startswith("glossary.csv, row 2: is not a row of a CSV file")
    assert second.startswith('indications.csv, row 14, column grade: "G4"')


@pytest.mark.parametrize(
    ("table", "row", "column", "text", "wrong"),
    [
        ("levels", 2, "factor", "sitte", "is not a factor"),
        ("levels", 2, "level", "the head", "is not an id"),
        ("factors", 3, "factor", "site", "stands in row"),
        ("treatments", 4, "treatment", "repeat_testing", "stands in row"),
        ("treatments", 4, "treatment", "two words", "is not an id"),
    ],
)
def test_an_id_written_wrong_is_said_where_it_stands_alone(sheets, table, row, column, text, wrong):
    """Not of all the cells that refer to it, which are right."""
    sheets.cell(table, row, column, text)
    (problem,) = sheets.problems()
    assert problem.startswith(f"{table}.csv, row ")
    assert wrong in problem


def test_a_table_that_cannot_be_read_is_one_line(sheets):
    path = sheets.path("aims")
    path.write_bytes(path.read_text(encoding="utf-8").replace("a", "ä").encode("cp1252", "replace"))
    (problem,) = sheets.problems()
    assert "aims.csv, row 1: is not UTF-8 text" in problem


def test_the_first_rank_is_1(sheets):
    sheets.cell("factors", 2, "rank", "0")
    sheets.cell("factors", 2, "position", "1")
    (problem,) = sheets.problems()
    assert problem == 'factors.csv, row 2, column rank: "0" is not a rank; the first is 1'
