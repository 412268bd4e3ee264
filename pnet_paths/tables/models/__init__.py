"""One model a table: its columns and their rules, what documents them, and a row as a value."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from .factors import Factor, Impossible, Level, Unlikely
from .row import Citation, Cited, Conditional, Conditions, Profiled, Row, Spot
from .sources import KNOWN_FACTS, NEEDED_FACTS, Fact, Source
from .teaching import Case, Preset, Scene, Term, Topic
from .treatments import Aim, Combination, Indication, Person, Step, Treatment

__all__ = [
    "KNOWN_FACTS",
    "NEEDED_FACTS",
    "TABLES",
    "Aim",
    "Case",
    "Citation",
    "Cited",
    "Combination",
    "Conditional",
    "Conditions",
    "Fact",
    "Factor",
    "Impossible",
    "Indication",
    "Level",
    "Person",
    "Preset",
    "Profiled",
    "Row",
    "Scene",
    "Source",
    "Spot",
    "Step",
    "Term",
    "Topic",
    "Treatment",
    "Unlikely",
    "columns_of",
]

TABLES: Mapping[str, type[Row]] = MappingProxyType(
    {
        "guide": Fact,
        "sources": Source,
        "factors": Factor,
        "levels": Level,
        "impossible": Impossible,
        "unlikely": Unlikely,
        "treatments": Treatment,
        "indications": Indication,
        "steps": Step,
        "combinations": Combination,
        "aims": Aim,
        "team": Person,
        "glossary": Term,
        "topics": Topic,
        "presets": Preset,
        "cases": Scene,
    }
)
"""The model of a row by the name of its table, which is the name of its file."""


def columns_of(table: str) -> Collection[str]:
    """The columns of a table, but those that factors have; none for a file that is no table."""
    return TABLES[table].columns() if table in TABLES else ()
