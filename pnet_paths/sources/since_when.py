"""What others recommended or decided of the treatments that sources are compared in, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..evidence.dates import Order, date_words, order_of
from ..evidence.population import Fit, Match
from ..evidence.tables import packaged_evidence
from ..evidence.treatment_evidence import SideNote, side_notes
from ..evidence.words import read_words
from ..guide.sentences import join_words
from .compared_treatment import ComparedTreatment
from .source_dates import source_date
from .statements import SourceStatements

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["PLACES", "DatedNote", "SinceWhen", "place_words", "since_when"]

PLACES: Mapping[str, str] = MappingProxyType(
    {
        "since_when": "What others say, and when",
        "placed": (
            "Notes of others on what stands here, but for those that speak of other people. The "
            "latest update of each source, or of a part of it: {dates}. That a note stands between "
            "two sources does not say that it is the reason why they differ. It changes no answer "
            "here."
        ),
        "dated": "{source}, {date}",
        "undated": "{source}, no date here",
        "between": "between {earlier} and {later}",
        "earlier": "before {sources}",
        "later": "after {sources}",
        "same_year": "in the same year as {sources}",
        "same_month": "in the same month as {sources}",
        "same_day": "on the same day as {sources}",
        "about": "{labels}, {place}: {note}",
        "about_undated": "{labels}: {note}",
        "rests_on": "a section of {source} rests on it in part",
        "open_notes": "{count} notes of which it is open whether they speak of this profile",
        "open_note": "1 note of which it is open whether it speaks of this profile",
    }
)
"""The words around the notes, for Python and for a page."""
_PRECISION = {4: "same_year", 7: "same_month", 10: "same_day"}


@dataclass(frozen=True, slots=True)
class DatedNote:
    """What others say of compared treatments, and where that stands between the sources.

    Attributes:
        note: the note; its match is what the facts of all sources tell.
        treatments: what it is about; a member whose group is among them is left to the group.
        orders: by guide with a date whether the note is earlier or later.
        place: the same in words: "between Cancer.Net (2023) and NCI's PDQ (2025)".
    """

    note: SideNote
    treatments: tuple[ComparedTreatment, ...]
    orders: Mapping[str, Order]
    place: str

    def __str__(self) -> str:
        name = "about" if self.place else "about_undated"
        first, *others = self.treatments
        labels = join_words([first.label, *(each.phrase for each in others)])
        return PLACES[name].format(labels=labels, place=self.place, note=self.note)


@dataclass(frozen=True)
class SinceWhen:
    """What others said of the treatments of a comparison, by date.

    Attributes:
        dates: by guide the date of its latest update; blank where it says none.
        titles: by guide what it is called.
        notes: those that speak of the profile, or may.
    """

    dates: Mapping[str, str]
    titles: Mapping[str, str]
    notes: tuple[DatedNote, ...]

    @property
    def lead(self) -> str:
        """What the notes are, the dates of the sources, and what is not claimed."""
        dates = [
            PLACES["dated" if day else "undated"].format(
                source=self.titles[guide], date=date_words(day) if day else ""
            )
            for guide, day in self.dates.items()
        ]
        return PLACES["placed"].format(dates="; ".join(dates))

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """What is not claimed, then a sentence a note; nothing where there is none."""
        return (self.lead, *map(str, self.notes)) if self.notes else ()

    @property
    def summary(self) -> tuple[str, ...]:
        """The same with the number alone of those notes of which it is open whether they fit."""
        such = [str(each) for each in self.notes if each.note.match.fit is Fit.YES]
        count = len(self.notes) - len(such)
        name = "open_note" if count == 1 else "open_notes"
        more = [f"{PLACES[name].format(count=count)}."] if count else []
        return (self.lead, *such, *more) if self.notes else ()

    def to_frame(self) -> pd.DataFrame:
        """One row a note and treatment: when it is from, and how it stands to each source."""
        import pandas as pd

        rows = [self._row(each, treatment) for each in self.notes for treatment in each.treatments]
        columns = ["recommendation", "date", "treatment", *self.dates, "fit", "document"]
        columns += ["strength", "text", "read", "address"]
        return pd.DataFrame(rows, columns=columns)

    def _row(self, each: DatedNote, treatment: ComparedTreatment) -> dict[str, object]:
        row = each.note.recommendation
        return {
            "recommendation": row.id,
            "date": row.date,
            "treatment": treatment.id,
            **{guide: each.orders.get(guide, "") for guide in self.dates},
            "fit": str(each.note.match.fit),
            "document": each.note.document.label,
            "strength": row.strength,
            "text": row.text,
            "read": read_words(row),
            "address": " | ".join(row.address),
        }

    def __str__(self) -> str:
        return "\n".join(self.sentences)


def since_when(comparison: SourceStatements) -> SinceWhen:
    """What others say of the treatments that some source speaks of, for such a profile.

    A note is left out if the facts of any source tell that it speaks of other people.

    Raises:
        GuideError: the date of a guide cannot be read.
    """
    readings = comparison.readings
    if not any(name in packaged_evidence().guides for name in readings):
        return SinceWhen({}, {}, ())
    dates = {name: source_date(reading.guide) for name, reading in readings.items()}
    titles = {name: comparison.title(name) for name in readings}
    notes = [
        DatedNote(
            replace(note, when=_rests_on(note.document.id, titles)),
            treatments,
            _orders(note.recommendation.date, dates),
            place_words(note.recommendation.date, dates, titles),
        )
        for treatments, note in _gathered(comparison)
        if note.match.fit is not Fit.NO
    ]
    notes.sort(key=lambda each: (each.note.recommendation.date, each.note.recommendation.id))
    return SinceWhen(dates, titles, tuple(notes))


def _gathered(
    comparison: SourceStatements,
) -> Iterator[tuple[tuple[ComparedTreatment, ...], SideNote]]:
    """Each note once, as the facts of all sources have it, with the treatments it is about."""
    about: dict[str, dict[str, ComparedTreatment]] = {}
    notes: dict[str, list[SideNote]] = {}
    for treatment in comparison.treatments:
        if treatment.is_silent:
            continue
        for pathway in comparison.pathways.values():
            for note in side_notes(pathway, treatment.id):
                about.setdefault(note.recommendation.id, {})[treatment.id] = treatment
                notes.setdefault(note.recommendation.id, []).append(note)
    for name, those in about.items():
        match = _joined([each.match for each in notes[name]])
        heads = tuple(each for each in those.values() if each.member_of not in those)
        yield heads, replace(notes[name][0], match=match)


def _joined(matches: Sequence[Match]) -> Match:
    """What several sources' facts tell together: a no counts, then a yes."""
    by_fit = {each.fit: each for each in reversed(matches)}
    return by_fit.get(Fit.NO) or by_fit.get(Fit.YES) or matches[0]


