"""Every mistake in a table is one line: file, row, column, what is wrong, what would be right."""

import pytest

from pnet_paths import load_guide
from pnet_paths.errors import suggestion

# One cell, what somebody typed into it, and what the line must name beside its place.
TYPED = [
    ("guide", 2, "value", "", "blank"),
    ("guide", 2, "source", "cancer_net", '"cancer_net"', "cancer_net_2023"),
    ("sources", 2, "url", "javascript:alert(1)", '"javascript:alert(1)"', "https://"),
    ("sources", 2, "url", "JavaScript:alert(1)//https://x.org", "https://"),
    ("sources", 2, "url", "data:text/html,hello", "https://"),
    ("sources", 2, "url", "www.cancer.net", "https://"),
    ("sources", 2, "url", "https://x.org onclick=alert(1)", "https://"),
    ("factors", 3, "mutability", "changes", '"changes"', "fixed, to_learn, can_change, chosen"),
    ("factors", 3, "place", "first", '"first"', "whole number"),
    ("levels", 3, "label", " ", "blank"),
    ("levels", 3, "place", "-1", '"-1"', "whole number"),
    ("impossible", 2, "grade", "G1|G9", '"G9"', "G1, G2, G3"),
    ("impossible", 2, "reason", "", "blank"),
    ("unlikely", 2, "grade", "G0", '"G0"', "G1, G2, G3"),
    ("unlikely", 2, "reason", "", "blank"),
    ("treatments", 5, "member_of", "surgry", '"surgry"', "did you mean surgery?"),
    ("treatments", 5, "place", "3.5", '"3.5"', "whole number"),
    ("treatments", 5, "summary", "", "blank"),
    ("indications", 14, "indication", "ssa beside", '"ssa beside"', "letters, digits"),
    ("indications", 14, "treatments", "ssa|octreotid", '"octreotid"', "did you mean octreotide?"),
    ("indications", 14, "treatments", "", "blank"),
    (
        "indications",
        14,
        "strength",
        "usuall",
        '"usuall"',
        "ruled_out, usual, option, later, against",
    ),
    ("indications", 14, "extent", "metastatic|far", '"far"', "localized, locally_advanced"),
    ("indications", 14, "grade", "G2|", '"G2|"', "a|b"),
    ("indications", 14, "grade", "G2|G2", '"G2|G2"', "twice"),
    ("indications", 14, "grade", "g2", '"g2"', "G1, G2, G3"),
    ("indications", 14, "basis", "said", '"said"', "stated, inferred"),
    ("indications", 14, "why", "\u00a0", "blank"),
    ("indications", 14, "source", "my_book", '"my_book"', "cancer_net_2023, asco_2023"),
    ("indications", 14, "aim", "cure", '"cure"', "remove, control, relieve"),
    ("factors", 3, "propose", "never", '"never"', "yes, no"),
    ("factors", 3, "sensitive", "very", '"very"', "yes, no"),
    ("factors", 3, "assume", "G4", '"G4"', "a level of grade (G1, G2, G3)"),
    ("factors", 16, "assume", "maybe", '"maybe"', "a level of removed (no, yes)"),
    ("factors", 3, "assume", "#REF!", "error message of a spreadsheet"),
    ("levels", 3, "basis", "said", '"said"', "stated, inferred"),
    ("impossible", 3, "basis", "said", '"said"', "stated, inferred"),
    ("treatments", 5, "also_form_of", "radiatoin", "did you mean radiation?"),
    ("treatments", 5, "given_by", "surgeon", '"surgeon"', "surgical_oncologist"),
    ("treatments", 5, "basis", "said", '"said"', "stated, inferred"),
    ("combinations", 2, "treatments", "ssa|chemo", '"chemo"', "chemotherapy"),
    ("combinations", 2, "how", "both", '"both"', "alone_or_together, together, within_a_plan"),
    ("combinations", 2, "extent", "far", '"far"', "localized, locally_advanced"),
    ("aims", 2, "label", "", "blank"),
    ("aims", 2, "definition", "", "blank"),
    ("team", 2, "label", "", "blank"),
    ("steps", 3, "from", "extend", '"extend"', "did you mean extent?"),
    ("steps", 3, "to", "activ_surveillance", "did you mean active_surveillance?"),
    ("steps", 3, "kind", "perhaps", '"perhaps"', "answer, then, if, throughout"),
    ("topics", 4, "about", "prrt|surgry", '"surgry"', "did you mean surgery?"),
    ("presets", 3, "site", "neck", '"neck"', "head, body, tail"),
    ("presets", 3, "grade", "G1|G2", '"G1|G2"', "G1, G2, G3"),
]


