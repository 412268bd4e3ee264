"""Which facts of one guide say which facts of another: the table ``equivalents.csv``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Annotated, cast

from ..errors import GuideError
from ..guide.guide import GuideValue
from ..tables.cells import Cell, one_of, parts_cell
from ..tables.folder import packaged_folder
from ..tables.models.row import Basis, Needed, Row, Text, column
from ..tables.reading import read_rows

__all__ = [
    "Equivalent",
    "packaged_equivalents",
    "partners",
    "problems_of",
    "read_equivalents",
    "rows_joining",
]

Levels = Annotated[tuple[str, ...], parts_cell()]
Way = Annotated[str, Cell(one_of(("both", "there"), "a way"), needed=True)]


class Equivalent(Row):
    """A fact of one guide and what it says in the words of another."""

    identity = ("guide", "factor", "level", "other_guide", "other_factor")
    one_row = "a fact of one guide and what it says in the words of another"
    remark = (
        "Each level of a factor that is translated has a row; where nothing follows from it, "
        "`other_levels` is blank and the reader is asked."
    )

    guide: Needed = column("the id of a guide", "first-guide")
    factor: Needed = column("a factor of it", "size")
    level: Needed = column("a level of that factor", "small")
    other_guide: Needed = column("the id of another guide", "second-guide")
    other_factor: Needed = column("a factor of that one", "extent")
    other_levels: Levels = column(
        "the levels that it may be, joined with `\\|`: of several the reader is asked which; "
        "blank: none follows",
        "present",
    )
    way: Way = column("`both`, or `there` where nothing follows in the other direction", "both")
    basis: Basis = column("`inferred` where this is our reading", "stated", default="stated")
    note: Text = column("why, where it is not plain", default="")


def read_equivalents(folder: Path) -> tuple[Equivalent, ...]:
    """The rows of ``equivalents.csv`` in a folder.

    Raises:
        GuideError: everything that is wrong with the table, one line each.
    """
    rows = read_rows(folder, {"equivalents": Equivalent})["equivalents"]
    return tuple(cast("list[Equivalent]", rows))


@cache
def packaged_equivalents() -> tuple[Equivalent, ...]:
    """The rows for the packaged guides."""
    return read_equivalents(packaged_folder("sources"))


def partners(guide: GuideValue) -> list[str]:
    """The ids of the packaged guides whose facts have equivalents in a guide."""
    pairs = [(row.guide, row.other_guide) for row in packaged_equivalents()]
    joined = dict.fromkeys(name for pair in pairs if guide.id in pair for name in pair)
    return [name for name in joined if name != guide.id]


def rows_joining(guides: Sequence[GuideValue]) -> tuple[Equivalent, ...]:
    """The packaged rows by which several guides can be compared; none where two are not joined.

    Raises:
        GuideError: what is wrong with these rows beside the guides.
    """
    by_id = {guide.id: guide for guide in guides}
    rows = [r for r in packaged_equivalents() if r.guide in by_id and r.other_guide in by_id]
    joined = {frozenset([row.guide, row.other_guide]) for row in rows}
    if len(by_id) < 2 or any(frozenset(pair) not in joined for pair in combinations(by_id, 2)):
        return ()
    problems = [*problems_of(rows, by_id)]
    if problems:
        raise GuideError(problems)
    return tuple(rows)


def problems_of(rows: Iterable[Equivalent], guides: Mapping[str, GuideValue]) -> Iterator[str]:
    """What is wrong with rows beside the guides that they speak of, one line each.

    Args:
        rows: the table's rows.
        guides: guides by id; rows that speak of others are not looked at.

    Yields:
        Factors and levels that a guide has not, levels that are missing, and facts that two rows
        translate.
    """
    rows = [row for row in rows if row.guide in guides and row.other_guide in guides]
    levels: dict[tuple[str, str, str, str], set[str]] = {}
    for row in rows:
        place = f"equivalents.csv, row {row.row}, column"
        sides = (
            ("factor", row.guide, row.factor, "level", (row.level,)),
            ("other_factor", row.other_guide, row.other_factor, "other_levels", row.other_levels),
        )
        for factor_column, guide, factor, level_column, named in sides:
            known = guides[guide].factors
            if factor not in known:
                yield f'{place} {factor_column}: "{factor}" is not a factor of {guide}' + (
                    f" ({', '.join(known)})"
                )
                continue
            ids = [level.id for level in known[factor].levels]
            for level in named:
                if level not in ids:
                    yield f'{place} {level_column}: "{level}" is not a level of {factor}' + (
                        f" in {guide} ({', '.join(ids)})"
                    )
        pair = (row.guide, row.factor, row.other_guide, row.other_factor)
        levels.setdefault(pair, set()).add(row.level)
        back = (row.other_guide, row.other_factor, row.guide, row.factor)
        if row.way == "both":
            levels.setdefault(back, set()).update(row.other_levels)
    for (guide, factor, other, other_factor), there in levels.items():
        found = guides[guide].factors.get(factor)
        missing = [level.id for level in found.levels if level.id not in there] if found else []
        if missing:
            yield (
                f"equivalents.csv: {factor} of {guide} is translated to {other_factor} of {other} "
                f"without {', '.join(missing)}; add a row for each, with blank other_levels where "
                "nothing follows"
            )
