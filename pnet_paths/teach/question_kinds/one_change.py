"""What one changed fact does: opens a treatment, makes a difference, tells two drawings apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from ...explain import what_if
from ...guide.pathway import PathwayValue
from ...guide.sentences import capitalize, pronoun, scope_phrase, unique, verb_to_be
from ...statuses import OFFERED, Status
from ..question import Choice, Question
from ..question_draft import Draft
from ..question_profiles import is_topic_of_course, single_changes
from ..question_proof import Facts, is_not_offered, is_offered
from .choices import (
    CHOICES,
    distance,
    fill_choices,
    is_as_assumed,
    reasons,
    sections_of,
    shuffled,
    treatment_choice,
)

__all__ = ["difference_question", "opening_question", "tells_apart_question"]

Change = dict[str, str]
"""The new level of one factor."""
_AGAINST_COUNTS = '("Rather not" counts as not offered.)'


def opening_question(draft: Draft) -> Question | None:
    """Which change would open this?"""
    guide, pathway, name = draft.guide, draft.pathway, draft.topic
    is_silent = pathway.status.get(name) is Status.NOT_NAMED
    if not (is_silent and name in draft.candidates and draft.is_clearly_not_offered(name)):
        return None
    right, wrong = _opening_and_other_changes(draft, name)
    if right is None or len(wrong) < CHOICES - 1:
        return None
    phrase = guide.treatments[name].phrase
    text = (
        f"{capitalize(phrase)} {verb_to_be(phrase)} not named here. With one fact changed or "
        f"learned, for which of these would the guide name {pronoun(phrase)}?"
    )
    after = draft.with_facts(right).pathway
    rules = reasons(after, name)[1]
    return draft.question(
        "opens",
        name,
        text,
        _choices(draft, right, wrong, rules, name),
        sections_of(guide, rules),
        partial(is_offered, guide, name),
        after.profile.known,
    )


def _opening_and_other_changes(draft: Draft, name: str) -> tuple[Change | None, list[Change]]:
    """A change by which the source states that a treatment is offered, and changes that do not.

    None where no change opens it.
    """
    guide, pathway = draft.guide, draft.pathway
    in_rows = {factor for row in guide.evaluator.rows[name] for factor in row.when}
    changes = single_changes(pathway)
    changes = draft.rng.sample(changes, k=len(changes))
    changes.sort(key=lambda change: not in_rows & change.keys())
    opening: Change | None = None
    others: list[Change] = []
    for change in _alternating(changes):
        profile = guide.profile({**pathway.profile, **change})
        status = guide.evaluator.status(name, profile)
        if status in OFFERED and not opening and _opens(draft, change, name):
            opening = change
        elif (
            status is Status.NOT_NAMED
            and len(others) < CHOICES - 1
            and draft.with_facts(change).is_clearly_not_offered(name)
        ):
            others.append(change)
    return opening, others


def _opens(draft: Draft, change: Change, name: str) -> bool:
    """Whether the source states that a treatment is offered after a change."""
    after = draft.with_facts(change)
    return after.is_stated(name) and is_topic_of_course(after.pathway, name)


def difference_question(draft: Draft) -> Question | None:
    """Which two profiles differ in what is offered, by one fact?"""
    changes = _changes_of_facts(draft)
    right = _first_with_difference(draft, changes)
    if right is None:
        return None
    without_difference = (
        change
        for change in changes
        if not _is_weighed(draft, change) and draft.says_same_as(draft.with_facts(change))
    )
    wrong = list(islice(without_difference, CHOICES - 1))
    if len(wrong) < CHOICES - 1:
        return None
    (factor,) = right
    after = draft.with_facts(right)
    names = list(_differing_treatments(draft, after))
    rules = unique(rule for name in names for rule in _rules_of_both(draft, after, name))
    text = (
        "With one fact changed, for which of these does the guide not offer the same treatments? "
        f"{_AGAINST_COUNTS}"
    )
    return draft.question(
        "differs",
        factor,
        text,
        _choices(draft, right, wrong, rules),
        sections_of(draft.guide, rules),
        partial(_proves_difference, draft, after, names),
        after.pathway.profile.known,
    )


def _is_weighed(draft: Draft, change: Change) -> bool:
    """Whether the source says that treatment depends on a fact, and no rule says how it does here.

    It does so where it lists what else is weighed. A rule shows that two levels count alike where
    it names both.
    """
    guide, profile = draft.guide, draft.pathway.profile
    weighed = {section for each in guide.considerations for section in each.cited.sections}
    ((name, level),) = change.items()
    if not weighed.intersection(guide.factors[name].cited.sections):
        return False
    both = {level, profile.level(name)}
    return not any(
        both <= set(row.stated_when.get(name, ()))
        and row.strength.offers
        and not row.inferred
        and guide.evaluator.is_met(row.when, profile)
        for row in guide.indications.values()
    )


def tells_apart_question(draft: Draft) -> Question | None:
    """Which treatment does the guide offer in one of two drawings only?"""
    guide = draft.guide
    change = _first_with_difference(draft, _changes_of_facts(draft))
    if change is None:
        return None
    after = draft.with_facts(change)
    name = draft.rng.choice(list(_differing_treatments(draft, after)))
    first, second = (reasons(side.pathway, name)[0] for side in (draft, after))
    because = f"The first: {first} The second: {second}"
    rules = _rules_of_both(draft, after, name)
    key = Choice(guide.treatments[name].label, True, because, name, rules)
    wrong = [_choice_of_both(draft, after, each) for each in _treatments_alike(draft, after)]
    choices = fill_choices(key, wrong, draft)
    if choices is None:
        return None
    clause = guide.clause({factor: (level,) for factor, level in change.items()})
    text = (
        f"A second drawing differs in one fact: there {clause}. Which of these does the guide "
        f"offer in one of the two only? {_AGAINST_COUNTS}"
    )
    return draft.question(
        "tells_apart",
        name,
        text,
        choices,
        sections_of(guide, rules),
        partial(_proves_difference, draft, after, [name]),
        after.pathway.profile.known,
    )


def _treatments_alike(draft: Draft, after: Draft) -> list[str]:
    """Treatments of which the source states the same for both profiles: first what both offer."""
    alike = [
        name
        for name in draft.rng.sample(draft.candidates, k=len(draft.candidates))
        if draft.statements(name) == after.statements(name)
        and (
            (draft.is_stated(name) and after.is_stated(name))
            or (draft.is_plainly_not_offered(name) and after.is_plainly_not_offered(name))
        )
    ]
    far = {name: 0 if draft.is_stated(name) else distance(draft, name) for name in alike}
    offered = [name for name in alike if not far[name]][: CHOICES // 2]
    return [*offered, *sorted(set(alike) - set(offered), key=lambda name: (far[name], name))]


def _choice_of_both(draft: Draft, after: Draft, name: str) -> Choice:
    """A choice that is wrong because the guide says the same of both profiles."""
    choice = treatment_choice(draft.pathway, name, False)
    both = "both of them" if draft.is_stated(name) else "neither of them"
    because = f"The guide offers it in {both}. {choice.because}"
    return Choice(choice.text, False, because, name, choice.rules)


def _changes_of_facts(draft: Draft) -> list[Change]:
    """The changes of one known fact in random order, those of different factors first.

    None of a tumor whose course is not the one that the guide assumes.
    """
    pathway = draft.pathway
    if not all(is_as_assumed(pathway, name) for name in draft.guide.assumed):
        return []
    changes = [
        change for change in single_changes(pathway) if change.keys() <= pathway.profile.keys()
    ]
    return _alternating(draft.rng.sample(changes, k=len(changes)))


def _first_with_difference(draft: Draft, changes: Sequence[Change]) -> Change | None:
    """The first change by which a treatment is offered in one of the two profiles only."""
    for change in changes:
        if any(_differing_treatments(draft, draft.with_facts(change))):
            return change
    return None


def _differing_treatments(draft: Draft, after: Draft) -> Iterator[str]:
    """The treatments that are offered in one of two profiles only, as the source states."""
    for name in draft.candidates:
        if draft.pathway.status[name] is not after.pathway.status[name] and (
            (draft.is_stated(name) and after.is_plainly_not_offered(name))
            or (after.is_stated(name) and draft.is_plainly_not_offered(name))
        ):
            yield name


def _rules_of_both(draft: Draft, after: Draft, name: str) -> tuple[str, ...]:
    """The rules of the profile in which a treatment is offered, and any no in the other."""
    sides = [side for side in (draft, after) if side.pathway.status[name] is not Status.NOT_NAMED]
    return unique(rule for side in sides for rule in reasons(side.pathway, name)[1])


def _proves_difference(draft: Draft, after: Draft, names: Sequence[str], facts: Facts) -> bool:
    """Whether some treatment is offered in one of two profiles only by these facts of theirs."""
    sides = [
        {name: side.pathway.profile[name] for name in facts if name in side.pathway.profile}
        for side in (draft, after)
    ]
    return any(
        is_offered(draft.guide, name, one) and is_not_offered(draft.guide, name, other)
        for name in names
        for one, other in (sides, sides[::-1])
    )


def _alternating(changes: Sequence[Change]) -> list[Change]:
    """Changes sorted so that each factor comes once before any comes twice."""
    names = [name for change in changes for name in change]
    rounds = [names[:place].count(name) for place, name in enumerate(names)]
    return [changes[place] for place in sorted(range(len(names)), key=rounds.__getitem__)]


def _choices(
    draft: Draft, right: Change, wrong: Sequence[Change], rules: tuple[str, ...], name: str = ""
) -> tuple[Choice, ...]:
    """Changes as choices; if a treatment is named, with what becomes of it."""
    guide, pathway = draft.guide, draft.pathway
    result = what_if(guide, pathway.profile, name or None)
    by_facts = {frozenset(change.facts.items()): change for change in result.changes}
    phrase = guide.treatments[name].phrase if name else ""
    nothing = (
        f"{capitalize(phrase)} {verb_to_be(phrase)} not named then either."
        if name
        else "That makes no difference to what the guide names here."
    )
    choices = []
    for facts in (right, *wrong[: CHOICES - 1]):
        levels = {factor: (level,) for factor, level in facts.items()}
        such = scope_phrase(guide.subject, guide.factors, levels).removeprefix("for ")
        change = by_facts.get(frozenset(facts.items()))
        because = result.sentence(change) if change else nothing
        if change and not name:  # a status that is still open counts as well
            after = PathwayValue.of(guide, {**pathway.profile, **facts})
            because = " ".join(filter(None, [because, after.news(pathway)]))
        is_right = facts == right
        choices.append(
            Choice(f"{capitalize(such)}.", is_right, because, rules=rules if is_right else ())
        )
    return shuffled(choices, draft.rng)
