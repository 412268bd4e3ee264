"""A pathway for a lecture hall, as Graphviz source: few words, large, and nothing that moves.

Every group is a card with room for whatever it may come to say, so that the layout is the same
for all profiles of a guide. A card that has not been opened tells names alone, and arrows tell
nothing before all are open: what the class is to find out is not in the picture.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import graphviz

from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.route import Arrow, Decision
from ..guide.sentence_patterns import said
from ..guide.sentences import marked
from ..statuses import Status
from ..tables.models import Spot, Treatment
from .flowchart import FONT, group_look
from .fragments import WIDTHS, bold, font, piece, table
from .labels import text
from .line_breaks import wrapped
from .places import connect, hold_places, placed, ranked
from .theme import INK, LINE, LOOKS, PAPER, SOFT_INK

__all__ = [
    "ARROWS",
    "BLANK_ARROW",
    "BLANK_CARD",
    "EDGE",
    "GRAPH",
    "NODE",
    "SIZE",
    "Rooms",
    "board",
    "card_look",
    "decision_look",
]

SIZE = 18
"""Points, the same for every text: 24 pixels where the board is shown in its own size."""
_LINE = 24
_LETTER, _BOLD_LETTER = 0.6, 0.72
"""The room for a line of text and for a letter of it, in points and in parts of the size."""
_NAME_WIDTH = 12
MEMBER_SIGN = {"width": 21, "height": _LINE}
"""Room for the widest symbol and a hair space."""

GRAPH = {
    "bgcolor": PAPER,
    "fontname": FONT,
    "margin": "0",
    "nodesep": "0.1",
    "ranksep": "0.36",
}
NODE = {"fontname": FONT, "fontsize": str(SIZE), "shape": "box"}
EDGE = {"arrowsize": "1.1"}
ARROWS = {
    "taken": {"color": INK, "penwidth": "4"},
    "open": {"color": LOOKS[Status.DEPENDS].ink, "penwidth": "2.4", "style": "dashed"},
    "off": {"color": LINE, "penwidth": "1.4", "arrowsize": "0.7"},
}
BLANK_ARROW = {"class": "blank", "color": LINE, "penwidth": "2.4"}
BLANK_CARD = {"color": INK, "fillcolor": PAPER, "penwidth": "1.6"}
_BOLDER = 1.6
"""Borders are as much wider here than in the drawing that is read from nearby."""


def board(
    pathway: PathwayValue, opened: Collection[str], changed: Collection[str] = ()
) -> graphviz.Digraph:
    """The board of a pathway.

    Args:
        opened: the groups whose cards tell their status, by id.
        changed: the groups whose names are underlined.

    >>> from pnet_paths import load_guide
    >>> pathway = load_guide().evaluate({"grade": "G2"})
    >>> "usual" in board(pathway, ()).source, "usual" in board(pathway, ["supportive_care"]).source
    (False, True)
    """
    return _Board(pathway, opened, changed).drawn()


class Rooms:
    """How much room each text of a board needs, whatever the profile."""

    def __init__(self, guide: GuideValue) -> None:
        self.guide = guide
        self.at_all = guide.evaluator.at_all

    def name_width(self, group: str) -> int:
        """Characters in a line of a group's name."""
        return max(_NAME_WIDTH, *map(len, self.guide.treatments[group].label.split()))

    def width(self, group: str) -> int:
        """Characters in a line of its card, whatever its status says."""
        label, members = self.guide.treatments[group].label, self.guide.members(group)
        lines = wrapped(label, self.name_width(group))
        most = WIDTHS["board_member"]
        lines += [f"  {line}" for member in members for line in wrapped(member.label, most)]
        words = (word for status in self._statuses(group) for word in status.split(" "))
        return max(*map(len, lines), *map(len, words))

    def status(self, group: str) -> str:
        """Attributes of the cell of its status."""
        return _room(self._statuses(group), self.width(group))

    def member(self, member: str) -> str:
        """Attributes of the cell of a member's name."""
        label = marked(self.guide.treatments[member].label, self._inferred(member))
        return _room([label], WIDTHS["board_member"])

    def answer(self, factor: str) -> str:
        """Attributes of the cell of an answer."""
        answers = [level.label for level in self.guide.factors[factor].levels]
        return _room([*answers, said("not_known")], WIDTHS["board_answer"], _BOLD_LETTER)

    def _statuses(self, group: str) -> list[str]:
        """Whatever a card may say of its group, for any profile."""
        possible = self.at_all[group].possible
        unsure = [Status.DEPENDS] if len(possible) > 1 else []
        return [_shown(each, self._inferred(group)) for each in (*possible, *unsure)]

    def _inferred(self, treatment: str) -> bool:
        """Whether a status of a treatment rests, for some profile, on our inference."""
        return any(row.basis == "inferred" for row in self.guide.evaluator.rows[treatment])


