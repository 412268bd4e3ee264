"""Rows that say no to what other rows offer to the same profiles, and which of them counts."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.sentences import join_words
from ..statuses import Status, Strength
from ..tables.models import Conditions, Indication
from .checked_guide import CheckedGuide, intersection
from .finding import Finding

__all__ = ["contradictions"]

_Pair = tuple[Indication, Indication]


def contradictions(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield pairs of rows of which one says no to what the other offers, and which counts."""
    for (offer, no), names in _pairs(checked):
        when = intersection(offer.when, no.when)
        witness = None if when is None else checked.smallest_witness_of(when)
        if when is None or witness is None:
            continue
        by_status: dict[Status, list[str]] = {}
        for name in names:
            label = checked.guide.treatments[name].label
            by_status.setdefault(checked.status(name, witness), []).append(label)
        for status, labels in by_status.items():
            yield Finding(
                "contradiction",
                _severity(offer, no, when),
                "indications.csv",
                tuple(sorted((checked.numbers[offer.id], checked.numbers[no.id]))),
                f'For {join_words(labels)} "{offer.id}" says {offer.strength.status.word} and '
                f'"{no.id}" says {no.strength.status.word} {checked.if_clause(when)}; '
                f"{_outcome(status)}.",
                witness,
                when,
            )


def _pairs(checked: CheckedGuide) -> Iterator[tuple[_Pair, list[str]]]:
    """Yield pairs of an offer and a no, with the treatments that both are about."""
    pairs: dict[tuple[str, str], tuple[_Pair, list[str]]] = {}
    for name in checked.guide.treatments:
        own = checked.diagrams.own_rows(name)
        for offer in (row for row in own if row.strength.offers):
            for no in (row for row in own if row.strength.says_no):
                pairs.setdefault((offer.id, no.id), ((offer, no), []))[1].append(name)
    return iter(pairs.values())


def _severity(offer: Indication, no: Indication, when: Conditions) -> str:
    """Return "note" if the table is clear: an exception, or a row that rules out; else "warning".

    It is a warning if we infer that something is ruled out which the source offers.
    """
    if no.strength is Strength.RULED_OUT:
        return "warning" if (offer.basis, no.basis) == ("stated", "inferred") else "note"
    return "note" if when == dict(offer.when) != dict(no.when) else "warning"


def _outcome(status: Status) -> str:
    return "more facts decide which counts" if status is Status.DEPENDS else f"{status.word} counts"
