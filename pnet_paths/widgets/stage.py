"""A stage for a lecture hall: one case, large, with boxes that stay blank until the class guessed.

What a blank box would say is nowhere on the page before it is opened: not in what is drawn, nor in
a title, a description or what is read aloud. The page works it out of the guide when it is asked.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from ..api import Guide, Pathway
from ..drawing.picture import as_image
from ..drawing.places import groups_in_order
from ..drawing.render import render_svg
from ..drawing.stage_board import board
from ..errors import RenderError
from ..front.hot_reload import widget_module, widget_style
from .scenes import Scenes, with_cases
from .shared_document import shared_document, shared_engine

__all__ = ["Stage", "present"]


def present(
    case: str | None = None, guide: Guide | str | Path | None = None, predict: bool = True
) -> Stage:
    """A case on a stage, to be shown in a notebook or a Voila page and presented by keyboard.

    Args:
        case: the case to begin with; the first one if it is left out.
        guide: a `Guide`, the folder of one, or None for the packaged guide.
        predict: whether the boxes of a scene are blank at first, to be opened one by one or all.

    Raises:
        GuideError: the folder's tables cannot be used.
        PnetPathsError: the guide has no such case, or none at all.
    """
    return Stage(*with_cases(guide, case), predict)


class Stage(Scenes):
    """A case, scene by scene. ``case``, ``scene`` and ``opened`` can be read, set and observed.

    ``opened`` holds the groups whose boxes are open, in the order in which they were opened. Each
    scene keeps its own while the case is shown.
    """

    _esm = widget_module("stage")
    _css = widget_style("stage")

    opened = traitlets.Tuple().tag(sync=True)
    predict = traitlets.Bool(True).tag(sync=True)

    def __init__(self, guide: Guide, case: str, predict: bool = True) -> None:
        self.guide = guide
        self._groups = groups_in_order(guide)
        opened = () if predict else self._groups
        self._kept = {(case, 1): opened}
        shown = {"case": case, "scene": 1, "opened": list(opened)}
        pathway = guide.evaluate(guide.cases[case].scenes[0].profile)
        super().__init__(
            document=shared_document(guide),
            engine=shared_engine(),
            drawing={"shown": shown, "svg": _drawn(pathway, opened)},
            predict=predict,
            **shown,
        )
        self.on_scene(self._enter)
        self.observe(self._keep, "opened")

    def _image(self) -> str:
        return as_image(self.drawing["svg"], self.pathway.sentence)

    @traitlets.validate("opened")
    def _checked_opened(self, proposal: Any) -> tuple[str, ...]:
        for name in proposal["value"]:
            if name not in self._groups:
                raise traitlets.TraitError(
                    f'"{name}" is not a box of the stage ({", ".join(self._groups)})'
                )
        return tuple(dict.fromkeys(proposal["value"]))

    @property
    def blank(self) -> tuple[str, ...]:
        """The groups whose boxes are not open yet, from the top of the drawing."""
        return tuple(name for name in self._groups if name not in self.opened)

    def open_box(self, group: str = "") -> None:
        """Open the box of a group; without one the next from the top."""
        name = group or next(iter(self.blank), "")
        if name:
            self.opened = (*self.opened, name)

    def open_all(self) -> None:
        """Open every box."""
        self.opened = (*self.opened, *self.blank)

    def go_on(self) -> None:
        """What a presenter's remote asks for: open what is blank, then go to the next scene."""
        if self.blank:
            self.open_all()
        else:
            self.go(1)

    def _enter(self) -> None:
        """Another scene is as open as it was left."""
        fresh = () if self.predict else self._groups
        self.opened = self._kept.get((self.case, self.scene), fresh)

    def _keep(self, _: object) -> None:
        self._kept[self.case, self.scene] = self.opened


def _drawn(pathway: Pathway, opened: tuple[str, ...]) -> str:
    """The board; where there is no Graphviz nothing: the page may have its own."""
    try:
        source = board(pathway, opened).source
        return render_svg(source, title=pathway.sentence, description="The board of the stage.")
    except RenderError:
        return ""
