"""Graphviz for the browser: a module with WebAssembly inside, put here by the package's build."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

__all__ = ["compressed_engine", "engine_source"]


@cache
def compressed_engine() -> bytes:
    """The module, compressed by gzip; nothing where the package was not built with it."""
    source = engine_source()
    return gzip.compress(source.encode(), 9, mtime=0) if source else b""


def engine_source() -> str:
    """The module's text; empty where the package was not built with it."""
    path = files(__package__).joinpath("engine", "graphviz.js")
    return path.read_text(encoding="utf-8") if path.is_file() else ""
