"""Values that widgets of a page share, sent to it once: a guide's document, and Graphviz."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

import ipywidgets
import traitlets

from ..bundle.document import document
from ..front.graphviz_engine import compressed_engine
from ..guide.guide import GuideValue

__all__ = ["SharedValue", "shared_document", "shared_engine", "shared_trait"]


class SharedValue(ipywidgets.Widget):
    """A value that other widgets refer to, without a view of its own."""

    value = traitlets.Any().tag(sync=True)
    users = 0

    def release(self) -> None:
        """Close it when the last widget that uses it closes."""
        self.users -= 1
        if not self.users:
            self.close()


_documents: WeakKeyDictionary[GuideValue, SharedValue] = WeakKeyDictionary()
_engine: list[SharedValue] = []


def shared_document(guide: GuideValue) -> SharedValue:
    """The document of a guide, counted as used by one more widget; the same for all of them."""
    shared = _documents.get(guide)
    if shared is None or shared.comm is None:
        shared = _documents[guide] = SharedValue(value=document(guide).to_json())
    shared.users += 1
    return shared


def shared_engine() -> SharedValue:
    """Graphviz for the browser."""
    if not _engine or _engine[0].comm is None:
        _engine[:] = [SharedValue(value=compressed_engine())]
    return _engine[0]


def shared_trait() -> Any:
    """A trait that refers to a shared value."""
    return traitlets.Instance(SharedValue).tag(sync=True, **ipywidgets.widget_serialization)
