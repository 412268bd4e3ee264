"""The types of a guide's document for TypeScript, from its schema: run this file to write them."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

TYPES = Path(str(files("pnet_paths.front"))) / "core" / "guide.d.ts"
_NAMES = {
    "rows": "Row",
    "treatments": "Treatment",
    "factors": "Factor",
    "levels": "Level",
    "arrows": "Arrow",
    "steps": "Step",
    "combinations": "Combination",
    "cases": "Case",
    "scenes": "Scene",
}
_REFERENCES = {"#/$defs/when": "Condition[]", "#/$defs/codes": "number[]"}
_PLAIN = {"integer": "number", "string": "string", "boolean": "boolean"}


def types():
    """The text of the file."""
    schema = json.loads(files("pnet_paths.bundle").joinpath("schema.json").read_text("utf-8"))
    interfaces = {}
    _shape({**schema, "additionalProperties": False}, "Guide", interfaces)
    return "\n".join(
        [
            "// The guide's document, by tests/front/guide_types.py from its schema.",
            "",
            "export type Condition = [place: number, codes: number[]];",
            *(f"\nexport interface {name} {{\n{body}\n}}" for name, body in interfaces.items()),
            "",
        ]
    )


def _shape(schema, name, interfaces):
    """What a part of the document is; objects that have a name are put among the interfaces."""
    if "$ref" in schema:
        return _REFERENCES[schema["$ref"]]
    if "const" in schema:
        return json.dumps(schema["const"])
    kind = schema.get("type")
    if kind == "array":
        return _list(schema, name, interfaces)
    if kind != "object":
        return _PLAIN.get(kind, "any")
    values = schema.get("additionalProperties")
    fields = schema.get("properties", {})
    if not fields:
        return f"Record<string, {_shape(values, '', interfaces)}>" if values else "any"
    if values is not False:
        return "any"
    told = [f"{each}: {_shape(part, each, interfaces)};" for each, part in fields.items()]
    known = "Guide" if name == "Guide" else _NAMES.get(name)
    if known is None:
        return f"{{ {' '.join(told)} }}"
    interfaces[known] = "\n".join(f"  {each}" for each in told)
    return known


def _list(schema, name, interfaces):
    if "prefixItems" not in schema:
        return _shape(schema["items"], name, interfaces) + "[]"
    parts = [_shape(part, "", interfaces) for part in schema["prefixItems"]]
    least = schema.get("minItems", len(parts))
    return f"[{', '.join(p + '?' * (i >= least) for i, p in enumerate(parts))}]"


if __name__ == "__main__":
    TYPES.write_text(types(), encoding="utf-8")
