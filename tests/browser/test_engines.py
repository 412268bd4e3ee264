"""Graphviz in the page beside Graphviz in Python: the same texts in boxes of the same size."""

from __future__ import annotations

import re

import pytest
from bridge import Bridge
from conftest import Watched
from packaged import random_pathways, the_guide
from sizes import size

from pnet_paths.drawing.flowchart import flowchart
from pnet_paths.drawing.picture import dot, svg
from pnet_paths.drawing.render import render_svg
from pnet_paths.widgets.flowchart import Flowchart

LAID_OUT = """async (source) => {
  const layout = await globalThis[Symbol.for("pnet-paths graphviz")];
  return layout(source, "A title", "A description");
}"""
NODE = re.compile(
    r'<g id="(?P<name>(?:treatment|decision)-\w+)" class="node.*?'
    r'(?:d|points)="(?P<points>[^"]+)"',
    re.DOTALL,
)


def corners(drawing):
    """Left, right, top and bottom of each node's shape."""
    found = {}
    for match in NODE.finditer(drawing):
        numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", match["points"])]
        xs, ys = numbers[::2], numbers[1::2]
        found[match["name"]] = (min(xs), max(xs), min(ys), max(ys))
    return found


def boxes(drawing):
    """The width and height of each node's shape."""
    return {
        name: [right - left, bottom - top]
        for name, (left, right, top, bottom) in corners(drawing).items()
    }


def span(drawing):
    """The width and height that the nodes take together."""
    lefts, rights, tops, bottoms = zip(*corners(drawing).values(), strict=True)
    return [max(rights) - min(lefts), max(bottoms) - min(tops)]


def texts(drawing):
    words = re.findall(r"<text[^>]*>([^<]*)</text>", drawing)
    plain = (each.replace("\u200a", "").replace("&#160;", "\xa0") for each in words)
    return sorted(each for each in plain if each.strip())


def extent(drawing):
    return [float(each) for each in re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', drawing).groups()]


@pytest.fixture
def lay_out(chromium, tmp_path):
    watched = Watched(chromium.new_page(), "file://")
    Bridge(watched.page, Flowchart(the_guide().evaluate()), tmp_path)
    yield lambda source: watched.page.evaluate(LAID_OUT, source)
    watched.assert_quiet()
    watched.close()


def compare(ours, pythons, what, label_beside=0.02):
    """How far the places of the nodes are apart, once texts, boxes and the whole are alike."""
    assert texts(ours) == texts(pythons), what
    drawn, expected = boxes(ours), boxes(pythons)
    assert drawn.keys() == expected.keys(), what
    for name, box in drawn.items():
        assert box == pytest.approx(expected[name], rel=0.02, abs=3), (what, name)
    assert extent(ours) == pytest.approx(extent(pythons), rel=label_beside), what
    return max(abs(here / there - 1) for here, there in zip(span(ours), span(pythons), strict=True))


def test_paths_are_drawn_alike(lay_out):
    # The label of an outermost arrow can stand on its other side: 3% of the width.
    apart = [
        compare(lay_out(dot(pathway)), svg(pathway), pathway, label_beside=0.04)
        for pathway, _ in random_pathways(size(15, 300), seed=21)
    ]
    # Letters a pixel wider can send an arrow another way: seldom, and never in the few of each day.
    assert max(apart) <= 0.06
    assert sum(share > 0.02 for share in apart) <= len(apart) // 100


def test_blank_drawings_are_drawn_alike(lay_out):
    for pathway, _ in random_pathways(size(8, 150), seed=22):
        source = flowchart(pathway, "blank", framed=False).source
        assert compare(lay_out(source), render_svg(source, "", ""), pathway) <= 0.02, pathway
