"""The same front end in a plain page, opened from a file: no kernel, no server, no other host."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Watched

import pnet_paths
from pnet_paths.widgets.flowchart import Flowchart
from pnet_paths.widgets.front import module, style

GUIDE = pnet_paths.load_guide()
KNOWN = {"extent": "metastatic", "grade": "G2"}

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pathways</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'unsafe-inline' blob: data:; style-src 'unsafe-inline';
  img-src data: blob:">
<style>%(style)s</style></head><body data-jp-theme-light="%(light)s"
  style="background: %(background)s; color: %(color)s">
<main><h1>Pathways</h1><div id="here"></div></main>
<script id="state" type="application/json">%(state)s</script>
<script type="module">%(module)s
const state = JSON.parse(document.getElementById("state").textContent);
const heard = {};
const model = {
  get: (name) => state[name],
  set(name, value) { state[name] = value; (heard[`change:${name}`] ?? []).forEach((f) => f()); },
  on: (event, act) => { (heard[event] ??= []).push(act); },
  off: (event, act) => { heard[event] = heard[event].filter((other) => other !== act); },
  save_changes() {},
};
globalThis.model = model;
globalThis.heard = heard;
globalThis.stop = await render({ model, el: document.getElementById("here") });
</script></body></html>"""


def page_of(pathway, folder, dark=False):
    chart = Flowchart(pathway)
    names = [
        "view",
        "selected",
        "guide",
        "looks",
        "about",
        "map",
        "codes",
        "drawing",
        "notes",
        "outline",
        "said",
        "controls",
    ]
    state = {name: getattr(chart, name) for name in names}
    text = PAGE % {
        "style": style("explorer", "flowchart"),
        "module": module("flowchart").replace("export default", "//"),
        "state": json.dumps(state).replace("<", "\\u003c"),
        "light": "false" if dark else "true",
        "background": "#111111" if dark else "#ffffff",
        "color": "#eeeeee" if dark else "#111111",
    }
    path = folder / "page.html"
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def plain(chromium, tmp_path):
    pages = []

    def opened(dark=False, width=1366):
        page = chromium.new_page(viewport={"width": width, "height": 768})
        watched = Watched(page, "file://")
        page.goto(page_of(GUIDE.evaluate(KNOWN), tmp_path, dark))
        page.locator(".pp-drawing svg").wait_for()
        pages.append(watched)
        return page

    yield opened
    for watched in pages:
        watched.assert_quiet()
        watched.page.close()


def drawn(page, name):
    return page.locator(f'[data-part="treatment-{name}"]').get_attribute("class")


def test_the_map_answers_without_any_host(plain):
    page = plain()
    page.evaluate("model.set('view', 'map')")
    codes = GUIDE.space.codes({**KNOWN, "prior_ssa": "yes", "sstr": "positive"})
    page.evaluate("codes => model.set('codes', codes)", codes)
    assert "option" in drawn(page, "prrt")
    page.locator('[data-part="treatment-prrt"]').focus()
    page.keyboard.press("Enter")
    page.locator(".pp-card").get_by_role("heading", name="PRRT").wait_for()
    assert page.evaluate("model.get('selected')") == "prrt"
    page.keyboard.press("Escape")
    assert page.evaluate("model.get('selected')") == ""


def test_impossible_facts_keep_the_last_drawing(plain):
    page = plain()
    page.evaluate("model.set('view', 'map')")
    before = drawn(page, "ssa")
    impossible = GUIDE.space.codes({"extent": "localized"})
    impossible[list(GUIDE.factors).index("liver")] = 1
    page.evaluate("codes => model.set('codes', codes)", impossible)
    assert drawn(page, "ssa") == before


def test_it_leaves_nothing_behind(plain):
    page = plain()
    page.evaluate("stop()")
    assert page.evaluate("Object.values(heard).flat().length") == 0


def test_still_under_reduced_motion(plain):
    page = plain()
    other = Flowchart(GUIDE.evaluate({"extent": "localized"}))
    swap = """async ([drawing, codes]) => {
      model.set("codes", codes); model.set("drawing", drawing);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return document.querySelector(".pp-drawing").getAnimations({ subtree: true }).length;
    }"""
    assert page.evaluate(swap, [other.drawing, other.codes]) > 10
    page.emulate_media(reduced_motion="reduce")
    back = Flowchart(GUIDE.evaluate(KNOWN))
    assert page.evaluate(swap, [back.drawing, back.codes]) == 0


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1366, 700])
def test_axe_finds_nothing(plain, dark, width):
    page = plain(dark, width)
    page.locator('[data-part="treatment-prrt"]').click()
    page.locator(".pp-card").get_by_role("heading", name="PRRT").wait_for()
    page.wait_for_timeout(400)
    for view in ("path", "map"):
        page.evaluate("view => model.set('view', view)", view)
        page.wait_for_timeout(400)
        found = Axe().run(page).response["violations"]
        told = [(v["id"], [node["html"][:120] for node in v["nodes"][:3]]) for v in found]
        assert told == []
