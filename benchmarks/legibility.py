"""How well drawings can be read: letters, crossings, detours, words, measured in the page.

300 random paths of two to nine facts beside those that are assumed (nothing that a clinician would
hardly meet), at three sizes of window, in headless Chromium. Live arrows only: taken or open.

Run: python benchmarks/legibility.py [page.html] (needs ``pip install -e '.[test]'`` and Chromium)
"""

from __future__ import annotations

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "browser"))

from acts import until
from conftest import FLAGS, NAMES
from playwright.sync_api import Page, sync_playwright

import pnet_paths

PATHS = 300
SIZES = [(1366, 768), (1920, 1080), (390, 844)]

MEASURE = """() => {
  const svg = document.querySelector(".pp-drawing svg:not(.pp-leaving)");
  const scale = svg.getScreenCTM().a;
  const on = (path) => {
    const whole = path.getTotalLength();
    return [...Array(61).keys()].map((i) => {
      const { x, y } = path.getPointAtLength((whole * i) / 60).matrixTransform(path.getScreenCTM());
      return [x, y];
    });
  };
  const nodes = [...svg.querySelectorAll("g.node")].map((g) => ({
    id: g.dataset.part.replace(/^[a-z]+-/, ""),
    box: g.querySelector("path:not(.pp-hit), polygon").getBoundingClientRect(),
  }));
  const arrows = [...svg.querySelectorAll("g.edge.taken, g.edge.open")].map((g) => ({
    ends: g.dataset.part.replace("arrow-", "").split("-"),
    points: on(g.querySelector("path:not(.pp-hit)")),
    label: g.querySelector("text") &&
      [...g.querySelectorAll("text")].map((text) => text.getBoundingClientRect()),
  }));
  const side = (p, q, r) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  const cross = (a, b, c, d) =>
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  const met = (one, two) => one.points.some((p, i) => i && two.points.some(
    (q, j) => j && cross(one.points[i - 1], p, two.points[j - 1], q)));
  const share = (one, two) => one.ends.some((end) => two.ends.includes(end));
  const pairs = arrows.flatMap((one, i) => arrows.slice(i + 1).map((two) => [one, two]));
  const far = ([x, y], box) => Math.hypot(
    Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const away = (arrow, boxes) =>
    Math.min(...arrow.points.flatMap((p) => boxes.map((box) => far(p, box))));
  const long = ({ points }) => points.reduce(
    (sum, p, i) => sum + (i ? Math.hypot(p[0] - points[i - 1][0], p[1] - points[i - 1][1]) : 0), 0);
  const straight = ({ points: [p], points }) => {
    const q = points[points.length - 1];
    return Math.hypot(p[0] - q[0], p[1] - q[1]);
  };
  const letters = [...svg.querySelectorAll("text")].flatMap((text) => {
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    return Array(text.textContent.trim().length).fill(size);
  }).sort((a, b) => a - b);
  const place = svg.getBoundingClientRect();
  return {
    smallest: letters[0],
    median: letters[Math.floor(letters.length / 2)],
    crossings: pairs.filter(([one, two]) => !share(one, two) && met(one, two)).length,
    labels: arrows.filter((arrow) => arrow.label && arrows.some(
      (other) => other !== arrow && away(other, arrow.label) <= away(arrow, arrow.label))).length,
    through: arrows.flatMap((arrow) => nodes.filter(({ id, box }) => !arrow.ends.includes(id) &&
      arrow.points.some((p) => far(p, box) < 2))).length,
    detours: arrows.filter((arrow) => long(arrow) > 1.3 * straight(arrow)).length,
    whole: place.top >= 0 && place.bottom <= innerHeight && place.right <= innerWidth + 1,
  };
}"""

WORDS = """() => {
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    const inWindow = box.width > 2 && box.top < innerHeight && box.bottom > 0;
    return inWindow && element.checkVisibility({ visibilityProperty: true });
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const chosen = element.closest("select")?.selectedOptions[0];
    const hidden = element.closest("script, style, title, desc, .pp-said, .pp-skip");
    if (hidden || (chosen && !chosen.contains(texts.currentNode))) continue;
    if (seen(chosen ? element.closest("select") : element))
      words.push(...texts.currentNode.textContent.match(/\\S*[\\p{L}\\p{N}]\\S*/gu) ?? []);
  }
  return words.length;
}"""

SHOWN = """(sentence) =>
  document.querySelector(".pp-drawing svg:not(.pp-leaving) title")?.textContent === sentence"""


def plausible(guide: pnet_paths.Guide, seed: int = 0) -> Iterator[pnet_paths.Pathway]:
    """Random pathways that somebody may meet."""
    draw = random.Random(seed)
    factors = [factor for factor in guide.factors.values() if not factor.sensitive]
    while True:
        some = draw.sample(factors, draw.randint(2, 9))
        facts = guide.assumed | {factor.id: draw.choice(factor.levels).id for factor in some}
        if guide.space.conflict(facts):
            continue
        pathway = guide.evaluate(facts)
        if not any(guide.evaluator.is_met(row.when, pathway.profile) for row in guide.unlikely):
            yield pathway


def measured(page: Page, pathway: pnet_paths.Pathway) -> dict[str, Any]:
    """What one path measures in an open page."""
    page.evaluate(f"location.hash = {'#' + urlencode(dict(pathway.profile))!r}")
    until(page, SHOWN, pathway.sentence)
    found: dict[str, Any] = page.evaluate(MEASURE)
    return found


def told(width: int, height: int, found: list[dict[str, Any]], words: int) -> str:
    def at(name: str, share: float) -> float:
        return float(sorted(each[name] for each in found)[int(share * len(found))])

    def mean(name: str) -> float:
        return statistics.mean(each[name] for each in found)

    counts = ", ".join(
        f"{mean(name):.2f} {name}" for name in ("crossings", "labels", "through", "detours")
    )
    return (
        f"{width}x{height}: smallest letter {at('smallest', 0.05):.1f} px in 95 of 100 "
        f"(median {at('smallest', 0.5):.1f}), half of the letters above {at('median', 0.5):.1f}; "
        f"a drawing has {counts}; whole in sight {100 * mean('whole'):.0f} of 100; "
        f"{words} words at first sight"
    )


def main() -> None:
    guide = pnet_paths.load_guide()
    some = plausible(guide)
    paths = [next(some) for _ in range(PATHS)]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        if len(sys.argv) > 1:
            file = Path(sys.argv[1]).resolve()
        else:
            file = Path(folder) / "pnet.html"
            subprocess.run(["pnet-paths", "page", str(file), "--seed", "1"], check=True)
        executable = next(filter(None, map(shutil.which, NAMES)))
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for width, height in SIZES:
            page = chromium.new_page(
                viewport={"width": width, "height": height}, reduced_motion="reduce"
            )
            page.goto(file.as_uri())
            page.locator(".pp-drawing svg").wait_for()
            page.wait_for_timeout(1_000)
            words = page.evaluate(WORDS)
            found = [measured(page, pathway) for pathway in paths]
            print(told(width, height, found, words))
            page.close()


if __name__ == "__main__":
    main()
