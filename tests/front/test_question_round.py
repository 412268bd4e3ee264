"""A round of questions without a page: what comes back, what is missing, how it went."""

from __future__ import annotations

import json

import pytest
from py_mini_racer import MiniRacer

from pnet_paths.front.module_joining import joined, sources

PLAYED = """(questions, given) => {
  const round = new Round(questions);
  const answers = [];
  const seen = given.map(([place, sure]) => {
    const { head, question } = round;
    const answer = round.answer(place, sure);
    if (typeof answer !== "string") { answers.push(answer); round.next(); }
    return [head, question?.text ?? null, answer];
  });
  return [...seen, [round.head, round.question?.text ?? null, summary(answers)]];
}"""


@pytest.fixture(scope="module")
def play():
    racer = MiniRacer()
    imports = 'import { Round, summary } from "../core/question_round.js";'
    racer.eval(joined("asked", sources() | {"asked": imports}))

    def played(*given):
        names = [("one", "offered", "ssa"), ("two", "offered", "prrt"), ("three", "first", "rfa")]
        choices = [{"text": "yes", "right": True}, {"text": "no", "right": False}]
        questions = [
            {"text": text, "kind": kind, "topic": topic, "choices": choices}
            for text, kind, topic in names
        ]
        arguments = f"{json.dumps(questions)}, {json.dumps(given)}"
        return json.loads(racer.eval(f"JSON.stringify(({PLAYED})({arguments}))"))

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


def test_an_answer_needs_a_choice_and_how_sure_it_is(play):
    seen = play((-1, ""), (-1, "sure"), (0, ""), (0, "sure"))
    assert [each[2] for each in seen[:3]] == [
        "Choose an answer, and say how sure you are.",
        "Choose an answer.",
        "Say how sure you are.",
    ]
    assert seen[4][:2] == ["Question 2 of 3", "two"]
