"""What the guide offers, and what is usual or comes first: one treatment among near misses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from ...guide.guide import GuideValue
from ...statuses import Status, Strength
from ...tables.models import Indication
from ..question import Question
from ..question_draft import Draft
from ..question_proof import Facts, is_offered, is_usual
from .choices import distance, fill_choices, is_related, sections_of, treatment_choice

__all__ = ["first_choice_question", "offered_question"]

_CLAUSE_END = re.compile(r"[.;,:]\s")
_AS_USUAL = re.compile(
    r"\b(?:usual(?:ly)?|first|mostly|most (?:often|common)|as a rule|in many cases)\b"
)


def offered_question(draft: Draft) -> Question | None:
    """Which of these does the guide name for the profile?"""
    right = [name for name in draft.candidates if draft.is_stated(name)]
    text = "Which of these does the guide offer here?"
    return _question("offered", text, right, [], draft, is_offered)


def first_choice_question(draft: Draft) -> Question | None:
    """What usually comes first?"""
    status, possible = draft.pathway.status, draft.pathway.possible
    stated = [n for n in draft.candidates if draft.is_stated(n) and len(possible[n]) == 1]
    right = [name for name in stated if status[name] is Status.USUAL]
    later = [
        name
        for name in stated
        if status[name] is not Status.USUAL and not _is_called_usual(draft, name)
    ]
    near = draft.rng.sample(later, k=len(later))
    near.sort(key=lambda name: status[name] is not Status.LATER)
    text = "Which of these is the usual or first choice here?"
    return _question("first", text, right, near, draft, is_usual)


def _is_called_usual(draft: Draft, name: str) -> bool:
    """Whether words here call an offered treatment, or a form of it, usual or the first.

    "Usually used here" stands beside a status of its own, and may be taken for the right answer. A
    form that comes later is called so among others that come later too, and not before them.
    """
    guide, profile = draft.guide, draft.pathway.profile
    return any(
        _words_sound_usual(draft, row, name)
        for row in draft.offering_rows(name)
        if (name in row.treatments or row.strength is not Strength.LATER)
        and guide.evaluator.is_met(row.when, profile) is not False
    )


def _words_sound_usual(draft: Draft, row: Indication, name: str) -> bool:
    """Whether some clause of a row says so and names no treatment of another kind."""
    treatments = draft.guide.treatments.values()
    others = [t.phrase.lower() for t in treatments if not is_related(draft.guide, t.id, name)]
    clauses = _CLAUSE_END.split(". ".join([row.label, row.mark, row.why]).lower())
    return any(
        _AS_USUAL.search(clause) and not any(other in clause for other in others)
        for clause in clauses
    )


def _question(
    kind: str,
    text: str,
    right: Sequence[str],
    near: Sequence[str],
    draft: Draft,
    is_proved: Callable[[GuideValue, str, Facts], bool],
) -> Question | None:
    """A question for one of the right treatments among the nearest of the wrong ones.

    Args:
        near: the nearest wrong ones; after them come those that clearly are not offered.
    """
    names, pathway = draft.possible_keys(right), draft.pathway
    not_offered = [name for name in draft.candidates if draft.is_clearly_not_offered(name)]
    ties = {name: draft.rng.random() for name in not_offered}
    if not names:
        return None
    name = draft.rng.choice(names)
    key = treatment_choice(pathway, name, True)
    far = sorted(not_offered, key=lambda other: distance(draft, other) + ties[other])
    wrong = (treatment_choice(pathway, other, False) for other in (*near, *far))
    choices = fill_choices(key, wrong, draft)
    if choices is None:
        return None
    sections = sections_of(draft.guide, key.rules)
    proves = partial(is_proved, draft.guide, name)
    return draft.question(kind, name, text, choices, sections, proves)
