"""Links between the evidence and the guides that lead nowhere.

A row that names what a packaged guide does not have would link nothing, and the guide would lose
its evidence without a word. A note of which no guide has a treatment would be read by nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ...tables.cells import Ids, one_of
from ...tables.folder import packaged, packaged_folder, read_folder
from ..models import GuideFact, GuideTreatment, Recommendation

__all__ = ["guide_link_problems", "unread_notes"]


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


def unread_notes(
    notes: Sequence[Recommendation], treatments: Sequence[GuideTreatment]
) -> Iterator[str]:
    """Recommendations that stand on no card of any guide, each with file, row and column."""
    linked = {name for row in treatments for name in row.evidence}
    for note in notes:
        if linked.isdisjoint(note.treatments):
            yield (
                f"recommendations.csv, row {note.row}, column treatments: no guide has a treatment "
                f'that is "{"|".join(note.treatments)}", so no card shows this note; link it in '
                "guide_treatments.csv, or leave the row out"
            )


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
