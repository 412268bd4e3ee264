"""Duplicates in the tables: equal rows and arrows, equal labels, equal places."""

from __future__ import annotations

from collections.abc import Iterator

from .checked_guide import CheckedGuide
from .finding import Finding

__all__ = ["duplicates"]


def duplicates(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield rows that look the same where they are shown."""
    guide = checked.guide
    arrows: dict[object, list[int]] = {}
    for step in guide.steps:
        when = frozenset(step.when.items())
        arrows.setdefault((step.origin, step.target, step.label, when), []).append(step.row)
    for rows in arrows.values():
        if len(rows) > 1:
            yield _twice("steps.csv", rows, "These arrows are the same.")
    yield from _same_rows(checked)
    yield from _needless_forms(checked)
    numbers = guide.row_numbers("treatments", "treatment")
    labels: dict[str, list[int]] = {}
    spots: dict[tuple[int, int], list[int]] = {}
    for treatment in guide.treatments.values():
        labels.setdefault(treatment.label, []).append(numbers[treatment.id])
        if treatment.spot:
            spots.setdefault(treatment.spot, []).append(numbers[treatment.id])
    for label, rows in labels.items():
        if len(rows) > 1:
            yield _twice("treatments.csv", rows, f'These treatments are all called "{label}".')
    for (rank, place), rows in spots.items():
        if len(rows) > 1:
            sentence = f"These stand at the same place: rank {rank}, position {place}."
            yield _twice("treatments.csv", rows, sentence)
    blank = [numbers[group.id] for group in guide.groups if not group.spot]
    if blank and spots:
        sentence = (
            "rank and position are blank here and not for others: the drawing guesses a place."
        )
        yield Finding("no-place", "note", "treatments.csv", tuple(sorted(blank)), sentence)


def _same_rows(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield indications that say the same of the same profiles, in the same words."""
    same: dict[object, list[int]] = {}
    for row in checked.guide.indications.values():
        treatments, when = frozenset(row.treatments), frozenset(row.when.items())
        says = (row.strength, row.basis, row.words, row.mark, row.aims)
        same.setdefault((treatments, when, says), []).append(checked.numbers[row.id])
    for rows in same.values():
        if len(rows) > 1:
            yield _twice("indications.csv", rows, "These rows say the same.")


def _needless_forms(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield treatments that are called a form of themselves or of one of their groups."""
    treatments = checked.guide.treatments
    numbers = checked.guide.row_numbers("treatments", "treatment")
    for name, treatment in treatments.items():
        group = name
        while group:
            if group in treatment.also_form_of:
                sentence = f'also_form_of names "{group}", of which "{name}" is a member anyway.'
                if group == name:
                    sentence = f'also_form_of of "{name}" names "{name}" itself.'
                yield _twice("treatments.csv", [numbers[name]], sentence)
            group = treatments[group].member_of


def _twice(file: str, rows: list[int], sentence: str) -> Finding:
    return Finding("twice", "warning", file, tuple(sorted(rows)), sentence)
