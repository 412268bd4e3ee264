"""The smallest changes of a profile after which decision diagrams give answers that are wanted.

Everything is exact and found on the diagrams; no profile is tried out one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .decision_diagrams import Forest

__all__ = ["Change", "least_changes"]

Change = tuple[int, int]
"""A factor, and the code it is changed to."""


def least_changes(
    forest: Forest,
    roots: Sequence[int],
    options: Sequence[Sequence[int]],
    wanted: Callable[[tuple[int, ...]], bool],
) -> list[frozenset[Change]]:
    """All sets of changes that lead to wanted answers and of which none can be spared.

    Args:
        roots: the diagrams whose answers are looked at together.
        options: for each factor its code as it is (`UNKNOWN` where it is not known), then the
            codes it may be changed to.
        wanted: whether sets of possible ranks, as bits, are wanted, one for each of ``roots``; 0
            is what cannot occur.

    Returns:
        The smallest first. One empty set where nothing needs to change, nothing where no change
        helps.

    >>> from pnet_paths.logic.decision_diagrams import Rule
    >>> forest = Forest([2, 3])
    >>> root = forest.compile([Rule(((0, 0b10), (1, 0b110)), 3)])
    >>> sets = least_changes(forest, [root], [[0, 1], [0, 1, 2]], lambda bits: bits == (8,))
    >>> [sorted(changes) for changes in sets]
    [[(0, 1), (1, 1)], [(0, 1), (1, 2)]]
    """
    known: dict[tuple[int, ...], tuple[frozenset[Change], ...]] = {}

    def follow(nodes: tuple[int, ...], factor: int, code: int) -> tuple[int, ...]:
        return tuple(
            forest.follow(node, code) if forest.asks(node) == factor else node for node in nodes
        )

    def below(nodes: tuple[int, ...]) -> tuple[frozenset[Change], ...]:
        if nodes not in known:
            asked = [factor for node in nodes if (factor := forest.asks(node)) is not None]
            if not asked:
                known[nodes] = (frozenset(),) if wanted(nodes) else ()
            else:
                factor = min(asked)
                as_it_is, *others = options[factor]
                kept = below(follow(nodes, factor, as_it_is))
                changed = (
                    changes | {(factor, code)}
                    for code in others
                    for changes in below(follow(nodes, factor, code))
                )
                known[nodes] = (*kept, *_unspared(changed, kept))
        return known[nodes]

    return sorted(below(tuple(roots)), key=lambda changes: (len(changes), sorted(changes)))


def _unspared(
    sets: Iterable[frozenset[Change]], smaller: Sequence[frozenset[Change]]
) -> list[frozenset[Change]]:
    """Those that hold none of the ``smaller`` ones."""
    return [changes for changes in sets if not any(other <= changes for other in smaller)]
