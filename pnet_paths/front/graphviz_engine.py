"""Graphviz for the browser: a module with WebAssembly inside, put here by the package's build."""

from __future__ import annotations

import gzip
from base64 import b64encode
from functools import cache
from importlib.resources import files

__all__ = ["compressed_engine", "engine_source"]


@cache
def compressed_engine() -> str:
    """The module, compressed by gzip, in base64; empty where the package was not built with it.

    A text: a notebook that saves its widgets would lose bytes.
    """
    source = engine_source()
    return b64encode(gzip.compress(source.encode(), 9, mtime=0)).decode() if source else ""


def engine_source() -> str:
    """The module's text; empty where the package was not built with it."""
    path = files(__package__).joinpath("engine", "graphviz.js")
    return path.read_text(encoding="utf-8") if path.is_file() else ""
