"""The living drawing: it answers at once, and can be touched, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from acts import META, part, until, wait_for
from bridge import Bridge
from conftest import Watched
from packaged import the_guide

from pnet_paths.statuses import Status
from pnet_paths.widgets.flowchart import Flowchart


@pytest.fixture(scope="module")
def page_of_all(chromium, tmp_path_factory):
    """A page that stays open for all tests."""
    watched = Watched(chromium.new_page(viewport={"width": 1366, "height": 768}), "file://")
    chart = Flowchart(the_guide().evaluate(META))
    yield watched, Bridge(watched.page, chart, tmp_path_factory.mktemp("drawing"))
    watched.close()


@pytest.fixture
def bridge(page_of_all):
    """A new view of the drawing of a metastatic tumor, with SSAs not given yet."""
    watched, bridge = page_of_all
    watched.page.mouse.move(0, 0)
    bridge.begin_again(Flowchart(the_guide().evaluate(META)))
    yield bridge
    watched.assert_quiet()


def focused(page):
    return page.evaluate("document.activeElement.dataset.part ?? ''")


def test_an_answer_in_the_drawing_says_which_it_is(bridge):
    """For a screen reader, too; a click gives it, another one takes it back."""
    page = bridge.page
    pressed = (
        "document.querySelector('.pp-drawing svg:not(.pp-leaving) "
        "[data-part=answer-sstr-positive]').getAttribute('aria-pressed')"
    )
    held = part(page, "answer-extent-metastatic")
    assert held.get_attribute("aria-label") == "How far has it spread? metastatic"
    assert held.get_attribute("aria-pressed") == "true"
    assert part(page, "answer-sstr-positive").get_attribute("aria-pressed") == "false"
    part(page, "answer-sstr-positive").click()
    wait_for(page, META | {"sstr": "positive"})
    until(page, f"() => {pressed} === 'true'")
    part(page, "answer-sstr-positive").focus()
    page.keyboard.press("Enter")
    wait_for(page, META)
    until(page, f"() => {pressed} === 'false'")
    assert focused(page) == "answer-sstr-positive"


def test_what_is_not_drawn_stands_below_and_leads_to_its_card(bridge):
    page = bridge.page
    lines = [" ".join(line.split()) for line in page.locator(".pp-lines p").all_inner_texts()]
    assert any(line.startswith("Alongside ● Supportive care") for line in lines)
    assert any("Active surveillance" in line for line in lines if line.startswith("Not named"))
    page.locator(".pp-lines").get_by_role("button", name="Interferon alfa-2b").click()
    page.locator(".pp-card").get_by_role("heading", name="Interferon alfa-2b").wait_for()


def test_everything_can_be_reached_and_chosen_by_keyboard(bridge):
    page = bridge.page
    page.get_by_role("button", name="Skip to the drawing").press("Enter")
    reached = [focused(page)]
    page.keyboard.press("Home")
    for _ in range(200):
        reached.append(focused(page))
        page.keyboard.press("ArrowRight")
        if focused(page) == reached[-1]:
            break
    drawn = page.evaluate(
        "[...document.querySelectorAll('.pp-drawing svg [data-part]')].map(e => e.dataset.part)"
        ".filter(p => /^(treatment|decision|arrow|answer)-/.test(p))"
    )
    assert set(drawn) <= set(reached)
    part(page, "treatment-prrt").focus()
    assert page.locator(".pp-ring.pp-focus").count() == 1
    page.keyboard.press("Enter")
    card = page.locator(".pp-card")
    card.get_by_role("heading", name="PRRT").wait_for()
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    assert focused(page) == "treatment-prrt"


def test_a_card_tells_what_the_tables_say(bridge):
    page = bridge.page
    part(page, "treatment-everolimus").click()
    card = page.locator(".pp-card")
    card.get_by_role("heading", name="What would change this").wait_for()
    card.get_by_text("What it is, and how it is given").click()
    said = card.inner_text()
    treatment = the_guide().treatments["everolimus"]
    gist, rest = treatment.summary.split(". ", 1)
    for text in (gist, rest, treatment.side_effects, treatment.brand, "Targeted therapy"):
        assert text in " ".join(said.split())
    assert "◷ later" in said
    assert "✓ spread: metastatic" in said
    ours = "✓ differentiation: well † (here: well)"  # in a row of the guide's
    assert ours in " ".join(said.split())
    opened = card.locator(".pp-help:popover-open")
    card.get_by_role("button", name="◷ later").click()
    assert opened.inner_text() == Status.LATER.meaning
    page.keyboard.press("Escape")
    card.locator("details", has_text="What it is").locator(".pp-term").first.click()
    assert opened.inner_text() in {e.definition for e in the_guide().glossary.values()}
    page.keyboard.press("Escape")
    bridge.show(the_guide().evaluate(META | {"prior_ssa": "yes"}))
    card.get_by_text("◐ option").wait_for()
    page.evaluate("model.set('selected', 'ssa')")
    card.get_by_role("button", name="our inference").click()
    assert "we conclude it" in opened.inner_text()


def test_decisions_and_arrows_have_cards_too(bridge):
    page = bridge.page
    part(page, "decision-sstr").click()
    card = page.locator(".pp-card")
    card.get_by_text("Here: not known").wait_for()
    part(page, "arrow-extent-ssa").focus()
    page.keyboard.press("Enter")
    card.get_by_text("if the tumor is grade 3, well differentiated and metastatic").wait_for()


def test_the_legend_lights_what_has_a_status(bridge):
    page = bridge.page
    page.locator(".pp-legend li", has_text="later").hover()
    until(page, "() => document.querySelector('.pp-lit')")
    lit = page.evaluate("[...document.querySelectorAll('.pp-lit')].map(e => e.dataset.part).sort()")
    pathway = the_guide().evaluate(META)
    drawn = set(
        page.evaluate(
            "[...document.querySelectorAll('.pp-drawing [data-part]')].map(e => e.dataset.part)"
        )
    )
    later = {f"treatment-{name}" for name, status in pathway.status.items() if status == "later"}
    later &= drawn
    assert set(lit) == later


def test_the_light_of_the_legend_reaches_a_drawing_that_comes_later(bridge):
    page = bridge.page
    page.evaluate(
        """async () => {
          stop();
          await begin();
          const later = [...document.querySelectorAll(".pp-legend li")]
            .find((item) => item.textContent.includes("later"));
          later.dispatchEvent(new PointerEvent("pointerenter"));
        }"""
    )
    part(page, "treatment-chemotherapy").and_(page.locator(".pp-lit")).wait_for()


def test_zoom_and_larger_type(bridge):
    page = bridge.page
    width = "document.querySelector('.pp-drawing svg').getBoundingClientRect().width"
    before = page.evaluate(width)
    page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate(width) > before * 1.2
    page.get_by_role("button", name="Fit").click()
    assert page.evaluate(width) == pytest.approx(before, rel=0.02)
    page.get_by_role("button", name="Larger type").click()
    assert page.evaluate(width) > before * 1.2


def test_dragging_pans_and_chooses_nothing(bridge):
    page = bridge.page
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    page.locator(".pp-tools").evaluate("tools => tools.scrollIntoView()")
    stage = page.locator(".pp-stage").bounding_box()
    middle = stage["x"] + stage["width"] / 2, stage["y"] + 150
    moved = "document.querySelector('.pp-drawing').style.transform"
    before = page.evaluate(moved)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] - 120, middle[1] - 40, steps=5)
    page.mouse.up()
    assert page.evaluate(moved) != before
    assert page.locator(".pp-card").is_hidden()


def test_what_has_the_focus_is_in_view_when_zoomed_in(bridge):
    page = bridge.page
    for _ in range(4):
        page.get_by_role("button", name="Zoom in").click()
    part(page, "decision-extent").focus()
    for key in ("Home", "End", "Home"):
        page.keyboard.press(key)
        seen = page.evaluate(
            """() => {
              const part = document.activeElement.getBoundingClientRect();
              const stage = document.querySelector(".pp-stage").getBoundingClientRect();
              return part.left < stage.right && part.right > stage.left
                && part.top < stage.bottom && part.bottom > stage.top;
            }"""
        )
        assert seen, key


def test_the_hint_of_an_arrow_stands_beside_it(bridge):
    page = bridge.page
    part(page, "arrow-extent-ssa").wait_for()
    x, y = page.evaluate("""() => {
      const svg = document.querySelector(".pp-drawing svg:not(.pp-leaving)");
      const line = svg.querySelector("[data-part=arrow-extent-ssa] path:not(.pp-hit)");
      const at = line.getPointAtLength(line.getTotalLength() / 2);
      const { x, y } = at.matrixTransform(line.getScreenCTM());
      return [x, y];
    }""")
    page.mouse.move(x, y)
    tip = page.locator(".pp-tip")
    tip.get_by_text("well differentiated and metastatic").wait_for()
    said = tip.bounding_box()
    assert min(abs(said["y"] - y), abs(said["y"] + said["height"] - y)) < 20
    assert said["x"] - 20 < x < said["x"] + said["width"]


@pytest.mark.parametrize(
    ("button", "start"), [("Save as SVG", b"<svg"), ("Save as PNG", b"\x89PNG")]
)
def test_the_drawing_can_be_taken_along(bridge, button, start, tmp_path):
    page = bridge.page
    page.locator(".pp-tools summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    waiting.value.save_as(tmp_path / "saved")
    content = (tmp_path / "saved").read_bytes()
    assert content.startswith(start)
    if start == b"<svg":
        text = content.decode()
        for kept in (
            "The tumor is grade 2 and metastatic",
            "● usual",
            "Not medical advice.",
            "#d9f0e2",
        ):
            assert kept in text
        for left in ("tabindex", "pp-hit", "pp-ring", "data-part"):
            assert left not in text


def test_a_change_is_said_aloud(bridge):
    page = bridge.page
    bridge.show(the_guide().evaluate(META | {"prior_ssa": "yes"}))
    wait_for(page, META | {"prior_ssa": "yes"})
    said = page.locator(".pp-said[aria-live=polite]")
    until(page, "() => document.querySelector('.pp-said').textContent.includes('chemotherapy')")
    assert "ow an option: " in said.text_content()
