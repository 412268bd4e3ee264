"""What the drawing of a path is made of, for a page that draws by itself.

The skeleton is the source of the drawing with gaps, as everything but labels, looks and the words
on arrows is the same for all profiles. What goes into the gaps are pieces of markup
(`fragments.py`) and the looks of nodes and arrows, as Graphviz's attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import graphviz

from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.route import Way
from ..statuses import Status
from ..tables.models import Spot
from . import stage_board
from .flowchart import ARROWS, decision_look, flowchart, group_look, passes_a_rank
from .fragments import PIECES, WIDTHS
from .phone_column import NARROW, UNSEEN, column
from .places import groups_in_order, placed, ranked
from .stage_board import MEMBER_SIGN, SIZE, Rooms, board, card_look, near
from .theme import INK, LOOKS, SOFT_INK

__all__ = ["board_skeleton", "skeleton"]

_GAP = re.compile(
    r'^(?P<before>\t+\S+ \[)label=<.* id="(?:decision|treatment)-(?P<node>\w+)".*\]$'
    r"|^\t\tlabel=(?P<title><.*>) labelloc=t.*$"
    r'|^\t+(?P<ends>\S+ -> \S+) \[.*id="arrow-(?P<arrow>\w+-\w+)".*\]$',
    re.MULTILINE,
)
_WAYS: tuple[Way, ...] = ("taken", "open", "off")
_TURNED: tuple[dict[str, str], ...] = ({}, {"dir": "back"})


def skeleton(guide: GuideValue) -> dict[str, Any]:
    """The drawing's source with gaps, and what goes into them.

    Returns:
        ``source``: texts, and gaps as ``["title"]``, ``["node", id]`` or ``["arrow", id, whether
        it is turned around, whether its label is narrow]``; ``column`` the same for a narrow page;
        ``narrow`` its widths, ``pieces`` and ``widths`` of labels,
        ``looks`` of nodes and arrows (of decisions by whether an answer is known, of arrows by
        whether they are turned around), ``inks`` of texts.
    """
    nothing = PathwayValue.of(guide)
    return {
        "source": list(_source(guide, flowchart(nothing).source, passes_a_rank)),
        "column": list(_source(guide, column(guide).source, passes_a_rank)),
        "pieces": dict(PIECES),
        "widths": dict(WIDTHS),
        "narrow": dict(NARROW),
        "looks": {
            "groups": {str(status): _attributes(group_look(status)) for status in Status},
            "decisions": {
                state: [_attributes(decision_look(state, known)) for known in (False, True)]
                for state in _WAYS
            },
            "arrows": {
                state: [_attributes({**look, **turned}) for turned in _TURNED]
                for state, look in (
                    *((state, {"class": state, **ARROWS[state]}) for state in _WAYS),
                    ("unseen", UNSEEN),
                )
            },
        },
        "inks": {"text": INK, "soft": SOFT_INK, **{str(s): look.ink for s, look in LOOKS.items()}},
    }


def board_skeleton(guide: GuideValue) -> dict[str, Any]:
    """The stage's board with gaps, and what goes into them.

    Returns:
        ``source`` as of a path's drawing, arrows with whether they are near; the ``groups`` from
        top to bottom and left to right; ``size`` of texts,
        ``sign`` (room for a member's symbol), ``cards`` (by group the ``width`` in characters and
        ``room`` of its status, the ``name`` width and ``members``, by id the room of a name),
        ``answers`` (by factor their room) and ``looks``.
    """
    rooms = Rooms(guide)
    statuses = [*Status, None]
    return {
        "source": list(_source(guide, board(PathwayValue.of(guide), ()).source, near)),
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
        "looks": {
            "cards": {str(s or "blank"): _attributes(card_look(s)) for s in statuses},
            "decisions": [
                [_attributes(stage_board.decision_look(off, known)) for known in (False, True)]
                for off in (False, True)
            ],
            "arrows": {
                look["class"]: [
                    [_attributes({**look, "weight": weight, **turned}) for turned in _TURNED]
                    for weight in ("0", "1")
                ]
                for look in (
                    *({"class": state, **stage_board.ARROWS[state]} for state in _WAYS),
                    stage_board.BLANK_ARROW,
                )
            },
        },
    }


def _source(
    guide: GuideValue, source: str, variant: Callable[[Mapping[str, Spot], str, str], bool]
) -> Iterator[str | list[Any]]:
    """Texts and gaps by turns."""
    places = placed(ranked(guide))
    end = 0
    for found in _GAP.finditer(source):
        if found["node"]:
            yield source[end : found.start()] + found["before"]
            yield ["node", found["node"]]
            end = found.end() - 1
        elif found["title"]:
            yield source[end : found.start("title")]
            yield ["title"]
            end = found.end("title")
        else:
            origin, target = (guide.outermost(name) for name in found["arrow"].split("-"))
            yield source[end : found.end("ends")] + " ["
            back = places[target] < places[origin]
            yield ["arrow", found["arrow"], back, variant(places, origin, target)]
            end = found.end() - 1
    yield source[end:]


def _attributes(look: Mapping[str, str]) -> str:
    """Attributes as Graphviz's source has them, with a gap for the id."""
    graph = graphviz.Digraph()
    graph.node("n", id="{id}", **look)
    found = re.fullmatch(r"\tn \[(.*)\]\n", graph.body[0])
    assert found is not None
    return found[1]
