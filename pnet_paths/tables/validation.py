"""Every problem of a guide's tables as one line each: file, row, column, what is wrong and right.

The row models find what is wrong with cells; what only a whole table or several show is found here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

from pydantic import ValidationError

from ..errors import suggestion
from .cells import Known, split
from .drawing_places import wrong_places
from .files import copied_table
from .models import NEEDED_FACTS, TABLES, Row
from .sheet import Sheet

__all__ = ["CheckedTable", "checked_rows"]

Sheets = Mapping[str, Sheet]
_REFERRED = ("guide", "sources", "factors", "levels", "treatments")


def checked_rows(
    sheets: Sheets, unread: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> tuple[dict[str, list[Row]], list[str]]:
    """The rows of a guide's tables, and everything that is wrong with them.

    Args:
        sheets: the tables, by name.
        unread: what is wrong with the files of those that could not be read, by name.

    Returns:
        The rows by table, as its model, in the order of the file; and one line for each problem, in
        the order of tables and rows. Only without any problem are the rows all there.
    """
    known = Known.of(sheets, unread)
    rows: dict[str, list[Row]] = {}
    problems = [*_files(sheets, unread)]
    beyond: dict[str, Callable[[Sheets], Iterator[str]]] = {
        "guide": _facts,
        "factors": _factors,
        "treatments": _treatments,
        "indications": partial(_inferred_facts, "indications"),
        "steps": partial(_inferred_facts, "steps"),
    }
    for table in TABLES:
        problems += unread.get(table, ())
        if table in sheets:
            rows[table], wrong = CheckedTable(table, TABLES[table], sheets[table], known).read()
            problems += wrong
        if table in beyond:
            problems += beyond[table](sheets)
    return rows, problems


# -- files ----------------------------------------------------------------------------------


def _files(sheets: Sheets, unread: Collection[str]) -> Iterator[str]:
    there = {*sheets, *unread}
    others = [table for table in (*sheets, *unread) if table not in TABLES]
    renamed = {copied_table(name) for name in others}
    needed = [table for table, model in TABLES.items() if not model.optional]
    for table in TABLES:
        if table in needed and table not in {*there, *renamed}:
            yield f"{table}.csv: is missing; a guide needs {_listed(needed)}"
        elif table in _REFERRED and table in sheets and not sheets[table].rows:
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


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"{name}.csv" for name in names)


# -- one table ------------------------------------------------------------------------------


class CheckedTable:
    """One table, held against the model of its rows."""

    def __init__(self, name: str, model: type[Row], sheet: Sheet, known: Known) -> None:
        self.sheet, self.known = sheet, known
        self.file = f"{name}.csv"
        self.model = model
        self.own = self.model.columns()
        asked = known.factors if self.model.factor_cells else ()
        self.factors = {self.model.factor_column(name): name for name in asked}
        self.names = dict.fromkeys([*self.own, *self.factors])
        self.order = {name: place for place, name in enumerate(self.names)}

    def read(self) -> tuple[list[Row], list[str]]:
        """Its rows, and what is wrong with it: the columns, then row by row."""
        twice = [name for name in self.sheet.columns if self.sheet.columns.count(name) > 1]
        if twice:
            return [], [f'{self.file}: the column "{twice[0]}" is there twice; keep one']
        rows: list[Row] = []
        problems = {(1, *self._column(found)) for found in self._columns()}
        for number, cells in self.sheet.numbered():
            try:
                rows.append(self._row(number, cells))
            except ValidationError as error:
                problems |= {(number, *problem) for problem in self._cells(number, error)}
        problems |= set(self._doubles())
        return rows, [text for _, _, text in sorted(problems)]

    def _row(self, number: int, cells: Mapping[str, str]) -> Row:
        data: dict[str, object] = {name: cells[name] for name in self.own if name in cells}
        if self.factors:
            pairs = {
                factor: (factor, cells[name])
                for name, factor in self.factors.items()
                if name in cells
            }
            data[self.model.factor_cells] = pairs
        return self.model.model_validate({**data, "row": number}, context=self.known)

    def _cells(self, number: int, error: ValidationError) -> Iterator[tuple[int, str]]:
        for found in error.errors(include_url=False, include_context=False, include_input=False):
            column = self._column_of(found["loc"])
            if found["type"] != "missing":  # a whole column is, and that is said once
                place = f"{self.file}, row {number}, column {column}"
                yield self.order[column], f"{place}: {found['msg']}"

    def _column_of(self, place: tuple[int | str, ...]) -> str:
        """The column of a cell that a model has refused, by its place in the row's fields."""
        name = str(place[-1])
        return self.model.factor_column(name) if place[0] == self.model.factor_cells else name

    def _columns(self) -> Iterator[tuple[str, str]]:
        """Columns that are missing, and those that are not known, with what is wrong."""
        there = self.sheet.columns
        strange = [name for name in there if name not in self.names]
        missing = {name.casefold(): name for name in self.names if name not in there}
        other_case = {missing[n.casefold()]: n for n in strange if n.casefold() in missing}
        for name in self.names:
            needed = name not in self.own or self.own[name].is_required()
            if name in other_case:
                near = other_case[name]
                yield name, f'{self.file}: the column "{near}" is not known; write it "{name}"'
                strange.remove(near)
            elif needed and name not in there:
                near = suggestion(name, sorted(strange), '; is "{}" meant for it?')
                mine = name not in self.own
                what = "; each factor has one here, its cells blank for any level" if mine else ""
                yield name, f'{self.file}: the column "{name}" is missing{near or what}'
        # Without factors nobody can tell which columns are theirs; that is said already.
        if self.model.factor_cells and not self.factors:
            return
        for name in strange:
            yield (
                name,
                f'{self.file}: the column "{name}" is not known; rename or remove it '
                f"(known here: {', '.join(self.names)})",
            )

    def _column(self, found: tuple[str, str]) -> tuple[int, str]:
        name, text = found
        return self.order.get(name, len(self.order)), text

    def _doubles(self) -> Iterator[tuple[int, int, str]]:
        names = self.model.identity
        if not names or not set(names) <= set(self.sheet.columns):
            return
        first: dict[tuple[str, ...], int] = {}
        columns = [self.sheet.column(name) for name in names]
        for number, *cells in zip(self.sheet.numbers, *columns, strict=True):
            before = first.setdefault(tuple(cells), number)
            if all(cells) and before != number:
                said = ", ".join(f'"{cell}"' for cell in cells)
                yield (
                    number,
                    0,
                    f"{self.file}, row {number}, column {names[-1]}: {said} stands in row {before} "
                    "already; each may stand there once",
                )


