"""The explorer: controls, the flowchart they redraw, and the same in words.

Its ``profile`` is the one state; everything visible follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import ipywidgets
import traitlets

from ..api import Guide, Pathway, load_guide
from ..errors import ProfileError
from .closing import close_all
from .compare import Compared
from .controls import Controls
from .flowchart import Flowchart
from .idle_work import IdleWork
from .live import Live
from .profile_view import Facts, ProfileView, checked
from .showing import Showing

__all__ = ["Explorer", "explore"]

_VIEWS = (
    ("This pathway", "path"),
    ("Everything (map)", "map"),
    ("Compare", "compare"),
    ("Landscape", "landscape"),
)
_NO_EXAMPLE = ""
_WHEN_ASKED = ("other", "_compared", "_landscape")  # made when they are first wanted
_PAUSE = 0.2  # seconds without a change, after which more can be done than was asked for


def explore(
    guide: Guide | str | Path | None = None, profile: Mapping[str, str | None] | None = None
) -> Explorer:
    """The explorer of a guide, to be shown in a notebook.

    Args:
        guide: a `Guide`, the folder of one, or None for the packaged guide. With a folder the
            explorer shows what a check finds in it, and follows its tables as they are saved.
        profile: the facts to begin with; none of them is known if it is left out.

    Raises:
        GuideError: the folder's tables cannot be used.
        ProfileError: an unknown factor or level, or a combination that cannot occur.
    """
    if isinstance(guide, Guide):
        return Explorer(guide, profile)
    return Explorer(load_guide(guide), profile, None if guide is None else Path(guide))


class Explorer(Showing, ipywidgets.VBox):
    """Controls made from a guide's factors, and the flowchart that follows them.

    ``profile`` (levels by factor) can be read, set and observed from another cell; setting one
    that cannot occur raises ProfileError and leaves the old one. ``view`` is ``"path"``, ``"map"``,
    ``"compare"`` (``other.profile`` is the second profile) or ``"landscape"``. ``pathway`` is what
    is shown.
    """

    profile = traitlets.Instance(
        Mapping,  # type: ignore[type-abstract]
        help="The known facts: levels by factor.",
    )
    view = traitlets.Enum([view for _, view in _VIEWS], default_value="path")

    def __init__(
        self,
        guide: Guide,
        profile: Mapping[str, str | None] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.guide = guide
        self._side = ProfileView(guide, profile, words=True)
        self._rest = IdleWork()
        self._live = () if folder is None else (Live(folder, guide, self.take),)
        super().__init__(profile=self._side.profile)
        self.add_class("pnet-paths")
        self._connect()
        self.observe(lambda _: self._follow(), "profile")
        self.observe(lambda _: self._turn(), "view")

    def _connect(self) -> None:
        """Take up the side and a bar for it."""
        self._top = self._bar()
        self.flowchart.bar = [self.presets, self.views]
        self._links = (
            traitlets.link((self, "view"), (self.views, "value")),
            traitlets.link((self, "profile"), (self._side, "profile")),
        )
        self._turn()

    def take(self, guide: Guide) -> None:
        """Show another guide instead; facts that it does not know are given up."""
        known: dict[str, str | None] = {}
        for name, level in self.profile.items():
            try:
                guide.profile({**known, name: level})
            except ProfileError:
                continue
            known[name] = level
        for link in self._links:
            link.unlink()
        before = self._parts()
        for name in _WHEN_ASKED:
            self.__dict__.pop(name, None)
        self.guide = guide
        self._side = ProfileView(guide, known, words=True)
        self.profile = self._side.profile
        self._connect()
        for part in before:
            close_all(part)

    def _parts(self) -> list[ipywidgets.Widget]:
        """All that belongs to the guide that is shown."""
        made = [self.__dict__[name] for name in _WHEN_ASKED if name in self.__dict__]
        inside = [part for each in made for part in getattr(each, "parts", (each,))]
        return [self._top, self._side, *inside]

    def close(self) -> None:
        """Close the explorer and all that it has made; tables are followed no longer."""
        for part in (*self._parts(), *self._live):
            close_all(part)
        super().close()

    @property
    def pathway(self) -> Pathway:
        """What is shown."""
        return self._side.pathway

    @property
    def controls(self) -> Controls:
        """The drop-down lists, by factor."""
        return self._side.controls

    @property
    def flowchart(self) -> Flowchart:
        """The drawing."""
        return self._side.flowchart

    @cached_property
    def other(self) -> ProfileView:
        """The second profile of the view "compare"; at first the same as the first."""
        return ProfileView(self.guide, dict(self.profile), "B")

    @cached_property
    def _compared(self) -> Compared:
        return Compared(self.guide, self._side, self.other)

    @cached_property
    def _landscape(self) -> ipywidgets.HTML:
        return ipywidgets.HTML(self.guide.landscape()._repr_html_()).add_class("pp-land")

    def _bar(self) -> ipywidgets.Box:
        """Presets, reset and the switch of the view."""
        presets = self.guide.presets.values()
        self.presets = ipywidgets.Dropdown(
            options=[("Choose an example ...", _NO_EXAMPLE), *((p.label, p.id) for p in presets)],
            description="Start from",
            style={"description_width": "initial"},
        ).add_class("pp-presets")
        self.presets.observe(self._start, "value")
        self.reset = ipywidgets.Button(
            description="Reset", tooltip="Take back all facts: nothing is known"
        ).add_class("pp-reset")
        self.reset.on_click(lambda _: self._clear())
        self.views = ipywidgets.ToggleButtons(
            options=_VIEWS,
            tooltips=[
                "What the guide offers for this profile",
                "All that the guide has",
                "Two profiles side by side",
                "For whom each treatment is offered",
            ],
        ).add_class("pp-views")
        return ipywidgets.Box([self.presets, self.reset, self.views]).add_class("pp-bar")

    @traitlets.validate("profile")
    def _checked(self, proposal: Any) -> Facts:
        return checked(self.guide, proposal["value"])

    def still(self) -> dict[str, Any]:
        """The last drawing, for whoever opens the notebook without Python."""
        image = self.pathway._repr_mimebundle_().get("text/html", "")
        return {"title": "", "texts": [], "image": image}

    def __repr__(self) -> str:
        return f"Explorer({self.guide!r}, {dict(self.profile)})"

    def _start(self, change: Any) -> None:
        if change["new"]:
            self.profile = dict(self.guide.presets[change["new"]].profile)

    def _clear(self) -> None:
        self.profile = {}

    def _follow(self) -> None:
        chosen = self.presets.value
        if chosen and self.guide.presets[chosen].profile != self.profile:
            self.presets.value = _NO_EXAMPLE
        self._rest.begin(self._at_rest())

    def _turn(self) -> None:
        """Show what belongs to a view."""
        comparing = self.view == "compare"
        if comparing:
            shown = [self._compared.sides]
        elif self.view == "landscape":
            shown = [self._landscape]
        else:
            shown = [self._side]
        self.flowchart.view = "map" if self.view == "map" else "path"
        self.flowchart.words = not comparing
        self.presets.description = "Start A from" if comparing else "Start from"
        self.reset.description = "Reset A" if comparing else "Reset"
        for widget in (self.presets, self.reset):
            widget.layout.display = "none" if self.view == "landscape" else None
        self.children = (self._top, *self._live, *shown)
        self._rest.begin(self._at_rest())

    def _at_rest(self) -> Iterator[float]:
        """What a saved notebook shows follows the profile after a pause."""
        yield _PAUSE
        self.leave()
