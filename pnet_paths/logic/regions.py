"""The profiles for which a decision diagram gives a wanted answer: one of them, or all as cubes.

A cube is a set of profiles: for each factor that it names, the levels that fit. All results are
read from the diagrams without trying out profiles.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import reduce
from itertools import combinations
from math import inf
from operator import or_
from typing import Any

from .decision_diagrams import UNKNOWN, Forest, Rule
from .lazy_diagrams import States, Unfolding
from .rank_sets import MET
from .sensitivity import Sensitivity

__all__ = [
    "Cube",
    "Diagrams",
    "TooManyError",
    "as_rule",
    "cubes",
    "fewest_facts",
    "holds_in_cube",
    "level_classes",
    "ranks_in_cube",
    "sufficient_facts",
]

Diagrams = Forest | Unfolding[Any]
"""Diagrams that are built whole, or only as far as they are looked at."""

Cube = Mapping[int, frozenset[int]]
"""The levels that fit, by factor; of other factors any level fits."""

Wanted = Callable[[int], bool]
"""Whether a set of possible ranks, as bits, is wanted; never asked for 0, what cannot occur."""

_MAX_NODES = 200_000
"""Beyond these nodes an example may name more facts than necessary."""

_MAX_PATHS = 100_000


def fewest_facts(forest: Forest, root: int, wanted: Wanted) -> dict[int, int] | None:
    """Return the fewest facts after which every completion has a wanted answer, or None.

    Args:
        forest: where `root` is a node.
        root: the node where the diagram begins.
        wanted: whether a set of ranks is wanted.

    >>> forest = Forest([2, 3])
    >>> root = forest.compile([Rule(((0, 0b10), (1, 0b110)), 3)])
    >>> [fewest_facts(forest, root, wanted.__eq__) for wanted in (0b1, 0b1000)]
    [{0: 0}, {0: 1, 1: 1}]
    """
    memo: dict[int, tuple[tuple[int, int], ...] | None] = {}

    def best(node: int) -> tuple[tuple[int, int], ...] | None:
        if node not in memo:
            factor = forest.factor_of(node)
            if factor is None:
                memo[node] = () if node and wanted(node) else None
            elif len(memo) > _MAX_NODES:
                raise TooManyError
            else:
                options = [best(forest.follow(node, UNKNOWN))]
                for code, branch in enumerate(forest.branches(node)):
                    rest = best(branch)
                    options.append(None if rest is None else ((factor, code), *rest))
                memo[node] = min(
                    (facts for facts in options if facts is not None),
                    key=lambda facts: (len(facts), facts),
                    default=None,
                )
        return memo[node]

    try:
        facts = best(root)
    except TooManyError:
        return sufficient_facts(forest, root, wanted)
    return None if facts is None else dict(facts)


class TooManyError(Exception):
    """A diagram is too large for an exact answer."""


def sufficient_facts(
    forest: Diagrams, root: int, wanted: Wanted, most: float = inf
) -> dict[int, int] | None:
    """Return facts after which every completion has a wanted answer, none superfluous, or None.

    They come from one path of the diagram: another path may need fewer.

    Args:
        forest: where `root` is a node.
        root: the node where the diagram begins.
        wanted: whether a set of ranks is wanted.
        most: the number of nodes to look at.

    Raises:
        TooManyError: ``most`` nodes did not show whether there are such facts.
    """
    path = next(_paths(forest, root, wanted, most), None)
    if path is None:
        return None
    facts = {factor: min(levels) for factor, levels in path.items()}
    for factor in list(facts):
        fewer = {other: frozenset({code}) for other, code in facts.items() if other != factor}
        if holds_in_cube(forest, root, fewer, wanted):
            del facts[factor]
    return facts


def holds_in_cube(forest: Diagrams, root: int, cube: Cube, wanted: Wanted) -> bool:
    """Return True if every profile of a cube that can occur has a wanted answer.

    Args:
        forest: where `root` is a node.
        root: the node where the diagram begins.
        cube: the profiles that are looked at.
        wanted: whether a set of ranks is wanted.
    """
    memo: dict[int, bool] = {}

    def holds(node: int) -> bool:
        if node not in memo:
            factor = forest.factor_of(node)
            if factor is None:
                memo[node] = not node or wanted(node)
            else:
                branches = forest.branches(node)
                levels = cube.get(factor, range(len(branches)))
                memo[node] = all(holds(branches[level]) for level in levels)
        return memo[node]

    return holds(root)


def ranks_in_cube(forest: Diagrams, root: int, cube: Cube) -> int:
    """Return the ranks that the profiles of a cube can have, as bits; 0 if none can occur.

    Args:
        forest: where `root` is a node.
        root: the node where the diagram begins.
        cube: the profiles that are looked at.
    """
    ends: set[int] = set()

    def record(ranks: int) -> bool:
        ends.add(ranks)
        return True

    holds_in_cube(forest, root, cube, record)
    return reduce(or_, ends, 0)


def cubes(
    forest: Diagrams, root: int, wanted: Wanted, never: Sequence[Rule] = (), most: int = 20
) -> tuple[list[dict[int, frozenset[int]]], bool]:
    """Return all profiles with a wanted answer as cubes, as general as possible, none superfluous.

    A cube may include profiles that cannot occur.

    Args:
        never: the rules of what cannot occur, as they are in the diagram.
        most: the number of cubes at which to stop.

    Returns:
        The cubes, and whether they cover all these profiles.
    """
    result: list[dict[int, frozenset[int]]] = []
    is_complete = True
    for place, path in enumerate(_paths(forest, root, wanted)):
        is_new = not any(_contains(cube, path) for cube in result)
        if place > _MAX_PATHS or (is_new and len(result) == most):
            is_complete = False
            break
        if is_new:
            result.append(_widen(forest, root, path, wanted))
    for cube in list(result):
        others = [as_rule(other) for other in result if other is not cube]
        rest = Unfolding(forest.sizes, States(forest.sizes, [*others, *never]), forest.work)
        if others and holds_in_cube(rest, rest.root, cube, MET.__eq__):
            result.remove(cube)
    return sorted(result, key=_order), is_complete


def _order(cube: Cube) -> tuple[int, list[tuple[int, ...]]]:
    return len(cube), sorted((factor, *sorted(levels)) for factor, levels in cube.items())


def as_rule(cube: Cube, rank: int | None = 1, overrides: bool = False) -> Rule:
    """Return the rule that matches exactly the profiles of a cube.

    Args:
        cube: the profiles that match.
        rank: the rank of these profiles; None if they cannot occur.
        overrides: whether the rule beats rules that do not override, whatever their ranks.
    """
    pairs = ((factor, sum(1 << level for level in levels)) for factor, levels in cube.items())
    return Rule(tuple(sorted(pairs)), rank, overrides)


def _contains(cube: Cube, other: Cube) -> bool:
    """Return True if a cube contains another."""
    return all(factor in other and other[factor] <= levels for factor, levels in cube.items())


def _paths(
    forest: Diagrams, root: int, wanted: Wanted, most: float = inf
) -> Iterator[dict[int, frozenset[int]]]:
    """Yield the paths to wanted answers as cubes; levels with the same branch share a path."""
    memo: dict[int, bool] = {}

    def is_live(node: int) -> bool:
        if node not in memo:
            if len(memo) > most:
                raise TooManyError
            if forest.factor_of(node) is None:
                memo[node] = bool(node) and wanted(node)
            else:
                memo[node] = any(is_live(branch) for branch in set(forest.branches(node)))
        return memo[node]

    def walk(node: int, path: dict[int, frozenset[int]]) -> Iterator[dict[int, frozenset[int]]]:
        factor = forest.factor_of(node)
        if factor is None:
            yield path
            return
        branches = forest.branches(node)
        for branch in dict.fromkeys(branches):
            if is_live(branch):
                levels = frozenset(i for i, other in enumerate(branches) if other == branch)
                yield from walk(branch, {**path, factor: levels})

    if is_live(root):
        yield from walk(root, {})


def _widen(forest: Diagrams, root: int, cube: Cube, wanted: Wanted) -> dict[int, frozenset[int]]:
    """Return a cube that contains ``cube``, as general as the wanted answer allows."""
    wide = dict(cube)
    for factor in sorted(cube, reverse=True):
        without = {other: levels for other, levels in wide.items() if other != factor}
        if holds_in_cube(forest, root, without, wanted):
            wide = without
    for factor in sorted(wide):
        for level in range(forest.sizes[factor]):
            wider = {**wide, factor: wide[factor] | {level}}
            if level not in wide[factor] and holds_in_cube(forest, root, wider, wanted):
                wide = wider
    return wide


def level_classes(forest: Forest, roots: Collection[int]) -> list[list[tuple[int, ...]]]:
    """Return for each factor the classes of levels that no diagram can tell apart."""
    apart: list[set[tuple[int, int]]] = [set() for _ in forest.sizes]
    pairs = [list(combinations(range(size), 2)) for size in forest.sizes]
    anywhere = Sensitivity(forest, [UNKNOWN] * len(forest.sizes))
    for node in forest.nodes_below(roots):
        factor = forest.factor_of(node)
        assert factor is not None
        if len(apart[factor]) < len(pairs[factor]):
            branches = forest.branches(node)
            apart[factor] |= {
                (a, b)
                for a, b in pairs[factor]
                if (a, b) not in apart[factor] and anywhere.can_differ(branches[a], branches[b])
            }
    return [_classes(size, apart[factor]) for factor, size in enumerate(forest.sizes)]


def _classes(size: int, apart: Collection[tuple[int, int]]) -> list[tuple[int, ...]]:
    classes: list[list[int]] = []
    for level in range(size):
        same = (each for each in classes if all((other, level) not in apart for other in each))
        mine = next(same, None)
        if mine is None:
            classes.append([level])
        else:
            mine.append(level)
    return [tuple(levels) for levels in classes]
