"""One model a table of the evidence: its columns and their rules, and a row as a value."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ...tables.models import Row
from .cells import READ, EvidenceIds, Figure
from .outcomes import Outcome
from .recommendations import Document, Recommendation
from .trials import Trial
from .vocabulary import Abbreviation, FactValue, GuideDate, GuideFact, GuideTreatment, Subject

__all__ = [
    "READ",
    "TABLES",
    "Abbreviation",
    "Document",
    "EvidenceIds",
    "FactValue",
    "Figure",
    "GuideDate",
    "GuideFact",
    "GuideTreatment",
    "Outcome",
    "Recommendation",
    "Subject",
    "Trial",
]

TABLES: Mapping[str, type[Row]] = MappingProxyType(
    {
        "treatments": Subject,
        "facts": FactValue,
        "terms": Abbreviation,
        "trials": Trial,
        "outcomes": Outcome,
        "documents": Document,
        "recommendations": Recommendation,
        "guides": GuideDate,
        "guide_treatments": GuideTreatment,
        "guide_facts": GuideFact,
    }
)
"""The model of a row by the name of its table, which is the name of its file."""
