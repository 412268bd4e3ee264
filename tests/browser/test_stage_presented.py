"""The stage as a lecture hall sees it, presented with keys alone."""

from __future__ import annotations

import html

import pytest
from acts import settled, until, violations
from conftest import Watched
from packaged import the_guide
from servers import newcomer, pnet_paths, running
from sizes import size

from pnet_paths import load_guide
from pnet_paths import page as make_page
from pnet_paths.drawing.selection import Selection
from pnet_paths.drawing.theme import LOOKS
from pnet_paths.statuses import Status

SHOWN = """() => [...document.querySelectorAll(".pp-hall .pp-drawing svg:not(.pp-leaving) g.node")]
  .filter(g => g.dataset.part.startsWith("treatment-"))
  .map(g => [g.dataset.part.replace("treatment-", ""), g.classList[1]]).sort()"""
SMALLEST = """() => Math.min(
  ...[...document.querySelectorAll(
    ".pp-hall :is(.pp-story, .pp-lines) :is(p, h2, h3, li, small, button), .pp-drawing svg text")]
  .filter(e => e.textContent.trim() && e.getClientRects().length)
  .map(e => parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM?.()?.a ?? 1)))"""
HIDDEN = """() => {
  const story = document.querySelector(".pp-hall .pp-story");
  return story.scrollHeight - story.clientHeight;
}"""
BELOW = f"""() => ({HIDDEN})() - document.querySelector(".pp-hall .pp-story").scrollTop"""
# All that a reader or a screen reader can meet of a scene.
TEXT = """section => {
  const shown = document.querySelector(section).cloneNode(true);
  // Its cases have titles; what fades out was shown before.
  for (const each of shown.querySelectorAll("select, .pp-leaving")) each.remove();
  // What a word means stands within the story: the story is looked for as one text.
  for (const each of shown.querySelectorAll(".pp-help")) shown.append(each);
  for (const each of shown.querySelectorAll(".pp-term")) each.replaceWith(each.textContent);
  return shown.outerHTML.toLowerCase();
}"""


def expected(scene, revealed=True):
    pathway = the_guide().evaluate(scene.profile)
    groups = Selection(pathway, "path" if revealed else "blank").groups
    return sorted([g.id, pathway.status[g.id] if revealed else "blank"] for g in groups)


def wait_for_scene(page, scene, revealed=True):
    page.locator(".pp-hall h2", has_text=scene.title).wait_for()
    until(
        page,
        f"expected => JSON.stringify(({SHOWN})()) === JSON.stringify(expected)",
        expected(scene, revealed),
    )


@pytest.mark.exhaustive
def test_a_teacher_presents_the_lesson_with_keys_alone(open_lab):
    watched = open_lab(1920, 1080, notebook="02_present.ipynb")
    page, keys = watched.page, watched.page.keyboard
    for _ in range(3):  # the introduction, the lesson at a glance, the first case's heading
        keys.press("Shift+Enter")
    keys.press("Shift+Enter")
    page.locator(".pp-hall .pp-drawing svg").wait_for(timeout=60_000)
    page.wait_for_function("document.activeElement.classList.contains('pp-hall')")
    cells = page.locator(".jp-Cell").count()
    scenes = the_guide().cases["by_chance"].scenes
    wait_for_scene(page, scenes[0], revealed=False)
    keys.press("f")
    page.wait_for_function("document.fullscreenElement?.classList.contains('pp-hall')")
    keys.press("ArrowDown")
    keys.press("Enter")
    page.locator(".pp-hall .pp-sign", has_text="expected").wait_for()
    for scene in scenes:
        keys.press("PageDown")
        wait_for_scene(page, scene)
        keys.press("PageDown")
    keys.press("ArrowLeft")
    keys.press("r")
    keys.press("1")
    wait_for_scene(page, scenes[0])
    for key in "dmjkyzx0":  # JupyterLab's own
        keys.press(key)
    assert page.locator(".jp-Cell").count() == cells
    keys.press("Shift+Enter")  # on to the next cell, which leads to the second case
    page.wait_for_function("!document.fullscreenElement")
    keys.press("Shift+Enter")
    keys.press("Shift+Enter")
    keys.press("Shift+Enter")
    second = page.locator(".pp-hall h2", has_text=the_guide().cases["years_later"].scenes[0].title)
    second.wait_for(timeout=60_000)
    in_sight = "() => { const { top } = document.activeElement.getBoundingClientRect();"
    until(page, f"{in_sight} return 0 <= top && top < 300; }}")
    assert page.locator(".jp-Cell").count() == cells
    watched.assert_quiet()


