"""The explorer's style sheet: its CSS file, and the dark counterparts of the drawing's colours."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ..look import DARK

__all__ = ["style"]

_DARK_PAGE = 'body[data-jp-theme-light="false"] .pnet-paths'


@cache
def style() -> str:
    """The style sheet as text.

    The drawing carries its light colours as attributes, so that it looks right wherever it is
    saved to; on a dark page each is replaced by its counterpart.
    """
    written = files(__package__).joinpath("explorer.css").read_text(encoding="utf-8")
    swaps = (
        f'{_DARK_PAGE} .pp-drawing svg [{part}="{light}"] {{ {part}: {dark} }}'
        for light, dark in DARK.items()
        for part in ("fill", "stroke")
    )
    return "\n".join([written, *swaps])
