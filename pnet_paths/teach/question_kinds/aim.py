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
from ..question_proof import Facts, is_offered
from .choices import CHOICES, is_related, sections_of, shuffled

__all__ = ["aim_question"]


def aim_question(draft: Draft) -> Question | None:
    """What is a treatment for here?"""
    guide = draft.guide
    names = draft.possible_keys(
        [name for name in draft.candidates if draft.is_stated(name) and _aims(draft, name)]
    )
    if not names:
        return None
    name = draft.rng.choice(names)
    aims = _aims(draft, name)
    right = draft.rng.choice(aims[1:] or aims)  # the main one of several stands in the question
    wrong = _other_aims(draft, name, right)[: CHOICES - 1]
    if len(wrong) < CHOICES - 1:
        return None
    rows = [row for row in _deciding_rows(draft, name) if right in row.aims]
    rules = tuple(row.id for row in rows)
    treatment = guide.treatments[name]
    reasons = " ".join(_citation(row) for row in rows)
    key = Choice(
        capitalize(guide.aims[right].label),
        True,
        f"{guide.aims[right].definition} {reasons}",
        "",
        rules,
    )
    choices = [key, *(_wrong_choice(draft, each, treatment) for each in wrong)]
    return draft.question(
        "aim",
        name,
        _question_text(
            treatment.phrase, [guide.aims[each].label for each in aims if each != right]
        ),
        shuffled(choices, draft.rng),
        sections_of(guide, rules),
        partial(_proves_aim, draft, name, right),
    )


def _question_text(phrase: str, other_aims: Sequence[str]) -> str:
    """The question for an aim; it names the other aims that the treatment has here."""
    verb = verb_to_be(phrase)
    if not other_aims:
        return f"What {verb} {phrase} for here, as the guide says?"
    statement = f"{capitalize(phrase)} {verb} meant to {join_words(other_aims)} here."
    return f"{statement} What else {verb} {phrase} for, as the guide says?"


def _deciding_rows(draft: Draft, name: str) -> list[Indication]:
    """The stated rows that surely offer a treatment, for the guide and for the source alone."""
    in_guide, in_source = (
        {row.id for row, sure, _ in side.guide.evaluator.deciding_rows(name, side.profile) if sure}
        for side in (draft.pathway, draft.source)
    )
    return [row for row in _stated_offers(draft, name) if row.id in in_guide & in_source]


def _stated_offers(draft: Draft, name: str) -> list[Indication]:
    """The stated rows that offer a treatment by its own name: its group may have other aims."""
    return [
        row
        for row in draft.guide.evaluator.rows[name]
        if name in row.treatments and row.strength.offers and not row.inferred
    ]


def _aims(draft: Draft, name: str) -> tuple[str, ...]:
    """What a treatment is for here, the main aim of each row first."""
    return unique(aim for row in _deciding_rows(draft, name) for aim in row.aims)


def _proves_aim(draft: Draft, name: str, aim: str, facts: Facts) -> bool:
    """Whether a treatment is offered for an aim where these facts alone are known."""
    guide = draft.guide
    profile = guide.profile(facts)
    return is_offered(guide, name, facts) and any(
        aim in row.aims and guide.evaluator.is_met(row.when, profile)
        for row in _stated_offers(draft, name)
    )


def _other_aims(draft: Draft, name: str, right: str) -> list[str]:
    """The aims that a treatment clearly does not have here, those of most treatments first.

    None that a row has together with the right one, and none that only services have. Neither it
    nor a form of it has them at all; or else its own rows have them, and surely do not hold here.
    """
    guide = draft.guide
    rows = [row for row in guide.indications.values() if row.aims]
    beside = {aim for row in rows if right in row.aims for aim in row.aims}
    counts = Counter(
        aim
        for row in rows
        for treatment in row.treatments
        if treatment not in guide.network.services
        for aim in row.aims
    )
    family = [row for row in rows if any(is_related(guide, name, each) for each in row.treatments)]
    its_own = {aim for row in family for aim in row.aims}
    never = [aim for aim, _ in counts.most_common() if aim not in its_own]
    elsewhere = [
        aim for aim in counts if aim in its_own and _is_ruled_out(draft, name, family, aim)
    ]
    return [aim for aim in (*never, *elsewhere) if aim not in beside]


def _is_ruled_out(draft: Draft, name: str, rows: Iterable[Indication], aim: str) -> bool:
    """Whether the rows with an aim are stated of a treatment alone and surely do not hold here.

    What is said of a group and its member is said of that form: removing as much as possible is
    not clearly something else than removing.
    """
    guide, profile = draft.guide, draft.pathway.profile
    if any(set(row.treatments) - {name} for row in _deciding_rows(draft, name)):
        return False
    its_own = [row for row in rows if aim in row.aims and name in row.treatments]
    return any(not row.inferred for row in its_own) and all(
        guide.evaluator.is_met(row.stated_when, profile) is False for row in its_own
    )


def _wrong_choice(draft: Draft, aim: str, treatment: Treatment) -> Choice:
    """An aim with what it means, and a treatment that it is the aim of."""
    guide = draft.guide
    rows = [
        row
        for row in guide.indications.values()
        if aim in row.aims and not row.inferred and row.treatments[0] not in guide.network.services
    ]
    row = next((row for row in rows if treatment.id in row.treatments), rows[0] if rows else None)
    because = guide.aims[aim].definition
    if row is not None:
        name = treatment.id if treatment.id in row.treatments else row.treatments[0]
        phrase = guide.treatments[name].phrase
        clause = guide.clause(row.when, row.inferred_facts) if name == treatment.id else ""
        where = f" if {clause}" if clause else ""
        cited = basis_phrase([row])
        because += f" That is what {phrase} {verb_to_be(phrase)} for{where} ({cited})."
    return Choice(capitalize(guide.aims[aim].label), False, because)


def _citation(row: Indication) -> str:
    """What a row says, with its section."""
    return fill("cited", sentence=row.why.strip().rstrip("."), cited=basis_phrase([row]))
