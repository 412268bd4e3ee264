"""Rules compiled to reduced decision diagrams: exact answers, also where facts are unknown.

A rule is a conjunction ("the first factor is at level 0 or 2, and ...") with a rank. For a complete
profile the strongest matching rule decides. Each path of a diagram ends in the *set* of ranks that
are possible there, as bits of an integer; the set is empty where the profile cannot occur. An
unknown factor is then one more branch: the union of its levels' branches. Factors, levels and ranks
are small integers here; their meaning is defined in `guide`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
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
    """Decision diagrams over the same factors; equal nodes are stored once.

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
        self._unions_below: dict[int, int] = {}
        self._below: dict[int, int] = {}
        self._factors_below: dict[int, int] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._factor) - TERMINALS

    # -- building ---------------------------------------------------------------------------

    def compile(self, rules: Iterable[Rule]) -> int:
        """Build the diagram of ``rules`` and return its root."""
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
        """Return the node that asks ``factor`` and continues with ``branches``, made once."""
        first = branches[0]
        if all(branch == first for branch in branches):
            return first
        key = (factor, branches)
        node = self._unique.get(key)
        if node is None:
            with self._lock:
                node = self._unique.get(key)
                if node is None:
                    node = len(self._factor)
                    self._factor.append(factor)
                    self._branches.append(branches)
                    self._unique[key] = node
        return node

    def union(self, nodes: Iterable[int]) -> int:
        """Return the diagram of the ranks possible in any of ``nodes``."""
        parts = frozenset(nodes) - {EMPTY}
        if len(parts) <= 1:
            return next(iter(parts), EMPTY)
        if parts not in self._unions:
            self.work.begin()
        return self._union(parts)

    def _union(self, parts: frozenset[int]) -> int:
        if len(parts) <= 1:
            return next(iter(parts), EMPTY)
        root = self._unions.get(parts)
        if root is None:
            factor = min(self._factor[part] for part in parts)
            if factor == len(self.sizes):
                root = reduce(or_, parts)
            else:
                self.work.add(self.sizes[factor])
                root = self.node(
                    factor,
                    tuple(
                        self._union(
                            frozenset([self.branch(part, factor, level) for part in parts])
                            - {EMPTY}
                        )
                        for level in range(self.sizes[factor])
                    ),
                )
            self._unions[parts] = root
        return root

    def branch(self, node: int, factor: int, level: int) -> int:
        """Return the next node for a level of a factor; the same node if it asks another factor.

        Args:
            node: a node, or a set of ranks.
            factor: the place of a factor.
            level: the code of one of its levels.
        """
        return self._branches[node][level] if self._factor[node] == factor else node

    def combine(self, a: int, b: int, of: Callable[[int, int], int]) -> int:
        """Return the diagram whose answers are ``of`` the answers of two others.

        Args:
            a: the root of one diagram.
            b: the root of another.
            of: maps two sets of ranks (as bits) to one.
        """
        roots: dict[tuple[int, int], int] = {}
        self.work.begin()

        def root_of(a: int, b: int) -> int:
            key = (a, b)
            if key not in roots:
                factor = min(self._factor[a], self._factor[b])
                if factor == len(self.sizes):
                    roots[key] = of(a, b)
                else:
                    self.work.add(self.sizes[factor])
                    branches = (
                        root_of(self.branch(a, factor, level), self.branch(b, factor, level))
                        for level in range(self.sizes[factor])
                    )
                    roots[key] = self.node(factor, tuple(branches))
            return roots[key]

        return root_of(a, b)

    def translate(self, root: int, of: Callable[[int], int]) -> int:
        """Return the diagram whose answers are ``of`` the answers (ranks as bits) of another."""
        return self.combine(root, EMPTY, lambda ranks, _: of(ranks))

    def reachable(
        self, roots: Iterable[int], ranks: int = RANKS
    ) -> tuple[dict[int, int], list[tuple[int, tuple[int, ...]]]]:
        """Return the nodes below ``roots``, renumbered without gaps.

        Args:
            ranks: the number of ranks that occur in them.

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

    def factor_of(self, node: int) -> int | None:
        """Return the factor that a node asks; None for a set of ranks."""
        return self._factor[node] if node >= TERMINALS else None

    def follow(self, node: int, code: int) -> int:
        """Return the next node for a level of its factor; for `UNKNOWN` the union of all."""
        if code != UNKNOWN:
            return self._branches[node][code]
        below = self._unions_below.get(node)
        if below is None:
            below = self._unions_below[node] = self.union(self._branches[node])
        return below

    def branches(self, node: int) -> tuple[int, ...]:
        """Return the next nodes, level by level; none for a set of ranks."""
        return self._branches[node]

    def nodes_below(self, roots: Iterable[int]) -> set[int]:
        """Return ``roots`` and all nodes below them, without the sets of ranks."""
        nodes: set[int] = set()
        queue = [root for root in roots if root >= TERMINALS]
        while queue:
            node = queue.pop()
            if node not in nodes:
                nodes.add(node)
                queue.extend(branch for branch in self._branches[node] if branch >= TERMINALS)
        return nodes

    def factors_below(self, node: int) -> int:
        """Return the factors that a node and the nodes below it ask, as bits."""
        if node < TERMINALS:
            return 0
        if node not in self._factors_below:
            below = map(self.factors_below, set(self._branches[node]))
            self._factors_below[node] = reduce(or_, below, 1 << self._factor[node])
        return self._factors_below[node]

    def ranks(self, root: int, codes: Codes) -> Ranks:
        """Return the ranks possible over all completions of a profile; none if it cannot occur."""
        last = len(codes) - 1
        while last >= 0 and codes[last] == UNKNOWN:
            last -= 1
        node, factors, branches = root, self._factor, self._branches
        while node >= TERMINALS and (factor := factors[node]) <= last:
            code = codes[factor]
            node = self.follow(node, UNKNOWN) if code == UNKNOWN else branches[node][code]
        return Ranks(self._ranks_below(node))

    def possible_codes(self, root: int, codes: Codes) -> list[int]:
        """Return, as bits, the levels of each factor with which a profile can occur.

        Of a factor whose level is known that level alone; none at all where it cannot occur.
        """
        possible = [0] * len(self.sizes)
        occurring: dict[int, bool] = {}
        skipped = 0  # the factors, as bits, that some path does not ask

        def can_occur(node: int) -> bool:
            nonlocal skipped
            if node < TERMINALS:
                return node != EMPTY
            if node not in occurring:
                factor, branches = self._factor[node], self._branches[node]
                code = codes[factor]
                levels = range(len(branches)) if code == UNKNOWN else (code,)
                occurring[node] = False
                for level in levels:
                    if can_occur(branches[level]):
                        occurring[node] = True
                        possible[factor] |= 1 << level
                        skipped |= (1 << self._factor[branches[level]]) - (1 << factor + 1)
            return occurring[node]

        if can_occur(root):
            skipped |= (1 << self._factor[root]) - 1
        for factor, code in enumerate(codes):
            if skipped >> factor & 1:
                possible[factor] = (1 << self.sizes[factor]) - 1 if code == UNKNOWN else 1 << code
        return possible

    def _ranks_below(self, node: int) -> int:
        """Return the ranks possible below a node if no more is known, without building a union."""
        if node < TERMINALS:
            return node
        if node not in self._below:
            self._below[node] = reduce(or_, map(self._ranks_below, self._branches[node]))
        return self._below[node]
