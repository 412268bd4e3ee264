"""Copies of the notebooks that come with the package."""

from __future__ import annotations

import json
import os
from contextlib import nullcontext
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ..errors import PnetPathsError
from ..output import OutputFile, new_folder

__all__ = ["EXPLORER", "LESSON", "Copies", "copy_notebooks"]

EXPLORER, LESSON = "01_explore.ipynb", "02_present.ipynb"


@dataclass(frozen=True, slots=True)
class Copies:
    """The names of the notebooks that were copied, and of those that were there already."""

    copied: tuple[str, ...]
    existing: tuple[str, ...]


def copy_notebooks(folder: Path) -> Copies:
    """Copy the notebooks without outputs into a folder; a file that is there is never overwritten.

    Raises:
        PnetPathsError: The folder is a file.
        OSError: The folder cannot be written to.
    """
    if folder.exists() and not folder.is_dir():
        raise PnetPathsError(f"{folder} is a file; name a folder for the notebooks")
    copied: list[str] = []
    existing: list[str] = []
    with nullcontext(folder) if folder.exists() else new_folder(folder) as place:
        for notebook in sorted(_notebooks_folder().glob("*.ipynb")):
            if os.path.lexists(place / notebook.name):
                existing.append(notebook.name)
            else:
                OutputFile(place / notebook.name).write(_without_outputs(notebook))
                copied.append(notebook.name)
    return Copies(tuple(copied), tuple(existing))


def _without_outputs(notebook: Path) -> bytes:
    """The content of a notebook without outputs, which are there for the tests alone."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"execution_count": None, "outputs": []}
    return f"{json.dumps(content, indent=1, ensure_ascii=False)}\n".encode()


def _notebooks_folder() -> Path:
    """The folder of the notebooks: in an installed package, beside it in a checkout."""
    package = Path(str(files("pnet_paths")))
    installed = package / "notebooks"
    return installed if installed.is_dir() else package.parent / "notebooks"
