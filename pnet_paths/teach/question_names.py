"""What a teacher knows a question by: the facts that matter, and what is asked."""

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
    """``facts`` in a few words, empty where none is told apart, and what is ``asked`` of them."""

    facts: str
    asked: str


def question_names(guide: GuideValue, questions: Sequence[Question]) -> list[QuestionName]:
    """A name for each question: the facts that decide, and the question without the others.

    Where several would be called the same, facts by which they differ stand before those that
    decide.
    """
    asked = [_asked(guide, question) for question in questions]
    decides = [deciding_facts(guide, question) for question in questions]
    alike: dict[object, list[int]] = {}
    for place, question in enumerate(questions):
        levels = tuple((name, question.profile[name]) for name in decides[place])
        alike.setdefault((levels, asked[place]), []).append(place)
    names = []
    for places in alike.values():
        for place in places:
            others = [questions[other] for other in places if other != place]
            told = (*_telling_apart(questions[place], others), *decides[place])
            names.append((place, QuestionName(_facts(guide, questions[place], told), asked[place])))
    return [name for _, name in sorted(names)]


def _asked(guide: GuideValue, question: Question) -> str:
    """A question without the sentence of its facts."""
    facts = PathwayValue.of(guide, question.profile).sentence
    return question.text.removeprefix(facts).strip()


def _telling_apart(question: Question, others: Sequence[Question]) -> list[str]:
    """Facts of which each of some other questions lacks one, or has it otherwise."""
    found: list[str] = []
    for other in others:
        differing = [f for f, level in question.profile.items() if other.profile.get(f) != level]
        if differing and not set(found) & set(differing):
            found.append(differing[0])
    return found


def _facts(guide: GuideValue, question: Question, names: Sequence[str]) -> str:
    """Facts in a few words: "Grade 2, has no liver metastases"."""
    phrases = []
    for name in names:
        level = question.profile[name]
        phrase = next(each.phrase for each in guide.factors[name].levels if each.id == level)
        phrases.append(
            next((phrase.removeprefix(be) for be in _BE if phrase.startswith(be)), phrase)
        )
    return capitalize(", ".join(phrases)) if phrases else ""
