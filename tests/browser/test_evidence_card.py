"""What a card tells of the evidence, in a plain page: folded, traced to rows, read by anybody."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from acts import part, violations
from bridge import Bridge
from conftest import Watched
from packaged import the_guide, the_toy
from sizes import some

from pnet_paths.evidence import plots
from pnet_paths.evidence.population import Fit
from pnet_paths.evidence.tables import packaged_evidence
from pnet_paths.evidence.words import WORDS
from pnet_paths.widgets.flowchart import Flowchart

KNOWN = {
    "extent": "metastatic",
    "grade": "G2",
    "growth": "growing",
    "sstr": "positive",
    "course": "first",
    "removed": "no",
}


@pytest.fixture
def opened(chromium, tmp_path):
    pages = []

    def card(treatment, guide=None, known=KNOWN, dark=False, width=1366):
        page = chromium.new_page(viewport={"width": width, "height": 768})
        pages.append(Watched(page, "file://"))
        pathway = (guide or the_guide()).evaluate(known)
        Bridge(page, Flowchart(pathway), tmp_path, dark)
        part(page, f"treatment-{treatment}").click()
        page.locator(".pp-card h2").first.wait_for()
        return page

    yield card
    for watched in pages:
        watched.assert_quiet()
        watched.close()


def open_all(page):
    for name in (".pp-evidence", ".pp-others", ".pp-evidence details"):
        page.locator(f"{name}:not([open]) > summary").evaluate_all("all => all.map(e => e.click())")


def behind(treatment, **facts):
    return the_guide().evaluate({**KNOWN, **facts}).evidence(treatment)


def test_it_is_folded_and_opens(opened):
    page = opened("prrt")
    assert not page.locator(".pp-evidence > p").is_visible()
    page.get_by_text(f"Evidence: {len(behind('prrt').trials)} trials").click()
    assert WORDS["no_ranking"] in page.locator(".pp-evidence > p").inner_text()


def test_a_trial_in_midgut_tumors_says_so(opened):
    page = opened("prrt")
    open_all(page)
    trial = page.locator('[data-name="NETTER-1 (2017)"]')
    assert "It was in other people: midgut tumors." in trial.inner_text()


def test_marks_tell_such_a_person_from_what_is_open_and_from_others(opened):
    page = opened("targeted_therapy")
    open_all(page)
    found = behind("targeted_therapy")
    fits = {name: fit for each in found.trials for name, fit in each.fits.items()}
    lines = plots.forest(found.outcomes, packaged_evidence().trials).rows
    shown = Counter(fits[line.outcome] for line in lines)
    assert set(shown) == set(Fit)
    marks = page.locator(".pp-strip .pp-mark")
    half, hollow = page.locator(".pp-strip .pp-half"), page.locator(".pp-strip .pp-hollow")
    assert marks.count() == len(lines)
    assert half.count() == shown[Fit.UNKNOWN]
    assert hollow.count() == shown[Fit.UNKNOWN] + shown[Fit.NO]


def test_the_axis_of_the_forest_plot_and_the_name_stay_in_sight(opened):
    page = opened("targeted_therapy")
    page.locator(".pp-evidence > summary").click()
    page.locator('[data-name="forest"] > summary').click()
    card = page.locator(".pp-card").bounding_box()
    for place in (3, 9):
        page.locator('[data-name="forest"] li').nth(place).scroll_into_view_if_needed()
        axis = page.locator(".pp-axis-foot").bounding_box()
        name = page.locator(".pp-card h2").bounding_box()
        assert axis["y"] + axis["height"] <= card["y"] + card["height"] + 1
        assert card["y"] <= name["y"] < axis["y"]


@pytest.mark.parametrize("treatment", ["ssa", "prrt", "targeted_therapy"])
def test_every_figure_stands_with_its_row_and_address(opened, treatment):
    page = opened(treatment)
    open_all(page)
    rows = page.locator(".pp-figures li").all_inner_texts()
    found = behind(treatment).to_frame()
    assert len(rows) == len(found)
    for shown, (_, row) in zip(rows, found.iterrows(), strict=True):
        assert f"outcomes.csv, row {row['row']}" in shown
        for figure in (row["a"], row["b"], row["ratio"], row["read"], row["endpoint"]):
            assert figure in shown
        for address in row["address"].split(" | "):
            assert address.removeprefix("https://") in shown


def test_what_is_no_address_of_the_web_is_text(opened):
    page = opened("prrt")
    open_all(page)
    targets = page.locator(".pp-card a").evaluate_all("all => all.map(e => e.protocol)")
    assert set(targets) <= {"https:", "http:"}
    assert page.get_by_text("openFDA label").count() == 1


def test_a_new_fact_is_heard_and_what_was_open_stays_open(opened):
    page = opened("prrt")
    page.locator(".pp-evidence > summary").click()
    trial = page.locator('[data-name="NETTER-2 (2024)"]')
    trial.locator("summary").click()
    assert "in such people" in trial.locator(".pp-fit").inner_text()
    codes = the_guide().space.codes({**KNOWN, "grade": "G1"})
    page.evaluate("codes => model.set('codes', codes)", codes)
    assert "It was in other people: G2 or G3." in trial.locator(".pp-fit").inner_text()


def test_what_others_say_has_its_date_and_address(opened):
    page = opened("prrt")
    open_all(page)
    notes = page.locator(".pp-others li").all_inner_texts()
    for shown, note in zip(notes, behind("prrt").notes, strict=True):
        assert str(note).startswith(shown.partition("\n")[0])
        assert note.strength in shown
        assert note.recommendation.text in shown


def test_a_guide_without_evidence_has_no_such_section(opened):
    page = opened("socks", the_toy(), {})
    assert page.locator(".pp-evidence, .pp-others").count() == 0


CARD_LETTERS = """() => [...document.querySelectorAll(".pp-card *")]
  .filter(e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))
  .filter(e => !e.matches(".pp-close"))
  .map(e => parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM?.()?.a ?? 1))"""


@pytest.mark.parametrize(("width", "height"), some([(1366, 768), (1920, 1080), (820, 900)], 2))
def test_larger_type_enlarges_the_card_as_it_does_the_drawing(web, width, height):
    page = web(the_guide().evaluate(KNOWN).link(), width, height)
    larger = page.get_by_role("button", name="Larger type")
    part(page, "treatment-targeted_therapy").click()
    page.locator(".pp-card h2").wait_for()
    open_all(page)
    before = page.evaluate(CARD_LETTERS)
    assert min(before) >= 13
    larger.click()
    letters = page.evaluate(CARD_LETTERS)
    factors = [a / b for a, b in zip(letters, before, strict=True)]
    assert factors == pytest.approx([1.45] * len(before), rel=0.01)
    numbers = page.locator(".pp-axis-foot text").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(({ left, right }) => [left, right])"
    )
    assert all(a[1] < b[0] for a, b in pairwise(numbers)), "numbers of the axis touch"
    assert page.locator(".pp-card").evaluate("card => card.scrollWidth <= card.clientWidth")
    part(page, "treatment-prrt").click()  # what is chosen next is as large
    page.locator(".pp-card h2", has_text="PRRT").wait_for()
    assert min(page.evaluate(CARD_LETTERS)) >= 18
    larger.click()
    assert min(page.evaluate(CARD_LETTERS)) < 15


@pytest.mark.parametrize(
    ("width", "dark"), some([(360, True), (1366, False), (360, False), (1366, True)], 1)
)
def test_anybody_can_read_it(opened, width, dark):
    page = opened("prrt", dark=dark, width=width)
    open_all(page)
    assert violations(page) == []
    sizes = page.locator(".pp-evidence *, .pp-others *").evaluate_all(
        "all => all.filter(e => e.textContent).map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 13
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".pp-card").evaluate("card => card.scrollWidth <= card.clientWidth")


def test_the_page_for_students_has_it_too(chromium, page_file):
    watched = Watched(chromium.new_page(viewport={"width": 1366, "height": 768}), "file://")
    page = watched.page
    page.goto(f"{page_file.as_uri()}#extent=metastatic&grade=G2&course=first&removed=no")
    part(page, "treatment-prrt").click()
    page.get_by_text(f"Evidence: {len(behind('prrt').trials)} trials").click()
    assert page.get_by_text("NETTER-R (2022)").first.is_visible()
    watched.assert_quiet()
    watched.close()
