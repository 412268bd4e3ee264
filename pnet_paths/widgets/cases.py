"""Teaching cases on the screen: a story in scenes, the drawing moving from one to the next."""

from __future__ import annotations

from pathlib import Path

import traitlets

from ..api import Guide
from ..drawing.picture import drawn
from ..front.hot_reload import widget_module, widget_style
from .scenes import Scenes, with_cases
from .shared_document import shared_document, shared_engine

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


class CasePlayer(Scenes):
    """A case, scene by scene. ``case`` and ``scene`` (from 1) can be read, set and observed.

    All that is seen is made in the page. Without ``notes`` the notes for the teacher are nowhere
    in it.
    """

    _esm = widget_module("player")
    _css = widget_style("explorer", "flowchart", "teaching")

    notes = traitlets.Dict().tag(sync=True)
    """By case the notes for the teacher, one a scene; empty where they are not to be shown."""

    def __init__(self, guide: Guide, case: str, notes: bool = False) -> None:
        self.guide = guide
        pathway = guide.evaluate(guide.cases[case].scenes[0].profile)
        told = guide.cases.values() if notes else ()
        super().__init__(
            case=case,
            document=shared_document(guide),
            engine=shared_engine(),
            notes={each.id: [scene.note for scene in each.scenes] for each in told},
            drawing={"codes": guide.space.codes(pathway.profile), "svg": drawn(pathway)},
        )
        self.add_class("pnet-paths").add_class("pp-player")
        self.on_scene(lambda: None)
