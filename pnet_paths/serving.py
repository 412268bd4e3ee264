"""Running Jupyter's programs on our notebooks: JupyterLab, and Voila for a page without code."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from .errors import PnetPathsError

__all__ = ["open_lab", "serve_app"]

_NOTEBOOK, _LESSON = "01_explore.ipynb", "02_present.ipynb"


def open_lab(folder: Path, teach: bool, no_browser: bool) -> int:
    """Copy the notebooks into a folder and run JupyterLab on one of them until it ends.

    Raises:
        PnetPathsError: JupyterLab is not installed, or the folder is a file.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise PnetPathsError("JupyterLab is not installed; run: pip install 'pnet-paths[lab]'")
    if folder.exists() and not folder.is_dir():
        raise PnetPathsError(f"{folder} is a file; name a folder for the notebooks")
    _copy_notebooks(folder)
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder.resolve()}"]
    # The simple interface, without a file list beside it: the drawing gets the room.
    command += [f"--LabApp.default_url=/doc/tree/{_LESSON if teach else _NOTEBOOK}"]
    return _run(command, no_browser)


def _environment() -> dict[str, str]:
    """Our defaults and page template for Jupyter come before others'; users' settings win.

    They keep it from asking other hosts, and the explorer in the page while one scrolls.
    """
    ours = str(files(__package__) / "jupyter")
    names = ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH")
    paths = {n: os.pathsep.join(filter(None, [ours, os.environ.get(n)])) for n in names}
    return {**os.environ, **paths}


def serve_app(port: int, teach: bool, no_browser: bool) -> int:
    """Run Voila on the explorer, or on the stage, until it ends.

    Raises:
        PnetPathsError: Voila is not installed.
    """
    if importlib.util.find_spec("voila") is None:
        raise PnetPathsError("Voila is not installed; run: pip install 'pnet-paths[app]'")
    notebook = files(__package__) / "app" / ("present.ipynb" if teach else "explore.ipynb")
    command = [sys.executable, "-m", "voila", str(notebook), f"--port={port}"]
    command += ["--template=pnet_paths"]
    # Where Notebook is installed its extension would be loaded too, and fail in Voila's page.
    command += ["--VoilaConfiguration.extension_denylist=@jupyter-notebook/lab-extension"]
    # Kernels outlive their pages unless they are culled.
    command += [
        "--MappingKernelManager.cull_idle_timeout=600",
        "--MappingKernelManager.cull_interval=60",
    ]
    return _run(command, no_browser)


def _run(command: list[str], no_browser: bool) -> int:
    """Run a Jupyter program until it ends or is interrupted."""
    if no_browser:
        command = [*command, "--no-browser"]
    try:
        return subprocess.run(command, env=_environment(), check=False).returncode
    except KeyboardInterrupt:
        return 0


def _copy_notebooks(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for notebook in sorted(_notebooks().glob("*.ipynb")):
        target = folder / notebook.name
        if not target.exists():
            shutil.copyfile(notebook, target)


def _notebooks() -> Path:
    """The notebooks: inside an installed package, beside it in a checkout."""
    package = Path(str(files(__package__)))
    installed = package / "notebooks"
    return installed if installed.is_dir() else package.parent / "notebooks"
