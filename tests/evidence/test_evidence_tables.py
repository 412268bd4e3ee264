"""Seeded errors in the evidence are refused, each in one line that says what would be right."""

from __future__ import annotations

import csv
import shutil

import pytest

from pnet_paths.errors import GuideError
from pnet_paths.evidence.tables import load_evidence
from pnet_paths.tables.folder import packaged_folder

# The row by its id, what is typed into it, and what the one line must name beside its file and row.
SEEDED = [
    # a value inside its interval
    ("outcomes", "radiant3_os", {"a": "51.9"}, "column a", "35.6 to 51.8", "as printed"),
    ("outcomes", "radiant3_os", {"effect": "1.3"}, "column effect", "outside", "0.73 to 1.2"),
    ("outcomes", "radiant3_pfs", {"low": "0.45", "high": "0.27"}, "column effect", "outside"),
    ("outcomes", "netter1_pfs_us_label", {"a_low": ""}, "column a_low", "not_estimable"),
    ("outcomes", "radiant3_pfs", {"high": "0.54"}, "column effect", "middle", "mistyped"),
    # both arms named, the tested one first
    ("trials", "radiant3", {"arm_a": "placebo", "arm_b": "everolimus"}, "column arm_a", "arm_b"),
    ("trials", "compete", {"arm_a": "everolimus", "arm_b": "177Lu-edotreotide"}, "column arm_a"),
    ("trials", "radiant3", {"arm_b": ""}, "column arm_b", "both be filled"),
    ("outcomes", "netter_r_pfs", {"b": "8.0"}, "column b", "no arm is named"),
    # arms swapped
    ("outcomes", "radiant3_pfs", {"a": "4.6", "b": "11.0"}, "column effect", "better in arm b"),
    ("outcomes", "radiant3_pfs", {"n_a": "203", "n_b": "207"}, "column n_a", "other way round"),
    (
        "outcomes",
        "clarinet_pfs_at_24_months",
        {"a": "33.0", "b": "65.1"},
        "column a",
        "own columns",
    ),
    ("outcomes", "sun1111_deaths", {"a": "25", "b": "10"}, "column effect", "0.41"),
    # a ratio upside down
    (
        "outcomes",
        "radiant3_pfs",
        {"effect": "2.86", "low": "2.22", "high": "3.70"},
        "column effect",
        "upside down it is 0.35",
    ),
    ("outcomes", "radiant3_pfs", {"direction": "b_vs_a"}, "column effect", "b_vs_a"),
    ("outcomes", "netter2_orr", {"direction": "b_vs_a"}, "column effect", "OR"),
    ("outcomes", "radiant3_pfs", {"direction": ""}, "column direction", "a_vs_b, b_vs_a"),
    ("outcomes", "radiant3_pfs", {"level": ""}, "column level", "95"),
    ("outcomes", "radiant3_pfs", {"level": "9"}, "column level", "such as 95"),
    ("outcomes", "radiant3_pfs", {"contradiction": "So be it."}, "contradiction", "agree"),
    # identifiers and addresses
    ("trials", "radiant3", {"doi": "doi:10.1056/NEJMoa1009290"}, "column doi", "10.1056/"),
    ("trials", "radiant3", {"doi": "10.1056"}, "column doi", "a DOI"),
    ("trials", "radiant3", {"pmid": "PMID 21306238"}, "column pmid", "one to eight digits"),
    ("trials", "radiant3", {"registration": "NCT510068"}, "column registration", "eight digits"),
    ("outcomes", "radiant3_os", {"address": "javascript://x.org"}, "column address", "https://"),
    ("outcomes", "radiant3_os", {"address": ""}, "column address", "blank"),
    ("outcomes", "radiant3_os", {"read": "hearsay"}, "column read", "abstract"),
    # not reached, not estimable
    ("outcomes", "clarinet_pfs", {"a": "NR"}, "column a", "not_reached, not_estimable"),
    ("outcomes", "clarinet_pfs", {"a": "18,0"}, "column a", "such as 11.0"),
    # several versions of one figure
    ("outcomes", "e2211_os_2018", {"stands": "", "why": ""}, "column stands", "another version"),
    ("outcomes", "e2211_os_2018", {"why": ""}, "column why", "blank"),
    ("outcomes", "e2211_os_2018", {"stands": "radiant3_os"}, "column stands", "another trial"),
    ("outcomes", "e2211_os_2018", {"stands": "e2211"}, "column stands", '"e2211"'),
    # in whom
    ("trials", "radiant3", {"who": "primary=pancreaz"}, "column who", "pancreas"),
    ("trials", "radiant3", {"who": "primary"}, "column who", "fact=a|b"),
    ("trials", "radiant3", {"who": "site=head"}, "column who", "a fact of facts.csv"),
    ("trials", "radiant3", {"pancreas": "most"}, "column pancreas", "all, part, cohort, none"),
    ("trials", "radiant3", {"treatments_a": "everolimuss"}, "column treatments_a", "everolimus"),
    # what was recommended
    ("recommendations", "fda_lutathera", {"date": "23 April"}, "column date", "2025-03-26"),
    ("recommendations", "fda_lutathera", {"strength": "must"}, "column strength", "usual, option"),
    ("recommendations", "fda_lutathera", {"document": "fdaa"}, "column document", "fda"),
]


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(packaged_folder("evidence"), tmp_path / "evidence")


def retype(path, name, cells):
    """Type cells into the row of this id; its number, as a spreadsheet shows it."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    key = next(iter(rows[0]))
    place = next(place for place, row in enumerate(rows) if row[key] == name)
    rows[place].update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return place + 2


@pytest.mark.parametrize(
    ("table", "name", "cells", "words"), [(t, n, c, w) for t, n, c, *w in SEEDED]
)
def test_a_seeded_error_is_one_clear_line(folder, table, name, cells, words):
    row = retype(folder / f"{table}.csv", name, cells)
    with pytest.raises(GuideError) as caught:
        load_evidence(folder)
    lines = [line for line in caught.value.problems if line.startswith(f"{table}.csv, row {row}, ")]
    assert any(all(word in line for word in words) for line in lines), caught.value.problems


def test_the_other_side_needs_words_and_is_then_let_pass(folder):
    path, name = folder / "outcomes.csv", "radiant3_os_at_60_months"
    row = retype(path, name, {"contradiction": ""})
    with pytest.raises(GuideError, match=f"row {row}, column a: .* in contradiction why both hold"):
        load_evidence(folder)
    retype(path, name, {"contradiction": "Both as printed."})
    assert load_evidence(folder).outcomes[name].contradiction == "Both as printed."


def test_a_table_that_is_missing_is_named(folder):
    (folder / "trials.csv").unlink()
    with pytest.raises(GuideError, match=r"trials\.csv: is missing"):
        load_evidence(folder)


def test_each_bracket_of_the_packaged_evidence_is_closed():
    for path in packaged_folder("evidence").glob("*.csv"):
        for row in csv.DictReader(path.read_text("utf-8").splitlines()):
            for column, text in row.items():
                assert text.count("(") == text.count(")"), f"{path.name}, {column}: {text}"
