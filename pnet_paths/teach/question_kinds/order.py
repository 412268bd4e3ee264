"""What comes first of two treatments, if the guide says so."""

from __future__ import annotations

from functools import partial
from itertools import combinations

from ...guide.guide import GuideValue
from ...guide.sentences import INFERRED, section_phrase, unique
from ...statuses import OFFERED, Status, status_of
from ...tables.models import Citation, Indication
from ..question import Choice, Question
from ..question_draft import Draft
from ..question_profiles import is_of_its_course
from ..question_proof import fewest_facts, is_not_offered, is_offered, is_usual
from .choices import Facts, akin, reasons, sections_of, shuffled

__all__ = ["order"]

_FIRST, _NEITHER, _ONE = 0, 2, 3  # the places of what can be right, before they are shuffled
_ALONE = "The guide offers only one of these two here."
Pair = tuple[str, str]


def order(draft: Draft) -> Question | None:
    """Which of two comes first, or is no order named, or is one of them not offered?

    The first of a pair is what the question is about.
    """
    groups = [name for name in draft.asked if not draft.guide.treatments[name].member_of]
    named = [
        pair
        for both in combinations(draft.draw.sample(groups, k=len(groups)), 2)
        for pair in (both, both[::-1])
        if is_of_its_course(draft.pathway, pair[0])
    ]
    ways = {_FIRST: _ordered, _NEITHER: _in_no_order, _ONE: _alone}
    # As often in an order as in none and alone together.
    for key in draft.draw.sample([_FIRST, *ways], k=len(ways) + 1):
        for pair in named:
            if draft.wanted in ("", *pair) and ways[key](draft, pair):
                return _question(draft, pair, key)
    return None


def _ordered(draft: Draft, pair: Pair) -> bool:
    """Whether the first is the one usual treatment, and the other a later step."""
    status = draft.pathway.status
    usual = [name for name in draft.asked if status[name] is Status.USUAL]
    return (
        status[pair[0]] is Status.USUAL
        and status[pair[1]] is Status.LATER
        and draft.pathway.possible[pair[0]] == {Status.USUAL}
        and all(draft.is_stated(name) for name in pair)
        and all(akin(draft.guide, name, pair[0]) for name in usual)
    )


def _in_no_order(draft: Draft, pair: Pair) -> bool:
    """Whether the two have one status, and no arrows lead from one to the other by way of facts."""
    here, there = (draft.pathway.possible[name] for name in pair)
    return (
        here == there
        and len(here) == 1
        and all(draft.is_stated(name) for name in pair)
        and pair[1] not in _next_to(draft.guide, pair[0])
        and pair[0] not in _next_to(draft.guide, pair[1])
        and not akin(draft.guide, *pair)
    )


def _next_to(guide: GuideValue, name: str) -> set[str]:
    """Where arrows lead from a treatment, past the questions on the way."""
    found, ends = set[str](), [name]
    while ends:
        end = ends.pop()
        targets = {step.target for step in guide.steps if step.origin == end} - found
        found |= targets
        ends += [target for target in targets if target in guide.factors]
    return found


def _alone(draft: Draft, pair: Pair) -> bool:
    """Whether only the first is offered, and the other is not of another time.

    What belongs to a course that is not taken for granted, such as the tests when a tumor has come
    back, may have come first before.
    """
    guide = draft.guide
    rows = [row for row in guide.evaluator.rows[pair[1]] if row.strength.offers]
    of_now = any(
        all(level in row.when.get(name, (level,)) for name, level in guide.assumed.items())
        for row in rows
    )
    return of_now and draft.is_stated(pair[0]) and draft.is_clearly_not_offered(pair[1])


def _question(draft: Draft, pair: Pair, key: int) -> Question:
    guide, pathway = draft.guide, draft.pathway
    told = [reasons(pathway, name) for name in pair]
    because = " ".join(sentence for sentence, _ in told)
    if key == _FIRST:
        because = f"{_order_is_stated(draft, pair)} {because}"
    if INFERRED in because:
        because += f" The conditions marked {INFERRED} are ours and not the guide's."
    rules = unique(rule for _, rows in told for rule in rows)
    first, second = (guide.treatments[name] for name in pair)
    wrong = {
        _FIRST: f"{first.label} first, then {second.phrase}.",
        _NEITHER: "The guide offers both and names no order.",
        _ONE: because,
    }[key]
    texts = (first.label, second.label, "The guide names no order for these two.", _ALONE)
    about = (first.id, second.id, "", "")
    choices = [
        Choice(text, True, because, about[place], rules)
        if place == key
        else Choice(text, False, wrong, about[place])
        for place, text in enumerate(texts)
    ]
    named = " or ".join(each.phrase for each in draft.draw.sample([first, second], k=2))
    return Question(
        "order",
        first.id,
        f"{pathway.sentence} Which of these two comes first here, as the guide says: {named}?",
        pathway.profile.known,
        shuffled(choices, draft.draw),
        fewest_facts(pathway.profile.known, partial(_is_proved, guide, pair, key)),
        sections_of(guide, rules),
    )


def _order_is_stated(draft: Draft, pair: Pair) -> str:
    """Where the source says which comes first: where it speaks of both."""
    of_first, of_second = ([row.cited for row in _deciding(draft, name)] for name in pair)
    of_both = {section for each in of_second for section in each.sections}
    shares = [
        Citation(each.source, tuple(name for name in each.sections if name in of_both))
        for each in of_first
    ]
    return f"The guide states this order ({section_phrase(shares) or section_phrase(of_first)})."


def _deciding(draft: Draft, name: str) -> list[Indication]:
    """The rows by which a treatment has its status here, and those that have it wait."""
    evaluator, profile = draft.guide.evaluator, draft.pathway.profile
    rows = evaluator.diagrams.waiting_rows(name)
    waits = [row for row in rows if evaluator.is_met(row.when, profile)]
    return [*(each.row for each in evaluator.deciding_rows(name, profile)), *waits]


def _is_proved(guide: GuideValue, pair: Pair, key: int, facts: Facts) -> bool:
    """Whether these facts alone prove which of the choices is right."""
    first, second = pair
    status = [_status(guide, name, facts) for name in pair]
    if key == _FIRST:
        return is_usual(guide, first, facts) and status[1] is Status.LATER
    if key == _NEITHER:
        return status[0] is status[1] and status[0] in OFFERED
    return is_offered(guide, first, facts) and is_not_offered(guide, second, facts)


def _status(guide: GuideValue, name: str, facts: Facts) -> Status:
    evaluator = guide.evaluator
    return status_of(evaluator.forest.ranks(evaluator.roots[name], guide.space.codes(facts)))
