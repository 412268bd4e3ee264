"""The joined front end of a widget: as text, or as a file that is written anew after each edit.

anywidget reloads a front end that is a file whenever that file is saved and the environment says
``ANYWIDGET_HMR=1``. Ours is joined from many files: in a clone of the repository it is then joined
into one, and again after each part that is saved, so that an edit is seen in the open notebook.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Thread

from .module_joining import joined_module, joined_style, module_texts

__all__ = ["widget_module", "widget_style"]

_PARTS = Path(__file__).parent
_JOINED = _PARTS.parents[1] / "build" / "front"
_makers: dict[Path, Callable[[], str]] = {}


def widget_module(name: str) -> str | Path:
    """A widget's ``_esm``: what `module_joining.joined_module` joins."""
    return _text_or_file(f"{name}.js", lambda: joined_module(name))


def widget_style(*names: str) -> str | Path:
    """A widget's ``_css``: what `module_joining.joined_style` joins."""
    return _text_or_file(f"{'-'.join(names)}.css", lambda: joined_style(*names))


def _text_or_file(name: str, make: Callable[[], str]) -> str | Path:
    if os.environ.get("ANYWIDGET_HMR") != "1" or "site-packages" in _PARTS.parts:
        return make()
    _start_following()
    path = _JOINED / name
    path.write_text(make(), encoding="utf-8")
    _makers[path] = make
    return path


@cache
def _start_following() -> None:
    _JOINED.mkdir(parents=True, exist_ok=True)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    from watchfiles import watch  # only for who edits the front end

    for _ in watch(_PARTS):
        for cached in (joined_module, module_texts, joined_style):
            cached.cache_clear()
        try:
            _rewrite_files()
        except (OSError, ValueError) as error:  # half saved, or not joined yet: the last one stays
            print(f"The front end stays as it was: {error}", file=sys.stderr)


def _rewrite_files() -> None:
    for path, text in [(path, make()) for path, make in list(_makers.items())]:
        if text != path.read_text(encoding="utf-8"):
            path.write_text(text, encoding="utf-8")
