"""Questions as the front end asks them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from ..guide.guide import GuideValue
from ..json_record import JsonRecord
from .question import Question
from .question_facts import deciding_facts

__all__ = ["AskedQuestion", "asked_question", "question_id"]


class AskedChoice(JsonRecord):
    """An answer that can be chosen."""

    text: str
    right: bool
    because: str
    """Why it is right or not."""
    about: str
    """The id of the treatment or factor that it names; empty where it names a change."""


class AskedQuestion(JsonRecord):
    """A question, with the profile that it is about."""

    id: str
    """The same on every page: see `question_id`."""
    kind: str
    topic: str
    """The id of a treatment or factor."""
    text: str
    considered: int
    """How many facts must be considered: questions are sorted by it, from easy to hard."""
    decides: Sequence[int]
    """The places of the factors whose facts decide."""
    codes: Sequence[int]
    """For each factor the code of its level, -1 where it is not known."""
    choices: Sequence[AskedChoice]
    facts: str = ""
    """The deciding facts in words, for teachers; in a page alone."""
    asked: str = ""
    """What is asked, without the facts; in a page alone."""


def asked_question(
    guide: GuideValue, question: Question, facts: str = "", asked: str = ""
) -> AskedQuestion:
    """A question as the front end asks it; ``facts`` and ``asked`` name it for teachers."""
    return AskedQuestion.of(
        question,
        id=question_id(question),
        decides=[list(guide.factors).index(name) for name in deciding_facts(guide, question)],
        codes=guide.space.codes(guide.profile(question.profile)),
        choices=[AskedChoice.of(choice) for choice in question.choices],
        facts=facts,
        asked=asked,
    )


def question_id(question: Question) -> str:
    """An id made from what is asked and what is right; answers and flash cards refer to it.

    It is the same on every page, in whatever order the choices stand, and whatever the reasons say.
    """
    texts = sorted(choice.text for choice in question.choices)
    right = question.choices[question.key].text
    content = json.dumps([question.kind, question.topic, question.text, right, texts])
    return sha256(content.encode()).hexdigest()[:12]
