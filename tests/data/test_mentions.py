"""The tables against a list of what the patient guide names: nothing that it says may be lost."""

import csv
import re
from functools import cache

import pytest
from mentions import DEFINED, HEADINGS, LEVELS, MENTIONS

from pnet_paths.tables.folder import packaged_folder

REQUIRED = {
    "factors": "factor label group question help mutability place source section",
    "levels": "factor level label phrase definition place basis source section",
    "treatments": "treatment label kind place summary basis source section",
    "team": "person label definition basis source section",
    "aims": "aim label symbol definition source section",
    "glossary": "term definition source section",
    "topics": "topic label text kind place basis source section",
}
KINDS = {"approach", "procedure", "drug", "regimen", "service", "group"}
BASES = {"stated", "inferred"}


@cache
def read(table: str) -> list[dict[str, str]]:
    with (packaged_folder() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def split(text: str, mark: str = ";") -> list[str]:
    return [part.strip() for part in text.replace("\n", mark).split(mark) if part.strip()]


def mentions() -> list[tuple[str, str, str]]:
    found = []
    for table, lines in MENTIONS.items():
        for line in lines.strip().splitlines():
            name, words = line.split(":", 1)
            found += [(word, table, name) for word in split(words)]
    return found


def names() -> list[str]:
    rows = read("glossary")
    return [name.casefold() for row in rows for name in [row["term"], *split(row["also"], "|")]]


def cited() -> set[str]:
    rows = [row for path in packaged_folder().glob("*.csv") for row in read(path.stem)]
    return {name for row in rows for name in split(row.get("section") or "", " | ")}


def told(table: str, name: str) -> str:
    """What a row says, and who is named by it as giving the treatment."""
    (row,) = [row for row in read(table) if next(iter(row.values())) == name]
    cells = [cell for column, cell in list(row.items())[1:] if column not in {"source", "section"}]
    givers = split(row.get("given_by", ""), "|")
    return " / ".join(cells + [each["label"] for each in read("team") if each["person"] in givers])


def test_every_heading_is_cited_and_nothing_else():
    assert cited() == set(split(HEADINGS))


@pytest.mark.parametrize(("word", "table", "name"), mentions())
def test_what_the_guide_names_is_in_its_row(word, table, name):
    assert re.search(rf"\b{re.escape(word)}(s|ly)?\b", told(table, name), re.IGNORECASE)


@pytest.mark.parametrize("table", ["treatments", "team"])
def test_the_list_speaks_of_every_row(table):
    listed = {name for _, each, name in mentions() if each == table}
    assert {next(iter(row.values())) for row in read(table)} == listed


def test_treatments_form_a_tree_in_reading_order():
    rows = read("treatments")
    parents = {row["member_of"] for row in rows} - {""}
    assert {row["treatment"] for row in rows if row["kind"] == "group"} == parents
    assert {row["kind"] for row in rows} == KINDS
    assert [row["place"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    for row in rows:
        drawn = row["rank"].isdecimal() and row["position"].isdecimal()
        assert drawn != bool(row["member_of"]), row["treatment"]
        assert bool(row["rank"]) == bool(row["position"]), row["treatment"]


def test_what_also_counts_as_a_form_of_another_group():
    rows = {row["treatment"]: row["also_form_of"] for row in read("treatments")}
    assert {name: group for name, group in rows.items() if group} == {
        "prrt": "radiation",
        "radioembolization": "radiation",
        "chemoembolization": "chemotherapy",
    }


def test_who_gives_a_treatment_is_of_the_team_and_says_on_what_it_rests():
    people = {row["person"] for row in read("team")}
    for row in read("treatments"):
        assert set(split(row["given_by"], "|")) <= people
        assert (row["given_by_basis"] in BASES) == bool(row["given_by"]), row["treatment"]


def test_factors_have_the_levels_of_the_contract():
    found = {row["factor"]: [] for row in read("factors")}
    for row in read("levels"):
        found[row["factor"]].append(row["level"])
    expected = (line.split(":") for line in split(LEVELS))
    assert found == {name: levels.split() for name, levels in expected}


def test_what_a_person_knows_is_not_proposed_and_life_expectancy_is_sensitive():
    rows = read("factors")
    assert {row["factor"] for row in rows if row["propose"] == "no"} == {
        "removed",
        "course",
        "prior_ssa",
    }
    assert {row["factor"] for row in rows if row["sensitive"] == "yes"} == {"life_expectancy"}


def test_a_new_patient_is_assumed():
    assumed = {row["factor"]: row["assume"] for row in read("factors") if row["assume"]}
    assert assumed == {"course": "first", "removed": "no", "prior_ssa": "no"}


def test_aims_have_a_sign_of_their_own():
    rows = read("aims")
    signs = [row["symbol"] for row in rows]
    assert [row["aim"] for row in rows] == split(
        "remove; control; relieve; watch; support; clarify"
    )
    assert len(set(signs)) == len(signs)
    assert all(len(sign) == 1 and sign not in "●◐◷?✕–†" for sign in signs)


def test_topics_tell_what_treatment_depends_on_without_a_rule():
    kinds = {row["topic"]: row["kind"] for row in read("topics")}
    assert set(kinds.values()) == {"consideration", "around"}
    assert [name for name, kind in kinds.items() if kind == "consideration"] == [
        "considering_side_effects",
        "considering_preferences",
        "considering_health",
        "considering_goals",
    ]


def test_a_topic_is_about_treatments_and_factors():
    ids = {row["treatment"] for row in read("treatments")}
    ids |= {row["factor"] for row in read("factors")}
    assert {name for row in read("topics") for name in split(row["about"], "|")} <= ids


@pytest.mark.parametrize("table", ["levels", "treatments", "team", "topics"])
def test_a_row_says_whether_the_guide_says_it(table):
    assert {row["basis"] for row in read(table)} <= BASES
    ours = [row for row in read(table) if row["source"] == "pnet_paths"]
    assert {row["basis"] for row in ours} <= {"inferred"}


@pytest.mark.parametrize("table", REQUIRED)
def test_required_cells_are_filled(table):
    blank = [
        (number, column)
        for number, row in enumerate(read(table), start=2)
        for column in REQUIRED[table].split()
        if not row[column].strip()
    ]
    assert blank == []


def test_no_term_or_alias_stands_twice():
    assert sorted(set(names())) == sorted(names())


@pytest.mark.parametrize("term", split(DEFINED))
def test_term_is_explained(term):
    assert term.casefold() in names()
