"""The pieces of markup that labels are made of, with places for what changes.

They stand here once, for Python's drawings and for those that a page makes by itself: it gets them
with a guide, and with them how many characters go into a line.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .theme import INK

__all__ = ["WIDTHS", "bold", "font", "piece", "table"]

PIECES: Mapping[str, str] = MappingProxyType(
    {
        "font": '<FONT POINT-SIZE="{size}" COLOR="{ink}">{words}</FONT>',
        "bold": "<B>{words}</B>",
        "table": (
            '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="{space}" CELLPADDING="{padding}">'
            "{rows}</TABLE>"
        ),
        "cell": "<TR><TD>{words}</TD></TR>",
        "left": '<TR><TD COLSPAN="2" ALIGN="LEFT">{words}</TD></TR>',
        "head": '<TR><TD COLSPAN="2" ALIGN="LEFT" WIDTH="272">{words}</TD></TR>',
        "source": (
            '<TR><TD ALIGN="LEFT" BGCOLOR="{fill}">{name}</TD>'
            '<TD ALIGN="RIGHT" BGCOLOR="{fill}">{status}</TD></TR>'
        ),
        "row": '<TR><TD COLSPAN="2" HREF="#" ID="treatment-{id}">{table}</TD></TR>',
        "name_and_status": (
            '<TR><TD ALIGN="LEFT">{indent}{name}</TD><TD ALIGN="RIGHT">{status}</TD></TR>'
        ),
        "gap": "&#160;&#160;",
        "chips": "<TR>{chips}</TR>",
        "chip": (
            '<TD PORT="{level}" HREF="#" ID="answer-{factor}-{level}" BORDER="1" STYLE="rounded" '
            'COLOR="{ink}" BGCOLOR="{fill}">{words}</TD>'
        ),
        "room": '<TR><TD WIDTH="{width}" HEIGHT="{height}">{words}</TD></TR>',
        "wide": '<TR><TD COLSPAN="{span}" ALIGN="LEFT">{words}</TD></TR>',
        "mark": "<TD>{words}</TD>",
        "swatch": (
            '<TD BORDER="{border}" STYLE="rounded,{style}" COLOR="{ink}" BGCOLOR="{fill}">'
            "{words}</TD>"
        ),
        "struck": "<S>{words}</S>",
    }
)
WIDTHS: Mapping[str, int] = MappingProxyType(
    {
        "title": 92,
        "card": 18,
        "head": 26,
        "all": 36,
        "line": 22,
        "question": 30,
        "chip": 16,
        "chips": 66,
        "arrow": 14,
        "foot": 130,
    }
)
"""Characters in a line of each kind of text."""


def piece(name: str, /, **words: object) -> str:
    """A piece of markup with its places filled, by markup or escaped text."""
    return PIECES[name].format(**words)


def font(words: str, size: float, colour: str = INK) -> str:
    """Markup in a size and colour."""
    return piece("font", words=words, size=size, ink=colour)


def bold(words: str) -> str:
    """Markup in bold."""
    return piece("bold", words=words)


def table(rows: str, padding: int = 2, space: int = 0) -> str:
    """Rows as a table without lines, with points of room in its cells and between them."""
    return piece("table", rows=rows, padding=padding, space=space)
