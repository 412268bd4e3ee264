"""A pathway as Graphviz source. How the flowchart is built and laid out is decided here alone.

Groups of treatments are cards, factors with a place are decisions, steps are arrows. Ranks and
the order in them come from the tables and never change with the profile; only what a card holds
and how an arrow is drawn do. Nothing here knows a screen or a way of rendering.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import graphviz

from ..guide.pathway import PathwayValue
from ..guide.route import Arrow, Way
from ..statuses import Status
from ..tables.models import Spot
from .labels import arrow_label, card, decision, foot, title
from .places import connect, hold_places, placed, ranked
from .theme import INK, LINE, LOOKS, PAPER, View

__all__ = ["ARROWS", "FONT", "decision_look", "flowchart", "group_look", "node", "passes_a_rank"]

FONT = "Verdana,DejaVu Sans,Bitstream Vera Sans,sans-serif"
"""Fonts of one width: what measures the text and what shows it may be two machines."""

ARROWS = {
    "taken": {"color": INK, "fontcolor": INK, "penwidth": "2.6"},
    "open": {
        "color": LOOKS[Status.DEPENDS].ink,
        "fontcolor": LOOKS[Status.DEPENDS].ink,
        "penwidth": "1.4",
        "style": "dashed",
    },
    "off": {
        "color": LINE,
        "fontcolor": LOOKS[Status.NOT_NAMED].ink,
        "penwidth": "0.9",
        "arrowsize": "0.6",
    },
}


def flowchart(
    pathway: PathwayValue, view: View = "path", differs: Collection[str] = ()
) -> graphviz.Digraph:
    """The flowchart of a pathway.

    Args:
        view: ``"path"`` unfolds the groups that are offered or open; ``"map"`` unfolds all.
        differs: treatments to be marked in a path as different from another drawing.

    >>> from pnet_paths import load_guide
    >>> "Somatostatin analogs" in flowchart(load_guide().evaluate()).source
    True
    """
    graph = graphviz.Digraph(
        "pathway",
        graph_attr={
            "bgcolor": PAPER,
            "fontname": FONT,
            "label": foot(pathway),
            "labelloc": "b",
            "margin": "0.1",
            "nodesep": "0.22",
            "ranksep": "0.28",
        },
        node_attr={"fontname": FONT, "fontsize": "15", "shape": "box", "margin": "0.09,0.04"},
        edge_attr={"fontname": FONT, "fontsize": "12", "arrowsize": "0.8"},
    )
    ranks = ranked(pathway.guide)
    with graph.subgraph(name="cluster_all") as whole:
        whole.attr(label=title(pathway, view), labelloc="t", pencolor="none", margin="6")
        for spots in ranks:
            with whole.subgraph() as rank:
                rank.attr(rank="same")
                for name in spots:
                    node(rank, pathway, name, view, differs)
        hold_places(whole, ranks)
        places = placed(ranks)
        for arrow in pathway.route.arrows:
            if arrow.kind != "throughout":
                _edge(whole, pathway, arrow, places, view)
    return graph


def node(
    graph: graphviz.Digraph,
    pathway: PathwayValue,
    name: str,
    view: View = "path",
    differs: Collection[str] = (),
) -> None:
    """Draw a decision, or a group of treatments.

    Args:
        graph: what is drawn into.
        pathway: what is drawn of.
        name: the id of a factor or group.
        view: ``"path"`` or ``"map"``.
        differs: treatments to be marked as different.
    """
    if name in pathway.route.decisions:
        found = pathway.route.decisions[name]
        attributes = decision_look(found.state, found.answer is not None)
        graph.node(name, decision(pathway, found, view), id=f"decision-{name}", **attributes)
        return
    label = f"<{card(pathway, name, view, differs)}>"
    graph.node(name, label, id=f"treatment-{name}", **group_look(pathway.status[name]))


def group_look(status: Status) -> dict[str, str]:
    """Graphviz's attributes of a group's card."""
    look = LOOKS[status]
    return {
        "class": status,
        "style": f"filled,rounded,{look.border}",
        "color": look.ink,
        "fillcolor": look.fill,
        "penwidth": str(look.width),
    }


def decision_look(state: Way, answered: bool) -> dict[str, str]:
    """Graphviz's attributes of a decision."""
    if state == "off":
        look = LOOKS[Status.NOT_NAMED]
        colours = {"color": look.ink, "fillcolor": look.fill, "penwidth": "0.9"}
    elif answered and state == "taken":
        colours = {"color": INK, "fillcolor": PAPER, "penwidth": "2.2"}
    else:
        colours = {"color": LOOKS[Status.DEPENDS].ink, "fillcolor": PAPER, "penwidth": "1.6"}
    dashed = state != "off" and not answered
    return {
        "shape": "hexagon",
        "margin": "0.02,0.02",
        "width": "2.2",  # a short answer takes the room of most others, and nothing beside it moves
        "style": f"filled,{'dashed' if dashed else 'solid'}",
        "class": f"decision {state}{' asked' if dashed else ''}",
        **colours,
    }


def _edge(
    graph: graphviz.Digraph,
    pathway: PathwayValue,
    arrow: Arrow,
    places: Mapping[str, Spot],
    view: View,
) -> None:
    attributes = {"class": arrow.state, **ARROWS[arrow.state]}
    ends = [pathway.guide.outermost(end) for end in (arrow.origin, arrow.target)]
    narrow = arrow.state == "open" and passes_a_rank(places, *ends)
    if view == "map":
        attributes["label"] = arrow_label(arrow.every_label)
        attributes["arrowsize"] = "0.8"
    elif arrow.label and arrow.state != "off":
        attributes["label"] = arrow_label(arrow.label, narrow)
    connect(graph, pathway.guide, arrow, places, attributes)


def passes_a_rank(places: Mapping[str, Spot], origin: str, target: str) -> bool:
    """Whether cards stand beside an arrow: there its label is as narrow as its words allow."""
    return places[target][0] - places[origin][0] > 1
