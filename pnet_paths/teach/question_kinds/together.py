"""What a treatment may be combined with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from ...guide.guide import GuideValue
from ...guide.sentences import basis_phrase, capitalize, join_words, unique
from ...statuses import Status, Strength
from ...tables.models import Combination
from ..question import Choice, Question
from ..question_draft import Draft
from ..question_proof import Facts, is_offered
from .choices import distance, fill_choices, is_related, reasons, treatment_choice

__all__ = ["combination_question"]


def combination_question(draft: Draft) -> Question | None:
    """What may a treatment be combined with here?"""
    guide = draft.guide
    partners = {name: _partners(draft, name) for name in draft.candidates if draft.is_stated(name)}
    names = draft.possible_keys([name for name in partners if partners[name]])
    if not names:
        return None
    name = draft.rng.choice(names)
    partner = draft.rng.choice(list(partners[name]))
    rows = partners[name][partner]
    key = _key(draft, name, partner, rows)
    choices = fill_choices(key, _wrong_choices(draft, name), draft)
    if choices is None:
        return None
    text = (
        f"Which of these may be combined with {guide.treatments[name].phrase} here, at the same "
        "time or within one plan, as the guide says?"
    )
    sections = unique(section for row in rows for section in row.cited.sections)
    proves = partial(_is_proved, guide, (name, partner), rows)
    return draft.question("together", name, text, choices, sections, proves)


def _wrong_choices(draft: Draft, name: str) -> Iterator[Choice]:
    """What is not offered here, and so not with the treatment either; the nearest misses first."""
    distances = {
        other: distance(draft, other) + draft.rng.random()
        for other in draft.candidates
        if draft.is_clearly_not_offered(other) and not _may_be_combined(draft, name, other)
    }
    for other in sorted(distances, key=distances.__getitem__):
        yield treatment_choice(draft.pathway, other, False)


def _may_be_combined(draft: Draft, name: str, other: str) -> bool:
    """Whether what is not offered here could be taken for a part of a plan with the treatment.

    It is a form of it, or named after it; its group is open here; or the source names the two
    together whatever the tumor is like. What a row rules out, such as an operation where none is
    possible, is part of no plan.
    """
    guide, pathway = draft.guide, draft.pathway
    is_named_after = guide.treatments[name].phrase in guide.treatments[other].phrase
    if is_named_after or is_related(guide, name, other):
        return True
    lines = {other, *guide.counts_among[other]}
    if any(pathway.status[line] is Status.DEPENDS for line in lines):
        return True
    deciding = guide.evaluator.deciding_rows(other, pathway.profile)
    if any(each.sure and each.row.strength is Strength.RULED_OUT for each in deciding):
        return False
    always = [_named_with(row, name) for row in guide.combinations.values() if not row.when]
    return any(lines.intersection(treatments) for treatments in always)


def _named_with(row: Combination, name: str) -> tuple[str, ...]:
    """What a row names together with a treatment."""
    if name not in row.treatments:
        return ()
    with_all = row.how != "together" or name == row.treatments[0]
    return row.treatments if with_all else row.treatments[:1]


def _is_proved(
    guide: GuideValue, pair: tuple[str, str], rows: Sequence[Combination], facts: Facts
) -> bool:
    """Whether both are offered, and named together, where these facts alone are known."""
    profile = guide.profile(facts)
    return all(is_offered(guide, name, facts) for name in pair) and any(
        guide.evaluator.is_met(row.when, profile) for row in rows
    )


def _partners(draft: Draft, name: str) -> dict[str, list[Combination]]:
    """What is offered here too and the source names together with a treatment, by which rows."""
    partners: dict[str, list[Combination]] = {}
    for row in draft.guide.combinations.values():
        if row.basis == "inferred":
            continue
        if draft.guide.evaluator.is_met(row.when, draft.pathway.profile):
            for other in _named_with(row, name):
                fits = other in draft.candidates and not is_related(draft.guide, name, other)
                if fits and draft.is_stated(other):
                    partners.setdefault(other, []).append(row)
    return partners


def _key(draft: Draft, name: str, partner: str, rows: Sequence[Combination]) -> Choice:
    """The right choice: what a treatment is combined with, and where the source says so."""
    guide = draft.guide
    because, rules = reasons(draft.pathway, partner)
    pair = capitalize(join_words([guide.treatments[each].phrase for each in (name, partner)]))
    lines = [f"{pair}: {row.label} ({basis_phrase([row])})." for row in rows]
    label = guide.treatments[partner].label
    return Choice(label, True, " ".join([*lines, because]), partner, rules)
