"""How the explorer lies on the page: what is drawn, what is marked, and what covers nothing."""

from __future__ import annotations

import pytest
from acts import META, part, settled, until, wait_for
from packaged import the_guide
from sizes import some

from pnet_paths.statuses import Status

SIZES = [(390, 844), (820, 1180), (1024, 768), (1366, 768), (1920, 1080)]
OVER = """([one, other]) => {
  const [a, b] = [one, other].map((kind) => document.querySelector(kind).getBoundingClientRect());
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}"""
"""Whether two elements lie over each other."""
IN_SIGHT = """(kind) => {
  const box = document.querySelector(kind).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}"""
DRAWING = ".pp-drawing svg:not(.pp-leaving)"


def second(**facts):
    """What an address says of a profile B that has these facts otherwise."""
    return "&".join(f"b.{name}={level}" for name, level in (META | facts).items())


@pytest.mark.parametrize(("width", "height"), some(SIZES, 5))
def test_a_card_covers_nothing_that_it_speaks_of(web, width, height):
    page = web(the_guide().evaluate(META).link(), width=width, height=height)
    wait_for(page, META)
    settled(page)
    names = page.locator(".pp-answer-line button")
    for place in range(names.count()):
        names.nth(place).click()
        page.locator(".pp-card h2").wait_for()
        chosen = page.evaluate(f"document.querySelector('{DRAWING} .pp-ring.pp-chosen') !== null")
        assert chosen
        ring = f"{DRAWING} .pp-ring.pp-chosen"
        assert not page.evaluate(OVER, [".pp-card", ring])
        assert page.evaluate(IN_SIGHT, ring)
        if width >= 1200:
            assert not page.evaluate(OVER, [".pp-card", DRAWING])
            assert not page.evaluate(OVER, [".pp-card", ".pp-controls"])
        page.keyboard.press("Escape")
        assert page.locator(".pp-card").is_hidden()


def test_title_and_empty_room_open_a_group_and_a_row_its_member(web):
    page = web(the_guide().evaluate(META).link())
    wait_for(page, META)
    settled(page)
    card = page.locator(".pp-card")
    group = part(page, "treatment-ssa")
    group.click(position={"x": 40, "y": 10})
    card.get_by_role("heading", name="Somatostatin analogs").wait_for()
    group.get_by_text("often the first").click()
    card.get_by_role("heading", name="Somatostatin analogs").wait_for()
    group.get_by_text("Octreotide").click()
    card.get_by_role("heading", name="Octreotide").wait_for()


def test_a_question_that_leads_on_to_nothing_is_drawn_in_a_path(web):
    facts = META | {"sstr": "negative"}
    page = web(the_guide().evaluate(facts).link())
    wait_for(page, facts)
    asked = part(page, "decision-sstr")
    asked.wait_for()
    part(page, "answer-sstr-negative").and_(page.locator("[aria-pressed=true]")).wait_for()
    assert page.locator(f'{DRAWING} [data-part^="arrow-sstr-"]').count() == 0
    part(page, "answer-sstr-positive").click()
    wait_for(page, facts | {"sstr": "positive"})
    page.locator(f'{DRAWING} [data-part^="arrow-sstr-"]').first.wait_for()


def test_the_lines_below_the_drawing_follow_the_view(web):
    page = web(f"{the_guide().evaluate(META).link()}&{second(grade='G3')}")
    wait_for(page, META)
    lines = page.locator(".pp-lines")
    lines.get_by_text("Alongside").wait_for()
    assert "\u2260" not in lines.inner_text()
    page.get_by_role("button", name="Everything").click()
    until(page, "() => document.querySelector('.pp-lines').textContent === ''")
    page.get_by_role("button", name="Compare").click()
    differing = lines.locator(".pp-otherwise", has_text="\u2260 B: ? depends")
    differing.first.wait_for()
    page.get_by_role("button", name="This pathway").click()
    until(page, "() => !document.querySelector('.pp-lines').textContent.includes('\u2260')")


def test_compare_begins_high_and_says_no_status_twice(web):
    """Where only words differ the words of both stand below one status."""
    page = web(f"{the_guide().evaluate(META).link()}&view=compare&{second(symptoms='hormonal')}")
    ssa = part(page, "treatment-ssa")
    until(page, "box => box.textContent.includes('B: often')", ssa.element_handle())
    settled(page)
    assert page.locator(DRAWING).bounding_box()["y"] <= 300
    assert ssa.text_content().count(Status.USUAL.label) == 1
    for box in page.locator(f"{DRAWING} g.node").all_text_contents():
        assert not any(f"A: {each.label}" in box and f"B: {each.label}" in box for each in Status)


def test_the_landscape_has_nothing_to_zoom(web):
    page = web(f"{the_guide().evaluate(META).link()}&view=landscape")
    page.locator(".pp-turned table").wait_for()
    assert page.get_by_role("button", name="Zoom in").is_hidden()
    assert page.get_by_role("button", name="Full screen").is_visible()
    page.get_by_role("button", name="This pathway").click()
    page.get_by_role("button", name="Zoom in").wait_for()
