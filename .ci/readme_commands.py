"""Give README's two commands in a fresh copy of the repository, as a newcomer does.

The first must open JupyterLab, the second pass. What follows the script is handed to pytest.

Run: python .ci/readme_commands.py tests/guide, in an environment with psutil, as `nox -s readme`
does.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from threading import Timer

import psutil

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| \*\*.+\*\* \| `(.+)` \| `(.+)` \|$", re.MULTILINE)
ADDRESS = re.compile(r"Open (http\S+)")
NOT_COPIED = (".git", ".nox", ".venv", "build", "dist", "engine", "node_modules", "__pycache__")
OF_DEVELOPERS = {"CI", "PYTHONPATH", "VIRTUAL_ENV"}
MINUTES = 15


def commands() -> list[str]:
    """README's commands for this system: one opens the explorer, one runs the tests."""
    rows = ROW.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    return [row[os.name == "nt"] for row in rows]


def newcomer() -> dict[str, str]:
    """The environment of somebody who has only Python; no browser window is opened."""
    kept = {name: value for name, value in os.environ.items() if name not in OF_DEVELOPERS}
    return kept | {"BROWSER": "true", "PIP_QUIET": "1"}


def end(process: subprocess.Popen[str]) -> None:
    """End a shell with all that it has started."""
    if process.poll() is None:
        shell = psutil.Process(process.pid)
        for each in [*shell.children(recursive=True), shell]:
            each.kill()
    process.wait()


def opens(command: str, folder: Path) -> None:
    """Start a server by a command, and ask for the page at the address that it prints."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    process = subprocess.Popen(command, shell=True, cwd=folder, env=newcomer(), **options)
    watchdog = Timer(MINUTES * 60, end, [process])
    watchdog.start()
    try:
        for line in process.stdout:
            print(line, end="", flush=True)
            if address := ADDRESS.search(line):
                with urllib.request.urlopen(address[1], timeout=60) as answer:
                    page = answer.read().decode()
                if "jupyter" not in page.lower():
                    raise SystemExit(f"no JupyterLab at {address[1]}")
                return
        raise SystemExit("it ended without an address")
    finally:
        watchdog.cancel()
        end(process)


def main(arguments: list[str]) -> None:
    explore, test = commands()
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "pnet_paths"
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
        print(f"$ {explore}", flush=True)
        opens(explore, folder)
        quoted = subprocess.list2cmdline(arguments) if os.name == "nt" else shlex.join(arguments)
        print(f"$ {test} {quoted}", flush=True)
        subprocess.run(f"{test} {quoted}", shell=True, cwd=folder, env=newcomer(), check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
