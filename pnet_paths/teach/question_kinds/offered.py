"""What the guide offers, and what is usual or comes first: one treatment among near misses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from ...statuses import Status, Strength
from ...tables.models import Indication
from ..question import Question
from ..question_draft import Draft
from ..question_proof import fewest_facts, is_offered, is_usual
from .choices import Proof, akin, among, distance, sections_of, treatment_choice

__all__ = ["first", "offered"]

_CLAUSE = re.compile(r"[.;,:]\s")
_AS_USUAL = re.compile(
    r"\b(?:usual(?:ly)?|first|mostly|most (?:often|common)|as a rule|in many cases)\b"
)


def offered(draft: Draft) -> Question | None:
    """Which of these does the guide name for the profile?"""
    right = [name for name in draft.asked if draft.is_stated(name)]
    wrong = [name for name in draft.asked if draft.is_clearly_not_offered(name)]
    text = "Which of these does the guide offer here?"
    # The nearest misses: those that few conditions keep away, and none that the person knows.
    far = {name: distance(draft, name) + draft.draw.random() for name in wrong}
    return _question("offered", text, right, far, draft, is_offered)


def first(draft: Draft) -> Question | None:
    """What usually comes first?"""
    status, possible = draft.pathway.status, draft.pathway.possible
    stated = [n for n in draft.asked if draft.is_stated(n) and len(possible[n]) == 1]
    right = [name for name in stated if status[name] is Status.USUAL]
    later = [
        name
        for name in stated
        if status[name] is not Status.USUAL and not _is_called_usual(draft, name)
    ]
    other = [name for name in draft.asked if draft.is_clearly_not_offered(name)]
    near = draft.draw.sample(later, k=len(later))
    far = {name: float(status[name] is not Status.LATER) for name in near}
    far |= {name: 2 + distance(draft, name) + draft.draw.random() for name in other}
    text = "Which of these is the usual or first choice here?"
    return _question("first", text, right, far, draft, is_usual)


def _is_called_usual(draft: Draft, name: str) -> bool:
    """Whether words here call an offered treatment, or a form of it, usual or the first.

    "Usually used here" stands beside a status of its own, and may be taken for the right answer. A
    form that comes later is called so among others that come later too, and not before them.
    """
    guide, profile = draft.guide, draft.pathway.profile
    return any(
        _calls_usual(draft, row, name)
        for row in draft.offering(name)
        if (name in row.treatments or row.strength is not Strength.LATER)
        and guide.evaluator.is_met(row.when, profile) is not False
    )


def _calls_usual(draft: Draft, row: Indication, name: str) -> bool:
    """Whether some clause of a row says so and names no treatment of another kind."""
    treatments = draft.guide.treatments.values()
    others = [each.phrase.lower() for each in treatments if not akin(draft.guide, each.id, name)]
    clauses = _CLAUSE.split(". ".join([row.label, row.mark, row.why]).lower())
    return any(
        _AS_USUAL.search(each) and not any(other in each for other in others) for each in clauses
    )


def _question(
    kind: str,
    text: str,
    right: Sequence[str],
    far: Mapping[str, float],
    draft: Draft,
    is_so: Proof,
) -> Question | None:
    """A question for one of the right treatments among the nearest of the wrong ones."""
    keys, pathway = draft.keys(right), draft.pathway
    if not keys:
        return None
    name = draft.draw.choice(keys)
    key = treatment_choice(pathway, name, True)
    wrong = (treatment_choice(pathway, other, False) for other in sorted(far, key=far.__getitem__))
    choices = among([key], wrong, draft)
    if choices is None:
        return None
    known = pathway.profile.known
    considered = fewest_facts(known, partial(is_so, draft.guide, name))
    sections = sections_of(draft.guide, key.rules)
    return Question(kind, name, f"{pathway.sentence} {text}", known, choices, considered, sections)