# -- what only several rows show ------------------------------------------------------------


def _facts(sheets: Sheets) -> Iterator[str]:
    facts = _column(sheets, "guide", "key")
    for key in NEEDED_FACTS:
        if facts and key not in facts:
            yield f'guide.csv: has no row with the key "{key}"; add one and its value'


def _factors(sheets: Sheets) -> Iterator[str]:
    levels = _column(sheets, "levels", "factor")
    if not set(levels) <= set(_column(sheets, "factors", "factor")):
        levels = ()  # one that is written wrong may be the one that is missed
    for row, factor in _numbered(sheets, "factors", "factor"):
        place = f'factors.csv, row {row}, column factor: "{factor}"'
        if factor and levels and levels.count(factor) < 2:
            yield f"{place} has fewer than two levels; add them to levels.csv"
    yield from _places(sheets, "factors")


def _treatments(sheets: Sheets) -> Iterator[str]:
    factors = _column(sheets, "factors", "factor")
    rows = [*_numbered(sheets, "treatments", "treatment")]
    for row, name in rows:
        if name in factors:
            yield (
                f'treatments.csv, row {row}, column treatment: "{name}" is the id of a factor '
                "too; choose another"
            )
    groups = {
        row: (name, group)
        for (row, name), group in zip(
            rows, _column(sheets, "treatments", "member_of"), strict=False
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
    yield from _places(sheets, "treatments")


def _inferred_facts(table: str, sheets: Sheets) -> Iterator[str]:
    rows = sheets[table].numbered() if table in sheets else ()
    for number, cells in rows:
        ours = split(cells.get("inferred_facts", ""))
        place = f"{table}.csv, row {number}, column inferred_facts:"
        if ours and cells.get("basis") == "inferred":
            yield f"{place} the whole row is inferred; leave the cell blank"
        for name in ours:
            if not cells.get(TABLES[table].factor_column(name), "?"):
                yield (
                    f'{place} the row does not ask for "{name}"; name factors whose cells in this '
                    "row are filled"
                )


def _places(sheets: Sheets, table: str) -> Iterator[str]:
    if table in sheets and len(set(sheets[table].columns)) == len(sheets[table].columns):
        yield from wrong_places(table, sheets[table])


def _numbered(sheets: Sheets, table: str, column: str) -> Iterator[tuple[int, str]]:
    """The cells of a column with their row numbers; none where table or column is missing."""
    numbers = sheets[table].numbers if table in sheets else ()
    return zip(numbers, _column(sheets, table, column), strict=False)


def _column(sheets: Sheets, table: str, column: str) -> Sequence[str]:
    return sheets[table].column(column) if table in sheets else ()
