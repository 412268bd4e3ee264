"""What the documentation shows is run: doctests of every module and of the README."""

from __future__ import annotations

import doctest
import importlib
import json
import pkgutil
import re
import subprocess
import sys
from functools import cached_property
from pathlib import Path

import pytest
from repository import ROOT

import pnet_paths
from pnet_paths.drawing.formats import FORMATS
from pnet_paths.tables.documentation import replace_columns
from pnet_paths.teach import questions

MODULES = [
    module.name
    for module in pkgutil.walk_packages(pnet_paths.__path__, "pnet_paths.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", ["pnet_paths", *MODULES])
def test_doctests_hold(name):
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert failed == 0


def test_doctests_of_cached_properties_hold():
    """doctest passes them over before Python 3.13."""
    finder = doctest.DocTestFinder()
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    for module in map(importlib.import_module, MODULES):
        for kind in (each for each in vars(module).values() if isinstance(each, type)):
            for name, member in vars(kind).items():
                if isinstance(member, cached_property) and kind.__module__ == module.__name__:
                    for test in finder.find(member.func, name, module):
                        runner.run(test)
    failed, tried = runner.summarize()
    assert tried > 0
    assert failed == 0


def test_the_readme_shows_what_happens():
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, tried = doctest.testfile(str(ROOT / "README.md"), False, optionflags=flags)
    assert tried > 5
    assert failed == 0


NOTEBOOKS = sorted(ROOT.glob("notebooks/*.ipynb"))
MAKE_PICTURES = "python docs/notebook_pictures.py writes the pictures of the notebooks"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_outputs_are_compared_and_were_made_in_order_or_are_pictures(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    runs = []
    for cell in code:
        compared = "nbval-check-output" in cell["metadata"].get("tags", [])
        assert bool(cell["execution_count"]) == bool(cell["outputs"]), cell["id"]
        assert cell["outputs"] or not compared, cell["id"]
        kinds = {output["output_type"] for output in cell["outputs"]}
        assert compared or kinds <= {"display_data"}, f"{cell['id']}: {MAKE_PICTURES}"
        counts = [o["execution_count"] for o in cell["outputs"] if "execution_count" in o]
        assert set(counts) <= {cell["execution_count"]}, cell["id"]
        runs += [cell["execution_count"]] if cell["outputs"] else []
    assert runs == sorted(set(runs))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_a_notebook_shows_drawings_where_nobody_runs_it(path):
    outputs = [
        output["data"]
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
        and "nbval-check-output" not in cell["metadata"].get("tags", [])
        for output in cell["outputs"]
    ]
    drawings = [data for data in outputs if "image/svg+xml" in data]
    assert drawings, MAKE_PICTURES
    for data in drawings:
        assert {"image/png", "text/plain"} <= data.keys()
        assert "".join(data["image/svg+xml"]).startswith("<svg")
    assert not any("application/vnd.jupyter.widget-view+json" in data for data in outputs)


@pytest.mark.exhaustive
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)
def test_the_pictures_of_a_notebook_say_what_its_cells_do(path):
    """Else: python docs/notebook_pictures.py"""
    script = [sys.executable, str(ROOT / "docs" / "notebook_pictures.py"), "--check", str(path)]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stderr}\n{MAKE_PICTURES}"


def test_the_package_names_nothing_of_this_machine_or_guide(guide):
    """The guide lives in its tables: no treatment, factor or level is named in code."""
    ids = {*guide.treatments, *(name for name in guide.factors if "_" in name), "sstr", "vhl"}
    package = Path(pnet_paths.__file__).parent
    for path in [*package.rglob("*.py"), *package.rglob("*.css")]:
        code = re.sub(r'"""(?:.|\n)*?"""', "", path.read_text(encoding="utf-8"))
        named = {name for name in ids if re.search(rf"\b{name}\b", code)}
        # "surgery", "radiation" and the like are words; as ids they would stand in quotes.
        assert not {name for name in named if re.search(rf"[\"']{name}[\"']", code)}, path.name


def test_sentences_speak_of_what_the_guide_is_about(toy_guide):
    toy = toy_guide
    nothing, pathway = toy.evaluate(), toy.evaluate({"days": "many", "color": "pale"})
    told = [nothing.sentence, pathway.sentence, str(pathway.settles())]
    told += [str(pathway.what_if()), str(toy.landscape())]
    told += [str(of(name)) for name in toy.treatments for of in (pathway.why, pathway.why_not)]
    # Of its four facts questions leave out two: what the penguin knows, and what is sensitive.
    factors = toy.tables["factors"].drop(columns=["propose", "sensitive"])
    asked = toy.with_tables(factors=factors)
    told += [question.text for question in questions(asked, seed=1, count=2)]
    assert "tumor" not in " ".join(told)
    assert nothing.sentence == "Nothing is known about bluefoot yet."
    assert pathway.sentence == "Bluefoot is pale and has lasted a week."


def test_the_columns_of_the_tables_are_documented_as_they_are():
    """Else: python -m pnet_paths.tables.documentation docs/tables.md"""
    text = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    assert replace_columns(text) == text


@pytest.mark.parametrize("page", ["docs/python.md", "docs/gallery.md"])
def test_every_format_to_save_as_is_named_where_saving_is_told(page):
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    saving = next(line for line in lines if 'pathway.save("pathway.svg")' in line)
    assert [each.ending for each in FORMATS if each.ending not in saving] == []


def test_every_format_to_show_is_named_where_its_option_is_told():
    lines = (ROOT / "docs/command_line.md").read_text(encoding="utf-8").splitlines()
    option = next(line for line in lines if "`--format text" in line)
    assert [each.name for each in FORMATS if each.name not in option] == []
