"""Drawing with Graphviz: the two ways to it, what it complains of, and what comes out."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor

import pytest

from pnet_paths import PnetPathsError, RenderError
from pnet_paths.drawing import render


@pytest.fixture
def pathway(guide):
    return guide.evaluate({"extent": "metastatic", "grade": "G2"})


def test_nothing_is_written_to_standard_error():
    """Graphviz's font library writes to descriptor 2, which Jupyter would show in red."""
    code = "import pnet_paths; pnet_paths.load_guide().evaluate().to_svg()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr == b""


def test_it_draws_without_any_program_on_the_path(pathway, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pathway.to_svg().startswith("<svg")


def test_without_graphviz_it_says_what_to_install_and_keeps_the_source(pathway, monkeypatch):
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RenderError, match="pip install pygraphviz") as caught:
        pathway.to_svg()
    assert caught.value.dot == pathway.to_dot()
    shown = pathway._repr_mimebundle_()
    assert list(shown) == ["text/plain"]
    assert pathway.outline() in shown["text/plain"]


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for dot is a shell script")
def test_a_dot_on_the_path_is_second_choice(pathway, monkeypatch, tmp_path):
    dot = tmp_path / "dot"
    dot.write_text(
        "#!/bin/sh\ncat > /dev/null\necho '<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>'\n"
    )
    dot.chmod(0o755)
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert ET.fromstring(pathway.to_svg()).get("role") == "img"


@pytest.mark.parametrize(
    "dot",
    ["digraph { a -> ", "digraph { a [label=<<b>x</i>>] }", "digraph { a [label=<<TABLE>>] }"],
)
def test_what_graphviz_cannot_draw_is_an_error_with_the_source(dot):
    with pytest.raises(RenderError) as caught:
        render.render(dot, "svg")
    assert caught.value.dot == dot


def test_pictures_are_what_they_say(pathway, tmp_path):
    assert pathway.to_png().startswith(b"\x89PNG")
    assert pathway.to_pdf().startswith(b"%PDF")
    for ending, start in [
        ("svg", b"<svg"),
        ("PNG", b"\x89PNG"),
        ("dot", b"digraph"),
        ("txt", b"The"),
        ("json", b"{"),
    ]:
        assert pathway.save(tmp_path / f"x.{ending}").read_bytes().startswith(start)
    with pytest.raises(PnetPathsError, match=r"\.docx.*\.json, \.dot, \.svg"):
        pathway.save(tmp_path / "x.docx")
    assert not (tmp_path / "x.docx").exists()


def test_an_svg_can_be_read_aloud_and_has_no_links(pathway):
    root = ET.fromstring(render.render_svg(pathway.to_dot(), "Title & <more>", "Long"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {"treatment-prrt", "answer-extent-metastatic"} <= set(ids)
    assert root.get("role") == "img"
    named = {e.get("id"): e.text for e in root.iter()}
    assert named[root.get("aria-labelledby")] == "Title & <more>"
    assert named[root.get("aria-describedby")] == "Long"
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert tags.count("title") == 1
    assert "a" not in tags


def test_a_notebook_gets_picture_alt_text_and_outline(pathway):
    shown = pathway._repr_mimebundle_()
    assert set(shown) == {"text/plain", "text/html", "image/svg+xml"}
    assert pathway.sentence in shown["text/html"]
    assert 'alt="' in shown["text/html"]
    assert pathway.outline() == shown["text/plain"]


def test_threads_draw_at_once(guide):
    grades = ["G1", "G2", "G3"] * 8
    expected = {grade: guide.evaluate({"grade": grade}).to_svg() for grade in set(grades)}
    with ThreadPoolExecutor(6) as pool:
        drawn = pool.map(lambda grade: guide.evaluate({"grade": grade}).to_svg(), grades)
    assert list(drawn) == [expected[grade] for grade in grades]


def test_a_group_without_a_place_is_drawn_all_the_same(guide):
    """Where Graphviz finds no room for a curve it draws straight lines."""
    for name in ("ssa", "prrt", "surgery"):
        rows = guide.tables["treatments"]
        places = rows.columns.intersection(["rank", "position", "drawn"])
        rows.loc[rows["treatment"] == name, places] = ""
        other = guide.with_tables(treatments=rows)
        for profile in ({}, {"extent": "metastatic", "grade": "G2", "liver": "small"}):
            assert f'id="treatment-{name}"' in other.evaluate(profile).to_svg("map")
            assert f'id="treatment-{name}"' in other.evaluate(profile).to_svg()
