"""A pathway as Graphviz source. How the flowchart is built and laid out is decided here alone.

Groups of treatments are cards, factors with a place are questions that carry their answers, steps
are arrows that leave from the answer. Rank and order come from the tables and never change with
the profile; what is absent leaves no hole. Nothing here knows a screen or a way of rendering.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import graphviz

from ..guide.pathway import PathwayValue
from ..guide.route import Arrow, Way
from ..statuses import Status
from .labels import SIZES, Labels, arrow_label
from .places import draw_arrow, hold_places
from .selection import Selection
from .theme import GLOW, INK, LINE, LOOKS, PAPER, SOFT_INK, START, WASH, View

__all__ = [
    "ARROWS",
    "BLANK",
    "BLANK_ARROW",
    "EDGE",
    "FONT",
    "GRAPH",
    "INFERRED_ARROW",
    "NODE",
    "OVERVIEW",
    "OVERVIEW_ARROW",
    "START_HERE",
    "flowchart",
    "group_look",
    "question_look",
]

FONT = "Verdana,DejaVu Sans,Bitstream Vera Sans,sans-serif"
"""Fonts of one width: what measures the text and what shows it may be two machines."""

ARROWS = {
    "taken": {"color": INK, "fontcolor": INK, "penwidth": "2.2"},
    "open": {
        "color": LOOKS[Status.DEPENDS].ink,
        "fontcolor": LOOKS[Status.DEPENDS].ink,
        "penwidth": "1.2",
        "style": "dashed",
    },
    "off": {"color": LINE, "fontcolor": LOOKS[Status.NOT_NAMED].ink, "penwidth": "0.8"},
}
GRAPH = {
    "bgcolor": PAPER,
    "fontname": FONT,
    "margin": "0.04",
    "nodesep": "0.24",
    "ordering": "out",
    "ranksep": "0.65",
}
NODE = {
    "fontname": FONT,
    "fontsize": "15",
    "margin": "0.06,0.03",
    "shape": "box",
}
EDGE = {"arrowsize": "0.8", "fontname": FONT, "fontsize": str(SIZES["small"])}


def flowchart(
    pathway: PathwayValue,
    view: View = "path",
    differs: Collection[str] = (),
    framed: bool = True,
) -> graphviz.Digraph:
    """The flowchart of a pathway.

    Args:
        view: ``"path"`` shows what is on this pathway, ``"map"`` all that the guide has,
            ``"blank"`` the facts, and of treatments names alone.
        differs: treatments to be marked as different from another drawing.
        framed: with the profile above; below what is not drawn, legend, source and disclaimer.

    >>> from pnet_paths import load_guide
    >>> "Chemotherapy" in flowchart(load_guide().evaluate()).source
    True
    """
    selection = Selection(pathway, view)
    labels = Labels(selection, differs)
    frame = {"label": labels.foot(), "labelloc": "b"} if framed else {}
    graph = graphviz.Digraph(
        "pathway", graph_attr={**GRAPH, **frame}, node_attr=NODE, edge_attr=EDGE
    )
    for names in selection.ranks:
        with graph.subgraph() as rank:
            rank.attr(rank="same")
            for name in names:
                _node(rank, labels, name)
    # A cluster would have Graphviz forget the order in the ranks: the title is a node above.
    if framed:
        graph.node("title_", labels.title(), shape="plain")
    hold_places(graph, [*([["title_"]] if framed else []), *selection.ranks])
    for arrow in selection.arrows:
        look = BLANK_ARROW if selection.blank else _arrow_look(selection, arrow)
        answers = selection.answers(arrow)
        draw_arrow(graph, pathway.guide, arrow, selection.places, look, answers)
    return graph


def _node(graph: graphviz.Digraph, labels: Labels, name: str) -> None:
    pathway = labels.pathway
    if name in pathway.route.decisions:
        decision = pathway.route.decisions[name]
        state = "blank" if labels.selection.blank else decision.state
        label = labels.question(decision)
        look = question_look(state) | (START_HERE if name == labels.selection.start else {})
        graph.node(name, f"<{label}>", id=f"decision-{name}", **look)
        return
    status = pathway.status[name]
    look = {**OVERVIEW, "class": status} if labels.overview else group_look(status)
    if labels.selection.blank:
        look = BLANK
    graph.node(name, f"<{labels.card(name)}>", id=f"treatment-{name}", **look)


def _arrow_look(selection: Selection, arrow: Arrow) -> dict[str, str]:
    overview = selection.is_overview and arrow.state == "open"
    look = {"class": arrow.state, **(OVERVIEW_ARROW if overview else ARROWS[arrow.state])}
    if arrow.inferred:
        look |= INFERRED_ARROW
    words = selection.arrow_words(arrow)
    return {**look, "label": arrow_label(words)} if words else look


OVERVIEW = {
    "color": LINE,
    "fillcolor": PAPER,
    "penwidth": "1.2",
    "style": "filled,rounded",
}
START_HERE = {"color": START, "fillcolor": GLOW, "penwidth": "2.5"}
"""The question to begin with, where nothing is offered yet."""
BLANK = {"class": "blank", **OVERVIEW, "color": SOFT_INK}
BLANK_ARROW = {"class": "blank", "color": LINE, "penwidth": "1"}
"""Before the answer is shown: of all boxes, and of all arrows, the same."""
OVERVIEW_ARROW = {"color": SOFT_INK, "fontcolor": SOFT_INK, "penwidth": "1.2", "style": "dashed"}
INFERRED_ARROW = {"arrowhead": "onormal"}
"""An arrow that rests on our inference alone has an empty head."""


def group_look(status: Status) -> dict[str, str]:
    """Graphviz's attributes of a group's card."""
    look = LOOKS[status]
    return {
        "class": status,
        "style": f"filled,rounded,{look.border}",
        "color": look.ink,
        "fillcolor": PAPER if status is Status.DEPENDS else look.fill,
        "penwidth": str(look.width),
    }


def question_look(state: Way | Literal["blank"]) -> dict[str, str]:
    """Graphviz's attributes of a question, by its state; in a blank drawing all are the same."""
    return {
        "class": f"decision {state}",
        "color": LINE,
        "fillcolor": WASH,
        "margin": "0.06,0.05",
        "penwidth": "1",
        "style": "filled,rounded",
    }
