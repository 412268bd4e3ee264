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
from ..question_profiles import is_of_its_course, moves
from ..question_proof import fewest_facts, is_not_offered, is_offered
from .choices import (
    CHOICES,
    Facts,
    among,
    distance,
    is_assumed,
    reasons,
    sections_of,
    shuffled,
    treatment_choice,
)

__all__ = ["differs", "opens", "tells_apart"]

Change = dict[str, str]
_COUNTS = '("Rather not" counts as not offered.)'


def opens(draft: Draft) -> Question | None:
    """Which change would open this?"""
    guide, pathway, name = draft.guide, draft.pathway, draft.wanted
    silent = pathway.status.get(name) is Status.NOT_NAMED
    if not (silent and name in draft.asked and draft.is_clearly_not_offered(name)):
        return None
    right, others = _opening(draft, name)
    if right is None or len(others) < CHOICES - 1:
        return None
    phrase = guide.treatments[name].phrase
    text = (
        f"{capitalize(phrase)} {verb_to_be(phrase)} not named here. With one fact changed or "
        f"learned, for which of these would the guide name {pronoun(phrase)}?"
    )
    after = draft.after(right)
    rules = reasons(after.pathway, name)[1]
    return Question(
        "opens",
        name,
        f"{pathway.sentence} {text}",
        pathway.profile.known,
        _changes(draft, right, others, rules, name),
        fewest_facts({**pathway.profile, **right}, partial(is_offered, guide, name)),
        sections_of(guide, rules),
        after.pathway.profile.known,
    )


def _opening(draft: Draft, name: str) -> tuple[Change | None, list[Change]]:
    """A change after which the source states that a treatment is offered, and others."""
    guide, pathway = draft.guide, draft.pathway
    asked = {factor for row in guide.evaluator.rows[name] for factor in row.when}
    changes = moves(pathway)
    changes = sorted(
        draft.draw.sample(changes, k=len(changes)), key=lambda facts: not asked & facts.keys()
    )
    opening: Change | None = None
    others: list[Change] = []
    for facts in _varied(changes):
        after = guide.profile({**pathway.profile, **facts})
        status = guide.evaluator.status(name, after)
        if status in OFFERED and not opening and _is_opened(draft, facts, name):
            opening = facts
        elif status is Status.NOT_NAMED and len(others) < CHOICES - 1:
            others += [facts] if draft.after(facts).is_clearly_not_offered(name) else []
    return opening, others


def _is_opened(draft: Draft, facts: Facts, name: str) -> bool:
    """Whether the source states that a treatment is offered after a change."""
    after = draft.after(facts)
    return after.is_stated(name) and is_of_its_course(after.pathway, name)


def differs(draft: Draft) -> Question | None:
    """Which two profiles differ in what is offered, by one fact?"""
    pathway = draft.pathway
    changes = _varied(_changes_of_known(draft))
    right = _parting_change(draft, changes)
    if right is None:
        return None
    without = (
        facts
        for facts in changes
        if not _is_weighed(draft, facts) and draft.is_told_alike(draft.after(facts))
    )
    still = list(islice(without, CHOICES - 1))
    if len(still) < CHOICES - 1:
        return None
    (factor,) = right
    after = draft.after(right)
    parted = list(_parting(draft, after))
    rules = unique(rule for name in parted for rule in _rules_of_both(draft, after, name))
    text = (
        "With one fact changed, for which of these does the guide not offer the same treatments? "
        f"{_COUNTS}"
    )
    return Question(
        "differs",
        factor,
        f"{pathway.sentence} {text}",
        pathway.profile.known,
        _changes(draft, right, still, rules),
        _facts_that_part(draft, after, parted),
        sections_of(draft.guide, rules),
        after.pathway.profile.known,
    )


def _is_weighed(draft: Draft, facts: Change) -> bool:
    """Whether the source says that treatment depends on a fact, and no rule tells how it does here.

    It does so where it lists what else is weighed. A rule tells that two levels count alike where
    it names both.
    """
    guide, profile = draft.guide, draft.pathway.profile
    listing = {section for each in guide.considerations for section in each.cited.sections}
    ((name, level),) = facts.items()
    if not listing.intersection(guide.factors[name].cited.sections):
        return False
    both = {level, profile.level(name)}
    rows = (row for row in guide.indications.values() if not row.inferred)
    return not any(
        both <= set(row.stated_when.get(name, ()))
        and row.strength.offers
        and guide.evaluator.is_met(row.when, profile)
        for row in rows
    )


