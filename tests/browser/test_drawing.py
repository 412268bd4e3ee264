"""The living drawing in JupyterLab: it answers at once, and can be touched."""

from __future__ import annotations

import pytest
from acts import GUIDE, META, choose, part, run_cell, wait_for
from axe_playwright_python.sync_playwright import Axe

ACTIVE = """[...document.querySelectorAll('.jp-Cell')]
  .findIndex((cell) => cell.classList.contains('jp-mod-active'))"""


def focused(page):
    return page.evaluate("document.activeElement.dataset.part ?? ''")


def test_the_map_painted_in_the_browser_is_the_one_python_draws(explorer):
    """Attribute by attribute: what the browser paints is what a saved map shows."""
    page = explorer
    page.get_by_role("button", name="Everything (map)").click()
    part(page, "treatment-interferon_alfa").wait_for()
    choose(page, "Somatostatin receptors?", "negative")
    facts = META | {"sstr": "negative"}
    wait_for(page, facts)
    compare = """(text) => {
      const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const shown = document.querySelector(".pp-drawing svg");
      const names = ["fill", "stroke", "stroke-width", "stroke-dasharray"];
      const differ = [];
      const ids = "[id^=treatment-], [id^=decision-], [id^=arrow-]";
      for (const wanted of svg.querySelectorAll(ids)) {
        const found = shown.querySelector(`[data-part="${wanted.id}"]`);
        const parts = (e) => [...e.querySelectorAll(":scope > path, :scope > polygon, text")]
          .filter((p) => !p.classList.contains("pp-hit"))
          .filter((p) => p.tagName !== "text" || p.textContent.trim());
        parts(wanted).forEach((p, i) => {
          const q = parts(found)[i];
          const [a, b] = [p.textContent, q.textContent];
          if (a !== b) differ.push([wanted.id, a, b]);
          for (const name of names) {
            const [a, b] = [p.getAttribute(name), q.getAttribute(name)];
            if (a !== b) differ.push([wanted.id, name, a, b]);
          }
        });
      }
      return differ;
    }"""
    assert page.evaluate(compare, GUIDE.evaluate(facts).to_svg("map")) == []


