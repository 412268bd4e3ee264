"""What the tables of a guide must hold, and every problem of a folder as one line each.

The columns and their rules are below; pandera checks them all at once, and its findings are
retold for somebody who works in a spreadsheet: file, row, column, what is wrong, what is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

import pandas as pd

from .errors import GuideError, suggestion

__all__ = ["CONDITIONAL", "MUTABILITIES", "OPTIONAL", "STRENGTHS", "TABLES", "check", "split"]

Frames = Mapping[str, pd.DataFrame]
Rule = Callable[[str], str | None]
"""Says what is wrong with a cell and what would be right, or None."""

STRENGTHS = ("usual", "option", "later", "not_recommended")
MUTABILITIES = ("fixed", "to_learn", "can_change", "chosen")
BASES = ("stated", "inferred")
STEP_KINDS = ("answer", "then", "if", "throughout")


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells of a column hold, whether one may be blank, whether it may be left out."""

    holds: str = "text"
    blank: bool = True
    optional: bool = False


def _columns(spec: str) -> dict[str, Column]:
    """``"id!name place?whole url:url"``: ``!`` needs text in each cell, ``?`` may be left out."""
    columns = {}
    for word in spec.split():
        name, mark, holds = re.findall(r"(\w+)([!?:]?)(\w*)", word)[0]
        columns[name] = Column(holds or "text", blank=mark != "!", optional=mark == "?")
    return columns


_CITED = " source!source section!"
TABLES: dict[str, dict[str, Column]] = {
    "guide": _columns("key!name value! source?source section?"),
    "sources": _columns("source!name title! publisher date url:url note"),
    "factors": _columns(
        "factor!name label! group! question! help mutability!mutability place?whole drawn?spot"
        + _CITED
    ),
    "levels": _columns(
        "factor!factor level!name label! phrase? definition! place?whole" + _CITED
    ),
    "impossible": _columns("reason!" + _CITED),
    "treatments": _columns(
        "treatment!name label! kind! member_of:treatment place?whole drawn?spot goal summary! "
        "mechanism given given_by side_effects aftercare brand" + _CITED
    ),
    "indications": _columns(
        "indication!name treatments!treatments strength!strength label? goal why! basis!basis"
        + _CITED
    ),
    "steps": _columns("from!node to!node label kind!step" + _CITED),
    "glossary": _columns("term! also definition!" + _CITED),
    "topics": _columns("topic!name label! text! about:about place?whole" + _CITED),
    "presets": _columns("preset!name label! place?whole" + _CITED),
    "cases": _columns("case!name scene! title! story! question note"),
}

OPTIONAL = frozenset({"presets", "cases"})
"""Tables that a guide may do without."""

CONDITIONAL = {
    "impossible": "levels",
    "indications": "levels",
    "steps": "levels",
    "presets": "level",
    "cases": "level",
}
"""Tables with one column a factor, and what those cells hold."""

IDENTITY = {
    "guide": ("key",),
    "sources": ("source",),
    "factors": ("factor",),
    "levels": ("factor", "level"),
    "treatments": ("treatment",),
    "indications": ("indication",),
    "glossary": ("term",),
    "topics": ("topic",),
    "presets": ("preset",),
    "cases": ("case", "scene"),
}
"""The columns whose cells together may stand in one row only."""

REQUIRED_FACTS = ("title", "tumor", "disclaimer")


def split(cell: str) -> tuple[str, ...]:
    """The parts of an ``a|b`` cell.

    >>> split("G1 | G2"), split("")
    (('G1', 'G2'), ())
    """
    return tuple(part.strip() for part in cell.split("|")) if cell else ()


def check(frames: Frames) -> None:
    """Check the tables of a guide, all of them, before any is used.

    Raises:
        GuideError: one line a problem, in the order of the tables and their rows.
    """
    problems = [*_files(frames)]
    rules = _rules(frames)
    for table in TABLES:
        if table in frames:
            problems += _cells(table, frames, rules)
    if not problems:
        problems += _whole(frames)
    if problems:
        raise GuideError(problems)


def _files(frames: Frames) -> Iterator[str]:
    for table in TABLES:
        if table not in frames and table not in OPTIONAL:
            yield f"{table}.csv: is missing; a guide needs {_listed(_required())}"
    for table in frames:
        if table not in TABLES:
            yield (
                f"{table}.csv: is not a table of a guide"
                f"{suggestion(table, TABLES, '; did you mean {}.csv?')}"
                f" (a guide has {_listed(TABLES)})"
            )


