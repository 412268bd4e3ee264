"""The document of a guide: what the schema says of it, and how large it is."""

from __future__ import annotations

import json
import zlib
from importlib.resources import files

import pytest
from all_profiles import built
from guide_types import TYPES, types
from hypothesis import given
from jsonschema import Draft202012Validator
from sizes import examples
from strategies import guides

from pnet_paths.bundle.document import document

SCHEMA = files("pnet_paths.bundle").joinpath("schema.json")


def plain(guide):
    return json.loads(json.dumps(document(guide)))


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("which", ["guide", "toy_guide"])
def test_it_is_what_the_schema_says(which, validator, request):
    validator.validate(plain(request.getfixturevalue(which)))


@given(guides())
@examples(5, 100)
def test_random_guides_are_too(validator, frames):
    validator.validate(plain(built(frames)))


def test_the_types_of_the_front_end_are_those_of_the_schema():
    assert TYPES.read_text(encoding="utf-8") == types(), "python tests/front/guide_types.py"


def test_the_schema_refuses_what_is_none(guide, validator):
    spoilt = plain(guide)
    spoilt["version"] = 2
    spoilt["cases"][0]["scenes"][0]["note"] = "for the teacher"
    assert len(list(validator.iter_errors(spoilt))) == 2


def test_the_packaged_guide_is_small(guide):
    text = json.dumps(document(guide), ensure_ascii=False, separators=(",", ":"))
    assert len(zlib.compress(text.encode(), 9)) <= 60_000


def test_the_command_writes_it(printed, tmp_path, guide):
    assert json.loads(printed("bundle")) == plain(guide)
    printed("bundle", "--guide", "example-toy", "-o", tmp_path / "toy.json")
    assert json.loads((tmp_path / "toy.json").read_text(encoding="utf-8"))["subject"]
