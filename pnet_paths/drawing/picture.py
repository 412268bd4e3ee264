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

__all__ = ["as_image", "dot", "svg", "unframed_svg"]

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


def unframed_svg(pathway: PathwayValue, view: View = "path") -> str:
    """Return the drawing as SVG text without title and legend, which a page shows around it.

    The description of a blank drawing does not say what its boxes will say. Empty where no
    Graphviz can be found: a page may have its own.
    """
    source = flowchart(pathway, view, framed=False).source
    description = _BLANK if view == "blank" else pathway.outline()
    try:
        return render_svg(source, title=pathway.sentence, description=description)
    except RenderError:
        return ""


def as_image(svg_text: str, alternative: str) -> str:
    """An SVG as an HTML image with a text alternative."""
    data = base64.b64encode(svg_text.encode()).decode()
    return render("picture", data=data, outline=alternative)
