"""The flowchart: what is drawn, where it stands, and that table text stays text."""

from __future__ import annotations

import math
import random
import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from layout import Layout, assert_clean, places
from packaged import guide_of, packaged_profiles
from sizes import examples, size
from strategies import tables

import pnet_paths
from pnet_paths import ProfileError
from pnet_paths.drawing.flowchart import flowchart
from pnet_paths.drawing.labels import SIZES
from pnet_paths.drawing.line_breaks import wrap_lines
from pnet_paths.drawing.places import ranked, rows
from pnet_paths.drawing.selection import Selection
from pnet_paths.drawing.theme import DARK, INK, LINE, LOOKS, PAPER, SOFT_INK, START
from pnet_paths.statuses import Status

VIEWS = ["path", "map"]


@pytest.fixture(scope="module")
def pathways(guide):
    """The examples, and where nothing is known."""
    profiles = [{}, *(preset.profile for preset in guide.presets.values())]
    return [guide.evaluate(profile) for profile in profiles]


@pytest.mark.parametrize("view", VIEWS)
@examples(20, 60)
@given(packaged_profiles())
def test_nothing_lies_over_anything_and_places_hold(guide, view, profile):
    """What is absent leaves no hole; the rank of what is there is the guide's."""
    try:
        pathway = guide.evaluate(profile)
    except ProfileError:
        return
    layout = Layout(flowchart(pathway, view, framed=False).source)
    assert_clean(layout)
    whole = rows(guide) if view == "path" else ranked(guide)
    left = iter(whole)
    for names in places(layout):
        assert any(set(names) <= set(rank) for rank in left), names


def test_the_order_in_a_rank_is_the_guides(guide):
    """Graphviz lets two neighbours change places in about one of 300: never more."""
    moved = 0
    for pathway in some_pathways(guide, size(30, 300)):
        ranks = places(Layout(flowchart(pathway, framed=False).source))
        moved += ranks != Selection(pathway, "path").ranks
    assert moved <= 3


def some_pathways(guide, count):
    """Random pathways of two to nine facts beside those that are assumed."""
    draw, found = random.Random(4), []
    while len(found) < count:
        names = draw.sample(list(guide.factors), draw.randint(2, 9))
        facts = {name: draw.choice(guide.factors[name].levels).id for name in names}
        try:
            found.append(guide.evaluate(guide.assumed | facts))
        except ProfileError:
            continue
    return found


@examples(30, 200)
@given(packaged_profiles())
def test_every_group_and_every_no_is_told_once(guide, profile):
    try:
        selection = Selection(guide.evaluate(profile), "path")
    except ProfileError:
        return
    pathway = selection.pathway
    told = [name for line in selection.lines for name in line.treatments]
    drawn = [group.id for group in selection.groups]
    shown = [member.id for group in drawn for _, member in selection.rows(group)]
    assert len({*told, *drawn, *shown}) == len([*told, *drawn, *shown])
    assert {group.id for group in guide.groups} <= {*told, *drawn}
    for name, status in pathway.status.items():
        noes = [pathway.status[group] for group in guide.groups_of(name)]
        if status == "against" and "against" not in noes:
            assert name in [*told, *drawn], name
        if name in told and status in ("usual", "option", "later", "depends"):
            assert name in guide.network.services, "what may be offered here is drawn"


def test_a_no_is_drawn_where_its_words_are_its_own(guide):
    removed = {"grade": "G2", "extent": "localized", "removed": "yes"}
    selection = Selection(guide.evaluate(removed), "path")
    assert {"surgery", "follow_up"} <= selection.nodes
    assert "ssa" not in selection.nodes
    (line,) = [line for line in selection.lines if line.words == "line_against"]
    (group,) = [group for group in line.groups if "ssa" in group]
    assert {"prrt", "chemotherapy", "targeted_therapy"} <= set(group)
    assert "Immunotherapy (usually not needed after surgery)" in selection.words(line)


def crossings(arrows):
    """Pairs of arrows that cross and share no end."""
    return sum(
        any(cross(*p, *q) for p in pairwise(one.points) for q in pairwise(two.points))
        for one, two in combinations(arrows, 2)
        if not one.ends & two.ends
    )


def cross(a, b, c, d):
    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def test_a_path_can_be_followed_by_eye(guide):
    """Few arrows cross, none is much longer than it has to be; letters are large enough."""
    some = some_pathways(guide, size(30, 150))
    layouts = [Layout(flowchart(pathway, framed=False).source) for pathway in some]
    count = len(layouts)
    assert sum(crossings(layout.arrows) for layout in layouts) / count <= 0.7
    arrows = [arrow for layout in layouts for arrow in layout.arrows]
    lengths = [sum(math.dist(*ends) for ends in pairwise(arrow.points)) for arrow in arrows]
    straight = [math.dist(arrow.points[0], arrow.points[-1]) for arrow in arrows]
    detours = sum(long > 1.3 * short for long, short in zip(lengths, straight, strict=True))
    assert detours / count <= 0.7
    beside_the_facts = 1014  # pixels of a drawing's place on a page of 1366
    wide = sorted(max(box[2] for box in layout.boxes.values()) for layout in layouts)
    assert SIZES["small"] * beside_the_facts / wide[int(0.95 * count)] >= 10.5


