"""A round of questions without a page: what comes back, what is missing, how it went."""

from __future__ import annotations

import json

import pytest
from py_mini_racer import MiniRacer

from pnet_paths.front.module_joining import join_modules, module_texts
from pnet_paths.teach import KINDS

PLAYED = """(questions, given, before) => {
  const round = new Round(questions, before);
  const answers = [];
  const seen = given.map(([place, sure]) => {
    const { head, question } = round;
    const answer = round.answer(place, sure);
    if (typeof answer !== "string") { answers.push(answer); round.next(); }
    return [head, question?.text ?? null, answer];
  });
  return [...seen, [round.head, round.question?.text ?? null, summary(answers)]];
}"""


CHOICES = [{"text": "yes", "right": True}, {"text": "no", "right": False}]
NAMES = [("one", "offered", "ssa"), ("two", "offered", "prrt"), ("three", "first", "rfa")]


def question(text, kind, topic="", considered=1):
    asked = {"text": text, "kind": kind, "topic": topic, "considered": considered}
    return {"id": f"id of {text}", **asked, "choices": CHOICES}


@pytest.fixture(scope="module")
def core():
    racer = MiniRacer()
    names = "calibration, Round, roundOf, summary, sureAndWrong"
    imports = f'import {{ {names} }} from "../core/question_round.js";'
    racer.eval(join_modules("asked", module_texts() | {"asked": imports}))

    def call(function, *arguments):
        texts = ", ".join(map(json.dumps, arguments))
        return json.loads(racer.eval(f"JSON.stringify(({function})({texts}))"))

    return call


@pytest.fixture
def play(core):
    def played(*given, before=()):
        return core(PLAYED, [question(*each) for each in NAMES], given, before)

    return played


def test_what_was_missed_comes_back_and_the_summary_names_it(play):
    *seen, (head, question, summary) = play((1, "sure"), (0, "guessing"), (0, "sure"), (0, "sure"))
    assert [each[:2] for each in seen] == [
        ["Question 1 of 3", "one"],
        ["Question 2 of 3", "two"],
        ["Question 3 of 3", "three"],
        ["Once more", "one"],
    ]
    assert (head, question) == ("That was all of them", None)
    assert summary == [
        {"kind": "What the guide offers", "right": 1, "of": 2, "again": ["ssa", "prrt"]},
        {"kind": "What is usual or comes first", "right": 1, "of": 1, "again": []},
    ]


def test_a_round_goes_from_easy_to_hard_by_what_must_be_considered(core):
    considered = [4, 1, 3, 1, 2, 2]
    stock = [
        question(f"{n}", ("offered", "first")[n % 2], considered=each)
        for n, each in enumerate(considered)
    ]
    found = core("(stock, kinds) => roundOf(stock, kinds, [])", stock, ["offered", "first"])
    assert [each["considered"] for each in found] == sorted(considered)
    assert [each["kind"] for each in found[2:4]] == ["offered", "first"]


FITTED = """(questions, given) => {
  const round = new Round(questions);
  const done = [round.done];
  const answers = given.map(([place, sure]) => {
    const answer = round.answer(place, sure);
    done.push(round.done);
    round.next();
    return answer;
  });
  const wrong = sureAndWrong(questions, answers).map(({ question }) => question.text);
  return [calibration(answers), wrong, done];
}"""


def test_how_well_sureness_fitted_and_what_was_sure_and_wrong(core):
    questions = [question(each, "offered") for each in ("one", "two", "three", "four")]
    given = [(1, "sure"), (0, "sure"), (1, "guessing"), (0, "fairly_sure"), (0, "sure")]
    fitted, wrong, done = core(FITTED, questions, given)
    assert fitted == [
        {"sure": "sure", "right": 1, "of": 2},
        {"sure": "fairly sure", "right": 1, "of": 1},
        {"sure": "guessing", "right": 0, "of": 1},
    ]
    assert wrong == ["one"]
    assert done == [0, 0, 1, 1, 2, 3], "what is missed comes back"


def test_an_answer_needs_a_choice_and_how_sure_it_is(play):
    seen = play((-1, ""), (-1, "sure"), (0, ""), (0, "sure"))
    assert [each[2] for each in seen[:3]] == [
        "Choose an answer, and say how sure you are.",
        "Choose an answer.",
        "Say how sure you are.",
    ]
    assert seen[4][:2] == ["Question 2 of 3", "two"]


@pytest.mark.parametrize("count", range(1, 9))
def test_a_round_goes_on_where_the_answers_end(play, count):
    """Wherever it was left, also in the second turn, it goes on as if it had not been."""
    given = [(1, "sure"), (0, "guessing"), (1, "sure"), (0, "sure"), (0, "sure")]
    *seen, end = play(*given)
    answers = [each[2] for each in seen]
    if count < 5:
        assert play(*given[count:], before=answers[:count])[:-1] == seen[count:]
        assert play(*given[count:], before=answers[:count])[-1][:2] == end[:2]
    else:
        again = play(*given[count - 5 :], before=answers + answers[: count - 5])
        assert again[:-1] == seen[count - 5 :]


ROUNDS = """(stock, kinds, missed) => {
  const answers = [];
  const rounds = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const questions = roundOf(stock, kinds, answers);
    rounds.push(questions.map(({ text }) => text));
    const round = new Round(questions, answers);
    while (round.question) {
      const wrong = !round.missed.has(round.question.id) && missed === round.question.text;
      answers.push(round.answer(wrong ? 1 : 0, "sure"));
      if (wrong && roundOf(stock, kinds, answers)[0] !== questions[0]) throw new Error("left");
      round.next();
    }
  }
  return [rounds, answers.map(({ question }) => question)];
}"""


def test_what_is_missed_comes_back_before_the_next_round_and_the_rounds_come_again(core):
    stock = [question(f"{kind} {n}", kind) for n in range(7) for kind in ("offered", "first")]
    rounds, answers = core(ROUNDS, stock, ["offered", "first"], "offered 2")
    assert [len(each) for each in rounds] == [7, 7, 7]
    assert sorted(rounds[0] + rounds[1]) == sorted(each["text"] for each in stock)
    assert rounds[2] == rounds[0]
    assert [text.split()[0] for text in rounds[0]] == ["offered"] * 4 + ["first"] * 3
    assert answers.index("offered 2") < 7
    assert answers[7] == "offered 2"
    assert core("(stock) => roundOf(stock, ['hard'], [])", stock) == []


def test_kinds_are_called_as_in_python(core):
    answers = [
        {"question_id": kind, "kind": kind, "topic": "", "right": True, "sure": "sure"}
        for kind in KINDS
    ]
    rows = core("(answers) => summary(answers)", answers)
    assert [row["kind"] for row in rows] == [kind.label for kind in KINDS.values()]
