"""The flowchart as a widget: a map that answers in the browser, a path that the kernel lays out.

The thin Python side: what is sent to the front end, and when. What is done with it is in the
JavaScript files beside this one.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterator, Sequence
from typing import Any
from weakref import WeakKeyDictionary
from zlib import compress

import anywidget
import ipywidgets
import traitlets

from ..api import Guide, Pathway
from ..bundle.cards import cards, looks, notes
from ..bundle.evaluation import compact
from ..drawing.picture import svg
from ..drawing.theme import View
from ..errors import ProfileError, RenderError
from ..front.joining import module, style
from ..guide.pathway import PathwayValue
from ..guide.patterns import said
from ..guide.sentences import verb_of
from ..statuses import Status
from .explanations import explanation, next_facts

__all__ = ["Flowchart"]

_KEPT = 256
_HANDED = 100
"""How many drawings the browser surely still has; it keeps more."""
_CACHE: WeakKeyDictionary[Guide, OrderedDict[tuple[int, ...], str]] = WeakKeyDictionary()
"""The last drawings of each guide, by the profile's codes."""


class Flowchart(anywidget.AnyWidget):
    """The drawing of a guide's pathways. ``show`` draws one; ``view`` switches path and map.

    ``selected`` is what was chosen in the drawing: the id of a treatment or factor,
    ``"origin-target"`` for an arrow, or nothing (``""``); set it to open the card. ``signs``
    holds what is to be marked, by id, with the sign to put beside it.
    """

    _esm = module("flowchart")
    _css = style("explorer", "flowchart")

    view = traitlets.Enum(("path", "map"), default_value="path").tag(sync=True)
    selected = traitlets.Unicode().tag(sync=True)

    guide = traitlets.Dict().tag(sync=True)
    looks = traitlets.Dict().tag(sync=True)
    cards = traitlets.Dict().tag(sync=True)
    map = traitlets.Unicode().tag(sync=True)
    controls: Any = traitlets.List().tag(sync=True, **ipywidgets.widget_serialization)

    signs = traitlets.Dict().tag(sync=True)
    explanation = traitlets.Dict().tag(sync=True)
    next = traitlets.Dict().tag(sync=True)

    codes = traitlets.List(traitlets.Int()).tag(sync=True)
    drawing = traitlets.Dict().tag(sync=True)
    notes = traitlets.Dict().tag(sync=True)
    outline = traitlets.Unicode().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)

    def __init__(self, pathway: Pathway, controls: Sequence[ipywidgets.Widget] = ()) -> None:
        guide = pathway.guide
        self._shown = self._told = pathway
        self._handed: deque[dict[str, Any]] = deque(maxlen=_HANDED)
        super().__init__(
            guide=compact(guide),
            looks=looks(),
            cards=cards(guide),
            map=_drawn(PathwayValue.of(guide), "map"),
            controls=list(controls),
            **_drawing(pathway),
            **_words(pathway),
        )

    @traitlets.validate("selected")
    def _known(self, proposal: Any) -> str:
        chosen: str = proposal["value"]
        known = self.cards
        if chosen and not any(
            chosen in known[kind] for kind in ("treatments", "decisions", "arrows")
        ):
            raise traitlets.TraitError(
                f'"{chosen}" is not a treatment, decision or arrow of this guide'
            )
        return chosen

    def show(self, pathway: Pathway) -> None:
        """Draw another pathway of the same guide; what is said of it may follow: see ``tell``."""
        self._shown = pathway
        self._set(_drawing(pathway))

    def tell(self) -> None:
        """Say in words what is drawn, and what is new about it since the last time."""
        before, self._told = self._told, self._shown
        self._set({**_words(self._shown), "said": news(before, self._shown)})
        self._explain()

    @traitlets.observe("selected")
    def _explain(self, _: object = None) -> None:
        """Why the chosen treatment has its status, and what would change it, for its card."""
        if self.selected in self._told.guide.treatments:
            self.explanation = explanation(self._told, self.selected)

    def draw_ahead(self, last: str = "") -> Iterator[float]:
        """Draw what one more choice can lead to, one drawing a step, and hand it to the browser.

        There it is shown at once if it is chosen, also while the kernel is busy. The factor
        ``last`` goes first: who has just changed it often tries its other levels.
        """
        profile, guide = self._shown.profile, self._shown.guide
        for name in sorted(guide.factors, key=lambda name: name != last):
            for level in (None, *(level.id for level in guide.factors[name].levels)):
                try:
                    near = guide.evaluate({**profile, name: level})
                except ProfileError:  # what cannot occur cannot be chosen
                    continue
                if self.hand_over(near):
                    yield 0

    def hand_over(self, pathway: Pathway) -> bool:
        """Draw a pathway and give it to the browser, to be shown when it is asked for.

        Returns:
            Whether there was anything to do: the browser may have it already.
        """
        drawing = _drawing(pathway)["drawing"]
        if drawing in self._handed:
            return False
        self._handed.append(drawing)
        self.send({"codes": drawing["codes"]}, [compress(drawing["svg"].encode())])
        return True

    def _set(self, values: dict[str, Any]) -> None:
        with self.hold_sync():
            for name, value in values.items():
                self.set_trait(name, value)


def news(before: Pathway, after: Pathway) -> str:
    """What changed from one pathway to the next, in sentences, groups only.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> known = {"extent": "metastatic", "liver": "none"}
    >>> news(guide.evaluate(known), guide.evaluate({**known, "liver": "small"}))
    'Liver-directed treatment is now an option (may be used if it has spread to the liver).'
    """
    text = []
    for group in after.changed_since(before):
        line = after.verdict(group.id).line
        now = _now(group.label, after.status[group.id])
        text.append(f"{now}{f' ({line})' if line else ''}.")
    return " ".join(text)


def _now(label: str, status: Status) -> str:
    """A status as news.

    >>> _now("PRRT", "later"), _now("Somatostatin analogs", "option"), _now("PRRT", "not_named")
    ('PRRT now comes later', 'Somatostatin analogs are now an option', 'PRRT is no longer named')
    """
    return said(f"now_{status}", label=label, **verb_of(label))


def _drawing(pathway: Pathway) -> dict[str, Any]:
    codes = pathway.guide.space.codes(pathway.profile)
    key = tuple(codes)
    cached = _CACHE.setdefault(pathway.guide, OrderedDict())
    if key not in cached:
        cached[key] = _drawn(pathway, "path")
    cached.move_to_end(key)
    if len(cached) > _KEPT:
        cached.popitem(last=False)
    return {"codes": codes, "drawing": {"svg": cached[key], "codes": codes}}


def _words(pathway: Pathway) -> dict[str, Any]:
    codes = pathway.guide.space.codes(pathway.profile)
    return {
        "notes": {"lines": notes(pathway), "codes": codes},
        "outline": pathway.outline(),
        "next": next_facts(pathway),
    }


def _drawn(pathway: PathwayValue, view: View) -> str:
    try:
        return svg(pathway, view)
    except RenderError as error:
        return str(error)
