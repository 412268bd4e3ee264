"""Rules as states that are followed factor by factor, and diagrams unfolded from them on demand.

`decision_diagrams` builds whole diagrams that share nodes; here one is built only as far as it is
looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import neg
from typing import Generic, Protocol, TypeVar

from .workload import MAX_NODES, Workload

__all__ = ["EMPTY", "RANKS", "TERMINALS", "Rule", "State", "States", "Steps", "Unfolding"]

RANKS = 13
"""How many ranks there may be, 0 (no rule matches) to 12 (the strongest)."""

_NEVER = 2 * RANKS
"""The strength of a rule for what cannot occur: stronger than any that has a rank."""

EMPTY = 0
"""The set of ranks, as bits, of what cannot occur."""

TERMINALS = 1 << RANKS
"""Numbers of nodes below this are the sets of ranks themselves."""

State = tuple[int, int, int]
"""The factor to ask, the rules that may still match (as bits), and the strength met so far."""


@dataclass(frozen=True, slots=True)
class Rule:
    """``when`` pairs factors with the levels (as bits) that match; ``rank`` None: cannot occur.

    A rule that ``overrides`` beats those that do not, whatever their ranks.
    """

    when: tuple[tuple[int, int], ...]
    rank: int | None
    overrides: bool = False

    def __post_init__(self) -> None:
        if self.rank is not None and self.rank >= RANKS:
            raise ValueError(f"rank {self.rank} is too high: there is room for {RANKS}")


class States:
    """The states of some rules; an integer is an end: a set of ranks as bits."""

    def __init__(self, sizes: Sequence[int], rules: Iterable[Rule]) -> None:
        # The strongest rules have the lowest bits.
        by_strength = sorted({(_strength(rule), rule.when) for rule in rules}, reverse=True)
        self._strength = [strength for strength, _ in by_strength]
        everything = (1 << len(by_strength)) - 1
        self._rules_matching = [[everything] * size for size in sizes]
        self._rules_asking = [0] * len(sizes)
        self._rules_ending_before = [0] * (len(sizes) + 1)
        for i, (_, when) in enumerate(by_strength):
            for factor, levels in when:
                self._rules_asking[factor] |= 1 << i
                for level in range(sizes[factor]):
                    if not levels >> level & 1:
                        self._rules_matching[factor][level] &= ~(1 << i)
            last = max((factor for factor, _ in when), default=-1)
            for after in range(last + 1, len(self._rules_ending_before)):
                self._rules_ending_before[after] |= 1 << i
        self.start = self._reduce(0, everything, 0)

    def after(self, state: State) -> list[State | int]:
        """Return the next states, level by level of the factor that is asked."""
        factor, alive, best = state
        return [
            self._reduce(factor + 1, alive & matching, best)
            for matching in self._rules_matching[factor]
        ]

    def _reduce(self, factor: int, alive: int, best: int) -> State | int:
        """Return a state without the rules and factors that no longer matter."""
        satisfied = alive & self._rules_ending_before[factor]
        if satisfied:
            best = self._strength[(satisfied & -satisfied).bit_length() - 1]
            alive &= (1 << bisect_left(self._strength, -best, key=neg)) - 1  # only stronger ones
        while factor < len(self._rules_asking) and not alive & self._rules_asking[factor]:
            factor += 1
        if factor == len(self._rules_asking):
            return EMPTY if best == _NEVER else 1 << best % RANKS
        return factor, alive, best


_State = TypeVar("_State", bound=tuple[int, object, object])


class Steps(Protocol[_State]):
    """The states of a diagram: the first one, and the next ones of each.

    A state begins with the factor that it asks; an integer is an end.
    """

    @property
    def start(self) -> _State | int: ...
    def after(self, state: _State) -> list[_State | int]: ...


class Unfolding(Generic[_State]):
    """A diagram that is built only as far as it is looked at, for those too large to build whole.

    Equal nodes are not merged. `branches` raises `GuideTooLargeError` after too many nodes.

    >>> sizes = [2, 3]
    >>> diagram = Unfolding(sizes, States(sizes, [Rule(((0, 0b10), (1, 0b110)), 3)]))
    >>> diagram.factor_of(diagram.root), diagram.branches(diagram.root)[0]
    (0, 1)
    """

    def __init__(
        self, sizes: Sequence[int], steps: Steps[_State], work: Workload | None = None
    ) -> None:
        self.sizes = tuple(sizes)
        self.work = work or Workload(len(self.sizes))
        self._steps = steps
        self._states: list[_State] = []
        self._numbers: dict[_State, int] = {}
        self._branches: dict[int, tuple[int, ...]] = {}
        self.root = self._number(steps.start)

    def __len__(self) -> int:
        """Return the number of nodes that were looked at so far."""
        return len(self._states)

    def _number(self, state: _State | int) -> int:
        if isinstance(state, int):
            return state
        number = self._numbers.setdefault(state, TERMINALS + len(self._states))
        if number == TERMINALS + len(self._states):
            self._states.append(state)
        return number

    def factor_of(self, node: int) -> int | None:
        """Return the factor that a node asks; None for a set of ranks."""
        return self._states[node - TERMINALS][0] if node >= TERMINALS else None

    def branches(self, node: int) -> tuple[int, ...]:
        """Return the next nodes, level by level."""
        if node not in self._branches:
            if len(self._branches) > MAX_NODES:
                raise self.work.error()
            after = self._steps.after(self._states[node - TERMINALS])
            self._branches[node] = tuple(map(self._number, after))
        return self._branches[node]


def _strength(rule: Rule) -> int:
    """Return the rank of a rule; higher if it overrides, highest if it says what cannot occur."""
    if rule.rank is None:
        return _NEVER
    return rule.rank + RANKS if rule.overrides else rule.rank
