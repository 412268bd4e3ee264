"""Twenty hand-ins of a class: good ones, and broken, hostile, doubled and foreign ones."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from packaged import the_guide
from py_mini_racer import MiniRacer
from pydantic import ValidationError

import pnet_paths
from pnet_paths import PnetPathsError
from pnet_paths.front.module_joining import join_modules, module_texts
from pnet_paths.pages import page_questions
from pnet_paths.teach import asked_question, questions
from pnet_paths.teach.answer_files import SavedAnswer

GOOD = [f"student-{number}" for number in range(7)]


@pytest.fixture(scope="module")
def asked():
    return [asked_question(the_guide(), each).to_json() for each in questions(the_guide(), 11, 2)]


@pytest.fixture
def quiz():
    return pnet_paths.ask(seed=3, count=1, guide=the_guide(), level="easy")


def answer(question, number, place=None):
    correct = question["choices"][question_key(question)]["text"]
    chosen = question["choices"][question_key(question) if place is None else place]
    return {
        "id": f"{number}-{question['id']}",
        "question_id": question["id"],
        "question": question["text"],
        "kind": question["kind"],
        "topic": question["topic"],
        "chosen": chosen["text"],
        "correct": correct,
        "right": chosen["right"],
        "sure": "fairly_sure",
    }


def question_key(question):
    return next(place for place, choice in enumerate(question["choices"]) if choice["right"])


def hand_in(asked, number=0, **changes):
    answers = [answer(question, number) for question in asked]
    title = the_guide().metadata["title"]
    head = {"format": "pnet_paths answers", "version": 2, "id": f"id-{number}", "guide": title}
    return {**head, "answers": answers, "scenes": [], **changes}


@pytest.fixture
def save(tmp_path):
    """Save a hand-in in a folder of its own, always under the same name."""

    def saved(student, content, encoding="utf-8"):
        file = tmp_path / student / "answers.json"
        file.parent.mkdir()
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        file.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return file

    return saved


def test_of_twenty_hand_ins_the_good_ones_count_and_each_other_is_named(quiz, asked, save, capsys):
    encodings = dict(
        zip(GOOD, ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"], strict=False)
    )
    for number, student in enumerate(GOOD):
        save(student, hand_in(asked, number), encodings.get(student, "utf-8"))
    first = hand_in(asked, 0)
    bad = {
        "copied": first,
        "deep": "[" * 200_000,
        "deep-within": json.dumps(first).replace('"scenes": []', '"scenes": ' + "[" * 100_000),
        "half": json.dumps(first)[:200],
        "empty": "",
        "binary": b"\x89PNG\r\n\xff\xfe\x00",
        "large": " " * 4_000_001 + json.dumps(first),
        "surrogate": json.dumps(hand_in(asked, 8)).replace('"guide": "N', '"guide": "\\ud800N'),
        "other-guide": hand_in(asked, 9, guide="Socks =1+1"),
        "list": "[]",
        "no-answers": hand_in(asked, 10, answers=[]),
        "types": hand_in(asked, 11, answers={"question": 1}),
    }
    files = [save(name, content) for name, content in bad.items()]
    files = [*[f.parents[1] / s / "answers.json" for s in GOOD for f in files[:1]], *files]
    files.append(files[0].parents[1] / "missing.json")
    assert len(files) == 20
    quiz.read(*files)
    results = quiz.results
    assert results.groupby("file").size().to_dict() == {str(file): 2 for file in files[:7]}
    assert results["file_id"].nunique() == 7
    assert quiz.answers == [], "what others have answered does not reach the page"
    assert set(results["sure"]) == {"fairly_sure"}
    printed = capsys.readouterr().out.splitlines()
    assert [line.removeprefix("Skipped: ") for line in printed] == list(quiz.skipped)
    assert [line.split(": ")[0] for line in quiz.skipped] == [str(file) for file in files[7:]]
    reasons = dict(zip([*bad, "missing"], quiz.skipped, strict=True))
    assert f"2 of 2 answers are in {files[0]} too and count once" in reasons["copied"]
    assert "larger than 4 MB" in reasons["large"]
    assert 'to another guide, "Socks =1+1"' in reasons["other-guide"]
    assert reasons["missing"].endswith("No such file or directory")
    for name in ("deep", "deep-within", "half", "empty", "binary", "surrogate", "list", "types"):
        assert "not a file of answers" in reasons[name], name


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (["a.json", "b.json"], "is not a path"),
        ("a\0.json", "cannot be the name of a file"),
        (None, "None is not a path"),
        (5.0, "5.0 is not a path"),
    ],
)
def test_what_is_not_the_path_of_a_file_is_named(quiz, path, told):
    quiz.read(path)
    (line,) = quiz.skipped
    assert told in line


def test_a_file_saved_again_later_adds_what_is_new(quiz, asked, save):
    early, late = hand_in(asked[:1]), hand_in(asked, name="Anna")
    files = [save("early", early), save("late", late)]
    quiz.read(files[0]).read(files[1]).read(files[1])
    assert quiz.results["file"].tolist() == [str(file) for file in files]
    assert quiz.results["name"].tolist() == ["", "Anna"]
    assert [line.split(": ")[1].split(" answers")[0] for line in quiz.skipped] == [
        "1 of 2",
        "1 of 2",
        "1 of 2",
    ]


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r\n=1+1", " =1", "a;=1+1", "a,-1", "＝1"]


def test_no_cell_of_the_table_is_a_formula(quiz, asked, save):
    """Whether a spreadsheet takes the comma for its separator or the semicolon."""
    spoilt = answer(asked[0], 1) | {"right": False}
    entries = [spoilt | {"question": text, "chosen": text} for text in [*FORMULAS, "a\x00b"]]
    quiz.read(save("x", hand_in(asked, answers=entries, name="=1+1", id="@x")))
    assert len(quiz.results) == len(entries)
    written = quiz.results.to_csv()
    for separator in ",;":
        rows = csv.reader(io.StringIO(written), delimiter=separator)
        cells = [cell.strip() for row in rows for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝"))]
        assert not [cell for cell in cells if re.search("[\\x00-\\x1f]", cell)]


def test_what_is_no_answer_to_this_guide_is_skipped_and_the_others_count(quiz, asked, save):
    good = [answer(question, 1) for question in asked]
    changes = [{"kind": "trivia"}, {"topic": "socks"}, *[{name: value} for name, value in ODD]]
    entries = [
        good[0],
        *[good[0] | change for change in changes],
        {"question": "?"},
        "text",
        good[1],
    ]
    file = save("x", hand_in(asked, answers=entries))
    quiz.read(file)
    assert quiz.results["question"].tolist() == [question["text"] for question in asked]
    skipped = f"{len(entries) - 2} of {len(entries)} answers are not to these questions"
    assert quiz.skipped == (f"{file}: {skipped}",)


def test_the_browser_takes_for_an_answer_what_python_takes_for_one(asked):
    racer = MiniRacer()
    imports = 'import { isAnswer } from "../core/question_round.js";'
    racer.eval(join_modules("asked", module_texts() | {"asked": imports}))
    good = answer(asked[0], 1)
    entries = [good, {**good, "right": False}, {"question": "?"}, {}, [], None, "text", 5]
    entries += [{**good, name: value} for name, value in ODD]
    entries += [{key: good[key] for key in good if key != name} for name in good]
    kept = json.loads(racer.eval(f"JSON.stringify({json.dumps(entries)}.map(isAnswer))"))
    assert kept == [is_answer(entry) for entry in entries]
    assert kept.count(True) == 2


ODD = [
    ("right", "yes"),
    ("right", 1),
    ("correct", "something else"),
    ("sure", "geraten"),
    ("sure", "constructor"),
    ("chosen", 5),
    ("question", None),
]


def is_answer(entry):
    try:
        SavedAnswer.model_validate(entry)
    except ValidationError:
        return False
    return True


def test_with_the_page_its_questions_say_what_is_right(quiz, asked, save, tmp_path):
    page_file = pnet_paths.page(tmp_path / "p.html", the_guide(), count=2, seed=11)
    assert list(page_questions(page_file)) == [each["id"] for each in asked]
    wrong = next(i for i, choice in enumerate(asked[0]["choices"]) if not choice["right"])
    forged = answer(asked[0], 1, wrong)
    forged |= {"right": True, "correct": forged["chosen"], "question": "=1+1"}
    never_asked = answer(asked[1], 1) | {"question_id": "0123456789ab"}
    quiz.read(save("x", hand_in(asked, answers=[forged, never_asked])), page=page_file)
    (row,) = quiz.results.to_dict("records")
    assert (row["right"], row["question"]) == (False, asked[0]["text"])
    assert quiz.skipped[0].endswith("1 of 2 answers are not to these questions")
    with pytest.raises(PnetPathsError, match=r"answers\.json is not a page that pnet_paths wrote"):
        quiz.read(page=save("y", hand_in(asked)))


def test_a_file_of_the_first_version_is_read(quiz, asked, save):
    content = hand_in(asked, version=1)
    del content["id"]
    for entry in content["answers"]:
        del entry["id"], entry["question_id"]
        entry["sure"] = "fairly sure"
    quiz.read(save("x", content), save("y", content))
    assert quiz.results["sure"].tolist() == ["fairly_sure"] * 2
    assert "2 of 2 answers are in" in quiz.skipped[0]
