"""Every problem of a guide's tables as one line each: file, row, column, what is wrong and right.

pandera checks all cells at once, and its findings are retold for somebody who works in a
spreadsheet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

import pandas as pd

from ..errors import suggestion
from .cells import Frames, Rule, ids, rule_of, rules_of
from .files import copied_table
from .places import wrong_places
from .schema import (
    CONDITIONAL,
    IDENTITY,
    OPTIONAL,
    REQUIRED_FACTS,
    RETIRED,
    SUPERSEDED,
    TABLES,
    Column,
)
from .values import READ_AS_MISSING

__all__ = ["lost_levels", "problems_of"]

_REFERRED = ("guide", "sources", "factors", "levels", "treatments")


def problems_of(
    frames: Frames, unread: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> list[str]:
    """Everything that is wrong with the tables of a guide, in the order of tables and rows.

    Args:
        frames: the tables, as text.
        unread: what is wrong with the files of those that could not be read.
    """
    rules = rules_of(frames)
    found = [*_files(frames, unread)]
    beyond = {"guide": _facts, "factors": _factors, "treatments": _treatments}
    for table in TABLES:
        found += unread.get(table, ())
        if table in frames:
            found += _cells(table, frames, rules)
        if table in beyond:
            found += beyond[table](frames)
    return found


def _files(frames: Frames, unread: Collection[str]) -> Iterator[str]:
    there = {*frames, *unread}
    others = [table for table in (*frames, *unread) if table not in TABLES]
    renamed = {copied_table(name) for name in others}
    for table in TABLES:
        if table not in {*there, *renamed, *OPTIONAL}:
            yield f"{table}.csv: is missing; a guide needs {_listed(_required())}"
        elif table in _REFERRED and table in frames and frames[table].empty:
            yield f"{table}.csv: has no rows; other tables rest on them"
    for name in others:
        yield f"{name}.csv: is not a table of a guide{_way_out(name, there)}"


def _way_out(name: str, there: Collection[str]) -> str:
    """What to do with a file that is no table."""
    copied = copied_table(name)
    if copied is None:
        meant = suggestion(name, TABLES, "; did you mean {}.csv?")
        return f"{meant} (a guide has {_listed(TABLES)})"
    if copied in there:
        return f"; {copied}.csv is what is read, move this one to another folder"
    return f"; rename it to {copied}.csv, which is missing"


def _required() -> list[str]:
    return [table for table in TABLES if table not in OPTIONAL]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"{name}.csv" for name in names)


# -- cells ----------------------------------------------------------------------------------


def _cells(table: str, frames: Frames, rules: Mapping[str, Rule]) -> list[str]:
    # Imported late: pandera takes longer to import than all the rest of the package.
    import pandera.pandas as pa

    frame = frames[table]
    twice = list(frame.columns[frame.columns.duplicated()])
    if twice:
        return [f'{table}.csv: the column "{twice[0]}" is there twice; keep one']
    columns = _expected(table, frames)
    identity = list(IDENTITY.get(table, ()))

    def checks(name: str, column: Column) -> list[pa.Check]:
        rule = rule_of(name, column, rules)
        return [pa.Check(lambda cell: rule(cell) is None, element_wise=True)]

    schema = pa.DataFrameSchema(
        {
            name: pa.Column(checks=checks(name, column), required=not column.optional)
            for name, column in columns.items()
        },
        # Without factors nobody can tell which columns are theirs; that is said already.
        strict=table not in CONDITIONAL or bool(ids(frames, "factors", "factor")),
        unique=identity if identity and set(identity) <= set(frame) else None,
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
    names = ["check", "column", "failure_case", "index"]
    for kind, column, case, index in failures[names].itertuples(index=False, name=None):
        if kind == "column_in_dataframe":
            near = suggestion(
                case, map(str, frame.columns.difference(list(columns))), '; is "{}" meant for it?'
            )
            mine = table in CONDITIONAL and case not in TABLES[table]
            what = "; each factor has one here, its cells blank for any level" if mine else ""
            found.add(
                (1, order[case], f'{table}.csv: the column "{case}" is missing{near or what}')
            )
        elif kind == "column_in_schema":
            old = {*SUPERSEDED, *RETIRED.get(table, ())}
            known = f"(known here: {', '.join(name for name in columns if name not in old)})"
            text = f'{table}.csv: the column "{case}" is not known; rename or remove it {known}'
            found.add((1, len(order), text))
        elif kind == "multiple_fields_uniqueness":
            found |= _doubles(table, frame)
        else:
            problem = rule_of(column, columns[column], rules)(str(frame.at[index, column]))
            place = f"{table}.csv, row {index + 2}, column {column}"
            found.add((index + 2, order[column], f"{place}: {problem}"))
    return [text for _, _, text in sorted(found)]


def _doubles(table: str, frame: pd.DataFrame) -> set[tuple[int, int, str]]:
    names = IDENTITY[table]
    found = set()
    first: dict[tuple[str, ...], int] = {}
    for row, *cells in zip(_rows(frame), *(frame[name] for name in names), strict=True):
        before = first.setdefault(tuple(cells), row)
        if all(cells) and before != row:
            said = ", ".join(f'"{cell}"' for cell in cells)
            text = (
                f"{table}.csv, row {row}, column {names[-1]}: {said} stands in row {before} "
                "already; each may stand there once"
            )
            found.add((row, 0, text))
    return found


def _rows(frame: pd.DataFrame) -> list[int]:
    """The row numbers that a spreadsheet shows."""
    return [int(index) + 2 for index in frame.index.to_numpy()]


def _expected(table: str, frames: Frames) -> dict[str, Column]:
    columns = dict(TABLES[table])
    if table in CONDITIONAL:
        cells = Column(CONDITIONAL[table])
        for name in ids(frames, "factors", "factor"):
            columns.setdefault(name, cells)
    for name in RETIRED.get(table, ()):
        columns[name] = Column(optional=True)
    return columns


# -- what only several rows show ------------------------------------------------------------


def _facts(frames: Frames) -> Iterator[str]:
    facts = ids(frames, "guide", "key")
    for key in REQUIRED_FACTS:
        if facts and key not in facts:
            yield f'guide.csv: has no row with the key "{key}"; add one and its value'


def lost_levels(frames: Frames, texts: Frames) -> list[str]:
    """Missing cells that may have held a level which pandas reads as missing: "NA", say.

    Args:
        frames: the tables as they were handed over.
        texts: the same as text.
    """
    levels = zip(*(_cells_of(texts, "levels", name) for name in ("factor", "level")), strict=False)
    found = {factor: level for factor, level in levels if level in READ_AS_MISSING}
    return [
        f"{table}.csv, row {row}, column {factor}: is missing (NaN), and {factor} has a level "
        f'"{found[factor]}", which pandas reads so; read the table with '
        f'read_csv(keep_default_na=False), and write "" for any'
        for table in (name for name in CONDITIONAL if name in frames)
        for factor in found
        if (row := _first_missing(frames[table], texts[table], factor))
    ]


def _cells_of(frames: Frames, table: str, column: str) -> list[str]:
    return [cell for _, cell in _numbered(frames, table, column)]


def _first_missing(frame: pd.DataFrame, text: pd.DataFrame, column: str) -> int | None:
    """The first row without a value in a column; ``text`` is ``frame`` as text."""
    missing = frame.loc[:, text.columns == column].isna().any(axis="columns")
    return next((row for row, lost in zip(_rows(text), missing, strict=True) if lost), None)


def _factors(frames: Frames) -> Iterator[str]:
    levels = ids(frames, "levels", "factor")
    taken = {column for table in CONDITIONAL for column in TABLES[table]}
    for row, factor in _numbered(frames, "factors", "factor"):
        place = f'factors.csv, row {row}, column factor: "{factor}"'
        if factor and levels and levels.count(factor) < 2:
            yield f"{place} has fewer than two levels; add them to levels.csv"
        if factor in taken:
            yield f"{place} is the name of a column that other tables have; choose another"
    yield from _places(frames, "factors")


def _treatments(frames: Frames) -> Iterator[str]:
    factors = ids(frames, "factors", "factor")
    for row, name in _numbered(frames, "treatments", "treatment"):
        if name in factors:
            yield (
                f'treatments.csv, row {row}, column treatment: "{name}" is the id of a factor '
                "too; choose another"
            )
    groups = {
        row: (name, group)
        for (row, name), (_, group) in zip(
            _numbered(frames, "treatments", "treatment"),
            _numbered(frames, "treatments", "member_of"),
            strict=False,
        )
        if group
    }
    try:
        TopologicalSorter({name: [group] for name, group in groups.values()}).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        row = min(row for row, (name, _) in groups.items() if name in circle)
        yield (
            f"treatments.csv, row {row}, column member_of: {' > '.join(circle)} is a circle; "
            "a group cannot be a member of itself"
        )
    yield from _places(frames, "treatments")


def _places(frames: Frames, table: str) -> Iterator[str]:
    if table in frames and not frames[table].columns.has_duplicates:
        yield from wrong_places(table, frames[table])


def _numbered(frames: Frames, table: str, column: str) -> Iterator[tuple[int, str]]:
    """The cells of a column with their row numbers; none where table or column is missing."""
    frame = frames.get(table)
    if frame is not None and list(frame.columns).count(column) == 1:
        yield from zip(_rows(frame), frame[column], strict=True)
