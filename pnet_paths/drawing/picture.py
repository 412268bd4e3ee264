"""A pathway's flowchart as a picture: SVG text, or an image in HTML."""

from __future__ import annotations

import base64
from collections.abc import Collection

from ..errors import PnetPathsError, RenderError
from ..guide.pathway import PathwayValue
from ..markup import render
from .flowchart import flowchart
from .render import render_svg
from .theme import View

__all__ = ["as_image", "dot", "drawn", "image", "svg"]

_BLANK = "What the boxes say is not shown yet."


def dot(pathway: PathwayValue, view: View = "path", differs: Collection[str] = ()) -> str:
    """The flowchart as Graphviz source; the treatments that differ from another are marked.

    Args:
        pathway: what is drawn.
        view: path or map.
        differs: ids of treatments that are marked.

    Raises:
        PnetPathsError: there is no such view.
    """
    if view not in ("path", "map"):
        raise PnetPathsError(f'"{view}" is not a view (path, map)')
    source: str = flowchart(pathway, view, differs).source
    return source


def svg(pathway: PathwayValue, view: View = "path", differs: Collection[str] = ()) -> str:
    """The flowchart as SVG text, readable on its own, with a title and a description.

    Args:
        pathway: what is drawn.
        view: path or map.
        differs: ids of treatments that are marked.

    Raises:
        RenderError: no Graphviz can be found; the error holds the DOT source.
    """
    source = dot(pathway, view, differs)
    return render_svg(source, title=pathway.sentence, description=pathway.outline())


def drawn(pathway: PathwayValue, view: View = "path") -> str:
    """The drawing of a path as a page has it, which tells by itself what stands around it.

    One that is blank says nowhere what its boxes will say. Nothing where there is no Graphviz: a
    page may have its own.
    """
    source = flowchart(pathway, view, framed=False).source
    description = _BLANK if view == "blank" else pathway.outline()
    try:
        return render_svg(source, title=pathway.sentence, description=description)
    except RenderError:
        return ""


def image(pathway: PathwayValue, drawn: str) -> str:
    """An SVG of a pathway as an HTML image with the outline as text alternative."""
    return as_image(drawn, pathway.outline())


def as_image(drawn: str, alternative: str) -> str:
    """An SVG as an HTML image with a text alternative."""
    data = base64.b64encode(drawn.encode()).decode()
    return render("picture", data=data, outline=alternative)
