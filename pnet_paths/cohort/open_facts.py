"""Which unknown facts would settle open treatments, for many profiles at once.

A group of treatments is open for a profile where its status is "depends"; services, which run
beside everything, do not count. A fact that is not known settles something where, whichever of its
possible levels turns out, at least one open group is no longer open then. It may settle something
where some level does so.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..guide.guide import GuideValue
from ..logic.decision_diagrams import UNKNOWN
from ..logic.lazy_diagrams import EMPTY
from ..logic.many_profiles import IntArray, ManyProfiles
from ..logic.rank_sets import MAYBE, MET, UNMET
from ..statuses import OFFERS
from .counts import CountArray

__all__ = ["OpenFacts"]

_Truths = npt.NDArray[np.bool_]


class OpenFacts:
    """The groups of a guide that may be open, and the facts that settle them."""

    def __init__(self, guide: GuideValue) -> None:
        evaluator, services = guide.evaluator, guide.network.services
        status = [evaluator.roots[each.id] for each in guide.groups if each.id not in services]
        offered = (evaluator.forest.translate(root, _offered) for root in status)
        # The first says what can occur: it has no rank where a profile cannot.
        self._roots = list(dict.fromkeys([evaluator.condition_root(), *offered]))
        self._sizes = evaluator.forest.sizes
        self._many = ManyProfiles(evaluator.forest)

    def count(self, codes: Sequence[IntArray], unknown: Sequence[bool]) -> CountArray:
        """By factor: the profiles that do not know it, where it settles, where it may settle.

        Args:
            codes: profiles, one array a factor.
            unknown: the factors that may be unknown, here or in other parts of the table.
        """
        occurs, is_open = self._open(codes, unknown)
        counts = np.zeros((len(codes), 3), dtype=np.int64)
        for factor, column in enumerate(codes):
            missing = (column == UNKNOWN) & occurs
            rows = np.flatnonzero(missing & is_open.any(axis=0))
            settles, may_settle = self._settled(
                factor, [each[rows] for each in codes], is_open[:, rows], unknown
            )
            counts[factor] = missing.sum(), settles.sum(), may_settle.sum()
        return counts

    def _open(self, codes: Sequence[IntArray], unknown: Sequence[bool]) -> tuple[_Truths, _Truths]:
        """Which profiles can occur, and which groups (rows) are open for which of them."""
        occurs, *offered = self._many.ranks(self._roots, codes, unknown=unknown)
        is_open = [ranks == MAYBE for ranks in offered]
        return occurs != EMPTY, np.array(is_open).reshape(len(offered), len(occurs))

    def _settled(
        self, factor: int, codes: list[IntArray], is_open: _Truths, unknown: Sequence[bool]
    ) -> tuple[_Truths, _Truths]:
        """Whether a fact settles something whatever it is, and whether it does for some level."""
        length = is_open.shape[1]
        always, ever = np.full(length, length > 0), np.zeros(length, dtype=bool)
        for level in range(self._sizes[factor] if length else 0):
            known = [*codes]
            known[factor] = np.full(length, level, dtype=codes[factor].dtype)
            occurs, still_open = self._open(known, unknown)
            settled = (is_open & ~still_open).any(axis=0)
            always &= settled | ~occurs
            ever |= settled & occurs
        return always, ever


def _offered(ranks: int) -> int:
    return ranks and (MET if ranks & OFFERS else UNMET)
