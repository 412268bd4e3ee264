"""The texts in the drawing, as Graphviz's HTML-like labels.

Table text is data: every piece goes through `_lines`, so nothing in a table can become markup, an
attribute or a link.
"""

from __future__ import annotations

import html
import re
import textwrap

from .look import INFERRED, INK, LOOKS, SOFT_INK
from .pathway import Pathway, View
from .route import Decision

__all__ = ["arrow_label", "card", "decision", "foot", "marked", "title"]

_LINES = {
    "━▶ on the way": INK,
    "╌▶ depends": LOOKS["depends"].ink,
    "─▶ not taken": LOOKS["not_indicated"].ink,
    f"{INFERRED} our inference": SOFT_INK,
}
_CARD_WIDTH = 30
_LINE_WIDTH = 36
_FOLDED_WIDTH = 24


def arrow_label(words: str) -> str:
    """A step's label, with room to the arrow that it stands beside.

    >>> "a &lt;b&gt; &amp; c" in arrow_label("a <b> & c")
    True
    """
    return f"<{_table(f'<TR><TD>{_lines(words, 14)}</TD></TR>', padding=3)}>"


def _lines(words: str, width: int, align: str = "") -> str:
    clean = re.sub("[ \t\r\n]+", " ", words).strip()  # a no-break space stays
    # Graphviz reads \\N and the like even in a label of this kind.
    escaped = [html.escape(line).replace("\\", "\\\\") for line in _wrapped(clean, width)]
    # Graphviz aligns a line by the break after it; a label without any text would draw nothing.
    end = f'<BR ALIGN="{align}"/>' if align else "<BR/>"
    return (end.join(escaped) or "&#160;") + (end if align and len(escaped) > 1 else "")


def _wrapped(words: str, width: int) -> list[str]:
    """As few lines as ``width`` allows, of like length: a last line of one word looks wrong.

    >>> _wrapped("one two three four", 15)
    ['one two', 'three four']
    """
    fewest = textwrap.wrap(words, width)
    longest = max(map(len, words.split()), default=0)
    for narrower in range(max(longest, -(-len(words) // max(1, len(fewest)))), width):
        lines = textwrap.wrap(words, narrower)
        if len(lines) == len(fewest):
            return lines
    return fewest


def marked(words: str, inferred: bool) -> str:
    """Words, with the mark of an inference if they are one."""
    return f"{words}\u00a0{INFERRED}" if inferred else words


def title(pathway: Pathway) -> str:
    """The profile in a sentence, above the drawing."""
    return f"<{_font(f'<B>{_lines(pathway.sentence, 92)}</B>', 19)}>"


def foot(pathway: Pathway) -> str:
    """The legend, the source and the disclaimer, below the drawing."""
    swatches = "".join(
        f'<TD BORDER="{max(1, round(look.width))}" STYLE="rounded,{look.border}" '
        f'COLOR="{look.ink}" BGCOLOR="{look.fill}" HREF="#" ID="legend-{status}">'
        f"{_font(str(look), 12, look.ink)}</TD>"
        for status, look in LOOKS.items()
    )
    lines = "".join(f"<TD>{_font(mark, 12, colour)}</TD>" for mark, colour in _LINES.items())
    words = _font(_lines(pathway.footer, 120), 12, SOFT_INK)
    return (
        '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="5" CELLPADDING="3">'
        f'<TR>{swatches}{lines}</TR><TR><TD COLSPAN="{len(LOOKS) + len(_LINES)}">{words}</TD></TR>'
        "</TABLE>>"
    )


def decision(found: Decision) -> str:
    """A question, and below it the profile's answer."""
    quiet = LOOKS["not_indicated"].ink
    off = found.state == "off"
    question = _font(_lines(found.question, 14), 15, quiet if off else INK)
    if off:
        return f"<{question}>"
    colour = INK if found.answer else LOOKS["depends"].ink
    answer = _font(f"<B>{_lines(found.answer or 'not known', 20)}</B>", 15, colour)
    return f"<{question}<BR/>{answer}>"


def card(pathway: Pathway, group: str, view: View) -> str:
    """A group: its name and status, why, and its members, each with its own status."""
    if view == "path" and pathway.status[group] in ("not_indicated", "not_recommended"):
        return _table(_folded(pathway, group))
    rows = [_row(pathway, group)]
    line = pathway.line(group)
    if line:
        line = marked(line, pathway.inferred(group))
        words = _font(_lines(line, _LINE_WIDTH, "LEFT"), 12, SOFT_INK)
        rows.append(f'<TR><TD COLSPAN="2" ALIGN="LEFT">{words}</TD></TR>')
    for depth, member in pathway.walk(group, 1):
        if view == "map" or pathway.status[member.id] != "not_indicated":
            rows.append(_row(pathway, member.id, depth))
    return _table("".join(rows))


def _folded(pathway: Pathway, group: str) -> str:
    """A group that is not offered: its name, and its status where that says more than grey does."""
    status = pathway.status[group]
    look = LOOKS[status]
    name = _lines(pathway.guide.treatments[group].label, _CARD_WIDTH)
    if status == "not_indicated":
        return f"<TR><TD>{_font(f'<B>{name}</B>', 14, look.ink)}</TD></TR>"
    told = [f"<B>{_font(name, 15)}</B>", _font(str(look), 12, look.ink)]
    line = pathway.line(group)
    if line:
        words = marked(line, pathway.inferred(group))
        told.append(_font(_lines(words, _FOLDED_WIDTH), 12, SOFT_INK))
    return "".join(f"<TR><TD>{words}</TD></TR>" for words in told)


def _row(pathway: Pathway, treatment: str, depth: int = 0) -> str:
    """A treatment's name and status. Its link becomes the row's own element in the SVG."""
    status = pathway.status[treatment]
    look = LOOKS[status]
    name = _lines(pathway.guide.treatments[treatment].label, _CARD_WIDTH, "LEFT")
    ink = look.ink if status == "not_indicated" else INK
    named = _font(name, 15 - depth, ink) if depth else _font(f"<B>{name}</B>", 15, ink)
    link = f' HREF="#" ID="treatment-{treatment}"' if depth else ""
    indent = "&#160;" * 3 * max(0, depth - 1)
    inner = (
        f'<TR><TD ALIGN="LEFT">{indent}{named}</TD>'
        f'<TD ALIGN="RIGHT">&#160;&#160;{_font(str(look), 12, look.ink)}</TD></TR>'
    )
    return f'<TR><TD COLSPAN="2"{link}>{_table(inner, padding=1)}</TD></TR>'


def _table(rows: str, padding: int | None = None) -> str:
    space = "" if padding is None else f' CELLPADDING="{padding}"'
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0"{space}>{rows}</TABLE>'


def _font(words: str, size: int, colour: str = INK) -> str:
    return f'<FONT POINT-SIZE="{size}" COLOR="{colour}">{words}</FONT>'
