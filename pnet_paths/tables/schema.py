"""What the tables of a guide hold: their columns, and what the cells of each are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..statuses import Strength

__all__ = [
    "BASES",
    "CHOICES",
    "COMBINED",
    "CONDITIONAL",
    "IDENTITY",
    "MUTABILITIES",
    "OPTIONAL",
    "REQUIRED_FACTS",
    "RETIRED",
    "STEP_KINDS",
    "STRENGTHS",
    "SUPERSEDED",
    "TABLES",
    "TOPIC_KINDS",
    "Column",
    "split",
]

STRENGTHS = tuple(map(str, Strength))
MUTABILITIES = ("fixed", "to_learn", "can_change", "chosen")
BASES = ("stated", "inferred")
STEP_KINDS = ("answer", "then", "if", "throughout")
TOPIC_KINDS = ("consideration", "around")
COMBINED = ("alone_or_together", "together", "within_a_plan")
"""How treatments may be combined; ``together``: the first goes along with each of the others."""
CHOICES = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells of a column hold, whether one may be blank, whether it may be left out."""

    holds: str = "text"
    blank: bool = True
    optional: bool = False


def _columns(spec: str) -> dict[str, Column]:
    """``"id!name place?whole url:url"``: ``!`` needs text in each cell, ``?`` may be left out."""
    columns = {}
    for word in spec.split():
        name, mark, holds = re.findall(r"(\w+)([!?:]?)(\w*)", word)[0]
        columns[name] = Column(holds or "text", blank=mark != "!", optional=mark == "?")
    return columns


_CITED = " source!source section!"
TABLES: dict[str, dict[str, Column]] = {
    "guide": _columns("key!name value! source?source section?"),
    "sources": _columns("source!name title! publisher date url:url note"),
    "factors": _columns(
        "factor!name label! subject? group! question! help mutability!mutability "
        "propose?choice sensitive?choice place?whole rank?whole position?whole drawn?text" + _CITED
    ),
    "levels": _columns(
        "factor!factor level!name label! phrase? definition! place?whole basis?basis" + _CITED
    ),
    "impossible": _columns("reason! basis?basis" + _CITED),
    "unlikely": _columns("reason! basis?basis" + _CITED),
    "treatments": _columns(
        "treatment!name label! kind! member_of:treatment also_form_of?treatments place?whole "
        "rank?whole position?whole drawn?text goal summary! mechanism given given_by:team "
        "given_by_basis?basis side_effects aftercare brand basis?basis" + _CITED
    ),
    "indications": _columns(
        "indication!name treatments!treatments strength!strength label? mark? aim?aim goal? why! "
        "basis!basis" + _CITED
    ),
    "steps": _columns("from!node to!node label kind!step basis?basis" + _CITED),
    "combinations": _columns(
        "combination!name treatments!treatments how!how label! basis!basis" + _CITED
    ),
    "aims": _columns("aim!name label! symbol? definition!" + _CITED),
    "team": _columns("person!name label! definition! basis?basis" + _CITED),
    "glossary": _columns("term! also definition!" + _CITED),
    "topics": _columns(
        "topic!name label! text! about:about kind?topic_kind place?whole basis?basis" + _CITED
    ),
    "presets": _columns("preset!name label! place?whole" + _CITED),
    "cases": _columns(
        "case!name label? place?whole scene!whole title! story! question note "
        "source?source section?"
    ),
}

SUPERSEDED = frozenset({"drawn"})
"""Columns of earlier guides: still read where the new ones are blank, and not written any more."""

OPTIONAL = frozenset({"aims", "cases", "combinations", "presets", "team", "unlikely"})
"""Tables that a guide may do without."""

RETIRED = {"levels": ("becomes",)}
"""Columns that are no longer read; a table that still has them loads."""

CONDITIONAL = {
    "impossible": "levels",
    "unlikely": "levels",
    "indications": "levels",
    "steps": "levels",
    "combinations": "levels",
    "presets": "level",
    "cases": "level",
}
"""Tables with one column a factor, and what those cells hold."""

IDENTITY = {
    "guide": ("key",),
    "sources": ("source",),
    "factors": ("factor",),
    "levels": ("factor", "level"),
    "treatments": ("treatment",),
    "indications": ("indication",),
    "combinations": ("combination",),
    "aims": ("aim",),
    "team": ("person",),
    "glossary": ("term",),
    "topics": ("topic",),
    "presets": ("preset",),
    "cases": ("case", "scene"),
}
"""The columns whose cells together may stand in one row only."""

REQUIRED_FACTS = ("title", "tumor", "disclaimer")
"""Keys that guide.csv must have."""


def split(cell: str) -> tuple[str, ...]:
    """The parts of an ``a|b`` cell.

    >>> split("G1 | G2"), split("")
    (('G1', 'G2'), ())
    """
    return tuple(part.strip() for part in cell.split("|")) if cell else ()