def _required() -> list[str]:
    return [table for table in TABLES if table not in OPTIONAL]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"{name}.csv" for name in names)


# -- cells ----------------------------------------------------------------------------------


def _cells(table: str, frames: Frames, rules: Mapping[str, Rule]) -> list[str]:
    # Imported late: pandera takes longer to import than all the rest of the package.
    import pandera.pandas as pa

    frame = frames[table]
    if not frame.columns.is_unique:
        twice = frame.columns[frame.columns.duplicated()][0]
        return [f'{table}.csv: the column "{twice}" is there twice; keep one']
    columns = _expected(table, frames)

    def checks(name: str, column: Column) -> list[pa.Check]:
        rule = _rule(name, column, rules)
        return [pa.Check(lambda cell: rule(cell) is None, element_wise=True)]

    schema = pa.DataFrameSchema(
        {
            name: pa.Column(checks=checks(name, column), required=not column.optional)
            for name, column in columns.items()
        },
        strict=True,
        unique=[name for name in IDENTITY.get(table, ()) if name in frame] or None,
    )
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return _retold(table, frame, columns, rules, errors.failure_cases)
    return []


def _retold(
    table: str,
    frame: pd.DataFrame,
    columns: Mapping[str, Column],
    rules: Mapping[str, Rule],
    failures: pd.DataFrame,
) -> list[str]:
    """pandera's findings as lines a spreadsheet user understands, row by row."""
    found: set[tuple[int, int, str]] = set()
    order = {name: place for place, name in enumerate(columns)}
    kinds = zip(failures["check"], failures["column"], failures["failure_case"], failures["index"])
    for kind, column, case, index in kinds:
        if kind == "column_in_dataframe":
            near = suggestion(case, set(frame) - set(columns), '; is "{}" meant for it?')
            found.add((1, order[case], f'{table}.csv: the column "{case}" is missing{near}'))
        elif kind == "column_in_schema":
            known = f"(known here: {', '.join(columns)})"
            text = f'{table}.csv: the column "{case}" is not known; rename or remove it {known}'
            found.add((1, len(order), text))
        elif kind == "multiple_fields_uniqueness":
            found |= _doubles(table, frame)
        else:
            problem = _rule(column, columns[column], rules)(frame.at[index, column])
            place = f"{table}.csv, row {index + 2}, column {column}"
            found.add((index + 2, order[column], f"{place}: {problem}"))
    return [text for _, _, text in sorted(found)]


def _doubles(table: str, frame: pd.DataFrame) -> set[tuple[int, int, str]]:
    names = [name for name in IDENTITY[table] if name in frame]
    found = set()
    first: dict[tuple[str, ...], int] = {}
    for index, cells in zip(frame.index, frame[names].itertuples(index=False, name=None)):
        if all(cells) and first.setdefault(cells, index) != index:
            said = ", ".join(f'"{cell}"' for cell in cells)
            text = (
                f"{table}.csv, row {index + 2}, column {names[-1]}: {said} stands in row "
                f"{first[cells] + 2} already; each may stand there once"
            )
            found.add((index + 2, 0, text))
    return found


def _expected(table: str, frames: Frames) -> dict[str, Column]:
    columns = dict(TABLES[table])
    if table in CONDITIONAL:
        columns |= {name: Column(CONDITIONAL[table]) for name in _ids(frames, "factors", "factor")}
    return columns


def _rule(name: str, column: Column, rules: Mapping[str, Rule]) -> Rule:
    """The rule for the cells of a column, blank ones included."""
    holds = column.holds
    rule = rules[f"{holds} of {name}" if holds in ("level", "levels") else holds]
    if column.blank:
        return lambda cell: rule(cell) if cell else None
    return lambda cell: rule(cell) if cell else "is blank; it must be filled in"


# -- rules for one cell ---------------------------------------------------------------------


