"""Questions out of a guide's rules: which ones, in which order, where the right answer stands."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Literal

from ..arguments import to_whole_number
from ..errors import PnetPathsError
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..progress_bar import progress_bar
from .question import Question
from .question_draft import Draft
from .question_kinds import KINDS
from .question_profiles import drawn, rows_asked_of

__all__ = ["length_of_key", "questions"]

_TRIES = 200
_FIT_FOR_ONE = 4  # of so many questions one may be about the same
_BETTER = 12  # questions looked at for one that is about something else, or stands out less


def questions(
    guide: GuideValue, seed: int, count: int = 10, kinds: Sequence[str] = ()
) -> tuple[Question, ...]:
    """Questions about a guide; the same seed gives the same ones.

    Args:
        kinds: which kinds to ask, from `KINDS`; if left out all that the guide's rules make,
            easiest first. Where one runs out, the others fill its places.

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
    stock = _Stock(guide, random.Random(seed), tuple(kinds) or tuple(KINDS))
    planned = [stock.kinds[place * len(stock.kinds) // count] for place in range(count)]
    with progress_bar("Making questions", count) as task:
        for kind in planned:
            stock.add(kind)
            task.advance()
    order = list(KINDS)
    found = sorted(stock.found, key=lambda question: order.index(question.kind))
    return tuple(_spread(found, stock.draw))


class _Stock:
    """Questions that have been made, and the kinds that can still make others."""

    def __init__(self, guide: GuideValue, draw: random.Random, kinds: tuple[str, ...]) -> None:
        self.guide, self.draw, self.kinds = guide, draw, kinds
        self.found: list[Question] = []
        self._left = list(kinds)
        self._made: Counter[str] = Counter()

    def add(self, wanted: str) -> None:
        """Make a question of a kind, or of that of which there are fewest where it makes no more.

        Raises:
            PnetPathsError: no kind makes another one.
        """
        while self._left:
            kind = wanted if wanted in self._left else min(self._left, key=self._made.__getitem__)
            question = self._another(kind)
            if question is not None:
                self._made[kind] += 1
                self.found.append(question)
                return
            self._left.remove(kind)
        named = ", ".join(f'"{kind}"' for kind in self.kinds)
        kinds = f"the kinds {named}" if len(self.kinds) > 1 else f"the kind {named}"
        how_many = f"no more than {len(self.found)} questions" if self.found else "no question"
        raise PnetPathsError(f"the rules of this guide make {how_many} of {kinds}")

    def _another(self, kind: str) -> Question | None:
        """A question of a kind that is none of those before.

        If it can be, one about a topic that was seldom asked of, and one whose right
        answer does not stand out by its length more often than by chance.
        """
        before = [question for question in self.found if question.kind == kind]
        sentences = {question.text for question in before}
        topics = Counter(question.topic for question in before)
        most = 1 + len(before) // _FIT_FOR_ONE
        spare: dict[int, Question] = {}
        others = (
            each for each in _tries(self.guide, self.draw, kind) if each.text not in sentences
        )
        for question in islice(others, _BETTER):
            faults = (topics[question.topic] >= most) + 2 * self._stands_out(question, before)
            if not faults:
                return question
            spare.setdefault(faults, question)
        return spare[min(spare)] if spare else None

    def _stands_out(self, question: Question, before: Sequence[Question]) -> bool:
        """Whether its key would be longest, or shortest, more often than one choice in four is."""
        length = length_of_key(question)
        alike = [other for other in before if length_of_key(other) == length]
        return bool(length) and (len(alike) + 1) * len(question.choices) > len(before) + 1


def length_of_key(question: Question) -> Literal["longest", "shortest", ""]:
    """Whether the right answer is longer, or shorter, than any other."""
    key = len(question.choices[question.key].text)
    others = [len(choice.text) for choice in question.choices if not choice.right]
    return "longest" if key > max(others) else "shortest" if key < min(others) else ""


def _spread(questions: Sequence[Question], draw: random.Random) -> Iterator[Question]:
    """Questions with the right answer in each place about as often, and never where the last two
    had it."""
    often: Counter[int] = Counter()
    last: list[int] = []
    for question in questions:
        places = range(len(question.choices))
        free = [place for place in places if {place} != set(last[-2:])]
        seldom = min(often[place] for place in free)
        place = draw.choice([place for place in free if often[place] <= seldom + 1])
        choices, key = list(question.choices), question.key
        choices[key], choices[place] = choices[place], choices[key]
        often[place] += 1
        last.append(place)
        yield replace(question, choices=tuple(choices))


def _tries(guide: GuideValue, draw: random.Random, kind: str) -> Iterator[Question]:
    """Questions of a kind, out of a number of profiles of which not each makes one."""
    sort = KINDS[kind]
    rows = rows_asked_of(guide, sort.rows, sort.of_one)
    for _ in range(_TRIES):
        wanted = draw.choice(list(rows)) if rows else ""
        row = draw.choice(rows[wanted]) if rows else None
        profile = drawn(guide, row, draw, away=sort.away)
        question = sort.made(Draft(PathwayValue.of(guide, profile), wanted, draw))
        if question is not None:
            yield question
