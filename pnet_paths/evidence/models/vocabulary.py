"""The words of the evidence, and which treatments and facts of a guide they stand for."""

from __future__ import annotations

from typing import Annotated, cast

from ...tables.cells import Cell, Ids, matching, parts_cell, several
from ...tables.models.row import Basis, Id, Needed, Row, Text, column
from .cells import TREATMENTS, EvidenceIds, evidence_id

__all__ = ["Abbreviation", "FactValue", "GuideDate", "GuideFact", "GuideTreatment", "Subject"]

GuideId = Annotated[str, evidence_id("guides", "a guide of guides.csv")]
FactId = Annotated[str, evidence_id("values", "a fact of facts.csv")]
Stem = Annotated[str, Cell(matching(r"[\w-]+", "an id of a guide"), needed=True)]
Month = Annotated[
    str, Cell(matching(r"20\d\d-(0[1-9]|1[0-2])", "a month, such as 2023-02"), needed=True)
]
DocumentIds = Annotated[
    tuple[str, ...],
    parts_cell(
        several(lambda ids: cast(EvidenceIds, ids).documents, "a document of documents.csv")
    ),
]
Evidence = Annotated[tuple[str, ...], parts_cell(TREATMENTS, needed=True)]


def _values(cell: str, ids: Ids) -> str | None:
    every = {value for values in cast(EvidenceIds, ids).values.values() for value in values}
    return several(every, "a value of facts.csv")(cell, ids)


Values = Annotated[frozenset[str], parts_cell(_values, frozenset, needed=True)]


class Subject(Row):
    """A treatment, as trials and recommendations name it."""

    identity = ("treatment",)
    one_row = "a treatment that trials or recommendations speak of"

    id: Id = column("id", "cabozantinib", alias="treatment")
    label: Needed = column("its name", "cabozantinib")


class FactValue(Row):
    """A value of something that trials ask of their people."""

    identity = ("fact", "value")
    one_row = "a value of a fact that trials and recommendations ask for"

    fact: Id = column("the fact", "primary")
    value: Id = column("its value", "midgut")
    label: Needed = column("in a list of whom a trial was in", "midgut tumors")
    basis: Basis = column("whether those who ask for it say so, or we conclude it", "stated")


class GuideDate(Row):
    """A guide that the evidence stands beside."""

    identity = ("guide",)
    one_row = "a guide that has this `id` in its `guide.csv`"

    id: Stem = column("its `id`", "cancer-net-2023", alias="guide")
    updated: Month = column("the month of its latest update", "2023-12")
    rests_on: DocumentIds = column(
        "documents that it says it rests on, joined with `\\|`", "a_guideline"
    )


class GuideTreatment(Row):
    """What a guide's treatment is in the evidence's words."""

    identity = ("guide", "treatment")
    one_row = "what a guide's treatment is in the words of `treatments.csv`"

    guide: GuideId = column("the guide", "cancer-net-2023")
    treatment: Id = column("one of its treatments", "drugs")
    evidence: Evidence = column("what that is here", "cabozantinib\\|surufatinib")


class GuideFact(Row):
    """What a level of a guide's factor is in the evidence's words."""

    identity = ("guide", "factor", "level", "fact")
    one_row = (
        "what a level of a guide's factor is in the words of `facts.csv`; without factor and "
        "level it holds for the whole guide"
    )
    remark = "A level without a row says nothing of the fact."

    guide: GuideId = column("the guide", "cancer-net-2023")
    factor: Text = column("its factor", "growth")
    level: Text = column("the level", "rapid")
    fact: FactId = column("the fact", "growth")
    values: Values = column("which of its values hold, joined with `\\|`", "progressing")


class Abbreviation(Row):
    """A word that figures need."""

    identity = ("term",)
    one_row = "a word that stands beside figures"

    term: Needed = column("the word", "PFS")
    definition: Needed = column("what it means")
