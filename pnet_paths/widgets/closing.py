"""Closing a widget with all that it holds: ipywidgets keeps every widget that is not closed."""

from __future__ import annotations

import ipywidgets

__all__ = ["close_all"]


def close_all(widget: ipywidgets.Widget) -> None:
    """Close a widget, what is inside it, and its layout and style."""
    for child in getattr(widget, "children", ()):
        close_all(child)
    for name in ("layout", "style"):
        part = getattr(widget, name, None)
        if isinstance(part, ipywidgets.Widget):
            part.close()
    ipywidgets.Widget.close(widget)
