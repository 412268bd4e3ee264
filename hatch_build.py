"""Puts Graphviz for browsers beside the front end when the package is built or installed from here.

It comes from the wheel of easydot (a requirement of the build alone): hpcc-js's Graphviz compiled
to WebAssembly, one module with all it needs. So nobody else's code is in the repository, and
nobody who installs the package needs node or a network.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_SHA256 = "7209c57315f04854c32232f432253783e9bac442dd906409da9648e7dec33a82"
_FILES = {
    "index.js": "graphviz.js",
    "LICENSE.hpcc-js-wasm": "LICENSE.hpcc-js-wasm",
}


class Engine(BuildHookInterface):  # type: ignore[type-arg]
    """Copies the engine and its licence into ``pnet_paths/front/engine``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        folder = Path(self.root) / "pnet_paths" / "front" / "engine"
        folder.mkdir(exist_ok=True)
        for name, copied in _FILES.items():
            content = (files("easydot") / "assets" / name).read_bytes()
            if name == "index.js" and hashlib.sha256(content).hexdigest() != _SHA256:
                raise ValueError("easydot's Graphviz is another than the one that was tested")
            (folder / copied).write_bytes(content)
