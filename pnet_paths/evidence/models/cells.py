"""Kinds of cells of the evidence's tables: figures, identifiers, addresses, who took part."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, cast

from ...tables.cells import Cell, Ids, Problem, matching, one_of, parts_cell, several, split
from ...tables.models.row import Conditions

__all__ = [
    "NOT_ESTIMABLE",
    "NOT_PRINTED",
    "NOT_REACHED",
    "READ",
    "Addresses",
    "Doi",
    "EvidenceIds",
    "Figure",
    "FigureCell",
    "LowerEnd",
    "Percentage",
    "Pmid",
    "Read",
    "Registration",
    "TreatmentIds",
    "Who",
    "evidence_id",
]

NOT_REACHED, NOT_ESTIMABLE, NOT_PRINTED = "not_reached", "not_estimable", "not_printed"
_WORDS = {
    NOT_REACHED: "not reached",
    NOT_ESTIMABLE: "not estimable",
    NOT_PRINTED: "not printed",
}

READ: Mapping[str, str] = MappingProxyType(
    {
        "full_text": "the whole text",
        "abstract": "an abstract",
        "abstract_copy": "a copy of an abstract",
        "label": "a drug label",
        "announcement": "an announcement",
        "excerpt": "a page with excerpts",
        "journal_digest": "a digest of the journal",
        "review_table": "a review's table",
        "scorecard": "a scorecard",
        "product_site": "the product's site",
        "news": "news",
        "news_copy": "a copy of news",
        "secondary": "what others say of it",
    }
)
"""How a figure or a recommendation was read, and that in words."""


@dataclass(frozen=True)
class EvidenceIds(Ids):
    """The ids that the evidence's tables define, as cells refer to them."""

    trials: Collection[str] = ()
    outcomes: Collection[str] = ()
    documents: Collection[str] = ()
    guides: Collection[str] = ()
    values: Mapping[str, Collection[str]] = field(default_factory=dict)
    """The values of each fact."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is printed: a number, a range of two, or that there is none to print."""

    text: str

    @property
    def number(self) -> float | None:
        """Its value; None for a range and for what is not reached or estimable."""
        return float(self.text) if re.fullmatch(r"\d+(\.\d+)?", self.text) else None

    @property
    def ends(self) -> tuple[float, ...]:
        """Its number, or the two of a range; empty where none is printed."""
        return () if self.is_open else tuple(float(end) for end in self.text.split("-"))

    @property
    def is_open(self) -> bool:
        """Whether no number is printed."""
        return self.text in _WORDS

    def __str__(self) -> str:
        return _WORDS.get(self.text, self.text.replace("-", "–"))


_NUMBER = r"\d+(\.\d+)?"
_FIGURE = matching(
    rf"{_NUMBER}(-{_NUMBER})?|{'|'.join(_WORDS)}",
    f"a figure, such as 11.0 or 62-65, or one of {', '.join(_WORDS)}",
)


def _figure(cell: str, ids: Ids) -> str | None:
    low, _, high = cell.partition("-")
    if not _FIGURE(cell, ids) and high and float(low) > float(high):
        return f'"{cell}" is a range whose ends are the other way round; write {high}-{low}'
    return _FIGURE(cell, ids)


def _lower_end(cell: str, ids: Ids) -> str | None:
    if cell == NOT_REACHED:
        return (
            f'"{cell}" can be the upper end of an interval alone; write the lower end as printed, '
            f"or {NOT_PRINTED}"
        )
    return _figure(cell, ids)


def _figure_cell(problem: Problem) -> Cell:
    return Cell(problem, parse=lambda cell, ids: Figure(cell) if cell else None)


FigureCell = Annotated[Figure | None, _figure_cell(_figure)]
LowerEnd = Annotated[Figure | None, _figure_cell(_lower_end)]
Percentage = Annotated[
    int | None,
    Cell(
        matching(r"[5-9]\d", "a level of an interval in percent, such as 95"),
        parse=lambda cell, ids: int(cell) if cell else None,
    ),
]
Doi = Annotated[
    str,
    Cell(
        matching(
            r"10\.\d{4,9}/(?=\S*\d)[^\s\"'<>]+",
            "a DOI of an article, such as 10.1056/NEJMoa1009290",
        )
    ),
]
Pmid = Annotated[str, Cell(matching(r"[1-9]\d{0,7}", "a PMID: one to eight digits"))]
Registration = Annotated[
    str,
    Cell(
        matching(
            r"NCT\d{8}|UMIN\d{9}",
            "a registration, such as NCT00510068 (NCT and eight digits, or UMIN and nine)",
        )
    ),
]


def evidence_id(kind: str, what: str, needed: bool = True) -> Cell:
    """A cell that holds an id of ``kind``, such as ``trials``."""
    return Cell(one_of(lambda ids: getattr(ids, kind), what), needed=needed)


_WEB = re.compile(r"https?://[^\s\"'<>]+\.[^\s\"'<>]+")
_PLACE = re.compile(
    r"github [\w.-]+/[\w.-]+:\S+|doi 10\.\d{4,9}/\S+|PMID [1-9]\d*|PMC\d+|abstract \w*\d|openFDA "
    r"|(?<![/\w])[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b"
)
"""What a place that is no web address names: a file, an identifier, a label, or a site."""


def _address(cell: str, ids: Ids) -> str | None:
    for part in split(cell):
        if not part:
            return f'"{cell}" has nothing on one side of a "|"; write a | b'
        if ":/" in part and not _WEB.fullmatch(part):
            return f'"{part}" is not a web address that begins with https:// or http://'
        if ":/" not in part and not _PLACE.search(part):
            return (
                f'"{part}" names no place; write its web address, a site such as ajmc.com, '
                "doi 10.1056/NEJMoa1009290, PMID 21306238, or github owner/repository:path"
            )
    return None


Addresses = Annotated[tuple[str, ...], parts_cell(_address, needed=True)]
Read = Annotated[
    tuple[str, ...],
    parts_cell(several(READ, "a way to read"), needed=True),
]
TREATMENTS: Problem = several(lambda ids: ids.treatments, "a treatment of treatments.csv")
TreatmentIds = Annotated[tuple[str, ...], parts_cell(TREATMENTS)]


def _parts(cell: str) -> list[tuple[str, str]]:
    """Each ``fact=a|b`` of a cell; without the equals sign the values are empty."""
    pairs = (part.partition("=") for part in cell.split(";"))
    return [(fact.strip(), values.strip()) for fact, _, values in pairs]


def _who(cell: str, ids: Ids) -> str | None:
    values = cast(EvidenceIds, ids).values
    facts = [fact for fact, _ in _parts(cell)]
    if len(set(facts)) < len(facts):
        return f'"{cell}" asks for one fact twice; write fact=a|b'
    for fact, those in _parts(cell):
        if not those:
            return f'"{fact}" has no value; write fact=a|b, several of them joined with ;'
        wrong = one_of(values, "a fact of facts.csv")(fact, ids)
        wrong = wrong or several(values.get(fact, ()), f"a value of {fact}")(those, ids)
        if wrong:
            return wrong
    return None


def _criteria(cell: str, ids: Ids) -> Conditions:
    pairs = _parts(cell) if cell else []
    return MappingProxyType({fact: frozenset(split(values)) for fact, values in pairs})


Who = Annotated[Conditions, Cell(_who, parse=_criteria)]
