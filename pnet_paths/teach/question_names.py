"""Short names of questions for a teacher: the facts that matter, and what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.sentences import capitalize
from .question import Question
from .question_facts import deciding_facts

__all__ = ["QuestionName", "question_names"]

_BE = ("is ", "are ", "was ", "were ")


class QuestionName(NamedTuple):
    """A question in short: its deciding ``facts``, empty if there are none, and what is ``asked``.

    The page has both under these names.
    """

    facts: str
    asked: str


def question_names(guide: GuideValue, questions: Sequence[Question]) -> list[QuestionName]:
    """A name for each question: the facts that decide, and the question without the others.

    Where several would have the same name, facts by which they differ stand before those that
    decide.
    """
    texts = [_text_without_facts(guide, question) for question in questions]
    deciding = [deciding_facts(guide, question) for question in questions]
    keys = [
        (text, [(name, question.profile[name]) for name in factors])
        for question, text, factors in zip(questions, texts, deciding, strict=True)
    ]
    names = []
    for place, question in enumerate(questions):
        same_name = [
            other for other, key in zip(questions, keys, strict=True) if key == keys[place]
        ]
        factors = (*_distinguishing(question, same_name), *deciding[place])
        names.append(QuestionName(_short_facts(guide, question, factors), texts[place]))
    return names


def _text_without_facts(guide: GuideValue, question: Question) -> str:
    """A question without the sentence of its facts."""
    facts = PathwayValue.of(guide, question.profile).sentence
    return question.text.removeprefix(facts).strip()


def _distinguishing(question: Question, others: Sequence[Question]) -> list[str]:
    """Factors by which a question's profile differs from each of those of some others."""
    factors: list[str] = []
    for other in others:
        differing = [f for f, level in question.profile.items() if other.profile.get(f) != level]
        if differing and not set(factors) & set(differing):
            factors.append(differing[0])
    return factors


def _short_facts(guide: GuideValue, question: Question, factors: Sequence[str]) -> str:
    """Facts in a few words: "Grade 2, has no liver metastases"."""
    levels = [guide.factors[name].level(question.profile[name]) for name in factors]
    return capitalize(", ".join(_without_verb(level.phrase) for level in levels)) if levels else ""


def _without_verb(phrase: str) -> str:
    verb = next((be for be in _BE if phrase.startswith(be)), "")
    return phrase.removeprefix(verb)
