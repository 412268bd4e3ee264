"""The front end's core in V8, asked for many profiles at once: no browser, no page."""

from __future__ import annotations

import json
import random

from py_mini_racer import MiniRacer

from pnet_paths import ProfileError
from pnet_paths.bundle.document import document
from pnet_paths.front.module_joining import join_modules, minify, module_texts


class Core:
    """The core with one guide. ``ask`` runs a function of the guide and codes for each profile.

    ``constants`` are values that the function may use besides.
    """

    def __init__(self, guide, *modules, **constants):
        self.guide = guide
        self._racer = MiniRacer()
        imports = "".join(
            f'import {{ {names} }} from "../core/{module}.js";\n' for module, names in modules
        )
        module = join_modules("asked", module_texts() | {"asked": imports})
        self._racer.eval(minify(module))  # as in a page
        for name, value in {"guide": document(guide).to_json(), **constants}.items():
            self._racer.eval(f"const {name} = {json.dumps(value)};")

    def ask(self, function, arguments):
        """The answers of a JavaScript function of the guide and one argument, as plain values."""
        self._racer.eval(f"var given = {json.dumps(arguments)};")
        answers = self._racer.eval(f"JSON.stringify(given.map((one) => ({function})(guide, one)))")
        return json.loads(answers)


def random_profiles(guide, count, seed):
    """Nothing, each single fact, then random facts, many and few."""
    levels = {name: [level.id for level in each.levels] for name, each in guide.factors.items()}
    draw = random.Random(seed)
    some = [{}, *({name: level} for name in levels for level in levels[name])]
    while len(some) < count:
        share = draw.random()
        some.append({n: draw.choice(ids) for n, ids in levels.items() if draw.random() < share})
    return some[:count]


def pathways(guide, some):
    """The pathways of those profiles that can occur."""
    for profile in some:
        try:
            yield guide.evaluate(profile)
        except ProfileError:
            continue
