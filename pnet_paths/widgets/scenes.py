"""A teaching case, scene by scene: which one is shown, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from ..api import Guide, Pathway, load_guide
from ..arguments import to_whole_number
from ..errors import PnetPathsError
from ..tables.models import Scene
from ..teach.cases import known_case
from .cell_output import Showing
from .shared_document import instance

__all__ = ["Scenes", "with_cases"]


def with_cases(guide: Guide | str | Path | None, case: str | None) -> tuple[Guide, str]:
    """A guide that has cases, and the one to begin with: the first, unless it is named.

    Raises:
        GuideError: the folder's tables cannot be used.
        PnetPathsError: the guide has no such case, or none at all.
    """
    loaded = guide if isinstance(guide, Guide) else load_guide(guide)
    if not loaded.cases:
        raise PnetPathsError("this guide has no cases: write some in cases.csv")
    return loaded, known_case(loaded, next(iter(loaded.cases)) if case is None else case)


class Scenes(Showing, anywidget.AnyWidget):
    """Which scene of which case is shown; ``scene`` counts from 1 and stays within the case."""

    _from_page = False

    case = traitlets.Unicode().tag(sync=True)
    scene = traitlets.Int(1).tag(sync=True)
    document: Any = instance()
    engine: Any = instance()
    drawing = traitlets.Dict().tag(sync=True)
    """The first drawing and what it shows, to be seen before the page can lay out its own."""
    guide: Guide

    def still(self) -> dict[str, Any]:
        """The scene that is shown first, for whoever opens the notebook without Python."""
        texts = [text for text in (self.shown.story, self.shown.question) if text]
        return {"title": self.shown.title, "texts": texts, "image": self._image()}

    def _image(self) -> str:
        """The drawing as an HTML image."""
        found: str = self.pathway._repr_mimebundle_().get("text/html", "")
        return found

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.case!r}, scene {self.scene})"

    @traitlets.validate("case")
    def _checked_case(self, proposal: Any) -> str:
        return known_case(self.guide, proposal["value"])

    @traitlets.validate("scene")
    def _checked_scene(self, proposal: Any) -> int:
        return max(1, min(len(self.scenes), int(proposal["value"])))

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """The scenes of the case."""
        return self.guide.cases[self.case].scenes

    @property
    def shown(self) -> Scene:
        """The scene that is shown."""
        return self.scenes[self.scene - 1]

    @property
    def pathway(self) -> Pathway:
        """The pathway of the scene that is shown."""
        return self.guide.evaluate(self.shown.profile)

    def go(self, steps: int) -> None:
        """Some scenes forward, or back; no further than the case goes."""
        self.scene += to_whole_number(steps, "steps")

    def turn(self, step: str) -> None:
        """To the scene that a key asks for: next, back, first or last.

        Raises:
            PnetPathsError: ``step`` is none of these.
        """
        last = len(self.scenes)
        goals = {"next": self.scene + 1, "back": self.scene - 1, "first": 1, "last": last}
        if not isinstance(step, str) or step not in goals:
            raise PnetPathsError(f'"{step}" is not a step ({", ".join(goals)})')
        self.scene = goals[step]

    def on_scene(self, act: Callable[[], object]) -> None:
        """Do something whenever Python shows another scene; another case begins with its first."""

        def show(change: Any) -> None:
            if self._from_page:
                return
            if change["name"] == "case" and self.scene != 1:
                self.scene = 1
            else:
                act()

        self.observe(show, ["case", "scene"])

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take what the page shows, as it is.

        A slow kernel gets several steps of a page in one message, such as another scene together
        with the boxes that were opened in it.
        """
        self._from_page = True
        try:
            super().set_state(sync_data)
        finally:
            self._from_page = False