def add_factor(sheets, name, levels):
    """A factor with a column in every table that asks for one."""
    texts = {"label": name, "group": "Other", "question": f"{name}?", "mutability": "fixed"}
    row = sheets.add("factors", factor=name, **texts)
    for level in levels:
        sheets.add("levels", factor=name, level=level, label=level, definition=level)
    for table in (
        "impossible",
        "unlikely",
        "indications",
        "steps",
        "combinations",
        "presets",
        "cases",
    ):
        taken = name in sheets.rows(table)[0]
        sheets.add_column(table, f"factor:{name}" if taken else name)
    return row


# -- one cell -------------------------------------------------------------------------------


def test_a_line_has_exactly_this_form(sheets):
    sheets.cell("indications", 14, "grade", "G4")
    line = 'indications.csv, row 14, column grade: "G4" is not a level of grade (G1, G2, G3)'
    assert sheets.problems() == [line]


@pytest.mark.parametrize(
    ("table", "row", "column", "text", "named"), [(*t[:4], t[4:]) for t in TYPED]
)
def test_a_wrong_cell_is_one_line(table, row, column, text, named, sheets):
    sheets.cell(table, row, column, text)
    (problem,) = sheets.problems()
    assert problem.startswith(f"{table}.csv, row {row}, column {column}: ")
    assert all(words in problem for words in named)


def test_an_unknown_factor_is_one_line(sheets):
    row = sheets.add("levels", factor="grad", level="G4", label="G4", definition="Highest.")
    (problem,) = sheets.problems()
    assert problem.startswith(f'levels.csv, row {row}, column factor: "grad" is not a factor')
    assert "did you mean grade?" in problem


@pytest.mark.parametrize(
    ("table", "column"),
    [("factors", "factor"), ("levels", "factor"), ("levels", "level"), ("treatments", "treatment")],
)
def test_a_row_without_its_id_is_one_line(table, column, sheets):
    header, first, *rows = sheets.rows(table)
    nameless = [*first]
    nameless[header.index(column)] = ""
    sheets.save(table, [header, nameless, first, *rows])
    (problem,) = sheets.problems()
    assert problem.startswith(f"{table}.csv, row 2, column {column}: is blank")


@pytest.mark.parametrize(
    ("table", "column"), [("indications", "grade"), ("presets", "grade"), ("impossible", "reason")]
)
def test_a_line_break_in_a_cell_does_not_break_the_line(table, column, sheets):
    preset = {"preset": "new", "label": "New", "differentiation": "poor", "grade": "G1"}
    sheets.cell(table, 2, column, "G\n4")
    if column == "reason":
        sheets.add("presets", **preset)
    (problem,) = sheets.problems()
    assert len(problem.splitlines()) == 1


# -- rows that do not go together -----------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("guide", "key"),
        ("sources", "source"),
        ("factors", "factor"),
        ("levels", "level"),
        ("treatments", "treatment"),
        ("indications", "indication"),
        ("combinations", "combination"),
        ("aims", "aim"),
        ("team", "person"),
        ("glossary", "term"),
        ("topics", "topic"),
        ("presets", "preset"),
    ],
)
def test_an_id_may_stand_in_one_row_only(table, column, sheets):
    rows = sheets.rows(table)
    sheets.save(table, [*rows, rows[2]])
    (problem,) = sheets.problems()
    place = f"{table}.csv, row {len(rows) + 1}, column {column}: "
    assert problem.startswith(place)
    assert "row 3" in problem.removeprefix(place)


def test_factors_may_share_the_name_of_a_level(sheets):
    add_factor(sheets, "second_site", ["head", "body", "tail"])
    assert sheets.problems() == []


@pytest.mark.parametrize("ring", [["ssa"], ["prrt", "ssa"], ["chemotherapy", "prrt", "ssa"]])
def test_groups_in_a_circle_are_one_line(ring, sheets):
    names = [row[0] for row in sheets.rows("treatments")]
    for child, parent in zip(ring, ring[1:] + ring[:1], strict=True):
        sheets.cell("treatments", names.index(child) + 1, "member_of", parent)
    (problem,) = sheets.problems()
    row = min(names.index(name) for name in ring) + 1
    assert problem.startswith(f"treatments.csv, row {row}, column member_of: ")
    assert all(name in problem for name in ring)


@pytest.mark.parametrize("levels", [[], ["only"]])
def test_a_factor_needs_two_levels(levels, sheets):
    row = add_factor(sheets, "age", levels)
    (problem,) = sheets.problems()
    assert problem.startswith(f'factors.csv, row {row}, column factor: "age"')
    assert "two levels" in problem


