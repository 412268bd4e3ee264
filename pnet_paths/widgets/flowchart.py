"""The flowchart as a widget: a map that answers in the browser, a path that the kernel lays out.

The thin Python side: what is sent to the front end, and when. What is done with it is in the
JavaScript files beside this one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import anywidget
import ipywidgets
import traitlets

from ..errors import RenderError
from ..export import compact
from ..pathway import Pathway
from ..render import render_svg
from .about import about, looks, notes
from .front import module, style

__all__ = ["Flowchart"]


class Flowchart(anywidget.AnyWidget):
    """The drawing of a guide's pathways. ``show`` draws one; ``view`` switches path and map.

    ``selected`` is what was chosen in the drawing: the id of a treatment or factor,
    ``"origin-target"`` for an arrow, or nothing (``""``); set it to open the card.
    """

    _esm = module()
    _css = style()

    view = traitlets.Enum(("path", "map"), default_value="path").tag(sync=True)
    selected = traitlets.Unicode().tag(sync=True)

    guide = traitlets.Dict().tag(sync=True)
    looks = traitlets.Dict().tag(sync=True)
    about = traitlets.Dict().tag(sync=True)
    map = traitlets.Unicode().tag(sync=True)
    controls: Any = traitlets.List().tag(sync=True, **ipywidgets.widget_serialization)

    codes = traitlets.List(traitlets.Int()).tag(sync=True)
    drawing = traitlets.Dict().tag(sync=True)
    notes = traitlets.Dict().tag(sync=True)
    outline = traitlets.Unicode().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)

    def __init__(self, pathway: Pathway, controls: Sequence[ipywidgets.Widget] = ()) -> None:
        guide = pathway.guide
        super().__init__(
            guide=compact(guide),
            looks=looks(),
            about=about(guide),
            map=_drawn(guide.evaluate(), "map"),
            controls=list(controls),
            **_shown(pathway),
        )
        self._guide = guide
        self._pathway = pathway

    @traitlets.validate("selected")
    def _known(self, proposal: Any) -> str:
        chosen: str = proposal["value"]
        known = self.about
        if chosen and not any(
            chosen in known[kind] for kind in ("treatments", "decisions", "arrows")
        ):
            raise traitlets.TraitError(
                f'"{chosen}" is not a treatment, decision or arrow of this guide'
            )
        return chosen

    def show(self, pathway: Pathway) -> None:
        """Draw another pathway of the same guide, and say what is new about it."""
        before, self._pathway = self._pathway, pathway
        with self.hold_sync():
            for name, value in _shown(pathway).items():
                self.set_trait(name, value)
            self.said = news(before, pathway)


def news(before: Pathway, after: Pathway) -> str:
    """What changed from one pathway to the next, in sentences, groups only.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> known = {"extent": "metastatic", "liver": "none"}
    >>> news(guide.evaluate(known), guide.evaluate({**known, "liver": "limited"}))
    'Liver-directed treatment is now an option: may be used in the liver.'
    """
    told = []
    for group in after.guide.groups:
        status = after.status[group.id]
        if before.status[group.id] != status:
            line = after.line(group.id)
            told.append(f"{group.label} {_NOW[status]}{f': {line}' if line else ''}.")
    return " ".join(told)


_NOW = {
    "usual": "is now usual",
    "option": "is now an option",
    "later": "now comes later",
    "depends": "now depends",
    "not_recommended": "is now not recommended",
    "not_indicated": "is now not indicated",
}


def _shown(pathway: Pathway) -> dict[str, Any]:
    codes = pathway.guide.space.codes(pathway.profile)
    return {
        "codes": codes,
        "drawing": {"svg": _drawn(pathway, "path"), "codes": codes},
        "notes": {"lines": notes(pathway), "codes": codes},
        "outline": pathway.outline(),
    }


def _drawn(pathway: Pathway, view: Any) -> str:
    try:
        return _svg(pathway.to_dot(view), pathway.sentence, pathway.outline())
    except RenderError as error:
        return str(error)


@lru_cache(maxsize=256)
def _svg(dot: str, title: str, description: str) -> str:
    return render_svg(dot, title, description)
