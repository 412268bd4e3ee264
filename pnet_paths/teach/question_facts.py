"""Which facts of a profile decide what a question asks."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

from ..guide.guide import GuideValue
from ..statuses import OFFERED, Status
from .question import Question
from .question_proof import status_by

__all__ = ["deciding_facts"]

_NO = (Status.AGAINST, Status.NOT_NAMED)


def deciding_facts(guide: GuideValue, question: Question) -> tuple[str, ...]:
    """The factors of the fewest facts that show whether the treatment in question is offered.

    The treatment is the one that the right answer names, or else the one that the question is
    about. Of what comes first its status counts. Where a question is about no treatment, as where
    a change matters to several, no fact is told apart.
    """
    key = question.choices[question.key]
    name = next((each for each in (key.about, question.topic) if each in guide.treatments), None)
    if name is None:
        return ()
    whole = status_by(guide, name, question.profile)
    alike: Collection[Status] = next((some for some in (OFFERED, _NO) if whole in some), (whole,))
    if question.kind == "first":
        alike = (whole,)
    asked = {factor for row in guide.evaluator.rows[name] for factor in row.when}
    facts = {factor: level for factor, level in question.profile.items() if factor in asked}
    return next(
        (
            names
            for size in range(len(facts) + 1)
            for names in combinations(facts, size)
            if status_by(guide, name, {factor: facts[factor] for factor in names}) in alike
        ),
        tuple(question.profile),
    )