def _rests_on(document: str, titles: Mapping[str, str]) -> str:
    """Which of the sources say that they rest on a document, in words; blank for none."""
    guides = packaged_evidence().guides
    names = [
        titles[name] for name in titles if name in guides and document in guides[name].rests_on
    ]
    return PLACES["rests_on"].format(source=join_words(names)) if names else ""


def _orders(day: str, dates: Mapping[str, str]) -> dict[str, Order]:
    return {guide: order_of(day, other) for guide, other in dates.items() if other}


def place_words(day: str, dates: Mapping[str, str], titles: Mapping[str, str]) -> str:
    """Where a date stands between the sources, in words; blank where none has a date."""
    orders = _orders(day, dates)
    groups = {
        order: [guide for guide in orders if orders[guide] == order]
        for order in ("later", "same", "earlier")
    }
    names = {order: join_words([titles[e] for e in some]) for order, some in groups.items() if some}
    if "later" in names and "earlier" in names and "same" not in names:
        return PLACES["between"].format(earlier=names["later"], later=names["earlier"])
    shortest = min([len(day), *(len(dates[guide]) for guide in groups["same"])])
    words = {**PLACES, "same": PLACES[_PRECISION[shortest]]}
    return ", ".join(words[order].format(sources=some) for order, some in names.items())
