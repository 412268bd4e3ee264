"""The presenter's second window: notes, what comes next, and the stage led from it."""

from __future__ import annotations

from packaged import the_guide

from pnet_paths.pages import page as written

CASE = next(iter(the_guide().cases.values()))


def test_notes_follow_the_stage_and_their_window_leads_it(web, tmp_path):
    file = written(tmp_path / "teacher.html", the_guide(), count=0, notes=True)
    page = web("#show=stage", 1920, 1080, file=file)
    page.locator(".pp-hall .node.blank").first.wait_for()
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    notes = opened.value
    notes.get_by_text(CASE.scenes[0].note[:60]).wait_for()
    notes.get_by_text(f"Next: {CASE.scenes[1].title}").wait_for()
    assert CASE.scenes[0].note[:60] not in page.locator(".pp-hall").inner_html()
    for _ in range(2):
        notes.keyboard.press("PageDown")
    page.get_by_role("heading", name=CASE.scenes[1].title).wait_for()
    notes.get_by_text(CASE.scenes[1].note[:60]).wait_for()
    page.keyboard.press("PageUp")
    notes.get_by_role("heading", name=CASE.scenes[0].title).wait_for()
    page.keyboard.press("n")  # the same window, not another one
    assert len(page.context.pages) == 2
    notes.close()


def test_a_page_for_students_has_a_window_without_notes(web):
    page = web("#show=stage", 1920, 1080)
    page.locator(".pp-hall .node.blank").first.wait_for()
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    opened.value.get_by_text("No notes here").wait_for()
    assert CASE.scenes[0].note[-40:] not in page.content()
    opened.value.close()
