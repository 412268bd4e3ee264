"""Rules compiled to reduced decision diagrams: exact answers, also where facts are unknown.

A rule is a conjunction ("the first factor is at level 0 or 2, and ...") with a rank. For a complete
profile the strongest matching rule decides. Diagrams hold, at the end of each path, the *set* of
ranks that are possible there as bits of an integer, and the empty set where the profile cannot
occur. An unknown factor is then one more branch: the union of its levels' branches. Factors,
levels and ranks are small integers here; what they mean is `guide`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from threading import Lock

from .lazy_diagrams import EMPTY, RANKS, TERMINALS, Rule, State, States
from .rank_sets import Ranks
from .workload import Workload

__all__ = ["RANKS", "UNKNOWN", "Codes", "Forest", "Rule"]

UNKNOWN = -1
"""The code of a factor whose level is not known."""

Codes = Sequence[int]
"""A profile: for each factor the index of its level, or `UNKNOWN`."""


class Forest:
    """Decision diagrams over the same factors, sharing every node that is equal.

    A method that builds nodes raises `GuideTooLargeError` where there would be too many. ``work``
    counts them.

    >>> forest = Forest([2, 3])                     # two factors with two and three levels
    >>> root = forest.compile([Rule(((0, 0b10), (1, 0b110)), 3)])
    >>> forest.ranks(root, [1, 2]), forest.ranks(root, [1, UNKNOWN]), forest.ranks(root, [0, 2])
    (8, 9, 1)
    """

    def __init__(self, sizes: Sequence[int], work: Workload | None = None) -> None:
        self.sizes = tuple(sizes)
        self.work = work or Workload(len(self.sizes))
        end = len(self.sizes)
        self._factor: list[int] = [end] * TERMINALS
        self._branches: list[tuple[int, ...]] = [()] * TERMINALS
        self._unique: dict[tuple[int, tuple[int, ...]], int] = {}
        self._unions: dict[frozenset[int], int] = {}
        self._below: dict[int, int] = {}
        self._asked: dict[int, int] = {}
        self._growing = Lock()

    def __len__(self) -> int:
        return len(self._factor) - TERMINALS

    # -- building ---------------------------------------------------------------------------

    def compile(self, rules: Iterable[Rule]) -> int:
        """The root of the diagram of ``rules``."""
        states = States(self.sizes, rules)
        built: dict[State, int] = {}
        self.work.begin()

        def build(state: State | int) -> int:
            if isinstance(state, int):
                return state
            if state not in built:
                self.work.add(self.sizes[state[0]])
                built[state] = self.node(state[0], tuple(map(build, states.after(state))))
            return built[state]

        return build(states.start)

    def node(self, factor: int, branches: tuple[int, ...]) -> int:
        """The one node that asks ``factor`` and goes on with ``branches``."""
        first = branches[0]
        if all(branch == first for branch in branches):
            return first
        key = (factor, branches)
        found = self._unique.get(key)
        if found is None:
            with self._growing:
                found = self._unique.get(key)
                if found is None:
                    found = len(self._factor)
                    self._factor.append(factor)
                    self._branches.append(branches)
                    self._unique[key] = found
        return found

    def union(self, nodes: Iterable[int]) -> int:
        """The diagram of what is possible in any of ``nodes``."""
        parts = frozenset(nodes) - {EMPTY}
        if len(parts) <= 1:
            return next(iter(parts), EMPTY)
        found = self._unions.get(parts)
        if found is None:
            self.work.begin()
            found = self._union(parts)
        return found

    def _union(self, parts: frozenset[int]) -> int:
        if len(parts) <= 1:
            return next(iter(parts), EMPTY)
        found = self._unions.get(parts)
        if found is None:
            factor = min(self._factor[part] for part in parts)
            if factor == len(self.sizes):
                found = EMPTY
                for part in parts:
                    found |= part
            else:
                self.work.add(self.sizes[factor])
                found = self.node(
                    factor,
                    tuple(
                        self._union(
                            frozenset([self.branch(part, factor, level) for part in parts])
                            - {EMPTY}
                        )
                        for level in range(self.sizes[factor])
                    ),
                )
            self._unions[parts] = found
        return found

    def branch(self, node: int, factor: int, level: int) -> int:
        """Where a node leads with a level of a factor that it may not ask.

        Args:
            node: a node, or a set of ranks.
            factor: the place of a factor.
            level: the code of one of its levels.
        """
        return self._branches[node][level] if self._factor[node] == factor else node

    def combine(self, a: int, b: int, of: Callable[[int, int], int]) -> int:
        """The diagram whose answer is made ``of`` the answers (ranks as bits) of two others.

        Args:
            a: the root of one diagram.
            b: the root of another.
            of: makes a set of ranks of two.
        """
        known: dict[tuple[int, int], int] = {}
        self.work.begin()

        def both(a: int, b: int) -> int:
            key = (a, b)
            if key not in known:
                factor = min(self._factor[a], self._factor[b])
                if factor == len(self.sizes):
                    known[key] = of(a, b)
                else:
                    self.work.add(self.sizes[factor])
                    branches = (
                        both(self.branch(a, factor, level), self.branch(b, factor, level))
                        for level in range(self.sizes[factor])
                    )
                    known[key] = self.node(factor, tuple(branches))
            return known[key]

        return both(a, b)

    def translate(self, root: int, of: Callable[[int], int]) -> int:
        """The diagram whose answer is made ``of`` the answers (ranks as bits) of another."""
        return self.combine(root, EMPTY, lambda ranks, _: of(ranks))

    def reachable(
        self, roots: Iterable[int], ranks: int = RANKS
    ) -> tuple[dict[int, int], list[tuple[int, tuple[int, ...]]]]:
        """The nodes below ``roots``, numbered anew without gaps.

        Args:
            ranks: how many of the ranks occur in them.

        Returns:
            The new number of each old one, and the factor and branches (new numbers) of each
            node, in an order that the roots alone decide, branches before what they branch from.
            Numbers below ``2 ** ranks`` are the sets of ranks themselves, as everywhere.
        """
        number = {node: node for node in range(1 << ranks)}
        order: list[int] = []

        def place(node: int) -> None:
            if node not in number:
                for branch in self._branches[node]:
                    place(branch)
                number[node] = (1 << ranks) + len(order)
                order.append(node)

        for root in roots:
            place(root)
        nodes = [
            (self._factor[node], tuple(number[branch] for branch in self._branches[node]))
            for node in order
        ]
        return number, nodes

    # -- one profile ------------------------------------------------------------------------

    def asks(self, node: int) -> int | None:
        """The factor that a node asks; None where it is a set of ranks."""
        return self._factor[node] if node >= TERMINALS else None

    def follow(self, node: int, code: int) -> int:
        """Where a node leads with a level of its factor, or with all of them if it is unknown."""
        branches = self._branches[node]
        return self.union(branches) if code == UNKNOWN else branches[code]

    def branches(self, node: int) -> tuple[int, ...]:
        """Where a node leads, level by level; nothing where it is a set of ranks."""
        return self._branches[node]

    def below(self, roots: Iterable[int]) -> set[int]:
        """All nodes that ``roots`` lead to, with themselves, but the sets of ranks."""
        seen: set[int] = set()
        waiting = [root for root in roots if root >= TERMINALS]
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                waiting.extend(branch for branch in self._branches[node] if branch >= TERMINALS)
        return seen

    def asked_below(self, node: int) -> int:
        """The factors that a node, or one that it leads to, asks, as bits."""
        if node < TERMINALS:
            return 0
        found = self._asked.get(node)
        if found is None:
            found = 1 << self._factor[node]
            for branch in set(self._branches[node]):
                found |= self.asked_below(branch)
            self._asked[node] = found
        return found

    def ranks(self, root: int, codes: Codes) -> Ranks:
        """The ranks possible over all completions of a profile; none: it cannot occur."""
        last = len(codes) - 1
        while last >= 0 and codes[last] == UNKNOWN:
            last -= 1
        node = root
        while node >= TERMINALS and self._factor[node] <= last:
            node = self.follow(node, codes[self._factor[node]])
        return Ranks(self._ends(node))

    def _ends(self, node: int) -> int:
        """The ranks possible below a node where nothing more is known; nothing is united."""
        if node < TERMINALS:
            return node
        found = self._below.get(node)
        if found is None:
            found = EMPTY
            for branch in self._branches[node]:
                found |= self._ends(branch)
            self._below[node] = found
        return found
