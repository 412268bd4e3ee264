"""A teaching case, scene by scene: which one is shown, and what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from ..api import Guide, Pathway, load_guide
from ..arguments import to_whole_number
from ..drawing.picture import as_image, unframed_svg
from ..drawing.theme import View
from ..errors import PnetPathsError
from ..tables.models import Scene
from ..teach.cases import to_case
from .cell_output import CellOutput
from .shared_document import shared_document, shared_engine, shared_trait

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
    return loaded, to_case(loaded, next(iter(loaded.cases)) if case is None else case)


class Scenes(CellOutput, anywidget.AnyWidget):
    """Which scene of which case is shown; ``scene`` counts from 1 and stays within the case.

    ``guess`` names the groups of treatments that are expected to be offered, ``revealed`` says
    whether the answer is shown. ``case``, ``scene`` and both can be read, set and observed. All
    that is seen is made in the page; before the answer is shown, it is nowhere in what is seen or
    read aloud. Without ``notes`` the notes for the teacher are nowhere in the page.
    """

    _from_page = False

    case = traitlets.Unicode().tag(sync=True)
    scene = traitlets.Int(1).tag(sync=True)
    guess = traitlets.Tuple().tag(sync=True)
    revealed = traitlets.Bool(False).tag(sync=True)
    predict = traitlets.Bool(True).tag(sync=True)
    notes = traitlets.Dict().tag(sync=True)
    """By case the notes for the teacher, one a scene; empty where they are not to be shown."""
    document: Any = shared_trait()
    engine: Any = shared_trait()
    drawing = traitlets.Dict().tag(sync=True)
    """The first drawing and its profile, to be seen before the page can lay out its own."""
    guide: Guide

    def __init__(self, guide: Guide, case: str, notes: bool = False, predict: bool = True) -> None:
        self.guide = guide
        pathway = guide.evaluate(guide.cases[case].scenes[0].profile)
        cases = guide.cases.values() if notes else ()
        view: View = "blank" if predict else "path"
        super().__init__(
            case=case,
            revealed=not predict,
            predict=predict,
            document=shared_document(guide),
            engine=shared_engine(),
            notes={each.id: [scene.note for scene in each.scenes] for each in cases},
            drawing={
                "view": view,
                "codes": guide.space.codes(pathway.profile),
                "svg": unframed_svg(pathway, view),
            },
        )
        self.add_class("pnet-paths")
        self.observe(self._start_unguessed, ["case", "scene"])

    def preview(self) -> dict[str, Any]:
        """The scene that is shown, for readers who open the notebook without Python."""
        texts = [text for text in (self.shown.story, self.shown.question) if text]
        return {
            "title": self.shown.title,
            "texts": texts,
            "image": as_image(self.drawing["svg"], self.pathway.sentence),
        }

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.case!r}, scene {self.scene})"

    @traitlets.validate("case")
    def _validate_case(self, proposal: Any) -> str:
        return to_case(self.guide, proposal["value"])

    @traitlets.validate("guess")
    def _validate_guess(self, proposal: Any) -> tuple[str, ...]:
        groups = [group.id for group in self.guide.groups]
        for name in proposal["value"]:
            if name not in groups:
                raise traitlets.TraitError(
                    f'"{name}" is not a group of treatments ({", ".join(groups)})'
                )
        return tuple(dict.fromkeys(proposal["value"]))

    @traitlets.validate("scene")
    def _validate_scene(self, proposal: Any) -> int:
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
        """Go some scenes forward, or back if negative; no further than the case goes."""
        self.scene += to_whole_number(steps, "steps")

    def _start_unguessed(self, change: Any) -> None:
        """Start another case with its first scene, and a scene that Python shows with no guess."""
        if self._from_page:
            return
        if change["name"] == "case" and self.scene != 1:
            self.scene = 1
        else:
            self.guess, self.revealed = (), not self.predict

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take the state of the page as it is.

        A slow kernel gets several steps of a page in one message, such as another scene together
        with the guess in it, which would be reset otherwise.
        """
        self._from_page = True
        try:
            super().set_state(sync_data)
        finally:
            self._from_page = False
