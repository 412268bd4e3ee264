"""A teaching case presented with the keyboard."""

from __future__ import annotations

import pytest
from acts import violations, wait_for
from packaged import the_guide


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


def wait_for_scene(page, number):
    scene = the_case().scenes[number - 1]
    page.locator(".pp-player h2", has_text=scene.title).wait_for()
    wait_for(page, scene.profile, within=".pp-player")


def test_a_case_is_spoken_of_with_the_keyboard_alone(player):
    page = player
    page.locator(".pp-player").get_by_role("button", name="Next").focus()
    for number, key in enumerate(("ArrowRight", "PageDown", "ArrowRight", "PageDown"), start=2):
        page.keyboard.press(key)
        wait_for_scene(page, number)
    assert "Scene 5 of 5" in page.locator(".pp-player .pp-progress").inner_text()
    page.keyboard.press("PageDown")  # to the next case
    page.locator(".pp-player .pp-progress", has_text="Scene 1 of").wait_for()
    page.keyboard.press("PageUp")
    wait_for_scene(page, 5)
    page.keyboard.press("Home")
    wait_for_scene(page, 1)
    page.keyboard.press("End")
    wait_for_scene(page, 5)
    page.keyboard.press("ArrowLeft")
    wait_for_scene(page, 4)
    assert the_case().scenes[3].question in page.locator(".pp-player .pp-story").inner_text()


def test_in_the_drawing_arrows_go_along_the_pathway_and_pages_turn_scenes(player):
    page = player
    part = page.locator('.pp-player svg:not(.pp-leaving) [data-part="decision-extent"][tabindex]')
    part.focus()
    page.keyboard.press("ArrowRight")
    assert shown(page) == the_case().scenes[0].title
    page.keyboard.press("PageDown")
    wait_for_scene(page, 2)


def test_notes_are_nowhere_in_the_page(player):
    for scene in the_case().scenes:
        assert scene.note[-30:] not in player.content()
    assert player.locator(".pp-player .pp-next").count() == 0, "it would answer the question"


def test_axe_finds_nothing_in_the_player(player):
    assert violations(player, ".pp-player") == []
