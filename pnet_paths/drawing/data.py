"""What drawings are made of, for a page that draws by itself: places, looks and pieces of markup.

The page writes the same Graphviz source from it as Python does.
"""

from __future__ import annotations

from typing import Any

from ..guide.guide import GuideValue
from ..guide.route import Way
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

__all__ = ["drawing_data"]

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


def drawing_data(guide: GuideValue) -> dict[str, Any]:
    """How a path and the map are drawn.

    Returns:
        ``ranks`` of both views, ids from the top and from left to right, and all ids ``across``;
        ``pieces``, ``widths`` and ``sizes`` of labels, ``answers`` of questions in rows (by
        factor, as codes); attributes of Graphviz for a whole drawing (``graph``) and its parts
        (``looks``); ``column``: what is otherwise in one column; ``hall``: widths of lines for a
        lecture hall; ``inks`` of texts; the rows at
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
        "hall": dict(_HALL),
        "answers": _answers(guide),
        "graph": {"graph": GRAPH, "node": NODE, "edge": EDGE},
        "looks": {
            "groups": {str(status): group_look(status) for status in Status},
            "overview": OVERVIEW,
            "start": START_HERE,
            "blank": BLANK,
            "blankArrow": BLANK_ARROW,
            "questions": {
                **{state: question_look(state) for state in _WAYS},
                "blank": question_look("blank"),
            },
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
