"""A round of questions, by keyboard, and what is in the page before an answer."""

from __future__ import annotations

import pytest
from acts import until, violations
from packaged import the_guide

from pnet_paths.pages import page as written
from pnet_paths.statuses import Status
from pnet_paths.teach import questions
from pnet_paths.teach.question_facts import deciding_facts


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
    asked_in_order = sorted(questions(the_guide(), seed=11, count=2), key=lambda q: q.considered)
    for number, question in enumerate(asked_in_order):
        box.get_by_role("heading", name=f"Question {number + 1} of 2").wait_for()
        content = page.content()
        assert not any(choice.because[:60] in content for choice in question.choices)
        box.locator(".pp-drawing .node.blank").first.wait_for()
        assert box.locator(".pp-legend, .pp-lines p, .pp-decides").count() == 0
        told = box.locator(".pp-quiz-drawing").evaluate("place => place.outerHTML.toLowerCase()")
        assert not [each for each in Status if each.label in told or f" {each}" in told]
        facts = the_guide().space.codes(question.profile)
        assert box.locator(".pp-known li").count() == len(facts) - list(facts).count(-1)
        asked = box.locator(".pp-story").inner_text()
        assert len(asked.split()) < 40, "the facts stand in chips"
        assert question.text.endswith(asked)
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
        box.locator(".pp-drawing svg:not(.pp-leaving) .node:not(.blank)").first.wait_for()
        names = deciding_facts(the_guide(), question)
        assert box.locator(".pp-decides").count() == len(names)
        assert box.locator("progress").evaluate("bar => bar.value") == number + 1
        assert axe(page) == []
        page.keyboard.press("Enter")  # the same button leads on
    box.get_by_role("heading", name="That was all of them").wait_for()
    assert "sure: 2 of 2 right" in box.inner_text()
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


def test_what_was_sure_and_wrong_is_listed_and_leads_to_its_card(web, tmp_path):
    page = web("#show=quiz", 390, 844, file=written(tmp_path / "page.html", count=2, seed=11))
    box = page.locator(".pp-quiz")
    for question in sorted(questions(the_guide(), seed=11, count=2), key=lambda q: q.considered):
        for place in ((question.key + 1) % 4,):
            give(box, place)
        box.locator(".mod-primary").click()
    for question in sorted(questions(the_guide(), seed=11, count=2), key=lambda q: q.considered):
        box.get_by_role("heading", name="Once more").wait_for()
        give(box, question.key)
        box.locator(".mod-primary").click()
    box.get_by_text("sure: 0 of 2 right").wait_for()
    assert box.locator(".pp-mistaken li").count() == 2
    box.get_by_role("link", name="See it in the explorer").last.click()
    page.locator(".pp-explorer .pp-card h2").wait_for()


def give(box, place):
    box.get_by_role("radio").nth(place).check()
    box.get_by_role("button", name="sure", exact=True).click()
    box.get_by_role("button", name="Answer", exact=True).click()
    box.locator(".pp-told-why li").first.wait_for()


# Drawings begin at 0, in their own units, with four points around them.
OUTSIDE = """() => [...document.querySelectorAll(".pp-quiz .pp-sign")]
  .filter(sign => sign.getBBox().x < -4).map(sign => sign.textContent)"""


def test_the_sign_of_a_folded_member_is_not_cut_at_the_edge(web, tmp_path):
    """It says of whom it is, on a card at the left edge that is narrower than these words."""
    page = web("#show=quiz", file=written(tmp_path / "page.html", count=1, seed=2))
    box = page.locator(".pp-quiz")
    box.get_by_role("radio").first.check()
    box.get_by_role("button", name="guessing").click()
    box.get_by_role("button", name="Answer", exact=True).click()
    box.locator(".pp-sign", has_text="\u2715 Debulking surgery").wait_for()
    assert page.evaluate(OUTSIDE) == []
