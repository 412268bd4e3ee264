"""From a control's change to the changed drawing, in real JupyterLab in headless Chromium.

Beside it in the same run: (a) a bare echo through the kernel (a widget that shows a counter) and
(b) what a user would write: ``ipywidgets.HTML`` with ``graphviz.Digraph.pipe`` (needs ``dot`` on
the PATH; left out without it). Times are from the control's change event to the changed DOM, and to
the painted frame; at least 40 changes each, in turns. Map and path are measured once more while
the kernel sleeps.

Run: python benchmarks/latency.py (needs ``pip install -e '.[test]'`` and Chromium)
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from conftest import FLAGS, NAMES
from playwright.sync_api import Page, sync_playwright
from servers import newcomer, running

CHANGES = 40
CELLS = [
    "import ipywidgets, pnet_paths\nexplorer = pnet_paths.explore()\nexplorer",
    "button = ipywidgets.Dropdown(options=['a', 'b', 'c']).add_class('bare')\n"
    "count = ipywidgets.HTML('0').add_class('echo')\n"
    "button.observe(lambda c: setattr(count, 'value', str(int(count.value) + 1)), 'value')\n"
    "ipywidgets.VBox([button, count])",
    "import graphviz\nguide = pnet_paths.load_guide()\n"
    "grade = ipywidgets.Dropdown(options=['G1', 'G2', 'G3']).add_class('plain')\n"
    "picture = ipywidgets.HTML().add_class('picture')\n"
    "def draw(change=None):\n"
    "    dot = guide.evaluate({'grade': grade.value}).to_dot()\n"
    "    picture.value = graphviz.Source(dot).pipe(format='svg', encoding='utf-8')\n"
    "grade.observe(draw, 'value')\n"
    "ipywidgets.VBox([grade, picture])",
    "import time; time.sleep(30)",
]

MEASURE = """async ([control, shown, times, pause]) => {
  const selects = [...document.querySelectorAll(control)];
  const found = [];
  for (let i = 0; i < times; i += 1) {
    const place = document.querySelector(shown);
    // Of several controls a different one each time, so that no profile comes again.
    const select = selects[i % selects.length];
    const next = (select.selectedIndex + 1) % select.options.length || 1;
    let start;
    const [dom, painted] = await new Promise((done) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        const dom = performance.now() - start;
        requestAnimationFrame(() => setTimeout(() => done([dom, performance.now() - start]), 0));
      });
      const all = { subtree: true, childList: true, attributes: true, characterData: true };
      watch.observe(place, all);
      select.selectedIndex = next;
      start = performance.now();
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    found.push([dom, painted]);
    await new Promise((done) => setTimeout(done, pause));
  }
  return found;
}"""

FREE = """() => {
  const free = ["Which grade?", "Somatostatin receptors?", "SSAs already given?",
    "Can it be removed?", "VHL syndrome?", "Is it growing?"];
  for (const select of document.querySelectorAll(".pp-control select")) {
    const question = select.closest(".pp-control").querySelector(".pp-ask").textContent;
    if (free.includes(question)) select.classList.add("free");
  }
}"""
"""Marks controls of which no choice closes another, so that all their levels can be chosen."""


def notebook(folder: Path) -> None:
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [
        {
            "cell_type": "code",
            "id": f"c{i}",
            "metadata": {},
            "outputs": [],
            "source": source,
            "execution_count": None,
        }
        for i, source in enumerate(CELLS)
    ]
    text = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "01_explore.ipynb").write_text(json.dumps(text))


def run(page: Page, cell: int, ready: str) -> None:
    page.locator(".jp-CodeCell").nth(cell).locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    if ready:
        page.locator(ready).first.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(1000)


def measured(
    page: Page, control: str, shown: str, times: int = CHANGES, pause: int = 450
) -> tuple[float, float]:
    found = page.evaluate(MEASURE, [control, shown, times, pause])
    return tuple(statistics.median(column) for column in zip(*found, strict=True))  # type: ignore[return-value]


def measure(page: Page) -> dict[str, tuple[float, float]]:
    page.evaluate(
        "document.querySelectorAll('.pp-ask').forEach((ask) => {"
        " if (ask.textContent === 'Which grade?')"
        " ask.closest('.pp-control').querySelector('select').classList.add('grade'); })"
    )
    results = {}
    run(page, 1, ".echo")
    results["bare echo (a)"] = measured(page, ".bare select", ".echo")
    if shutil.which("dot"):
        run(page, 2, ".plain select")
        results["HTML with dot (b)"] = measured(page, ".plain select", ".picture")
    page.evaluate(FREE)
    results["path view, new profiles"] = measured(page, "select.free", ".pp-drawing", pause=1500)
    results["path view, seen before"] = measured(page, "select.grade", ".pp-drawing")
    page.get_by_role("button", name="Everything").click()
    page.locator('[data-part="treatment-interferon_alfa"]').wait_for()
    results["map view"] = measured(page, "select.grade", ".pp-drawing")
    run(page, 3, "")
    results["map view, kernel busy"] = measured(page, "select.grade", ".pp-drawing", 12)
    page.get_by_role("button", name="This pathway").click()
    page.wait_for_timeout(500)
    results["path view, kernel busy"] = measured(page, "select.free", ".pp-drawing", 12)
    return results


def main() -> None:
    executable = next(filter(None, map(shutil.which, NAMES)))
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        notebook(folder)
        command = [sys.executable, "-m", "pnet_paths", "lab", name, "--no-browser"]
        with running(command, newcomer(folder), folder) as server:
            browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            page.goto(server.address)
            page.get_by_text("| Idle").wait_for(timeout=60_000)
            run(page, 0, ".pp-drawing svg")
            results = measure(page)
            browser.close()
    echo = results["bare echo (a)"][0]
    print(f"{'milliseconds (median)':28}{'DOM':>8}{'painted':>10}{'DOM / (a)':>12}")
    for what, (dom, painted) in results.items():
        print(f"{what:28}{dom:8.1f}{painted:10.1f}{dom / echo:12.2f}")


if __name__ == "__main__":
    main()
