"""What only a whole row or several rows of the evidence show to be wrong, one line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..models import Outcome, Trial
from .contradictions import contradictions
from .figures import figure_problems
from .guide_links import guide_link_problems, unread_notes
from .trials import trial_problems
from .versions import version_problems

__all__ = ["guide_link_problems", "outcome_problems", "trial_problems", "unread_notes"]


def outcome_problems(outcomes: Sequence[Outcome], trials: Mapping[str, Trial]) -> list[str]:
    """Everything wrong with rows of outcomes, in their order.

    What does not go together is looked for among rows that are right in themselves: one mistyped
    figure would contradict several others.
    """
    wrong = [each for row in outcomes for each in figure_problems(row, trials[row.trial])]
    found = [*wrong, *version_problems(outcomes)]
    if not wrong:
        found += contradictions(outcomes, trials)
    return [
        f"outcomes.csv, row {row.row}, column {column}: {problem}"
        for row, column, problem in sorted(found, key=lambda each: (each[0].row, each[1]))
    ]
