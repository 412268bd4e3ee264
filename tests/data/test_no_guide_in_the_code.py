"""The code names nothing of any guide: what a guide says stands in its tables."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import packaged
import pytest

import pnet_paths

PACKAGE = Path(pnet_paths.__file__).parent
GUIDES = ("cancer-net-2023", "nci-2025")

WORDS = {
    *("again", "body", "both", "first", "function", "head", "kind", "large", "no", "nodes", "none"),
    *("poor", "positive", "negative", "present", "removed", "several", "site", "size", "small"),
    *("stable", "tail", "yes"),
}
"""Ids that are words of programs, HTML or English, and mean nothing of a guide there."""

JS_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'\\])//[^\n]*", re.DOTALL)
JS_TEXT = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`([^`$]*)`")


@pytest.fixture(scope="module")
def ids():
    guides = [packaged.guide_of(name) for name in GUIDES]
    names = {name for guide in guides for name in (*guide.treatments, *guide.factors)}
    levels = {
        level.id for guide in guides for factor in guide.factors.values() for level in factor.levels
    }
    return (names | levels) - WORDS


def texts_of(path):
    """The texts in a program, its documentation left out."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".js":
        return {"".join(found) for found in JS_TEXT.findall(JS_COMMENT.sub("", source))}
    nodes = [*ast.walk(ast.parse(source))]
    examples = {
        id(argument)
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "column"
        for argument in node.args
    }
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant)
        if isinstance(node.value, str) and id(node) not in examples
    }


def programs():
    paths = [*PACKAGE.rglob("*.py"), *(PACKAGE / "front").rglob("*.js")]
    return [path for path in paths if not {"engine", "data"} & set(path.parts)]


def test_no_program_names_a_treatment_a_factor_or_a_level(ids):
    found = {
        f"{path.relative_to(PACKAGE)}: {text}"
        for path in programs()
        for text in texts_of(path) & ids
    }
    assert not found


def test_no_program_reads_a_fact_of_a_guide_by_its_name(ids):
    """In JavaScript ``profile.extent`` would name it too."""
    found = {
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in programs()
        if path.suffix == ".js"
        for name in re.findall(r"\.(\w+)\b(?!\s*\()", path.read_text(encoding="utf-8"))
        if name in ids
    }
    assert not found


def test_a_name_would_be_found(tmp_path, ids):
    program = tmp_path / "special.py"
    program.write_text('"""On extent."""\nif factor == "extent":\n    pass\n', encoding="utf-8")
    assert texts_of(program) & ids == {"extent"}
