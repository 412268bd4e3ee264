"""A round of questions on the screen: what an open one hides, and what comes back."""

from __future__ import annotations

import pytest
from shown import part, within

import pnet_paths
from pnet_paths import PnetPathsError


def states(widget):
    """All that the front end knows of a widget and what it holds."""
    return [each.get_state() for each in within(widget)]


@pytest.fixture
def quiz(guide):
    return pnet_paths.ask(seed=11, count=3, guide=guide)


def give(quiz, right, sure="sure"):
    question = quiz.question
    place = question.key if right else (question.key + 1) % len(question.choices)
    quiz.choices.value = question.choices[place].text
    quiz.sure.value = sure
    quiz.go.click()


def test_an_open_question_holds_no_answer(quiz):
    for _ in range(3):
        known = str(states(quiz))
        question = quiz.question
        assert question.choices[0].text in known
        assert not any(choice.because[:40] in known for choice in question.choices)
        assert "<svg" not in known, "no drawing yet"
        assert quiz.choices.value is None
        give(quiz, right=True)
        told = str(states(quiz))
        assert "Right." in told
        assert quiz.flowchart.codes == quiz.guide.space.codes(question.profile)
        quiz.go.click()


def test_what_was_missed_comes_back_and_the_summary_names_it(quiz):
    missed = quiz.question
    give(quiz, right=False)
    assert "it will come back" in part(quiz, "pp-told-why").value
    for _ in range(2):
        quiz.go.click()
        give(quiz, right=True)
    quiz.go.click()
    assert quiz.question == missed
    assert "Once more" in part(quiz, "pp-progress").value
    give(quiz, right=True)
    quiz.go.click()
    assert quiz.question is None
    results = quiz.results
    assert results["right"].tolist() == [False, True, True, True]
    topic = missed.topic
    label = (quiz.guide.treatments.get(topic) or quiz.guide.factors[topic]).label
    assert label in part(quiz, "pp-story").value


def test_an_answer_needs_a_choice_and_how_sure_it_is(quiz):
    said = []
    part(quiz, "pp-told-why").observe(lambda change: said.append(change["new"]), "value")
    quiz.go.click()
    quiz.go.click()
    both = '<p role="alert">Choose an answer, and say how sure you are.</p>'
    assert said == [both, "", both], "heard again, as the page is told again"
    quiz.sure.value = "sure"
    quiz.go.click()
    assert said[-1] == '<p role="alert">Choose an answer.</p>'
    quiz.sure.value, quiz.choices.value = None, quiz.question.choices[0].text
    quiz.go.click()
    assert said[-1] == '<p role="alert">Say how sure you are.</p>'
    assert quiz.results.empty


def test_a_level_can_be_chosen_and_what_was_answered_stays(quiz):
    give(quiz, right=True)
    first = quiz.results
    quiz.level.value = "hard"
    assert "Question 1 of 3" in part(quiz, "pp-progress").value
    for _ in range(3):
        assert quiz.question.kind in ("opens", "differs")
        give(quiz, right=True)
        quiz.go.click()
    assert quiz.results.head(1).equals(first)
    assert quiz.results["kind"].tolist()[1:] == ["opens", "opens", "differs"]
    with pytest.raises(PnetPathsError, match=r'"harder" is not a level \(easy, medium, hard\)'):
        pnet_paths.ask(level="harder")
