"""A drawing in one column, for a page as narrow as a phone: the same cards, read by scrolling down.

One node a rank, in the order of the usual drawing. Only arrows that are taken or open are drawn,
without words: those stand in the cards of the arrows. Title and legend are the page's, which fills
in the labels; this is what they stand in.
"""

from __future__ import annotations

from itertools import pairwise

import graphviz

from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from .flowchart import FONT, node
from .places import connect, ranked
from .theme import PAPER

__all__ = ["NARROW", "UNSEEN", "column"]

NARROW = {"card": 20, "line": 28, "folded": 22, "type": 14, "touch": 5}
"""How many characters go into the lines of a narrow drawing; its smallest type and the room around
a row, in points."""
UNSEEN = {"class": "off", "style": "invis"}
"""An arrow that is not taken."""


def column(guide: GuideValue) -> graphviz.Digraph:
    """The nodes and arrows of a guide in one column, with nothing known.

    >>> from pnet_paths import load_guide
    >>> "Somatostatin analogs" in column(load_guide()).source
    True
    """
    pathway = PathwayValue.of(guide)
    graph = graphviz.Digraph(
        "pathway",
        graph_attr={
            "bgcolor": PAPER,
            "fontname": FONT,
            "margin": "0.02",
            "nodesep": "0.1",
            "ranksep": "0.25",
            "splines": "ortho",
        },
        node_attr={
            "fontname": FONT,
            "fontsize": "15",
            "group": "column",
            "margin": "0.09,0.04",
            "shape": "box",
        },
        edge_attr={"arrowsize": "0.8", "weight": "0"},
    )
    names = [name for rank in ranked(guide) for name in rank]
    for name in names:
        node(graph, pathway, name)
    for above, below in pairwise(names):
        graph.edge(above, below, style="invis", weight="100")
    places = {name: (rank, 0) for rank, name in enumerate(names)}
    for arrow in pathway.route.arrows:
        if arrow.kind != "throughout":
            connect(graph, guide, arrow, places, UNSEEN)
    return graph
