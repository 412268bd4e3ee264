"""A page for students opened from its file, and the comparison of its guides.

The default page (both packaged guides) and a page of one guide alone are opened in turns in
headless Chromium, each time in a new context, at full speed and with the processor slowed four
times: from navigation to the first drawing, and from the choice of a fact to the changed DOM. Then
*Sources*: from changed facts to the redrawn comparison, for random profiles, beside the same from
`compare_sources` in Python, in words. And how large the files are.

Run: python benchmarks/page.py (needs ``pip install -e '.[test]'`` and Chromium)
"""

from __future__ import annotations

import gzip
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from common import timed
from conftest import FLAGS, NAMES
from explain import random_pathways
from playwright.sync_api import Browser, sync_playwright

import pnet_paths

PAIRS = 15
PROFILES = 60
SCREEN = {"width": 1366, "height": 768}
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
COMPARED = """(address) => new Promise((done) => {
  const place = document.querySelector(".pp-sources");
  const start = performance.now();
  const watch = new MutationObserver(() => {
    watch.disconnect();
    const dom = performance.now() - start;
    requestAnimationFrame(() => setTimeout(() => done([dom, performance.now() - start]), 0));
  });
  watch.observe(place, { childList: true, subtree: true });
  location.hash = address;
})"""
"""From another address to the changed comparison, and to the painted frame: observers are told
when all of it has been changed."""


def opened(browser: Browser, address: str, slower: int) -> tuple[float, float]:
    """Milliseconds until the drawing, and from a choice to the changed one."""
    context = browser.new_context(viewport=SCREEN)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(SEEN)
    page.goto(address)
    page.locator(".pp-drawing svg").first.wait_for(state="attached")
    path = page.evaluate("globalThis.path")
    choice = statistics.median(page.evaluate(CHOSEN))
    context.close()
    return path, choice


def print_first_drawings(browser: Browser, files: dict[str, Path]) -> None:
    for slower in (1, 4):
        drawn = {}
        rounds = [
            [opened(browser, f"{file.as_uri()}#grade=G2", slower) for file in files.values()]
            for _ in range(PAIRS)
        ]
        for i, name in enumerate(files):
            path, choice = zip(*(each[i] for each in rounds), strict=True)
            drawn[name] = path
            print(
                f"processor 1/{slower}, {name}: drawn after {statistics.median(path):.0f} ms "
                f"({min(path):.0f} to {max(path):.0f}); a choice {statistics.median(choice):.0f} ms"
            )
        ratios = [a / b for a, b in zip(*drawn.values(), strict=True)]
        low, _, high = statistics.quantiles(ratios)
        print(
            f"  ratio {statistics.median(ratios):.2f} (half of the pairs {low:.2f} to {high:.2f})"
        )


def in_few_words(times: Sequence[float]) -> str:
    late = sorted(times)[int(0.95 * len(times))]
    return f"{statistics.median(times):.0f} ms, 95 of 100 within {late:.0f}, all {max(times):.0f}"


def print_comparisons(browser: Browser, file: Path, guide: str) -> None:
    """How long a comparison takes for random profiles of a guide, each asked for once.

    Work is what the page's main thread does from one comparison to the next: other work on the
    machine does not count.
    """
    some = random_pathways(pnet_paths.load_guide(guide), random.Random(5))
    pathways = [*islice((pathway for pathway in some if pathway.profile), PROFILES)]
    where = f"show=sources&guide={guide}"
    page = browser.new_page(viewport=SCREEN)
    page.goto(f"{file.as_uri()}#{where}")
    page.locator(".pp-sources svg").wait_for()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def work() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        seconds: float = next(each["value"] for each in metrics if each["name"] == "TaskDuration")
        return 1000 * seconds

    found: dict[str, list[float]] = {"changed": [], "painted": [], "work": [], "Python": []}
    for pathway in pathways:
        before = work()
        address = "&".join([where, *map("=".join, pathway.profile.items())])
        changed, painted = page.evaluate(COMPARED, address)
        seconds, _ = timed(lambda pathway=pathway: str(pnet_paths.compare_sources(pathway)))  # type: ignore[misc]
        times = (changed, painted, work() - before, 1000 * seconds)
        for column, each in zip(found.values(), times, strict=True):
            column.append(each)
    page.close()
    for name, column in found.items():
        print(f"comparison from {guide}, {name}: {in_few_words(column)}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        files = {
            "both guides": pnet_paths.page(Path(folder) / "both.html", seed=1),
            "one guide": pnet_paths.page(Path(folder) / "one.html", "cancer-net-2023", seed=1),
        }
        for name, file in files.items():
            content = file.read_bytes()
            packed = len(gzip.compress(content))
            print(f"{name}: {len(content) / 1e6:.2f} MB, {packed / 1e6:.2f} MB gzipped")
        executable = next(filter(None, map(shutil.which, NAMES)))
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for guide in ("cancer-net-2023", "nci-2025"):
            print_comparisons(browser, files["both guides"], guide)
        print_first_drawings(browser, files)
        browser.close()


if __name__ == "__main__":
    main()
