"""All problems of a guide's tables, one line each: file, row, column, what is wrong, what to do.

The row models check cells; this module checks whole tables, and rows against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

from pydantic import ValidationError

from ..errors import suggestion
from .cells import Ids, split
from .drawing_places import place_problems
from .files import table_in_name
from .models import NEEDED_FACTS, TABLES, Row
from .sheet import Sheet

__all__ = ["CheckedTable", "checked_rows"]

Sheets = Mapping[str, Sheet]
_REFERENCED = ("guide", "sources", "factors", "levels", "treatments")


def checked_rows(
    sheets: Sheets, unread: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> tuple[dict[str, list[Row]], list[str]]:
    """Return the rows of a guide's tables, and all problems with them.

    Args:
        sheets: the tables, by name.
        unread: the problems of tables that could not be read, by name.

    Returns:
        By table its rows in the order of the file, and one line for each problem, in the order of
        tables and rows. With problems, rows are missing.
    """
    ids = Ids.of(sheets, unread)
    rows: dict[str, list[Row]] = {}
    problems = [*_file_problems(sheets, unread)]
    beyond: dict[str, Callable[[Sheets], Iterator[str]]] = {
        "guide": _guide_problems,
        "factors": _factor_problems,
        "treatments": _treatment_problems,
        "indications": partial(_inferred_facts_problems, "indications"),
        "steps": partial(_inferred_facts_problems, "steps"),
    }
    for table in TABLES:
        problems += unread.get(table, ())
        if table in sheets:
            rows[table], wrong = CheckedTable(table, TABLES[table], sheets[table], ids).read()
            problems += wrong
        if table in beyond:
            problems += beyond[table](sheets)
    return rows, problems


# -- files ----------------------------------------------------------------------------------


def _file_problems(sheets: Sheets, unread: Collection[str]) -> Iterator[str]:
    there = {*sheets, *unread}
    others = [table for table in (*sheets, *unread) if table not in TABLES]
    renamed = {table_in_name(name) for name in others}
    needed = [table for table, model in TABLES.items() if not model.optional]
    for table in TABLES:
        if table in needed and table not in {*there, *renamed}:
            yield f"{table}.csv: is missing; a guide needs {_join_file_names(needed)}"
        elif table in _REFERENCED and table in sheets and not sheets[table].rows:
            yield f"{table}.csv: has no rows; other tables rest on them"
    for name in others:
        yield f"{name}.csv: is not a table of a guide{_way_out(name, there)}"


def _way_out(name: str, there: Collection[str]) -> str:
    """Say what to do with a file that is not a table."""
    copied = table_in_name(name)
    if copied is None:
        meant = suggestion(name, TABLES, "; did you mean {}.csv?")
        return f"{meant} (a guide has {_join_file_names(TABLES)})"
    if copied in there:
        return f"; {copied}.csv is what is read, move this one to another folder"
    return f"; rename it to {copied}.csv, which is missing"


def _join_file_names(names: Iterable[str]) -> str:
    return ", ".join(f"{name}.csv" for name in names)


# -- one table ------------------------------------------------------------------------------


class CheckedTable:
    """Checks one table against the model of its rows."""

    def __init__(self, name: str, model: type[Row], sheet: Sheet, ids: Ids) -> None:
        self.sheet, self.ids = sheet, ids
        self.file = f"{name}.csv"
        self.model = model
        self.own = self.model.columns()
        asked = ids.factors if self.model.factor_cells else ()
        self.factors = {self.model.factor_column(name): name for name in asked}
        self.names = dict.fromkeys([*self.own, *self.factors])
        self.order = {name: place for place, name in enumerate(self.names)}

    def read(self) -> tuple[list[Row], list[str]]:
        """Return the rows, and the problems: of columns, then row by row."""
        twice = [name for name in self.sheet.columns if self.sheet.columns.count(name) > 1]
        if twice:
            return [], [f'{self.file}: the column "{twice[0]}" is there twice; keep one']
        rows: list[Row] = []
        problems = {(1, *self._with_order(*each)) for each in self._column_problems()}
        for number, cells in self.sheet.numbered_rows():
            try:
                rows.append(self._row(number, cells))
            except ValidationError as error:
                problems |= {(number, *problem) for problem in self._cell_problems(number, error)}
        problems |= set(self._repeated_identities())
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
        return self.model.model_validate({**data, "row": number}, context=self.ids)

    def _cell_problems(self, number: int, error: ValidationError) -> Iterator[tuple[int, str]]:
        for each in error.errors(include_url=False, include_context=False, include_input=False):
            column = self._column_of(each["loc"])
            if each["type"] != "missing":  # a missing column is reported once, for the whole table
                place = f"{self.file}, row {number}, column {column}"
                yield self.order[column], f"{place}: {each['msg']}"

    def _column_of(self, place: tuple[int | str, ...]) -> str:
        """The column of a cell that a model has refused, by its place in the row's fields."""
        name = str(place[-1])
        return self.model.factor_column(name) if place[0] == self.model.factor_cells else name

    def _column_problems(self) -> Iterator[tuple[str, str]]:
        """Yield missing and unknown columns, with what is wrong."""
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
        # Without factors their columns are not known; the missing factors are reported already.
        if self.model.factor_cells and not self.factors:
            return
        for name in strange:
            yield (
                name,
                f'{self.file}: the column "{name}" is not known; rename or remove it '
                f"(known here: {', '.join(self.names)})",
            )

    def _with_order(self, name: str, text: str) -> tuple[int, str]:
        return self.order.get(name, len(self.order)), text

    def _repeated_identities(self) -> Iterator[tuple[int, int, str]]:
        names = self.model.identity
        if not names or not set(names) <= set(self.sheet.columns):
            return
        first: dict[tuple[str, ...], int] = {}
        columns = [self.sheet.column(name) for name in names]
        for number, *cells in zip(self.sheet.numbers, *columns, strict=True):
            before = first.setdefault(tuple(cells), number)
            if all(cells) and before != number:
                ids = ", ".join(f'"{cell}"' for cell in cells)
                yield (
                    number,
                    0,
                    f"{self.file}, row {number}, column {names[-1]}: {ids} stands in row {before} "
                    "already; each may stand there once",
                )


