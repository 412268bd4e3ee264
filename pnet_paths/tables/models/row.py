"""The parts that rows of several tables share: kinds of cells, citations, conditions, places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationInfo,
)
from pydantic.fields import FieldInfo

from ..cells import NAME, WHOLE, Cell, one_of, parts_cell, several, split

__all__ = [
    "Basis",
    "Choice",
    "Citation",
    "Cited",
    "Conditional",
    "Conditions",
    "Factors",
    "Id",
    "Needed",
    "PartlyOurs",
    "Placed",
    "Profiled",
    "Row",
    "SourceId",
    "Spot",
    "Text",
    "Treatments",
    "Whole",
    "card_heading",
    "column",
    "level_cell",
]

Text = Annotated[str, Cell()]
Needed = Annotated[str, Cell(needed=True)]
Id = Annotated[str, Cell(NAME, needed=True)]
Whole = Annotated[int | None, Cell(WHOLE, parse=lambda cell, ids: int(cell) if cell else None)]
Choice = Annotated[str, Cell(one_of(("yes", "no"), "yes or no"))]
BASIS = one_of(("stated", "inferred"), "a basis")
Basis = Annotated[str, Cell(BASIS, lambda cell, ids: cell or "stated")]
TREATMENT = one_of(lambda ids: ids.treatments, "a treatment")
TREATMENTS = several(lambda ids: ids.treatments, "a treatment")
Treatments = Annotated[tuple[str, ...], parts_cell(TREATMENTS, needed=True)]
Factors = Annotated[
    frozenset[str], parts_cell(several(lambda ids: ids.factors, "a factor"), frozenset)
]
SOURCE = one_of(lambda ids: ids.sources, "a source")
SourceId = Annotated[str, Cell(SOURCE, needed=True)]

Spot = tuple[int, int]
"""A place in the drawing: the rank from the top, and the position in it."""

Conditions = Mapping[str, frozenset[str]]
"""The levels that fit, by factor; all factors must fit."""


def column(holds: str, example: str = "", *, card: str = "", **options: Any) -> Any:
    """Return a column of a table, with its description in `docs/tables.md`.

    Args:
        holds: a description of its cells, in Markdown.
        example: the text of a cell.
        card: the heading of its cells on the card beside the drawing; blank where they are not
            shown there as they are.
        options: ``alias`` where the column has another name than the field; ``default`` where
            the column may be left out.
    """
    examples = [example] if example else None
    return Field(description=holds, examples=examples, json_schema_extra={"card": card}, **options)


def card_heading(field: FieldInfo) -> str:
    """The heading of a column's cells on the card; blank where they are not shown there."""
    extra = field.json_schema_extra
    return str(extra["card"]) if isinstance(extra, dict) else ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The source of a row: its id, and the headings of the sections."""

    source: str
    sections: tuple[str, ...]

    def __str__(self) -> str:
        return "; ".join(self.sections)


class Row(BaseModel):
    """A row of a table. Fields that are annotated with a `Cell` are columns.

    ``identity`` names the columns whose cells together stand in one row only, ``one_row`` says
    what a row is, ``factor_cells`` what stands in a column that a factor has here.
    """

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    identity: ClassVar[tuple[str, ...]] = ()
    optional: ClassVar[bool] = False
    one_row: ClassVar[str] = ""
    remark: ClassVar[str] = ""
    factor_cells: ClassVar[str] = ""

    row: int = 0
    """Its row number in a spreadsheet."""

    @classmethod
    def columns(cls) -> dict[str, FieldInfo]:
        """Return the columns of the table without those of factors."""
        own = list(cls.__annotations__)
        places = list(Placed.__annotations__) if issubclass(cls, Placed) else []
        after = own.index("place") + 1 if "place" in own else len(own)
        fields = cls.model_fields
        names = dict.fromkeys([*own[:after], *places, *own[after:], *fields])
        return {
            fields[name].alias or name: fields[name]
            for name in names
            if name in fields and any(isinstance(mark, Cell) for mark in fields[name].metadata)
        }

    @classmethod
    def factor_column(cls, factor: str) -> str:
        """The column that a factor has here: its id, unless the table has such a column itself."""
        return f"factor:{factor}" if factor in cls.columns() else factor

    @classmethod
    def card_headings(cls) -> dict[str, str]:
        """The fields that a card shows as they are, with their headings, in the order shown."""
        headings = {name: card_heading(field) for name, field in cls.model_fields.items()}
        return {name: heading for name, heading in headings.items() if heading}


class Cited(Row):
    """A row with its source."""

    source: SourceId = column("the id of a document in `sources.csv`", "book")
    section: Needed = column("the headings it rests on, joined with ` \\| `", "Socks")

    @cached_property
    def cited(self) -> Citation:
        """The source and its sections."""
        return Citation(self.source, split(self.section))

    @property
    def inferred(self) -> bool:
        """Whether it is our inference; rows without a basis are stated."""
        return getattr(self, "basis", "") == "inferred"


# -- columns that factors have --------------------------------------------------------------


@cache
def _levels_of(factor: str) -> Cell:
    return parts_cell(several(lambda ids: ids.levels[factor], f"a level of {factor}"), frozenset)


@cache
def level_cell(factor: str) -> Cell:
    """Return a cell for one level of a factor; for any text if the levels are missing."""
    return Cell(one_of(lambda ids: ids.levels.get(factor, ()), f"a level of {factor}"))


def _levels(pair: tuple[str, str], info: ValidationInfo) -> Any:
    factor, cell = pair
    return _levels_of(factor).read(cell, info.context)


def _level(pair: tuple[str, str], info: ValidationInfo) -> Any:
    factor, cell = pair
    return level_cell(factor).read(cell, info.context)


def _without_blanks(cells: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType({factor: cell for factor, cell in cells.items() if cell})


class Conditional(Row):
    """A row that holds under conditions: a blank cell of a factor means any level."""

    factor_cells = "when"

    when: Annotated[
        Mapping[str, Annotated[frozenset[str], PlainValidator(_levels)]],
        AfterValidator(_without_blanks),
    ] = Field(default_factory=lambda: MappingProxyType({}))


class PartlyOurs(Cited, Conditional):
    """A row whose conditions the source states, but for some that we add."""

    inferred_facts: Factors = column(
        "the factors of which a `stated` row asks although the source does not, joined with `\\|`; "
        "sentences mark them with †",
        "mood",
        default=frozenset(),
    )

    @cached_property
    def stated_when(self) -> Conditions:
        """The conditions of the source itself."""
        stated = {name: self.when[name] for name in self.when if name not in self.inferred_facts}
        return MappingProxyType(stated)


class Profiled(Row):
    """A row that holds a profile: a blank cell of a factor means that it is not known."""

    factor_cells = "profile"

    profile: Annotated[
        Mapping[str, Annotated[str, PlainValidator(_level)]], AfterValidator(_without_blanks)
    ] = Field(default_factory=lambda: MappingProxyType({}))


class Placed(Row):
    """A row that may have a place in the drawing."""

    rank: Whole = column("its rank in the drawing, 1 at the top", "2", default=None)
    position: Whole = column("its position in that rank, from the left", "3", default=None)

    @cached_property
    def spot(self) -> Spot | None:
        """Its place, by rank and position; None where these are blank.

        >>> Placed(rank="2", position="10").spot, Placed().spot
        ((2, 10), None)
        """
        if self.rank is None or self.position is None:
            return None
        return self.rank, self.position
