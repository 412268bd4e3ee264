"""Closing a widget with all that it holds: ipywidgets keeps every widget that is not closed."""

from __future__ import annotations

from collections.abc import Iterator

import ipywidgets
from ipywidgets.widgets.widget import _instances

from .shared_document import Shared

__all__ = ["close_all", "is_held"]


def is_held(widget: ipywidgets.Widget) -> bool:
    """Return True if a box, a tab or an output outside it shows a widget or a part of it."""
    parts = {part.model_id: part for part in _parts(widget)}
    return any(
        shown in parts
        for holder in list(_instances.values())
        if holder.model_id not in parts
        for shown in _shown_in(holder)
    )


def _parts(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    yield widget
    for part in (*getattr(widget, "children", ()), *getattr(widget, "controls", ())):
        if isinstance(part, ipywidgets.Widget):
            yield from _parts(part)


def _shown_in(holder: ipywidgets.Widget) -> Iterator[str]:
    """The model ids of what stands directly in a box, or in what an output has kept."""
    for child in getattr(holder, "children", ()):
        yield child.model_id
    if isinstance(holder, ipywidgets.Output):
        for output in holder.outputs:
            view = output.get("data", {}).get("application/vnd.jupyter.widget-view+json", {})
            yield view.get("model_id", "")


def close_all(widget: ipywidgets.Widget) -> None:
    """Close a widget, what is inside it, and its layout and style."""
    parts = [getattr(widget, name, None) for name in ("layout", "style")]
    children = getattr(widget, "children", ())
    document = getattr(widget, "document", None) if widget.comm else None
    # From the outside in: a view in a page must not lose its layout while it is shown.
    ipywidgets.Widget.close(widget)
    for child in children:
        close_all(child)
    if isinstance(document, Shared):
        document.let_go()
    for part in parts:
        if isinstance(part, ipywidgets.Widget):
            part.close()
