"""Explanations in the explorer: why, what would change it, what to find out next, two profiles.

On the page, whose explorer is the notebook's."""

from __future__ import annotations

import pytest
from acts import META, choose, part, until, violations, wait_for, words
from packaged import the_guide

RECEPTORS = "Somatostatin receptors?"


def test_the_card_says_why_why_not_and_what_would_change_it(facts_known):
    page = facts_known
    part(page, "treatment-prrt").click()
    card = page.locator(".pp-card")
    pathway = the_guide().evaluate(META)
    card.get_by_role("heading", name="What would change this").wait_for()
    told = words(card)
    assert "? receptors: positive (here: not known)" in told
    assert "✓ spread: metastatic" in told
    assert pathway.why("prrt").rows[0].row.why in told
    for sentence in (*pathway.why_not("prrt").sentences, *pathway.what_if("prrt").sentences[:1]):
        assert sentence in told
    choose(page, RECEPTORS, "positive")
    card.get_by_text("\u2713 receptors: positive").first.wait_for()
    assert card.get_by_role("heading", name="Why not").count() == 0, "it is offered now"


def test_the_question_that_settles_most_is_asked_answered_and_skipped(facts_known):
    page = facts_known
    expected = the_guide().evaluate(META).settles()
    first, second = [the_guide().factors[fact.factor] for fact in expected.facts[:2]]
    card = page.locator(".pp-question")
    card.get_by_role("heading", name=first.question).wait_for()
    said = f"Find out next: decides {expected.count(expected.facts[0])} open treatments"
    assert said in card.inner_text()
    assert card.locator(".pp-answer").all_inner_texts() == [each.label for each in first.levels]
    card.get_by_role("button", name="Skip").click()
    card.get_by_role("heading", name=second.question).wait_for()
    while card.get_by_role("heading", name=first.question).count() == 0:
        card.get_by_role("button", name="Skip").click()
    card.locator(".pp-answer").first.focus()
    page.keyboard.press("Enter")
    known = META | {first.id: first.levels[0].id}
    wait_for(page, known)
    until(page, "() => document.activeElement.matches('.pp-answer:first-child')")
    phrase = first.levels[0].phrase
    page.get_by_role("list", name="Known facts").get_by_role("button", name=phrase).click()
    wait_for(page, META)
    card.get_by_role("heading", name=first.question).wait_for()


def test_a_closed_answer_says_why(web):
    page = web("#function=nonfunctional")
    card = page.locator(".pp-question")
    card.get_by_role("button", name="Skip").wait_for()
    for _ in range(12):
        closed = card.locator(".pp-answer:disabled")
        if closed.count():
            break
        card.get_by_role("button", name="Skip").click()
    reason = closed.first.get_attribute("title")
    assert reason in card.inner_text()


def test_what_is_assumed_can_be_taken_off(web):
    page = web()
    chips = page.get_by_role("list", name="Known facts").get_by_role("button")
    chips.nth(2).wait_for()
    assert chips.filter(has_text="assumed").count() == len(the_guide().assumed)
    for left in (2, 1, 0):
        chips.first.click()
        until(page, f"() => document.querySelectorAll('.pp-fact').length === {left}")
    assert page.evaluate("location.hash") == "#assume=nothing"


