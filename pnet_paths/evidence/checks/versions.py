"""What only several rows of outcomes show to be wrong: versions, and sizes of arms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from ..models import Outcome
from .figures import Problem

__all__ = ["version_problems"]


def version_problems(outcomes: Sequence[Outcome]) -> Iterator[Problem]:
    """Versions of a figure of which none stands, or another figure; sizes that are swapped."""
    by_id = {row.id: row for row in outcomes}
    for row in outcomes:
        other = by_id.get(row.stands)
        if bool(row.stands) != bool(row.why):
            blank = "why" if row.stands else "stands"
            yield row, blank, "is blank; say which version stands, and why that one"
        if other and (other.stands or other.trial != row.trial):
            yield (
                row,
                "stands",
                f'"{row.stands}" does not stand itself, or is of another trial; name the version '
                "of this figure that stands",
            )
        elif other and other.about != row.about:
            yield (
                row,
                "stands",
                f'"{row.stands}" is about {other.about}, and this row about {row.about}; name a '
                "version of this figure",
            )
    yield from _several_standing(outcomes)
    yield from _swapped_sizes(outcomes)


def _several_standing(outcomes: Sequence[Outcome]) -> Iterator[Problem]:
    for same in _alike(outcomes):
        current = [row for row in same if row.is_current]
        if len(same) > 1 and len(current) > 1:
            rows = ", ".join(str(row.row) for row in current[:-1])
            yield (
                current[-1],
                "stands",
                f"is blank, but row {rows} has another version of the same figure; name in one of "
                "them the version that stands, and in why the reason",
            )


def _alike(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    key = attrgetter("trial", "people", "counted", "unit", "arm_a", "arm_b")
    for _, same in groupby(sorted(outcomes, key=lambda row: (*key(row), row.row)), key=key):
        yield list(same)


def _swapped_sizes(outcomes: Sequence[Outcome]) -> Iterator[Problem]:
    """Sizes of arms that stand the other way round in most rows of the trial."""
    sizes: dict[str, list[Outcome]] = {}
    for row in outcomes:
        if row.n_a and row.n_b and row.n_a != row.n_b:
            sizes.setdefault(row.trial, []).append(row)
    for rows in sizes.values():
        for row in rows:
            turned = [each for each in rows if (each.n_a, each.n_b) == (row.n_b, row.n_a)]
            same = [each for each in rows if (each.n_a, each.n_b) == (row.n_a, row.n_b)]
            if turned and (len(turned), -turned[0].row) > (len(same), -row.row):
                yield (
                    row,
                    "n_a",
                    f"{row.n_a} and n_b {row.n_b} stand the other way round in row "
                    f"{turned[0].row}; write the figures of each arm in its own columns",
                )