def test_a_box_is_chosen_and_told_of_with_keys_alone(stage):
    page, keys = stage, stage.keyboard
    told = page.locator(".pp-hall .pp-about")
    keys.press("ArrowDown")
    keys.press("Enter")
    first = page.locator('.pp-hall g[data-part="treatment-repeat_testing"]')
    until(
        page, "box => box.getAttribute('aria-label').endsWith(': expected')", first.element_handle()
    )
    keys.press("Enter")  # once more takes it back
    until(
        page, "box => box.getAttribute('aria-label') === 'Repeat testing'", first.element_handle()
    )
    keys.press("Enter")
    keys.press("PageDown")
    page.locator(".pp-hall .pp-outcomes", has_text="though you expected it").wait_for()
    assert "Repeat testing" in page.locator(".pp-hall .pp-outcomes").inner_text()
    scene = next(iter(the_guide().cases.values())).scenes[0]
    wait_for_scene(page, scene)
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        keys.press(key)
    chosen = page.evaluate("document.activeElement.dataset.part.replace('treatment-', '')")
    told.filter(has_text=the_guide().treatments[chosen].label).wait_for()
    black = "document.querySelector('.pp-hall').classList.contains('pp-black')"
    keys.press("b")
    assert page.evaluate(black)
    keys.press("PageDown")  # brings the picture back, and does nothing unseen
    assert not page.evaluate(black)
    wait_for_scene(page, scene)


@pytest.fixture
def stage(web):
    """The stage, filling a large screen."""
    page = web("#show=stage", 1920, 1080)
    page.locator(".pp-hall .pp-drawing svg").wait_for()
    until(page, "() => document.activeElement.classList.contains('pp-hall')")
    page.keyboard.press("f")
    until(page, "() => document.fullscreenElement?.classList.contains('pp-hall')")
    return page


def test_every_scene_can_be_read_from_the_last_row(stage):
    page, keys = stage, stage.keyboard
    for case in list(the_guide().cases.values())[: size(2, 99)]:
        for scene in case.scenes:
            for revealed in (False, True):
                wait_for_scene(page, scene, revealed)
                moving = "document.querySelector('.pp-hall .pp-drawing').getAnimations"
                until(page, f"() => !{moving}({{ subtree: true }}).length")
                assert page.evaluate(SMALLEST) >= 19.9, scene.title
                told_of_trials = revealed and scene.evidence
                assert told_of_trials or page.evaluate(HIDDEN) <= 0, f"{scene.title}: does not fit"
                while page.evaluate(BELOW) > 2:
                    keys.press("PageDown")
                keys.press("PageDown")


TOLD = """() => [...document.querySelectorAll(
    ".pp-hall :is(.pp-explained, .pp-lines) :is(p, h3, li, small, button)")]
  .filter(e => e.textContent.trim() && e.getClientRects().length)
  .map(e => parseFloat(getComputedStyle(e).fontSize))"""
FOOT = """() => {
  const last = [...document.querySelectorAll(".pp-hall .pp-explained > *")].at(-1);
  const key = document.querySelector(".pp-hall .pp-onward");
  return key.getBoundingClientRect().top - last.getBoundingClientRect().bottom;
}"""
"""How far the last words stand above the key that leads on."""


@pytest.mark.parametrize(
    ("width", "height", "least", "room"), [(1366, 768, 16, 850), (1920, 1080, 17, 1280)]
)
@pytest.mark.parametrize("name", ["cancer-net-2023", "nci-2025"])
def test_in_a_window_what_is_told_is_large_and_read_to_its_end(
    web, tmp_path, name, width, height, least, room
):
    guide = load_guide(name)
    scenes = [
        (case.id, number, scene)
        for case in guide.cases.values()
        for number, scene in enumerate(case.scenes, start=1)
        if scene.evidence or number == 3
    ]
    with_trials = [each for each in scenes if each[2].evidence]
    file = make_page(tmp_path / "pnet.html", guide, count=2, seed=11)
    page = web("#show=stage", width, height, file=file)
    for case, number, scene in [*with_trials, *scenes[: size(1, 99)]]:
        hash_ = f"#show=stage&case={case}&scene={number}"
        page.evaluate("hash => { location.hash = hash; }", hash_)
        page.locator(".pp-hall h2", has_text=scene.title).wait_for()
        page.locator(".pp-hall").focus()
        page.keyboard.press("r")
        page.keyboard.press("PageDown")
        page.locator(".pp-hall .pp-explained h3").first.wait_for()
        settled(page)
        assert min(page.evaluate(TOLD)) >= least, scene.title
        drawing = page.locator(".pp-hall .pp-drawing svg:not(.pp-leaving)").bounding_box()
        assert drawing["width"] >= room
        assert drawing["height"] >= height * 0.45
        pages = 0
        while page.evaluate(FOOT) < 0:
            pages += 1
            assert pages < 5, f"{scene.title}: the end is out of reach"
            page.keyboard.press("PageDown")
        assert page.locator(".pp-hall h2").inner_text() == scene.title, "left before it was read"