def test_two_profiles_are_compared_in_one_drawing_copied_and_swapped(facts_known):
    page = facts_known
    page.get_by_role("button", name="Compare").focus()
    page.keyboard.press("Enter")
    page.get_by_text("The profiles are alike.").wait_for()
    page.get_by_label("Another fact of B").select_option(label="earlier SSAs")
    fact = page.get_by_role("group", name="Earlier SSAs, profile B")
    until(page, "() => document.activeElement.textContent === 'not yet (A)'")
    fact.get_by_role("button", name="yes").click()
    other = META | {"prior_ssa": "yes"}
    found = the_guide().compare(META, other)
    page.get_by_text("The profiles differ in: earlier SSAs.").wait_for()
    until(page, "() => document.querySelectorAll('.pp-ring.pp-differs').length > 2")
    frames = page.locator(".pp-side-a .pp-ring.pp-differs").count()
    assert frames >= len([d for d in found.differences if d.treatment in the_guide().groups])
    ssa = part(page, "treatment-ssa")
    told = "box => /A: ● usual.*B: ◐ option.*● ≠ ◐/s.test(box.textContent)"
    until(page, told, ssa.element_handle())
    table = words(page.locator(".pp-differences table"))
    assert "Chemotherapy (CAPTEM, CAPEOX, FOLFOX) ◷ later ◐ option earlier SSAs" in table
    page.get_by_role("button", name="Swap A and B").click()
    until(
        page,
        "() => document.querySelector('.pp-switch [aria-pressed=true]').textContent === 'not yet'",
    )
    list_of_a = page.locator(".pp-panel").get_by_label("SSAs already given?", exact=True)
    assert list_of_a.input_value() == "yes"
    page.get_by_role("button", name="Copy A to B").click()
    page.get_by_text("The profiles are alike.").wait_for()
    until(page, "() => document.querySelectorAll('.pp-ring.pp-differs').length === 0")
    page.get_by_role("button", name="This pathway").click()
    wait_for(page, other)
    page.locator(".pp-switches").wait_for(state="detached")


def test_where_both_can_be_read_b_has_a_drawing_of_its_own(web):
    link = the_guide().evaluate(META).link() + "&view=compare"
    page = web(link, width=2560, height=1300)
    page.locator(".pp-side-b .pp-drawing svg").wait_for()
    page.get_by_text("The profiles are alike.").wait_for()
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator(".pp-side-b svg").wait_for(state="detached")
    page.get_by_label("Another fact of B").select_option(label="earlier SSAs")
    page.locator(".pp-switch").get_by_role("button", name="yes").click()
    part(page, "treatment-ssa").get_by_text("B: ").wait_for()


def test_the_landscape_turns_one_fact_and_a_level_can_be_taken(facts_known):
    page = facts_known
    page.get_by_role("button", name="Landscape").click()
    table = page.locator(".pp-turned")
    page.get_by_label("The fact to turn").select_option(label="earlier SSAs")
    ssa = table.get_by_role("row", name="Somatostatin analogs")
    assert words(ssa.locator(".pp-chip").first) == "● usual"
    assert not table.get_by_role("row", name="Supportive care").count(), "it is the same whichever"
    page.get_by_text("The same whichever").click()
    assert "Supportive care" in page.locator(".pp-same").inner_text()
    table.get_by_role("button", name="yes").click()
    until(
        page, "() => document.querySelector('.pp-turned [aria-pressed=true]').textContent === 'yes'"
    )
    assert page.evaluate("() => document.activeElement.textContent") == "yes"
    page.get_by_role("button", name="This pathway").click()
    wait_for(page, META | {"prior_ssa": "yes"})


def test_where_nothing_else_is_known_a_cell_says_in_some_or_never(web):
    page = web("#assume=nothing&view=landscape")
    page.get_by_label("The fact to turn").select_option(label="receptors")
    row = page.locator(".pp-turned").get_by_role("row", name="PRRT")
    assert [words(each).split(" †")[0] for each in row.locator(".pp-chip").all()] == [
        "in some",
        "never",
    ]


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "theme", ["JupyterLab Light", "JupyterLab Dark", "JupyterLab Dark High Contrast"]
)
def test_axe_finds_nothing_in_any_view(open_lab, theme):
    watched = open_lab(1366, 768, theme)
    page = watched.page
    choose(page, "Which grade?", "G3 (high)")
    part(page, "treatment-chemotherapy").click()
    page.get_by_role("heading", name="What would change this").wait_for()
    for view, part_of_it in (
        ("This pathway", ".pp-card h2"),
        ("Compare", ".pp-switches"),
        ("Landscape", ".pp-turned table"),
    ):
        page.get_by_role("button", name=view).click()
        page.locator(part_of_it).first.wait_for()
        assert violations(page, ".pnet-paths") == [], view
    watched.assert_quiet()
