"""The labels of a cohort's flowchart: cards with a bar and numbers, questions with their answers.

All text of tables goes through `drawing.labels.text`.
"""

from __future__ import annotations

from ..drawing.fragments import WIDTHS, bold, font, piece, table
from ..drawing.labels import SIZES, in_rows, text
from ..drawing.theme import INK, LINE, LOOKS, PAPER, SOFT_INK
from ..statuses import Status
from .tallies import WHAT_IT_IS, Tallies

__all__ = ["card", "foot", "question", "title"]

_BAR = 150
"""How wide all profiles are in a card's bar, in points."""
_BAR_TABLE = (
    '<TABLE ALIGN="LEFT" BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" '
    f'FIXEDSIZE="TRUE" WIDTH="{_BAR}" HEIGHT="9"><TR>{{cells}}</TR></TABLE>'
)
_SHARE = '<TD FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="9" BGCOLOR="{ink}"></TD>'


def title(tallies: Tallies) -> str:
    """What stands above: how many profiles, and what is said of the cohort."""
    lines = [font(bold(text(tallies.title, WIDTHS["title"])), SIZES["title"])]
    if tallies.note:
        lines.append(font(text(tallies.note, WIDTHS["title"]), SIZES["name"], SOFT_INK))
    return f"<{table(''.join(piece('cell', words=line) for line in lines))}>"


def foot(tallies: Tallies) -> str:
    """What stands below: the legend, what is counted, the source and the disclaimer."""
    lines = [*tallies.lines, WHAT_IT_IS]
    dashed = any(not taken and perhaps for taken, perhaps in tallies.arrows.values())
    rows = [_wide(line, INK) for line in [_LEGEND + _DASHED * dashed, *lines]]
    return f"<{table(''.join([*rows, _wide(tallies.guide.footer, SOFT_INK)]), padding=3)}>"


_LEGEND = (
    "On cards: for how many profiles the treatment has which status; the bar shows their shares. "
    "At answers: how many profiles have them. At arrows: how many profiles go along them for sure; "
    "the wider, the more."
)
_DASHED = " Dashed: perhaps; something is not known."


def _wide(words: str, ink: str) -> str:
    lines = text(words, WIDTHS["foot"], "LEFT")
    return piece("wide", span=1, words=font(lines, SIZES["foot"], ink))


def card(tallies: Tallies, group: str) -> str:
    """A group of treatments: its name, a bar of its statuses, and a row for each."""
    counts = tallies.statuses[group]
    name = text(tallies.guide.treatments[group].label, WIDTHS["card"], "LEFT")
    rows = [piece("left", words=font(bold(name), SIZES["name"]))]
    rows += [piece("left", words=_bar(tallies, group))] if counts else []
    for status, number in counts.items():
        ink = LOOKS[status].ink
        rows.append(
            piece(
                "name_and_status",
                indent="",
                name=font(status.label, SIZES["small"], ink),
                status=font(bold(_number(tallies, number)), SIZES["name"], ink),
            )
        )
    return table("".join(rows))


def _number(tallies: Tallies, count: int) -> str:
    return text(tallies.number(count), WIDTHS["chip"])


def _bar(tallies: Tallies, group: str) -> str:
    """The shares of the statuses, side by side in their colours; what is too small is left out."""
    parts, total, end = [], 0.0, 0
    for status, number in tallies.statuses[group].items():
        total += tallies.share(number)
        begin, end = end, round(_BAR * total)
        parts.append((_look(status), end - begin))
    parts.append((PAPER, _BAR - end))
    cells = "".join(_SHARE.format(width=width, ink=ink) for ink, width in parts if width)
    return _BAR_TABLE.format(cells=cells)


def _look(status: Status) -> str:
    return LINE if status is Status.NOT_NAMED else LOOKS[status].ink


def question(tallies: Tallies, factor_id: str) -> str:
    """A question, its answers, and how many profiles have each, or do not know it."""
    factor, counts = tallies.guide.factors[factor_id], tallies.answers[factor_id]
    words = font(bold(text(factor.question, WIDTHS["question"])), SIZES["member"])
    chips = {
        level.id: _chip(level.label, _number(tallies, counts[level.id])) for level in factor.levels
    }
    rows = [
        table(piece("chips", chips="".join(chips[level.id] for level in row)), 4, 4)
        for row in in_rows(factor.levels)
    ]
    missing = font(f"not known {_number(tallies, counts[None])}", SIZES["small"], SOFT_INK)
    rows += [missing] if counts[None] else []
    return table("".join(piece("cell", words=cell) for cell in [words, *rows]), padding=2)


def _chip(label: str, number: str) -> str:
    words = font(text(label, WIDTHS["chip"]), SIZES["small"])
    return piece(
        "swatch",
        border=1,
        style="solid",
        ink=LINE,
        fill=PAPER,
        words=f"{words}<BR/>{font(bold(number), SIZES['member'])}",
    )
