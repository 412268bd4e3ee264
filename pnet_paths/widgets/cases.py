"""Teaching cases on the screen: a story in scenes, each guessed before its answer is shown."""

from __future__ import annotations

from pathlib import Path

from ..api import Guide
from ..front.hot_reload import widget_module, widget_style
from .scenes import Scenes, with_cases

__all__ = ["CasePlayer", "play"]


def play(
    case: str | None = None,
    guide: Guide | str | Path | None = None,
    notes: bool = False,
    predict: bool = True,
) -> CasePlayer:
    """The player of a guide's teaching cases, to be shown in a notebook.

    Args:
        case: the case to begin with; the first one if it is left out.
        guide: a `Guide`, the folder of one, or None for the packaged guide.
        notes: whether the notes for the teacher are shown.
        predict: whether a scene is blank until it was guessed, or shown with its answer at once.

    Raises:
        GuideError: the folder's tables cannot be used.
        PnetPathsError: the guide has no such case, or none at all.
    """
    return CasePlayer(*with_cases(guide, case), notes, predict)


class CasePlayer(Scenes):
    """A case, scene by scene, beside its story."""

    _esm = widget_module("player")
    _css = widget_style("explorer", "common", "flowchart", "teaching")

    def __init__(self, guide: Guide, case: str, notes: bool = False, predict: bool = True) -> None:
        super().__init__(guide, case, notes, predict)
        self.add_class("pp-player")
