"""Layout and drawing of path view in process, beside a ``dot`` subprocess of the same source.

Wanted: at most half. Needs ``dot`` on the PATH (Debian: apt-get install graphviz).

Run: python benchmarks/layout.py
"""

from __future__ import annotations

import statistics
import subprocess
import time

import pnet_paths
from pnet_paths.drawing.render import render

ROUNDS = 60


def main() -> None:
    guide = pnet_paths.load_guide()
    sources = [guide.evaluate(preset.profile).to_dot() for preset in guide.presets.values()]
    ours, theirs = [], []
    for source in sources * (ROUNDS // len(sources)):
        start = time.perf_counter()
        render(source, "svg")
        between = time.perf_counter()
        subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, check=True)
        ours.append(between - start)
        theirs.append(time.perf_counter() - between)
    one, two = statistics.median(ours) * 1000, statistics.median(theirs) * 1000
    print(f"in process {one:.1f} ms, dot {two:.1f} ms, ratio {one / two:.2f}")


if __name__ == "__main__":
    main()
