"""Which fact to find out next: the one that would settle most of what is open."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import partial

from ...explain import settles
from ...explain.next_facts import Settles
from ...guide.guide import GuideValue
from ...guide.pathway import PathwayValue
from ...guide.sentences import join_words, unique
from ..question import Choice, Question
from ..question_draft import Draft
from ..question_profiles import may_ask
from ..question_proof import facts_that_prove
from .choices import CHOICES, Facts, is_assumed, shuffled

__all__ = ["next_fact"]

_CLEARLY_LESS = Fraction(3, 4)


def next_fact(draft: Draft) -> Question | None:
    """Which fact would you need next?"""
    guide, pathway, draw = draft.guide, draft.pathway, draft.draw
    if not all(is_assumed(pathway, name) for name in guide.assumed):
        return None
    found, stated = (settles(side.guide, side.profile) for side in (pathway, draft.source))
    count = len({group for fact in found.facts for each in fact.settled.values() for group in each})
    averages, of_source = (_averages(pathway, each) for each in (found, stated))
    if count < 2 or len(averages) < CHOICES:
        return None
    best, *others = sorted(averages, key=averages.__getitem__, reverse=True)
    clear = [name for name in others if _is_clearly_less(name, best, averages, of_source)]
    if len(clear) < CHOICES - 1 or not averages[best] or not of_source[best]:
        return None
    chosen = [best, *draw.sample(clear, k=CHOICES - 1)]
    text = (
        f"{count} groups of treatments depend on facts that can be found out. "
        "The answer to which question would settle most of them, on average?"
    )
    proof = facts_that_prove(pathway.profile.known, partial(_settles_most, guide, best))
    cited = [each for fact in found.facts if fact.factor == best for each in fact.cited]
    return Question(
        "next_fact",
        best,
        f"{pathway.sentence} {text}",
        pathway.profile.known,
        shuffled([_fact_choice(pathway, found, name, name == best) for name in chosen], draw),
        len(proof),
        unique(section for each in cited for section in each.sections),
    )


def _is_clearly_less(name: str, best: str, *sides: Mapping[str, Fraction]) -> bool:
    """Whether a fact settles so much less that not only counting could tell it from the best."""
    return all(each[name] <= _CLEARLY_LESS * each[best] for each in sides)


def _fact_choice(pathway: PathwayValue, found: Settles, name: str, right: bool) -> Choice:
    """The question of a fact, with what its answers settle and the rules by which they do."""
    guide = pathway.guide
    facts = [fact for fact in found.facts if fact.factor == name]
    told = found.sentence(facts[0]) if facts else _settles_no_group(pathway, name)
    groups = {group for fact in facts for each in fact.settled.values() for group in each}
    rules = unique(
        each.row.id
        for group in found.open
        if group in groups
        for each in guide.evaluator.deciding_rows(group, pathway.profile)
        if name in each.row.when
    )
    return Choice(guide.factors[name].question, right, told, name, rules)


def _settles_most(guide: GuideValue, name: str, facts: Facts) -> bool:
    """Whether a fact settles more than any other where no more than these facts are known."""
    profile = guide.profile(facts)
    found = {fact.factor: fact.average for fact in settles(guide, profile).facts}
    return all(each < found.get(name, 0) for other, each in found.items() if other != name)


def _averages(pathway: PathwayValue, found: Settles) -> dict[str, Fraction]:
    """By fact that may be asked for how many groups it settles on average."""
    averages = {fact.factor: fact.average for fact in found.facts}
    for name, levels in pathway.profile.open.items():
        if len(levels) > 1 and may_ask(pathway.guide.factors[name]):
            averages.setdefault(name, Fraction(0))
    return averages


def _settles_no_group(pathway: PathwayValue, name: str) -> str:
    """What a fact counts for that settles no group: a status, or what is told beside it."""
    guide = pathway.guide
    sides = [
        guide.profile({**pathway.profile, name: level}) for level in pathway.profile.open[name]
    ]
    counts_for = [
        treatment.phrase
        for treatment in guide.treatments.values()
        if len({guide.evaluator.statement(treatment.id, side) for side in sides}) > 1
    ]
    if not counts_for:
        return "The guide gives no rule for which that counts here."
    return f"No answer settles any of these groups; it counts for {join_words(counts_for)}."
