"""Copy the notebooks of the repository to where Sphinx finds them, as they were saved."""

from __future__ import annotations

import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata


def copy_notebooks(app: Sphinx) -> None:
    """Put the notebooks as they are now into ``docs/notebooks``."""
    source = Path(app.srcdir)
    for notebook in (source.parent / "notebooks").glob("*.ipynb"):
        copy = source / "notebooks" / notebook.name
        if not copy.exists() or copy.read_bytes() != notebook.read_bytes():
            copy.parent.mkdir(exist_ok=True)
            shutil.copyfile(notebook, copy)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("builder-inited", copy_notebooks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
