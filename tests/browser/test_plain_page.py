"""The same front end in a plain page, opened from a file: no kernel, no server, no other host."""

from __future__ import annotations

import pytest
from acts import part, violations
from bridge import Bridge
from conftest import Watched
from packaged import the_guide
from sizes import some

from pnet_paths.widgets.flowchart import Flowchart

KNOWN = {"extent": "metastatic", "grade": "G2", "course": "first", "removed": "no"}


@pytest.fixture
def plain(chromium, tmp_path):
    pages = []

    def opened(dark=False, width=1366, engine=True):
        page = chromium.new_page(viewport={"width": width, "height": 768})
        watched = Watched(page, "file://")
        Bridge(page, Flowchart(the_guide().evaluate(KNOWN)), tmp_path, dark, engine)
        pages.append(watched)
        return page

    yield opened
    for watched in pages:
        watched.assert_quiet()
        watched.close()


def drawn(page, name):
    return page.locator(f'[data-part="treatment-{name}"]').get_attribute("class")


def test_the_map_answers_without_any_host(plain):
    page = plain()
    page.evaluate("model.set('view', 'map')")
    codes = the_guide().space.codes({**KNOWN, "prior_ssa": "yes", "sstr": "positive"})
    page.evaluate("codes => model.set('codes', codes)", codes)
    offered = page.locator('[data-part="treatment-prrt"].option')
    offered.wait_for()
    offered.focus()
    page.keyboard.press("Enter")
    page.locator(".pp-card").get_by_role("heading", name="PRRT").wait_for()
    assert page.evaluate("model.get('selected')") == "prrt"
    page.keyboard.press("Escape")
    assert page.evaluate("model.get('selected')") == ""


def test_impossible_facts_keep_the_last_drawing(plain):
    page = plain()
    page.evaluate("model.set('view', 'map')")
    before = drawn(page, "ssa")
    impossible = the_guide().space.codes({"extent": "localized"})
    impossible[list(the_guide().factors).index("liver")] = 1
    page.evaluate("codes => model.set('codes', codes)", impossible)
    assert drawn(page, "ssa") == before


def test_it_leaves_nothing_behind(plain):
    page = plain()
    page.evaluate("stop()")
    assert page.evaluate("Object.values(heard).flat().length") == 0


def test_without_an_engine_the_words_remain_and_one_line_says_why(plain):
    page = plain(engine=False)
    assert page.get_by_text("Pathways cannot be drawn here").count() == 0, (
        "the first path was drawn"
    )
    facts = {**KNOWN, "prior_ssa": "yes", "sstr": "positive"}
    page.evaluate("codes => model.set('codes', codes)", the_guide().space.codes(facts))
    page.get_by_text("Pathways cannot be drawn here").wait_for()
    assert page.locator(".pp-drawing svg").count() == 0, "the last one showed another profile"
    assert "- PRRT: option" in page.locator(".pp-outline").inner_text()


def test_on_a_dark_page_the_paper_of_a_drawing_is_the_pages_own(plain):
    page = plain(dark=True)
    page.evaluate("document.body.style.setProperty('--jp-layout-color0', 'rgb(1, 2, 3)')")
    paper = page.locator(".pp-drawing svg .graph > polygon").first
    assert paper.evaluate("e => getComputedStyle(e).fill") == "rgb(1, 2, 3)"


def test_still_under_reduced_motion(plain):
    page = plain()
    other = Flowchart(the_guide().evaluate({"extent": "localized"}))
    swap = """async ([drawing, codes]) => {
      model.set("codes", codes); model.set("drawing", drawing);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return document.querySelector(".pp-drawing").getAnimations({ subtree: true }).length;
    }"""
    assert page.evaluate(swap, [other.drawing, other.codes]) > 10
    page.emulate_media(reduced_motion="reduce")
    back = Flowchart(the_guide().evaluate(KNOWN))
    assert page.evaluate(swap, [back.drawing, back.codes]) == 0


@pytest.mark.parametrize(
    ("width", "dark"), some([(700, True), (700, False), (1366, True), (1366, False)], 1)
)
def test_axe_finds_nothing(plain, width, dark):
    page = plain(dark, width)
    part(page, "treatment-prrt").click()
    page.locator(".pp-card").get_by_role("heading", name="PRRT").wait_for()
    for view in ("path", "map"):
        page.evaluate("view => model.set('view', view)", view)
        assert violations(page) == []
