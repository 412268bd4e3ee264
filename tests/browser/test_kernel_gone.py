"""A lesson goes on without its kernel: explorer, player, stage and quiz answer from the page."""

from __future__ import annotations

import pytest
from acts import run_cell, shut_down_kernel, start_kernel_again, until
from packaged import the_guide

from pnet_paths.teach import questions

DESC = "document.querySelector('.pp-sources desc').textContent"
"""What the drawing of the sources says."""


@pytest.fixture
def alone(cleared, notebook):
    """Player, stage and quiz in a notebook whose kernel has been shut down."""
    page = cleared
    run_cell(
        page,
        "import pnet_paths; display(pnet_paths.play(), pnet_paths.present(), "
        "pnet_paths.ask(seed=11, count=2))",
    )
    page.locator(".pp-quiz input").first.wait_for(timeout=60_000)
    page.locator(".pp-hall .pp-drawing svg").wait_for()
    shut_down_kernel(page)
    yield page
    start_kernel_again(notebook)


def test_sources_that_were_shown_once_go_on(cleared, notebook):
    page = cleared
    run_cell(
        page,
        "import pnet_paths; shown = pnet_paths.explore(profile={'extent': 'metastatic'}); "
        "shown.view = 'sources'; display(shown, pnet_paths.explore())",
    )
    one, two = (page.locator(".pp-explorer").nth(at) for at in (0, 1))
    drawn = one.locator(".pp-sources svg desc")
    drawn.wait_for(state="attached", timeout=60_000)
    two.get_by_role("button", name="Sources").wait_for()
    shut_down_kernel(page)
    before = drawn.text_content()
    one.locator(".pp-source-question button").first.click()
    one.locator(".pp-source-known button").wait_for()
    until(page, f"(before) => {DESC} !== before", before)
    before = drawn.text_content()
    one.locator(".pp-chips").get_by_role("button", name="metastatic").click()
    until(page, f"(before) => {DESC} !== before", before)
    two.get_by_role("button", name="Sources").click()
    two.get_by_text("run this cell again (Shift + Enter)").last.wait_for()
    two.get_by_role("button", name="This pathway").click()
    two.locator(".pp-drawing svg").first.wait_for()
    start_kernel_again(notebook)


def test_the_lesson_goes_on(alone):
    page, scenes = alone, next(iter(the_guide().cases.values())).scenes
    player = page.locator(".pp-player")
    for name in ("Reveal", "Next scene"):
        player.get_by_role("button", name=name).click()
    player.get_by_role("heading", name=scenes[1].title).wait_for()
    page.locator(".pp-hall").focus()
    page.keyboard.press("PageDown")
    until(page, "() => !document.querySelector('.pp-hall .node.blank')")
    page.keyboard.press("PageDown")
    page.locator(".pp-hall h2", has_text=scenes[1].title).wait_for()
    quiz = page.locator(".pp-quiz")
    asked = sorted(questions(the_guide(), seed=11, count=2), key=lambda each: each.considered)
    for question in asked:
        quiz.get_by_role("radio").nth(question.key).check()
        quiz.get_by_role("button", name="sure", exact=True).click()
        quiz.get_by_role("button", name="Answer").click()
        quiz.get_by_text("Right.").wait_for()
        quiz.locator(".pp-drawing svg:not(.pp-leaving)").wait_for()
        quiz.locator(".mod-primary").click()
    quiz.get_by_role("heading", name="That was all of them").wait_for()
    quiz.get_by_role("button", name="More questions").click()
    quiz.get_by_text("New questions wait for Python").wait_for()
