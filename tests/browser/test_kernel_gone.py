"""A lesson goes on when its kernel is gone: player, stage and quiz answer from the page."""

from __future__ import annotations

import re

import pytest
from acts import run_cell, until
from packaged import the_guide

from pnet_paths.teach import questions


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
    page.locator(".pp-hall svg").wait_for()
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text="Shut Down Kernel").first.click()
    page.get_by_text("No Kernel").first.wait_for()
    yield page
    # ipywidgets says in the console that it could not tell Python of a choice or a click.
    notebook.errors[:] = [e for e in notebook.errors if not re.search("[Cc]annot send|not send", e)]
    page.get_by_text("No Kernel").first.click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.get_by_text("| Idle").wait_for(timeout=60_000)


def test_the_lesson_goes_on(alone):
    page, scenes = alone, next(iter(the_guide().cases.values())).scenes
    player = page.locator(".pp-player")
    player.get_by_role("button", name="Next").click()
    player.get_by_role("heading", name=scenes[1].title).wait_for()
    page.locator(".pp-hall").focus()
    page.keyboard.press("PageDown")
    until(page, "() => !document.querySelector('.pp-hall .node.blank')")
    page.keyboard.press("PageDown")
    page.locator(".pp-hall h2", has_text=scenes[1].title).wait_for()
    quiz = page.locator(".pp-quiz")
    for question in questions(the_guide(), seed=11, count=2):
        quiz.get_by_role("radio").nth(question.key).check()
        quiz.get_by_role("button", name="sure", exact=True).click()
        quiz.get_by_role("button", name="Answer").click()
        quiz.get_by_text("Right.").wait_for()
        quiz.locator(".pp-drawing svg").wait_for()
        quiz.locator(".mod-primary").click()
    quiz.get_by_role("heading", name="That was all of them").wait_for()
    quiz.get_by_role("button", name="More questions").click()
    quiz.get_by_text("New questions wait for Python").wait_for()
