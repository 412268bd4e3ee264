"""A guide in a folder while its tables are edited: read again, checked, and told of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

import ipywidgets

from ..api import Guide, load_guide
from ..check import Findings, unread_files
from ..errors import GuideError
from ..markup import render
from ..tables.files import table_files
from .debounce import nobody_listens

__all__ = ["Live"]

_LOOK_AGAIN = 1000  # milliseconds after which it is seen whether this is still shown
_SHOWN = 12
_ERROR = "\u26a0\ufe0e Error"


class Live(ipywidgets.VBox):
    """What is found in the guide of ``folder``, and a button that reads it again.

    Saving a table does the same. ``show`` gets each new guide that can be used; while the tables
    are broken, the last good one stays.
    """

    def __init__(self, folder: Path, guide: Guide, show: Callable[[Guide], None]) -> None:
        self._folder, self._guide, self._show = folder, guide, show
        self._seen = self._stamps()
        self.again = ipywidgets.Button(
            description="Reload", tooltip=f"Read the tables in {folder} again"
        )
        self.again.on_click(lambda _: self.reload())
        self.told = ipywidgets.HTML()
        self.found = ipywidgets.HTML(self._findings(guide))
        top = ipywidgets.Box([self.again, self.told]).add_class("pp-bar")
        super().__init__([top, self.found])
        self.add_class("pp-live")
        self._watch()

    def reload(self) -> None:
        """Read the tables again."""
        self._seen = self._stamps()
        self.told.value = ""  # so that the same words are heard again
        try:
            guide = load_guide(self._folder)
        except (GuideError, OSError) as error:
            problems = getattr(error, "problems", (str(error),))
            self.told.value = _said(
                f"{_ERROR}: The tables cannot be used; shown is the last good one.",
                problems,
                alarm=True,
            )
            self.found.value = ""
            return
        changes = self._guide.diff(guide)
        self._guide = guide
        self._show(guide)
        self.found.value = self._findings(guide)
        if changes:
            self.told.value = _said("Read again. What changed:", changes.sentences)
        else:
            self.told.value = _said("Read again. Nothing has changed.", ())

    def _stamps(self) -> dict[str, tuple[int, int]]:
        """When each table was saved last, and its size."""
        found = {}
        for path in (path for paths in table_files(self._folder).values() for path in paths):
            try:
                status = path.stat()
            except OSError:  # it is being replaced at this moment
                continue
            found[path.name] = (status.st_mtime_ns, status.st_size)
        return found

    def _findings(self, guide: Guide) -> str:
        found = Findings([*guide.check(), *unread_files(self._folder)])
        return render("checked", summary=found.summary, table=found and found._repr_html_())

    def _watch(self) -> None:
        """Follow the files as long as this is shown and a kernel listens."""
        if not nobody_listens():
            self._following = asyncio.get_running_loop().create_task(self._follow())

    async def _follow(self) -> None:
        from watchfiles import awatch  # only where tables are followed

        ticks = awatch(
            self._folder, recursive=False, rust_timeout=_LOOK_AGAIN, yield_on_timeout=True
        )
        async for _ in ticks:
            if self.comm is None:
                return
            if self._stamps() != self._seen:
                self.reload()


def _said(head: str, lines: Sequence[str], alarm: bool = False) -> str:
    return render("reloaded", head=head, lines=lines, most=_SHOWN, alarm=alarm)
