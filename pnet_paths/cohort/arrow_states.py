"""Which arrows are on the way, for many profiles at once: what `guide.route` says of one."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from ..guide.guide import GuideValue
from ..logic.many_profiles import RankArray
from ..logic.rank_sets import MAYBE, MET
from ..statuses import BY_RANK, OFFERED, Status, status_of

__all__ = ["OPEN", "TAKEN", "ArrowStates"]

TAKEN, OPEN, OFF = range(3)
"""On the way for sure, perhaps, or not; the weaker of two is the larger number."""

_StateArray = npt.NDArray[np.int8]


class ArrowStates:
    """The arrows of a guide, as they run for profiles whose diagrams have been evaluated.

    Attributes:
        conditions: by the two ends of each arrow the diagram of where one of its steps is met.
    """

    def __init__(self, guide: GuideValue) -> None:
        self._network = guide.network
        self._treatments = guide.evaluator.roots
        self.conditions: Mapping[tuple[str, str], int] = {
            ends: guide.evaluator.condition_root(*(step.when for step in steps))
            for ends, steps in guide.network.steps_by_ends.items()
        }

    def states(self, ranks: Mapping[int, RankArray]) -> list[_StateArray]:
        """The state of each arrow and profile.

        Args:
            ranks: by root the ranks possible, of treatments and of conditions.
        """
        met = {ends: _MET[ranks[root]] for ends, root in self.conditions.items()}
        states = {name: _STATUS[ranks[root]] for name, root in self._treatments.items()}
        length = len(next(iter(ranks.values())))
        nowhere = np.full(length, OFF, dtype=np.int8)
        for name in self._network.decisions:
            start = TAKEN if name in self._network.starts else OFF
            states[name] = np.full(length, start, dtype=np.int8)
        self._go_on(states, met, nowhere)
        return [
            np.maximum(
                np.maximum(met[origin, target], states.get(origin, nowhere)),
                states.get(target, nowhere),
            )
            for origin, target in met
        ]

    def _go_on(
        self,
        states: dict[str, _StateArray],
        met: Mapping[tuple[str, str], _StateArray],
        nowhere: _StateArray,
    ) -> None:
        """A decision is on the way where an arrow leads to it from what is on the way."""
        asked = self._network.decisions
        leading = [ends for ends in met if ends[1] in asked]
        changed = True
        while changed:
            changed = False
            for origin, target in leading:
                state = np.maximum(met[origin, target], states.get(origin, nowhere))
                nearer = np.minimum(states[target], state)
                if not np.array_equal(nearer, states[target]):
                    states[target] = nearer
                    changed = True


def _state_of(ranks: int) -> int:
    status = status_of(ranks)
    return TAKEN if status in OFFERED else OPEN if status is Status.DEPENDS else OFF


_STATUS = np.array([OFF, *map(_state_of, range(1, 1 << len(BY_RANK)))], dtype=np.int8)
_MET = np.full(4, OFF, dtype=np.int8)
_MET[[MET, MAYBE]] = TAKEN, OPEN
