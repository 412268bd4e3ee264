"""The completions of a profile that are likely in practice."""

from __future__ import annotations

from ..logic.decision_diagrams import Codes
from ..logic.rank_sets import MET, Ranks
from .guide import GuideValue
from .profile import Profile

__all__ = ["LikelyCompletions"]


class LikelyCompletions:
    """The completions of a profile that meet no unlikely combination.

    A combination that the known facts meet already is not counted, and if all completions are
    unlikely they all stay.

    Args:
        guide: the guide; its table ``unlikely`` lists what a clinician would hardly meet.
        profile: a profile of it.
        asked_factor: a factor about which the user is asked. Combinations with it are not counted,
            because its answer says nothing about other facts.
    """

    def __init__(self, guide: GuideValue, profile: Profile, asked_factor: str = "") -> None:
        self._evaluator = evaluator = guide.evaluator
        self._codes = evaluator.space.codes(profile)
        rows = [
            row.when
            for row in guide.unlikely
            if asked_factor not in row.when and evaluator.is_met(row.when, profile) is not True
        ]
        unlikely = evaluator.condition_root(*rows)
        none_left = evaluator.forest.ranks(unlikely, self._codes) == MET
        self._unlikely = evaluator.condition_root() if none_left else unlikely

    def ranks(self, root: int, codes: Codes | None = None) -> Ranks:
        """Return the ranks possible over the likely completions; none if no completion is likely.

        Args:
            root: a diagram.
            codes: the profile with more facts, as numbers; the profile itself if left out.
        """
        likely = self._evaluator.excluding(root, self._unlikely)
        return self._evaluator.forest.ranks(likely, self._codes if codes is None else codes)
