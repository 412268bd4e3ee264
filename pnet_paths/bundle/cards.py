"""What the cards of treatments and arrows say whatever the profile, for the front end."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from ..drawing.theme import LOOKS
from ..guide.glossary import terms
from ..guide.guide import GuideValue
from ..guide.route import Way
from ..guide.sentences import INFERRED, capitalize, join_words
from ..json_record import JsonRecord
from ..markup.terms import Terms
from ..statuses import Status
from ..tables import models as tables

__all__ = ["Cards", "Looks", "StatusLook", "cards", "looks", "statuses"]

_WAYS: Mapping[Way, str] = {"taken": "on the way", "open": "depends", "off": "not taken"}


class StatusLook(JsonRecord):
    """How a status reads, and its ink."""

    symbol: str
    word: str
    meaning: str
    ink: str


class WayLook(JsonRecord):
    """How the way of an arrow reads."""

    word: str


class Looks(JsonRecord):
    """How arrows read."""

    arrows: Mapping[Way, WayLook]


class CardField(NamedTuple):
    """What is told of a treatment under a name."""

    name: str
    text: str


class TreatmentCard(JsonRecord):
    """What the card of a treatment says."""

    id: str
    label: str
    summary: str
    source: str
    """The publisher of the source."""
    section: str
    fields: Sequence[CardField]
    also_form_of: str
    """The labels of other groups that it counts among."""
    forms: str
    """The labels of those that count among it so."""


class ArrowCardStep(JsonRecord):
    """A step of an arrow in words."""

    label: str
    when: str
    inferred: bool


class ArrowCard(JsonRecord):
    """What the card of an arrow says."""

    title: str
    steps: Sequence[ArrowCardStep]
    tip: str
    """Its steps, one a line."""
    source: str
    """The publisher of the source."""
    section: str


class Cards(JsonRecord):
    """The cards by treatment, and by the ends of an arrow with a hyphen between."""

    treatments: Mapping[str, TreatmentCard]
    arrows: Mapping[str, ArrowCard]
    glossary: Terms


def statuses() -> dict[Status, StatusLook]:
    """How statuses read, from the strongest to none."""
    return {status: StatusLook.of(status, ink=look.ink) for status, look in LOOKS.items()}


def looks() -> Looks:
    """How the ways of arrows read."""
    return Looks(arrows={way: WayLook(word=word) for way, word in _WAYS.items()})


def cards(guide: GuideValue) -> Cards:
    """The cards of a guide."""
    return Cards(
        treatments={name: _treatment(guide, each) for name, each in guide.treatments.items()},
        arrows={
            f"{origin}-{target}": _arrow(guide, origin, target)
            for origin, target in guide.network.steps_by_ends
        },
        glossary=terms(guide),
    )


def _treatment(guide: GuideValue, treatment: tables.Treatment) -> TreatmentCard:
    labels = {name: each.label for name, each in guide.treatments.items()}
    forms = [each.label for each in guide.treatments.values() if treatment.id in each.also_form_of]
    by = [guide.team[name].label if name in guide.team else name for name in treatment.given_by]
    by_inference = treatment.given_by_basis == "inferred" and bool(guide.team)
    given_by = capitalize(join_words(by)) + (f" {INFERRED}" if by_inference else "") if by else ""
    headings = tables.Treatment.card_headings()
    texts = {**treatment.model_dump(include=set(headings)), "given_by": given_by}
    return TreatmentCard.of(
        treatment,
        **_cited(guide, treatment.cited),
        fields=[CardField(name, texts[field]) for field, name in headings.items() if texts[field]],
        also_form_of=join_words([labels[name] for name in treatment.also_form_of] or [""]),
        forms=join_words(forms or [""]),
    )


def in_words(guide: GuideValue, when: tables.Conditions, ours: Collection[str] = ()) -> str:
    """Conditions as words, those of ours marked; empty where there are none.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> in_words(guide, guide.indications["rfa_small"].when)
    'if the tumor has small liver metastases and is still there'
    """
    return f"if {guide.clause(when, ours)}" if when else ""


def _arrow(guide: GuideValue, origin: str, target: str) -> ArrowCard:
    rows = guide.network.steps_by_ends[origin, target]
    sections = dict.fromkeys(section for row in rows for section in row.cited.sections)
    steps = [
        ArrowCardStep(
            label=row.label,
            when=in_words(guide, row.when, row.inferred_facts),
            inferred=row.basis == "inferred",
        )
        for row in rows
    ]
    return ArrowCard(
        title=f"From {_named(guide, origin)} to {_named(guide, target)}",
        steps=steps,
        tip="\n".join(_tip(step.label, step.when) for step in steps),
        **_cited(guide, tables.Citation(rows[0].cited.source, tuple(sections))),
    )


def _tip(label: str, when: str) -> str:
    """A step in a line; "localized if the tumor is localized" would say itself twice."""
    return capitalize(when) if when.endswith(f" {label}") else f"{label} {when}".strip()


def _named(guide: GuideValue, name: str) -> str:
    factor = guide.factors.get(name)
    return f'"{factor.question}"' if factor else guide.treatments[name].label


def _cited(guide: GuideValue, citation: tables.Citation) -> dict[str, str]:
    return {"source": guide.sources[citation.source].publisher, "section": str(citation)}
