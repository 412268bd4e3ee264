"""The front end's core in V8, asked for many profiles at once: no browser, no page."""

from __future__ import annotations

import json

from py_mini_racer import MiniRacer

from pnet_paths.bundle.document import document
from pnet_paths.front.joining import joined, sources


class Core:
    """The core with one guide. ``ask`` runs a function of the guide and codes for each profile."""

    def __init__(self, guide, *modules):
        self.guide = guide
        self._racer = MiniRacer()
        imports = "".join(
            f'import {{ {names} }} from "../core/{module}.js";\n' for module, names in modules
        )
        self._racer.eval(joined("asked", sources() | {"asked": imports}))
        self._racer.eval(f"const guide = {json.dumps(document(guide))};")

    def ask(self, function, arguments):
        """The answers of a JavaScript function of the guide and one argument, as plain values."""
        self._racer.eval(f"var given = {json.dumps(arguments)};")
        answers = self._racer.eval(f"JSON.stringify(given.map((one) => ({function})(guide, one)))")
        return json.loads(answers)
