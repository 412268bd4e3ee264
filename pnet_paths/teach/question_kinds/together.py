"""What a treatment may be combined with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from ...guide.guide import GuideValue
from ...guide.sentences import basis_phrase, capitalize, join_words, unique
from ...statuses import Status, Strength
from ...tables.models import Combination
from ..question import Choice, Question
from ..question_draft import Draft, groups
from ..question_proof import fewest_facts, is_offered
from .choices import Facts, akin, among, distance, reasons, treatment_choice

__all__ = ["together"]


def together(draft: Draft) -> Question | None:
    """What may a treatment be combined with here?"""
    guide, pathway = draft.guide, draft.pathway
    pairs = {name: _partners(draft, name) for name in draft.asked if draft.is_stated(name)}
    names = draft.keys([name for name, partners in pairs.items() if partners])
    if not names:
        return None
    name = draft.draw.choice(names)
    partner = draft.draw.choice(list(pairs[name]))
    rows = pairs[name][partner]
    choices = among([_combined(draft, name, partner, rows)], _wrong(draft, name), draft)
    if choices is None:
        return None
    text = (
        f"Which of these may be combined with {guide.treatments[name].phrase} here, at the same "
        "time or within one plan, as the guide says?"
    )
    return Question(
        "together",
        name,
        f"{pathway.sentence} {text}",
        pathway.profile.known,
        choices,
        fewest_facts(pathway.profile.known, partial(_is_proved, guide, (name, partner), rows)),
        unique(section for row in rows for section in row.cited.sections),
    )


def _wrong(draft: Draft, name: str) -> Iterator[Choice]:
    """What is not offered here, and so not with the treatment either; the nearest misses first."""
    far = {
        other: distance(draft, other) + draft.draw.random()
        for other in draft.asked
        if draft.is_clearly_not_offered(other) and not _may_be_combined(draft, name, other)
    }
    for other in sorted(far, key=far.__getitem__):
        yield treatment_choice(draft.pathway, other, False)


def _may_be_combined(draft: Draft, name: str, other: str) -> bool:
    """Whether what is not offered here could be taken for a part of a plan with the treatment.

    It is a form of it, or named after it; its group is open here; or the source names the two
    together whatever the tumor is like. What a row rules out, such as an operation where none is
    possible, is part of no plan.
    """
    guide, pathway = draft.guide, draft.pathway
    if akin(guide, name, other) or guide.treatments[name].phrase in guide.treatments[other].phrase:
        return True
    lines = {other, *groups(guide, other)}
    if any(pathway.status[line] is Status.DEPENDS for line in lines):
        return True
    deciding = guide.evaluator.deciding_rows(other, pathway.profile)
    if any(each.sure and each.row.strength is Strength.RULED_OUT for each in deciding):
        return False
    always = [_named_with(row, name) for row in guide.combinations.values() if not row.when]
    return any(lines.intersection(each) for each in always)


def _named_with(row: Combination, name: str) -> tuple[str, ...]:
    """What a row names together with a treatment."""
    if name not in row.treatments:
        return ()
    with_all = row.how != "together" or name == row.treatments[0]
    return row.treatments if with_all else row.treatments[:1]


def _is_proved(
    guide: GuideValue, pair: tuple[str, str], rows: Sequence[Combination], facts: Facts
) -> bool:
    """Whether these facts alone have both be offered, and named together."""
    profile = guide.profile(facts)
    return all(is_offered(guide, name, facts) for name in pair) and any(
        guide.evaluator.is_met(row.when, profile) for row in rows
    )


def _partners(draft: Draft, name: str) -> dict[str, list[Combination]]:
    """What is offered here too and the source names together with a treatment, by which rows."""
    found: dict[str, list[Combination]] = {}
    for row in draft.guide.combinations.values():
        if row.basis == "inferred":
            continue
        if draft.guide.evaluator.is_met(row.when, draft.pathway.profile):
            for other in _named_with(row, name):
                fits = other in draft.asked and not akin(draft.guide, name, other)
                if fits and draft.is_stated(other):
                    found.setdefault(other, []).append(row)
    return found


def _combined(draft: Draft, name: str, partner: str, rows: Sequence[Combination]) -> Choice:
    guide = draft.guide
    because, rules = reasons(draft.pathway, partner)
    pair = [guide.treatments[each].phrase for each in (name, partner)]
    told = [f"{capitalize(join_words(pair))}: {row.label} ({basis_phrase([row])})." for row in rows]
    label = guide.treatments[partner].label
    return Choice(label, True, " ".join([*told, because]), partner, rules)
