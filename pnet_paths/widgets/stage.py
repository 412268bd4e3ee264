"""A stage for a lecture hall: one case, large, with boxes that stay blank until the class guessed.

What a blank box would say is nowhere in the page: the kernel draws it when it is opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

from ..api import Guide, Pathway
from ..drawing.layout import ranked
from ..drawing.render import render_svg
from ..drawing.stage_board import board
from ..errors import RenderError
from ..front.joining import module, style
from ..guide.sentences import INFERRED, capital, marked, sections
from ..statuses import Status
from ..teach.cases import changed_statuses, new_facts
from .scenes import Scenes, with_cases

__all__ = ["Stage", "present"]

_LEGEND = "  ".join(status.label for status in Status)


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


Block = list[Any]
"""An element for the page: its tag, its class, then texts and elements in it."""


class Stage(anywidget.AnyWidget, Scenes):
    """A case, scene by scene. ``case``, ``scene`` and ``opened`` can be read, set and observed.

    ``opened`` holds the groups whose boxes are open, in the order in which they were opened. Each
    scene keeps its own while the case is shown.
    """

    _esm = module("stage")
    _css = style("stage")

    opened = traitlets.Tuple()
    page = traitlets.Dict().tag(sync=True)
    """All that is seen, as plain values: see ``_page``."""

    def __init__(self, guide: Guide, case: str, predict: bool = True) -> None:
        self.guide = guide
        self.predict = predict
        self._groups = tuple(
            name for rank in ranked(guide) for name in rank if name in guide.treatments
        )
        self._kept: dict[tuple[str, int], tuple[str, ...]] = {}
        self._last = self._telling = ""
        super().__init__(case=case)
        self.on_msg(lambda _, message, __: self._asked(message))
        self.on_scene(self._enter)
        self.observe(self._follow, "opened")
        self._enter()

    def __repr__(self) -> str:
        return "The stage needs its cell to be run: click on it and press Shift + Enter."

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
        """Open the box of a group, or tell of it again; without one the next from the top."""
        name = group or next(iter(self.blank), "")
        if name in self.opened:
            self._last = name
            self._show()
        elif name:
            self._telling = name
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

    def _asked(self, message: dict[str, Any]) -> None:
        """What a key or a button of the page asks for."""
        wish = message.get("do")
        if wish == "on":
            self.go_on()
        elif wish == "open":
            self.open_box(message.get("box", ""))
        elif wish == "all":
            self.open_all()
        elif wish == "blank":
            self.opened = ()
        elif wish == "case":
            self.case = message.get("case") or self._next_case()
        elif wish == "scene":
            self.scene = message["scene"]
        elif wish in ("next", "back", "first", "last"):
            self.turn(wish)

    def _next_case(self) -> str:
        names = list(self.guide.cases)
        return names[(names.index(self.case) + 1) % len(names)]

    def _enter(self) -> None:
        """Show another scene, as open as it was left."""
        self._last = ""
        fresh = () if self.predict else self._groups
        kept = self._kept.get((self.case, self.scene), fresh)
        if self.opened == kept:
            self._show()
        else:
            self.opened = kept

    def _follow(self, _: object) -> None:
        self._last, self._telling = self._telling, ""
        self._show()

    def _show(self) -> None:
        self._kept[self.case, self.scene] = self.opened
        self.page = self._page(self.pathway, self.before)

    # -- what is seen -----------------------------------------------------------------------

    def _page(self, pathway: Pathway, before: Pathway | None) -> dict[str, Any]:
        """The scene as the front end shows it; of a blank box its name alone."""
        case = self.guide.cases[self.case]
        return {
            "svg": self._drawn(pathway, before),
            "names": {name: self._name(pathway, name) for name in self._groups},
            "blank": list(self.blank),
            "title": self.shown.title,
            "progress": f"{case.label} ({self.scene}\u00a0of\u00a0{len(case.scenes)})",
            "story": self._story(pathway, before),
            "explained": self._explained(pathway, before),
            "left": self._left(),
            "foot": f"{_LEGEND}  {INFERRED} our inference. {self.guide.footer}",
            "cases": [[each.id, each.label] for each in self.guide.cases.values()],
            "case": self.case,
            "titles": [scene.title for scene in case.scenes],
            "scene": self.scene,
            "last": self._last,
        }

    def _left(self) -> str:
        """What is still to come in the scene, or in the case."""
        if self.blank:
            return f"{len(self.blank)} of {len(self._groups)} boxes are blank."
        if self.scene < len(self.scenes):
            return ""
        more = " C goes to the next one." if len(self.guide.cases) > 1 else ""
        return f"End of this case.{more}"

    def _drawn(self, pathway: Pathway, before: Pathway | None) -> str:
        """The board; once every box is open, what has changed since the scene before is marked."""
        text = [f"{self._name(pathway, name)}." for name in self.opened]
        description = " ".join(text) or "Nothing is open yet."
        groups = [] if before is None or self.blank else pathway.changed_since(before)
        changed = [group.id for group in groups]
        try:
            source = board(pathway, self.opened, changed).source
            return render_svg(source, title=pathway.sentence, description=description)
        except RenderError as error:
            return str(error)

    def _name(self, pathway: Pathway, group: str) -> str:
        label = self.guide.treatments[group].label
        if group not in self.opened:
            return f"{label}: blank"
        line = pathway.verdict(group).line
        return f"{label}: {pathway.status[group].word}{f', {line}' if line else ''}"

    def _story(self, pathway: Pathway, before: Pathway | None) -> list[Block]:
        scene = self.shown
        blocks: list[Block] = [["p", "", scene.story]]
        if before is not None:
            facts: list[Block] = [["p", "", fact] for fact in new_facts(before, pathway)]
            blocks.append(["div", "pp-hall-new", *facts])
        if scene.question:
            blocks.append(["p", "pp-hall-asked", scene.question])
        return blocks

    def _explained(self, pathway: Pathway, before: Pathway | None) -> list[Block]:
        """About the box opened last; about all of them once every one is open."""
        if self._last:
            return self._about(pathway, self._last)
        if self.blank:
            return []
        blocks: list[Block] = []
        changes = changed_statuses(before, pathway) if before is not None else []
        if changes:
            blocks.append(["h3", "", "Changed since the last scene (underlined)"])
            rows = [["li", "", ["b", "", f"{s.label}:"], f" {labels}"] for s, labels in changes]
            blocks.append(["ul", "", *rows])
        blocks.append(["p", "pp-hall-known", pathway.sentence])
        cited = capital(sections([self.shown.cited]))
        return [*blocks, ["p", "pp-hall-cited", cited]] if cited else blocks

    def _about(self, pathway: Pathway, group: str) -> list[Block]:
        verdict = pathway.verdict(group)
        line = marked(verdict.line, verdict.inferred)
        why = verdict.reasons[0].why if verdict.reasons else ""
        if verdict.status is Status.NOT_NAMED:
            why = pathway.why_not(group).sentences[0]
        return [
            ["h3", "", self.guide.treatments[group].label],
            ["p", "", ["b", "", verdict.status.label], f": {line}" if line else ""],
            ["p", "", why],
            ["p", "pp-hall-cited", capital(sections([verdict.cited]))],
        ]
