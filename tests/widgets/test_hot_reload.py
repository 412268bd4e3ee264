"""Who edits the front end sees it in the widget that is open: with ``ANYWIDGET_HMR=1``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pnet_paths
from pnet_paths.widgets.flowchart import Flowchart

EDITED = """
import os, threading
from pathlib import Path
import pnet_paths
from pnet_paths.widgets.flowchart import Flowchart

front = Path(pnet_paths.__file__).parent / "front"
assert front.is_relative_to(Path.cwd())
widget = Flowchart(pnet_paths.load_guide().evaluate())
for trait, part in [("_esm", "core/profile.js"), ("_css", "views/explorer.css")]:
    path, seen = front / part, threading.Event()
    widget.observe(lambda change: "edited here" in change["new"] and seen.set(), trait)
    for _ in range(60):  # nobody says from when on the folder is followed: saved until it is seen
        path.write_text(path.read_text(encoding="utf-8") + "/* edited here */\\n", encoding="utf-8")
        if seen.wait(1):
            break
    assert seen.is_set(), part
os._exit(0)  # the threads that follow files may be in the way of a quiet end
"""


def test_a_part_that_is_saved_reaches_an_open_widget(tmp_path):
    package = Path(pnet_paths.__file__).parent
    shutil.copytree(package, tmp_path / "pnet_paths", ignore=shutil.ignore_patterns("__pycache__"))
    if not (package / "data").is_dir():  # in the repository it stands beside the package
        shutil.copytree(package.parent / "data", tmp_path / "data")
    settings = {**os.environ, "ANYWIDGET_HMR": "1", "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-c", EDITED]
    run = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_otherwise_a_widget_has_its_front_end_as_text():
    assert isinstance(Flowchart._esm, str)
    assert "export default" in Flowchart._esm
