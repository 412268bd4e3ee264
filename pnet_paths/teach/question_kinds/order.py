"""What comes first of two treatments, if the guide says so."""

from __future__ import annotations

from functools import partial
from itertools import combinations

from ...guide.guide import GuideValue
from ...guide.sentences import INFERRED, section_phrase, unique
from ...statuses import OFFERED, Status
from ...tables.models import Citation, Indication
from ..question import Choice, Question
from ..question_draft import Draft
from ..question_profiles import is_topic_of_course
from ..question_proof import Facts, certain_status, is_not_offered, is_offered, is_usual
from .choices import is_related, reasons, sections_of, shuffled

__all__ = ["order_question"]

_FIRST, _NEITHER, _ONE = 0, 2, 3  # the places of what can be right, before they are shuffled
_ALONE = "The guide offers only one of these two here."
Pair = tuple[str, str]


def order_question(draft: Draft) -> Question | None:
    """Which of two comes first, or is no order named, or is one of them not offered?

    The first of a pair is what the question is about.
    """
    groups = [name for name in draft.candidates if not draft.guide.treatments[name].member_of]
    pairs = [
        pair
        for both in combinations(draft.rng.sample(groups, k=len(groups)), 2)
        for pair in (both, both[::-1])
        if is_topic_of_course(draft.pathway, pair[0])
    ]
    is_right = {_FIRST: _is_ordered, _NEITHER: _has_no_order, _ONE: _is_alone}
    # An order is as often right as the two others together.
    for key in draft.rng.sample([_FIRST, *is_right], k=len(is_right) + 1):
        for pair in pairs:
            if draft.topic in ("", *pair) and is_right[key](draft, pair):
                return _question(draft, pair, key)
    return None


def _is_ordered(draft: Draft, pair: Pair) -> bool:
    """Whether the first is the one usual treatment, and the other a later step."""
    status = draft.pathway.status
    usual = [name for name in draft.candidates if status[name] is Status.USUAL]
    return (
        status[pair[0]] is Status.USUAL
        and status[pair[1]] is Status.LATER
        and draft.pathway.possible[pair[0]] == {Status.USUAL}
        and all(draft.is_stated(name) for name in pair)
        and all(is_related(draft.guide, name, pair[0]) for name in usual)
    )


def _has_no_order(draft: Draft, pair: Pair) -> bool:
    """Whether the two have one status, and no arrows lead from one to the other by way of facts."""
    here, there = (draft.pathway.possible[name] for name in pair)
    return (
        here == there
        and len(here) == 1
        and all(draft.is_stated(name) for name in pair)
        and pair[1] not in _next_steps(draft.guide, pair[0])
        and pair[0] not in _next_steps(draft.guide, pair[1])
        and not is_related(draft.guide, *pair)
    )


def _next_steps(guide: GuideValue, name: str) -> set[str]:
    """Where arrows lead from a treatment: its next steps, and the questions on the way to them."""
    reached, ends = set[str](), [name]
    while ends:
        end = ends.pop()
        targets = {step.target for step in guide.steps if step.origin == end} - reached
        reached |= targets
        ends += [target for target in targets if target in guide.factors]
    return reached


def _is_alone(draft: Draft, pair: Pair) -> bool:
    """Whether only the first is offered, and the other is not of another time.

    What belongs to a course that is not assumed, such as the tests when a tumor has come back, may
    have come first before.
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
    texts_and_rules = [reasons(pathway, name) for name in pair]
    because = " ".join(text for text, _ in texts_and_rules)
    if key == _FIRST:
        because = f"{_order_sentence(draft, pair)} {because}"
    if INFERRED in because:
        because += f" The conditions marked {INFERRED} are ours and not the guide's."
    rules = unique(rule for _, rows in texts_and_rules for rule in rows)
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
    named = " or ".join(each.phrase for each in draft.rng.sample([first, second], k=2))
    return draft.question(
        "order",
        first.id,
        f"Which of these two comes first here, as the guide says: {named}?",
        shuffled(choices, draft.rng),
        sections_of(guide, rules),
        partial(_is_proved, guide, pair, key),
    )


def _order_sentence(draft: Draft, pair: Pair) -> str:
    """A sentence with the sections that state the order: those that speak of both treatments."""
    of_first, of_second = ([row.cited for row in _deciding_rows(draft, name)] for name in pair)
    of_both = {section for each in of_second for section in each.sections}
    shares = [
        Citation(each.source, tuple(name for name in each.sections if name in of_both))
        for each in of_first
    ]
    return f"The guide states this order ({section_phrase(shares) or section_phrase(of_first)})."


def _deciding_rows(draft: Draft, name: str) -> list[Indication]:
    """The rows by which a treatment has its status here, and those that have it wait."""
    evaluator, profile = draft.guide.evaluator, draft.pathway.profile
    rows = evaluator.diagrams.waiting_rows(name)
    waits = [row for row in rows if evaluator.is_met(row.when, profile)]
    return [*(each.row for each in evaluator.deciding_rows(name, profile)), *waits]


def _is_proved(guide: GuideValue, pair: Pair, key: int, facts: Facts) -> bool:
    """Whether these facts alone prove which of the choices is right."""
    first, second = pair
    status = [certain_status(guide, name, facts) for name in pair]
    if key == _FIRST:
        return is_usual(guide, first, facts) and status[1] is Status.LATER
    if key == _NEITHER:
        return status[0] is status[1] and status[0] in OFFERED
    return is_offered(guide, first, facts) and is_not_offered(guide, second, facts)
