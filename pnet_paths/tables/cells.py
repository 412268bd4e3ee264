"""What one cell of a table may say: a rule for each kind of column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

import pandas as pd

from ..errors import suggestion
from .schema import (
    BASES,
    CHOICES,
    COMBINED,
    MUTABILITIES,
    STEP_KINDS,
    STRENGTHS,
    TOPIC_KINDS,
    Column,
    split,
)
from .spreadsheets import is_error

__all__ = ["Frames", "Rule", "ids", "rule_of", "rules_of"]

Frames = Mapping[str, pd.DataFrame]
Rule = Callable[[str], str | None]
"""Says what is wrong with a cell and what would be right, or None."""


def rule_of(name: str, column: Column, rules: Mapping[str, Rule]) -> Rule:
    """The rule for the cells of a column, blank ones included."""
    holds = column.holds
    rule = rules[f"{holds} of {name}" if holds in ("level", "levels") else holds]
    blank = None if column.blank else "is blank; it must be filled in"
    return lambda cell: (_error(cell) or rule(cell)) if cell else blank


def _error(cell: str) -> str | None:
    if not is_error(cell):
        return None
    return f'"{cell}" is an error that a spreadsheet put there; write what it should say'


# -- rules for one cell ---------------------------------------------------------------------


def rules_of(frames: Frames) -> dict[str, Rule]:
    """The rule for each kind of cell, given the ids that the tables themselves define."""
    treatments = ids(frames, "treatments", "treatment")
    factors = ids(frames, "factors", "factor")
    nodes = [*treatments, *factors] if treatments and factors else []
    named = {
        "treatment": _one_of(treatments, "a treatment"),
        "treatments": _several(treatments, "a treatment"),
        "about": _several(nodes, "a treatment or factor"),
        "factor": _one_of(factors, "a factor"),
        "node": _one_of(nodes, "a treatment or factor"),
        "source": _one_of(ids(frames, "sources", "source"), "a source"),
        "strength": _strength,
        "choice": _one_of(CHOICES, "yes or no"),
        "how": _one_of(COMBINED, "a way to combine"),
        "topic_kind": _one_of(TOPIC_KINDS, "a kind of topic"),
        "aim": _aim(ids(frames, "aims", "aim")),
        # Without a team the cell is text, as it was before there was one.
        "team": _several(ids(frames, "team", "person"), "a person of team.csv"),
        "mutability": _one_of(MUTABILITIES, "a mutability"),
        "basis": _one_of(BASES, "a basis"),
        "step": _one_of(STEP_KINDS, "a kind of step"),
        "text": lambda cell: None,
        "name": _shape(
            r"\w+", "an id: letters, digits and underscores, such as active_surveillance"
        ),
        "whole": _shape(r"0|[1-9]\d{0,5}", "a whole number, such as 3"),
        "url": _shape(
            r"https?://[^\s\"'<>]+", "a web address that begins with https:// or http://"
        ),
    }
    levels = list(
        zip(_column(frames, "levels", "factor"), _column(frames, "levels", "level"), strict=False)
    )
    for factor in factors:
        known = [level for name, level in levels if name == factor and level]
        named[f"level of {factor}"] = _one_of(known, f"a level of {factor}")
        named[f"levels of {factor}"] = _several(known, f"a level of {factor}")
    return named


def ids(frames: Frames, table: str, column: str) -> list[str]:
    """The ids that a table defines; none where it or its column is missing."""
    return [cell for cell in _column(frames, table, column) if cell]


def _column(frames: Frames, table: str, column: str) -> list[str]:
    frame = frames.get(table)
    if frame is None or list(frame.columns).count(column) != 1:
        return []
    return list(frame[column])


def _one_of(valid: Iterable[str], what: str) -> Rule:
    allowed = tuple(dict.fromkeys(valid))
    among = frozenset(allowed)

    def rule(cell: str) -> str | None:
        # Nothing to compare with: the table that lists them is missing or has no rows, which is
        # said already.
        if not among or cell in among:
            return None
        near = suggestion(cell, allowed)
        listed = "" if near and len(allowed) > 8 else f" ({', '.join(allowed)})"
        return f'"{cell}" is not {what}{near}{listed}'

    return rule


def _aim(aims: list[str]) -> Rule:
    if aims:
        return _one_of(aims, "an aim")
    return lambda cell: f'"{cell}" needs a table aims.csv that says what it means'


def _strength(cell: str) -> str | None:
    if cell == "not_recommended":
        return (
            '"not_recommended" is now called "against": write that, and in label the words with '
            "which the source says no"
        )
    return _one_of(STRENGTHS, "a strength")(cell)


def _several(valid: Iterable[str], what: str) -> Rule:
    one = _one_of(valid, what)

    def rule(cell: str) -> str | None:
        parts = split(cell)
        if "" in parts:
            return f'"{cell}" has nothing on one side of a "|"; write a|b'
        if len(set(parts)) < len(parts):
            return f'"{cell}" names one of them twice'
        problems = [problem for problem in map(one, parts) if problem]
        if problems and cell.casefold() in ("any", "all", "*"):
            return f'"{cell}" is not {what}; leave the cell blank for any'
        if problems and re.search("[,;/]", cell):
            return f'"{cell}" is not {what}; put a | between several, such as a|b'
        return "; ".join(problems) or None

    return rule


def _shape(pattern: str, what: str) -> Rule:
    shape = re.compile(pattern, re.ASCII)
    return lambda cell: None if shape.fullmatch(cell) else f'"{cell}" is not {what}'
