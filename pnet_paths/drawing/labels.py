"""The texts in the drawing, as Graphviz's HTML-like labels.

Table text is data: every piece goes through `text`, so nothing in a table can become markup, an
attribute or a link.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection

from ..guide.pathway import PathwayValue
from ..guide.route import Decision
from ..guide.sentence_patterns import said
from ..guide.sentences import INFERRED, TOGETHER, listed, marked
from ..statuses import OFFERED, Status
from ..tables.models.treatments import COMBINED
from .fragments import WIDTHS, bold, font, piece, table
from .line_breaks import wrapped
from .theme import INK, LOOKS, SOFT_INK, View

__all__ = [
    "MAP_TITLE_WIDTH",
    "arrow_label",
    "card",
    "decision",
    "foot",
    "has_own_no",
    "text",
    "title",
]

_LINES = {
    "━▶ on the way": INK,
    "╌▶ depends": LOOKS[Status.DEPENDS].ink,
    "─▶ not taken": LOOKS[Status.NOT_NAMED].ink,
    f"{INFERRED} our inference": SOFT_INK,
    f"{TOGETHER} may be combined": SOFT_INK,
}
MAP_TITLE_WIDTH = 130
"""Characters in a line of a map's title."""
# Room, in points, for the widest text that may come to stand there.
_MAP_TITLE_HEIGHT = 58
_STATUS_WIDTH = 140
_SYMBOL_WIDTH = 32
_BOLD = 10


def arrow_label(words: str, narrow: bool = False) -> str:
    """A step's label, with room to the arrow that it stands beside.

    >>> "a &lt;b&gt; &amp; c" in arrow_label("a <b> & c")
    True
    """
    longest = max(map(len, re.split("[ -]", words)))
    most = WIDTHS["arrow"]
    width = min(most, max(WIDTHS["narrow"], longest)) if narrow else most
    return f"<{table(piece('cell', words=text(words, width)), padding=3)}>"


def text(words: str, width: int, align: str = "", indent: str = "") -> str:
    """Table text as lines of a label, each with an indent.

    Args:
        words: the text, as a table has it.
        width: the longest line, in characters.
        align: LEFT or RIGHT; the middle where it is empty.
        indent: what each line begins with, as markup.

    >>> text("R&D", 20)
    'R&amp;D'
    """
    clean = re.sub("[ \t\r\n]+", " ", words).strip()  # a no-break space stays
    # Graphviz reads \\N and the like even in a label of this kind.
    escaped = [indent + html.escape(line).replace("\\", "\\\\") for line in wrapped(clean, width)]
    # Graphviz aligns a line by the break after it; a label without any text would draw nothing.
    end = f'<BR ALIGN="{align}"/>' if align else "<BR/>"
    return (end.join(escaped) or "&#160;") + (end if align and len(escaped) > 1 else "")


def title(pathway: PathwayValue, view: View) -> str:
    """The profile in a sentence, above the drawing. In a map it takes the same room always."""
    if view == "path":
        return f"<{font(bold(text(pathway.sentence, WIDTHS['title'])), 19)}>"
    words = font(bold(text(pathway.sentence, MAP_TITLE_WIDTH)), 15)
    cell = f'<TD HEIGHT="{_MAP_TITLE_HEIGHT}" HREF="#" ID="sentence">{words}</TD>'
    return f"<{table(f'<TR>{cell}</TR>')}>"


def foot(pathway: PathwayValue) -> str:
    """The legend, the source and the disclaimer, below the drawing."""
    swatches = "".join(
        f'<TD BORDER="{max(1, round(look.width))}" STYLE="rounded,{look.border}" '
        f'COLOR="{look.ink}" BGCOLOR="{look.fill}" HREF="#" ID="legend-{status}">'
        f"{font(status.label, 12, look.ink)}</TD>"
        for status, look in LOOKS.items()
    )
    lines = "".join(f"<TD>{font(mark, 12, colour)}</TD>" for mark, colour in _LINES.items())
    words = font(text(pathway.footer, 120), 12, SOFT_INK)
    return (
        '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="5" CELLPADDING="3">'
        f'<TR>{swatches}{lines}</TR><TR><TD COLSPAN="{len(LOOKS) + len(_LINES)}">{words}</TD></TR>'
        "</TABLE>>"
    )