class _Board:
    """What the parts of one board share: the pathway, what is open, what a guide may ever say."""

    def __init__(
        self, pathway: PathwayValue, opened: Collection[str], changed: Collection[str]
    ) -> None:
        self.pathway, self.guide = pathway, pathway.guide
        self.opened, self.changed = opened, changed
        self.everything = all(group.id in opened for group in self.guide.groups)
        self.rooms = Rooms(self.guide)

    def drawn(self) -> graphviz.Digraph:
        graph = graphviz.Digraph("board", graph_attr=GRAPH, node_attr=NODE, edge_attr=EDGE)
        ranks = ranked(self.guide)
        for spots in ranks:
            with graph.subgraph() as rank:
                rank.attr(rank="same")
                for name in spots:
                    if name in self.pathway.route.decisions:
                        self._decision(rank, self.pathway.route.decisions[name])
                    else:
                        self._card(rank, name)
        hold_places(graph, ranks)
        places = placed(ranks)
        for arrow in self.pathway.route.arrows:
            if not self.guide.network.is_throughout(arrow.origin, arrow.target):
                look = {**self._arrow(arrow), "weight": _weight(places, *self._ends(arrow))}
                connect(graph, self.guide, arrow, places, look)
        return graph

    def _ends(self, arrow: Arrow) -> tuple[str, str]:
        return self.guide.outermost(arrow.origin), self.guide.outermost(arrow.target)

    def _arrow(self, arrow: Arrow) -> dict[str, str]:
        """Whether an arrow is taken hangs on more cards than its own: told when all are open."""
        look = {"class": arrow.state, **ARROWS[arrow.state]}
        return look if self.everything else BLANK_ARROW

    def _decision(self, graph: graphviz.Digraph, found: Decision) -> None:
        """A question and its answer; whether it is on the way, when every card is open."""
        off = self.everything and found.state == "off"
        ink = SOFT_INK if off else INK
        question = font(text(found.question, WIDTHS["board_question"]), SIZE, ink)
        answer = bold(text(found.answer or said("not_known"), WIDTHS["board_answer"]))
        room = self.rooms.answer(found.factor)
        shown = font(answer, SIZE, ink)
        rows = piece("board_answer", question=question, room=room, answer=shown)
        look = decision_look(off, found.answer is not None)
        label = f"<{table(rows, padding=0)}>"
        graph.node(found.factor, label, id=f"decision-{found.factor}", **look)

    def _card(self, graph: graphviz.Digraph, group: str) -> None:
        """A group and its members, each with its status once it is open."""
        status, opened = self.pathway.status[group], group in self.opened
        label, members = self.guide.treatments[group].label, self.guide.members(group)
        title = bold(text(label, self.rooms.name_width(group), "LEFT"))
        if group in self.changed:
            title = piece("underlined", words=title)
        name = font(title, SIZE, SOFT_INK if opened and status is Status.NOT_NAMED else INK)
        named = _shown(status, self.pathway.verdict(group).inferred) if opened else "\u2026"
        words = font(text(named, self.rooms.width(group), "LEFT"), SIZE)
        rows = [
            piece("board_cell", room="", words=name),
            piece("board_cell", room=self.rooms.status(group), words=words),
        ]
        if members:
            listed = "".join(self._member(member, opened) for member in members)
            rows.append(piece("board_cell", room="", words=table(listed, padding=1)))
        label = f"<{table(''.join(rows), padding=1)}>"
        graph.node(group, label, id=f"treatment-{group}", **card_look(status if opened else None))

    def _member(self, member: Treatment, opened: bool) -> str:
        status = self.pathway.status[member.id]
        ink = SOFT_INK if opened and status is Status.NOT_NAMED else INK
        sign = piece("board_sign", symbol=status.symbol if opened else "")
        label = marked(member.label, opened and self.pathway.verdict(member.id).inferred)
        return piece(
            "board_member",
            **MEMBER_SIGN,
            sign=font(sign, SIZE, ink),
            room=self.rooms.member(member.id),
            name=font(text(label, WIDTHS["board_member"], "LEFT"), SIZE, ink),
        )


def _weight(places: Mapping[str, Spot], origin: str, target: str) -> str:
    """Only an arrow that leads no further than to the next rank draws its ends together."""
    return str(int(places[target][0] - places[origin][0] <= 1))


def card_look(status: Status | None) -> dict[str, str]:
    """Graphviz's attributes of a card; without a status, of one that has not been opened."""
    shape = {"margin": "0.08,0.04"}
    if status is None:
        return {"class": "blank", "style": "filled,rounded,solid", **BLANK_CARD, **shape}
    return {**group_look(status), "penwidth": f"{LOOKS[status].width * _BOLDER:.1f}", **shape}


def decision_look(off: bool, answered: bool) -> dict[str, str]:
    """Graphviz's attributes of a decision."""
    return {
        "class": "decision",
        "shape": "hexagon",
        "margin": "0,0",
        "style": "filled,solid" if answered else "filled,dashed",
        "color": LINE if off else INK,
        "fillcolor": LOOKS[Status.NOT_NAMED].fill if off else PAPER,
        "penwidth": "1.4" if off else "3",
    }


def _shown(status: Status, inferred: bool) -> str:
    """A status as a card tells it; its symbol never stands alone in a line."""
    return marked(status.label.replace(" ", "\u00a0", 1), inferred)


def _room(texts: list[str], width: int, letter: float = _LETTER) -> str:
    """Attributes of a cell with room for any of these texts."""
    folded = [wrapped(words, width) for words in texts]
    longest = max(len(line) for lines in folded for line in lines)
    high = max(map(len, folded)) * _LINE
    return f' WIDTH="{round(longest * SIZE * letter)}" HEIGHT="{high}"'
