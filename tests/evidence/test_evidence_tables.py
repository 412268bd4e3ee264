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
    ("outcomes", "radiant3_pfs", {"low": "0.45", "high": "0.27"}, "column low", "other way"),
    ("outcomes", "netter1_pfs_us_label", {"a_low": ""}, "column a_low", "not_estimable"),
    ("outcomes", "radiant3_pfs", {"high": "0.54"}, "column effect", "middle", "mistyped"),
    # percentages, ranges, and what a figure can be
    ("outcomes", "clarinet_diarrhea", {"a": "126"}, "column a", "126 %", "100 %"),
    ("outcomes", "litespark004_orr", {"a_high": "198"}, "column a_high", "198 %"),
    ("trials", "netter2", {"share": "154.4 %"}, "column share", "154.4 %"),
    ("outcomes", "cabinet_pnet_adverse_events_both_necs", {"a": "65-62"}, "column a", "62-65"),
    ("outcomes", "clarinet_pfs", {"b_low": "not_reached"}, "column b_low", "upper end"),
    ("outcomes", "clarinet_diarrhea", {"a": "not_reached"}, "column a", "a percentage not"),
    ("outcomes", "radiant3_os", {"unit": "years"}, "column unit", "44.0 years", "11.0 months"),
    ("outcomes", "sun1111_orr", {"better": "low"}, "column better", "write high"),
    ("outcomes", "radiant3_rash", {"better": "high"}, "column better", "write low"),
    ("outcomes", "radiant3_pfs", {"about": "harm"}, "column about", "write progression"),
    # people
    ("outcomes", "radiant3_pfs", {"n_a": "407"}, "column n_a", "407 and n_b 203", "410 people"),
    ("outcomes", "litespark004_grade_3_events", {"n_a": "610"}, "column n_a", "61 people"),
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
        {
            "a": "33.0",
            "a_low": "23.0",
            "a_high": "43.3",
            "b": "65.1",
            "b_low": "54.0",
            "b_high": "74.1",
        },
        "column a",
        "own columns",
    ),
    ("outcomes", "sun1111_deaths", {"a": "25", "b": "10"}, "column effect", "0.41"),
    ("outcomes", "sun1111_orr", {"a": "0", "b": "9.3"}, "column a", "more ORR with placebo"),
    ("outcomes", "radiant3_stomatitis", {"a": "17", "b": "64"}, "column a", "with placebo"),
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
    ("outcomes", "finkelstein2017_os", {"direction": "b_vs_a"}, "column direction", "RR 2.21"),
    # a ratio that its p or the medians speak against
    ("outcomes", "radiant3_os", {"p": "<0.001"}, "column p", "0.73 to 1.2, holds 1"),
    ("outcomes", "radiant3_pfs", {"p": "0.80"}, "column p", "does not hold 1"),
    ("outcomes", "cabinet_pnet_pfs_g3", {"p": "0.03 one-sided"}, "column p", "over 0.025"),
    ("outcomes", "e2211_os", {"effect": "0.082"}, "column effect", "about 0.92"),
    ("outcomes", "radiant3_pfs", {"a": "110"}, "column effect", "medians 110 and 4.6"),
    ("outcomes", "radiant3_pfs", {"direction": ""}, "column direction", "a_vs_b, b_vs_a"),
    ("outcomes", "radiant3_pfs", {"level": ""}, "column level", "95"),
    ("outcomes", "radiant3_pfs", {"level": "9"}, "column level", "such as 95"),
    ("outcomes", "radiant3_pfs", {"contradiction": "So be it."}, "contradiction", "agree"),
    # identifiers and addresses
    ("trials", "radiant3", {"doi": "doi:10.1056/NEJMoa1009290"}, "column doi", "10.1056/"),
    ("trials", "radiant3", {"doi": "10.1056"}, "column doi", "a DOI"),
    ("trials", "radiant3", {"doi": "10.1056/NEJM"}, "column doi", "a DOI of an article"),
    ("trials", "radiant4", {"doi": "10.1056/NEJMoa1009290"}, "column doi", "RADIANT-3's too"),
    ("trials", "sun1111", {"registration": "NCT00510068"}, "column registration", "RADIANT-3's"),
    ("trials", "radiant3", {"pmid": "PMID 21306238"}, "column pmid", "one to eight digits"),
    ("trials", "radiant3", {"registration": "NCT510068"}, "column registration", "eight digits"),
    ("outcomes", "radiant3_os", {"address": "javascript://x.org"}, "column address", "https://"),
    ("outcomes", "radiant3_os", {"address": "htp:/acemap.info"}, "column address", "http://"),
    ("outcomes", "radiant3_os", {"address": "somewhere"}, "column address", "names no place"),
    ("outcomes", "radiant3_os", {"address": ""}, "column address", "blank"),
    ("outcomes", "radiant3_os", {"read": "hearsay"}, "column read", "abstract"),
    # not reached, not estimable
    ("outcomes", "clarinet_pfs", {"a": "NR"}, "column a", "not_reached, not_estimable"),
    ("outcomes", "clarinet_pfs", {"a": "18,0"}, "column a", "such as 11.0"),
    # several versions of one figure
    ("outcomes", "e2211_os_2018", {"stands": "", "why": ""}, "column stands", "another version"),
    ("outcomes", "e2211_os_2018", {"why": ""}, "column why", "blank"),
    ("outcomes", "e2211_os_2018", {"stands": "radiant3_os"}, "column stands", "another trial"),
    ("outcomes", "radiant3_pfs_central", {"stands": "radiant3_os"}, "column stands", "survival"),
    ("outcomes", "e2211_os_2018", {"stands": "e2211"}, "column stands", '"e2211"'),
    # in whom
    ("trials", "radiant3", {"who": "primary=pancreaz"}, "column who", "pancreas"),
    ("trials", "radiant3", {"who": "primary"}, "column who", "fact=a|b"),
    ("trials", "radiant3", {"who": "site=head"}, "column who", "a fact of facts.csv"),
    ("trials", "radiant3", {"pancreas": "most"}, "column pancreas", "all, part, cohort, none"),
    ("trials", "radiant3", {"who": "primary=midgut"}, "column pancreas", '"all"', "write none"),
    ("trials", "radiant3", {"who": "primary=pancreas|gut"}, "column pancreas", "write part"),
    ("trials", "netter1", {"who": "primary=pancreas"}, "column pancreas", '"none"'),
    ("trials", "radiant3", {"treatments_a": "everolimuss"}, "column treatments_a", "everolimus"),
    # what was recommended
    ("recommendations", "fda_lutathera", {"date": "23 April"}, "column date", "2025-03-26"),
    ("recommendations", "fda_lutathera", {"date": "2025-13-45"}, "column date", "calendar"),
    ("recommendations", "fda_lutathera", {"strength": "must"}, "column strength", "usual, option"),
    ("recommendations", "fda_lutathera", {"document": "fdaa"}, "column document", "fda"),
    # what a guide has
    ("guide_treatments", "nci-2025", {"treatment": "ssaa"}, "column treatment", "mean ssa?"),
    ("guide_facts", "nci-2025", {"factor": "sites"}, "column factor", "mean site?"),
    ("guide_facts", "nci-2025", {"level": "tails"}, "column level", "mean tail?"),
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


def test_a_note_that_no_card_shows_is_refused(folder):
    with (folder / "treatments.csv").open("a", encoding="utf-8") as file:
        file.write("sstr_pet,imaging of receptors\n")
    row = retype(folder / "recommendations.csv", "asco_observe", {"treatments": "sstr_pet"})
    with pytest.raises(GuideError) as caught:
        load_evidence(folder)
    (line,) = caught.value.problems
    assert line.startswith(f"recommendations.csv, row {row}, column treatments: no guide has")
    assert '"sstr_pet"' in line
    assert "guide_treatments.csv" in line


def test_a_table_that_is_missing_is_named(folder):
    (folder / "trials.csv").unlink()
    with pytest.raises(GuideError, match=r"trials\.csv: is missing"):
        load_evidence(folder)


def test_each_bracket_of_the_packaged_evidence_is_closed():
    for path in packaged_folder("evidence").glob("*.csv"):
        for row in csv.DictReader(path.read_text("utf-8").splitlines()):
            for column, text in row.items():
                assert text.count("(") == text.count(")"), f"{path.name}, {column}: {text}"