def decision(pathway: PathwayValue, found: Decision, view: View) -> str:
    """A question, and below it the profile's answer. In a map it takes the same room always.

    Args:
        pathway: what is drawn.
        found: the question and its answer.
        view: path or map.
    """
    off = found.state == "off"
    question = font(
        text(found.question, WIDTHS["question"]), 15, LOOKS[Status.NOT_NAMED].ink if off else INK
    )
    if off and view == "path":
        return f"<{question}>"
    answer = found.answer or said("not_known")
    colour = INK if found.answer else LOOKS[Status.DEPENDS].ink
    bold_answer = font(
        bold(text(answer, WIDTHS["answer"])), 15, LOOKS[Status.NOT_NAMED].ink if off else colour
    )
    if view == "path":
        return f"<{piece('under', above=question, below=bold_answer)}>"
    labels = [level.label for level in pathway.guide.factors[found.factor].levels]
    width = _BOLD * max(map(len, [*labels, said("not_known")]))
    cell = f'<TD WIDTH="{width}" HREF="#" ID="answer-{found.factor}">{bold_answer}</TD>'
    return f"<{table(f'<TR><TD>{question}</TD></TR><TR>{cell}</TR>', padding=0)}>"


def card(pathway: PathwayValue, group: str, view: View, differs: Collection[str] = ()) -> str:
    """A group: its name and status, why, and its members, each with its own status.

    In a map a card has all members and takes the same room whatever their statuses.

    Args:
        pathway: what is drawn.
        group: the id of the group.
        view: path or map.
        differs: ids of treatments that are marked as different from another drawing.
    """
    if view == "map":
        return _map_card(pathway, group)
    status = pathway.status[group]
    if status in (Status.NOT_NAMED, Status.AGAINST):
        return table(_folded(pathway, group, differs))
    rows = [_row(pathway, group, differs=group in differs)]
    verdict = pathway.verdict(group)
    lines = [(verdict.line, verdict.inferred), (_combined(pathway, group), False)]
    rows += [_small(marked(words, inferred), WIDTHS["line"]) for words, inferred in lines if words]
    for depth, member in pathway.walk(group):
        if pathway.status[member.id] is not Status.NOT_NAMED:
            rows += _member(pathway, member.id, depth, differs)
    return table("".join(rows))


def _member(
    pathway: PathwayValue, member: str, depth: int, differs: Collection[str] = ()
) -> list[str]:
    """A member's row; a no has its words below it, and what is marked its mark."""
    lines = [*pathway.verdict(member).marks]
    if pathway.status[member] is Status.AGAINST:
        lines.insert(0, pathway.verdict(member).words)
    row = _row(pathway, member, depth, differs=member in differs)
    return [row, *(_small(words, WIDTHS["line"], 3 * depth) for words in lines)]


def _small(words: str, width: int, indent: int = 0) -> str:
    """A line of its own below a name."""
    small = font(text(words, width - indent, "LEFT", "&#160;" * indent), 12, SOFT_INK)
    return piece("left", words=small)


def _combined(pathway: PathwayValue, group: str) -> str:
    """How a group may be combined with others that are offered; with which, its card says."""
    combined = (each for each in pathway.verdict(group).combined if each.how != "together")
    found = sorted(combined, key=lambda each: COMBINED.index(each.how))
    return f"{TOGETHER} {found[0].label}" if found else ""


