"""What drawings are made of, for a page that draws by itself: places, looks and pieces of markup.

The page writes the same Graphviz source from it as Python does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from ..guide.guide import GuideValue
from ..guide.route import Way
from ..json_record import JsonRecord, Texts
from ..statuses import Status
from .flowchart import (
    ARROWS,
    BLANK,
    BLANK_ARROW,
    EDGE,
    GRAPH,
    INFERRED_ARROW,
    NODE,
    OVERVIEW,
    OVERVIEW_ARROW,
    START_HERE,
    group_look,
    question_look,
)
from .fragments import PIECES, WIDTHS
from .labels import SIZES, SPAN, below, in_rows
from .places import across, ranked, rows
from .theme import INK, LINE, LOOKS, PAPER, SOFT_INK

__all__ = ["DrawingData", "drawing_data"]

_WAYS: tuple[Way, ...] = ("taken", "open", "off")
_COLUMN = {
    "card": 28,
    "line": 38,
    "question": 32,
    "chips": 30,
    "type": 14,
    "row": 11,
}
"""Characters in the lines of a drawing in one column, as narrow as a phone; its smallest type."""
_HALL = {"card": 15, "line": 17, "type": 15}
"""The same of a drawing that the last row of a lecture hall reads."""


class Ranks(JsonRecord):
    """What stands where: ids from the top and from left to right."""

    path: Sequence[Sequence[str]]
    map: Sequence[Sequence[str]]


class GraphAttributes(JsonRecord):
    """Graphviz's attributes of a graph, its nodes and its edges."""

    graph: Texts
    node: Texts
    edge: Texts


class Column(JsonRecord):
    """What is otherwise in a drawing in one column."""

    widths: Mapping[str, int]
    answers: Mapping[str, Sequence[Sequence[int]]]
    graph: GraphAttributes


class PartLooks(JsonRecord):
    """Graphviz's attributes of groups (by status), questions and arrows (by state)."""

    groups: Mapping[Status, Texts]
    overview: Texts
    start: Texts
    blank: Texts
    blank_arrow: Texts
    questions: Mapping[Literal[Way, "blank"], Texts]
    arrows: Mapping[Way, Texts]
    inferred_arrow: Texts
    overview_arrow: Texts


class DrawingData(JsonRecord):
    """What drawings are made of."""

    ranks: Ranks
    across: Sequence[str]
    """All ids from left to right, whatever the rank."""
    pieces: Texts
    """Markup of labels, with places in braces."""
    widths: Mapping[str, int]
    """Characters in a line of each kind of text."""
    sizes: Mapping[str, int]
    """Of type, in points."""
    column: Column
    hall: Mapping[str, int]
    """Widths of a drawing for a lecture hall, where they are other ones."""
    answers: Mapping[str, Sequence[Sequence[int]]]
    """The answers of each question in rows, as codes of levels."""
    graph: GraphAttributes
    looks: PartLooks
    foot: str
    """The rows of markup at the foot of a file."""
    inks: Texts
    """Of texts and lines, and by status."""


def drawing_data(guide: GuideValue) -> DrawingData:
    """What the drawings of a guide are made of."""
    return DrawingData(
        ranks=Ranks(path=rows(guide), map=ranked(guide)),
        across=across(guide),
        pieces={**PIECES, "wide": PIECES["wide"].replace("{span}", str(SPAN))},
        widths=WIDTHS,
        sizes=SIZES,
        column=Column(
            widths=_COLUMN,
            answers=_answers(guide, _COLUMN["chips"]),
            graph=GraphAttributes(
                graph={**GRAPH, "nodesep": "0.1", "ranksep": "0.25", "splines": "ortho"},
                node={**NODE, "group": "column"},
                edge={**EDGE, "weight": "0"},
            ),
        ),
        hall=_HALL,
        answers=_answers(guide),
        graph=GraphAttributes(graph=GRAPH, node=NODE, edge=EDGE),
        looks=_looks(),
        foot=below(guide.footer),
        inks={
            "text": INK,
            "soft": SOFT_INK,
            "line": LINE,
            "paper": PAPER,
            **{status: look.ink for status, look in LOOKS.items()},
        },
    )


def _looks() -> PartLooks:
    return PartLooks(
        groups={status: group_look(status) for status in Status},
        overview=OVERVIEW,
        start=START_HERE,
        blank=BLANK,
        blank_arrow=BLANK_ARROW,
        questions={
            **{state: question_look(state) for state in _WAYS},
            "blank": question_look("blank"),
        },
        arrows={state: {"class": state, **ARROWS[state]} for state in _WAYS},
        inferred_arrow=INFERRED_ARROW,
        overview_arrow={"class": "open", **OVERVIEW_ARROW},
    )


def _answers(guide: GuideValue, *width: int) -> dict[str, list[list[int]]]:
    return {
        name: [
            [guide.factors[name].levels.index(level) for level in row]
            for row in in_rows(guide.factors[name].levels, *width)
        ]
        for name in guide.network.decisions
    }
