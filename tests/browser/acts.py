"""What the tests do in a notebook page, and what they read from it."""

from __future__ import annotations

import re

from axe_playwright_python.sync_playwright import Axe
from packaged import the_guide

from pnet_paths.drawing.selection import Selection

NEW = {"course": "first", "removed": "no", "prior_ssa": "no"}
META = NEW | {"extent": "metastatic", "grade": "G2"}
STATUSES = "usual|option|later|depends|against|not_named"

DRAWN = f"""() => Object.fromEntries(
  [...document.querySelectorAll('.pp-drawing svg g.node')]
    .filter(g => /treatment-/.test(g.id))
    .map(g => [g.id.replace(/.*treatment-/, ''),
               [...g.classList].find(c => /^({STATUSES})$/.test(c))]))"""


def choose(page, factor, level):
    unfold(page)
    page.get_by_label(factor, exact=True).select_option(label=level)


def unfold(page):
    """Have all facts in sight: where there is little room, where nothing is stated, and where they
    make no difference they are folded."""
    fold = page.get_by_role("button", name="All facts").first
    if fold.is_visible():
        fold.click()
    page.locator(".pp-panel .pp-group").evaluate_all("all => all.forEach(g => { g.open = true; })")
    rest = ".pp-panel .pp-rest[aria-expanded=false]:not([hidden])"
    page.locator(rest).evaluate_all("found => found.forEach(button => button.click())")


def statuses(profile, view="path"):
    """The groups that are drawn of a profile, each with its status."""
    pathway = the_guide().evaluate(profile)
    return {group.id: pathway.status[group.id] for group in Selection(pathway, view).groups}


def until(page, condition, arg=None):
    """Wait for a condition (a function of ``arg``) in the page, whatever its policy forbids."""
    page.evaluate(
        f"""async (arg) => {{
          const end = performance.now() + 60_000;  // as long as a loaded machine may take
          while (!({condition})(arg)) {{
            if (performance.now() > end) throw new Error("waited in vain");
            await new Promise(requestAnimationFrame);
          }}
        }}""",
        arg,
    )


def wait_for(page, profile, within=""):
    """Wait until the drawing shows the statuses of a profile, as a path or in the map.

    Within what: where a page has several drawings.
    """
    drawn = DRAWN.replace(".pp-drawing svg", f"{within} .pp-drawing svg:not(.pp-leaving)")
    until(
        page,
        f"""(views) => {{
          const told = (drawn) => JSON.stringify(Object.entries(drawn).sort());
          return views.map(told).includes(told(({drawn})()));
        }}""",
        [statuses(profile, view) for view in ("path", "map")],
    )


def run_cell(page, code):
    """Put code into the last cell of the notebook and run it, without waiting for it."""
    page.locator(".jp-CodeCell").last.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(code)
    page.keyboard.press("Shift+Enter")


def run_until(page, code, told):
    """Run a cell until it says something: a page tells Python of choices one after the other."""
    for _ in range(20):
        run_cell(page, code)
        page.get_by_text("| Idle").wait_for()
        if page.locator(".jp-OutputArea-output", has_text=told).count():
            return
    page.get_by_text(told).wait_for()


def part(page, name):
    return page.locator(f'.pp-drawing svg:not(.pp-leaving) [data-part="{name}"]')


def shut_down_kernel(page):
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text="Shut Down Kernel").first.click()
    page.get_by_text("No Kernel").first.wait_for()


def start_kernel_again(notebook):
    """Give the notebook a kernel again, and pass over what was said while it had none."""
    page = notebook.page
    # ipywidgets says in the console that it could not tell Python of a choice or a click.
    notebook.errors[:] = [e for e in notebook.errors if not re.search("[Cc]annot send|not send", e)]
    page.get_by_text("No Kernel").first.click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.get_by_text("| Idle").wait_for(timeout=60_000)


def save(page):
    """Save the notebook, and wait until it is."""
    page.get_by_role("menuitem", name="File", exact=True).click()
    with page.expect_response(lambda r: r.request.method == "PUT" and "/contents/" in r.url):
        page.locator(".lm-Menu-itemLabel", has_text="Save Notebook").first.click()


def settled(page):
    """Wait until nothing moves any more: colours are told apart only then."""
    until(
        page,
        "() => document.getAnimations().every((a) => a.playState !== 'running')"
        " && !document.querySelector('.pp-leaving')",
    )


def violations(page, context=None):
    """What axe finds wrong with a page, or a part of it, once nothing moves."""
    settled(page)
    found = Axe().run(page, context=context).response["violations"]
    return [(v["id"], [node["html"][:150] for node in v["nodes"][:3]]) for v in found]


def words(locator):
    """The text that is shown, with single spaces."""
    return " ".join(locator.inner_text().split())