def _forms(pathway: PathwayValue, group: str) -> str:
    """What else counts as a form of a group and is offered: a group not named may have some."""
    forms = [
        treatment.label
        for treatment in pathway.guide.treatments.values()
        if group in treatment.also_form_of and pathway.status[treatment.id] in OFFERED
    ]
    return said("other_forms", labels=listed(forms)) if forms else ""


def _map_card(pathway: PathwayValue, group: str) -> str:
    status = pathway.status[group]
    look = LOOKS[status]
    name = text(pathway.guide.treatments[group].label, WIDTHS["card"], "LEFT")
    title = font(bold(name), 15, look.ink if status is Status.NOT_NAMED else INK)
    label = marked(status.label, pathway.verdict(group).inferred)
    rows = [
        f'<TR><TD ALIGN="LEFT" HREF="#" ID="name-{group}">{title}</TD></TR>',
        f'<TR><TD ALIGN="LEFT" WIDTH="{_STATUS_WIDTH}" HREF="#" ID="status-{group}">'
        f"{font(label, 12, look.ink)}</TD></TR>",
    ]
    rows += [_row(pathway, member.id, depth, brief=True) for depth, member in pathway.walk(group)]
    return table("".join(rows))


def _folded(pathway: PathwayValue, group: str, differs: Collection[str]) -> str:
    """A group that is not offered: its name, its no, and members whose no has words of its own."""
    status = pathway.status[group]
    look = LOOKS[status]
    name = text(_signed(pathway.guide.treatments[group].label, group in differs), WIDTHS["card"])
    if status is Status.AGAINST:
        words = marked(pathway.verdict(group).words, pathway.verdict(group).inferred)
        lines = [
            bold(font(name, 15)),
            font(status.label, 12, look.ink),
            font(text(words, WIDTHS["folded"]), 12, SOFT_INK),
        ]
    else:
        lines = [font(bold(name), 15, look.ink)]
    rows = [piece("line", words=words) for words in lines]
    for depth, member in pathway.walk(group):
        if has_own_no(pathway, member.id, group):
            rows += _member(pathway, member.id, depth, differs)
    forms = _forms(pathway, group) if status is Status.NOT_NAMED else ""
    return "".join([*rows, *([_small(forms, WIDTHS["line"])] if forms else [])])


def has_own_no(pathway: PathwayValue, member: str, group: str) -> bool:
    """Whether a member has a no that its group has not, or one in other words.

    Args:
        pathway: what is drawn.
        member: the id of a treatment.
        group: the id of the group that it stands in.
    """
    return (
        pathway.status[member] is Status.AGAINST
        and pathway.verdict(member).words != pathway.verdict(group).words
    )


def _signed(label: str, differs: bool) -> str:
    return f"\u2260 {label}" if differs else label


def _row(
    pathway: PathwayValue,
    treatment: str,
    depth: int = 0,
    brief: bool = False,
    differs: bool = False,
) -> str:
    """A treatment's name and status. Its link becomes the row's own element in the SVG.

    A brief row tells the status by its symbol alone, in a cell wide enough for any.
    """
    status, inferred = pathway.status[treatment], pathway.verdict(treatment).inferred
    look = LOOKS[status]
    label = _signed(pathway.guide.treatments[treatment].label, differs)
    if depth and not brief:
        label = marked(label, inferred)
    name = text(label, WIDTHS["card"], "LEFT")
    ink = look.ink if status is Status.NOT_NAMED else INK
    named = font(name, 15 - depth, ink) if depth else font(bold(name), 15, ink)
    link = piece("link", id=treatment) if depth else ""
    indent = "&#160;" * 3 * max(0, depth - 1)
    status_shown = font(marked(status.symbol, inferred) if brief else status.label, 12, look.ink)
    width = f' WIDTH="{_SYMBOL_WIDTH}"' if brief else ""
    shown = status_shown if brief else piece("gap") + status_shown
    inner = piece("name_and_status", indent=indent, name=named, width=width, status=shown)
    return piece("row", link=link, table=table(inner, padding=1))
