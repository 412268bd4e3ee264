"""Graphviz for the browser: a module with WebAssembly inside, put here by the package's build."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

__all__ = ["engine"]


@cache
def engine() -> bytes:
    """The module, compressed by gzip; nothing where the package was not built with it."""
    path = files(__package__).joinpath("engine", "graphviz.js")
    return gzip.compress(path.read_bytes(), 9, mtime=0) if path.is_file() else b""
