"""The document of a guide: what its schema says, and how large it is."""

from __future__ import annotations

import json
import zlib

import pytest
from all_profiles import built
from hypothesis import given
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from sizes import examples
from strategies import guides

from pnet_paths.bundle.document import GuideDocument, document


@pytest.fixture(scope="module")
def validator():
    schema = GuideDocument.json_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("which", ["guide", "toy_guide"])
def test_it_is_what_the_schema_says(which, validator, request):
    validator.validate(request.getfixturevalue(which).to_bundle())


@given(guides())
@examples(5, 100)
def test_random_guides_are_too(validator, frames):
    validator.validate(built(frames).to_bundle())


def test_the_schema_refuses_what_is_none(guide, validator):
    spoilt = guide.to_bundle()
    spoilt["version"] = 2
    spoilt["cases"][0]["scenes"][0]["note"] = "for the teacher"
    del spoilt["treatments"][0]["memberOf"]
    assert len(list(validator.iter_errors(spoilt))) == 3


def test_the_document_cannot_be_changed(toy_guide):
    with pytest.raises(ValidationError, match="frozen"):
        document(toy_guide).subject = "the seal"


def test_the_packaged_guide_is_small(guide):
    text = json.dumps(guide.to_bundle(), ensure_ascii=False, separators=(",", ":"))
    assert len(zlib.compress(text.encode(), 9)) <= 75_000


def test_the_command_writes_it(printed, tmp_path, guide):
    assert json.loads(printed("bundle")) == guide.to_bundle()
    printed("bundle", "--guide", "example-toy", "-o", tmp_path / "toy.json")
    assert json.loads((tmp_path / "toy.json").read_text(encoding="utf-8"))["subject"]


def test_the_command_writes_its_schema(printed):
    assert json.loads(printed("bundle", "--schema")) == GuideDocument.json_schema()
