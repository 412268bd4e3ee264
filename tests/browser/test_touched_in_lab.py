"""The living drawing in JupyterLab: what only a notebook around it can show."""

from __future__ import annotations

from acts import META, part, run_cell, wait_for, words
from sizes import size

ACTIVE = """[...document.querySelectorAll('.jp-Cell')]
  .findIndex((cell) => cell.classList.contains('jp-mod-active'))"""


def test_no_key_in_the_explorer_reaches_the_notebook(explorer):
    page = explorer
    cells, active = page.locator(".jp-Cell").count(), page.evaluate(ACTIVE)
    for target in (page.get_by_label("Which grade?", exact=True), part(page, "treatment-ssa")):
        letters = size("abdjkmxyz", "abcdefghijklmnopqrstuvwxyz")
        for key in (*letters, "ArrowDown", "ArrowUp", "0", "d", "d"):
            target.focus()
            page.keyboard.press(key)
            assert page.locator(".jp-Cell").count() == cells, key
            assert page.locator(".pnet-paths").count() == 1, key
            assert page.evaluate(ACTIVE) == active, key


def test_the_choice_can_be_read_and_set_from_python(explorer):
    page = explorer
    part(page, "treatment-prrt").click()
    run_cell(
        page, "print('chosen', explorer.flowchart.selected); explorer.flowchart.selected = 'ssa'"
    )
    page.get_by_text("chosen prrt").wait_for()
    page.locator(".pp-card").get_by_role("heading", name="Somatostatin analogs").wait_for()


def test_an_answer_of_the_card_moves_the_list_and_reaches_python(explorer):
    page = explorer
    page.locator(".pp-answer", has_text="from hormones").click()
    wait_for(page, META | {"symptoms": "hormonal"})
    shown = page.get_by_label("Which symptoms?", exact=True).locator("option:checked")
    assert words(shown) == "from hormones"
    run_cell(
        page, "print('heard', explorer.profile['symptoms'], explorer.controls['symptoms'].value)"
    )
    page.get_by_text("heard hormonal hormonal").wait_for()


def test_full_screen_has_the_facts_and_larger_type(explorer):
    page = explorer
    width = "document.querySelector('.pp-drawing svg').getBoundingClientRect().width"
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("document.fullscreenElement?.classList.contains('pnet-paths')")
    wide = page.evaluate(width)
    page.get_by_role("button", name="Larger type").click()
    assert page.evaluate(width) > wide * 1.2
    part(page, "treatment-ssa").click()
    letters = page.locator(".pp-card .pp-gist").evaluate("e => getComputedStyle(e).fontSize")
    assert float(letters.removesuffix("px")) >= 26
    page.locator(".pp-card .pp-close").click()
    grade = page.get_by_label("Which grade?", exact=True)
    assert not grade.is_visible()
    page.get_by_role("button", name="Facts").click()
    grade.select_option(label="G3 (high)")
    page.evaluate("document.exitFullscreen()")
    wait_for(page, META | {"grade": "G3"})
