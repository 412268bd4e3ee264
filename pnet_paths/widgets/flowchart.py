"""The flowchart of the explorer as a widget, which the page draws from the guide.

Python has its state only: which guide, which profiles, which view, what is selected.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import anywidget
import ipywidgets
import traitlets

from ..api import Guide, Pathway
from ..drawing.picture import unframed_svg
from ..front.hot_reload import widget_module, widget_style
from ..sources.data import packaged_source_data
from .shared_document import shared_document, shared_engine, shared_trait

__all__ = ["VIEWS", "Flowchart"]

VIEWS = ("path", "map", "compare", "landscape", "sources")


class Flowchart(anywidget.AnyWidget):
    """The drawing of a guide's pathways, with the lists of its factors and the same in words.

    ``view`` is ``"path"``, ``"map"``, ``"compare"``, ``"landscape"`` or, with ``guides`` to
    compare, ``"sources"``. ``selected`` is what was chosen in the drawing: the id of a treatment or
    factor, ``"origin-target"`` for an arrow, or nothing (``""``); set it to open the card. The page
    shows the ``controls``, the drop-down lists of the factors in their order; without any it has
    lists of its own.
    """

    _esm = widget_module("explorer")
    _css = widget_style("explorer", "common", "flowchart")

    view = traitlets.Enum(VIEWS, VIEWS[0]).tag(sync=True)
    selected = traitlets.Unicode().tag(sync=True)
    document: Any = shared_trait()
    engine: Any = shared_trait()
    controls: Any = traitlets.List().tag(sync=True, **ipywidgets.widget_serialization)
    codes = traitlets.List(traitlets.Int()).tag(sync=True)
    """The profile: for each factor the code of its level, -1 where it is not known."""
    assumed = traitlets.List(traitlets.Int()).tag(sync=True)
    """The places of the factors whose facts are assumed."""
    other = traitlets.List(traitlets.Int()).tag(sync=True)
    """The second profile of the view "compare"; empty before there is one."""
    sources = traitlets.Dict(default_value=None, allow_none=True).tag(sync=True)
    """What the guides are compared by in the view "sources"; None where there is one alone."""
    documents: Any = traitlets.List().tag(sync=True, **ipywidgets.widget_serialization)
    """The documents of these guides; none before that view is shown for the first time."""
    drawing = traitlets.Dict().tag(sync=True)
    """The first drawing, to be seen before the page can lay out its own."""

    def __init__(
        self,
        pathway: Pathway,
        controls: Sequence[ipywidgets.Dropdown] = (),
        guides: Sequence[Guide] = (),
    ) -> None:
        guide = pathway.guide
        self._guides = guides
        sources = packaged_source_data(guides)
        self._parts = {*guide.treatments, *guide.network.decisions} | {
            f"{origin}-{target}" for origin, target in guide.network.steps_by_ends
        }
        codes = guide.space.codes(pathway.profile)
        super().__init__(
            document=shared_document(guide),
            engine=shared_engine(),
            controls=list(controls),
            codes=codes,
            sources=sources.to_json() if sources else None,
            drawing={"codes": codes, "svg": unframed_svg(pathway)},
        )

    @traitlets.observe("view")
    def _send_documents(self, change: Any) -> None:
        if change["new"] == "sources" and self.sources and not self.documents:
            self.documents = [shared_document(guide) for guide in self._guides]

    @traitlets.validate("selected")
    def _validate_selected(self, proposal: Any) -> str:
        selected: str = proposal["value"]
        if selected and selected not in self._parts:
            raise traitlets.TraitError(
                f'"{selected}" is not a treatment, decision or arrow of this guide'
            )
        return selected