@pytest.mark.parametrize("part", ["cases", "stage"])
def test_a_blank_scene_is_blank_in_the_whole_page(web, part):
    statuses = [f"{status.symbol} {status.word}" for status in Status]
    words = [*(status.word for status in Status if status.word != "option"), "an option", *statuses]
    colours = [look.fill for status, look in LOOKS.items()]
    marks = ["\u2020", "\u25cf", "\u25d0", "\u25f7", "\u2715"]
    section = (
        f"section:has([role=region], .pp-player) .pp-{'hall' if part == 'stage' else 'player'}"
    )
    cases = list(the_guide().cases.values())[: size(2, 99)]
    page = web(f"#show={part}", 1366, 768)
    for case in cases:
        for number, scene in enumerate(case.scenes, start=1):
            address = f"#show={part}&case={case.id}&scene={number}"
            page.evaluate("hash => { location.hash = hash; }", address)
            page.locator(f"{section} h2", has_text=scene.title).wait_for()
            page.locator(f"{section} .node.blank").first.wait_for()
            until(page, f"() => !document.querySelector('{section} .pp-lines p')")
            shown = page.evaluate(TEXT, section)
            told = html.unescape(shown).replace(scene.story.lower(), "")
            told = told.replace(scene.question.lower(), "").replace(case.label.lower(), "")
            found = [each for each in [*words, *marks, *colours] if each.lower() in told]
            assert not found, (case.id, number, found)
            page.keyboard.press("PageDown")
            page.locator(f"{section} .pp-explained h3").first.wait_for()


def test_axe_finds_nothing_on_the_stage(stage):
    stage.keyboard.press("h")
    for key in ("PageDown", "PageDown"):
        assert violations(stage, ".pp-hall") == []
        stage.keyboard.press(key)


@pytest.mark.exhaustive
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_voila_serves_the_stage(chromium, tmp_path, theme):
    command = pnet_paths("app", "--teach", "--no-browser")
    with running(command, newcomer(tmp_path), tmp_path) as server:
        address = server.address
        watched = Watched(chromium.new_page(viewport={"width": 1366, "height": 768}), address[:-1])
        page = watched.page
        page.goto(f"{address}?theme={theme}")
        page.locator(".pp-hall .pp-drawing svg").wait_for(timeout=90_000)
        page.wait_for_function("document.activeElement.classList.contains('pp-hall')")
        page.keyboard.press("f")
        page.wait_for_function("document.fullscreenElement?.classList.contains('pp-hall')")
        page.keyboard.press("PageDown")
        wait_for_scene(page, next(iter(the_guide().cases.values())).scenes[0])
        assert violations(page, ".pp-hall") == []
        watched.assert_quiet()
        watched.close()


def test_with_the_keyboard_the_class_sees_no_other_case_before_enter(stage):
    page, keys = stage, stage.keyboard
    first, second = list(the_guide().cases.values())[:2]
    page.get_by_role("combobox", name="Case").focus()
    keys.press("ArrowDown")
    wait_for_scene(page, first.scenes[0], revealed=False)
    keys.press("Enter")
    wait_for_scene(page, second.scenes[0], revealed=False)


@pytest.mark.parametrize(("width", "height", "column"), [(1100, 640, False), (390, 844, True)])
def test_the_stage_is_whole_on_a_small_window_and_a_column_on_a_phone(web, width, height, column):
    page = web("#show=stage&case=by_chance&scene=3", width, height)
    page.locator(".pp-hall .node.blank").first.wait_for()
    assert (page.locator(".pp-hall .pp-narrow").count() == 1) is column
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.locator(".pp-hall").get_by_role("button", name="Surgery", exact=True).click()
    page.locator(".pp-hall .pp-on").click()
    page.locator(".pp-hall .pp-outcomes .pp-right", has_text="Surgery").wait_for()
