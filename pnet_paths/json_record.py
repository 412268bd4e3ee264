"""Records that the front end reads as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

__all__ = ["JsonRecord", "Texts"]

Texts = Mapping[str, str]


class JsonRecord(BaseModel):
    """A frozen record whose names are in camel case in JSON, as JavaScript has them."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        use_attribute_docstrings=True,
        json_schema_serialization_defaults_required=True,
    )

    @classmethod
    def of(cls, row: object, **others: Any) -> Self:
        """A record with the attributes of ``row`` that it has fields for, and ``others``."""
        names = cls.model_fields.keys() - others.keys()
        return cls(**{name: getattr(row, name) for name in names}, **others)

    def to_json(self) -> dict[str, Any]:
        """The record as plain values: dictionaries, lists, texts, numbers and booleans."""
        return self.model_dump(mode="json", by_alias=True)

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of what `to_json` returns."""
        return cls.model_json_schema(mode="serialization")
