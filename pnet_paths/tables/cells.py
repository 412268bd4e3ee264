"""Kinds of cells: what is wrong with a text that stands in one, and what it becomes."""

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
from .values import forbidden, invisible

__all__ = ["NAME", "WHOLE", "Cell", "Known", "one_of", "several", "shaped", "split"]


@dataclass(frozen=True)
class Known:
    """The ids that the tables of a guide define, as cells refer to them."""

    sources: Collection[str] = ()
    factors: Collection[str] = ()
    levels: Mapping[str, Collection[str]] = field(default_factory=dict)
    treatments: Collection[str] = ()
    aims: Collection[str] = ()
    team: Collection[str] = ()
    there: frozenset[str] = frozenset()
    """The tables that are there, readable or not."""

    @cached_property
    def nodes(self) -> Collection[str]:
        """What arrows join: treatments and factors; none where the ids of either are missing."""
        if not self.treatments or not self.factors:
            return ()
        return dict.fromkeys([*self.treatments, *self.factors])

    @classmethod
    def of(cls, sheets: Mapping[str, Sheet], unread: Collection[str] = ()) -> Known:
        """The ids in some tables.

        None where a table or its column is missing, and none where an id is doubtful: that is said
        in its own table, and to say it of all that refer to it would hide the cause.

        Args:
            unread: the tables that are there and could not be read.
        """

        def ids(table: str, column: str) -> dict[str, None]:
            cells = [c for c in sheets[table].column(column) if c] if table in sheets else []
            return {} if _doubtful(cells) else dict.fromkeys(cells)

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


def _doubtful(ids: Sequence[str]) -> bool:
    """Whether one of some ids stands there twice, or is none."""
    return len(set(ids)) < len(ids) or any(NAME(each, Known()) for each in ids)


def _levels(sheet: Sheet | None, factors: Collection[str]) -> dict[str, dict[str, None]]:
    levels: dict[str, dict[str, None]] = {name: {} for name in factors}
    pairs = [*zip(sheet.column("factor"), sheet.column("level"), strict=False)] if sheet else []
    doubtful = len(set(pairs)) < len(pairs) or any(
        factor not in levels or not level or NAME(level, Known()) for factor, level in pairs
    )
    for factor, level in () if doubtful else pairs:
        levels[factor][level] = None
    return levels


Problem = Callable[[str, Known], str | None]
"""What is wrong with a cell that is not blank, and what would be right; None if nothing is."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A kind of cell, as an annotation of a row model's field.

    ``becomes`` makes a value of the text of a cell, blank or not.
    """

    problem: Problem = lambda cell, known: None
    becomes: Callable[[str, Known], Any] = lambda cell, known: cell
    needed: bool = False

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            lambda cell, info: self.read(cell, info.context)
        )

    def read(self, cell: str, known: Known | None) -> Any:
        """What a cell says.

        Raises:
            PydanticCustomError: something is wrong with it.
        """
        known = known or Known()
        problem = self._wrong(cell, known)
        if problem:
            raise PydanticCustomError("cell", "{problem}", {"problem": problem})
        return self.becomes(cell, known)

    def _wrong(self, cell: str, known: Known) -> str | None:
        if not cell:
            return "is blank; it must be filled in" if self.needed else None
        if is_error(cell):
            return f'"{cell}" is an error that a spreadsheet put there; write what it should say'
        character = forbidden(cell)
        if character:
            return f"contains the character {character}, which cannot be shown; type the text anew"
        problem = self.problem(cell, known)
        hidden = problem and invisible(cell)
        return f"{problem}; it contains the invisible {hidden}, type it anew" if hidden else problem


def split(cell: str) -> tuple[str, ...]:
    """The parts of an ``a|b`` cell.

    >>> split("G1 | G2"), split("")
    (('G1', 'G2'), ())
    """
    return tuple(part.strip() for part in cell.split("|")) if cell else ()


def one_of(valid: Callable[[Known], Collection[str]], what: str) -> Problem:
    """The cell must be one of some ids; where nothing defines any, that is told already.

    >>> one_of(lambda known: ("yes", "no"), "an answer")("yess", Known())
    '"yess" is not an answer; did you mean yes? (yes, no)'
    """

    def problem(cell: str, known: Known) -> str | None:
        among = valid(known)
        if not among or cell in among:
            return None
        near = suggestion(cell, among)
        listed = "" if near and len(among) > 8 else f" ({', '.join(among)})"
        return f'"{cell}" is not {what}{near}{listed}'

    return problem


def several(valid: Callable[[Known], Collection[str]], what: str) -> Problem:
    """The cell must be one or more of some ids, joined with ``|``.

    >>> several(lambda known: ("G1", "G2"), "a grade")("G1,G2", Known())
    '"G1,G2" is not a grade; put a | between several, such as a|b'
    """
    one = one_of(valid, what)

    def problem(cell: str, known: Known) -> str | None:
        parts = split(cell)
        if "" in parts:
            return f'"{cell}" has nothing on one side of a "|"; write a|b'
        if len(set(parts)) < len(parts):
            return f'"{cell}" names one of them twice'
        problems = [wrong for part in parts if (wrong := one(part, known))]
        if problems and cell.casefold() in ("any", "all", "*"):
            return f'"{cell}" is not {what}; leave the cell blank for any'
        if problems and re.search("[,;/]", cell):
            return f'"{cell}" is not {what}; put a | between several, such as a|b'
        return "; ".join(problems) or None

    return problem


def shaped(pattern: str, what: str) -> Problem:
    """The cell must match a regular expression as a whole."""
    shape = re.compile(pattern, re.ASCII)
    return lambda cell, known: None if shape.fullmatch(cell) else f'"{cell}" is not {what}'


NAME = shaped(r"\w+", "an id: letters, digits and underscores, such as active_surveillance")
WHOLE = shaped(r"0|[1-9]\d{0,5}", "a whole number, such as 3")
