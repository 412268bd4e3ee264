"""A progress bar for work that lasts longer than two seconds, in notebooks and terminals."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import copy_context
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import Any

__all__ = ["Task", "progress_bar"]

_DELAY, _TICK = 2.0, 0.5  # seconds


@dataclass(eq=False)
class Task:
    """A piece of work: its label, its number of steps, if known, and the steps done."""

    label: str
    total: int | None
    done: int = 0
    start: float = field(default_factory=time.time)

    def advance(self, steps: int = 1) -> None:
        """Count steps as done."""
        self.done += steps


@contextmanager
def progress_bar(label: str, total: int | None = None) -> Iterator[Task]:
    """Show a bar while the block runs: in a notebook, or on standard error if it is a terminal.

    The innermost of nested blocks is shown.

    Args:
        label: what is being done, such as "Making questions".
        total: the number of steps; without it the bar counts seconds.

    Yields:
        The task; call its `Task.advance` after each step.
    """
    task = Task(label, total)
    with _BAR.showing(task) if _is_seen() else nullcontext():
        yield task


class _Bar:
    """The bar, in a thread of its own, so that it appears even during a long step."""

    def __init__(self) -> None:
        self._tasks: list[Task] = []
        self._lock = Lock()

    @contextmanager
    def showing(self, task: Task) -> Iterator[None]:
        with self._lock:
            self._tasks.append(task)
            is_first = len(self._tasks) == 1
        if is_first:
            ended = Event()
            # In this context a notebook shows the bar below the cell that runs.
            thread = Thread(target=copy_context().run, args=(self._show, ended), daemon=True)
            thread.start()
        try:
            yield
        finally:
            if is_first:
                ended.set()
                thread.join()
            self._tasks.remove(task)

    def _show(self, ended: Event) -> None:
        if ended.wait(_DELAY):
            return
        while not ended.is_set():
            task = self._tasks[-1]
            with _tqdm_bar(task) as bar:
                bar.start_t = task.start
                while self._tasks[-1] is task and not ended.is_set():
                    bar.n = task.done
                    bar.refresh()
                    ended.wait(_TICK)
                bar.total = bar.n  # otherwise a notebook keeps the unfinished bar, in red


_BAR = _Bar()


@contextmanager
def _tqdm_bar(task: Task) -> Iterator[Any]:
    """Show a bar of tqdm for a task, and remove it at the end."""
    from tqdm.auto import tqdm  # imported only if needed
    from tqdm.notebook import tqdm_notebook

    if not issubclass(tqdm, tqdm_notebook):
        with tqdm(**_tqdm_options(task)) as bar:
            yield bar
        return
    import IPython.display

    display: Any = IPython.display.display  # has no types
    with tqdm(display=False, **_tqdm_options(task)) as bar:
        place = display(bar.container, display_id=True)
        yield bar
    # A saved notebook would keep the closed widget, and report later that it is missing.
    place.update({"text/html": "", "text/plain": ""}, raw=True)


def _tqdm_options(task: Task) -> dict[str, Any]:
    seconds = {"bar_format": "{desc}: {elapsed}"} if task.total is None else {}
    is_large = task.total is not None and task.total >= 10_000  # 8.00M instead of 8000000
    labels = {"desc": task.label, "total": task.total}
    return {**labels, "leave": False, "dynamic_ncols": True, "unit_scale": is_large, **seconds}


def _is_seen() -> bool:
    ipython: Any = sys.modules.get("IPython")
    in_notebook = ipython is not None and hasattr(ipython.get_ipython(), "kernel")
    return in_notebook or (sys.stderr is not None and sys.stderr.isatty())
