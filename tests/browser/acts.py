"""What the tests do in a notebook page, and what they read from it."""

from __future__ import annotations

import pnet_paths

GUIDE = pnet_paths.load_guide()
META = {"extent": "metastatic", "grade": "G2", "prior_ssa": "no"}
STATUSES = "usual|option|later|depends|against|not_named"

DRAWN = f"""() => Object.fromEntries(
  [...document.querySelectorAll('.pp-drawing svg g.node')]
    .filter(g => /treatment-/.test(g.id))
    .map(g => [g.id.replace(/.*treatment-/, ''),
               [...g.classList].find(c => /^({STATUSES})$/.test(c))]))"""


def choose(page, factor, level):
    page.get_by_label(factor, exact=True).select_option(label=level)


def statuses(profile):
    pathway = GUIDE.evaluate(profile)
    return {group.id: pathway.status[group.id] for group in GUIDE.groups}


def wait_for(page, profile):
    expected = statuses(profile)
    page.wait_for_function(
        f"expected => {{ const drawn = ({DRAWN})();"
        " return Object.keys(expected).every(key => drawn[key] === expected[key]); }",
        arg=expected,
        timeout=20_000,
    )
    assert page.evaluate(DRAWN) == expected


def run_cell(page, code):
    """Put code into the last cell of the notebook and run it, without waiting for it."""
    page.locator(".jp-CodeCell").last.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(code)
    page.keyboard.press("Shift+Enter")


def part(page, name):
    return page.locator(f'.pp-drawing svg:not(.pp-leaving) [data-part="{name}"]')