def tells_apart(draft: Draft) -> Question | None:
    """Which treatment does the guide offer in one of two drawings only?"""
    guide, pathway, draw = draft.guide, draft.pathway, draft.draw
    facts = _parting_change(draft, _varied(_changes_of_known(draft)))
    if facts is None:
        return None
    after = draft.after(facts)
    name = draw.choice(list(_parting(draft, after)))
    because, _ = reasons(pathway, name)
    otherwise, _ = reasons(after.pathway, name)
    rules = _rules_of_both(draft, after, name)
    told = f"The first: {because} The second: {otherwise}"
    key = Choice(guide.treatments[name].label, True, told, name, rules)
    choices = among([key], [_of_both(draft, after, each) for each in _same(draft, after)], draft)
    if choices is None:
        return None
    clause = guide.clause({factor: (level,) for factor, level in facts.items()})
    text = (
        f"A second drawing differs in one fact: there {clause}. Which of these does the guide "
        f"offer in one of the two only? {_COUNTS}"
    )
    return Question(
        "tells_apart",
        name,
        f"{pathway.sentence} {text}",
        pathway.profile.known,
        choices,
        _facts_that_part(draft, after, [name]),
        sections_of(guide, rules),
        after.pathway.profile.known,
    )


def _same(draft: Draft, after: Draft) -> list[str]:
    """What is told alike of two profiles, as the source states: first what both offer."""
    alike = [
        name
        for name in draft.draw.sample(draft.asked, k=len(draft.asked))
        if draft.statement(name) == after.statement(name)
        and (
            (draft.is_stated(name) and after.is_stated(name))
            or (draft.is_plainly_not_offered(name) and after.is_plainly_not_offered(name))
        )
    ]
    far = {name: 0 if draft.is_stated(name) else distance(draft, name) for name in alike}
    offered = [name for name in alike if not far[name]][: CHOICES // 2]
    return [*offered, *sorted(set(alike) - set(offered), key=lambda name: (far[name], name))]


def _of_both(draft: Draft, after: Draft, name: str) -> Choice:
    """A choice that is wrong because the guide says the same of both profiles."""
    choice = treatment_choice(draft.pathway, name, False)
    both = "both of them" if draft.is_stated(name) else "neither of them"
    told = f"The guide offers it in {both}. {choice.because}"
    return Choice(choice.text, False, told, name, choice.rules)


def _changes_of_known(draft: Draft) -> list[Change]:
    """The single changes of what is known, of a tumor whose course is as taken for granted.

    In an order that is drawn.
    """
    pathway = draft.pathway
    if not all(is_assumed(pathway, name) for name in draft.guide.assumed):
        return []
    changes = [facts for facts in moves(pathway) if facts.keys() <= pathway.profile.keys()]
    return draft.draw.sample(changes, k=len(changes))


def _parting_change(draft: Draft, changes: Sequence[Change]) -> Change | None:
    """The first change by which a treatment is offered in one of the two profiles only."""
    return next((facts for facts in changes if any(_parting(draft, draft.after(facts)))), None)


def _parting(draft: Draft, after: Draft) -> Iterator[str]:
    """What can be asked of and is offered in one of two profiles only, as the source states."""
    for name in draft.asked:
        if draft.pathway.status[name] is not after.pathway.status[name] and (
            (draft.is_stated(name) and after.is_plainly_not_offered(name))
            or (after.is_stated(name) and draft.is_plainly_not_offered(name))
        ):
            yield name


def _rules_of_both(draft: Draft, after: Draft, name: str) -> tuple[str, ...]:
    """The rules of the profile in which a treatment is offered, and any no in the other."""
    sides = [side for side in (draft, after) if side.pathway.status[name] is not Status.NOT_NAMED]
    return unique(rule for side in sides for rule in reasons(side.pathway, name)[1])


def _facts_that_part(draft: Draft, after: Draft, names: Sequence[str]) -> int:
    """How many facts prove that a treatment is offered in one of two profiles only."""
    here, there = draft.pathway.profile.known, after.pathway.profile.known

    def parts(known: Facts) -> bool:
        sides = [{name: side[name] for name in known if name in side} for side in (here, there)]
        return any(
            is_offered(draft.guide, name, one) and is_not_offered(draft.guide, name, other)
            for name in names
            for one, other in (sides, sides[::-1])
        )

    return fewest_facts(there, parts)


def _varied(changes: Sequence[Change]) -> list[Change]:
    """Changes of different factors first."""
    names = [name for facts in changes for name in facts]
    before = {id(facts): names[:place].count(names[place]) for place, facts in enumerate(changes)}
    return sorted(changes, key=lambda facts: before[id(facts)])


def _changes(
    draft: Draft, right: Change, wrong: Sequence[Change], rules: tuple[str, ...], name: str = ""
) -> tuple[Choice, ...]:
    """Changes as choices; if a treatment is named, with what becomes of it."""
    guide, pathway = draft.guide, draft.pathway
    found = what_if(guide, pathway.profile, name or None)
    changes = {frozenset(change.facts.items()): change for change in found.changes}
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
        change = changes.get(frozenset(facts.items()))
        because = found.sentence(change) if change else nothing
        if change and not name:  # a status that is still open counts as well
            after = PathwayValue.of(guide, {**pathway.profile, **facts})
            because = " ".join(filter(None, [because, after.news(pathway)]))
        is_right = facts == right
        choices.append(
            Choice(f"{capitalize(such)}.", is_right, because, rules=rules if is_right else ())
        )
    return shuffled(choices, draft.draw)
