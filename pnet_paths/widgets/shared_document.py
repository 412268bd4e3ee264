"""What several widgets of a page share, sent to it once: a guide's document, and Graphviz."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

import ipywidgets
import traitlets

from ..bundle.document import document
from ..front.graphviz_engine import engine
from ..guide.guide import GuideValue

__all__ = ["Shared", "instance", "shared_document", "shared_engine"]


class Shared(ipywidgets.Widget):
    """A value that other widgets refer to. It has no view, and goes with the last of them."""

    value = traitlets.Any().tag(sync=True)
    users = 0

    def let_go(self) -> None:
        """One of those that refer to it is closed."""
        self.users -= 1
        if not self.users:
            self.close()


_documents: WeakKeyDictionary[GuideValue, Shared] = WeakKeyDictionary()
_engine: list[Shared] = []


def shared_document(guide: GuideValue) -> Shared:
    """The document of a guide, for one more widget that shows it: the same one for all of them."""
    found = _documents.get(guide)
    if found is None or found.comm is None:
        found = _documents[guide] = Shared(value=document(guide).to_json())
    found.users += 1
    return found


def shared_engine() -> Shared:
    """Graphviz for the browser."""
    if not _engine or _engine[0].comm is None:
        _engine[:] = [Shared(value=engine())]
    return _engine[0]


def instance() -> Any:
    """A trait that refers to a shared value."""
    return traitlets.Instance(Shared).tag(sync=True, **ipywidgets.widget_serialization)
