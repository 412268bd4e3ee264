"""A cohort on the flowchart: numbers on cards and at answers, arrows as wide as many go along."""

from __future__ import annotations

import graphviz

from ..drawing.flowchart import EDGE, GRAPH, NODE, OVERVIEW, question_look
from ..drawing.labels import SIZES, arrow_label
from ..drawing.places import across, draw_arrow, hold_places, rows, spots_of
from ..drawing.theme import INK, LINE, SOFT_INK
from ..guide.route import Arrow
from ..tables.models import Spot
from .labels import card, foot, question, title
from .tallies import Tallies

__all__ = ["flowchart"]

_THINNEST, _WIDEST = 1.0, 9.0
"""Of arrows, in points: along the first go few, along the second all."""


def flowchart(tallies: Tallies) -> graphviz.Digraph:
    """The flowchart of a guide with a cohort's counts."""
    guide = tallies.guide
    services = guide.network.services
    ranks = [[name for name in rank if name not in services] for rank in rows(guide)]
    ranks = [rank for rank in ranks if rank]
    frame = {"label": foot(tallies), "labelloc": "b"}
    graph = graphviz.Digraph(
        "cohort", graph_attr={**GRAPH, **frame}, node_attr=NODE, edge_attr=EDGE
    )
    for names in ranks:
        with graph.subgraph() as rank:
            rank.attr(rank="same")
            for name in names:
                _node(rank, tallies, name)
    graph.node("title_", title(tallies), shape="plain")
    hold_places(graph, [["title_"], *ranks])
    places = spots_of(ranks)
    order = across(guide)
    joined = [each for each in tallies.arrows if not guide.network.is_throughout(*each)]
    for origin, target in sorted(joined, key=lambda each: order.index(guide.outermost(each[1]))):
        counts = tallies.arrows[origin, target]
        if any(counts):
            arrow = Arrow(origin, target, "", "taken", (), inferred=False)
            ends = places[guide.outermost(origin)], places[guide.outermost(target)]
            look = _look(tallies, *counts)
            look |= _beside(look.pop("label", ""), origin in guide.factors, *ends)
            draw_arrow(graph, guide, arrow, places, look)
    return graph


def _node(graph: graphviz.Digraph, tallies: Tallies, name: str) -> None:
    if name in tallies.guide.network.decisions:
        label = question(tallies, name)
        graph.node(name, f"<{label}>", id=f"decision-{name}", **question_look("taken"))
    else:
        graph.node(name, f"<{card(tallies, name)}>", id=f"treatment-{name}", **OVERVIEW)


def _look(tallies: Tallies, taken: int, perhaps: int) -> dict[str, str]:
    """An arrow's width and number; dashed where it is on the way for nobody for sure."""
    if not taken:
        return {"class": "open", "color": LINE, "penwidth": str(_THINNEST), "style": "dashed"}
    width = _THINNEST + (_WIDEST - _THINNEST) * tallies.share(taken)
    return {
        "class": "taken",
        "color": SOFT_INK,
        "fontcolor": INK,
        "fontsize": str(SIZES["member"]),
        "label": arrow_label(tallies.number(taken)),
        "labelfontsize": str(SIZES["member"]),
        "penwidth": f"{width:.1f}",
    }


def _beside(label: str, is_question: bool, origin: Spot, target: Spot) -> dict[str, str]:
    """Where an arrow's number stands, and where one leaves and ends that stays in its rank.

    Graphviz has no place for a number on such an arrow; it stands at an end. From a question the
    arrow leaves below, as in a path. The edge of one that leads to the left runs backwards.
    """
    if origin[0] != target[0]:
        return {"label": label} if label else {}
    if not is_question:
        ports, at = ("e", "w"), "tail"
    elif target > origin:
        ports, at = ("s", "sw"), "head"
    else:
        ports, at = ("se", "s"), "tail"
    look = {"tailport": ports[0], "headport": ports[1]}
    angle = "40" if ports[0] == "se" else "-40"
    if label:
        look |= {f"{at}label": label, "labelangle": angle, "labeldistance": "2.8"}
    return look
