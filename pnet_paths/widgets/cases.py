"""Teaching cases on the screen: a story in scenes, the drawing moving from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets
import traitlets

from ..api import Guide, Pathway
from ..front.joining import module
from ..guide.glossary import terms
from ..guide.sentences import capital, sections
from ..markup import Explained, render
from ..teach.cases import changed_statuses, new_facts
from .flowchart import Flowchart
from .scenes import Scenes, with_cases

__all__ = ["CasePlayer", "play"]


def play(
    case: str | None = None, guide: Guide | str | Path | None = None, notes: bool = False
) -> CasePlayer:
    """The player of a guide's teaching cases, to be shown in a notebook.

    Args:
        case: the case to begin with; the first one if it is left out.
        guide: a `Guide`, the folder of one, or None for the packaged guide.
        notes: whether the notes for the teacher are shown.

    Raises:
        GuideError: the folder's tables cannot be used.
        PnetPathsError: the guide has no such case, or none at all.
    """
    return CasePlayer(*with_cases(guide, case), notes)


class _Keys(anywidget.AnyWidget):
    """Reports keys that turn a page, pressed anywhere inside the class ``around``."""

    _esm = module("page_keys")
    around = traitlets.Unicode().tag(sync=True)


class CasePlayer(ipywidgets.VBox, Scenes):
    """A case, scene by scene. ``case`` and ``scene`` (from 1) can be read, set and observed.

    Without ``notes`` the notes for the teacher are nowhere in the page.
    """

    def __init__(self, guide: Guide, case: str, notes: bool = False) -> None:
        self.guide = guide
        self._notes = notes
        self.flowchart = Flowchart(guide.evaluate(guide.cases[case].scenes[0].profile))
        self._text = ipywidgets.HTML().add_class("pp-story")
        self._progress = ipywidgets.HTML().add_class("pp-progress")
        page = ipywidgets.Box([self._text, self.flowchart]).add_class("pp-page")
        super().__init__([self._bar(), page], case=case)
        self.add_class("pnet-paths").add_class("pp-player")
        self.on_scene(self._show)
        self._show()

    def __repr__(self) -> str:
        return "The case needs its cell to be run: click on it and press Shift + Enter."

    def _bar(self) -> ipywidgets.Box:
        """Which case, which scene, and the ways to the others."""
        self.chooser = ipywidgets.Dropdown(
            options=[(case.label, name) for name, case in self.guide.cases.items()],
            description="Case",
            style={"description_width": "initial"},
        ).add_class("pp-presets")
        self.chooser.observe(lambda change: self.set_trait("case", change["new"]), "value")
        # Never disabled at the ends: a disabled button would lose the focus, and the keys with it.
        self.back = self._button("Back", "The scene before (arrow left)", lambda: self.go(-1))
        self.next = self._button("Next", "The next scene (arrow right)", lambda: self.go(1))
        self.jumps = ipywidgets.ToggleButtons().add_class("pp-jumps")
        self.jumps.observe(self._jump, "value")
        keys = _Keys(around="pp-player")
        keys.on_msg(lambda _, message, __: self.turn(message["step"]))
        parts = [self.chooser, self.back, self.next, self.jumps, self._progress, keys]
        return ipywidgets.Box(parts).add_class("pp-bar")

    def _button(self, label: str, tooltip: str, act: Callable[[], None]) -> ipywidgets.Button:
        button = ipywidgets.Button(description=label, tooltip=tooltip)
        button.on_click(lambda _: act())
        return button

    def _jump(self, change: Any) -> None:
        if change["new"] is not None:
            self.scene = change["new"]

    def _show(self) -> None:
        count = len(self.scenes)
        pathway = self.pathway
        self.flowchart.show(pathway)
        self._text.value = self._in_words(pathway)
        self._progress.value = f'<p role="status">Scene {self.scene} of {count}</p>'
        self.chooser.value = self.case
        numbers = [(str(number), number) for number in range(1, count + 1)]
        if self.jumps.options != tuple(numbers):
            self.jumps.options = numbers
            self.jumps.tooltips = [each.title for each in self.scenes]
        self.jumps.value = self.scene

    def _in_words(self, pathway: Pathway) -> str:
        """The scene in words, as HTML: only what the audience may see."""
        scene, before = self.shown, self.before
        return render(
            "scene",
            scene=scene,
            facts=() if before is None else new_facts(before, pathway),
            changes=() if before is None else changed_statuses(before, pathway),
            note=scene.note if self._notes else "",
            cited=capital(sections([scene.cited])),
            explained=Explained(terms(self.guide)),
        )
