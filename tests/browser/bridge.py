"""A widget's front end in a plain page, opened from a file: no kernel, no server, no other host.

The real widget lives in the test: what the page sets goes to it, and what changes there comes back,
as a host would have it.
"""

from __future__ import annotations

import json

from pnet_paths.front.module_joining import joined_module, joined_style

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pathways</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:;
  style-src 'unsafe-inline'; img-src data: blob:">
<style>%(style)s</style></head><body data-jp-theme-light="%(light)s"
  style="background: %(background)s; color: %(color)s">
<main><h1>Pathways</h1><div id="here" class="pnet-paths"></div></main>
<script id="state" type="application/json">%(state)s</script>
<script type="module">%(module)s
const given = document.getElementById("state").textContent;
const state = {};
const heard = {};
const tell = (event, ...words) => (heard[event] ?? []).forEach((act) => act(...words));
let unsaved = {};
globalThis.receive = (changes) => {
  Object.assign(state, changes);
  for (const name of Object.keys(changes)) tell(`change:${name}`);
};
const model = {
  get: (name) => state[name],
  set(name, value) { state[name] = unsaved[name] = value; tell(`change:${name}`); },
  on: (event, act) => { (heard[event] ??= []).push(act); },
  off: (event, act) => { heard[event] = heard[event].filter((other) => other !== act); },
  async save_changes() {
    const changes = unsaved;
    unsaved = {};
    receive(await globalThis.sent(changes));
  },
};
Object.assign(globalThis, { model, heard });
globalThis.begin = async () => {
  Object.assign(state, JSON.parse(given));
  globalThis.stop = await render({ model, el: document.getElementById("here") });
};
await begin();
</script></body></html>"""


class Bridge:
    """A page with the front end of a flowchart, and the flowchart that it shows."""

    def __init__(self, page, chart, folder, dark=False, engine=True):
        self.page, self.chart = page, chart
        self._attend()
        page.expose_function("sent", self._sent)
        path = folder / "page.html"
        path.write_text(_page_of(chart, dark, engine), encoding="utf-8")
        page.goto(path.as_uri())
        page.locator(".pp-drawing svg").first.wait_for()

    def begin_again(self, chart):
        """A new view of another flowchart of what was shown first, in the same page."""
        self.chart = chart
        self._attend()
        self.page.evaluate("stop(); begin()")
        self.page.locator(".pp-drawing svg").first.wait_for()

    def show(self, pathway):
        """Draw another pathway, as the explorer does when a fact changes."""
        self._changed.clear()
        self.chart.codes = pathway.guide.space.codes(pathway.profile)
        self.page.evaluate("changes => receive(changes)", self._taken())

    def _attend(self):
        """Take down what the flowchart changes."""
        self._changed = changed = {}
        self.chart.observe(lambda change: changed.update({change["name"]: change["new"]}))

    def _sent(self, changes):
        self._changed.clear()
        for name, value in changes.items():
            setattr(self.chart, name, value)
        return {name: value for name, value in self._taken().items() if name not in changes}

    def _taken(self):
        synced = self.chart.traits(sync=True)
        return {name: value for name, value in self._changed.items() if name in synced}


def _page_of(chart, dark, engine):
    left_out = {"layout", "tooltip", "tabbable", "controls", "document", "engine"}
    state = {
        name: getattr(chart, name)
        for name in chart.traits(sync=True)
        if not name.startswith("_") and name not in left_out
    }
    return PAGE % {
        "style": joined_style("explorer", "common", "flowchart"),
        "module": joined_module("explorer").replace("export default", "//"),
        "state": json.dumps(
            {
                **state,
                "controls": [],
                "document": chart.document.value,
                "engine": chart.engine.value if engine else "",
            }
        ).replace("<", "\\u003c"),
        "light": "false" if dark else "true",
        "background": "#111111" if dark else "#ffffff",
        "color": "#eeeeee" if dark else "#111111",
    }
