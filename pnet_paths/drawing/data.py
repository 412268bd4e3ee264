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
from .labels import LINES, SIZES
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
        ``pieces``, ``widths`` and ``sizes`` of labels, ``column`` and ``hall`` the widths
        in one column and for a lecture hall;
        attributes of Graphviz for a whole drawing
        (``graph``) and its parts (``looks``); ``inks`` of texts, ``legend`` lines.
    """
    return {
        "ranks": {"path": rows(guide), "map": ranked(guide)},
        "across": across(guide),
        "pieces": dict(PIECES),
        "widths": dict(WIDTHS),
        "sizes": dict(SIZES),
        "column": dict(_COLUMN),
        "hall": dict(_HALL),
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
        "legend": [
            {
                "words": status.label,
                "border": max(1, round(look.width)),
                "style": look.border,
                "ink": look.ink,
                "fill": look.fill,
            }
            for status, look in LOOKS.items()
        ],
        "lines": [[mark, ink] for mark, ink in LINES.items()],
        "inks": {
            "text": INK,
            "soft": SOFT_INK,
            "line": LINE,
            "paper": PAPER,
            **{str(status): look.ink for status, look in LOOKS.items()},
        },
    }
