"""A round of questions, by keyboard, and what is in the page before an answer."""

from __future__ import annotations

import pytest
from acts import until, violations
from packaged import the_guide

from pnet_paths.pages import page as written
from pnet_paths.teach import questions


@pytest.fixture
def quiz(web):
    return web("#show=quiz")


# How far the middle of each choice's circle is from the middle of its first line of text.
OFF_THE_LINE = """() => [...document.querySelectorAll(".pp-choices :has(> input)")].map(label => {
  const text = document.createRange();
  text.selectNode(label.querySelector("span").firstChild);
  const line = text.getClientRects()[0];
  const circle = label.querySelector("input").getBoundingClientRect();
  return Math.abs((line.top + line.bottom - circle.top - circle.bottom) / 2);
})"""


def axe(page):
    return violations(page, ".pp-quiz")


def tab_to(page, name):
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()") == name:
            return
    raise AssertionError(f"Tab does not come to {name}")


def test_a_round_is_answered_with_the_keyboard(quiz):
    page = quiz
    box = page.locator(".pp-quiz")
    assert axe(page) == []
    for number, question in enumerate(questions(the_guide(), seed=11, count=2)):
        box.get_by_role("heading", name=f"Question {number + 1} of 2").wait_for()
        content = page.content()
        assert not any(choice.because[:60] in content for choice in question.choices)
        assert box.locator(".pp-drawing").count() == 0
        first = box.get_by_role("radio").first
        if number == 0:
            first.focus()  # later the focus comes with the question
        until(page, "e => e === document.activeElement", first.element_handle())
        page.keyboard.press("ArrowDown")  # to the second choice, which is chosen so
        for _ in range((question.key - 1) % 4):
            page.keyboard.press("ArrowDown")
        for name in ("sure", "Answer"):
            tab_to(page, name)
            page.keyboard.press("Enter")
        box.get_by_text("Right.").wait_for()
        box.locator(".pp-drawing svg").wait_for()
        assert axe(page) == []
        page.keyboard.press("Enter")  # the same button leads on
    box.get_by_role("heading", name="That was all of them").wait_for()
    assert "1 of 1" in box.inner_text()
    assert axe(page) == []


def test_what_is_missing_is_said_and_said_again(quiz):
    page = quiz
    box = page.locator(".pp-quiz")
    assert max(page.evaluate(OFF_THE_LINE)) <= 1.5
    answer, alert = box.get_by_role("button", name="Answer"), box.get_by_role("alert")
    answer.click()
    alert.get_by_text("Choose an answer, and say how sure you are.").wait_for()
    said = alert.element_handle()
    answer.click()  # a screen reader speaks of what is new in the page
    until(page, "said => !said.isConnected", said)
    alert.get_by_text("Choose an answer, and say how sure you are.").wait_for()
    box.get_by_role("radio").first.check()
    answer.click()
    box.get_by_text("Say how sure you are.", exact=True).wait_for()


# Drawings begin at 0, in their own units, with four points around them.
OUTSIDE = """() => [...document.querySelectorAll(".pp-quiz .pp-sign")]
  .filter(sign => sign.getBBox().x < -4).map(sign => sign.textContent)"""


def test_the_sign_of_a_folded_member_is_not_cut_at_the_edge(web, tmp_path):
    """It says of whom it is, on a card at the left edge that is narrower than these words."""
    page = web("#show=quiz", file=written(tmp_path / "page.html", count=1, seed=73))
    box = page.locator(".pp-quiz")
    box.get_by_role("radio").first.check()
    box.get_by_role("button", name="guessing").click()
    box.get_by_role("button", name="Answer", exact=True).click()
    box.locator(".pp-sign", has_text="\u2715 Debulking surgery").wait_for()
    assert page.evaluate(OUTSIDE) == []