def _rules(frames: Frames) -> dict[str, Rule]:
    treatments = _ids(frames, "treatments", "treatment")
    factors = _ids(frames, "factors", "factor")
    named = {
        "treatment": _one_of(treatments, "a treatment"),
        "treatments": _several(treatments, "a treatment"),
        "about": _several([*treatments, *factors], "a treatment or factor"),
        "factor": _one_of(factors, "a factor"),
        "node": _one_of([*treatments, *factors], "a treatment or factor"),
        "source": _one_of(_ids(frames, "sources", "source"), "a source"),
        "strength": _one_of(STRENGTHS, "a strength"),
        "mutability": _one_of(MUTABILITIES, "a mutability"),
        "basis": _one_of(BASES, "a basis"),
        "step": _one_of(STEP_KINDS, "a kind of step"),
        "text": lambda cell: None,
        "name": _shape(r"\w+", "an id: letters, digits and underscores, such as active_surveillance"),
        "whole": _shape(r"\d{1,6}", "a whole number, such as 3"),
        "spot": _shape(r"\d{1,3}\.\d{1,3}", "a place in the drawing: rank.position, such as 2.3"),
        "url": _shape(r"https?://\S+", "a web address that begins with https:// or http://"),
    }
    for factor in factors:
        levels = frames.get("levels")
        known: list[str] = []
        if levels is not None and {"factor", "level"} <= set(levels):
            known = list(levels.loc[levels["factor"] == factor, "level"])
        named[f"level of {factor}"] = _one_of(known, f"a level of {factor}")
        named[f"levels of {factor}"] = _several(known, f"a level of {factor}")
    return named


def _ids(frames: Frames, table: str, column: str) -> list[str]:
    frame = frames.get(table)
    return [] if frame is None or column not in frame else [cell for cell in frame[column] if cell]


def _one_of(valid: Iterable[str], what: str) -> Rule:
    allowed = tuple(dict.fromkeys(valid))

    def rule(cell: str) -> str | None:
        # Nothing to compare with: the table that lists them is missing, which is said already.
        if not allowed or cell in allowed:
            return None
        near = suggestion(cell, allowed, "; did you mean {}?") if len(allowed) > 8 else ""
        listed = f" ({', '.join(allowed)})" if len(allowed) <= 8 or not near else ""
        return f'"{cell}" is not {what}{near}{listed}'

    return rule


def _several(valid: Iterable[str], what: str) -> Rule:
    one = _one_of(valid, what)

    def rule(cell: str) -> str | None:
        parts = split(cell)
        if "" in parts:
            return f'"{cell}" has nothing on one side of a "|"; write a|b'
        if len(set(parts)) < len(parts):
            return f'"{cell}" names one of them twice'
        return next((problem for problem in map(one, parts) if problem), None)

    return rule


def _shape(pattern: str, what: str) -> Rule:
    shape = re.compile(pattern, re.ASCII)
    return lambda cell: None if shape.fullmatch(cell) else f'"{cell}" is not {what}'


# -- what only the whole shows --------------------------------------------------------------


def _whole(frames: Frames) -> Iterator[str]:
    facts = set(frames["guide"]["key"])
    for key in REQUIRED_FACTS:
        if key not in facts:
            yield f'guide.csv: has no row with the key "{key}"; add one and its value'
    factors, levels = frames["factors"]["factor"], frames["levels"]["factor"]
    for index, factor in factors.items():
        if (levels == factor).sum() < 2:
            yield (
                f'factors.csv, row {index + 2}, column factor: "{factor}" has fewer than two '
                "levels; add them to levels.csv"
            )
        if factor in TABLES["indications"] or factor in TABLES["steps"]:
            yield (
                f'factors.csv, row {index + 2}, column factor: "{factor}" is the name of a '
                "column that other tables have already; choose another"
            )
    treatments = frames["treatments"]
    for index, name in treatments["treatment"].items():
        if name in set(factors):
            yield (
                f'treatments.csv, row {index + 2}, column treatment: "{name}" is the id of a '
                "factor too; choose another"
            )
    yield from _cycle(treatments)


def _cycle(treatments: pd.DataFrame) -> Iterator[str]:
    parents = dict(zip(treatments["treatment"], treatments["member_of"]))
    try:
        TopologicalSorter({child: [parent] for child, parent in parents.items() if parent}).prepare()
    except CycleError as error:
        members: list[str] = error.args[1]
        row = min(i for i, name in treatments["treatment"].items() if name in members) + 2
        yield (
            f"treatments.csv, row {row}, column member_of: {' > '.join(members)} is a circle; "
            "a group cannot be a member of itself"
        )
