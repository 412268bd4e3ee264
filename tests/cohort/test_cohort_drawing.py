"""A cohort on the flowchart: its numbers, the width of its arrows, what is said around them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pandas as pd
import pytest
from layout import Layout, assert_clean
from strategies import tables

import pnet_paths
from pnet_paths import PnetPathsError
from pnet_paths.cohort.tallies import WHAT_IT_IS


@pytest.fixture(scope="module")
def cohort(guide):
    return guide.cohort(pnet_paths.invented_cohort())


def words(svg):
    return " ".join(re.sub("<[^>]*>", " ", svg.partition("</desc>")[2]).split())


def part(svg, identity):
    """The texts of a box of the drawing."""
    (box,) = [each for each in ET.fromstring(svg).iter() if each.get("id") == identity]
    return [text.strip() for text in box.itertext() if text.strip()]


def test_cards_carry_their_statuses_with_numbers(cohort):
    svg = cohort.to_svg()
    for group in cohort.guide.groups:
        if group.id in cohort.guide.network.services:
            continue
        texts = part(svg, f"treatment-{group.id}")
        for status, number in cohort.statuses.loc[group.id].items():
            label = pnet_paths.statuses.Status(status).label
            expected = "" if number is pd.NA or number else label
            assert (label in texts) == (not expected), (group.id, status)
            if label in texts and number is not pd.NA:
                assert texts[texts.index(label) + 1] == str(number)


def test_answers_carry_their_numbers(cohort):
    texts = part(cohort.to_svg(), "decision-extent")
    answers = cohort.answers
    for level in cohort.guide.factors["extent"].levels:
        row = answers[(answers["factor"] == "extent") & (answers["level"] == level.id)]
        assert texts[texts.index(level.label) + 1] == str(row["count"].item())


def test_the_more_go_along_an_arrow_the_wider_it_is(cohort):
    widths = {
        (str(edge[0]), str(edge[1])): float(width)
        for edge, width in re.findall(r'id="arrow-([^"]+)".*?penwidth=([\d.]+)', cohort.to_dot())
        for edge in [tuple(edge.split("-"))]
    }
    arrows = cohort.arrows.set_index(["from", "to"])["count"]
    order = sorted(widths, key=lambda ends: arrows[ends])
    assert [widths[ends] for ends in order] == sorted(widths.values())
    assert len(set(widths.values())) > 5
    assert max(widths.values()) <= 9


def test_it_can_be_read(cohort):
    layout = Layout(cohort.to_dot())
    assert_clean(layout)
    labels = [arrow.label for arrow in layout.arrows if arrow.label]
    assert len(labels) > 10


def test_it_says_what_it_is(cohort):
    told = words(cohort.to_svg())
    assert "From an invented cohort of 500 profiles" in told
    assert WHAT_IT_IS in told
    for text in (cohort.guide.metadata["disclaimer"], "Counts under 5 are hidden"):
        assert text in told
    assert "invented cohort" in cohort.outline()
    assert WHAT_IT_IS in cohort.outline()


def test_a_cohort_without_a_note_is_not_called_invented(guide):
    profiles = pd.DataFrame({"grade": ["G1"] * 9})
    assert "invented" not in guide.cohort(profiles).to_svg()
    noted = guide.cohort(profiles, note="Made up for a lecture.")
    assert "Made up for a lecture." in words(noted.to_svg())


@pytest.mark.parametrize("format", ["svg", "png", "pdf", "dot", "txt"])
def test_it_is_saved_as_its_ending_says(format, cohort, tmp_path):
    path = cohort.save(tmp_path / f"cohort.{format}")
    begin = {"png": b"\x89PNG", "pdf": b"%PDF", "svg": b"<svg", "txt": b"500 profiles"}
    assert path.read_bytes().lstrip(b"/").startswith(begin.get(format, b""))


def test_another_ending_is_refused(cohort, tmp_path):
    with pytest.raises(PnetPathsError, match='xlsx" is not an ending'):
        cohort.save(tmp_path / "cohort.xlsx")
    assert not list(tmp_path.iterdir())


def test_it_shows_itself_in_a_notebook(cohort):
    bundle = cohort._repr_mimebundle_()
    assert bundle["text/plain"] == cohort.outline()
    assert bundle["image/svg+xml"].startswith("<svg")
    assert repr(cohort) == "Cohort(500 profiles)"


@pytest.mark.parametrize("cell", ['<b>bold</b> & "quotes"', "]]> --> &amp;", r"\N \G back\slash"])
def test_text_of_tables_and_notes_stays_text(cell):
    frames = tables(
        {"f0": ["v0", "v1"]},
        {"t0": ""},
        [{"indication": "i", "treatments": "t0", "strength": "usual"}],
        [],
        [{"from": "f0", "to": "t0", "label": cell, "kind": "answer"}],
    )
    for table, column in (("treatments", "label"), ("factors", "question"), ("levels", "label")):
        frames[table][column] = cell
    cohort = pnet_paths.Guide(frames).cohort(pd.DataFrame({"f0": ["v0"] * 9}), note=cell)
    svg = cohort.to_svg()
    tags = {each.tag.partition("}")[2] for each in ET.fromstring(svg).iter()}
    assert tags <= {"svg", "title", "desc", "g", "polygon", "polyline", "path", "text", "ellipse"}
    for identity in ("treatment-t0", "decision-f0"):
        shown = "".join("".join(part(svg, identity)).split())
        assert "".join(cell.split()) in shown


def test_a_cohort_of_nobody_is_drawn(toy_guide):
    cohort = toy_guide.cohort(pd.DataFrame({"spread": []}))
    assert "0 profiles" in words(cohort.to_svg())
    assert cohort.open_facts.empty
