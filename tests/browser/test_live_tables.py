"""A guide's folder while its tables are edited, beside the explorer that shows it."""

from __future__ import annotations

import re

import pytest
from acts import choose, run_cell, unfold, violations

from pnet_paths.tables.folder import packaged_folder
from pnet_paths.tables.starter import start_guide


@pytest.fixture
def edited(cleared, tmp_path):
    """The invented guide in a folder, and the explorer that follows it."""
    folder = start_guide(tmp_path / "my-guide", packaged_folder("example-toy"))
    page = cleared
    known = "{'spread': 'both_feet'}"
    run_cell(page, f"import pnet_paths; pnet_paths.explore({str(folder)!r}, {known})")
    page.locator(".pp-live").wait_for(timeout=60_000)
    page.locator(".pp-live").scroll_into_view_if_needed()
    page.locator(".pnet-paths .pp-drawing svg").wait_for()
    unfold(page)
    page.get_by_label("How many feet are blue?", exact=True).wait_for()
    return page, folder / "indications.csv"


def save(table, old, new):
    text = table.read_text(encoding="utf-8")
    assert old in text
    table.write_text(text.replace(old, new), encoding="utf-8")


def test_a_saved_table_is_drawn_and_told_and_a_broken_one_keeps_the_last_good(edited):
    page, table = edited
    live = page.locator(".pp-live")
    live.get_by_text("No problems found.").first.wait_for()
    last = page.locator(".pnet-paths").last
    save(table, "wool_socks,usual", "wool_socks,option")
    live.get_by_text("Wool socks: usual > option").wait_for()
    last.locator('[data-part="treatment-socks"].option').wait_for()
    assert page.get_by_label("How many feet are blue?", exact=True).input_value() == "both feet"

    save(table, "wool_socks,option", "wool_socks,optoin")
    alert = live.get_by_role("alert")
    alert.get_by_text("did you mean option?").wait_for()
    assert "Error: The tables cannot be used" in alert.inner_text()
    assert last.locator('[data-part="treatment-socks"].option').count() == 1

    save(table, "wool_socks,optoin", "wool_socks,usual")
    live.get_by_text("Wool socks: option > usual").wait_for()
    assert alert.count() == 0
    last.locator('[data-part="treatment-socks"].usual').wait_for()
    choose(page, "Is it molting?", "yes")
    last.locator('[data-part="treatment-waiting"].option').wait_for()

    live.get_by_role("button", name="Reload").click()
    live.get_by_text("Nothing has changed.").wait_for()
    assert violations(page, ".pp-live") == []


def test_findings_are_shown_with_the_profile_that_shows_them(edited):
    page, table = edited
    text = table.read_text(encoding="utf-8")
    kept = [row for row in text.splitlines() if not re.match("waiting_pale|salve_later", row)]
    table.write_text("\n".join(kept) + "\n", encoding="utf-8")
    live = page.locator(".pp-live")
    live.get_by_text("Check of the tables: 2 warnings.").click()
    live.locator("code", has_text="color=pale days=few molting=no").wait_for()
    live.get_by_text("The arrow from waiting to salve is never taken").wait_for()
