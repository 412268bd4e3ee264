"""The explorer: controls, the flowchart they redraw, and the same in words.

Its ``profile`` is the one state; everything visible follows from it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

import ipywidgets
import traitlets
from IPython.display import HTML, display

from ..errors import ProfileError
from ..guide import Guide, load_guide
from .controls import Controls
from .flowchart import Flowchart
from .rest import Rest, quiet
from .summary import summary

__all__ = ["Explorer", "explore"]

_VIEWS = (("This pathway", "path"), ("Everything (map)", "map"))
_NO_EXAMPLE = ""
_PAUSE = 0.2  # seconds without a change, after which more can be done than was asked for
_NEEDS_KERNEL = "The explorer needs its kernel: click on this cell and press Shift + Enter."
_numbers = count(1)


def explore(
    guide: Guide | str | Path | None = None, profile: Mapping[str, str | None] | None = None
) -> Explorer:
    """The explorer of a guide, to be shown in a notebook.

    Args:
        guide: a `Guide`, the folder of one, or None for the packaged guide.
        profile: the facts to begin with; none of them is known if it is left out.

    Raises:
        GuideError: the folder's tables cannot be used.
        ProfileError: an unknown factor or level, or a combination that cannot occur.
    """
    loaded = guide if isinstance(guide, Guide) else load_guide(guide)
    return Explorer(loaded, profile)


def _keeps_outputs_apart() -> bool:
    """Colab and VS Code show each output in a frame of its own, where none can hide another."""
    return "google.colab" in sys.modules or "VSCODE_PID" in os.environ


class _RefusedProfileError(ProfileError, traitlets.TraitError):
    """A refused profile, as a trait's error too: traitlets takes back only after one of those."""


class _Facts(dict[str, str]):
    """What ``profile`` hands out. Changed in place it would no longer be what is shown."""

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("set the profile anew: explorer.profile = {**explorer.profile, ...}")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


class Explorer(ipywidgets.VBox):
    """Controls made from a guide's factors, and the flowchart that follows them.

    ``profile`` (levels by factor) can be read, set and observed from another cell; setting one
    that cannot occur raises ProfileError and leaves the old one. ``view`` is ``"path"`` or
    ``"map"``. ``pathway`` is what is shown.
    """

    profile = traitlets.Instance(
        Mapping,  # type: ignore[type-abstract]
        help="The known facts: levels by factor.",
    )
    view = traitlets.Enum(("path", "map"), default_value="path")

    def __init__(self, guide: Guide, profile: Mapping[str, str | None] | None = None) -> None:
        self.guide = guide
        self._prefix = f"pp{next(_numbers)}-"
        self.controls = Controls(guide, self._choose, self._prefix)
        self._summary = ipywidgets.HTML().add_class("pp-summary")
        self._stills: list[Any] = []
        self._rest = Rest()
        self._last = ""  # the factor whose level was chosen last
        self.pathway = guide.evaluate(profile)
        selects = [self.controls[name] for name in guide.factors]
        self.flowchart = Flowchart(self.pathway, selects)
        super().__init__(
            [self._bar(), self.controls, self.flowchart, self._summary],
            profile=self.pathway.profile,
        )
        traitlets.link((self, "view"), (self.flowchart, "view"))
        self.add_class("pnet-paths")
        self._show()
        self.observe(lambda _: self._show(), "profile")

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
        )
        self.reset.on_click(lambda _: self._clear())
        self.views = ipywidgets.ToggleButtons(
            options=_VIEWS,
            tooltips=["What the guide offers for this profile", "All that the guide has"],
        ).add_class("pp-views")
        traitlets.link((self, "view"), (self.views, "value"))
        return ipywidgets.Box([self.presets, self.reset, self.views]).add_class("pp-bar")

    @traitlets.validate("profile")
    def _checked(self, proposal: Any) -> dict[str, str]:
        try:
            return _Facts(self.guide.profile(proposal["value"]))
        except ProfileError as error:
            raise _RefusedProfileError(str(error)) from None

    def _ipython_display_(self, **_: Any) -> None:
        """Show the explorer, and after it, out of sight while it lives, its last drawing.

        A notebook that is opened without a kernel shows that drawing.
        """
        shown = self._repr_mimebundle_()
        shown["text/plain"] = _NEEDS_KERNEL
        display(shown, raw=True)
        if not _keeps_outputs_apart():
            self._stills.append(display(HTML(self._still()), display_id=True))

    def _still(self) -> str:
        picture = self.pathway._repr_mimebundle_().get("text/html", "")
        return f'<div class="pp-still">{picture}</div>'

    def __repr__(self) -> str:
        return f"Explorer({self.guide!r}, {dict(self.profile)})"

    def _choose(self, factor: str, level: str | None) -> None:
        self._last = factor
        try:
            self.profile = {**self.profile, factor: level}
        except ProfileError:  # a closed level: the note says why it is closed
            self._show()

    def _start(self, change: Any) -> None:
        if change["new"]:
            self.profile = dict(self.guide.presets[change["new"]].profile)

    def _clear(self) -> None:
        self.profile = {}

    def _show(self) -> None:
        self.pathway = self.guide.evaluate(self.profile)
        self.flowchart.show(self.pathway)
        self.controls.show(self.pathway.profile)
        chosen = self.presets.value
        if chosen and self.guide.presets[chosen].profile != self.profile:
            self.presets.value = _NO_EXAMPLE
        self._rest.begin(self._at_rest())

    def _at_rest(self) -> Iterator[float]:
        """Words follow the drawing; then what a saved notebook shows, then drawings to come."""
        self.flowchart.tell()
        self.controls.hint(self.guide.evaluator.matters(self.pathway.profile))
        self._summary.value = summary(self.pathway)
        yield _PAUSE
        for still in self._stills:
            still.update(HTML(self._still()))
        if self.view == "path" and not quiet():
            yield from self.flowchart.draw_ahead(self._last)
