"""Questions made from a guide's rules, so that the key is always what the guide answers.

This folder knows guides and explanations, and nothing of how a question is shown or who answers it.
"""

from __future__ import annotations

from .asked_questions import AskedQuestion, asked_question, question_id
from .question import Choice, Question
from .question_kinds import DIFFICULTIES, KINDS
from .question_making import questions, relative_key_length

__all__ = [
    "DIFFICULTIES",
    "KINDS",
    "AskedQuestion",
    "Choice",
    "Question",
    "asked_question",
    "question_id",
    "questions",
    "relative_key_length",
]
