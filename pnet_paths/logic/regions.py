"""Where a decision diagram gives a wanted answer: an example, and all of it in general terms.

A cube is a set of profiles: for each factor that it names, the levels that fit. Everything is found
on the diagrams; no profile is tried out one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations
from math import inf
from typing import Any

from .decision_diagrams import UNKNOWN, Forest, Rule
from .lazy_diagrams import States, Unfolding
from .rank_sets import MET
from .sensitivity import Sensitivity

__all__ = [
    "Cube",
    "Diagrams",
    "TooManyError",
    "alike",
    "as_rule",
    "cubes",
    "inside",
    "near",
    "possible",
    "smallest",
]

Diagrams = Forest | Unfolding[Any]
"""Where nodes ask factors, branch and end; built whole or only as far as they are looked at."""

Cube = Mapping[int, frozenset[int]]
"""The levels that fit, by factor; a factor that is not named fits with any level."""

Wanted = Callable[[int], bool]
"""Whether a set of possible ranks, as bits, is wanted; never asked for 0, what cannot occur."""

_ENOUGH = 200_000
"""After so many nodes the example may name a fact too many."""

_MOST_PATHS = 100_000


def smallest(forest: Forest, root: int, wanted: Wanted) -> dict[int, int] | None:
    """The fewest facts after which every completion has a wanted answer; None if none has.

    Args:
        forest: where `root` is a node.
        root: the node where the diagram begins.
        wanted: whether a set of ranks is wanted.

    >>> forest = Forest([2, 3])
    >>> root = forest.compile([Rule(((0, 0b10), (1, 0b110)), 3)])
    >>> smallest(forest, root, lambda ranks: ranks == 0b1), smallest(forest, root, lambda r: r == 8)
    ({0: 0}, {0: 1, 1: 1})
    """
    known: dict[int, tuple[tuple[int, int], ...] | None] = {}

    def best(node: int) -> tuple[tuple[int, int], ...] | None:
        if node not in known:
            factor = forest.asks(node)
            if factor is None:
                known[node] = () if node and wanted(node) else None
            elif len(known) > _ENOUGH:
                raise TooManyError
            else:
                found = [best(forest.follow(node, UNKNOWN))]
                for code, branch in enumerate(forest.branches(node)):
                    rest = best(branch)
                    found.append(None if rest is None else ((factor, code), *rest))
                known[node] = min(
                    (facts for facts in found if facts is not None),
                    key=lambda facts: (len(facts), facts),
                    default=None,
                )
        return known[node]

    try:
        facts = best(root)
    except TooManyError:
        return near(forest, root, wanted)
    return None if facts is None else dict(facts)


class TooManyError(Exception):
    """A diagram is too large for an exact answer."""


def near(forest: Diagrams, root: int, wanted: Wanted, most: float = inf) -> dict[int, int] | None:
    """Facts after which every completion has a wanted answer, none of them to spare.

    One way down, then without what it does not need: there may be ways with fewer.

    Args:
        forest: where `root` is a node.
        root: the node where the diagram begins.
        wanted: whether a set of ranks is wanted.
        most: how many nodes are looked at.

    Raises:
        TooManyError: after ``most`` nodes no way has been found, nor that there is none.
    """
    path = next(_paths(forest, root, wanted, most), None)
    if path is None:
        return None
    facts = {factor: min(levels) for factor, levels in path.items()}
    for factor in list(facts):
        fewer = {other: frozenset({code}) for other, code in facts.items() if other != factor}
        if inside(forest, root, fewer, wanted):
            del facts[factor]
    return facts


def inside(forest: Diagrams, root: int, cube: Cube, wanted: Wanted) -> bool:
    """Whether every profile of a cube that can occur has a wanted answer.

    Args:
        forest: where `root` is a node.
        root: the node where the diagram begins.
        cube: the profiles that are looked at.
        wanted: whether a set of ranks is wanted.
    """
    known: dict[int, bool] = {}

    def holds(node: int) -> bool:
        if node not in known:
            factor = forest.asks(node)
            if factor is None:
                known[node] = not node or wanted(node)
            else:
                branches = forest.branches(node)
                levels = cube.get(factor, range(len(branches)))
                known[node] = all(holds(branches[level]) for level in levels)
        return known[node]

    return holds(root)


def possible(forest: Diagrams, root: int, cube: Cube) -> int:
    """The answers that the profiles of a cube can have, as bits; 0: none of them can occur.

    Args:
        forest: where `root` is a node.
        root: the node where the diagram begins.
        cube: the profiles that are looked at.
    """
    found = 0

    def seen(ranks: int) -> bool:
        nonlocal found
        found |= ranks
        return True

    inside(forest, root, cube, seen)
    return found


def cubes(
    forest: Diagrams, root: int, wanted: Wanted, never: Sequence[Rule] = (), most: int = 20
) -> tuple[list[dict[int, frozenset[int]]], bool]:
    """All profiles with a wanted answer as a few cubes, each as general as can be.

    None of them can be spared. What cannot occur may be in a cube too: it is of no account.

    Args:
        never: the rules of what cannot occur, as they are in the diagram.
        most: how many cubes at most.

    Returns:
        The cubes, and whether they are all: there may be more than ``most``, or too many ways
        to them.
    """
    found: list[dict[int, frozenset[int]]] = []
    whole = True
    for place, path in enumerate(_paths(forest, root, wanted)):
        if place > _MOST_PATHS:
            whole = False
            break
        if not any(_holds(cube, path) for cube in found):
            if len(found) == most:
                whole = False
                break
            found.append(_widened(forest, root, path, wanted))
    for cube in list(found):
        others = [as_rule(other) for other in found if other is not cube]
        rest = Unfolding(forest.sizes, States(forest.sizes, [*others, *never]), forest.work)
        if others and inside(rest, rest.root, cube, MET.__eq__):
            found.remove(cube)
    return sorted(found, key=_order), whole


def _order(cube: Cube) -> tuple[int, list[tuple[int, ...]]]:
    return len(cube), sorted((factor, *sorted(levels)) for factor, levels in cube.items())


def as_rule(cube: Cube, rank: int | None = 1, overrides: bool = False) -> Rule:
    """The rule that matches the profiles of a cube and no others.

    Args:
        cube: the profiles that match.
        rank: what holds there; None for what cannot occur.
        overrides: whether it beats rules that do not, whatever their ranks.
    """
    pairs = ((factor, sum(1 << level for level in levels)) for factor, levels in cube.items())
    return Rule(tuple(sorted(pairs)), rank, overrides)


def _holds(cube: Cube, other: Cube) -> bool:
    """Whether a cube holds all of another one."""
    return all(factor in other and other[factor] <= levels for factor, levels in cube.items())


def _paths(
    forest: Diagrams, root: int, wanted: Wanted, most: float = inf
) -> Iterator[dict[int, frozenset[int]]]:
    """The ways down to a wanted answer, levels that go the same way together."""
    leads: dict[int, bool] = {}

    def can(node: int) -> bool:
        if node not in leads:
            if len(leads) > most:
                raise TooManyError
            if forest.asks(node) is None:
                leads[node] = bool(node) and wanted(node)
            else:
                leads[node] = any(can(branch) for branch in set(forest.branches(node)))
        return leads[node]

    def walk(node: int, path: dict[int, frozenset[int]]) -> Iterator[dict[int, frozenset[int]]]:
        factor = forest.asks(node)
        if factor is None:
            yield path
            return
        branches = forest.branches(node)
        for branch in dict.fromkeys(branches):
            if can(branch):
                levels = frozenset(i for i, other in enumerate(branches) if other == branch)
                yield from walk(branch, {**path, factor: levels})

    if can(root):
        yield from walk(root, {})


def _widened(forest: Diagrams, root: int, cube: Cube, wanted: Wanted) -> dict[int, frozenset[int]]:
    """A cube made as general as it can be while every profile in it has a wanted answer."""
    wide = dict(cube)
    for factor in sorted(cube, reverse=True):
        without = {other: levels for other, levels in wide.items() if other != factor}
        if inside(forest, root, without, wanted):
            wide = without
    for factor in sorted(wide):
        for level in range(forest.sizes[factor]):
            wider = {**wide, factor: wide[factor] | {level}}
            if level not in wide[factor] and inside(forest, root, wider, wanted):
                wide = wider
    return wide


def alike(forest: Forest, roots: Collection[int]) -> list[list[tuple[int, ...]]]:
    """For each factor its levels in classes that no diagram can tell apart, in their order."""
    apart: list[set[tuple[int, int]]] = [set() for _ in forest.sizes]
    pairs = [list(combinations(range(size), 2)) for size in forest.sizes]
    anywhere = Sensitivity(forest, [UNKNOWN] * len(forest.sizes))
    for node in forest.below(roots):
        factor = forest.asks(node)
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
