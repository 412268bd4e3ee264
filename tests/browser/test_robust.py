"""What happens in a real notebook: a busy kernel, haste, restarts, closed tabs, two explorers."""

from __future__ import annotations

from acts import GUIDE, META, choose, part, run_cell, wait_for

BUSY = "import time; time.sleep(25)"


def test_the_map_answers_while_the_kernel_is_busy(explorer):
    page = explorer
    page.get_by_role("button", name="Everything (map)").click()
    part(page, "treatment-interferon_alfa").wait_for()
    run_cell(page, BUSY)
    running = page.locator(".jp-CodeCell").last.get_by_text("[*]")
    running.wait_for()
    page.locator(".pnet-paths").scroll_into_view_if_needed()
    choose(page, "SSAs already given?", "yes")
    wait_for(page, META | {"prior_ssa": "yes"})
    expected = GUIDE.evaluate(META | {"prior_ssa": "yes"})
    told = part(page, "status-chemotherapy").text_content().strip()
    assert told == "◐ option"
    title = " ".join(part(page, "sentence").locator("text").all_text_contents())
    assert title == expected.sentence
    assert running.count() == 1, "the kernel had no part in it"
    running.wait_for(state="detached", timeout=60_000)


def test_a_path_drawn_ahead_is_shown_while_the_kernel_is_busy(explorer):
    page = explorer
    page.wait_for_timeout(3000)  # at rest, what one choice can lead to is drawn
    run_cell(page, BUSY)
    running = page.locator(".jp-CodeCell").last.get_by_text("[*]")
    running.wait_for()
    page.locator(".pnet-paths").scroll_into_view_if_needed()
    choose(page, "SSAs already given?", "yes")
    wait_for(page, META | {"prior_ssa": "yes"})
    assert running.count() == 1, "the kernel had no part in it"
    running.wait_for(state="detached", timeout=60_000)


def test_of_many_quick_changes_the_last_is_drawn_and_nothing_is_blank(explorer):
    page = explorer
    blanks = page.evaluate(
        """async () => {
          const select = [...document.querySelectorAll(".pp-select select")]
            .find((s) => s.closest(".pp-control").textContent.includes("Which grade?"));
          let blank = 0;
          const watch = new MutationObserver(() => {
            if (!document.querySelector(".pp-drawing svg:not(.pp-leaving)")) blank += 1;
          });
          watch.observe(document.querySelector(".pp-drawing"), { childList: true });
          for (let i = 0; i < 20; i += 1) {
            select.selectedIndex = 1 + (i % 3);
            select.dispatchEvent(new Event("change", { bubbles: true }));
            await new Promise((done) => setTimeout(done, 20));
          }
          await new Promise((done) => setTimeout(done, 2500));
          watch.disconnect();
          return blank;
        }"""
    )
    assert blanks == 0
    wait_for(page, META | {"grade": "G2"})
    assert page.locator(".pp-leaving").count() == 0


def test_a_thousand_changes_leave_nothing_behind(explorer):
    page = explorer
    page.get_by_role("button", name="Everything (map)").click()
    part(page, "treatment-interferon_alfa").wait_for()
    many = """async (times) => {
      const select = [...document.querySelectorAll(".pp-select select")]
        .find((s) => s.closest(".pp-control").textContent.includes("Which grade?"));
      for (let i = 0; i < times; i += 1) {
        select.selectedIndex = 1 + (i % 3);
        select.dispatchEvent(new Event("change", { bubbles: true }));
        if (i % 20 === 0) await new Promise((done) => setTimeout(done, 0));
      }
      await new Promise((done) => setTimeout(done, 300));
      return document.querySelectorAll("*").length;
    }"""
    first = page.evaluate(many, 30)
    assert page.evaluate(many, 1000) <= first + 5


def test_two_explorers_and_one_shown_twice_do_not_meddle(explorer):
    page = explorer
    run_cell(page, "other = pnet_paths.explore(); display(explorer, other)")
    page.wait_for_function("document.querySelectorAll('.pp-drawing svg').length === 3")
    ids = page.evaluate("[...document.querySelectorAll('.pp-drawing [id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
    select = page.get_by_label("SSAs already given?", exact=True)
    select.nth(0).select_option(label="yes")
    expected = GUIDE.evaluate(META | {"prior_ssa": "yes"}).status["chemotherapy"]
    seen = """() => [...document.querySelectorAll(".pp-drawing")].map((drawing) =>
      [...drawing.querySelector("svg [data-part=treatment-chemotherapy]").classList].at(-1))"""
    page.wait_for_function(
        f"([seen, expected]) => `${{({seen})()}}` === `${{[expected, expected, 'depends']}}`",
        arg=[None, expected],
    )
    assert select.nth(1).input_value() == select.nth(0).input_value()


def test_a_restarted_kernel_can_be_used_again(explorer):
    page = explorer
    page.evaluate("document.querySelector('.pnet-paths').dataset.old = 'yes'")
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text="Restart Kernel and Run All Cells").first.click()
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    renewed = page.locator(".pnet-paths:not([data-old])")
    renewed.locator(".pp-drawing svg").wait_for(state="attached", timeout=90_000)
    wait_for(page, {"extent": "localized", "site": "tail", "resectability": "resectable"})
    renewed.scroll_into_view_if_needed()
    page.get_by_role("button", name="Reset").click()
    wait_for(page, {})
    assert page.locator(".pnet-paths").count() == 1


def test_a_tab_that_was_closed_shows_the_last_state_when_it_is_opened_again(explorer):
    page = explorer
    choose(page, "SSAs already given?", "yes")
    facts = META | {"prior_ssa": "yes"}
    wait_for(page, facts)
    page.get_by_role("menuitem", name="File", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text="Save Notebook").first.click()
    page.wait_for_timeout(1500)
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


def test_an_impossible_profile_from_python_is_refused_and_nothing_moves(explorer):
    page = explorer
    code = "try: explorer.profile = {'extent': 'localized', 'liver': 'small'}"
    run_cell(page, code + "\nexcept pnet_paths.ProfileError as error: print('refused:', error)")
    page.get_by_text("refused: extent=localized with liver=small cannot occur").wait_for()
    wait_for(page, META)
    choose(page, "SSAs already given?", "yes")
    wait_for(page, META | {"prior_ssa": "yes"})
