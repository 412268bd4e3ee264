"""Questions made from a guide's rules, so that the key is always what the engine answers.

It knows guides and explanations, and nothing of how a question is shown or who answers it.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

from ..arguments import to_whole_number
from ..errors import PnetPathsError
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..progress_bar import Task, progress_bar
from .question import Choice, Question
from .question_draft import Draft
from .question_kinds import DIFFICULTIES, KINDS
from .question_profiles import drawn, rows_asked_of

__all__ = ["DIFFICULTIES", "KINDS", "Choice", "Question", "question_document", "questions"]

_TRIES = 200


def questions(
    guide: GuideValue, seed: int, count: int = 10, kinds: Sequence[str] = ()
) -> tuple[Question, ...]:
    """Questions about a guide; the same seed gives the same ones.

    Args:
        kinds: which kinds to ask, from `KINDS`; if left out all that the guide's rules make,
            easiest first.

    Raises:
        PnetPathsError: there is no such kind, or the guide's rules make no such questions, or not
            as many.

    >>> from pnet_paths import load_guide
    >>> first = questions(load_guide(), seed=7, count=1)[0]
    >>> first.kind, sum(choice.right for choice in first.choices)
    ('offered', 1)
    """
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise PnetPathsError(f'"{unknown[0]}" is not a kind of question ({", ".join(KINDS)})')
    to_whole_number(count, "count")
    with progress_bar("Making questions", count) as task:
        return tuple(_made(guide, random.Random(seed), kinds, task))


def _made(
    guide: GuideValue, draw: random.Random, kinds: Sequence[str], task: Task
) -> list[Question]:
    asked = list(kinds or KINDS)
    if not kinds:
        asked = [kind for kind in asked if any(_tries(guide, draw, kind))] or asked
    count, found = task.total or 0, list[Question]()
    planned = [asked[place * len(asked) // count] for place in range(count)]
    for kind in planned:
        before = [question for question in found if question.kind == kind]
        question = _another(guide, draw, kind, before, max(1, planned.count(kind) // 2))
        found.append(_elsewhere(question, found, draw))
        task.advance()
    return found


def _another(
    guide: GuideValue, draw: random.Random, kind: str, before: Sequence[Question], most: int
) -> Question:
    """A question of a kind that is none of those before, nor about one topic again and again.

    Args:
        most: how many of them may be about one topic, if others can be made.
    """
    sentences = {question.text for question in before}
    topics = Counter(question.topic for question in before)
    spare = None
    for question in _tries(guide, draw, kind):
        if question.text not in sentences:
            if topics[question.topic] < most:
                return question
            spare = spare or question
    if spare is None:
        more = "more questions" if before else "question"
        raise PnetPathsError(f'the rules of this guide make no {more} of the kind "{kind}"')
    return spare


def question_document(guide: GuideValue, question: Question) -> dict[str, Any]:
    """A question as plain values for JSON, as the front end asks it.

    Its ``id`` stands for what is asked and what is right, on whatever page and in whatever order
    the choices stand: answers belong to it. ``considered`` orders questions from easy to hard.
    """
    texts = sorted(choice.text for choice in question.choices)
    right = question.choices[question.key].text
    content = json.dumps([question.kind, question.topic, question.text, right, texts])
    return {
        "id": sha256(content.encode()).hexdigest()[:12],
        "kind": question.kind,
        "topic": question.topic,
        "text": question.text,
        "considered": question.considered,
        "codes": guide.space.codes(guide.profile(question.profile)),
        "choices": [
            {"text": each.text, "right": each.right, "because": each.because, "about": each.about}
            for each in question.choices
        ],
    }


def _elsewhere(question: Question, before: Sequence[Question], draw: random.Random) -> Question:
    """The question, its right answer not again in the one place where the last ones had it."""
    if {question.key} != {other.key for other in before[-2:]}:
        return question
    choices, key = list(question.choices), question.key
    place = draw.choice([place for place in range(len(choices)) if place != key])
    choices[key], choices[place] = choices[place], choices[key]
    return replace(question, choices=tuple(choices))


def _tries(guide: GuideValue, draw: random.Random, kind: str) -> Iterator[Question]:
    rows = rows_asked_of(guide, kind)
    for _ in range(_TRIES):
        wanted = draw.choice(list(rows)) if rows else ""
        row = draw.choice(rows[wanted]) if rows else None
        profile = drawn(guide, row, draw, away=kind == "opens")
        question = KINDS[kind](Draft(PathwayValue.of(guide, profile), wanted, draw))
        if question is not None:
            yield question
