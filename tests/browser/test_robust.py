"""What happens in a real notebook: a busy kernel, haste, restarts, closed tabs, two explorers."""

from __future__ import annotations

import random
import re

import pytest
from acts import (
    META,
    choose,
    part,
    run_cell,
    save,
    shut_down_kernel,
    start_kernel_again,
    until,
    wait_for,
)
from packaged import the_guide
from sizes import size

from pnet_paths import ProfileError


@pytest.fixture
def keep_busy(explorer, tmp_path):
    """Set the kernel to work until the test is over; gives the sign that it is at it."""
    done = tmp_path / "done"
    work = f"import pathlib, time\nwhile not pathlib.Path({str(done)!r}).exists(): time.sleep(0.05)"
    at_work = explorer.locator(".jp-CodeCell").last.get_by_text("[*]")

    def begin():
        run_cell(explorer, work)
        at_work.wait_for()
        explorer.locator(".pnet-paths").scroll_into_view_if_needed()
        return at_work

    yield begin
    done.touch()
    at_work.wait_for(state="detached", timeout=60_000)


def test_the_map_answers_while_the_kernel_is_busy(explorer, keep_busy):
    page = explorer
    page.get_by_role("button", name="Everything").click()
    part(page, "treatment-interferon_alfa").wait_for()
    busy = keep_busy()
    choose(page, "SSAs already given?", "yes")
    wait_for(page, META | {"prior_ssa": "yes"})
    expected = the_guide().evaluate(META | {"prior_ssa": "yes"})
    page.locator('[data-part="treatment-chemotherapy"][aria-label*="option"]').wait_for()
    page.locator(".pp-sentence", has_text=expected.sentence).wait_for()
    assert busy.count() == 1, "the kernel had no part in it"


@pytest.mark.exhaustive
def test_everything_answers_while_the_kernel_is_busy(explorer, keep_busy):
    page = explorer
    part(page, "treatment-prrt").click()
    busy = keep_busy()
    choose(page, "SSAs already given?", "yes")
    facts = META | {"prior_ssa": "yes"}
    wait_for(page, facts)
    expected = the_guide().evaluate(facts)
    until(page, SEEN, [expected.sentence, expected.verdict("prrt").line])
    choose(page, "Spread to the liver?", "only small ones")
    assert busy.count() == 1, "the kernel had no part in it"


SEEN = """([sentence, line]) => {
  const seen = (kind) => document.querySelector(kind).textContent.toLowerCase();
  return seen(".pp-summary caption") === sentence.toLowerCase()
    && seen(".pp-outline").startsWith(sentence.toLowerCase())
    && seen(".pp-card").includes(line.toLowerCase());
}"""


def test_without_a_kernel_all_that_is_seen_follows_the_lists(explorer, notebook):
    page = explorer
    part(page, "treatment-prrt").click()
    assert page.get_by_text("Python is not running").count() == 0
    shut_down_kernel(page)
    facts = dict(META)
    draw = random.Random(7)
    asked = ["prior_ssa", "grade", "sstr", "symptoms", "liver"]
    for _ in range(size(6, 40)):
        factor = the_guide().factors[draw.choice(asked)]
        level = draw.choice(factor.levels)
        try:
            expected = the_guide().evaluate(facts | {factor.id: level.id})
        except ProfileError:
            continue
        facts[factor.id] = level.id
        choose(page, factor.question, level.label)
        wait_for(page, facts)
        until(page, SEEN, [expected.sentence, expected.verdict("prrt").line])
    page.get_by_text("Python is not running").wait_for()
    page.get_by_role("button", name="Everything").click()
    part(page, "treatment-interferon_alfa").wait_for()
    wait_for(page, facts)
    page.get_by_role("button", name="Landscape").click()
    page.locator(".pp-turned thead").wait_for()
    page.get_by_role("button", name="Compare").click()
    page.get_by_text("The profiles are alike.").wait_for()
    page.get_by_label("Another fact of B").select_option(label="growth")
    page.locator(".pp-switch").get_by_role("button", name="very rapid").click()
    page.get_by_text("The profiles differ in: growth.").wait_for()
    start_kernel_again(notebook)


@pytest.mark.exhaustive
def test_a_notebook_opened_without_its_kernel_shows_the_last_drawing(explorer, notebook):
    page = explorer
    choose(page, "Which grade?", "G1 (low)")
    wait_for(page, META | {"grade": "G1"})
    assert not page.locator(".pp-still").first.is_visible(), "beside a living explorer"
    said = "The tumor is grade 1 and metastatic"
    until(page, f"() => document.querySelector('.pp-still img').alt.startsWith('{said}')")
    save(page)
    shut_down_kernel(page)
    # The new kernel that JupyterLab starts does not know the widget.
    with page.expect_console_message(lambda said: "widget model not found" in said.text):
        page.reload()
    still = page.locator(".jp-OutputArea-output:not(.jp-mod-hidden) img").first
    still.wait_for(timeout=60_000)
    assert said in still.get_attribute("alt")
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    notebook.errors[:] = [e for e in notebook.errors if "widget model not found" not in e]


@pytest.mark.exhaustive
def test_a_thousand_changes_leave_nothing_behind(explorer, notebook):
    page = explorer
    page.get_by_role("button", name="Everything").click()
    part(page, "treatment-interferon_alfa").wait_for()
    many = """async (times) => {
      const select = [...document.querySelectorAll(".pp-control select")]
        .find((s) => s.closest(".pp-control").textContent.includes("Which grade?"));
      for (let i = 0; i < times; i += 1) {
        select.selectedIndex = 1 + (i % 3);
        select.dispatchEvent(new Event("change", { bubbles: true }));
        if (i % 20 === 0) await new Promise((done) => setTimeout(done, 0));
      }
    }"""
    count = "document.querySelectorAll('*').length"
    page.evaluate(many, 30)
    notebook.wait_until_nothing_comes()
    first = page.evaluate(count)
    page.evaluate(many, 1000)
    notebook.wait_until_nothing_comes()
    assert page.evaluate(count) <= first + 5


