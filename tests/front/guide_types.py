"""The types of what the front end reads, from its models: run this file to write them."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from pydantic.json_schema import models_json_schema

from pnet_paths.pages.page_data import GuidePart, PageData

TYPES = Path(str(files("pnet_paths.front"))) / "core" / "guide.d.ts"
_PLAIN = {"integer": "number", "number": "number", "string": "string", "boolean": "boolean"}
_PLAIN["null"] = "null"
_NAMES = {"GuideDocument": "Guide"}
"""What the front end calls otherwise: it knows no other guide."""


def types():
    """The text of the file."""
    models = [(model, "serialization") for model in (GuidePart, PageData)]
    _, schema = models_json_schema(models)
    first = "// What Python hands over, by tests/front/guide_types.py from its models."
    declarations = (
        _declaration(_NAMES.get(name, name), each) for name, each in schema["$defs"].items()
    )
    return "\n\n".join([first, *declarations]) + "\n"


def _declaration(name, schema):
    if "properties" not in schema:
        return f"{_comment(schema)}export type {name} = {_shape(schema)};"
    fields = "".join(
        f"{_comment(each, '  ')}  {field}: {_shape(each)};\n"
        for field, each in schema["properties"].items()
    )
    return f"{_comment(schema)}export type {name} = {{\n{fields}}};"


def _comment(schema, indent=""):
    """What the docstring of a model or field says: its first paragraph."""
    words = " ".join(schema.get("description", "").partition("\n\n")[0].split())
    return f"{indent}/** {words} */\n" if words else ""


def _shape(schema):
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return _NAMES.get(name, name)
    if "anyOf" in schema:
        return " | ".join(map(_shape, schema["anyOf"]))
    if "enum" in schema or "const" in schema:
        return " | ".join(map(json.dumps, schema.get("enum", [schema.get("const")])))
    if "prefixItems" in schema:
        parts = [f"{each['title'].lower()}: {_shape(each)}" for each in schema["prefixItems"]]
        return f"[{', '.join(parts)}]"
    if schema["type"] == "array":
        items = _shape(schema["items"])
        return f"({items})[]" if " | " in items else f"{items}[]"
    if schema["type"] == "object":
        keys = _shape(schema.get("propertyNames", {"type": "string"}))
        return f"Record<{keys}, {_shape(schema['additionalProperties'])}>"
    return _PLAIN[schema["type"]]


if __name__ == "__main__":
    TYPES.write_text(types(), encoding="utf-8")
