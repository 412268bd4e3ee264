"""Graphviz in the page beside Graphviz in Python: the same texts in boxes of the same size."""

from __future__ import annotations

import re

import pytest
from bridge import Bridge
from conftest import Watched
from packaged import random_pathways, the_guide
from sizes import size

from pnet_paths.drawing.picture import dot, svg
from pnet_paths.drawing.render import render_svg
from pnet_paths.drawing.stage_board import board
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


def boxes(drawing):
    """The width and height of each node's shape."""
    found = {}
    for match in NODE.finditer(drawing):
        numbers = [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", match["points"])]
        columns = numbers[::2], numbers[1::2]
        found[match["name"]] = [max(column) - min(column) for column in columns]
    return found


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


def compare(ours, pythons, what):
    assert texts(ours) == texts(pythons), what
    drawn, expected = boxes(ours), boxes(pythons)
    assert drawn.keys() == expected.keys(), what
    for name, box in drawn.items():
        assert box == pytest.approx(expected[name], rel=0.02), (what, name)
    apart = max(
        abs(here / there - 1) for here, there in zip(extent(ours), extent(pythons), strict=True)
    )
    assert apart <= 0.03, what
    return apart


def test_paths_are_drawn_alike(lay_out):
    apart = [
        compare(lay_out(dot(pathway)), svg(pathway), pathway)
        for pathway, _ in random_pathways(size(15, 300), seed=21)
    ]
    # Letters a pixel wider can send an arrow another way: seldom, and never in the few of each day.
    assert sum(share > 0.02 for share in apart) <= len(apart) // 100


def test_boards_are_drawn_alike(lay_out):
    groups = [group.id for group in the_guide().groups]
    for pathway, draw in random_pathways(size(8, 150), seed=22):
        source = board(pathway, groups[: draw.randint(0, len(groups))]).source
        assert compare(lay_out(source), render_svg(source, "", ""), pathway) <= 0.02, pathway
