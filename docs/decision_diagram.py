"""Draw the decision diagram of a treatment, for the page that says how it works."""

from __future__ import annotations

from collections.abc import Mapping

import graphviz

from pnet_paths import Guide
from pnet_paths.drawing.flowchart import FONT
from pnet_paths.drawing.render import render_svg
from pnet_paths.drawing.theme import INK, LINE, LOOKS, PAPER, SOFT_INK, WASH
from pnet_paths.logic.decision_diagrams import UNKNOWN
from pnet_paths.statuses import status_of

__all__ = ["DecisionDiagram"]

_IMPOSSIBLE = 0
"""Where a path leads that no profile can take; it is not drawn."""


class DecisionDiagram:
    """What is asked, fact by fact, until the status of a treatment is certain.

    Args:
        guide: where the treatment is.
        treatment: its id.
        known: levels by factor; these are not asked.
    """

    def __init__(
        self, guide: Guide, treatment: str, known: Mapping[str, str] | None = None
    ) -> None:
        self.guide = guide
        self.treatment = guide.treatments[guide.check_treatment(treatment)]
        self.forest = guide.evaluator.forest
        self.codes = guide.space.codes(guide.profile(known))
        self.factors = list(guide.factors.values())
        self._seen: dict[int, int] = {}
        self.root = self._next(guide.evaluator.roots[treatment])
        self.nodes = self._below(self.root, {})

    @property
    def questions(self) -> int:
        """How many nodes ask something."""
        return sum(self.forest.factor_of(node) is not None for node in self.nodes)

    def _next(self, node: int) -> int:
        """Where a node leads by what is known, and by what else would be impossible."""
        place = self.forest.factor_of(node)
        if place is None:
            return node
        if node not in self._seen:
            branches = self.forest.branches(node)
            code = self.codes[place]
            open_to = branches if code == UNKNOWN else (branches[code],)
            ends = {self._next(branch) for branch in open_to} - {_IMPOSSIBLE}
            self._seen[node] = min(ends, default=_IMPOSSIBLE) if len(ends) < 2 else node
        return self._seen[node]

    def _below(self, node: int, found: dict[int, list[int]]) -> dict[int, list[int]]:
        """By node where each level of its factor leads, nodes from the top first."""
        if node not in found:
            found[node] = [self._next(branch) for branch in self.forest.branches(node)]
            for branch in found[node]:
                if branch != _IMPOSSIBLE:
                    self._below(branch, found)
        return found

    def _repr_svg_(self) -> str:
        title = f"What {self.treatment.phrase} depends on, as a decision diagram"
        return render_svg(self.source, title, "")

    @property
    def source(self) -> str:
        """The diagram as Graphviz source."""
        graph = graphviz.Digraph(
            graph_attr={"bgcolor": PAPER, "nodesep": "0.3", "ranksep": "0.55", "margin": "0.04"},
            node_attr={"fontname": FONT, "fontsize": "14", "fontcolor": INK, "height": "0.45"},
            edge_attr={"fontname": FONT, "fontsize": "12", "color": SOFT_INK, "arrowsize": "0.7"},
        )
        for node, branches in self.nodes.items():
            self._add(graph, node, branches)
        source: str = graph.source
        return source

    def _add(self, graph: graphviz.Digraph, node: int, branches: list[int]) -> None:
        place = self.forest.factor_of(node)
        if place is None:
            graph.node(str(node), **_end(node))
            return
        factor = self.factors[place]
        question = graphviz.escape(factor.question)
        style = {"shape": "box", "style": "rounded,filled", "fillcolor": WASH, "color": LINE}
        graph.node(str(node), question, **style)
        for target in dict.fromkeys(branch for branch in branches if branch != _IMPOSSIBLE):
            labels = [
                level.label
                for level, leads in zip(factor.levels, branches, strict=True)
                if leads == target
            ]
            text = graphviz.escape(f" {', '.join(labels)} ")
            graph.edge(str(node), str(target), label=text, fontcolor=INK)


def _end(ranks: int) -> dict[str, str]:
    """How the status at the end of a path looks."""
    status = status_of(ranks)
    look = LOOKS[status]
    return {
        "label": status.label,
        "shape": "box",
        "style": f"rounded,filled,{look.border}",
        "fillcolor": look.fill,
        "color": look.ink,
        "fontcolor": look.ink,
        "penwidth": str(look.width),
    }
