"""How long `pnet-paths show` takes from start to end, and how long a guide takes to load.

The peer is what a command without this care would import: pandas and ipywidgets. Fresh
interpreters, in turns.

    pip install -e .
    python benchmarks/start_time.py
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

RUNS = 15
SHOW = [sys.executable, "-m", "pnet_paths", "show", "extent=metastatic", "grade=G2"]
PEER = [sys.executable, "-c", "import pandas, ipywidgets"]
LOAD = """
import time
import pnet_paths
pnet_paths.load_guide()
start = time.perf_counter()
for _ in range(10): pnet_paths.load_guide()
print((time.perf_counter() - start) / 10)
"""


def seconds(command: list[str]) -> float:
    """The time of a whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    for command in (SHOW, PEER):
        seconds(command)  # compiles to bytecode, fills the disk's cache
    runs = [(seconds(SHOW), seconds(PEER)) for _ in range(RUNS)]
    show, peer = (median(times) for times in zip(*runs, strict=True))
    loaded = subprocess.run(
        [sys.executable, "-c", LOAD], check=True, capture_output=True, text=True
    ).stdout
    print(f"milliseconds (median of {RUNS} processes each)")
    print(f"  pnet-paths show              {show * 1e3:7.0f}")
    print(f"  import pandas, ipywidgets    {peer * 1e3:7.0f}")
    print(f"ratio {show / peer:.2f}")
    print(f"load_guide, again in one process: {float(loaded) * 1e3:.0f} ms")


if __name__ == "__main__":
    main()
