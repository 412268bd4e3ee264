"""The texts in the drawing, as Graphviz's HTML-like labels.

Table text is data: every piece goes through `text`, so nothing in a table can become markup, an
attribute or a link.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable

from ..guide.route import Decision
from ..guide.sentence_patterns import fill
from ..guide.sentences import INFERRED, join_words, with_mark
from ..statuses import OFFERED, Status
from ..tables.models import Level
from .fragments import WIDTHS, bold, font, piece, table
from .line_breaks import wrap_lines
from .selection import Selection
from .theme import INK, LINE, LOOKS, PAPER, SOFT_INK

__all__ = ["SIZES", "SPAN", "Labels", "arrow_label", "below", "in_rows", "text"]

SIZES = {"title": 18, "name": 15, "member": 15, "small": 12, "foot": 12}
"""Type, in points: names, members and answers, what is told of them, and what stands below.

At these sizes hinted letters are as wide as a page's engine has them.
"""

LINES = {
    "━▶ on the way": INK,
    "╌▶ depends": LOOKS[Status.DEPENDS].ink,
    f"─▷ {INFERRED} our inference": SOFT_INK,
}

SPAN = len(LOOKS) + len(LINES)
"""How many cells the legend has."""


def arrow_label(words: str) -> str:
    """A step's label, with room to the arrow that it stands beside.

    >>> "a &lt;b&gt; &amp; c" in arrow_label("a <b> & c")
    True
    """
    return f"<{table(piece('cell', words=text(words, WIDTHS['arrow'])), padding=3)}>"


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
    escaped = [
        indent + html.escape(line).replace("\\", "\\\\") for line in wrap_lines(clean, width)
    ]
    # Graphviz aligns a line by the break after it; a label without any text would draw nothing.
    end = f'<BR ALIGN="{align}"/>' if align else "<BR/>"
    return (end.join(escaped) or "&#160;") + (end if align and len(escaped) > 1 else "")


def in_rows(levels: Iterable[Level], width: int = WIDTHS["chips"]) -> list[list[Level]]:
    """The answers to a question in rows of so many characters."""
    rows: list[list[Level]] = [[]]
    room = 0
    for level in levels:
        room += len(level.label) + 2
        if rows[-1] and room > width:
            rows.append([])
            room = len(level.label) + 2
        rows[-1].append(level)
    return rows


def below(footer: str) -> str:
    """The rows that every drawing with a frame ends with: legend, source and disclaimer."""
    size = SIZES["foot"]
    swatches = [
        piece(
            "swatch",
            border=max(1, round(look.width)),
            style=look.border,
            ink=look.ink,
            fill=look.fill,
            words=font(status.label, size, look.ink),
        )
        for status, look in LOOKS.items()
    ]
    marks = [piece("mark", words=font(mark, size, ink)) for mark, ink in LINES.items()]
    return piece("chips", chips="".join([*swatches, *marks])) + _wide(footer, SOFT_INK)


def _wide(words: str, ink: str) -> str:
    """A row below the drawing, as wide as the legend."""
    lines = text(words, WIDTHS["foot"], "LEFT")
    return piece("wide", span=SPAN, words=font(lines, SIZES["foot"], ink))


class Labels:
    """The labels of one drawing.

    Args:
        selection: what is drawn of which pathway.
        differs: ids of treatments that are marked as different from another drawing.
    """

    def __init__(self, selection: Selection, differs: Collection[str] = ()) -> None:
        self.selection, self.differs = selection, differs
        self.pathway, self.guide = selection.pathway, selection.guide
        self.overview = selection.is_overview

    # -- the frame --------------------------------------------------------------------------

    def title(self) -> str:
        """The profile in a sentence, above the drawing."""
        words = text(self.pathway.sentence, WIDTHS["title"])
        return f"<{font(bold(words), SIZES['title'])}>"

    def foot(self) -> str:
        """What is not drawn, the legend, the source and the disclaimer, below the drawing."""
        lines = [_wide(self.selection.words(line), INK) for line in self.selection.lines]
        return f"<{table(''.join([*lines, below(self.pathway.footer)]), padding=3, space=4)}>"

    # -- questions --------------------------------------------------------------------------

    def question(self, decision: Decision) -> str:
        """A question, and below it its answers: the one that holds is dark, a closed one struck."""
        factor = self.guide.factors[decision.factor]
        off = decision.state == "off" and not self.selection.blank
        ink = LOOKS[Status.NOT_NAMED].ink if off else INK
        words = font(bold(text(decision.question, WIDTHS["question"])), SIZES["member"], ink)
        closed = self.guide.space.closed_levels(self.pathway.profile, decision.factor)
        quiet = LOOKS[Status.NOT_NAMED].ink
        chips = {}
        for level in factor.levels:
            holds = level.label == decision.answer
            label = text(level.label, WIDTHS["chip"])
            words_of_level = piece("struck", words=label) if level.id in closed else label
            soft = quiet if off or level.id in closed else INK
            chips[level.id] = piece(
                "chip",
                factor=decision.factor,
                level=level.id,
                ink=INK if holds else LINE,
                fill=INK if holds else PAPER,
                words=font(words_of_level, SIZES["member"], PAPER if holds else soft),
            )
        rows = (
            table(piece("chips", chips="".join(chips[each.id] for each in row)), 4, 4)
            for row in in_rows(factor.levels)
        )
        return table("".join(piece("cell", words=cell) for cell in [words, *rows]), padding=2)

    # -- cards ------------------------------------------------------------------------------

    def card(self, group: str) -> str:
        """A group: its name and status, why, and the members that it lists."""
        if self.selection.blank:
            return table(piece("cell", words=self._name(group)))
        if self.overview:
            return self._brief(group)
        rows = self._head(group)
        rows += [_small(words, WIDTHS["line"]) for words in self._lines(group) if words]
        for depth, member in self.selection.rows(group):
            rows += self._member(member.id, depth)
        return table("".join(rows))

    def _brief(self, group: str) -> str:
        """A group by its name and size, where nothing is known that would tell more."""
        rows = [piece("cell", words=self._name(group))]
        size = self._size(group)
        if size:
            rows.append(
                piece("cell", words=font(text(size, WIDTHS["line"]), SIZES["small"], SOFT_INK))
            )
        return table("".join(rows))

    def _name(self, group: str) -> str:
        words = text(self.guide.treatments[group].label, WIDTHS["card"])
        return font(bold(words), SIZES["name"])

    def _size(self, group: str) -> str:
        single = [
            member
            for _, member in self.guide.walk(group)
            if not self.guide.members(member.id) and self.selection.may_be_offered(member.id)
        ]
        kinds = {member.kind for member in single}
        kind = kinds.pop() if len(kinds) == 1 else "treatment"
        return f"{len(single)} {kind}{'s' * (len(single) > 1)}" if single else ""

    def _lines(self, group: str) -> list[str]:
        verdict, status = self.pathway.verdict(group), self.pathway.status[group]
        if status is Status.DEPENDS:
            return [with_mark(self._unknown(group), verdict.inferred)]
        if status.is_caveat:
            return [with_mark(verdict.words, verdict.inferred)]
        if status is Status.NOT_NAMED:
            return [self._forms(group)]
        return [with_mark(verdict.line, verdict.inferred)]

    def _unknown(self, group: str) -> str:
        """The fact, or the two facts, that most rows ask for; how many there are besides."""
        rows = self.guide.evaluator.reasons(group).rows
        unknown = [name for name in self.guide.factors if name in self.pathway.depends_on[group]]
        if not unknown:
            return ""
        unknown.sort(key=lambda name: -sum(name in row.when for row in rows))
        labels = [self.guide.factors[name].label for name in unknown]
        if len(unknown) < 3:
            return fill("unknown", labels=join_words(labels))
        return fill("unknown_most", labels=labels[0], more=len(unknown) - 1)

    def _forms(self, group: str) -> str:
        """What else counts as a form of a group and is offered: a silent group may have some."""
        forms = [
            treatment.label
            for treatment in self.guide.treatments.values()
            if group in treatment.also_form_of and self.pathway.status[treatment.id] in OFFERED
        ]
        return fill("other_forms", labels=join_words(forms)) if forms else ""

    def _head(self, group: str) -> list[str]:
        """A group's name, and its status in words."""
        status = self.pathway.status[group]
        look = LOOKS[status]
        name = bold(text(self._signed(group), WIDTHS["card"], "LEFT"))
        ink = look.ink if status is Status.NOT_NAMED else INK
        return [
            piece("left", words=font(name, SIZES["name"], ink)),
            piece("left", words=font(status.label, SIZES["small"], look.ink)),
        ]

    def _member(self, treatment: str, depth: int) -> list[str]:
        """A member's row, and what is told of it in lines below; in the map its row alone."""
        row = self._row(treatment, depth)
        if self.selection.everything:
            return [row]
        marks = self.pathway.verdict(treatment).marks
        return [row, *(_small(mark, WIDTHS["line"], 3 * depth) for mark in marks)]

    def _row(self, treatment: str, depth: int) -> str:
        """A member's name, and its status by the symbol alone.

        Its link becomes the row's own element in the SVG.
        """
        verdict = self.pathway.verdict(treatment)
        look, label = LOOKS[verdict.status], self._signed(treatment)
        ink = look.ink if verdict.status is Status.NOT_NAMED else INK
        name = font(text(label, WIDTHS["card"], "LEFT"), SIZES["member"], ink)
        sign = font(with_mark(verdict.status.symbol, verdict.inferred), SIZES["small"], look.ink)
        indent = "&#160;" * 3 * max(0, depth - 1)
        status = piece("gap") + sign
        inner = piece("name_and_status", indent=indent, name=name, status=status)
        return piece("row", id=treatment, table=table(inner, padding=1))

    def _signed(self, treatment: str) -> str:
        label = self.guide.treatments[treatment].label
        return f"\u2260 {label}" if treatment in self.differs else label


def _small(words: str, width: int, indent: int = 0) -> str:
    """A line of its own below a name."""
    lines = text(words, width - indent, "LEFT", "&#160;" * indent)
    return piece("left", words=font(lines, SIZES["small"], SOFT_INK))
