"""The joined front end as a widget takes it: as text, or as files that follow their parts.

anywidget shows anew what it was given as a file, whenever that file is saved and the environment
says ``ANYWIDGET_HMR=1``. Ours is joined from many: then, in a clone of the repository, it is joined
into a file, and again after each part that is saved. So who edits a module or a style sheet sees it
in the open notebook.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Thread

from .module_joining import module, sources, style

__all__ = ["widget_module", "widget_style"]

_PARTS = Path(__file__).parent
_JOINED = _PARTS.parents[1] / "build" / "front"
_makers: dict[Path, Callable[[], str]] = {}


def widget_module(name: str) -> str | Path:
    """A widget's ``_esm``: what `module_joining.module` joins."""
    return _given(f"{name}.js", lambda: module(name))


def widget_style(*names: str) -> str | Path:
    """A widget's ``_css``: what `module_joining.style` joins."""
    return _given(f"{'-'.join(names)}.css", lambda: style(*names))


def _given(name: str, make: Callable[[], str]) -> str | Path:
    if os.environ.get("ANYWIDGET_HMR") != "1" or "site-packages" in _PARTS.parts:
        return make()
    _begin_to_follow()
    path = _JOINED / name
    path.write_text(make(), encoding="utf-8")
    _makers[path] = make
    return path


@cache
def _begin_to_follow() -> None:
    _JOINED.mkdir(parents=True, exist_ok=True)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    from watchfiles import watch  # only for who edits the front end

    for _ in watch(_PARTS):
        for cached in (module, sources, style):
            cached.cache_clear()
        try:
            _join_again()
        except (OSError, ValueError) as error:  # half saved, or not joined yet: the last one stays
            print(f"The front end stays as it was: {error}", file=sys.stderr)


def _join_again() -> None:
    for path, text in [(path, make()) for path, make in list(_makers.items())]:
        if text != path.read_text(encoding="utf-8"):
            path.write_text(text, encoding="utf-8")
