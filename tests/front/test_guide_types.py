"""The types of the front end: those of what Python hands over, and no value without one."""

import re

from guide_types import TYPES, types

from pnet_paths.front.module_joining import module_texts

UNTYPED = re.compile(r"@(?:type|param|property|returns|typedef) \{[^@*]*\bany\b[^@*]*\}")


def test_the_types_of_the_front_end_are_those_of_the_models():
    assert TYPES.read_text(encoding="utf-8") == types(), "python tests/front/guide_types.py"


def test_nothing_is_of_any_type_without_saying_why():
    """TypeScript refuses what is untyped in silence (`noImplicitAny`), not what says so."""
    assert UNTYPED.search("/** @param {{a: {b: any}}} c */")
    assert not UNTYPED.search("/** @param {string} a any of them */")
    lines = [line for text in module_texts().values() for line in text.splitlines()]
    assert [line for line in lines if UNTYPED.search(line) and "; // " not in line] == []
