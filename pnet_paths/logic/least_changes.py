"""The smallest changes of a profile after which a decision diagram gives an answer that is wanted.

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
    root: int,
    options: Sequence[Sequence[int]],
    wanted: Callable[[int], bool],
) -> list[frozenset[Change]]:
    """All sets of changes that lead to a wanted answer and of which none can be spared.

    Args:
        options: for each factor its code as it is (`UNKNOWN` where it is not known), then the
            codes it may be changed to.
        wanted: whether a set of possible ranks, as bits, is wanted; 0 is what cannot occur.

    Returns:
        The smallest first. One empty set where nothing needs to change, nothing where no change
        helps.

    >>> from pnet_paths.logic.decision_diagrams import Rule
    >>> forest = Forest([2, 3])
    >>> root = forest.compile([Rule(((0, 0b10), (1, 0b110)), 3)])
    >>> sets = least_changes(forest, root, [[0, 1], [0, 1, 2]], lambda bits: bits == 8)
    >>> [sorted(changes) for changes in sets]
    [[(0, 1), (1, 1)], [(0, 1), (1, 2)]]
    """
    known: dict[int, tuple[frozenset[Change], ...]] = {}

    def below(node: int) -> tuple[frozenset[Change], ...]:
        if node not in known:
            factor = forest.asks(node)
            if factor is None:
                known[node] = (frozenset(),) if wanted(node) else ()
            else:
                as_it_is, *others = options[factor]
                kept = below(forest.follow(node, as_it_is))
                changed = (
                    changes | {(factor, code)}
                    for code in others
                    for changes in below(forest.follow(node, code))
                )
                known[node] = (*kept, *_unspared(changed, kept))
        return known[node]

    return sorted(below(root), key=lambda changes: (len(changes), sorted(changes)))


def _unspared(
    sets: Iterable[frozenset[Change]], smaller: Sequence[frozenset[Change]]
) -> list[frozenset[Change]]:
    """Those that hold none of the ``smaller`` ones."""
    return [changes for changes in sets if not any(other <= changes for other in smaller)]
