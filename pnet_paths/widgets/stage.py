"""A stage for a lecture hall: one case, large, its boxes blank until the class has guessed."""

from __future__ import annotations

from pathlib import Path

from ..api import Guide
from ..front.hot_reload import widget_module, widget_style
from .scenes import Scenes, with_cases

__all__ = ["Stage", "present"]


def present(
    case: str | None = None,
    guide: Guide | str | Path | None = None,
    predict: bool = True,
    notes: bool = False,
) -> Stage:
    """A case on a stage, to be shown in a notebook or a Voila page and presented by keyboard.

    Args:
        case: the case to begin with; the first one if it is left out.
        guide: a `Guide`, the folder of one, or None for the packaged guide.
        predict: whether the boxes of a scene are blank at first.
        notes: whether the presenter's window has the notes for the teacher.

    Raises:
        GuideError: the folder's tables cannot be used.
        PnetPathsError: the guide has no such case, or none at all.
    """
    return Stage(*with_cases(guide, case), notes, predict)


class Stage(Scenes):
    """A case, scene by scene, as large as the screen."""

    _esm = widget_module("stage")
    _css = widget_style("explorer", "common", "flowchart", "teaching", "stage")
