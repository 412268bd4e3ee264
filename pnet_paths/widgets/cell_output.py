"""How a widget is shown in a notebook, what it leaves there, and when the one before it goes."""

from __future__ import annotations

import os
import sys
from typing import Any, ClassVar

import ipywidgets
from IPython import get_ipython
from IPython.display import HTML, display

from ..markup import render
from .closing import close_all, is_held

__all__ = ["Showing"]

_BRING_BACK = (
    "This is a picture. In Jupyter, with Python, click on this cell and press Shift + Enter to "
    "bring it to life."
)


class Showing(ipywidgets.DOMWidget):
    """A widget that leaves something in its notebook for whoever opens it without Python.

    That stands after the widget and is out of sight while the widget lives. Running the cell again
    closes the widgets that it showed before, unless another cell shows them, by themselves or in a
    box, a tab or an output.
    """

    _cells: ClassVar[dict[str, tuple[str, list[Showing]]]] = {}
    """By cell the message that ran it last, and what it showed."""

    def still(self) -> dict[str, Any]:
        """What is left: ``title``, ``texts``, and the drawing as an HTML ``image``."""
        raise NotImplementedError

    def _ipython_display_(self, **_: Any) -> None:
        shown = self._repr_mimebundle_()
        data = shown[0] if isinstance(shown, tuple) else shown
        display({**data, "text/plain": _BRING_BACK}, raw=True)
        self.__dict__.setdefault("_stills", [])
        if not _keeps_outputs_apart():
            self._stills.append(display(HTML(self._left()), display_id=True))
        self._take_place()

    def close(self) -> None:
        """Close the widget with all that it has made."""
        close_all(self)

    def _left(self) -> str:
        return render("without_kernel", **self.still(), bring_back=_BRING_BACK)

    def leave(self) -> None:
        """Leave what is shown now."""
        for still in self.__dict__.get("_stills", ()):
            still.update(HTML(self._left()))

    def _take_place(self) -> None:
        """Close what the same cell showed when it was run before."""
        parent: dict[str, Any] = getattr(get_ipython(), "get_parent", dict)()
        cell = parent.get("metadata", {}).get("cellId")
        if not cell:
            return
        run = parent["header"]["msg_id"]
        last, before = Showing._cells.get(cell, (run, []))
        shown = before if last == run else []
        Showing._cells[cell] = (run, [*shown, self])
        living = {id(each) for _, each_shown in Showing._cells.values() for each in each_shown}
        for old in before:
            if id(old) not in living and not is_held(old):
                old.close()


def _keeps_outputs_apart() -> bool:
    """Colab and VS Code show each output in a frame of its own, where none can hide another."""
    return "google.colab" in sys.modules or "VSCODE_PID" in os.environ
