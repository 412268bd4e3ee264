"""The completions of a profile that a clinician would meet."""

from __future__ import annotations

from ..logic.decision_diagrams import Codes
from ..logic.rank_sets import MET, Ranks
from .guide import GuideValue
from .profile import Profile

__all__ = ["LikelyCompletions"]


class LikelyCompletions:
    """The completions of a profile but those that are unlikely by more than what is known.

    All of them where that leaves none: of a tumor that is out nobody asks whether it grows.

    Args:
        guide: the guide; its table ``unlikely`` says what a clinician would hardly meet.
        profile: a profile of it.
        asked: a factor that is asked for. What is unlikely with one of its levels stays: an answer
            is no finding about another fact.
    """

    def __init__(self, guide: GuideValue, profile: Profile, asked: str = "") -> None:
        self._evaluator = evaluator = guide.evaluator
        self._codes = evaluator.space.codes(profile)
        rows = [
            row.when
            for row in guide.unlikely
            if asked not in row.when and evaluator.is_met(row.when, profile) is not True
        ]
        unlikely = evaluator.condition_root(*rows)
        none_left = evaluator.forest.ranks(unlikely, self._codes) == MET
        self._unlikely = evaluator.condition_root() if none_left else unlikely

    def ranks(self, root: int, codes: Codes | None = None) -> Ranks:
        """What is possible over the completions of the profile, or of more that is known.

        Args:
            root: a diagram.
            codes: the profile with more facts, as numbers.

        Returns:
            No ranks where all completions are unlikely.
        """
        likely = self._evaluator.excluding(root, self._unlikely)
        return self._evaluator.forest.ranks(likely, self._codes if codes is None else codes)
