"""The self-study notebook, played through as a student does: Shift + Enter, click, answer."""

from __future__ import annotations

import re

import pytest
from acts import choose, part, wait_for
from packaged import the_guide
from playwright.sync_api import expect
from repository import ROOT

from pnet_paths.teach import DIFFICULTIES, questions


def checkpoints():
    """The seed, the number of questions and the level of each checkpoint of the notebook."""
    text = (ROOT / "notebooks" / "03_learn.ipynb").read_text(encoding="utf-8")
    found = re.findall(r'ask\(seed=(\d+), count=(\d), level=\\"(\w+)\\"\)', text)
    assert len(found) == 3
    return [(int(seed), int(count), level) for seed, count, level in found]


def wait_for_question(box, name):
    """Its heading comes first; last of all it can be answered."""
    box.get_by_role("heading", name=name).wait_for(timeout=60_000)
    expect(box.get_by_role("radio").first).to_be_enabled()


def give(box, place, sure, verdict):
    """Answer the question that is open, and see what is said of it."""
    box.get_by_role("radio").nth(place).check()
    box.get_by_role("button", name=sure, exact=True).click()
    box.get_by_role("button", name="Answer", exact=True).click()
    box.get_by_text(verdict).wait_for()


def in_order(asked):
    """As they are asked: from easy to hard."""
    return sorted(asked, key=lambda question: question.considered)


def answer(page, number, seed, count, level):
    """Answer a checkpoint's questions, the first one wrongly, until none comes back."""
    asked = in_order(questions(the_guide(), seed, count, DIFFICULTIES[level]))
    box = page.locator(".pp-quiz").nth(number)
    box.locator("input[type=radio]").first.wait_for(timeout=60_000)
    heads = [*(f"Question {place} of {count}" for place in range(1, count + 1)), "Once more"]
    for turn, question in enumerate([*asked, asked[0]]):
        wait_for_question(box, heads[turn])
        place = question.key if turn else (question.key + 1) % 4
        give(box, place, "fairly sure", "Right." if turn else "Not this one; it comes back")
        box.locator(".pp-drawing svg:not(.pp-leaving)").wait_for()
        box.locator("button.mod-primary").click()
    box.get_by_role("heading", name="That was all of them").wait_for()


@pytest.mark.exhaustive
def test_a_student_gets_through_the_notebook(open_lab):
    watched = open_lab(1366, 768, notebook="03_learn.ipynb")
    page = watched.page
    page.locator(".jp-CodeCell").first.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    page.locator(".pp-drawing svg").first.wait_for(timeout=60_000)
    known = {"extent": "localized", "course": "first", "removed": "no"}
    wait_for(page, known)
    part(page, "answer-resectability-resectable").click()
    known |= {"resectability": "resectable"}
    wait_for(page, known)
    for question, chosen, fact in [
        ("Which grade?", "G1 (low)", {"grade": "G1"}),
        ("Is it growing?", "stable", {"growth": "stable"}),
        ("Which symptoms?", "none", {"symptoms": "none"}),
        ("Can surgery wait?", "can wait", {"surgery_timing": "can_wait"}),
    ]:
        choose(page, question, chosen)
        known |= fact
        wait_for(page, known)
    assert the_guide().evaluate(known).status["active_surveillance"] == "option"
    part(page, "treatment-surgery").get_by_text("Surgery", exact=True).click()
    page.locator(".pp-card").get_by_text('section "Surgery"').first.wait_for()
    part(page, "answer-extent-metastatic").click()
    known |= {"extent": "metastatic"}
    wait_for(page, known)
    page.locator(".pp-card").get_by_text("may not be needed without symptoms").first.wait_for()
    part(page, "answer-sstr-positive").click()
    choose(page, "SSAs already given?", "not yet")
    known |= {"sstr": "positive", "prior_ssa": "no"}
    wait_for(page, known)

    cells = page.locator(".jp-CodeCell")
    for number, (seed, count, level) in enumerate(checkpoints()):
        cells.filter(has_text=f"ask(seed={seed},").locator(".cm-content").click()
        page.keyboard.press("Shift+Enter")
        answer(page, number, seed, count, level)

    cells.filter(has_text="pnet_paths.play").locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    player = page.locator(".pp-player")
    for scene in the_guide().cases["years_later"].scenes:
        player.get_by_role("heading", name=scene.title).wait_for(timeout=60_000)
        player.get_by_role("button", name="PRRT", exact=True).click()
        player.get_by_role("button", name="PRRT: expected").wait_for()
        player.get_by_role("button", name="Reveal").click()
        player.locator(".pp-outcomes", has_text="PRRT").wait_for()
        player.locator(".pp-on").click()

    cells.filter(has_text="two.other.profile").locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    two = page.locator(".pp-explorer[data-view=compare]")
    two.locator(".pp-ring.pp-differs").first.wait_for(timeout=60_000)
    two.get_by_role("button", name="Copy A to B").click()
    two.get_by_label("Another fact of B").select_option(label="grade")
    two.get_by_role("button", name="G3 (high)").click()
    row = two.get_by_role("row", name="Platinum + etoposide")
    row.get_by_text("rather not").wait_for()
    row.get_by_text("depends").wait_for()
    cells.filter(has_text="pd.concat").locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    page.get_by_text("4 of 7 questions were answered right at once.").wait_for()
    watched.assert_quiet()


@pytest.mark.exhaustive
def test_the_class_votes_on_the_questions_of_the_lesson(open_lab):
    watched = open_lab(1366, 768, notebook="02_present.ipynb")
    page = watched.page
    page.locator(".jp-CodeCell").first.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    page.get_by_text("A year of watching").first.wait_for(timeout=60_000)
    page.locator(".jp-CodeCell").filter(has_text="seed=2023").locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    box = page.locator(".pp-quiz")
    for number, question in enumerate(in_order(questions(the_guide(), 2023, 5))):
        wait_for_question(box, f"Question {number + 1} of 5")
        give(box, question.key, "sure", "Right.")
        box.locator("button.mod-primary").click()
    box.get_by_role("heading", name="That was all of them").wait_for()
    page.locator(".jp-CodeCell").filter(has_text="notes=True").locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    page.locator(".pp-note").get_by_text("For the teacher").wait_for(timeout=60_000)
    watched.assert_quiet()
