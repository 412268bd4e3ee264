"""Which facts of a profile decide what a question asks."""

from __future__ import annotations

from ..guide.guide import GuideValue
from ..statuses import NOT_OFFERED, OFFERED
from .question import Question
from .question_proof import Facts, certain_status, fewest_facts

__all__ = ["deciding_facts"]


def deciding_facts(guide: GuideValue, question: Question) -> tuple[str, ...]:
    """The factors of the fewest facts that show whether the treatment in question is offered.

    The treatment is the one that the right answer names, or else the one that the question is
    about. In a question of what comes first its status counts. Empty where a question is about no
    treatment, such as one of a change that matters to several. Where a question names the factors
    itself, those.
    """
    if question.deciding is not None:
        return question.deciding
    key = question.choices[question.key]
    name = next((each for each in (key.about, question.topic) if each in guide.treatments), None)
    if name is None:
        return ()
    status = certain_status(guide, name, question.profile)
    groups = () if question.kind == "first" else (OFFERED, NOT_OFFERED)
    same_answer = next((group for group in groups if status in group), (status,))

    def proves(facts: Facts) -> bool:
        return certain_status(guide, name, facts) in same_answer

    in_rows = {factor for row in guide.evaluator.rows[name] for factor in row.when}
    facts = {factor: level for factor, level in question.profile.items() if factor in in_rows}
    # A fact that a row asks for may only follow from one that none does.
    return fewest_facts(facts if proves(facts) else question.profile, proves)
