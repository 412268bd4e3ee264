"""The main job, as a newcomer does it: open the notebook, run it, change a control, see."""

from __future__ import annotations

import pytest
from acts import choose, run_cell, run_until, until, wait_for, words
from packaged import the_guide
from sizes import size

from pnet_paths.tables.folder import packaged_folder

# Text that leaves its box, to the left or right, by more than a hair.
SPILLS = """() => [...document.querySelectorAll('.pp-drawing svg g.node')].flatMap(g => {
  const box = g.querySelector('path, polygon').getBoundingClientRect();
  return [...g.querySelectorAll('text')].filter(t => {
    const r = t.getBoundingClientRect();
    return r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1
      || r.bottom > box.bottom + 1;
  }).map(t => t.textContent);
})"""

SIDEWAYS = """() => [...document.querySelectorAll(
    '.pnet-paths, .jp-OutputArea-output:has(.pnet-paths), .jp-WindowedPanel-outer')]
  .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className)"""


def test_changing_a_control_redraws_the_right_statuses(open_lab):
    watched = open_lab(1366, 768)
    page = watched.page
    wait_for(page, {"extent": "localized", "site": "tail", "resectability": "resectable"})
    page.get_by_role("button", name="Reset").click()
    new = the_guide().assumed
    wait_for(page, new)
    choose(page, "How far has it spread?", "metastatic")
    choose(page, "Which grade?", "G2 (intermediate)")
    facts = new | {"extent": "metastatic", "grade": "G2"}
    wait_for(page, facts)
    earlier = page.get_by_label("SSAs already given?", exact=True)
    assert words(earlier.locator("option:checked")) == "not yet (assumed)"
    choose(page, "SSAs already given?", "yes")
    choose(page, "Somatostatin receptors?", "positive")
    facts |= {"prior_ssa": "yes", "sstr": "positive"}
    wait_for(page, facts)
    told = "print('assumed:', sorted(explorer.assumed), explorer.profile['prior_ssa'])"
    run_until(page, told, "assumed: ['course', 'removed'] yes")
    choose(page, "SSAs already given?", "not yet")
    until(page, "list => !list.textContent.includes('(assumed)')", earlier.element_handle())
    choose(page, "SSAs already given?", "yes")
    wait_for(page, facts)
    summary = page.locator(".pp-summary")
    summary.get_by_text("when another step is needed").first.wait_for()  # said when all is drawn
    assert "PRRT" in summary.inner_text()
    choose(page, "Which grade?", "Not known")
    del facts["grade"]
    wait_for(page, facts)
    page.get_by_role("button", name="Reset").click()
    wait_for(page, new)
    assert words(earlier.locator("option:checked")) == "not yet (assumed)"
    run_until(page, told, "assumed: ['course', 'prior_ssa', 'removed'] no")
    watched.assert_quiet()


def test_presets_closed_controls_and_the_map(explorer):
    page = explorer
    page.get_by_label("Start from").select_option(label="Metastatic, receptor-positive")
    wait_for(page, the_guide().presets["metastatic_positive"].profile)
    page.get_by_role("button", name="Reset").click()
    new = the_guide().assumed
    wait_for(page, new)
    choose(page, "Spread to the liver?", "only small ones")
    wait_for(page, new | {"liver": "small"})
    extent = page.get_by_label("How far has it spread?", exact=True)
    page.wait_for_function("control => control.disabled", arg=extent.element_handle())
    assert extent.locator("option:checked").inner_text().split() == ["metastatic", "(follows)"]
    assert (
        "A tumor that has spread to the liver is metastatic."
        in page.locator(".pp-for-extent").text_content()
    )
    page.get_by_role("button", name="Everything").click()
    page.locator(".pp-drawing svg [id$=treatment-everolimus]").wait_for()
    page.locator(".pp-drawing svg [id$=treatment-interferon_alfa]").wait_for()
    assert page.evaluate(SPILLS) == []


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("width", "height", "theme"),
    [(1366, 768, "JupyterLab Dark"), (1920, 1080, "JupyterLab Light")],
)
def test_it_fits_the_screen_and_every_label_fits_its_box(open_lab, width, height, theme):
    watched = open_lab(width, height, theme)
    page = watched.page
    for preset in list(the_guide().presets.values())[: size(4, 99)]:
        page.get_by_label("Start from").select_option(label=preset.label)
        wait_for(page, preset.profile)
        assert page.evaluate(SPILLS) == [], preset.label
        assert page.evaluate(SIDEWAYS) == [], preset.label
    assert_readable(page, dark="Dark" in theme)
    watched.assert_quiet()


def assert_readable(page, dark):
    """The drawing follows the theme: light text on dark, or dark on light."""
    paper, ink = page.evaluate(
        """() => ['.graph > polygon', '.decision > text'].map(found => {
          const style = getComputedStyle(document.querySelector(`.pp-drawing svg ${found}`));
          return style.fill.match(/\\d+/g).slice(0, 3).reduce((sum, c) => sum + Number(c), 0);
        })"""
    )
    assert (paper < 150 < 600 < ink) if dark else (ink < 150 < 600 < paper)


def test_a_profile_set_in_another_cell_is_shown(explorer):
    page = explorer
    run_cell(page, "explorer.profile = {'extent': 'localized', 'site': 'tail'}")
    wait_for(page, {"extent": "localized", "site": "tail"})
    chosen = page.get_by_label("Where is it?", exact=True).locator("option:checked")
    assert chosen.inner_text() == "tail"


def test_an_assumed_fact_gives_way_to_a_choice(cleared):
    page = cleared
    code = f"""import pnet_paths
guide = pnet_paths.load_guide({str(packaged_folder("example-toy"))!r})
factors = guide.tables["factors"]
factors["assume"] = factors["factor"].map({{"color": "pale"}}).fillna("")
toy = pnet_paths.explore(guide.with_tables(factors=factors))
toy"""
    run_cell(page, code)
    page.locator(".pp-drawing svg").first.wait_for(state="attached", timeout=60_000)
    choose(page, "How many feet are blue?", "both feet")
    color = page.get_by_label("Which blue?", exact=True).element_handle()
    until(page, "list => list.selectedOptions[0].text.endsWith('deep\\xa0(follows)')", color)
    run_cell(page, "print('toy:', toy.profile, toy.assumed)")
    page.get_by_text("toy: {'spread': 'both_feet'} frozenset()").wait_for()