def test_a_factor_and_a_treatment_may_not_share_an_id(sheets):
    add_factor(sheets, "hospice", ["no", "yes"])
    row = [cells[0] for cells in sheets.rows("treatments")].index("hospice") + 1
    (problem,) = sheets.problems()
    assert problem.startswith(f'treatments.csv, row {row}, column treatment: "hospice"')
    assert "factor" in problem


@pytest.mark.parametrize("name", ["kind", "source", "from", "reason", "preset", "story"])
def test_a_factor_may_be_named_like_a_column(name, sheets):
    """Where a table has that column itself, the factor's is told apart by what stands before it."""
    add_factor(sheets, name, ["no", "yes"])
    assert sheets.problems() == []
    table = {"kind": "steps", "from": "steps", "preset": "presets", "story": "cases"}.get(
        name, "impossible"
    )
    sheets.cell(table, 2, f"factor:{name}", "perhaps")
    (problem,) = sheets.problems()
    assert problem.startswith(f"{table}.csv, row 2, column factor:{name}: ")


def test_a_row_asks_for_a_factor_that_is_named_like_a_column(sheets):
    add_factor(sheets, "kind", ["no", "yes"])
    sheets.cell("steps", 2, "factor:kind", "yes")
    (step,) = [step for step in load_guide(sheets.folder).steps if step.row == 2]
    assert step.when["kind"] == {"yes"}
    assert step.kind == sheets.rows("steps")[1][sheets.rows("steps")[0].index("kind")]


def test_a_preset_that_cannot_occur_is_one_line(sheets):
    row = sheets.add("presets", preset="new", label="New", differentiation="poor", grade="G1")
    (problem,) = sheets.problems()
    assert problem.startswith(f"presets.csv, row {row}")
    reason = sheets.rows("impossible")[1][sheets.rows("impossible")[0].index("reason")]
    assert all(words in problem for words in ("grade=G1", "differentiation=poor", reason))
    assert "grade=G3" in problem


def test_assumed_levels_that_cannot_occur_together_are_one_line(sheets):
    sheets.cell("factors", 3, "assume", "G1")
    sheets.cell("factors", 4, "assume", "poor")
    (problem,) = sheets.problems()
    assert problem.startswith(
        "factors.csv, row 3, 4, column assume: grade=G1 with differentiation=poor cannot occur: "
    )
    assert "grade=G3 with differentiation=poor" in problem
    assert problem.endswith("(See impossible.csv, row 2.)")


@pytest.mark.parametrize("cells", [{}, {"grade": "G1|G2|G3"}])
def test_impossible_rows_must_leave_something(cells, sheets):
    sheets.add("impossible", reason="Nothing can occur.", **cells)
    (problem,) = sheets.problems()
    assert problem.startswith("impossible.csv")
    assert "no profile" in problem


# -- suggestions ----------------------------------------------------------------------------

OPPOSITES = [
    ("recommended", ["usual", "not_recommended"]),
    ("recomended", ["usual", "not_recommended"]),
    ("not_recommended", ["usual", "recommended"]),
    ("resectable", ["unresectable", "operable"]),
    ("unresectable", ["resectable", "partly_resectable"]),
    ("unresectable", ["partly_resectable"]),
    ("functional", ["nonfunctional"]),
    ("non_functional", ["functional"]),
    ("indicated", ["not_indicated"]),
    ("known", ["unknown"]),
    ("tumor_not_removed", ["tumor_removed"]),
    ("typical", ["atypical"]),
    ("with_symptoms", ["without_symptoms"]),
    ("increased", ["decreased"]),
    ("possible", ["impossible"]),
    ("regular", ["irregular"]),
    ("advantage", ["disadvantage"]),
]


@pytest.mark.parametrize(("written", "valid"), OPPOSITES)
def test_the_opposite_is_never_suggested(written, valid):
    assert suggestion(written, valid) == ""


@pytest.mark.parametrize(
    ("written", "valid", "meant"),
    [
        ("unkown", ["known", "unknown"], "unknown"),
        ("nonfunctonal", ["functional", "nonfunctional"], "nonfunctional"),
        ("functoinal", ["functional", "nonfunctional"], "functional"),
        ("not_recomended", ["recommended", "not_recommended"], "not_recommended"),
        ("imunotherapy", ["immunotherapy"], "immunotherapy"),
        ("usuall", ["usual", "unusual"], "usual"),
    ],
)
def test_what_is_meant_is_suggested_beside_its_opposite(written, valid, meant):
    assert suggestion(written, valid) == f"; did you mean {meant}?"


def test_valid_values_are_listed_where_only_the_opposite_is_near(sheets):
    sheets.cell("indications", 14, "strength", "unusual")
    (problem,) = sheets.problems()
    assert '"unusual" is not a strength (' in problem
    assert "did you mean" not in problem
