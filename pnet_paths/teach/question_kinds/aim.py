"""What a treatment is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from ...guide.sentence_patterns import fill
from ...guide.sentences import basis_phrase, capitalize, join_words, unique, verb_to_be
from ...tables.models import Indication, Treatment
from ..question import Choice, Question
from ..question_draft import Draft
from ..question_proof import fewest_facts, is_offered
from .choices import CHOICES, Facts, akin, sections_of, shuffled

__all__ = ["aim"]


def aim(draft: Draft) -> Question | None:
    """What is a treatment for here?"""
    guide, pathway = draft.guide, draft.pathway
    names = draft.keys(
        [name for name in draft.asked if draft.is_stated(name) and _aims(draft, name)]
    )
    if not names:
        return None
    name = draft.draw.choice(names)
    aims = _aims(draft, name)
    right = draft.draw.choice(aims[1:] or aims)  # not the main one of several: it is told
    wrong = _other_aims(draft, name, right)[: CHOICES - 1]
    if len(wrong) < CHOICES - 1:
        return None
    rows = [row for row in _aiming(draft, name) if right in row.aims]
    rules = tuple(row.id for row in rows)
    treatment = guide.treatments[name]
    told = " ".join(_cited(row) for row in rows)
    key = Choice(
        capitalize(guide.aims[right].label),
        True,
        f"{guide.aims[right].definition} {told}",
        "",
        rules,
    )
    choices = [key, *(_wrong_aim(draft, each, treatment) for each in wrong)]
    text = _text(treatment.phrase, [guide.aims[each].label for each in aims if each != right])
    return Question(
        "aim",
        name,
        f"{pathway.sentence} {text}",
        pathway.profile.known,
        shuffled(choices, draft.draw),
        fewest_facts(pathway.profile.known, partial(_is_for, draft, name, right)),
        sections_of(guide, rules),
    )


def _text(phrase: str, besides: Sequence[str]) -> str:
    """What is asked; where a treatment has several aims, the others are told."""
    verb = verb_to_be(phrase)
    if not besides:
        return f"What {verb} {phrase} for here, as the guide says?"
    told = f"{capitalize(phrase)} {verb} meant to {join_words(besides)} here."
    return f"{told} What else {verb} {phrase} for, as the guide says?"


def _aiming(draft: Draft, name: str) -> list[Indication]:
    """The stated rows that surely offer a treatment, for the guide and for the source alone."""
    sides = (draft.pathway, draft.source)
    sure = [
        {row.id for row, sure, _ in side.guide.evaluator.deciding_rows(name, side.profile) if sure}
        for side in sides
    ]
    rows = draft.guide.evaluator.rows[name]
    return [
        row
        for row in rows
        if row.id in sure[0] & sure[1]
        and row.strength.offers
        and not row.inferred
        and name in row.treatments  # what a member is for need not be what its group is for
    ]


def _aims(draft: Draft, name: str) -> tuple[str, ...]:
    return unique(each for row in _aiming(draft, name) for each in row.aims)


def _is_for(draft: Draft, name: str, right: str, facts: Facts) -> bool:
    """Whether these facts alone have a treatment be offered for an aim."""
    guide = draft.guide
    profile = guide.profile(facts)
    return is_offered(guide, name, facts) and any(
        name in row.treatments
        and right in row.aims
        and row.strength.offers
        and not row.inferred
        and guide.evaluator.is_met(row.when, profile)
        for row in guide.evaluator.rows[name]
    )


def _other_aims(draft: Draft, name: str, right: str) -> list[str]:
    """The aims that a treatment clearly does not have here, those of most treatments first.

    None that a row has together with the right one, and none that only services have. Neither it
    nor a form of it has them at all; or else its own rows have them, and surely do not hold here.
    """
    guide = draft.guide
    rows = [row for row in guide.indications.values() if row.aims]
    beside = {each for row in rows if right in row.aims for each in row.aims}
    often = Counter(
        each
        for row in rows
        for treatment in row.treatments
        if not guide.treatments[treatment].is_service
        for each in row.aims
    )
    family = [row for row in rows if any(akin(guide, name, other) for other in row.treatments)]
    its_own = {each for row in family for each in row.aims}
    never = [each for each, _ in often.most_common() if each not in its_own]
    elsewhere = [
        each for each in often if each in its_own and _is_ruled_out(draft, name, family, each)
    ]
    return [each for each in (*never, *elsewhere) if each not in beside]


def _is_ruled_out(draft: Draft, name: str, rows: Iterable[Indication], aim: str) -> bool:
    """Whether the rows with an aim are stated of a treatment alone and surely do not hold here.

    What is said of a group and its member is said of that form: removing as much as possible is
    not clearly something else than removing.
    """
    guide, profile = draft.guide, draft.pathway.profile
    decides = _aiming(draft, name)
    forms = [other for row in decides for other in row.treatments if other != name]
    its_own = [row for row in rows if aim in row.aims and name in row.treatments]
    return (
        not forms
        and any(not row.inferred for row in its_own)
        and all(guide.evaluator.is_met(row.stated_when, profile) is False for row in its_own)
    )


def _wrong_aim(draft: Draft, aim: str, treatment: Treatment) -> Choice:
    """An aim with what it means, and a treatment that it is the aim of."""
    guide = draft.guide
    rows = [
        row
        for row in guide.indications.values()
        if aim in row.aims
        and not row.inferred
        and not guide.treatments[row.treatments[0]].is_service
    ]
    row = next((row for row in rows if treatment.id in row.treatments), rows[0] if rows else None)
    told = guide.aims[aim].definition
    if row is not None:
        name = treatment.id if treatment.id in row.treatments else row.treatments[0]
        phrase = guide.treatments[name].phrase
        clause = guide.clause(row.when, row.inferred_facts) if name == treatment.id else ""
        where = f" if {clause}" if clause else ""
        cited = basis_phrase([row])
        told += f" That is what {phrase} {verb_to_be(phrase)} for{where} ({cited})."
    return Choice(capitalize(guide.aims[aim].label), False, told)


def _cited(row: Indication) -> str:
    """What a row says, with its section."""
    return fill("cited", sentence=row.why.strip().rstrip("."), cited=basis_phrase([row]))
