"""The source of a path's drawing: what the front end fills in equals Python's, byte by byte."""

from __future__ import annotations

from itertools import product

import packaged
import pytest
from all_profiles import built
from hypothesis import given
from hypothesis import strategies as st
from sizes import examples, size
from strategies import guides, profiles
from v8 import Core, pathways, random_profiles

from pnet_paths.drawing.flowchart import flowchart
from pnet_paths.drawing.line_breaks import wrap_lines

MODULES = [
    ("pathway", "Pathway"),
    ("flowchart", "dot"),
    ("line_breaks", "wrapLines"),
]
SOURCE = "(guide, [codes, how]) => dot(new Pathway(guide, codes), how)"


def compare(core, guide, some):
    some = list(pathways(guide, some))
    codes = [guide.space.codes(pathway.profile) for pathway in some]
    for view, framed in product(("path", "map", "blank"), (False, True)):
        how = {"everything": view == "map", "blank": view == "blank", "framed": framed}
        sources = core.ask(SOURCE, [(each, how) for each in codes])
        for pathway, source in zip(some, sources, strict=True):
            assert source == flowchart(pathway, view, framed=framed).source, pathway


@pytest.mark.parametrize("which", ["guide", "toy_guide"])
def test_the_source_is_the_same(which, request):
    guide = request.getfixturevalue(which)
    compare(Core(guide, *MODULES), guide, random_profiles(guide, size(50, 300), seed=8))


def test_the_words_of_an_arrow_between_cards_are_the_same():
    guide = packaged.guide_of("nci-2025")
    compare(
        Core(guide, *MODULES),
        guide,
        [
            {"kind": "gastrinoma", "site": "several", "extent": "localized", "course": "first"},
            {"kind": "vipoma", "extent": "localized", "symptoms": "hormonal", "course": "first"},
            {"kind": "insulinoma", "extent": "metastatic", "symptoms": "none", "growth": "slow"},
        ],
    )


@given(guides(), st.data())
@examples(10, 120)
def test_the_same_holds_for_random_guides(frames, data):
    guide = built(frames)
    levels = {name: [level.id for level in each.levels] for name, each in guide.factors.items()}
    compare(Core(guide, *MODULES), guide, [data.draw(profiles(levels)) for _ in range(5)])


@pytest.fixture(scope="module")
def toy_core(toy_guide):
    return Core(toy_guide, *MODULES)


WORDS = st.text("abcdé漢 -—123,.()&<\\'\u00a0😀", max_size=60) | st.lists(
    st.sampled_from(
        ["grade", "2", "two", "weeks", "receptor-positive", "and", "well-differentiated", "a--b"]
    )
).map(" ".join)


@given(st.lists(st.tuples(WORDS, st.integers(1, 40)), min_size=20, max_size=20))
@examples(30, 1_000)
def test_lines_end_where_pythons_do(toy_core, some):
    some = [(" ".join(words.split(" ")).strip(" "), width) for words, width in some]
    answers = toy_core.ask("(guide, [words, width]) => wrapLines(words, width)", some)
    for (words, width), lines in zip(some, answers, strict=True):
        assert lines == wrap_lines(words, width), (words, width)
