"""Closing a widget with all its parts: ipywidgets keeps every widget that is not closed."""

from __future__ import annotations

from collections.abc import Iterator

import ipywidgets
from ipywidgets.widgets.widget import _instances

from .shared_document import SharedValue

__all__ = ["close_with_parts", "is_shown_elsewhere"]


def is_shown_elsewhere(widget: ipywidgets.Widget) -> bool:
    """Whether a box, a tab or an output outside it shows a widget or a part of it."""
    parts = {part.model_id for part in _parts(widget)}
    return any(
        model_id in parts
        for holder in list(_instances.values())
        if holder.model_id not in parts
        for model_id in _ids_shown_in(holder)
    )


def _parts(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    yield widget
    for part in (*getattr(widget, "children", ()), *getattr(widget, "controls", ())):
        if isinstance(part, ipywidgets.Widget):
            yield from _parts(part)


def _ids_shown_in(holder: ipywidgets.Widget) -> Iterator[str]:
    """The model ids of the widgets directly in a box, or in the contents of an output."""
    for child in getattr(holder, "children", ()):
        yield child.model_id
    if isinstance(holder, ipywidgets.Output):
        for output in holder.outputs:
            view = output.get("data", {}).get("application/vnd.jupyter.widget-view+json", {})
            yield view.get("model_id", "")


def close_with_parts(widget: ipywidgets.Widget) -> None:
    """Close a widget, the widgets in it, and its layout and style."""
    parts = [getattr(widget, name, None) for name in ("layout", "style")]
    children = getattr(widget, "children", ())
    shared = [*getattr(widget, "documents", ()), getattr(widget, "document", None)]
    released = [each for each in shared if isinstance(each, SharedValue)] if widget.comm else []
    # From the outside in: a view on the screen must not lose its layout.
    ipywidgets.Widget.close(widget)
    for child in children:
        close_with_parts(child)
    for value in released:
        value.release()
    for part in parts:
        if isinstance(part, ipywidgets.Widget):
            part.close()
