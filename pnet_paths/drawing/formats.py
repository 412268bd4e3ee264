"""The formats that a pathway can be saved in: one entry each.

What saves, shows or documents a pathway reads this table.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..errors import PnetPathsError, suggestion
from ..guide.pathway import PathwayValue
from .theme import View

__all__ = ["FORMATS", "Format", "format_named", "format_of"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the ending of its files, and what a file of it contains."""

    name: str
    ending: str
    content: Callable[[PathwayValue, View], bytes]
    is_binary: bool = False
    """Whether it is not for a terminal."""


def _text(pathway: PathwayValue, _: View) -> bytes:
    return f"{pathway.outline()}\n".encode()


def _json(pathway: PathwayValue, _: View) -> bytes:
    return f"{json.dumps(pathway.to_dict(), indent=2, ensure_ascii=False)}\n".encode()


# Graphviz is imported where something is drawn: a command that draws nothing starts sooner.


def _dot(pathway: PathwayValue, view: View) -> bytes:
    from .picture import dot

    return dot(pathway, view).encode()


def _svg(pathway: PathwayValue, view: View) -> bytes:
    from .picture import svg

    return svg(pathway, view).encode()


def _png(pathway: PathwayValue, view: View) -> bytes:
    from .picture import dot
    from .render import render

    return render(dot(pathway, view), "png")


def _pdf(pathway: PathwayValue, view: View) -> bytes:
    from .picture import dot
    from .render import render

    return render(dot(pathway, view), "pdf")


FORMATS = (
    Format("text", ".txt", _text),
    Format("json", ".json", _json),
    Format("dot", ".dot", _dot),
    Format("svg", ".svg", _svg),
    Format("png", ".png", _png, is_binary=True),
    Format("pdf", ".pdf", _pdf, is_binary=True),
)


def format_named(name: str) -> Format:
    """The format of a name, or of an ending without its dot.

    Raises:
        PnetPathsError: there is none; the message lists those that there are.

    >>> format_named("txt") is format_named("text")
    True
    """
    for each in FORMATS:
        if name in (each.name, each.ending.removeprefix(".")):
            return each
    names = [each.name for each in FORMATS]
    raise PnetPathsError(
        f'"{name}" is not a format{suggestion(str(name), names)} ({", ".join(names)})'
    )


def format_of(path: Path) -> Format:
    """The format that a file has by its ending.

    Raises:
        PnetPathsError: there is none; the message lists those that there are.

    >>> format_of(Path("pathway.SVG")).name
    'svg'
    """
    for each in FORMATS:
        if path.suffix.lower() == each.ending:
            return each
    endings = ", ".join(each.ending for each in FORMATS)
    raise PnetPathsError(f'"{path.suffix}" is not an ending to save as ({endings})')
