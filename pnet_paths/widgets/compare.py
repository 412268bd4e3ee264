"""Two profiles side by side: what differs, and which facts make each difference."""

from __future__ import annotations

from typing import Any

import anywidget
import ipywidgets
import traitlets

from ..api import Guide
from ..front.joining import module
from .profile_view import ProfileView
from .shared import instance, shared_document

__all__ = ["Compared"]


class Compared(anywidget.AnyWidget):
    """What differs between two sides, in words and marked in both drawings; made in the page.

    ``sides`` holds both, with what differs between controls and drawings; ``copy`` and ``swap``
    change their profiles.
    """

    _esm = module("side_by_side")

    document: Any = instance()
    lists_a: Any = traitlets.List().tag(sync=True, **ipywidgets.widget_serialization)
    lists_b: Any = traitlets.List().tag(sync=True, **ipywidgets.widget_serialization)
    drawings: Any = traitlets.List().tag(sync=True, **ipywidgets.widget_serialization)

    def __init__(self, guide: Guide, a: ProfileView, b: ProfileView) -> None:
        self.a, self.b = a, b
        super().__init__(
            document=shared_document(guide),
            lists_a=[a.controls[name] for name in guide.factors],
            lists_b=[b.controls[name] for name in guide.factors],
            drawings=[a.flowchart, b.flowchart],
        )
        self.add_class("pp-compared")
        self.sides = ipywidgets.Box([a, b, self]).add_class("pp-both")
        self.on_msg(lambda _, message, __: self._asked(message.get("do")))

    def _asked(self, wish: str | None) -> None:
        if wish == "a_to_b":
            self.copy(self.a, self.b)
        elif wish == "b_to_a":
            self.copy(self.b, self.a)
        elif wish == "swap":
            self.swap()

    def copy(self, one: ProfileView, other: ProfileView) -> None:
        """Give one side's profile to the other."""
        other.profile = dict(one.profile)

    def swap(self) -> None:
        """Give each side the other's profile."""
        a, b = dict(self.a.profile), dict(self.b.profile)
        self.a.profile, self.b.profile = b, a

    @property
    def parts(self) -> tuple[ipywidgets.Widget, ...]:
        """The widgets that are made here."""
        return (self.sides,)