# -- what only several rows show ------------------------------------------------------------


def _guide_problems(sheets: Sheets) -> Iterator[str]:
    facts = _column(sheets, "guide", "key")
    for key in NEEDED_FACTS:
        if facts and key not in facts:
            yield f'guide.csv: has no row with the key "{key}"; add one and its value'


def _factor_problems(sheets: Sheets) -> Iterator[str]:
    levels = _column(sheets, "levels", "factor")
    if not set(levels) <= set(_column(sheets, "factors", "factor")):
        levels = ()  # a misspelled factor may be the one without levels
    for row, factor in _cells_by_row(sheets, "factors", "factor"):
        place = f'factors.csv, row {row}, column factor: "{factor}"'
        if factor and levels and levels.count(factor) < 2:
            yield f"{place} has fewer than two levels; add them to levels.csv"
    yield from _place_problems(sheets, "factors")


def _treatment_problems(sheets: Sheets) -> Iterator[str]:
    factors = _column(sheets, "factors", "factor")
    rows = [*_cells_by_row(sheets, "treatments", "treatment")]
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
    yield from _place_problems(sheets, "treatments")


def _inferred_facts_problems(table: str, sheets: Sheets) -> Iterator[str]:
    rows = sheets[table].numbered_rows() if table in sheets else ()
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


def _place_problems(sheets: Sheets, table: str) -> Iterator[str]:
    if table in sheets and len(set(sheets[table].columns)) == len(sheets[table].columns):
        yield from place_problems(table, sheets[table])


def _cells_by_row(sheets: Sheets, table: str, column: str) -> Iterator[tuple[int, str]]:
    """Return the cells of a column with row numbers; none if table or column is missing."""
    numbers = sheets[table].numbers if table in sheets else ()
    return zip(numbers, _column(sheets, table, column), strict=False)


def _column(sheets: Sheets, table: str, column: str) -> Sequence[str]:
    return sheets[table].column(column) if table in sheets else ()
