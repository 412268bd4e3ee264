"""What others recommended or decided since a guide was written."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ...tables.cells import Cell, Ids, matching, one_of
from ...tables.models.row import Id, Needed, Row, Text, column
from .cells import Addresses, Read, TreatmentIds, Who, evidence_id

__all__ = ["Document", "Recommendation"]

STRENGTHS = ("usual", "option", "later", "against", "open")

DocumentId = Annotated[str, evidence_id("documents", "a document of documents.csv")]
_DATE = matching(r"20\d\d(-\d\d(-\d\d)?)?", "a date, such as 2025-03-26, or a year")


def _date(cell: str, ids: Ids) -> str | None:
    malformed = _DATE(cell, ids)
    if malformed:
        return malformed
    try:
        date.fromisoformat(cell + "-01-01"[len(cell) - len("2025") :])
    except ValueError:
        return f'"{cell}" is not in the calendar; write year, month and day, such as 2025-03-26'
    return None


Date = Annotated[str, Cell(_date, needed=True)]
StrengthCell = Annotated[str, Cell(one_of(STRENGTHS, "a strength"), needed=True)]


class Document(Row):
    """A guideline or an authority's decisions."""

    identity = ("document",)
    one_row = "a guideline, or the decisions of an authority"

    id: Id = column("id", "asco_2023", alias="document")
    label: Needed = column("its name in a few words", "ASCO guideline")
    publisher: Needed = column("who published it", "American Society of Clinical Oncology")


class Recommendation(Row):
    """What one document says of treatments, and for whom. It changes no answer of a guide."""

    identity = ("recommendation",)
    one_row = "what a document says of treatments: a note beside a guide, which changes no answer"

    id: Id = column("id", "asco_second_prrt", alias="recommendation")
    document: DocumentId = column("the document", "asco_2023")
    date: Date = column("of when it is", "2025-03-26")
    treatments: TreatmentIds = column("what it is about", "prrt\\|lutetium_dotatate")
    strength: StrengthCell = column(
        "`usual`, `option`, `later`, `against` or `open` (nothing is decided)", "option"
    )
    who: Who = column("for whom, as facts of `facts.csv`; blank: anybody", "sstr=positive")
    beyond: Text = column("for whom, as far as no fact says it", "12 years or older")
    text: Needed = column("what it says, in our words", "Second line: PRRT if SSTR-positive.")
    section: Text = column("the heading there", "Recommendations (abstract)")
    read: Read = column("how it was read, joined with `\\|`", "abstract")
    address: Addresses = column("where it was read, joined with ` \\| `", "https://...")
