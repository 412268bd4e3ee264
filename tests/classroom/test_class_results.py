"""Thirty hand-ins of a class, five of them broken, doubled or foreign, against brute force."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import re
from collections import Counter

import pytest
from packaged import the_guide
from py_mini_racer import MiniRacer

import pnet_paths
from pnet_paths import PnetPathsError
from pnet_paths.cli import main
from pnet_paths.front.module_joining import join_modules, module_texts
from pnet_paths.pages import page_data

SURE = ("guessing", "fairly_sure", "sure")
SAVED = "2026-11-30T14:{:02d}"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory):
    return pnet_paths.page(
        tmp_path_factory.mktemp("page") / "p.html", the_guide(), count=14, seed=5
    )


@pytest.fixture(scope="module")
def asked(page_file):
    return page_data(page_file)["questions"]


def answers_of(student, questions, draw):
    """Answers as the page saves them: a question that was missed comes back until it is right."""
    given = []
    for question in questions:
        right = next(each["text"] for each in question["choices"] if each["right"])
        while True:
            choice = draw.choice(question["choices"])
            given.append(
                {
                    "id": f"m{student:02d}-{len(given)}",
                    "question_id": question["id"],
                    "question": question["text"],
                    "kind": question["kind"],
                    "topic": question["topic"],
                    "chosen": choice["text"],
                    "correct": right,
                    "right": choice["right"],
                    "sure": draw.choice(SURE),
                }
            )
            if choice["right"]:
                break
    return given


def hand_in(student, answers, **changes):
    return {
        "format": "pnet_paths answers",
        "version": 2,
        "id": answers[0]["id"],
        "saved": SAVED.format(student),
        "guide": the_guide().metadata["title"],
        "answers": answers,
        "scenes": ["years_later 1", "years_later 2"][: 1 + student % 2],
        **changes,
    }


@pytest.fixture(scope="module")
def handed_in(asked):
    """Twenty-five whole hand-ins; not everybody has answered everything."""
    draw = random.Random(1)
    made = {}
    for student in range(25):
        some = draw.sample(asked[:-1], draw.randint(2, len(asked) - 1))
        named = {"name": f"Student {student}"} if student % 3 else {}
        made[f"{student:02d}/answers.json"] = hand_in(
            student, answers_of(student, some, draw), **named
        )
    return made


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        path.write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory, handed_in, asked):
    whole = handed_in["03/answers.json"]
    other = [{**answer, "question_id": "0123456789ab"} for answer in whole["answers"]]
    later = handed_in["04/answers.json"]
    bad = {
        "25 half.json": json.dumps(whole).encode()[:300],
        "26 earlier.json": {**later, "saved": SAVED.format(0), "answers": later["answers"][:1]},
        "27 other page.json": {**whole, "id": "x", "answers": other},
        "28 photo.jpg": b"\xff\xd8\xff\xe0",
        "29/.DS_Store": b"\0\0\0\1Bud1",
    }
    assert len(handed_in | bad) == 30
    return write(tmp_path_factory.mktemp("class"), handed_in | bad)


@pytest.fixture(scope="module")
def results(folder, page_file):
    return pnet_paths.class_results(folder, page_file)


def test_of_a_page_with_several_guides_one_is_meant(tmp_path):
    path = pnet_paths.page(tmp_path / "two.html", count=2, seed=5)
    (second,) = page_data(path)["others"]
    answers = answers_of(0, second["questions"], random.Random(1))
    files = {"one.json": hand_in(0, answers, guide=second["guide"])}
    folder = write(tmp_path / "class", files)
    results = pnet_paths.class_results(folder, path, "nci-2025")
    assert results.students == 1
    assert set(results.answers["question_id"]) == {each["id"] for each in second["questions"]}
    assert pnet_paths.class_results(folder, path).skipped
    with pytest.raises(PnetPathsError, match='no guide "nci"'):
        pnet_paths.class_results(folder, path, "nci")


def first_tries(handed_in):
    """(student, answer) of the first answer of each to each question, by brute force."""
    for student, name in enumerate(sorted(handed_in), start=1):
        seen = set()
        for answer in handed_in[name]["answers"]:
            if answer["question_id"] not in seen:
                seen.add(answer["question_id"])
                yield student, answer


def test_of_thirty_files_the_whole_ones_count_and_each_other_is_named(results, handed_in):
    assert results.students == 25
    assert len(results.answers) == sum(len(each["answers"]) for each in handed_in.values())
    assert results.skipped == (
        '25 half.json: not a file of answers; a page makes one with "Save my answers"',
        f"27 other page.json: none of its {len(handed_in['03/answers.json']['answers'])} answers "
        "is to a question of p.html",
        '28 photo.jpg: not a file of answers; a page makes one with "Save my answers"',
        "29/.DS_Store: made by the operating system, not by a student",
        "26 earlier.json: handed in again as 04/answers.json",
    )


def test_each_answer_is_a_row_with_its_attempt(results, handed_in):
    expected = []
    for student, name in enumerate(sorted(handed_in), start=1):
        tries = Counter()
        for answer in handed_in[name]["answers"]:
            tries[answer["question_id"]] += 1
            whose = (student, handed_in[name].get("name", ""))
            expected.append((*whose, answer["question_id"], tries[answer["question_id"]]))
    columns = results.answers[["student", "name", "question_id", "attempt"]]
    assert [tuple(row) for row in columns.itertuples(index=False)] == expected


def test_the_numbers_of_each_question_are_those_of_brute_force(results, handed_in, asked):
    for question in asked:
        given = [a for _, a in first_tries(handed_in) if a["question_id"] == question["id"]]
        row = results.questions.loc[question["id"]]
        assert row["question"] == question["text"]
        assert row["answered"] == len(given)
        if given:
            assert row["right"] == pytest.approx(sum(a["right"] for a in given) / len(given))
        for sure in SURE:
            assert row[sure] == sum(a["sure"] == sure for a in given)
        wrong = [a for a in given if not a["right"]]
        assert row["sure_and_wrong"] == sum(a["sure"] == "sure" for a in wrong)
        texts = [each["text"] for each in question["choices"]]
        drawn = Counter(a["chosen"] for a in wrong)
        ranked = sorted((text for text in texts if drawn[text]), key=lambda t: -drawn[t])
        assert row["wrong_choices"] == "; ".join(f"{text} ({drawn[text]})" for text in ranked)
        most = max(drawn.values(), default=0)
        first = [text for text in ranked if drawn[text] == most]
        told = (first[0], most) if len(first) == 1 else ("", 0)
        assert (row["wrong_choice"], row["wrong_choice_by"]) == told
    assert results.questions.iloc[-1]["answered"] == 0, "nobody has answered the last one"
    assert results.questions.iloc[-1]["right"] != results.questions.iloc[-1]["right"]


def test_whom_each_choice_draws(results, handed_in, asked):
    for row in results.choices.to_dict("records"):
        question = next(each for each in asked if each["id"] == row["question_id"])
        chosen = [
            (sorted(handed_in)[student - 1], a)
            for student, a in first_tries(handed_in)
            if a["question_id"] == question["id"] and a["chosen"] == row["choice"]
        ]
        assert row["chosen_by"] == len(chosen)
        names = sorted(handed_in[file].get("name", "") for file, _ in chosen)
        assert row["names"] == ", ".join(name for name in names if name)


def test_the_largest_share_of_wrong_answers_weighted_by_sureness_comes_first(results, handed_in):
    counts, weights = {}, Counter()
    for _, answer in first_tries(handed_in):
        sure_and_wrong, wrong, of = counts.get(answer["topic"], (0, 0, 0))
        is_wrong = not answer["right"]
        sure_and_wrong += is_wrong and answer["sure"] == "sure"
        counts[answer["topic"]] = (sure_and_wrong, wrong + is_wrong, of + 1)
        weights[answer["topic"]] += is_wrong * (2 + SURE.index(answer["sure"])) / 2
    expected = {topic: each for topic, each in counts.items() if each[1]}
    ranks = {topic: (weights[topic] / of, wrong) for topic, (_, wrong, of) in expected.items()}
    order = results.topics.index.to_list()
    assert set(order) == set(expected)
    assert [ranks[topic] for topic in order] == sorted(ranks.values(), reverse=True)
    for topic, row in results.topics.iterrows():
        assert (row["sure_and_wrong"], row["wrong"], row["answers"]) == expected[topic]
    first = results.talk_about()[0]
    row = results.topics.iloc[0]
    assert f"{row['wrong']} of {row['answers']} first answers were wrong" in first
    assert f"{row['sure_and_wrong']} of them sure" in first
    assert f'card "{row["card"]}", section "' in first
    assert len(results.talk_about(2)) == 2
    rest = results.topics.iloc[5:]
    assert len(rest) > 0
    assert f"{len(rest)} more: {rest.iloc[0]['card'].rstrip('?')} (" in str(results)
    assert f"{len(rest)} more: " in results._repr_html_()


def test_guesses_that_were_all_wrong_come_before_one_that_was_sure_and_wrong(
    asked, page_file, tmp_path
):
    """One of three sure and wrong, against three of three wrong; each wrong answer another one."""
    first = asked[0]
    second = next(each for each in asked if each["topic"] != first["topic"])
    files = {}
    for student in range(3):
        given = []
        for question, is_wrong in ((first, student == 0), (second, True)):
            wrong = [each["text"] for each in question["choices"] if not each["right"]]
            right = next(each["text"] for each in question["choices"] if each["right"])
            (answer,) = answers_of(student, [question], random.Random(student))[-1:]
            sure = "sure" if question is first else "guessing"
            chosen = wrong[student] if is_wrong else right
            given.append({**answer, "chosen": chosen, "right": not is_wrong, "sure": sure})
            given[-1]["id"] += question["id"]
        files[f"{student}.json"] = hand_in(student, given)
    results = pnet_paths.class_results(write(tmp_path, files), page_file)
    assert results.topics.index.to_list() == [second["topic"], first["topic"]]
    all_wrong, sure_and_wrong = results.talk_about()
    assert "3 of 3 first answers were wrong (card" in all_wrong, "none draws more than the others"
    assert "1 of 3 first answers were wrong, 1 of them sure; 1 chose " in sure_and_wrong
    assert results.questions.loc[second["id"], "wrong_choices"].count(" (1)") == 3


def test_a_question_is_known_by_its_words(results, asked):
    """By no number, as the page asks in another order; and no two by the same words."""
    names = results.questions["short"].to_list()
    assert len(set(names)) == len(asked)
    factors = list(the_guide().factors.values())
    for name, question in zip(names, asked, strict=True):
        assert question["text"].endswith(question["asked"])
        assert name.endswith(question["asked"])
        assert len(name) <= len(question["text"]) + 1
        for place in question["decides"]:
            phrase = factors[place].levels[question["codes"][place]].phrase
            assert re.sub("^(is|was) ", "", phrase).lower() in name.lower()
        assert f"- {name}\n" in str(results) or not results.questions.loc[question["id"]].answered
    assert re.search(r"question \d", str(results)) is None


def test_how_many_have_seen_each_scene(results):
    seen = results.scenes.set_index(["case", "scene"])["seen_by"]
    assert seen["Years later, in the liver"].to_list() == [25, 12, 0, 0, 0]


def test_the_page_says_what_is_right(asked, page_file, tmp_path):
    question = asked[0]
    wrong = next(each["text"] for each in question["choices"] if not each["right"])
    (given,) = answers_of(0, [question], random.Random(4))[-1:]
    forged = {**given, "chosen": wrong, "correct": wrong, "right": True, "topic": "socks"}
    results = pnet_paths.class_results(write(tmp_path, {"a.json": hand_in(0, [forged])}), page_file)
    assert results.questions.loc[question["id"], ["right", "wrong_choice"]].to_list() == [0, wrong]


def test_fields_of_later_pages_are_read_over(asked, page_file, tmp_path):
    answers = [{**each, "box": {"ssa": 1}} for each in answers_of(0, asked[:1], random.Random(4))]
    more = {"guesses": [{"scene": 1}], "scenes": ["years_later 1", {"case": 1}, None]}
    results = pnet_paths.class_results(
        write(tmp_path, {"a.json": hand_in(0, answers, **more)}), page_file
    )
    assert (results.students, results.skipped) == (1, ())


def test_the_one_page_in_the_folder_is_the_page(handed_in, page_file, tmp_path):
    write(tmp_path, {**handed_in, "notes.html": b"<p>notes", "zip.ZIP": b"PK\3\4"})
    with pytest.raises(PnetPathsError, match=r"no page in .*--page"):
        pnet_paths.class_results(tmp_path)
    (tmp_path / "week.html").write_bytes(page_file.read_bytes())
    results = pnet_paths.class_results(str(tmp_path))
    assert results.students == 25
    assert results.skipped == (
        "notes.html: a page, not a file of answers",
        "zip.ZIP: an archive; unpack it, and read the folder again",
    )
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "copy.html").write_bytes(page_file.read_bytes())
    with pytest.raises(PnetPathsError, match=r"more than one page .*week\.html"):
        pnet_paths.class_results(tmp_path)


def test_what_is_no_folder_or_no_page_is_refused(folder, tmp_path):
    archive = write(tmp_path, {"class.zip": b"PK"}) / "class.zip"
    with pytest.raises(PnetPathsError, match=r"class\.zip is not a folder; unpack it first"):
        pnet_paths.class_results(archive)
    with pytest.raises(PnetPathsError, match=r"class\.zip is not a page"):
        pnet_paths.class_results(folder, archive)


def test_a_pipe_does_not_stop_it(page_file, tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    os.mkfifo(tmp_path / "pipe.json")
    results = pnet_paths.class_results(tmp_path, page_file)
    assert results.skipped == ("pipe.json: not a file",)
    assert results.summary == "0 hand-ins, 0 first answers."
    assert "Nobody answered 14 of 14 questions." in str(results)
    assert results.plot()._repr_png_().startswith(b"\x89PNG")
    assert results.plot_choices()._repr_png_().startswith(b"\x89PNG")


def test_a_copy_under_another_name_counts_once(handed_in, page_file, tmp_path):
    whole = handed_in["01/answers.json"]
    files = {"a.json": whole, "b.json": {**whole, "name": "Ben"}, "c.json": {**whole, "id": "c"}}
    results = pnet_paths.class_results(write(tmp_path, files), page_file)
    assert len(results.answers) == len(whole["answers"])
    assert results.students == 1
    assert results.skipped[0] == "a.json: handed in again as b.json, under another name"
    assert results.skipped[1].startswith("c.json: ")


def test_no_cell_is_a_formula_and_no_text_is_markup(handed_in, page_file, tmp_path):
    whole = handed_in["01/answers.json"]
    evil = {**whole, "name": '=1+1;@x<script>alert("1")</script>'}
    results = pnet_paths.class_results(
        write(tmp_path, {"<b>x.json": b"{", "a.json": evil}), page_file
    )
    for table in (results.answers, results.questions, results.choices, results.scenes):
        for separator in ",;":
            rows = csv.reader(io.StringIO(table.to_csv()), delimiter=separator)
            assert not [c for row in rows for c in row if c.strip().startswith(tuple("=+-@"))]
    html = results._repr_html_()
    assert "<script>" not in html
    assert "&lt;b&gt;x.json" in html


def test_the_charts_have_titles_and_large_letters(results):
    for figure in (results.plot(), results.plot_choices()):
        title = figure.get_suptitle() or figure.axes[0].get_title(loc="left")
        assert title
        sizes = [text.get_size() for axes in figure.axes for text in axes.texts]
        sizes += [label.get_size() for axes in figure.axes for label in axes.get_yticklabels()]
        assert min(sizes) >= 15
        width, height = figure.get_size_inches()
        assert min(sizes) / 72 / height > 0.014, "a seventieth of the screen's height"
        assert width > height
        figure.draw_without_rendering()
        drawn = figure.get_tightbbox()  # in inches
        assert drawn.x1 <= width
        for axes in figure.axes:
            for label in axes.get_yticklabels():
                assert label.get_window_extent().x0 > 0.2 * figure.dpi, "room at the edge"


def test_the_command_prints_the_summary_and_writes_tables(folder, page_file, tmp_path, capfd):
    table, charts = tmp_path / "a.csv", tmp_path / "c.pdf"
    options = ["--page", str(page_file), "--csv", str(table), "--charts", str(charts)]
    assert main(["results", str(folder), *options]) == 0
    results = pnet_paths.class_results(folder, page_file)
    assert capfd.readouterr().out == f"{results}\n"
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    assert len(rows) == len(results.answers)
    assert charts.read_bytes().startswith(b"%PDF")
    assert main(["results", str(folder)]) == 2
    assert "--page pnet.html on the command line" in capfd.readouterr().err


NAMES = "classResults, moreTopics, questionName, topicsNext, topicSentence"
IMPORTS = f'import {{ {NAMES} }} from "../core/class_results.js";'
COUNTED = """(page, files) => {
  const results = classResults(page, files);
  const topics = topicsNext(page.questions, results.counts);
  const sentences = topics.map((topic) => topicSentence(page.document, topic));
  const more = moreTopics(page.document, topics.slice(5));
  return { ...results, sentences, more, names: page.questions.map(questionName) };
}"""


def test_the_page_counts_what_python_counts(handed_in, asked, page_file, tmp_path):
    whole = list(handed_in.values())
    some = {f"{number:02}.json": each for number, each in enumerate(whole[4:], start=4)}
    early = {**whole[5], "saved": SAVED.format(0), "answers": whole[5]["answers"][:1]}
    foreign = [{**each, "question_id": "x"} for each in whole[6]["answers"]]
    strange = [None, 5, {"id": 1}, {**whole[7]["answers"][0], "chosen": "?"}]
    forged = [{**each, "right": True, "correct": each["chosen"]} for each in whole[0]["answers"]]
    some |= {
        "a half.json": json.dumps(whole[0]).encode()[:300],
        "b early.json": {**early, "name": "Somebody"},
        "c foreign.json": {**whole[6], "id": "c", "answers": foreign},
        "d strange.json": {**whole[0], "id": "d", "answers": [*whole[0]["answers"], *strange]},
        "e copied.json": {**whole[8], "id": "e"},
        "f guide.json": {**whole[1], "guide": "Socks"},
        "g empty.json": {**whole[1], "answers": []},
        "h list.json": [],
        "i forged.json": {**whole[0], "id": "i", "answers": forged},
        "j old.json": {**whole[1], "version": 3},
        "k name.json": {**whole[1], "name": 5},
    }
    results = pnet_paths.class_results(write(tmp_path, some), page_file)
    files = [{"name": path.name, "text": path.read_text("utf-8")} for path in tmp_path.iterdir()]
    racer = MiniRacer()
    racer.eval(join_modules("asked", module_texts() | {"asked": IMPORTS}))
    given = f"{json.dumps(page_data(page_file))}, {json.dumps(files)}"
    found = json.loads(racer.eval(f"JSON.stringify(({COUNTED})({given}))"))
    assert found["students"] == results.students
    assert found["sentences"] == list(results.talk_about(100))
    assert found["more"]
    assert f"- {found['more']}\n" in str(results)
    assert found["names"] == results.questions["short"].to_list()
    drawn = [
        "; ".join(f"{each['choice']} ({each['by']})" for each in count["choices"])
        for count in found["counts"]
    ]
    assert drawn == results.questions["wrong_choices"].to_list()
    skipped = [line.replace("of this page", "of p.html") for line in found["skipped"]]
    assert sorted(skipped) == sorted(results.skipped)
    assert len(skipped) > 9
    names = ["answered", "sure", "sure_and_wrong", "weighted_wrong", "wrong_choice"]
    names += ["wrong_choice_by"]
    expected = results.questions[names].to_dict("split")["data"]
    order = ("answered", "sure", "sureAndWrong", "weightedWrong", "choice", "by")
    assert [[each[name] for name in order] for each in found["counts"]] == expected
    rights = [each["answered"] - each["wrong"] for each in found["counts"]]
    shares = (results.questions["right"].fillna(0) * results.questions["answered"]).round()
    assert rights == shares.astype(int).to_list()
