"""The flowchart as a widget. All that is seen is made in the page, from the guide's document.

The thin Python side: which guide, which profile, what is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import anywidget
import ipywidgets
import traitlets

from ..api import Pathway
from ..drawing.picture import drawn
from ..front.joining import module, style
from .shared import instance, shared_document, shared_engine

__all__ = ["Flowchart"]


class Flowchart(anywidget.AnyWidget):
    """The drawing of a guide's pathways. ``show`` draws one; ``view`` switches path and map.

    ``selected`` is what was chosen in the drawing: the id of a treatment or factor,
    ``"origin-target"`` for an arrow, or nothing (``""``); set it to open the card. ``signs``
    holds what is to be marked, by id, with the sign to put beside it. Where there are ``controls``
    (the drop-down lists of the factors, in their order) the drawing follows them in the page.
    """

    _esm = module("flowchart")
    _css = style("explorer", "flowchart")

    view = traitlets.Enum(("path", "map"), default_value="path").tag(sync=True)
    selected = traitlets.Unicode().tag(sync=True)
    signs = traitlets.Dict().tag(sync=True)
    words = traitlets.Bool().tag(sync=True)
    """Whether the same is told in a table below."""

    document: Any = instance()
    engine: Any = instance()
    controls: Any = traitlets.List().tag(sync=True, **ipywidgets.widget_serialization)
    bar: Any = traitlets.List().tag(sync=True, **ipywidgets.widget_serialization)
    """The list of examples and the buttons of the view, where an explorer has them."""
    codes = traitlets.List(traitlets.Int()).tag(sync=True)
    """The profile: for each factor the code of its level, -1 where it is not known."""
    drawing = traitlets.Dict().tag(sync=True)
    """The first drawing, to be seen before the page can lay out its own."""

    def __init__(
        self, pathway: Pathway, controls: Sequence[ipywidgets.Widget] = (), words: bool = False
    ) -> None:
        guide = pathway.guide
        self._parts = {*guide.treatments, *guide.network.decisions} | {
            f"{origin}-{target}" for origin, target in guide.network.joined
        }
        codes = guide.space.codes(pathway.profile)
        super().__init__(
            document=shared_document(guide),
            engine=shared_engine(),
            controls=list(controls),
            codes=codes,
            drawing={"codes": codes, "svg": drawn(pathway)},
            words=words,
        )

    @traitlets.validate("selected")
    def _known(self, proposal: Any) -> str:
        chosen: str = proposal["value"]
        if chosen and chosen not in self._parts:
            raise traitlets.TraitError(
                f'"{chosen}" is not a treatment, decision or arrow of this guide'
            )
        return chosen

    def show(self, pathway: Pathway) -> None:
        """Draw another pathway of the same guide."""
        self.codes = pathway.guide.space.codes(pathway.profile)
