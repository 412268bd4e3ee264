"""``pnet-paths lab``, ``app`` and ``notebooks``. What follows ``--`` goes to Jupyter."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Sequence

from ..arguments import to_path
from ..jupyter.notebooks import EXPLORER, copy_notebooks
from ..jupyter.serving import open_lab, serve_app
from ..output import say
from .command import Commands, add_command

__all__ = ["add_app", "add_lab", "add_notebooks", "split_options"]


def split_options(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Our arguments, and those after ``--`` that a command passes to Jupyter.

    argparse would take the latter for names of folders.
    """
    ours = list(arguments)
    if ours[:1] not in (["lab"], ["app"]) or "--" not in ours:
        return ours, []
    place = ours.index("--")
    return ours[:place], ours[place + 1 :]


def add_lab(commands: Commands) -> None:
    parser = add_command(
        commands,
        "lab",
        _run_lab,
        help="open JupyterLab on the explorer",
        description="Copy the notebooks into FOLDER and open JupyterLab on the explorer. "
        "A notebook that is there already is left as it is.",
        epilog="What follows -- goes to JupyterLab: pnet-paths lab -- --port=9999 --ip=0.0.0.0",
    )
    parser.add_argument("folder", metavar="FOLDER", nargs="?", default="pnet-paths-notebooks")
    parser.add_argument(
        "--teach", action="store_true", help="open the lesson of 45 minutes instead"
    )
    _add_no_browser(parser)


def add_app(commands: Commands) -> None:
    parser = add_command(
        commands,
        "app",
        _run_app,
        help="serve the explorer as a page without code",
        description="Serve the explorer as a page without code, by Voila. Each visitor gets a "
        "kernel; one that is idle for ten minutes is ended.",
        epilog="What follows -- goes to Voila: pnet-paths app -- --ip=0.0.0.0",
    )
    parser.add_argument(
        "--teach", action="store_true", help="serve the stage with the cases instead"
    )
    parser.add_argument("--port", type=int, help="default: 8866")
    _add_no_browser(parser)


def _add_no_browser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")


def add_notebooks(commands: Commands) -> None:
    parser = add_command(
        commands,
        "notebooks",
        _run_notebooks,
        help="copy the notebooks, for a Jupyter that runs already",
        description="Copy the notebooks into FOLDER, for a Jupyter that runs already (on a hub). "
        "A notebook that is there already is left as it is.",
    )
    parser.add_argument("folder", metavar="FOLDER")


def _run_lab(options: argparse.Namespace) -> int:
    return open_lab(to_path(options.folder), options.teach, options.no_browser, options.for_jupyter)


def _run_app(options: argparse.Namespace) -> int:
    return serve_app(options.port, options.teach, options.no_browser, options.for_jupyter)


def _run_notebooks(options: argparse.Namespace) -> int:
    folder = to_path(options.folder)
    copies = copy_notebooks(folder)
    if copies.copied:
        say(f"Copied into {folder}: {', '.join(copies.copied)}")
    if copies.existing:
        say(f"Kept as they were: {', '.join(copies.existing)}")
    say(f"Open {folder / EXPLORER} in the file list of your JupyterLab or Notebook 7.")
    kernel = [sys.executable, "-m", "ipykernel", "install", "--user", "--name", "pnet-paths"]
    say("If its kernel finds no pnet_paths, run this once and choose the kernel pnet-paths:")
    say(f"  {shlex.join(kernel)}")
    return 0
