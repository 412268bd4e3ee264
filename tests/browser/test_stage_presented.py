"""The stage as a lecture hall sees it, presented with keys alone."""

from __future__ import annotations

import pytest
from acts import until, violations
from conftest import Watched
from packaged import the_guide
from servers import newcomer, pnet_paths, running
from sizes import size

OPEN = """() => [...document.querySelectorAll(".pp-hall .pp-drawing svg:not(.pp-leaving) g.node")]
  .filter(g => g.dataset.part.startsWith("treatment-") && !g.classList.contains("blank"))
  .map(g => [g.dataset.part.replace("treatment-", ""), g.classList[1]]).sort()"""
SMALLEST = """() => Math.min(
  ...[...document.querySelectorAll(".pp-hall-page :is(p, h2, h3, li, svg text)")]
  .filter(e => e.textContent.trim())
  .map(e => parseFloat(getComputedStyle(e).fontSize) * (e.getScreenCTM?.()?.a ?? 1)))"""
CUT = """() => [...document.querySelectorAll(".pp-hall .pp-drawing svg:not(.pp-leaving) g.node")]
  .flatMap(node => {
    const box = node.querySelector("path, polygon").getBoundingClientRect();
    return [...node.querySelectorAll("text")].filter(text => {
      const at = text.getBoundingClientRect();
      const beside = at.left < box.left || at.right > box.right;
      return beside || at.top < box.top - 1 || at.bottom > box.bottom + 1;
    }).map(text => text.textContent);
  })"""
HIDDEN = """() => {
  const story = document.querySelector(".pp-hall-story");
  return story.scrollHeight - story.clientHeight;
}"""


def expected(scene, opened=None):
    status = the_guide().evaluate(scene.profile).status
    groups = [group.id for group in the_guide().groups]
    return sorted([name, status[name]] for name in (groups if opened is None else opened))


def wait_for_scene(page, scene, opened=None):
    page.locator(".pp-hall h2", has_text=scene.title).wait_for()
    until(
        page,
        f"expected => JSON.stringify(({OPEN})()) === JSON.stringify(expected)",
        expected(scene, opened),
    )


@pytest.mark.exhaustive
def test_a_teacher_presents_the_lesson_with_keys_alone(open_lab):
    watched = open_lab(1920, 1080, notebook="02_present.ipynb")
    page, keys = watched.page, watched.page.keyboard
    for _ in range(3):  # the introduction, the lesson at a glance, the first case's heading
        keys.press("Shift+Enter")
    keys.press("Shift+Enter")
    page.locator(".pp-hall svg").wait_for(timeout=60_000)
    page.wait_for_function("document.activeElement.classList.contains('pp-hall')")
    cells = page.locator(".jp-Cell").count()
    scenes = the_guide().cases["by_chance"].scenes
    wait_for_scene(page, scenes[0], ())
    keys.press("f")
    page.wait_for_function("document.fullscreenElement?.classList.contains('pp-hall')")
    keys.press("Enter")
    wait_for_scene(page, scenes[0], ["repeat_testing"])
    keys.press("ArrowDown")
    keys.press("Enter")
    wait_for_scene(page, scenes[0], ["repeat_testing", "active_surveillance"])
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


def test_the_frame_is_where_the_reason_is_spoken_of(stage):
    page, keys = stage, stage.keyboard
    framed = "document.activeElement.dataset.part"
    told = page.locator(".pp-hall-told h3")
    for _ in range(3):
        keys.press("ArrowDown")
    third = page.evaluate(framed)
    keys.press("Enter")
    told.wait_for()
    assert page.evaluate(framed) == third
    keys.press("Enter")  # the next one from the top, and the frame with it
    until(page, f"() => {framed} === 'treatment-repeat_testing'")
    assert told.inner_text() == "Repeat testing"
    keys.press("a")
    until(page, "() => document.activeElement.classList.contains('pp-hall')")
    keys.press("ArrowDown")
    keys.press("Enter")
    told.filter(has_text="Repeat testing").wait_for()
    black = "document.querySelector('.pp-hall').classList.contains('pp-black')"
    keys.press("b")
    assert page.evaluate(black)
    keys.press("PageDown")  # brings the picture back, and does nothing unseen
    assert not page.evaluate(black)
    wait_for_scene(page, next(iter(the_guide().cases.values())).scenes[0])


@pytest.fixture
def stage(web):
    """The stage, filling a large screen."""
    page = web("#show=stage", 1920, 1080)
    page.locator(".pp-hall svg").wait_for()
    until(page, "() => document.activeElement.classList.contains('pp-hall')")
    page.keyboard.press("f")
    until(page, "() => document.fullscreenElement?.classList.contains('pp-hall')")
    return page


def test_every_scene_can_be_read_from_the_last_row(stage):
    page, keys = stage, stage.keyboard
    for case in list(the_guide().cases.values())[: size(2, 99)]:
        for scene in case.scenes:
            wait_for_scene(page, scene, ())
            assert page.evaluate(SMALLEST) >= 23.9
            assert page.evaluate(HIDDEN) <= 0, f"{scene.title}: what is asked does not fit"
            keys.press("Enter")
            wait_for_scene(page, scene, ["repeat_testing"])
            for _ in the_guide().groups[: size(1, 99)]:
                box = page.locator(".pp-hall-told h3").inner_text()
                assert page.evaluate(HIDDEN) <= 0, (
                    f"{scene.title}: the reason of {box} does not fit"
                )
                keys.press("Enter")
            keys.press("a")
            wait_for_scene(page, scene)
            assert page.evaluate(HIDDEN) <= 0, f"{scene.title}: the story does not fit"
            assert page.evaluate(CUT) == []
            keys.press("PageDown")


def test_a_blank_box_is_blank_in_the_whole_page(stage):
    words = ["rather not", "not named here", "usual", "an option", "depends"]
    parts = "'.pp-hall-story', '.pp-hall .pp-drawing', '.pp-hall-said'"
    shown = f"[{parts}].map(p => document.querySelector(p).outerHTML).join('').toLowerCase()"
    assert not [word for word in words if word in stage.evaluate(shown)]
    stage.keyboard.press("a")
    wait_for_scene(stage, next(iter(the_guide().cases.values())).scenes[0])
    assert "not named here" in stage.evaluate(shown)


def test_axe_finds_nothing_on_the_stage(stage):
    stage.keyboard.press("h")
    for key in ("Enter", "a"):
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
        page.locator(".pp-hall svg").wait_for(timeout=90_000)
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
    wait_for_scene(page, first.scenes[0], ())
    keys.press("Enter")
    wait_for_scene(page, second.scenes[0], ())
