"""A teaching case: guessed, revealed and read, with keys and on a phone."""

from __future__ import annotations

import pytest
from acts import until, violations, wait_for
from packaged import the_guide

from pnet_paths.pages import page as written


def the_case():
    return the_guide().cases["years_later"]


@pytest.fixture
def player(web):
    page = web("#show=cases&case=years_later")
    page.locator(".pp-player .pp-drawing svg").wait_for()
    wait_for_scene(page, 1)
    return page


def shown(page):
    return page.locator(".pp-player h2").inner_text()


def wait_for_scene(page, number, revealed=False):
    scene = the_case().scenes[number - 1]
    page.locator(".pp-player h2", has_text=scene.title).wait_for()
    if revealed:
        wait_for(page, scene.profile, within=".pp-player")
    else:
        page.locator(".pp-player .node.blank").first.wait_for()


def test_a_case_is_played_with_the_keyboard_alone(player):
    page = player
    for number in range(1, 6):
        wait_for_scene(page, number)
        page.keyboard.press("ArrowRight" if number % 2 else "PageDown")
        wait_for_scene(page, number, revealed=True)
        page.keyboard.press("PageDown")
    page.locator(".pp-player .pp-progress", has_text="(1\u00a0of").wait_for()  # the next case
    page.keyboard.press("PageUp")
    wait_for_scene(page, 5, revealed=True)
    page.keyboard.press("Home")
    wait_for_scene(page, 1, revealed=True)
    assert the_case().scenes[0].question in page.locator(".pp-player .pp-story").inner_text()


def test_a_guess_is_tapped_and_marked_right_or_wrong_on_a_phone(web):
    page = web("#show=cases&case=by_chance&scene=3", 390, 844, has_touch=True, is_mobile=True)
    for name in ("Surgery", "PRRT"):
        box = page.locator(".pp-player").get_by_role("button", name=name, exact=True)
        assert box.bounding_box()["height"] >= 44
        box.tap()
        page.locator(".pp-player").get_by_role("button", name=f"{name}: expected").wait_for()
    page.locator(".pp-player .pp-on").tap()
    told = page.locator(".pp-player .pp-outcomes")
    told.locator(".pp-right", has_text="Surgery").wait_for()
    assert "PRRT" in told.locator(".pp-wrong").inner_text()
    assert "Active surveillance" in told.locator(".pp-missed").inner_text()
    signs = page.locator(".pp-player .pp-sign")
    until(page, "() => document.querySelectorAll('.pp-player .pp-sign').length === 2")
    assert set(signs.all_text_contents()) == {"\u2713 expected", "+ missed"}
    page.locator(".pp-lines button", has_text="PRRT \u2715 expected").wait_for()
    assert page.locator(".pp-explained small").first.inner_text().startswith("Section")
    top = "document.querySelector('.pp-player .pp-explained').getBoundingClientRect().top"
    until(page, f"() => {top} < 400")


def test_whoever_wants_no_guessing_sees_each_scene_at_once(player):
    page = player
    page.get_by_role("button", name="Show at once").click()
    wait_for_scene(page, 1, revealed=True)
    page.keyboard.press("PageDown")
    wait_for_scene(page, 2, revealed=True)


def test_no_card_stays_open_over_a_blank_scene(player):
    page = player
    page.locator('.pp-player [data-part="decision-extent"]').get_by_text("How far").click()
    page.locator(".pp-player .pp-card h2", has_text="How far").wait_for()
    weight = "e => getComputedStyle(e).fontWeight"
    assert page.locator(".pp-player .pp-card dd").first.evaluate(weight) == "400"
    page.locator(".pp-player .pp-close").click()
    page.keyboard.press("PageDown")
    page.locator(".pp-player .pp-lines button", has_text="Supportive care").click()
    page.locator(".pp-player .pp-card h2", has_text="Supportive care").wait_for()
    page.keyboard.press("PageDown")
    wait_for_scene(page, 2)
    assert page.locator(".pp-player .pp-card > *").count() == 0


def test_in_the_drawing_arrows_go_along_the_pathway_and_pages_turn_scenes(player):
    page = player
    part = page.locator('.pp-player svg:not(.pp-leaving) [data-part="decision-extent"][tabindex]')
    part.focus()
    page.keyboard.press("ArrowRight")
    assert shown(page) == the_case().scenes[0].title
    for _ in range(2):
        page.keyboard.press("PageDown")
    wait_for_scene(page, 2)


def test_notes_are_nowhere_in_the_page_of_students_and_in_the_teachers(player, web, tmp_path):
    scene = the_case().scenes[0]
    assert scene.note[-30:] not in player.content()
    assert player.locator(".pp-player .pp-next").count() == 0, "it would answer the question"
    teachers = written(tmp_path / "teacher.html", the_guide(), count=0, notes=True)
    page = web("#show=cases&case=years_later", file=teachers)
    page.locator(".pp-player .node.blank").first.wait_for()
    assert page.locator(".pp-note").count() == 0, "it would answer the scene"
    page.keyboard.press("PageDown")
    page.locator(".pp-note", has_text=scene.note[-30:]).wait_for()


def test_axe_finds_nothing_in_the_player(player):
    assert violations(player, ".pp-player") == []
    player.keyboard.press("PageDown")
    wait_for_scene(player, 1, revealed=True)
    assert violations(player, ".pp-player") == []
