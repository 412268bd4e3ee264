"""The document's types in the front end are those of its models."""

from guide_types import TYPES, types


def test_the_types_of_the_front_end_are_those_of_the_models():
    assert TYPES.read_text(encoding="utf-8") == types(), "python tests/front/guide_types.py"
