"""Ctrl and Cmd are JupyterLab's wherever the focus is; plain keys are not."""

from __future__ import annotations

from acts import part, run_cell
from sizes import size

UNSAVED = ".lm-TabBar-tab.jp-mod-current.jp-mod-dirty"
CELLS = """() => [...document.querySelectorAll(".jp-Cell")].map(cell =>
  cell.className.match(/jp-(Code|Markdown|Raw)Cell|jp-mod-active/g).join())"""


def saved_with_the_focus_on(notebook, target):
    """Press what would change the notebook, then Ctrl+S, both from ``target``."""
    page = notebook.page
    target.focus()
    before = page.evaluate(CELLS)
    for key in ("b", "m", "y", "a", "j", "k", "ArrowDown", "ArrowUp", "d", "d", "x"):
        target.focus()  # a key may move it within what has it
        page.keyboard.press(key)
    assert page.evaluate(CELLS) == before
    target.focus()
    # A list that was moved has the drawing kept anew, which changes the notebook a moment later.
    notebook.wait_until_nothing_comes()
    with page.expect_response(lambda r: r.request.method == "PUT" and "/contents/" in r.url):
        page.keyboard.press("ControlOrMeta+s")
    page.locator(UNSAVED).first.wait_for(state="detached")
    assert page.evaluate(CELLS) == before
    target.focus()
    page.keyboard.press("b")  # plain keys are kept again
    assert page.evaluate(CELLS) == before


def unsaved(page):
    run_cell(page, "len('anything')")
    page.locator(UNSAVED).first.wait_for(state="attached")


def test_the_notebook_is_saved_from_anywhere_in_an_explorer(explorer, notebook):
    page = explorer
    targets = [
        part(page, "treatment-ssa"),
        page.get_by_label("Which grade?", exact=True),
        page.get_by_role("button", name="Everything"),
        part(page, "arrow-extent-ssa"),
        page.locator(".pp-tools summary"),
    ]
    for target in targets[: size(2, 5)]:
        unsaved(page)
        saved_with_the_focus_on(notebook, target)


def test_the_notebook_is_saved_from_a_question_and_from_the_stage(cleared, notebook):
    page = cleared
    run_cell(
        page, "import pnet_paths; display(pnet_paths.ask(seed=11, count=2), pnet_paths.present())"
    )
    page.locator(".pp-hall .pp-drawing svg").wait_for(timeout=60_000)
    for target in (
        page.locator(".pp-quiz").get_by_role("radio").first,
        page.locator(".pp-quiz").get_by_role("button", name="fairly sure"),
        page.locator(".pp-hall"),
    ):
        saved_with_the_focus_on(notebook, target)
