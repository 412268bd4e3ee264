"""A guide in a folder whose tables are edited: read again, checked and reported on when saved."""

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
from .debounce import has_running_loop

__all__ = ["FollowedFolder"]

_CHECK_MILLISECONDS = 1000  # after which it is checked whether the widget is still open
_MOST_LINES = 12
_ERROR = "\u26a0\ufe0e Error"


class FollowedFolder(ipywidgets.VBox):
    """The findings of a check of the guide in ``folder``, and a button that reads it again.

    Saving a table does the same. ``show`` is called with each new guide that can be used; while
    tables cannot be used, the last good guide stays.
    """

    def __init__(self, folder: Path, guide: Guide, show: Callable[[Guide], None]) -> None:
        self._folder, self._guide, self._show = folder, guide, show
        self._last_stamps = self._stamps()
        self.reload_button = ipywidgets.Button(
            description="Reload", tooltip=f"Read the tables in {folder} again"
        )
        self.reload_button.on_click(lambda _: self.reload())
        self.message = ipywidgets.HTML()
        self.findings = ipywidgets.HTML(self._findings(guide))
        top = ipywidgets.Box([self.reload_button, self.message]).add_class("pp-bar")
        super().__init__([top, self.findings])
        self.add_class("pp-live")
        self._start_following()

    def reload(self) -> None:
        """Read the tables again."""
        self._last_stamps = self._stamps()
        self.message.value = ""  # so that a screen reader says the same words again
        try:
            guide = load_guide(self._folder)
        except (GuideError, OSError) as error:
            problems = getattr(error, "problems", (str(error),))
            self.message.value = _message(
                f"{_ERROR}: The tables cannot be used; the last good guide is shown.",
                problems,
                alarm=True,
            )
            self.findings.value = ""
            return
        changes = self._guide.diff(guide)
        self._guide = guide
        self._show(guide)
        self.findings.value = self._findings(guide)
        if changes:
            self.message.value = _message("Read again. What changed:", changes.sentences)
        else:
            self.message.value = _message("Read again. Nothing has changed.", ())

    def _stamps(self) -> dict[str, tuple[int, int]]:
        """By file name when each table was last saved, and its size."""
        stamps = {}
        for path in (path for paths in table_files(self._folder).values() for path in paths):
            try:
                status = path.stat()
            except OSError:  # it is being replaced at this moment
                continue
            stamps[path.name] = (status.st_mtime_ns, status.st_size)
        return stamps

    def _findings(self, guide: Guide) -> str:
        findings = Findings([*guide.check(), *unread_files(self._folder)])
        table = findings and findings._repr_html_()
        return render("checked", summary=findings.summary, table=table)

    def _start_following(self) -> None:
        """Start to follow the files, if this runs in a kernel."""
        if has_running_loop():
            self._task = asyncio.get_running_loop().create_task(self._follow())

    async def _follow(self) -> None:
        from watchfiles import awatch  # only where tables are followed

        ticks = awatch(
            self._folder, recursive=False, rust_timeout=_CHECK_MILLISECONDS, yield_on_timeout=True
        )
        async for _ in ticks:
            if self.comm is None:
                return
            if self._stamps() != self._last_stamps:
                self.reload()


def _message(head: str, lines: Sequence[str], alarm: bool = False) -> str:
    return render("reloaded", head=head, lines=lines, most=_MOST_LINES, alarm=alarm)
