"""A pathway for a lecture hall, as Graphviz source: few words, large, and nothing that moves.

Every group is a card with room for whatever it may come to say, so that the layout is the same
for all profiles of a guide. A card that has not been opened tells names alone, and arrows tell
nothing before all are open: what the class is to find out is not in the picture.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import graphviz

from ..guide.pathway import PathwayValue
from ..guide.patterns import said
from ..guide.route import Arrow, Decision
from ..guide.sentences import marked
from ..statuses import Status
from ..tables.models import Treatment
from .flowchart import FONT
from .fragments import bold, font, table
from .labels import text
from .layout import connect, hold_places, placed, ranked
from .lines import wrapped
from .theme import INK, LINE, LOOKS, PAPER, SOFT_INK

__all__ = ["board"]

_SIZE = 18
"""Points, the same for every text: 24 pixels where the board is shown in its own size."""
_LINE = 24
_LETTER, _BOLD_LETTER = 0.6, 0.72
"""The room for a line of text and for a letter of it, in points and in parts of the size."""
_NAME_WIDTH = 12
_ANSWER_WIDTH = 12
_MEMBER_WIDTH = 19
_SYMBOL_WIDTH = 21
"""Room for the widest symbol and a hair space."""

_ARROWS = {
    "taken": {"color": INK, "penwidth": "4"},
    "open": {"color": LOOKS[Status.DEPENDS].ink, "penwidth": "2.4", "style": "dashed"},
    "off": {"color": LINE, "penwidth": "1.4", "arrowsize": "0.7"},
}
_BLANK_ARROW = {"class": "blank", "color": LINE, "penwidth": "2.4"}
_BLANK_CARD = {"color": INK, "fillcolor": PAPER, "penwidth": "1.6"}
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


class _Board:
    """What the parts of one board share: the pathway, what is open, what a guide may ever say."""

    def __init__(
        self, pathway: PathwayValue, opened: Collection[str], changed: Collection[str]
    ) -> None:
        self.pathway, self.guide = pathway, pathway.guide
        self.opened, self.changed = opened, changed
        self.everything = all(group.id in opened for group in self.guide.groups)
        self.at_all = self.guide.evaluator.at_all

    def drawn(self) -> graphviz.Digraph:
        graph = graphviz.Digraph(
            "board",
            graph_attr={
                "bgcolor": PAPER,
                "fontname": FONT,
                "margin": "0.05",
                "nodesep": "0.1",
                "ranksep": "0.36",
            },
            node_attr={"fontname": FONT, "fontsize": str(_SIZE), "shape": "box"},
            edge_attr={"arrowsize": "1.1"},
        )
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
            if arrow.kind != "throughout":
                origin, target = self._ends(arrow)
                near = places[target][0] - places[origin][0] <= 1
                look = {**self._arrow(arrow), "weight": "1" if near else "0"}
                connect(graph, self.guide, arrow, places, look)
        return graph

    def _ends(self, arrow: Arrow) -> tuple[str, str]:
        return self.pathway.guide.outermost(arrow.origin), self.pathway.guide.outermost(
            arrow.target
        )

    def _arrow(self, arrow: Arrow) -> dict[str, str]:
        """Whether an arrow is taken hangs on more cards than its own: told when all are open."""
        look = {"class": arrow.state, **_ARROWS[arrow.state]}
        return look if self.everything else _BLANK_ARROW

    def _decision(self, graph: graphviz.Digraph, found: Decision) -> None:
        """A question and its answer; whether it is on the way, when every card is open."""
        off = self.everything and found.state == "off"
        ink = SOFT_INK if off else INK
        answers = [level.label for level in self.guide.factors[found.factor].levels]
        words = font(text(found.question, _ANSWER_WIDTH), _SIZE, ink)
        answer = font(bold(text(found.answer or said("not_known"), _ANSWER_WIDTH)), _SIZE, ink)
        room = _room([*answers, said("not_known")], _ANSWER_WIDTH, _BOLD_LETTER)
        label = table(f"<TR><TD>{words}</TD></TR><TR><TD{room}>{answer}</TD></TR>", padding=0)
        graph.node(
            found.factor,
            f"<{label}>",
            id=f"decision-{found.factor}",
            **{"class": "decision"},
            shape="hexagon",
            margin="0,0",
            style="filled,solid" if found.answer else "filled,dashed",
            color=LINE if off else INK,
            fillcolor=LOOKS[Status.NOT_NAMED].fill if off else PAPER,
            penwidth="1.4" if off else "3",
        )

    def _card(self, graph: graphviz.Digraph, group: str) -> None:
        """A group and its members, each with its status once it is open."""
        status = self.pathway.status[group]
        opened, look = group in self.opened, LOOKS[status]
        label, members = self.guide.treatments[group].label, self.guide.members(group)
        statuses = self._statuses(group)
        width = max(
            _width(label, members),
            *(len(word) for label in statuses for word in label.split(" ")),
        )
        title = bold(text(label, _name_width(label), "LEFT"))
        if group in self.changed:
            title = f"<U>{title}</U>"
        name = font(title, _SIZE, SOFT_INK if opened and status is Status.NOT_NAMED else INK)
        named = _said(status, self.pathway.verdict(group).inferred) if opened else "\u2026"
        room = _room(statuses, width)
        rows = [
            f'<TR><TD ALIGN="LEFT">{name}</TD></TR>',
            f'<TR><TD ALIGN="LEFT"{room}>{font(text(named, width, "LEFT"), _SIZE)}</TD></TR>',
        ]
        if members:
            listed = "".join(self._member(member, opened) for member in members)
            rows.append(f'<TR><TD ALIGN="LEFT">{table(listed, padding=1)}</TD></TR>')
        border = look.border if opened else "solid"
        width_of_line = f"{look.width * _BOLDER:.1f}"
        colours = {"color": look.ink, "fillcolor": look.fill, "penwidth": width_of_line}
        graph.node(
            group,
            f"<{table(''.join(rows), padding=1)}>",
            id=f"treatment-{group}",
            **{"class": status if opened else "blank"},
            margin="0.08,0.04",
            style=f"filled,rounded,{border}",
            **(colours if opened else _BLANK_CARD),
        )

    def _member(self, member: Treatment, opened: bool) -> str:
        status = self.pathway.status[member.id]
        ink = SOFT_INK if opened and status is Status.NOT_NAMED else INK
        symbol = font(f"{status.symbol if opened else ''}&#8202;", _SIZE, ink)
        label = marked(member.label, opened and self.pathway.verdict(member.id).inferred)
        name = font(text(label, _MEMBER_WIDTH, "LEFT"), _SIZE, ink)
        room = _room([marked(member.label, self._inferred(member.id))], _MEMBER_WIDTH)
        return (
            f'<TR><TD ALIGN="LEFT" WIDTH="{_SYMBOL_WIDTH}" HEIGHT="{_LINE}">{symbol}</TD>'
            f'<TD ALIGN="LEFT"{room}>{name}</TD></TR>'
        )

    def _statuses(self, group: str) -> list[str]:
        """Whatever a card may say of its group, for any profile."""
        possible = self.at_all[group].possible
        unsure = [Status.DEPENDS] if len(possible) > 1 else []
        inferred = self._inferred(group)
        return [_said(each, inferred) for each in (*possible, *unsure)]

    def _inferred(self, treatment: str) -> bool:
        """Whether a status of a treatment rests, for some profile, on our inference."""
        return any(row.basis == "inferred" for row in self.guide.evaluator.rows[treatment])


def _name_width(label: str) -> int:
    return max(_NAME_WIDTH, *map(len, label.split()))


def _width(name: str, members: Sequence[Treatment]) -> int:
    """How many letters go into a line of a card, whatever its status says."""
    lines = wrapped(name, _name_width(name))
    lines += [f"  {line}" for member in members for line in wrapped(member.label, _MEMBER_WIDTH)]
    return max(map(len, lines))


def _said(status: Status, inferred: bool) -> str:
    """A status as a card tells it; its symbol never stands alone in a line."""
    return marked(status.label.replace(" ", "\u00a0", 1), inferred)


def _room(texts: list[str], width: int, letter: float = _LETTER) -> str:
    """Attributes of a cell with room for any of these texts."""
    folded = [wrapped(words, width) for words in texts]
    longest = max(len(line) for lines in folded for line in lines)
    high = max(map(len, folded)) * _LINE
    return f' WIDTH="{round(longest * _SIZE * letter)}" HEIGHT="{high}"'
