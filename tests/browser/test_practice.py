"""A round of questions in JupyterLab, by keyboard, and what is in the page before an answer."""

from __future__ import annotations

import pytest
from acts import GUIDE, run_cell
from axe_playwright_python.sync_playwright import Axe

from pnet_paths.quiz import questions

ASKED = questions(GUIDE, seed=11, count=2)


@pytest.fixture
def quiz(open_lab):
    watched = open_lab(1366, 768)
    page = watched.page
    run_cell(page, "pnet_paths.ask(seed=11, count=2)")
    page.locator(".pp-quiz").wait_for(timeout=60_000)
    page.locator(".pp-quiz").scroll_into_view_if_needed()
    yield page
    watched.assert_quiet()


def axe(page):
    violations = Axe().run(page, context=".pp-quiz").response["violations"]
    return [(v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in violations]


def test_a_round_is_answered_with_the_keyboard(quiz):
    page = quiz
    box = page.locator(".pp-quiz")
    assert axe(page) == []
    for number, question in enumerate(ASKED):
        box.get_by_role("heading", name=f"Question {number + 1} of 2").wait_for()
        content = page.content()
        assert not any(choice.because[:60] in content for choice in question.choices)
        assert box.locator(".pp-drawing").count() == 0
        box.get_by_role("radio").nth(question.key).focus()
        page.keyboard.press("Space")
        box.get_by_role("button", name="sure", exact=True).press("Enter")
        box.get_by_role("button", name="Answer", exact=True).press("Enter")
        box.get_by_text("Right.").wait_for()
        box.locator(".pp-drawing svg").wait_for()
        assert axe(page) == []
        box.get_by_role("button", name="Next question").press("Enter")
    box.get_by_role("heading", name="That was all of them").wait_for()
    assert "1 of 1" in box.inner_text()
    assert axe(page) == []
