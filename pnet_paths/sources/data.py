"""What a page needs to compare sources by itself: facts in codes, sentences, looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..drawing.labels import below
from ..guide.guide import GuideValue
from ..json_record import JsonRecord, Texts
from .counterparts import Counterpart, by_guide, packaged_counterparts
from .equivalents import Equivalent, rows_joining
from .patterns import PATTERNS
from .picture import BORDERS, IN_A_ROW
from .since_when import PLACES
from .source_dates import source_date
from .statements import footer_of
from .translation import meanings

__all__ = ["Meaning", "SourceData", "packaged_source_data", "source_data"]


class Meaning(NamedTuple):
    """What a fact of one guide says in another: places of factors, codes of levels."""

    place: int
    code: int
    there: int
    levels: Sequence[int]
    inferred: bool


class SourceData(JsonRecord):
    """What a page needs to compare its guides."""

    translations: Sequence[Sequence[Sequence[Meaning]]]
    """By the place of a guide and of another what the facts of the one say in the other."""
    counterparts: Sequence[Texts]
    """By the place of a guide what stands there for treatments that it does not have, by id."""
    silent: Sequence[Texts]
    """The same of treatments of which it may say nothing."""
    opposite: Sequence[Texts]
    """The same of treatments to which it says no by what it names."""
    titles: Sequence[str]
    dates: Sequence[str]
    """When each guide was updated last; blank where it does not say."""
    patterns: Texts
    """The sentences."""
    feet: Sequence[str]
    """What stands below a drawing, by its first guide, as rows of a label."""
    borders: Mapping[str, Texts]
    """Graphviz's attributes of a card, by whether the sources agree."""
    in_row: int
    """How many cards stand side by side."""


def source_data(
    guides: Sequence[GuideValue],
    rows: Iterable[Equivalent],
    counterparts: Iterable[Counterpart] = (),
) -> SourceData:
    """What a page needs to compare guides, in this order, by the rows that join them."""
    rows, counterparts = tuple(rows), tuple(counterparts)
    return SourceData(
        translations=[[_coded(a, b, rows) for b in guides] for a in guides],
        counterparts=[by_guide(counterparts, guide.id, "absent") for guide in guides],
        silent=[by_guide(counterparts, guide.id, "silent") for guide in guides],
        opposite=[by_guide(counterparts, guide.id, "opposite") for guide in guides],
        titles=[guide.short_title for guide in guides],
        dates=[source_date(guide) for guide in guides],
        patterns={**PATTERNS, **PLACES},
        feet=[below(footer_of([each, *guides])) for each in guides],
        borders=BORDERS,
        in_row=IN_A_ROW,
    )


def packaged_source_data(guides: Sequence[GuideValue]) -> SourceData | None:
    """What a page needs to compare guides by the packaged rows; None where these do not join them.

    Raises:
        GuideError: what is wrong with these rows beside the guides.
    """
    rows = rows_joining(guides)
    return source_data(guides, rows, packaged_counterparts()) if rows else None


def _coded(guide: GuideValue, other: GuideValue, rows: Iterable[Equivalent]) -> list[Meaning]:
    places = [{name: at for at, name in enumerate(each.factors)} for each in (guide, other)]
    return [
        Meaning(
            places[0][factor],
            _code(guide, factor, level),
            places[1][name],
            sorted(_code(other, name, each) for each in levels),
            inferred,
        )
        for (factor, level, name), (levels, inferred) in meanings(guide.id, other.id, rows).items()
    ]


def _code(guide: GuideValue, factor: str, level: str) -> int:
    return [each.id for each in guide.factors[factor].levels].index(level)
