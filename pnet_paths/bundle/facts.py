"""The factors of a guide, and which of their levels go together, for the front end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..guide.guide import GuideValue
from ..json_record import JsonRecord
from ..tables import models as tables
from .diagrams import Diagrams

__all__ = [
    "Codes",
    "Condition",
    "Factor",
    "Impossible",
    "Level",
    "Preset",
    "Unlikely",
    "conditions",
    "factors",
    "impossible",
    "places",
    "presets",
    "unlikely",
]

Codes = Sequence[int]
"""A profile: for each factor the code of its level, -1 where it is not known."""


class Condition(NamedTuple):
    """What is asked of one factor: its place, and the codes of the levels that fit."""

    place: int
    codes: Sequence[int]


class Level(JsonRecord):
    """A level of a factor; its code is its place in the factor."""

    id: str
    label: str
    phrase: str
    definition: str


class Factor(JsonRecord):
    """A fact of a profile. It is named by its place among the factors."""

    id: str
    subject: str
    """What its phrases speak of; empty where that is the guide's subject."""
    label: str
    question: str
    help: str
    group: str
    source: str
    """The publisher of the source."""
    section: str
    fixed: bool
    """Whether it never changes."""
    proposed: bool
    """Whether it may be proposed as what to find out next."""
    sections: Sequence[str]
    levels: Sequence[Level]


class Impossible(JsonRecord):
    """Facts that cannot all hold, and why."""

    when: Sequence[Condition]
    reason: str


class Unlikely(JsonRecord):
    """Facts that a clinician would hardly meet together."""

    root: int
    """The root of where they hold."""
    places: Sequence[int]
    """The factors that they speak of."""


class Preset(JsonRecord):
    """A profile to begin with."""

    label: str
    codes: Codes


def conditions(guide: GuideValue, when: tables.Conditions) -> list[Condition]:
    """Conditions by the places of factors, in their order."""
    cube = guide.space.cube(when)
    return [Condition(place, sorted(codes)) for place, codes in sorted(cube.items())]


def places(guide: GuideValue, names: Iterable[str]) -> list[int]:
    """The places of some factors, in their order."""
    return [place for place, name in enumerate(guide.factors) if name in set(names)]


def factors(guide: GuideValue) -> list[Factor]:
    """The factors, in their order."""
    return [
        Factor.of(
            factor,
            source=guide.sources[factor.cited.source].publisher,
            section=str(factor.cited),
            fixed=factor.mutability == "fixed",
            proposed=factor.propose and not factor.sensitive,
            sections=factor.cited.sections,
            levels=[Level.of(level) for level in factor.levels],
        )
        for factor in guide.factors.values()
    ]


def impossible(guide: GuideValue) -> list[Impossible]:
    """The facts that cannot all hold, row by row."""
    rows = guide.space.impossible
    return [Impossible(when=conditions(guide, row.when), reason=row.reason) for row in rows]


def unlikely(diagrams: Diagrams) -> list[Unlikely]:
    """What a clinician would hardly meet, row by row."""
    guide = diagrams.guide
    return [
        Unlikely(root=diagrams.condition(row.when), places=places(guide, row.when))
        for row in guide.unlikely
    ]


def presets(guide: GuideValue) -> list[Preset]:
    """The profiles to begin with."""
    return [
        Preset(label=preset.label, codes=guide.space.codes(preset.profile))
        for preset in guide.presets.values()
    ]
