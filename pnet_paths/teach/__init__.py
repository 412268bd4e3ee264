"""Questions made from a guide's rules, so that the key is always what the guide answers.

This folder knows guides and explanations, and nothing of how a question is shown or who answers it.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from ..guide.guide import GuideValue
from .question import Choice, Question
from .question_facts import deciding_facts
from .question_kinds import DIFFICULTIES, KINDS
from .question_making import questions, relative_key_length

__all__ = [
    "DIFFICULTIES",
    "KINDS",
    "Choice",
    "Question",
    "question_document",
    "question_id",
    "questions",
    "relative_key_length",
]


def question_document(guide: GuideValue, question: Question) -> dict[str, Any]:
    """A question as plain values for JSON, as the front end asks it.

    Answers refer to its ``id`` (see `question_id`). ``considered`` sorts questions from easy to
    hard, ``decides`` contains the places of the factors whose facts decide.
    """
    return {
        "id": question_id(question),
        "kind": question.kind,
        "topic": question.topic,
        "text": question.text,
        "considered": question.considered,
        "decides": [list(guide.factors).index(name) for name in deciding_facts(guide, question)],
        "codes": guide.space.codes(guide.profile(question.profile)),
        "choices": [
            {"text": each.text, "right": each.right, "because": each.because, "about": each.about}
            for each in question.choices
        ],
    }


def question_id(question: Question) -> str:
    """An id made from what is asked and what is right; answers and flash cards refer to it.

    It is the same on every page, in whatever order the choices stand, and whatever the reasons say.
    """
    texts = sorted(choice.text for choice in question.choices)
    right = question.choices[question.key].text
    content = json.dumps([question.kind, question.topic, question.text, right, texts])
    return sha256(content.encode()).hexdigest()[:12]
