"""The guides that a command can be given: a folder, or the name of a packaged one."""

from __future__ import annotations

from pathlib import Path

from ..arguments import to_path
from ..tables.folder import packaged_folder

__all__ = ["folder_of", "packaged"]


def packaged() -> list[str]:
    """The guides that come with the package."""
    folders = packaged_folder().parent.iterdir()
    return sorted(path.name for path in folders if (path / "guide.csv").is_file())


def folder_of(name: str) -> Path:
    """A guide's folder; the name of a packaged guide stands for its own."""
    path = to_path(name)
    return packaged_folder(name) if not path.exists() and name in packaged() else path