def texts(svg):
    root = ET.fromstring(svg) if isinstance(svg, str) else svg
    return [text for element in root.iter() if (text := (element.text or "").strip())]


def element(svg, identity):
    return next(e for e in ET.fromstring(svg).iter() if e.get("id") == identity)


def test_a_card_lists_the_members_of_what_is_offered(guide):
    """And where nothing is offered yet, each group is told by its name and size."""
    pathway = guide.evaluate(guide.assumed | {"extent": "metastatic", "grade": "G2"})
    ids = {e.get("id") for e in ET.fromstring(pathway.to_svg()).iter()}
    assert pathway.status["ssa"] == "usual"
    assert {"treatment-ssa", "treatment-octreotide", "treatment-lanreotide"} <= ids
    assert pathway.status["surgery"] == "depends"
    assert "treatment-surgery" in ids
    assert "treatment-debulking" not in ids
    overview = guide.evaluate().to_svg()
    shown = " ".join(texts(element(overview, "treatment-chemotherapy")))
    assert shown == "Chemotherapy 4 regimens"
    assert "depends" not in " ".join(texts(element(overview, "treatment-surgery")))


def test_an_overview_lights_the_question_that_settles_most(guide):
    overview = guide.evaluate()
    for name in overview.route.decisions:
        is_first = name == overview.settles().facts[0].factor
        drawn = element(overview.to_svg(), f"decision-{name}")
        assert (START in ET.tostring(drawn, "unicode")) == is_first
    known = guide.evaluate(guide.assumed | {"extent": "metastatic", "grade": "G2"})
    assert START not in known.to_svg()


def test_the_map_shows_every_treatment_with_its_status(pathways):
    for pathway in pathways:
        assert_told(pathway)


def assert_told(pathway):
    svg = pathway.to_svg("map")
    for name, status in pathway.status.items():
        shown = " ".join("\n".join(element(svg, f"treatment-{name}").itertext()).split())
        assert pathway.guide.treatments[name].label in shown
        group = not pathway.guide.treatments[name].member_of
        assert (status.label if group else status.symbol) in shown


@pytest.mark.parametrize("width", range(9, 50))
def test_a_number_and_its_word_stay_in_one_line(width):
    words = "not for grade 1 or 2 tumors of 2.5 cm, if less than 6 months (grade 3: 12 weeks)"
    lines = wrap_lines(words, width)
    assert " ".join(lines) == words
    assert max(map(len, lines)) <= width
    for pair in ("grade 1", "2.5 cm", "6 months", "12 weeks"):
        assert any(pair in line for line in lines), pair


def test_the_way_taken_is_spoken_of_from_the_rest(guide):
    facts = {"extent": "metastatic", "grade": "G2", "prior_ssa": "yes"}
    pathway = guide.evaluate(guide.assumed | facts)
    states = {(a.origin, a.target): (a.state, a.label) for a in pathway.route.arrows}
    assert states["extent", "ssa"] == ("taken", "metastatic\xa0†")
    assert states["ssa", "chemotherapy"] == ("taken", "then, and/or")
    assert states["sstr", "prrt"] == ("open", "positive")
    assert states["extent", "active_surveillance"][0] == "off"
    assert states["resectability", "follow_up"][0] == "off"
    path, whole = pathway.to_svg(), pathway.to_svg("map")
    width = {
        state: float(element(svg, f"arrow-{ends}")[0].get("stroke-width", 1))
        for state, svg, ends in [
            ("taken", path, "extent-ssa"),
            ("open", path, "sstr-prrt"),
            ("off", whole, "resectability-follow_up"),
        ]
    }
    assert width["taken"] > width["open"] > width["off"]
    assert element(path, "arrow-sstr-prrt")[0].get("stroke-dasharray")
    assert "arrow-resectability-follow_up" not in path


def test_what_a_card_leads_to_another_for_stands_on_the_arrow(guide):
    """But for what several arrows of a card say; a question beside has room for three words."""
    well = {"grade": "G2", "differentiation": "well", "extent": "metastatic", "sstr": "positive"}
    assert words_of_arrows(guide, well | guide.assumed) == {}
    other = guide_of("nci-2025")
    several = {"kind": "gastrinoma", "site": "several", "extent": "localized"}
    assert words_of_arrows(other, several | {"resectability": "resectable", "course": "first"}) == {
        ("surgery", "acid_control"): "if residual disease is present"
    }
    slow = {"extent": "metastatic", "symptoms": "none", "growth": "slow", "course": "first"}
    assert words_of_arrows(other, slow) == {}


def words_of_arrows(guide, profile):
    selection = Selection(guide.evaluate(profile), "path")
    words = {(a.origin, a.target): selection.arrow_words(a) for a in selection.arrows}
    return {ends: some for ends, some in words.items() if some}


