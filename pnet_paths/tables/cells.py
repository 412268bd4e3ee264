"""Kinds of cells: how their text is checked, and the value that it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..errors import suggestion
from .sheet import Sheet
from .spreadsheets import is_error
from .values import forbidden_character, invisible_character

__all__ = ["NAME", "WHOLE", "Cell", "Ids", "matching", "one_of", "parts_cell", "several", "split"]


@dataclass(frozen=True)
class Ids:
    """The ids that the tables of a guide define, as cells refer to them."""

    sources: Collection[str] = ()
    factors: Collection[str] = ()
    levels: Mapping[str, Collection[str]] = field(default_factory=dict)
    treatments: Collection[str] = ()
    aims: Collection[str] = ()
    team: Collection[str] = ()
    there: frozenset[str] = frozenset()
    """The tables that exist, readable or not."""

    @cached_property
    def nodes(self) -> Collection[str]:
        """The ids that arrows can join: treatments and factors; none if either has none."""
        if not self.treatments or not self.factors:
            return ()
        return dict.fromkeys([*self.treatments, *self.factors])

    @classmethod
    def of(cls, sheets: Mapping[str, Sheet], unread: Collection[str] = ()) -> Ids:
        """Return the ids that some tables define.

        A table that is missing, or has an invalid or repeated id, counts as if it had none: its own
        message says so, and messages about all cells that refer to it would hide the cause.

        Args:
            unread: the tables that exist but could not be read.
        """

        def ids(table: str, column: str) -> dict[str, None]:
            cells = [c for c in sheets[table].column(column) if c] if table in sheets else []
            return {} if _is_doubtful(cells) else dict.fromkeys(cells)

        factors = ids("factors", "factor")
        return cls(
            sources=ids("sources", "source"),
            factors=factors,
            levels=_levels(sheets.get("levels"), factors),
            treatments=ids("treatments", "treatment"),
            aims=ids("aims", "aim"),
            team=ids("team", "person"),
            there=frozenset({*sheets, *unread}),
        )


def _is_doubtful(ids: Sequence[str]) -> bool:
    """Return True if an id is repeated or not valid."""
    return len(set(ids)) < len(ids) or any(NAME(each, Ids()) for each in ids)


def _levels(sheet: Sheet | None, factors: Collection[str]) -> dict[str, dict[str, None]]:
    levels: dict[str, dict[str, None]] = {name: {} for name in factors}
    pairs = [*zip(sheet.column("factor"), sheet.column("level"), strict=False)] if sheet else []
    doubtful = len(set(pairs)) < len(pairs) or any(
        factor not in levels or not level or NAME(level, Ids()) for factor, level in pairs
    )
    for factor, level in () if doubtful else pairs:
        levels[factor][level] = None
    return levels


Problem = Callable[[str, Ids], str | None]
"""Returns what is wrong with the text of a cell, and what to write; None if nothing is."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A kind of cell, as an annotation of a row model's field.

    ``becomes`` makes a value of the text of a cell, blank or not.
    """

    problem: Problem = lambda cell, ids: None
    parse: Callable[[str, Ids], Any] = lambda cell, ids: cell
    needed: bool = False

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            lambda cell, info: self.read(cell, info.context)
        )

    def read(self, cell: str, ids: Ids | None) -> Any:
        """Return the value of a cell.

        Raises:
            PydanticCustomError: its text is not valid.
        """
        ids = ids or Ids()
        problem = self._problem(cell, ids)
        if problem:
            raise PydanticCustomError("cell", "{problem}", {"problem": problem})
        return self.parse(cell, ids)

    def _problem(self, cell: str, ids: Ids) -> str | None:
        if not cell:
            return "is blank; it must be filled in" if self.needed else None
        if is_error(cell):
            return f'"{cell}" is an error message of a spreadsheet; write the value instead'
        character = forbidden_character(cell)
        if character:
            return f"contains the character {character}, which cannot be shown; type the text again"
        problem = self.problem(cell, ids)
        hidden = problem and invisible_character(cell)
        return (
            f"{problem}; it contains the invisible {hidden}, type it again" if hidden else problem
        )


def split(cell: str) -> tuple[str, ...]:
    """Return the parts of an ``a|b`` cell.

    >>> split("G1 | G2"), split("")
    (('G1', 'G2'), ())
    """
    return tuple(part.strip() for part in cell.split("|")) if cell else ()


def parts_cell(
    problem: Problem = lambda cell, ids: None,
    kind: Callable[[tuple[str, ...]], Collection[str]] = tuple,
    needed: bool = False,
) -> Cell:
    """Return a cell whose value is all the parts of its text, which are joined with ``|``."""
    return Cell(problem, lambda cell, ids: kind(split(cell)), needed)


Valid = Collection[str] | Callable[[Ids], Collection[str]]


def one_of(valid: Valid, what: str) -> Problem:
    """Return the check that a cell is one of some words or ids; if there are none all text passes.

    >>> one_of(("yes", "no"), "an answer")("yess", Ids())
    '"yess" is not an answer; did you mean yes? (yes, no)'
    """

    def problem(cell: str, ids: Ids) -> str | None:
        among = valid(ids) if callable(valid) else valid
        if not among or cell in among:
            return None
        near = suggestion(cell, among)
        listed = "" if near and len(among) > 8 else f" ({', '.join(among)})"
        return f'"{cell}" is not {what}{near}{listed}'

    return problem


def several(valid: Valid, what: str) -> Problem:
    """Return the check that a cell is one or more of some words or ids, joined with ``|``.

    >>> several(("G1", "G2"), "a grade")("G1,G2", Ids())
    '"G1,G2" is not a grade; put a | between several, such as a|b'
    """
    one = one_of(valid, what)

    def problem(cell: str, ids: Ids) -> str | None:
        parts = split(cell)
        if "" in parts:
            return f'"{cell}" has nothing on one side of a "|"; write a|b'
        if len(set(parts)) < len(parts):
            return f'"{cell}" names one of them twice'
        problems = [wrong for part in parts if (wrong := one(part, ids))]
        if problems and cell.casefold() in ("any", "all", "*"):
            return f'"{cell}" is not {what}; leave the cell blank for any'
        if problems and re.search("[,;/]", cell):
            return f'"{cell}" is not {what}; put a | between several, such as a|b'
        return "; ".join(problems) or None

    return problem


def matching(pattern: str, what: str) -> Problem:
    """Return the check that a whole cell matches a regular expression."""
    shape = re.compile(pattern, re.ASCII)
    return lambda cell, ids: None if shape.fullmatch(cell) else f'"{cell}" is not {what}'


NAME = matching(r"\w+", "an id: letters, digits and underscores, such as active_surveillance")
WHOLE = matching(r"0|[1-9]\d{0,5}", "a whole number, such as 3")