@pytest.mark.exhaustive
def test_a_cell_that_is_run_again_leaves_nothing_of_the_old_explorer_behind(explorer):
    page = explorer
    count = "len(explorer.get_manager_state()['state'])"
    counts = []
    for number in range(3):
        page.evaluate("document.querySelector('.pnet-paths').dataset.old = 'yes'")
        page.locator(".jp-CodeCell").first.locator(".cm-content").click()
        page.keyboard.press("Shift+Enter")
        page.locator(".pnet-paths:not([data-old]) .pp-drawing svg").wait_for(state="attached")
        run_cell(page, f"print('widgets {number}:', {count})")
        told = page.get_by_text(re.compile(rf"widgets {number}: \d+"))
        told.wait_for()
        said = told.inner_text()
        counts.append(int(said.split()[-1]))
    assert counts[0] == counts[1] == counts[2]
    assert page.locator(".pnet-paths").count() == 1


def test_two_explorers_and_one_shown_twice_do_not_meddle(explorer):
    page = explorer
    run_cell(page, "other = pnet_paths.explore(); display(explorer, other)")
    page.wait_for_function("document.querySelectorAll('.pp-drawing svg').length === 3")
    ids = page.evaluate("[...document.querySelectorAll('.pp-drawing [id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    select = page.get_by_label("SSAs already given?", exact=True)
    select.nth(0).select_option(label="yes")
    expected = the_guide().evaluate(META | {"prior_ssa": "yes"}).status["chemotherapy"]
    seen = ".pp-drawing svg:not(.pp-leaving) [data-part=treatment-chemotherapy]"
    until(
        page,
        """([seen, statuses]) => [...document.querySelectorAll(seen)]
          .every(({ classList }, i) => classList.contains(statuses[i]))""",
        [seen, [expected, expected, "depends"]],
    )
    assert select.nth(1).input_value() == select.nth(0).input_value()


@pytest.mark.exhaustive
def test_a_restarted_kernel_can_be_used_again(explorer):
    page = explorer
    run_cell(page, "explorer.profile")  # instead of what other tests have left in this cell
    page.evaluate("document.querySelector('.pnet-paths').dataset.old = 'yes'")
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text="Restart Kernel and Run All Cells").first.click()
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    renewed = page.locator(".pnet-paths:not([data-old])")
    renewed.locator(".pp-drawing svg:not(.pp-leaving)").wait_for(state="attached", timeout=90_000)
    wait_for(page, {"extent": "localized", "site": "tail", "resectability": "resectable"})
    renewed.scroll_into_view_if_needed()
    page.get_by_role("button", name="Reset").click()
    wait_for(page, the_guide().assumed)
    assert page.locator(".pnet-paths").count() == 1


@pytest.mark.exhaustive
def test_a_tab_that_was_closed_shows_the_last_state_when_it_is_opened_again(explorer):
    page = explorer
    choose(page, "SSAs already given?", "yes")
    facts = META | {"prior_ssa": "yes"}
    wait_for(page, facts)
    save(page)
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.locator(".pp-drawing svg").first.wait_for(state="attached", timeout=60_000)
    page.locator(".pnet-paths").first.scroll_into_view_if_needed()
    wait_for(page, facts)
    assert page.locator(".pnet-paths").count() == 1
    choose(page, "SSAs already given?", "not yet")
    wait_for(page, META)


def test_a_control_set_from_python_moves_the_drawing(explorer):
    page = explorer
    run_cell(page, "explorer.controls['prior_ssa'].value = 'yes'")
    wait_for(page, META | {"prior_ssa": "yes"})
    assert page.get_by_label("SSAs already given?").input_value() == "yes"


@pytest.mark.parametrize("host", ["explorer", "explorer_of_page"])
def test_a_closed_level_is_refused_with_its_reason_and_the_list_shows_what_is_known(host, request):
    """A list shows a choice before anybody can refuse it."""
    page = request.getfixturevalue(host)
    choose(page, "Spread to the liver?", "only small ones")
    wait_for(page, META | {"liver": "small"})
    spread = page.get_by_label("How far has it spread?", exact=True)
    spread.select_option(index=1)  # localized
    said = page.locator(".pp-waits", has_text="How far has it spread?")
    said.wait_for()
    reason = page.locator(".pp-for-extent .pp-note-line").text_content()
    assert said.inner_text() == f"How far has it spread? {reason}"
    until(page, "list => list.selectedOptions[0].text === 'metastatic'", spread.element_handle())
    choose(page, "Spread to the liver?", "Not known")
    wait_for(page, META)
    said.wait_for(state="detached")


def test_an_impossible_profile_from_python_is_refused_and_nothing_moves(explorer):
    page = explorer
    code = "try: explorer.profile = {'extent': 'localized', 'liver': 'small'}"
    run_cell(page, code + "\nexcept pnet_paths.ProfileError as error: print('refused:', error)")
    page.get_by_text("refused: extent=localized with liver=small cannot occur").wait_for()
    wait_for(page, META)
    choose(page, "SSAs already given?", "yes")
    wait_for(page, META | {"prior_ssa": "yes"})