def test_a_question_carries_its_answers(guide):
    """The one that holds is dark, one that cannot be given is struck through."""
    pathway = guide.evaluate({"liver": "small", "grade": "G2"})
    svg = pathway.to_svg()
    held, closed = (element(svg, f"answer-extent-{e}") for e in ("metastatic", "localized"))
    assert held.find("{*}path").get("fill") == INK, "implied is known"
    assert closed.find("{*}path").get("fill") == PAPER
    assert closed.find("{*}text").get("text-decoration") == "line-through"
    assert held.find("{*}text").get("text-decoration") is None
    labels = [level.label for level in guide.factors["sstr"].levels]
    assert texts(element(svg, "decision-sstr")) == ["Somatostatin receptors?", *labels]
    for level in guide.factors["sstr"].levels:
        answer = element(svg, f"answer-sstr-{level.id}")
        assert answer.find("{*}path").get("fill") == PAPER
    assert "decision-sstr" not in guide.evaluate({"extent": "localized"}).to_svg()


def test_an_arrow_leaves_from_the_answer_that_leads_there(guide):
    source = guide.evaluate(guide.assumed | {"extent": "metastatic", "grade": "G2"}).to_dot()
    assert "\textent:metastatic:s -> ssa [" in source
    assert "\tsstr:positive:s -> prrt [" in source
    unknown = guide.evaluate().to_dot()
    assert "\textent -> ssa [" in unknown, "whatever the answer, for hormone symptoms"
    assert "\tresectability:partly_resectable:s -> ssa [" not in unknown, "ours is left to the card"
    assert "\textent:localized:s -> active_surveillance [" in unknown


def test_title_legend_source_and_disclaimer_stand_on_the_drawing(guide):
    pathway = guide.evaluate({"extent": "metastatic", "grade": "G2"})
    shown = " ".join(texts(pathway.to_svg()))
    assert pathway.sentence in shown
    for line in Selection(pathway, "path").lines:
        assert guide.treatments[line.treatments[0]].label in shown
    assert "Not medical advice." in shown
    assert guide.metadata["title"] in shown
    for status in Status:
        assert status.label in shown


HOSTILE = [
    "<b>bold</b> & \"quotes\" 'single'",
    "<script>alert(1)</script>",
    r"\N \G \L \n back\slash",
    "]]> --> &amp; &#60;",
    '", URL="javascript:alert(1)", x="',
    "Größe 5 µm → 治療 😀",
    " ",
    "a" * 300,
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("view", VIEWS)
def test_table_text_stays_text(words, view):
    """Whatever a cell says is shown as it stands, and is never markup, link or attribute."""
    frames = tables(
        {"f0": ["v0", "v1"]},
        {"t0": "", "t1": "t0"},
        [{"indication": "i", "treatments": "t0|t1", "strength": "usual", "goal": words}],
        [],
        [{"from": "f0", "to": "t0", "label": words, "kind": "answer"}],
    )
    cell = words if words.strip() else "x"
    frames["treatments"]["label"] = cell
    frames["factors"]["question"] = cell
    frames["levels"]["label"] = cell
    frames["guide"].loc[0, "value"] = cell
    svg = pnet_paths.Guide(frames).evaluate({"f0": "v0"}).to_svg(view)
    root = ET.fromstring(svg)
    tags = {e.tag.partition("}")[2] for e in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "polygon", "polyline", "path", "text", "ellipse"}
    attributes = {name for e in root.iter() for name in e.attrib}
    assert not {name for name in attributes if "href" in name or name.startswith("on")}
    part = "treatment-t1" if view == "map" or "treatment-t1" in svg else "treatment-t0"
    shown = "".join("".join(element(svg, part).itertext()).split())
    expected = "".join(cell.split())
    assert expected in shown


def test_every_colour_has_a_dark_counterpart(pathways):
    for pathway in pathways:
        for view in VIEWS:
            svg = pathway.to_svg(view)
            used = set(re.findall(r'(?:fill|stroke)="(#\w+|\w+)"', svg))
            assert used - {"none"} <= set(DARK), "a colour would stay light on a dark page"


def luminance(colour):
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, two):
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_status_text_can_be_read_on_its_fill(look):
    assert contrast(look.ink, look.fill) >= 4.5
    assert contrast(look.dark_ink, look.dark_fill) >= 4.5


def test_borders_and_arrows_can_be_seen_on_paper_and_fills():
    for pale in (PAPER, *(look.fill for look in LOOKS.values())):
        for strong in (INK, SOFT_INK):
            assert contrast(strong, pale) >= 4.5
            assert contrast(DARK[strong], DARK[pale]) >= 4.5
    for ink in (LINE, *(look.ink for look in LOOKS.values())):
        assert contrast(ink, PAPER) >= 3
        assert contrast(DARK[ink], DARK[PAPER]) >= 3


def test_statuses_differ_without_colour():
    for told in ("symbol", "word"):
        assert len({getattr(status, told) for status in Status}) == len(Status)
