"""Where Graphviz puts the boxes, arrows and words of a drawing."""

from __future__ import annotations

import re
from itertools import combinations

import pygraphviz


class Layout:
    """Where Graphviz put everything, in points.

    Read from the laid-out graph: Graphviz's own JSON writer crashes on rounded table cells.
    """

    def __init__(self, dot):
        graph = pygraphviz.AGraph(string=dot)
        graph.layout("dot")
        self.boxes = {str(node): self._box(node.attr) for node in graph.nodes()}
        self.arrows = [Arrow(edge) for edge in graph.edges() if edge.attr["style"] != "invis"]

    @staticmethod
    def _box(attributes):
        x, y = map(float, attributes["pos"].split(","))
        w, h = float(attributes["width"]) * 36, float(attributes["height"]) * 36
        return x - w, y - h, x + w, y + h


class Arrow:
    """An arrow's ends, points along its curves, its words, and the boxes that they take."""

    def __init__(self, edge):
        self.ends = set(edge)
        places = re.sub(r"[es],\S+ ", "", edge.attr["pos"]).split()
        knots = [tuple(map(float, place.split(","))) for place in places]
        self.points = [
            tuple(
                (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t**2 * r + t**3 * s
                for p, q, r, s in zip(*knots[i : i + 4], strict=True)
            )
            for i in range(0, len(knots) - 1, 3)
            for t in (step / 12 for step in range(13))
        ]
        self.label, self.words, self.lines = None, "", []
        if edge.attr["lp"]:
            x, y = map(float, edge.attr["lp"].split(","))
            lines = re.findall(r">([^<>]+)<", edge.attr["label"])
            self.words = " ".join(lines)
            half, high = 3.6 * max(map(len, lines)), 7 * len(lines)
            self.label = x - half, y - high, x + half, y + high
            for i, line in enumerate(lines):
                middle, half = y + high - 7 - 14 * i, 3.6 * len(line)
                self.lines.append((x - half, middle - 7, x + half, middle + 7))


def apart(a, b):
    return a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


def inside(point, box, by=2.0):
    x, y = point
    return box[0] + by < x < box[2] - by and box[1] + by < y < box[3] - by


def assert_clean(layout):
    for (one, a), (two, b) in combinations(layout.boxes.items(), 2):
        assert apart(a, b), f"{one} lies over {two}"
    for arrow in layout.arrows:
        ends, label = arrow.ends, arrow.label
        for name, box in layout.boxes.items():
            if name not in ends:
                through = any(inside(point, box) for point in arrow.points)
                assert not through, f"the arrow between {ends} runs through {name}"
            assert label is None or apart(label, box), f"the label between {ends} lies on {name}"


def places(layout):
    """Who stands in which rank, from left to right."""
    ranks = {}
    for name, (x0, y0, x1, y1) in layout.boxes.items():
        ranks.setdefault(round((y0 + y1) / 2), []).append((x0 + x1, name))
    return [[name for _, name in sorted(ranks[y])] for y in sorted(ranks, reverse=True)]
