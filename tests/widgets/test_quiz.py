"""A round of questions without a page: what it is handed, and what comes back."""

from __future__ import annotations

import pytest

import pnet_paths
from pnet_paths import PnetPathsError
from pnet_paths.teach import DIFFICULTIES, questions


@pytest.fixture
def quiz(guide):
    return pnet_paths.ask(seed=11, count=3, guide=guide)


def test_the_page_gets_the_questions_of_the_seed(guide, quiz):
    expected = sorted(questions(guide, 11, 3), key=lambda each: each.considered)
    assert [each["text"] for each in quiz.questions] == [each.text for each in expected]
    for given, question in zip(quiz.questions, expected, strict=True):
        assert given["codes"] == guide.space.codes(question.profile)
        assert [c["right"] for c in given["choices"]].index(True) == question.key


def test_what_the_page_says_was_answered_becomes_the_results(quiz):
    answer = {"question": "Which?", "kind": "first", "topic": "ssa", "chosen": "A", "right": True}
    assert quiz.results.empty
    quiz.answers = [answer | {"sure": "sure"}, answer | {"sure": "guessing", "right": False}]
    assert quiz.results["right"].tolist() == [True, False]
    assert quiz.results["sure"].tolist() == ["sure", "guessing"]


@pytest.mark.parametrize("options", [{"count": "5"}, {"count": 0}, {"seed": "x"}, {"level": 5}])
def test_what_is_no_quiz_is_said(options, guide):
    name = next(iter(options))
    with pytest.raises(
        PnetPathsError, match="a quiz cannot have 0 questions|is not a level|" + name
    ):
        pnet_paths.ask(guide=guide, **options)


def test_more_questions_and_another_level_are_asked_for(guide, quiz):
    quiz.send = lambda *_: None
    first = quiz.questions
    ask = {"method": "custom", "content": {"do": "more"}}
    quiz._handle_msg({"content": {"data": ask}, "buffers": []})
    assert {q["text"] for q in quiz.questions} == {q.text for q in questions(guide, 12, 3)}
    assert quiz.questions != first
    ask["content"] = {"do": "more", "level": "hard"}
    quiz._handle_msg({"content": {"data": ask}, "buffers": []})
    assert {each["kind"] for each in quiz.questions} <= set(DIFFICULTIES["hard"])
    with pytest.raises(PnetPathsError, match=r'"harder" is not a level \(easy, medium, hard\)'):
        pnet_paths.ask(level="harder")
