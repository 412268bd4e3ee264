"""Closing a widget with all that it holds: ipywidgets keeps every widget that is not closed."""

from __future__ import annotations

import ipywidgets

from .shared_document import Shared

__all__ = ["close_all"]


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
