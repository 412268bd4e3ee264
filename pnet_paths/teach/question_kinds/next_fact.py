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
from ..question_profiles import is_askable_factor
from ..question_proof import Facts, irreducible_facts
from .choices import CHOICES, is_as_assumed, shuffled

__all__ = ["next_fact_question"]

_CLEARLY_LESS = Fraction(3, 4)


def next_fact_question(draft: Draft) -> Question | None:
    """Which fact would you need next?"""
    guide, pathway, rng = draft.guide, draft.pathway, draft.rng
    if not all(is_as_assumed(pathway, name) for name in guide.assumed):
        return None
    result, stated = (settles(side.guide, side.profile) for side in (pathway, draft.source))
    count = len(
        {group for fact in result.facts for groups in fact.settled.values() for group in groups}
    )
    averages, of_source = (_averages(pathway, each) for each in (result, stated))
    if count < 2 or len(averages) < CHOICES:
        return None
    best, *others = sorted(averages, key=averages.__getitem__, reverse=True)
    wrong = [name for name in others if _is_clearly_less(name, best, averages, of_source)]
    if len(wrong) < CHOICES - 1 or not averages[best] or not of_source[best]:
        return None
    names = [best, *rng.sample(wrong, k=CHOICES - 1)]
    text = (
        f"{count} groups of treatments depend on facts that can be found out. "
        "The answer to which question would settle most of them, on average?"
    )
    # Not the fewest: to look through all sets would take seconds.
    proof = irreducible_facts(pathway.profile.known, partial(_settles_most, guide, best))
    cited = [each for fact in result.facts if fact.factor == best for each in fact.cited]
    return Question(
        "next_fact",
        best,
        f"{pathway.sentence} {text}",
        pathway.profile.known,
        shuffled([_choice(pathway, result, name, name == best) for name in names], rng),
        len(proof),
        unique(section for each in cited for section in each.sections),
    )


def _is_clearly_less(name: str, best: str, *sides: Mapping[str, Fraction]) -> bool:
    """Whether a fact settles so much less that not only counting could tell it from the best."""
    return all(each[name] <= _CLEARLY_LESS * each[best] for each in sides)


def _choice(pathway: PathwayValue, result: Settles, name: str, right: bool) -> Choice:
    """The question for a fact, with what its answers settle and the rules by which they do."""
    guide = pathway.guide
    facts = [fact for fact in result.facts if fact.factor == name]
    because = result.sentence(facts[0]) if facts else _settles_no_group(pathway, name)
    groups = {group for fact in facts for each in fact.settled.values() for group in each}
    rules = unique(
        each.row.id
        for group in result.open
        if group in groups
        for each in guide.evaluator.deciding_rows(group, pathway.profile)
        if name in each.row.when
    )
    return Choice(guide.factors[name].question, right, because, name, rules)


def _settles_most(guide: GuideValue, name: str, facts: Facts) -> bool:
    """Whether a fact settles more than any other where these facts alone are known."""
    averages = {fact.factor: fact.average for fact in settles(guide, guide.profile(facts)).facts}
    best = averages.pop(name, 0)
    return all(average < best for average in averages.values())


def _averages(pathway: PathwayValue, result: Settles) -> dict[str, Fraction]:
    """By factor that may be asked for, how many groups it settles on average."""
    averages = {fact.factor: fact.average for fact in result.facts}
    for name, levels in pathway.profile.open.items():
        if len(levels) > 1 and is_askable_factor(pathway.guide.factors[name]):
            averages.setdefault(name, Fraction(0))
    return averages


def _settles_no_group(pathway: PathwayValue, name: str) -> str:
    """A sentence for a fact that settles no group: for which treatments it counts, if for any."""
    guide = pathway.guide
    sides = [
        guide.profile({**pathway.profile, name: level}) for level in pathway.profile.open[name]
    ]
    phrases = [
        treatment.phrase
        for treatment in guide.treatments.values()
        if len({guide.evaluator.statement(treatment.id, side) for side in sides}) > 1
    ]
    if not phrases:
        return "The guide gives no rule for which that counts here."
    return f"No answer settles any of these groups; it counts for {join_words(phrases)}."
