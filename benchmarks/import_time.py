"""How long `import pnet_paths` takes beside `import pandas, ipywidgets`, which it builds on.

Fresh interpreters import the one or the other in turns; each reports the time of its imports,
without the start of the interpreter.

    pip install -e .
    python benchmarks/import_time.py
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median

RUNS = 21
TARGET = 1.5
IMPORTS = ("pandas, ipywidgets", "pnet_paths")
CODE = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"


def import_seconds(modules: str) -> float:
    """The time of ``import modules`` in a fresh interpreter."""
    command = [sys.executable, "-c", CODE.format(modules)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> None:
    for modules in IMPORTS:
        import_seconds(modules)  # compiles to bytecode, fills the disk's cache
    runs = [{modules: import_seconds(modules) for modules in IMPORTS} for _ in range(RUNS)]
    medians = {modules: median(run[modules] for run in runs) for modules in IMPORTS}

    print(f"milliseconds (median of {RUNS} fresh interpreters each)")
    for modules, middle in medians.items():
        times = [run[modules] for run in runs]
        print(
            f"  import {modules:20} {middle * 1e3:7.0f}"
            f"   ({min(times) * 1e3:.0f} to {max(times) * 1e3:.0f})"
        )
    base, ours = (medians[modules] for modules in IMPORTS)
    print(f"ratio {ours / base:.2f} (wanted: at most {TARGET})")


if __name__ == "__main__":
    main()
