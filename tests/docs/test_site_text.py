"""What the pages of the site show is run, and their links into the students' page lead there.

What cells show is made while the site is built, which `tests/browser/test_site.py` tries.
"""

from __future__ import annotations

import re
import shlex
from urllib.parse import parse_qsl

import pytest
from repository import ROOT

import pnet_paths
from pnet_paths.cli import main
from pnet_paths.pages.page import PARTS
from pnet_paths.widgets.flowchart import VIEWS

PAGES = sorted((ROOT / "docs").glob("*.md"))
FENCE = re.compile(r"^```(\S*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
OPTIONS = re.compile(r"\A(?:---\n(?:.*\n)*?---\n|(?::.*\n)+)")  # of a cell: ---, or :tags:
COMMAND = re.compile(r"^\$ pnet-paths (.*)\n((?:[^$\n].*\n)*)", re.MULTILINE)
FEW = {"page": ["--questions", "0"], "questions": ["--count", "2"]}  # the last of an option counts
LINK = re.compile(r"\{page\}`([^`<]+?)(?:\s<([^>`]*)>)?`")


def fences(path, language):
    return [code for name, code in FENCE.findall(path.read_text("utf-8")) if name == language]


def with_any(found):
    return [pytest.param(path, what, id=path.stem) for path in PAGES if (what := found(path))]


@pytest.mark.parametrize(("path", "blocks"), with_any(lambda path: fences(path, "console")))
def test_commands_print_what_the_page_shows(path, blocks, tmp_path, monkeypatch, capsysbinary):
    monkeypatch.chdir(tmp_path)
    if not any("pnet-paths new my-guide" in block for block in blocks):
        main(["new", "my-guide", "--from", "example-toy"])
    capsysbinary.readouterr()
    for command, shown in COMMAND.findall("\n".join(blocks)):
        main([*shlex.split(command), *FEW.get(command.split()[0], [])])
        printed = capsysbinary.readouterr()
        lines = (printed.out + printed.err).decode().splitlines()
        assert {line for line in shown.splitlines() if line != "..."} <= set(lines), command


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with what a reader has made before."""
    made = tmp_path_factory.mktemp("reader")
    main(["new", str(made / "my-guide"), "--from", "example-toy"])
    main(["page", str(made / "pnet.html"), "--questions", "1"])
    (made / "hand-ins").mkdir()
    return made


@pytest.mark.parametrize(("path", "blocks"), with_any(lambda path: fences(path, "")))
def test_code_without_output_runs(path, blocks, guide, folder, monkeypatch):
    monkeypatch.chdir(folder)
    names = {"pnet_paths": pnet_paths, "pathway": guide.evaluate({"extent": "metastatic"})}
    for code in blocks:
        exec(code, names)


@pytest.mark.parametrize(("path", "cells"), with_any(lambda path: fences(path, "{code-cell}")))
def test_cells_run(path, cells, monkeypatch):
    pytest.importorskip("myst_nb")
    monkeypatch.syspath_prepend(ROOT / "docs")
    names = {}
    for code in cells:
        exec(OPTIONS.sub("", code), names)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_python_stands_in_cells_that_the_build_runs(path):
    assert not fences(path, "python")
    assert not fences(path, "py")


@pytest.mark.parametrize(
    ("path", "links"), with_any(lambda path: LINK.findall(path.read_text("utf-8")))
)
def test_links_into_the_page_lead_to_what_is_there(path, links, guide):
    for _, target in links:
        asked = parse_qsl(target, strict_parsing=bool(target))
        facts = {name: value for name, value in asked if name in guide.factors}
        others = {name.removeprefix("b."): value for name, value in asked if name.startswith("b.")}
        rest = {n: v for n, v in asked if n not in facts and not n.startswith("b.")}
        guide.evaluate(facts)
        guide.evaluate(others)
        assert rest.pop("show", "explore") in PARTS
        assert rest.pop("view", "path") in VIEWS
        assert rest.pop("case", "by_chance") in guide.cases
        assert not rest


def test_what_students_find_is_what_the_guide_answers(guide):
    text = " ".join((ROOT / "docs" / "students.md").read_text("utf-8").split())
    first, story, two, _, _ = (dict(parse_qsl(target)) for _, target in LINK.findall(text))
    known = first | {"resectability": "resectable", "grade": "G1", "growth": "stable"}
    localized = guide.evaluate(known | {"symptoms": "none", "surgery_timing": "can_wait"})
    assert localized.status["active_surveillance"] == "option"
    assert localized.status["surgery"] == "usual"
    assert localized.depends_on["targeted_therapy"] == {"vhl"}
    spread = guide.evaluate({**localized.profile, "extent": "metastatic"})
    assert f'"{spread.verdict("surgery").words}"' in text
    assert [name for name in ("ssa", "second_opinion") if spread.status[name] == "option"]
    second = guide.evaluate(guide.cases[story["case"]].scenes[1].profile)
    assert second.depends_on["prrt"] == {"sstr"}
    a = {name: level for name, level in two.items() if name in guide.factors}
    b = {name.removeprefix("b."): level for name, level in two.items() if name.startswith("b.")}
    differing = {each.treatment for each in guide.compare(a, b).differences}
    assert differing == {"prrt", "lutetium_dotatate"}


def test_every_public_name_is_documented():
    documented = re.findall(r"^\.\. auto\w+:: (\w+)$", (ROOT / "docs" / "api.md").read_text(), re.M)
    assert set(pnet_paths.__all__) <= set(documented)
