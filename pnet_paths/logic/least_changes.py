"""The smallest changes of a profile after which decision diagrams give the wanted answers.

They are exact, and read from the diagrams without trying out profiles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import inf

from .decision_diagrams import Forest

__all__ = ["Change", "least_changes", "least_cost"]

Change = tuple[int, int]
"""A factor, and the code it is changed to."""


def least_changes(
    forest: Forest,
    roots: Sequence[int],
    options: Sequence[Sequence[int]],
    wanted: Callable[[tuple[int, ...]], bool],
) -> list[frozenset[Change]]:
    """Return all minimal sets of changes that lead to the wanted answers.

    Args:
        roots: the diagrams whose answers are wanted together.
        options: for each factor its code as it is (`UNKNOWN` where it is not known), then the
            codes it may be changed to.
        wanted: whether sets of possible ranks, as bits, are wanted, one for each of ``roots``; 0
            is what cannot occur.

    Returns:
        The smallest first; one empty set if nothing needs to change, no set if no change helps.

    >>> from pnet_paths.logic.decision_diagrams import Rule
    >>> forest = Forest([2, 3])
    >>> root = forest.compile([Rule(((0, 0b10), (1, 0b110)), 3)])
    >>> sets = least_changes(forest, [root], [[0, 1], [0, 1, 2]], lambda bits: bits == (8,))
    >>> [sorted(changes) for changes in sets]
    [[(0, 1), (1, 1)], [(0, 1), (1, 2)]]
    """
    sets: dict[tuple[int, ...], tuple[frozenset[Change], ...]] = {}

    def follow(nodes: tuple[int, ...], factor: int, code: int) -> tuple[int, ...]:
        return tuple(
            forest.follow(node, code) if forest.factor_of(node) == factor else node
            for node in nodes
        )

    def below(nodes: tuple[int, ...]) -> tuple[frozenset[Change], ...]:
        if nodes not in sets:
            factors = [factor for node in nodes if (factor := forest.factor_of(node)) is not None]
            if not factors:
                sets[nodes] = (frozenset(),) if wanted(nodes) else ()
            else:
                factor = min(factors)
                as_it_is, *others = options[factor]
                unchanged = below(follow(nodes, factor, as_it_is))
                changed = (
                    changes | {(factor, code)}
                    for code in others
                    for changes in below(follow(nodes, factor, code))
                )
                sets[nodes] = (*unchanged, *_without_supersets(changed, unchanged))
        return sets[nodes]

    return sorted(below(tuple(roots)), key=lambda changes: (len(changes), sorted(changes)))


def _without_supersets(
    sets: Iterable[frozenset[Change]], smaller: Sequence[frozenset[Change]]
) -> list[frozenset[Change]]:
    """Drop supersets of any set in ``smaller``."""
    return [changes for changes in sets if not any(other <= changes for other in smaller)]


def least_cost(
    forest: Forest,
    root: int,
    options: Sequence[Sequence[int]],
    wanted: Callable[[int], bool],
    costs: Sequence[int],
) -> int | None:
    """Return what the cheapest changes cost that lead to a wanted answer; None if none do.

    Args:
        root: the diagram whose answer is wanted.
        options: as for `least_changes`.
        wanted: whether a set of possible ranks, as bits, is wanted.
        costs: for each factor what it costs to change it.

    >>> from pnet_paths.logic.decision_diagrams import Rule
    >>> forest = Forest([2, 3])
    >>> root = forest.compile([Rule(((0, 0b10), (1, 0b110)), 3)])
    >>> least_cost(forest, root, [[0, 1], [0, 1, 2]], lambda bits: bits == 8, [1, 3])
    4
    """
    cheapest: dict[int, float] = {}

    def below(node: int) -> float:
        if node not in cheapest:
            factor = forest.factor_of(node)
            if factor is None:
                cheapest[node] = 0 if wanted(node) else inf
            else:
                as_it_is, *others = options[factor]
                best = below(forest.follow(node, as_it_is))
                for code in others:
                    if costs[factor] < best:  # else no change is cheaper
                        best = min(best, costs[factor] + below(forest.follow(node, code)))
                cheapest[node] = best
        return cheapest[node]

    cost = below(root)
    return None if cost == inf else int(cost)
