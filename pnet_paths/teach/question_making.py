"""Questions made from a guide's rules: which ones, in which order, and where each key stands."""

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
from .question_profiles import random_profile, rows_by_topic

__all__ = ["questions", "relative_key_length"]

_TRIES = 200
_PER_TOPIC = 4  # of so many questions one may be about the same
_CANDIDATES = 12  # questions looked at for one of another topic, or whose key stands out less


def questions(
    guide: GuideValue, seed: int, count: int = 10, kinds: Sequence[str] = ()
) -> tuple[Question, ...]:
    """Questions about a guide; the same seed gives the same ones.

    Args:
        kinds: which kinds to ask, from `KINDS`; if left out all that the guide's rules make,
            easiest first. Where no more of one kind can be made, the others fill its places.

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
    maker = _QuestionMaker(guide, random.Random(seed), tuple(kinds) or tuple(KINDS))
    wanted = [maker.kinds[place * len(maker.kinds) // count] for place in range(count)]
    with progress_bar("Making questions", count) as task:
        for kind in wanted:
            maker.add(kind)
            task.advance()
    order = list(KINDS)
    in_order = sorted(maker.questions, key=lambda question: order.index(question.kind))
    return tuple(_with_keys_spread(in_order, maker.rng))


class _QuestionMaker:
    """The questions made so far, and the kinds that can still make others."""

    def __init__(self, guide: GuideValue, rng: random.Random, kinds: tuple[str, ...]) -> None:
        self.guide, self.rng, self.kinds = guide, rng, kinds
        self.questions: list[Question] = []
        self._open_kinds = list(kinds)

    def add(self, wanted: str) -> None:
        """Make a question of a kind; if it makes no more, of the one with the fewest so far.

        Raises:
            PnetPathsError: no kind makes another one.
        """
        counts = Counter(question.kind for question in self.questions)
        while self._open_kinds:
            fewest = min(self._open_kinds, key=counts.__getitem__)
            kind = wanted if wanted in self._open_kinds else fewest
            question = self._another(kind)
            if question is not None:
                self.questions.append(question)
                return
            self._open_kinds.remove(kind)
        names = ", ".join(f'"{kind}"' for kind in self.kinds)
        kinds = f"the kinds {names}" if len(self.kinds) > 1 else f"the kind {names}"
        limit = f"no more than {len(self.questions)} questions" if self.questions else "no question"
        raise PnetPathsError(f"the rules of this guide make {limit} of {kinds}")

    def _another(self, kind: str) -> Question | None:
        """A question of a kind with another text than those before; None where there is none.

        If possible, one about a topic that was seldom asked about, and one whose key does not stand
        out by its length more often than by chance.
        """
        before = [question for question in self.questions if question.kind == kind]
        texts = {question.text for question in before}
        topics = Counter(question.topic for question in before)
        limit = 1 + len(before) // _PER_TOPIC
        spare: dict[int, Question] = {}
        others = (each for each in self._candidates(kind) if each.text not in texts)
        for question in islice(others, _CANDIDATES):
            faults = (topics[question.topic] >= limit) + 2 * _stands_out(question, before)
            if not faults:
                return question
            spare.setdefault(faults, question)
        return spare[min(spare)] if spare else None

    def _candidates(self, name: str) -> Iterator[Question]:
        """Questions of a kind from random profiles, not each of which makes one."""
        kind = KINDS[name]
        rows = rows_by_topic(self.guide, kind.fits_row, kind.has_topic)
        for _ in range(_TRIES):
            topic = self.rng.choice(list(rows)) if rows else ""
            row = self.rng.choice(rows[topic]) if rows else None
            profile = random_profile(self.guide, row, self.rng, kind.against_row)
            question = kind.make(Draft(PathwayValue.of(self.guide, profile), topic, self.rng))
            if question is not None:
                yield question


def _stands_out(question: Question, before: Sequence[Question]) -> bool:
    """Whether its key would be longest, or shortest, more often than one choice in four is."""
    length = relative_key_length(question)
    alike = [other for other in before if relative_key_length(other) == length]
    return bool(length) and (len(alike) + 1) * len(question.choices) > len(before) + 1


def relative_key_length(question: Question) -> Literal["longest", "shortest", ""]:
    """Whether the right answer is longer, or shorter, than any other."""
    key = len(question.choices[question.key].text)
    others = [len(choice.text) for choice in question.choices if not choice.right]
    return "longest" if key > max(others) else "shortest" if key < min(others) else ""


def _with_keys_spread(questions: Sequence[Question], rng: random.Random) -> Iterator[Question]:
    """Questions with the key in each place about as often, and never three times in a row."""
    counts: Counter[int] = Counter()
    last: list[int] = []
    for question in questions:
        places = range(len(question.choices))
        free = [place for place in places if {place} != set(last[-2:])]
        fewest = min(counts[place] for place in free)
        place = rng.choice([place for place in free if counts[place] <= fewest + 1])
        choices, key = list(question.choices), question.key
        choices[key], choices[place] = choices[place], choices[key]
        counts[place] += 1
        last.append(place)
        yield replace(question, choices=tuple(choices))