def test_everything_can_be_reached_and_chosen_by_keyboard(explorer):
    page = explorer
    page.get_by_role("button", name="Save as PNG").focus()
    page.keyboard.press("Tab")
    reached = [focused(page)]
    page.keyboard.press("Home")
    for _ in range(200):
        reached.append(focused(page))
        page.keyboard.press("ArrowRight")
        if focused(page) == reached[-1]:
            break
    drawn = page.evaluate(
        "[...document.querySelectorAll('.pp-drawing svg [data-part]')].map(e => e.dataset.part)"
        ".filter(p => /^(treatment|decision|arrow)-/.test(p))"
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


@pytest.mark.parametrize("key", [*"abcdefghijklmnopqrstuvwxyz", "ArrowDown", "ArrowUp", "0"])
def test_no_key_in_the_explorer_reaches_the_notebook(explorer_once, key):
    page = explorer_once
    for target in (page.get_by_label("Which grade?", exact=True), part(page, "treatment-ssa")):
        target.focus()
        cells = page.locator(".jp-Cell").count()
        active = page.evaluate(ACTIVE)
        page.keyboard.press(key)
        if key == "d":
            page.keyboard.press(key)
        assert page.locator(".jp-Cell").count() == cells
        assert page.locator(".pnet-paths").count() == 1
        now = page.evaluate(ACTIVE)
        assert now == active


@pytest.fixture(scope="module")
def explorer_once(chromium, lab):
    """One page for the many keys."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.goto(lab.address)
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    page.locator(".jp-CodeCell").first.click()
    page.keyboard.press("Shift+Enter")
    page.locator(".pp-drawing svg").wait_for(timeout=60_000)
    yield page
    context.close()


def test_a_card_tells_what_the_tables_say(explorer):
    page = explorer
    part(page, "treatment-everolimus").click()
    card = page.locator(".pp-card")
    card.get_by_role("heading", name="What would change this").wait_for()
    said = card.inner_text()
    treatment = GUIDE.treatments["everolimus"]
    for text in (treatment.summary, treatment.side_effects, treatment.brand, "Targeted therapy"):
        assert text in " ".join(said.split())
    assert "◷ later" in said
    assert "✓ spread: metastatic" in said
    term = card.locator(".pp-term").first
    term.click()
    assert card.locator(".pp-help:popover-open").inner_text() in {
        entry.definition for entry in GUIDE.glossary.values()
    }
    page.keyboard.press("Escape")
    choose(page, "SSAs already given?", "yes")
    card.get_by_text("◐ option").wait_for()


def test_decisions_and_arrows_have_cards_too(explorer):
    page = explorer
    part(page, "decision-sstr").click()
    card = page.locator(".pp-card")
    card.get_by_text("Here: not known").wait_for()
    part(page, "arrow-extent-ssa").locator("text").first.click()
    card.get_by_text("well differentiated and metastatic").wait_for()


def test_the_choice_can_be_read_and_set_from_python(explorer):
    page = explorer
    part(page, "treatment-prrt").click()
    run_cell(
        page, "print('chosen', explorer.flowchart.selected); explorer.flowchart.selected = 'ssa'"
    )
    page.get_by_text("chosen prrt").wait_for()
    page.locator(".pp-card").get_by_role("heading", name="Somatostatin analogs").wait_for()


def test_a_card_that_comes_late_does_not_take_the_focus_back(explorer):
    page = explorer
    grade = page.get_by_label("Which grade?", exact=True)
    part(page, "treatment-prrt").click()
    grade.focus()
    page.locator(".pp-card h2").wait_for()
    assert grade.evaluate("select => select === document.activeElement")


def test_the_legend_lights_what_has_a_status(explorer):
    page = explorer
    part(page, "legend-later").hover()
    lit = page.evaluate("[...document.querySelectorAll('.pp-lit')].map(e => e.dataset.part).sort()")
    pathway = GUIDE.evaluate(META)
    later = {f"treatment-{name}" for name, status in pathway.status.items() if status == "later"}
    assert set(lit) == later


def test_zoom_full_screen_and_larger_type(explorer):
    page = explorer
    width = "document.querySelector('.pp-drawing svg').getBoundingClientRect().width"
    before = page.evaluate(width)
    page.get_by_role("button", name="Zoom in").click()
    assert page.evaluate(width) > before * 1.2
    page.get_by_role("button", name="Fit").click()
    assert page.evaluate(width) == pytest.approx(before, rel=0.02)
    page.get_by_role("button", name="Larger type").click()
    assert page.evaluate(width) > before * 1.2
    page.get_by_role("button", name="Larger type").click()
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement?.classList.contains('pnet-paths')")
    wide = page.evaluate(width)
    page.get_by_role("button", name="Larger type").click()
    assert page.evaluate(width) > wide * 1.2
    grade = page.get_by_label("Which grade?", exact=True)
    assert not grade.is_visible()
    page.get_by_role("button", name="Facts").click()
    grade.select_option(label="G3 (high)")
    page.evaluate("document.exitFullscreen()")
    wait_for(page, META | {"grade": "G3"})


def test_dragging_pans_and_chooses_nothing(explorer):
    page = explorer
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


def test_what_has_the_focus_is_in_view_when_zoomed_in(explorer):
    page = explorer
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


def test_the_hint_of_an_arrow_stands_beside_it(explorer):
    page = explorer
    label = part(page, "arrow-extent-ssa").locator("text").first
    label.hover()
    tip = page.locator(".pp-tip")
    assert "well differentiated and metastatic" in tip.text_content()
    said, named = tip.bounding_box(), label.bounding_box()
    above = named["y"] - (said["y"] + said["height"])
    below = said["y"] - (named["y"] + named["height"])
    assert max(above, below) < 40


@pytest.mark.parametrize(
    ("button", "start"), [("Save as SVG", b"<svg"), ("Save as PNG", b"\x89PNG")]
)
def test_the_drawing_can_be_taken_along(explorer, button, start, tmp_path):
    page = explorer
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


def test_a_change_is_said_aloud(explorer):
    page = explorer
    choose(page, "SSAs already given?", "yes")
    wait_for(page, META | {"prior_ssa": "yes"})
    said = page.locator(".pp-said[aria-live=polite]")
    page.wait_for_function(
        "document.querySelector('.pp-said').textContent.includes('Chemotherapy')"
    )
    assert "Chemotherapy is now an option (when another step is needed)." in said.text_content()


@pytest.mark.parametrize(
    "theme", ["JupyterLab Light", "JupyterLab Dark", "JupyterLab Dark High Contrast"]
)
def test_axe_finds_nothing_in_the_output(open_lab, theme):
    page = open_lab(1366, 768, theme).page
    part(page, "treatment-supportive_care").click()
    page.locator(".pp-card").get_by_role("heading", name="Supportive care").wait_for()
    page.wait_for_timeout(500)
    violations = Axe().run(page, context=".pnet-paths").response["violations"]
    assert [(v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in violations] == []
