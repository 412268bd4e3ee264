"""The front end's files, joined for hosts that take one module and one style sheet."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from ..drawing.theme import DARK

__all__ = ["module", "style"]

_MODULES = {
    "flowchart": "evaluate paint move quiet screen touch card picture hand zoom flowchart",
    "stage": "move quiet screen card picture stage",
    "quiz": "card quiet screen quiz",
}
_DARK_PAGE = 'body[data-jp-theme-light="false"]'


@cache
def module(name: str) -> str:
    """The ES modules of a widget as one: each in a scope of its own, in the order of need."""
    *parts, last = _MODULES[name].split()
    scoped = [_scoped(name, _text(f"{name}.js")) for name in parts]
    return "\n".join([*scoped, _linked(_text(f"{last}.js"))])


def _scoped(name: str, text: str) -> str:
    exported = re.findall(r"^export (?:async )?(?:function|const|class) (\w+)", text, re.MULTILINE)
    body = re.sub(r"^export ", "", _linked(text), flags=re.MULTILINE)
    return f"const _{name} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();"


def _linked(text: str) -> str:
    return re.sub(
        r'^import (\{.*\}) from "\./(\w+)\.js";$', r"const \1 = _\2;", text, flags=re.MULTILINE
    )


@cache
def style(*names: str) -> str:
    """The style sheets beside this file, as one.

    The drawing carries its light colours as attributes, so that it looks right wherever it is
    saved to; on a dark page each is replaced by its counterpart.
    """
    swaps = (
        f'{_DARK_PAGE} .pp-drawing svg [{part}="{light}"] {{ {part}: {dark} }}'
        for light, dark in DARK.items()
        for part in ("fill", "stroke")
    )
    return "\n".join([*(_text(f"{name}.css") for name in names), *swaps])


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
