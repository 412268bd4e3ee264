"""What treatment depends on: factors, their levels, and combinations of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ..cells import Cell, one_of
from .row import (
    Basis,
    Choice,
    Cited,
    Conditional,
    Id,
    Needed,
    Placed,
    Text,
    Whole,
    column,
    level_cell,
)

__all__ = ["MUTABILITIES", "Factor", "Impossible", "Level", "Unlikely"]

MUTABILITIES = ("fixed", "to_learn", "can_change", "chosen")

Mutability = Annotated[str, Cell(one_of(MUTABILITIES, "a mutability"), needed=True)]
FactorId = Annotated[str, Cell(one_of(lambda ids: ids.factors, "a factor"), needed=True)]


@dataclass(frozen=True, slots=True)
class _OwnLevel(Cell):
    """A cell that holds a level of the factor that its row is about."""

    def __get_pydantic_core_schema__(self, _: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            lambda cell, info: level_cell(info.data.get("id", "")).read(cell, info.context)
        )


class Level(Cited):
    """A value of a factor.

    ``phrase`` completes a sentence that begins with its factor's subject ("The tumor ...").
    """

    identity = ("factor", "level")
    one_row = "a value of a factor; each factor needs two or more"

    factor: FactorId = column("the factor that it belongs to", "spread")
    id: Id = column("its own id", "one_foot", alias="level")
    label: Needed = column("in the control and on the decision", "one foot")
    phrase: Text = column(
        'completes what `subject` begins ("The tumor ...") in sentences',
        "is on one foot",
        default="",
    )
    definition: Needed = column("for newcomers")
    place: Whole = column(
        "order; where a factor can change, from what is better to what is worse", "2", default=None
    )
    basis: Basis = column(
        "`stated` (the source says so) or `inferred` (you concluded it); the same in the other "
        "tables",
        "stated",
        default="stated",
    )


class Factor(Cited, Placed):
    """Something treatment depends on. It is drawn as a decision where it has a place.

    ``subject`` is what its levels' phrases speak of; empty for the guide's own subject.
    """

    identity = ("factor",)
    one_row = (
        "something that treatment depends on; propose = no where the person knows it already, "
        "sensitive = yes where no quiz should ask for it, assume = the level that a new "
        "exploration begins with"
    )

    id: Id = column("id", "spread", alias="factor")
    label: Needed = column('its name in a sentence ("not known: spread")', "spread")
    subject: Text = column(
        "what its levels speak of, where that is not the guide's `subject`",
        "the penguin",
        default="",
    )
    group: Needed = column("the heading of its controls", "The feet")
    question: Needed = column("what the control and the decision ask", "How many feet are blue?")
    help: Text = column("what explains the question")
    mutability: Mutability = column(
        "`fixed` (never changes), `to_learn` (a test tells), `can_change` (by the disease or its "
        "treatment), `chosen`",
        "to_learn",
    )
    to_propose: Choice = column(
        "`no`: never named as what to find out next, because the person knows it",
        "no",
        alias="propose",
        default="",
    )
    is_sensitive: Choice = column(
        "`yes`: neither proposed nor in a question of the quiz",
        "yes",
        alias="sensitive",
        default="",
    )
    assume: Annotated[str, _OwnLevel()] = column(
        "the level taken for granted until another is chosen: explorer, page and `pnet-paths show` "
        "begin with it and say so; an evaluation never takes it for granted",
        "few",
        default="",
    )
    place: Whole = column("order of the controls", "5", default=None)
    levels: tuple[Level, ...] = Field(default=())

    @property
    def propose(self) -> bool:
        """Whether it may be among what to find out next."""
        return self.to_propose != "no"

    @property
    def sensitive(self) -> bool:
        """Whether it is neither proposed nor asked of in a question."""
        return self.is_sensitive == "yes"

    def level(self, level: str) -> Level:
        """The level with this id."""
        return self._by_id[level]

    @cached_property
    def _by_id(self) -> dict[str, Level]:
        return {level.id: level for level in self.levels}


class Impossible(Cited, Conditional):
    """A combination of levels that cannot occur, and why not."""

    one_row = "a combination that cannot occur; add a column for each factor"
    remark = (
        "What follows from it is used: if pale bluefoot cannot be on both feet, pale means one "
        "foot."
    )

    reason: Needed = column("why not, in a sentence")
    basis: Basis = column("whether the source says so", "stated", default="stated")


class Unlikely(Cited, Conditional):
    """A combination of levels that can occur, but that a clinician would hardly meet, and why."""

    optional = True
    one_row = "a combination that can occur, but that a clinician would hardly meet"
    remark = (
        "The questions of the quiz leave out profiles in which all of its columns are known to "
        "fit. What to find out next leaves out what may turn out so, unless nothing else is left. "
        "No status heeds this table."
    )

    reason: Needed = column("why, in a sentence")
    basis: Basis = column("whether the source says so", "stated", default="stated")
