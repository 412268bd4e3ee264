"""Widgets as outputs of cells: what stays when Python is gone, and when older ones are closed."""

from __future__ import annotations

import os
import sys
from typing import Any, ClassVar

import ipywidgets
from IPython import get_ipython
from IPython.display import HTML, display

from ..markup import render
from .closing import close_with_parts, is_shown_elsewhere

__all__ = ["CellOutput"]

_BRING_BACK = (
    "This is a picture. In Jupyter, with Python, click on this cell and press Shift + Enter to "
    "bring it to life."
)


class CellOutput(ipywidgets.DOMWidget):
    """A widget with a preview in its notebook, for readers who open it without Python.

    The preview follows the widget and is out of sight as long as the widget is alive. Running the
    cell again closes the widgets that it showed before, unless another cell shows them, by
    themselves or in a box, a tab or an output.
    """

    _cells: ClassVar[dict[str, tuple[str, list[CellOutput]]]] = {}
    """By id of a cell the id of its last run, and the widgets that this run showed."""

    def preview(self) -> dict[str, Any]:
        """The parts of the preview: ``title``, ``texts``, and the drawing as an HTML ``image``."""
        raise NotImplementedError

    def _ipython_display_(self, **_: Any) -> None:
        bundle = self._repr_mimebundle_()
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        display({**data, "text/plain": _BRING_BACK}, raw=True)
        self.__dict__.setdefault("_previews", [])
        if not _has_framed_outputs():
            self._previews.append(display(HTML(self._preview_html()), display_id=True))
        self._replace_last_run()

    def close(self) -> None:
        """Close the widget and all parts of it."""
        close_with_parts(self)

    def _preview_html(self) -> str:
        return render("without_kernel", **self.preview(), bring_back=_BRING_BACK)

    def update_preview(self) -> None:
        """Have the preview show what the widget shows now."""
        for preview in self.__dict__.get("_previews", ()):
            preview.update(HTML(self._preview_html()))

    def _replace_last_run(self) -> None:
        """Close what the same cell showed in its last run."""
        parent: dict[str, Any] = getattr(get_ipython(), "get_parent", dict)()
        cell = parent.get("metadata", {}).get("cellId")
        if not cell:
            return
        run = parent["header"]["msg_id"]
        last_run, before = CellOutput._cells.get(cell, (run, []))
        of_this_run = before if last_run == run else []
        CellOutput._cells[cell] = (run, [*of_this_run, self])
        current = {id(widget) for _, widgets in CellOutput._cells.values() for widget in widgets}
        for widget in before:
            if id(widget) not in current and not is_shown_elsewhere(widget):
                widget.close()


def _has_framed_outputs() -> bool:
    """Whether each output has a frame of its own, as in Colab and VS Code: it can hide no other."""
    return "google.colab" in sys.modules or "VSCODE_PID" in os.environ
