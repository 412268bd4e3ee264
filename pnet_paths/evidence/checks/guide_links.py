"""Treatments, factors and levels that the evidence names and a packaged guide does not have.

Such a row would link nothing, and the guide would lose its evidence without a word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...tables.cells import Ids, one_of
from ...tables.folder import packaged, packaged_folder, read_folder
from ..models import GuideFact, GuideTreatment

__all__ = ["guide_link_problems"]


def guide_link_problems(
    treatments: Sequence[GuideTreatment], facts: Sequence[GuideFact]
) -> Iterator[str]:
    """Rows that a packaged guide speaks against, each with file, row and column."""
    for guide in packaged():
        ids = Ids.of(read_folder(packaged_folder(guide))[0])
        for row in treatments:
            problem = _not_of(guide, "a treatment", ids.treatments, row.treatment)
            if row.guide == guide and problem:
                yield f"guide_treatments.csv, row {row.row}, column treatment: {problem}"
        for link in facts:
            if link.guide == guide and link.factor:
                yield from _fact_problems(link, ids)


def _fact_problems(link: GuideFact, ids: Ids) -> Iterator[str]:
    place = f"guide_facts.csv, row {link.row}, column"
    factor = _not_of(link.guide, "a factor", ids.factors, link.factor)
    levels = ids.levels.get(link.factor, ())
    level = _not_of(link.guide, f"a level of {link.factor}", levels, link.level)
    if factor:
        yield f"{place} factor: {factor}"
    elif level:
        yield f"{place} level: {level}"


def _not_of(guide: str, what: str, ids: Collection[str], name: str) -> str | None:
    return one_of(lambda _: ids, f"{what} of {guide}")(name, Ids())
