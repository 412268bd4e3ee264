"""The formats that a drawing can be saved in: one entry each.

What saves, shows or documents a pathway, a cohort or a comparison reads this table.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..errors import PnetPathsError, RenderError, suggestion
from ..output import OutputFile
from ..progress_bar import progress_bar

__all__ = ["FORMATS", "Drawable", "Format", "format_named", "format_of"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the ending of its files, and what a file of it contains."""

    name: str
    ending: str
    content: Callable[..., bytes]
    """Of a `Drawable`, and of the view where it has several."""
    is_binary: bool = False
    """Whether it is not for a terminal."""


class Drawable(ABC):
    """Something with a drawing and an outline: a file of either, and a picture in a notebook."""

    __slots__ = ()

    @abstractmethod
    def to_dot(self, *args: Any, **kwargs: Any) -> str:
        """The drawing as Graphviz source."""

    @abstractmethod
    def to_svg(self, *args: Any, **kwargs: Any) -> str:
        """The drawing as SVG text."""

    @abstractmethod
    def outline(self) -> str:
        """The same as plain text."""

    def save(self, path: str | Path) -> Path:
        """Write the drawing to ``path``; its ending (svg, png, pdf, dot, txt) says as what.

        Raises:
            PnetPathsError: another ending.
            RenderError: no Graphviz can be found.
            OSError: it cannot be written; a file that was there is there still.
        """
        file = OutputFile(path)
        return file.write(self.to_bytes(format_of(file.path, _OF_DRAWINGS).name))

    def to_bytes(self, format: str) -> bytes:
        """What a file of this format (svg, png, pdf, dot, text) would contain.

        Raises:
            PnetPathsError: there is no such format.
            RenderError: no Graphviz can be found; the error holds the DOT source.
        """
        with progress_bar("Drawing"):
            return format_named(format, _OF_DRAWINGS).content(self)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        from .picture import as_image

        outline = self.outline()
        try:
            svg = self.to_svg()
        except RenderError as error:
            return {"text/plain": f"{outline}\n\n(Not drawn: {error})"}
        html = as_image(svg, outline)
        return {"text/plain": outline, "text/html": html, "image/svg+xml": svg}


def _json(pathway: Any, *view: str) -> bytes:
    return f"{json.dumps(pathway.to_dict(), indent=2, ensure_ascii=False)}\n".encode()


def _rendered(drawing: Drawable, format: Literal["png", "pdf"], *view: str) -> bytes:
    from .render import render  # a command that draws nothing starts sooner

    return render(drawing.to_dot(*view), format)


FORMATS = (
    Format("text", ".txt", lambda drawing, *view: f"{drawing.outline()}\n".encode()),
    Format("json", ".json", _json),
    Format("dot", ".dot", lambda drawing, *view: drawing.to_dot(*view).encode()),
    Format("svg", ".svg", lambda drawing, *view: drawing.to_svg(*view).encode()),
    Format("png", ".png", lambda drawing, *view: _rendered(drawing, "png", *view), is_binary=True),
    Format("pdf", ".pdf", lambda drawing, *view: _rendered(drawing, "pdf", *view), is_binary=True),
)
_OF_DRAWINGS = [each for each in FORMATS if each.name != "json"]
"""Those of every drawing; a pathway is saved as data too."""


def format_named(name: str, formats: Sequence[Format] = FORMATS) -> Format:
    """The format of a name, or of an ending without its dot.

    Raises:
        PnetPathsError: there is none; the message lists those that there are.

    >>> format_named("txt") is format_named("text")
    True
    """
    for each in formats:
        if name in (each.name, each.ending.removeprefix(".")):
            return each
    names = [each.name for each in formats]
    raise PnetPathsError(
        f'"{name}" is not a format{suggestion(str(name), names)} ({", ".join(names)})'
    )


def format_of(path: Path, formats: Sequence[Format] = FORMATS) -> Format:
    """The format that a file has by its ending.

    Raises:
        PnetPathsError: there is none; the message lists those that there are.

    >>> format_of(Path("pathway.SVG")).name
    'svg'
    """
    for each in formats:
        if path.suffix.lower() == each.ending:
            return each
    endings = ", ".join(each.ending for each in formats)
    raise PnetPathsError(f'"{path.suffix}" is not an ending to save as ({endings})')
