"""The treatments of a guide, the rows that decide them and what is combined, for the front end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from ..guide.sentences import pronoun, verb_forms
from ..json_record import JsonRecord, Texts
from ..statuses import Status, Strength
from ..tables import models as tables
from ..tables.models.treatments import COMBINED
from .diagrams import Diagrams
from .facts import Condition, conditions, places

__all__ = ["Combination", "Row", "Treatment", "combinations", "rows", "treatments"]


class Row(JsonRecord):
    """A row that says something of treatments."""

    treatments: Sequence[str]
    status: Status | Literal["waits"]
    """The status that it gives; "waits" where it has treatments wait."""
    offers: bool
    inferred: bool
    words: str
    tells: str
    """Its words but for the full why: two profiles for which they are the same do not differ."""
    mark: str
    aims: Sequence[str]
    why: str
    when: Sequence[Condition]
    places: Sequence[int]
    """The factors that it asks for."""
    ours: Sequence[int]
    """The factors for which it asks and the source does not."""
    root: int
    sections: Sequence[str]


class DecidingRow(NamedTuple):
    """A row that may decide a treatment, with roots."""

    row: int
    decides: int
    """Where it does."""
    waits: int
    """Where the treatment then comes later."""


class StatedRow(NamedTuple):
    """A row that would offer a treatment but for conditions of ours, with the root of where."""

    row: int
    root: int


class Treatment(JsonRecord):
    """A treatment, in reading order."""

    id: str
    label: str
    phrase: str
    """Its name within a sentence."""
    verb: Texts
    """The forms of verbs and of the pronoun for its name."""
    member_of: str
    kind: str
    also_form_of: Sequence[str]
    depth: int
    """How many groups it stands in."""
    is_service: bool
    """Whether it runs beside everything, whatever the stage."""
    status: int
    """The root of its status."""
    inferred: int
    """The root of what rests on inference alone."""
    deciding: Sequence[DecidingRow]
    """Stated rows first."""
    own: Sequence[int]
    """The rows that name it, rule out its group or have it wait."""
    remark_roots: Sequence[int]
    """The roots of where each of its words, marks and aims is told."""
    ours: Sequence[StatedRow]
    sections: Sequence[str]


class Combination(JsonRecord):
    """Treatments that the guide names together."""

    treatments: Sequence[str]
    how: str
    place: int
    """The place of ``how`` among the ways to combine."""
    label: str
    root: int


def rows(diagrams: Diagrams) -> list[Row]:
    """The rows of the guide's indications, in their order."""
    return [_row(diagrams, row) for row in diagrams.guide.indications.values()]


def _row(diagrams: Diagrams, row: tables.Indication) -> Row:
    guide = diagrams.guide
    return Row.of(
        row,
        status="waits" if row.strength is Strength.WAITS else row.strength.status,
        offers=row.strength.offers,
        tells=row.short_words,
        aims=[guide.aims[aim].shown for aim in row.aims],
        when=conditions(guide, row.when),
        places=places(guide, row.when),
        ours=places(guide, row.inferred_facts),
        root=diagrams.condition(row.when),
        sections=row.cited.sections,
    )


def treatments(diagrams: Diagrams) -> list[Treatment]:
    """The treatments in reading order."""
    return [_treatment(diagrams, each, depth) for depth, each in diagrams.guide.walk()]


def _treatment(diagrams: Diagrams, treatment: tables.Treatment, depth: int) -> Treatment:
    name, guide, evaluator = treatment.id, diagrams.guide, diagrams.guide.evaluator
    numbers = {row: number for number, row in enumerate(guide.indications)}
    reasons = evaluator.reasons(name)
    _, _, *roots = map(diagrams.number, reasons.roots)
    count = len(reasons.rows)
    deciding = zip(reasons.rows, roots[:count], roots[count:], strict=True)
    as_stated = evaluator.stated_offer_roots(name)
    return Treatment.of(
        treatment,
        verb={**verb_forms(treatment.phrase), "them": pronoun(treatment.phrase)},
        depth=depth,
        is_service=name in guide.network.services,
        status=diagrams.number(evaluator.roots[name]),
        inferred=diagrams.number(evaluator.inferred[name]),
        deciding=[DecidingRow(numbers[row.id], *ends) for row, *ends in deciding],
        own=[numbers[row.id] for row in evaluator.diagrams.own_rows(name)],
        remark_roots=list(dict.fromkeys(map(diagrams.number, reasons.remark_roots.values()))),
        ours=[StatedRow(numbers[row], diagrams.number(root)) for row, root in as_stated.items()],
        sections=treatment.cited.sections,
    )


def combinations(diagrams: Diagrams) -> list[Combination]:
    """What the guide names together, row by row."""
    return [
        Combination.of(row, place=COMBINED.index(row.how), root=diagrams.condition(row.when))
        for row in diagrams.guide.combinations.values()
    ]
