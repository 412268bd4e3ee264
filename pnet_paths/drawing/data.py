"""What drawings are made of, for a page that draws by itself: places, looks and pieces of markup.

The page writes the same Graphviz source from it as Python does.
"""

from __future__ import annotations

from typing import Any

from ..guide.guide import GuideValue
from ..guide.route import Way
from ..statuses import Status
from . import stage_board
from .flowchart import (
    ARROWS,
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
from .places import across, groups_in_order, ranked, rows
from .stage_board import MEMBER_SIGN, SIZE, Rooms, card_look
from .theme import INK, LINE, LOOKS, PAPER, SOFT_INK

__all__ = ["board_data", "drawing_data"]

_WAYS: tuple[Way, ...] = ("taken", "open", "off")
_COLUMN = {
    "card": 28,
    "line": 38,
    "question": 32,
    "chips": 30,
    "type": 14,
}
"""Characters in the lines of a drawing in one column, as narrow as a phone; its smallest type."""


def drawing_data(guide: GuideValue) -> dict[str, Any]:
    """How a path and the map are drawn.

    Returns:
        ``ranks`` of both views, ids from the top and from left to right, and all ids ``across``;
        ``pieces``, ``widths`` and ``sizes`` of labels, ``answers`` of questions in rows (by
        factor, as codes); attributes of Graphviz for a whole drawing (``graph``) and its parts
        (``looks``); ``column``: what is otherwise in one column; ``inks`` of texts; the rows at
        the ``foot``.
    """
    return {
        "ranks": {"path": rows(guide), "map": ranked(guide)},
        "across": across(guide),
        "pieces": {**PIECES, "wide": PIECES["wide"].replace("{span}", str(SPAN))},
        "widths": dict(WIDTHS),
        "sizes": dict(SIZES),
        "column": {
            "widths": _COLUMN,
            "answers": _answers(guide, _COLUMN["chips"]),
            "graph": {
                "graph": {**GRAPH, "nodesep": "0.1", "ranksep": "0.25", "splines": "ortho"},
                "node": {**NODE, "group": "column"},
                "edge": {**EDGE, "weight": "0"},
            },
        },
        "answers": _answers(guide),
        "graph": {"graph": GRAPH, "node": NODE, "edge": EDGE},
        "looks": {
            "groups": {str(status): group_look(status) for status in Status},
            "overview": OVERVIEW,
            "start": START_HERE,
            "questions": {state: question_look(state) for state in _WAYS},
            "arrows": {state: {"class": state, **ARROWS[state]} for state in _WAYS},
            "inferredArrow": INFERRED_ARROW,
            "overviewArrow": {"class": "open", **OVERVIEW_ARROW},
        },
        "foot": below(guide.footer),
        "inks": {
            "text": INK,
            "soft": SOFT_INK,
            "line": LINE,
            "paper": PAPER,
            **{str(status): look.ink for status, look in LOOKS.items()},
        },
    }


def _answers(guide: GuideValue, *width: int) -> dict[str, list[list[int]]]:
    return {
        name: [
            [guide.factors[name].levels.index(level) for level in row]
            for row in in_rows(guide.factors[name].levels, *width)
        ]
        for name in guide.network.decisions
    }


def board_data(guide: GuideValue) -> dict[str, Any]:
    """How the stage's board is drawn.

    Returns:
        The ``groups`` from top to bottom and left to right; ``size`` of texts,
        ``sign`` (room for a member's symbol), ``cards`` (by group the ``width`` in characters and
        ``room`` of its status, the ``name`` width and ``members``, by id the room of a name),
        ``answers`` (by factor their room), ``graph`` and ``looks`` as attributes of Graphviz.
    """
    rooms = Rooms(guide)
    return {
        "groups": groups_in_order(guide),
        "size": SIZE,
        "sign": MEMBER_SIGN,
        "cards": {
            group.id: {
                "name": rooms.name_width(group.id),
                "width": rooms.width(group.id),
                "room": rooms.status(group.id),
                "members": {each.id: rooms.member(each.id) for each in guide.members(group.id)},
            }
            for group in guide.groups
        },
        "answers": {name: rooms.answer(name) for name in guide.network.decisions},
        "graph": {
            "graph": stage_board.GRAPH,
            "node": stage_board.NODE,
            "edge": stage_board.EDGE,
        },
        "looks": {
            "cards": {str(each or "blank"): card_look(each) for each in [*Status, None]},
            "decisions": [
                [stage_board.decision_look(off, known) for known in (False, True)]
                for off in (False, True)
            ],
            "arrows": {
                **{state: {"class": state, **stage_board.ARROWS[state]} for state in _WAYS},
                "blank": stage_board.BLANK_ARROW,
            },
        },
    }
