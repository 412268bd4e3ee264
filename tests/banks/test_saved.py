"""What is written where, what is refused in one line, and what the report says."""

from __future__ import annotations

import json
import re

import pytest
from packaged import the_guide
from sizes import size

import pnet_paths
from pnet_paths import PnetPathsError, save_questions
from pnet_paths.banks.coverage import coverage_report
from pnet_paths.cli import main
from pnet_paths.teach import DIFFICULTIES, KINDS, question_id, questions, relative_key_length


@pytest.mark.parametrize("ending", ["xml", "zip", "apkg", "csv", "json"])
def test_the_ending_says_as_what(ending, tmp_path, capsys):
    file = tmp_path / f"bank.{ending.upper()}"
    assert main(["questions", str(file), "--count", "2", "--seed", "7", "--level", "easy"]) == 0
    begins = {"xml": b"<?xml", "zip": b"PK", "apkg": b"PK", "csv": b"\xef\xbb\xbfid,"}
    assert file.read_bytes().startswith(begins.get(ending, b"["))
    assert f"{file}: 2 questions of seed 7" in capsys.readouterr().out


def test_format_wins_over_the_ending(tmp_path):
    file = save_questions(tmp_path / "bank.txt", count=1, seed=1, format="json")
    assert len(json.loads(file.read_bytes())) == 1


def test_the_same_seed_writes_the_same_and_a_level_and_kinds_choose(tmp_path):
    rows = [
        json.loads(save_questions(tmp_path / "b.json", the_guide(), count=3, **each).read_bytes())
        for each in (
            {"seed": 5, "level": "hard"},
            {"seed": 5, "level": "hard"},
            {"seed": 5, "kinds": "order"},
        )
    ]
    assert rows[0] == rows[1]
    assert {row["kind"] for row in rows[0]} == set(DIFFICULTIES["hard"])
    assert {row["kind"] for row in rows[2]} == {"order"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"path": "b.doc"}, r'"b.doc" does not end like a question bank: .xml \(moodle\), .zip'),
        ({"format": "moodel"}, '"moodel" is not a format.* moodle'),
        ({"level": "heavy"}, r'"heavy" is not a level \(easy, medium, hard\)'),
        ({"kinds": ["oders"]}, r'"oders" is not a kind of question; did you mean order?'),
        ({"kinds": 5}, "kinds must be a list of kinds, not 5"),
        ({"level": "easy", "kinds": ["order"]}, 'none of these kinds is "easy"'),
        ({"count": 0}, "a question bank cannot have 0 questions"),
        ({"count": "5"}, "count must be a whole number"),
        ({"kinds": ["giver"], "count": 50}, "make no more than 3 questions of the kind"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(options, message, tmp_path):
    asked = {"path": "b.json", "seed": 1, "count": 1} | options
    with pytest.raises(PnetPathsError, match=message):
        save_questions(tmp_path / asked.pop("path"), the_guide(), **asked)
    assert not list(tmp_path.iterdir())


def test_a_question_keeps_its_id_when_its_reasons_or_its_places_change(guide):
    rows = guide.tables["indications"]
    rows["why"] = [f"{why} As was said anew." for why in rows["why"]]
    changed = guide.with_tables(indications=rows)
    kinds = list(KINDS)
    first, again = (questions(each, 8, size(10, 40), kinds) for each in (guide, changed))
    assert [question_id(each) for each in first] == [question_id(each) for each in again]


@pytest.fixture(scope="module")
def many():
    return questions(the_guide(), 7, size(60, 300))


def test_no_place_and_no_length_gives_a_right_answer_away(many):
    places = [question.key for question in many]
    assert max(map(places.count, range(4))) - min(map(places.count, range(4))) <= 2
    for length in ("longest", "shortest"):
        share = [relative_key_length(question) for question in many].count(length) / len(many)
        assert share <= 0.27, length


def test_the_report_counts_kinds_places_and_rules(many):
    report = coverage_report(the_guide(), many)
    assert f"Questions: {len(many)} (easy: " in report
    assert all(kind.label in report for kind in KINDS.values())
    counts = dict(re.findall(r"^  (\w+): (\d+), \d+$", report, re.MULTILINE))
    right = [q for q in many if "surgery_localized" in q.choices[q.key].rules]
    assert int(counts["surgery_localized"]) == len(right) > 0
    never = report.partition("Never asked or used:")[2]
    services = re.search("of services, or of what is sensitive: (.*)", never)[1].split(", ")
    assert set(services) <= set(the_guide().indications)
    assert "hospice_metastatic" in services
    assert not set(counts) & set(re.findall(r"\w+", never))


def test_it_is_public():
    assert "save_questions" in pnet_paths.__all__
