"""What the invented cohort assumes: how often each level is drawn, and how often it is not known.

The numbers stand in ``data/cohorts/assumptions.csv``. They are round and made up, so that every
part of the guide is met. None is a frequency: they come from no registry, no study and no hospital.
What is drawn and cannot occur, or is hardly met, is dropped and drawn again; that rests on the
guide's own tables.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from ..tables.folder import packaged_folder

__all__ = ["DROPPED", "Assumption", "assumption_of", "assumptions"]


@dataclass(frozen=True, slots=True)
class Assumption:
    """How often each level of a factor is drawn, in percent.

    Attributes:
        factor: the factor.
        percent: by level how often it is drawn.
        given: the facts, drawn before, for which this holds; empty: for all others.
        not_known: in how many percent of the profiles the cell is left empty afterwards.
        basis: where the numbers come from.
    """

    factor: str
    percent: Mapping[str, int]
    given: Mapping[str, str] = field(default_factory=dict)
    not_known: int = 0
    basis: str = "assumed"


DROPPED = {
    "impossible.csv": "what cannot occur",
    "unlikely.csv": "what a clinician would hardly meet",
}
"""The tables of the guide whose rows no invented profile meets, and what they name."""


@cache
def assumptions() -> tuple[Assumption, ...]:
    """The rows of the table: of several for one factor the first that holds is taken.

    A factor comes after those that its rows need.
    """
    with (packaged_folder("cohorts") / "assumptions.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        return tuple(
            Assumption(
                row["factor"],
                {level: int(percent) for level, percent in _pairs(row["percent"])},
                dict(_pairs(row["given"])),
                int(row["not_known"]),
                row["basis"],
            )
            for row in csv.DictReader(file)
        )


def _pairs(cell: str) -> list[tuple[str, str]]:
    """The pairs in a cell: ``G1=45 G2=40``."""
    return [(name, value) for name, _, value in (pair.partition("=") for pair in cell.split())]


def assumption_of(factor: str, facts: Mapping[str, str]) -> Assumption:
    """The assumption for a factor, given the facts drawn before."""
    return next(
        each
        for each in assumptions()
        if each.factor == factor and each.given.items() <= facts.items()
    )
