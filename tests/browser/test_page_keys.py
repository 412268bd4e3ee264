"""Keys of the page: a remote, letters and arrows act wherever the focus is, but in a text field."""

from __future__ import annotations

import pytest
from acts import until
from packaged import the_guide
from test_stage_presented import wait_for_scene

from pnet_paths.pages import page as written

CASES = list(the_guide().cases.values())
ELSEWHERE = {
    "the heading": lambda page: page.get_by_role("heading", level=1).click(),
    "the margin": lambda page: page.mouse.click(5, 400),
    "Copy link": lambda page: page.get_by_role("button", name="Copy link").click(),
    "the link": lambda page: (
        page.get_by_role("button", name="Copy link").click(),
        page.get_by_label("Link to what is shown").click(),
    ),
    "the QR code": lambda page: (
        page.get_by_label("More", exact=True).click(),
        page.get_by_text("QR code").click(),
        page.get_by_text("QR code").click(),
        page.get_by_label("More", exact=True).click(),
    ),
}


@pytest.fixture(scope="module")
def with_code(tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "pnet.html"
    return written(file, the_guide(), count=2, seed=11, address="https://example.org/pnet.html")


def test_a_remote_leads_the_stage_whatever_was_touched_last(web, with_code):
    page = web("#show=stage", file=with_code, quiet=False)  # the clipboard may be refused
    scenes = CASES[0].scenes
    wait_for_scene(page, scenes[0], revealed=False)
    for touch in ELSEWHERE.values():
        touch(page)
        page.keyboard.press("PageDown")
        wait_for_scene(page, scenes[0])
        page.keyboard.press("PageDown")
        page.locator(".pp-hall h2", has_text=scenes[1].title).wait_for()
        touch(page)
        page.keyboard.press("PageUp")
        wait_for_scene(page, scenes[0])
        for key in ("b", "."):
            page.keyboard.press(key)
            page.locator(".pp-hall.pp-black").wait_for()
            page.keyboard.press(key)
            page.locator(".pp-hall:not(.pp-black)").wait_for()
        page.keyboard.press("r")


def test_a_button_keeps_its_own_keys(web, with_code):
    page = web("#show=stage", file=with_code)
    wait_for_scene(page, CASES[0].scenes[0], revealed=False)
    page.get_by_label("More", exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_text("QR code").focus()
    page.keyboard.press("Enter")
    page.locator(".pp-code[open]").wait_for()
    wait_for_scene(page, CASES[0].scenes[0], revealed=False)
    page.get_by_role("tab", name="Quiz", exact=True).focus()
    page.keyboard.press(" ")
    page.locator(".pp-choices").wait_for()


@pytest.mark.parametrize("way", ["link", "tab"])
def test_cases_and_quiz_answer_keys_at_once(web, way):
    def opened(part, label):
        page = web(f"#show={part}" if way == "link" else "")
        if way == "tab":
            page.get_by_role("tab", name=label, exact=True).click()
        return page

    page = opened("cases", "Cases")
    for _ in range(2):
        page.keyboard.press("PageDown")
    page.get_by_role("heading", name=CASES[0].scenes[1].title).wait_for()
    page.keyboard.press("ArrowLeft")
    page.get_by_role("heading", name=CASES[0].scenes[0].title).wait_for()
    page = opened("quiz", "Quiz")
    page.keyboard.press("b")
    assert page.locator(".pp-choices input").nth(1).is_checked()
    page.keyboard.press("3")
    assert page.locator(".pp-choices input").nth(2).is_checked()


def test_keys_of_a_part_that_is_not_shown_and_of_lists_do_nothing(web):
    page = web("#show=cases")
    page.get_by_role("tab", name="Explore", exact=True).click()
    page.keyboard.press("PageDown")
    page.get_by_role("tab", name="Cases", exact=True).click()
    page.get_by_role("heading", name=CASES[0].scenes[0].title).wait_for()
    page.get_by_role("combobox", name="Case").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("heading", name=CASES[1].scenes[0].title).wait_for()


@pytest.mark.parametrize("part", ["cases", "stage"])
def test_page_down_goes_on_to_the_next_case_and_page_up_back(web, part):
    last, count = CASES[-1], len(CASES[0].scenes)
    page = web(f"#show={part}&case={CASES[0].id}&scene={count}")

    def at(scene):
        page.get_by_role("heading", name=scene.title).wait_for()

    at(CASES[0].scenes[-1])
    for _ in range(2):  # the answer, then the next scene
        page.keyboard.press("PageDown")
    at(CASES[1].scenes[0])
    until(page, f"() => location.hash.includes('case={CASES[1].id}&scene=1')")
    page.keyboard.press("PageUp")
    at(CASES[0].scenes[-1])
    page.evaluate("hash => { location.hash = hash; }", f"#show={part}&case={last.id}&scene=99")
    at(last.scenes[-1])
    for _ in range(2):
        page.keyboard.press("PageDown")
    at(last.scenes[-1])


def test_the_first_answer_is_five_tabs_away_and_ana_can_be_followed(web):
    page = web()
    page.locator(".pp-answer").first.wait_for()
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.pp-answer:first-child')")
    page.get_by_role("button", name="Describe the tumor").click()
    assert page.evaluate("document.activeElement.matches('.pp-answer:first-child')")
    page.get_by_role("button", name="Follow Ana").click()
    page.get_by_role("heading", name=CASES[0].scenes[0].title).wait_for()
    for _ in range(2):
        page.keyboard.press("PageDown")
    page.get_by_role("heading", name=CASES[0].scenes[1].title).wait_for()


def test_arrows_move_among_the_tabs_and_a_chosen_part_has_the_keys(web):
    page = web()
    page.keyboard.press("Tab")
    for key, name in (("ArrowLeft", "Quiz"), ("ArrowRight", "Explore"), ("ArrowRight", "Cases")):
        page.keyboard.press(key)
        tab = page.get_by_role("tab", name=name, exact=True)
        assert tab.evaluate("tab => tab === document.activeElement")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=CASES[0].scenes[0].title).wait_for()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.get_by_role("heading", name=CASES[0].scenes[1].title).wait_for()
