"""The flowchart: what is drawn, where it stands, and that table text stays text."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from layout import Layout, assert_clean, places
from packaged import packaged_profiles
from sizes import examples
from strategies import tables

import pnet_paths
from pnet_paths import ProfileError
from pnet_paths.drawing.line_breaks import wrapped
from pnet_paths.drawing.theme import DARK, INK, LINE, LOOKS, PAPER, SOFT_INK
from pnet_paths.statuses import Status

VIEWS = ["path", "map"]


@pytest.fixture(scope="module")
def unknown(guide):
    """By view how it is laid out where nothing is known."""
    return {view: Layout(guide.evaluate().to_dot(view)) for view in VIEWS}


@pytest.fixture(scope="module")
def pathways(guide):
    """The examples, and where nothing is known."""
    profiles = [{}, *(preset.profile for preset in guide.presets.values())]
    return [guide.evaluate(profile) for profile in profiles]


@pytest.mark.parametrize("view", VIEWS)
@examples(20, 60)
@given(packaged_profiles())
def test_nothing_lies_over_anything_and_places_never_change(guide, unknown, view, profile):
    try:
        pathway = guide.evaluate(profile)
    except ProfileError:
        return
    layout = Layout(pathway.to_dot(view))
    assert_clean(layout)
    if view == "map":
        assert layout.boxes == unknown["map"].boxes, "a map stays as it is, whatever the profile"
    assert places(layout) == places(unknown["path"])


def test_the_order_is_the_one_the_guide_gives(guide):
    """Surveillance and surgery, then SSAs, then PRRT, chemotherapy, targeted therapy."""
    ranks = places(Layout(guide.evaluate().to_dot()))
    rank_of = {name: rank for rank, names in enumerate(ranks) for name in names}
    assert rank_of["extent"] < rank_of["active_surveillance"] < rank_of["surgery"]
    assert (
        rank_of["ssa"] < rank_of["prrt"] == rank_of["chemotherapy"] == rank_of["targeted_therapy"]
    )
    assert rank_of["liver_directed"] == rank_of["ssa"]
    assert rank_of["supportive_care"] == rank_of["clinical_trial"] == len(ranks) - 1


def texts(svg):
    return [text for element in ET.fromstring(svg).iter() if (text := (element.text or "").strip())]


def element(svg, identity):
    return next(e for e in ET.fromstring(svg).iter() if e.get("id") == identity)


def test_a_path_unfolds_what_is_offered_and_folds_the_rest(pathways):
    for pathway in pathways:
        assert_unfolded(pathway)


def assert_unfolded(pathway):
    svg = pathway.to_svg()
    ids = {e.get("id") for e in ET.fromstring(svg).iter()}
    for group in pathway.guide.groups:
        assert f"treatment-{group.id}" in ids, "every group always stands there"
        unfolded = pathway.status[group.id] not in ("not_named", "against")
        for depth, member in pathway.walk(group.id):
            status, words = pathway.status[member.id], pathway.verdict(member.id).words
            own_no = status == "against" and words != pathway.verdict(group.id).words
            shown = status != "not_named" if unfolded else own_no
            assert (f"treatment-{member.id}" in ids) == shown, (pathway, member.id, depth)


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
    lines = wrapped(words, width)
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
    svg = pathway.to_svg()
    width = {
        state: float(element(svg, f"arrow-{ends}")[0].get("stroke-width", 1))
        for state, ends in [
            ("taken", "extent-ssa"),
            ("open", "sstr-prrt"),
            ("off", "resectability-follow_up"),
        ]
    }
    assert width["taken"] > width["open"] > width["off"]
    assert element(svg, "arrow-sstr-prrt")[0].get("stroke-dasharray")


def test_a_decision_shows_the_answer_or_that_it_is_missing(guide):
    pathway = guide.evaluate({"liver": "small", "grade": "G2"})
    svg = pathway.to_svg()
    assert "metastatic" in "".join(element(svg, "decision-extent").itertext()), "implied is known"
    assert "not known" in "".join(element(svg, "decision-sstr").itertext())
    assert pathway.route.decisions["sstr"].state == "taken"
    assert guide.evaluate({"extent": "localized"}).route.decisions["sstr"].state == "off"


def test_title_legend_source_and_disclaimer_stand_on_the_drawing(guide):
    pathway = guide.evaluate({"extent": "metastatic", "grade": "G2"})
    shown = " ".join(texts(pathway.to_svg()))
    assert pathway.sentence in shown
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
    shown = "".join("".join(element(svg, "treatment-t1").itertext()).split())
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
