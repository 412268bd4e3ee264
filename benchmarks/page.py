"""A page for students opened from its file: from opening to the drawing.

In headless Chromium, each time in a new context, at full speed and with the processor slowed four
times. Then from the choice of a fact to the changed drawing. And how large the file is.

Run: python benchmarks/page.py (needs ``pip install -e '.[test]'`` and Chromium)
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from conftest import FLAGS, NAMES
from playwright.sync_api import Browser, sync_playwright

import pnet_paths

TIMES = 9
SEEN = """new MutationObserver(() => {
  const svg = document.querySelector(".pp-drawing svg:not(.pp-leaving)");
  if (!svg) return;
  globalThis.path ??= performance.now();
}).observe(document, { childList: true, subtree: true });"""
CHOSEN = """async () => {
  const select = document.querySelector(".pp-for-grade select");
  const found = [];
  for (let i = 0; i < 12; i += 1) {
    const start = performance.now();
    select.selectedIndex = 1 + (i % 3);
    select.dispatchEvent(new Event("change"));
    found.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 100));
  }
  return found;
}"""


def opened(browser: Browser, address: str, slower: int) -> tuple[float, float]:
    """Milliseconds until the drawing, and from a choice to the changed one."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(SEEN)
    page.goto(address)
    while page.evaluate("globalThis.path === undefined"):
        pass
    path = page.evaluate("globalThis.path")
    choice = statistics.median(page.evaluate(CHOSEN))
    context.close()
    return path, choice


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = pnet_paths.page(Path(folder) / "pnet.html", seed=1)
        content = file.read_bytes()
        print(f"{len(content) / 1e6:.2f} MB, {len(gzip.compress(content)) / 1e6:.2f} MB gzipped")
        executable = next(filter(None, map(shutil.which, NAMES)))
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for slower in (1, 4):
            runs = [opened(browser, f"{file.as_uri()}#grade=G2", slower) for _ in range(TIMES)]
            path, choice = (statistics.median(each) for each in zip(*runs, strict=True))
            print(f"processor 1/{slower}: drawn after {path:.0f} ms; a choice {choice:.0f} ms")
        browser.close()


if __name__ == "__main__":
    main()
