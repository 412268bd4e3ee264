"""Several diagrams of a forest looked at together, only as far as an answer is looked for.

Made whole, what several diagrams say together can be far larger than all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product

from .decision_diagrams import UNKNOWN, Forest
from .lazy_diagrams import EMPTY, TERMINALS, Unfolding

__all__ = ["Voice", "joint"]

_Nodes = tuple[int, ...]
_State = tuple[int, int, frozenset[tuple[int, _Nodes]]]
"""The factor to ask, the highest rank so far, and which voices may give more, at which nodes."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Diagrams whose answers (ranks as bits) together give a rank.

    ``given`` holds, for each of them, the levels that it is looked at with instead of a profile's.
    """

    roots: tuple[int, ...]
    of: Callable[..., int]
    given: tuple[Mapping[int, int], ...] = field(default=())


def joint(forest: Forest, occurs: int, voices: Iterable[Voice]) -> Unfolding[_State]:
    """The diagram of the highest rank that any of ``voices`` gives.

    What cannot occur in one of their diagrams cannot occur in it.

    Args:
        occurs: the root of the diagram of what cannot occur, all else of rank 0.

    >>> from pnet_paths.logic.decision_diagrams import Rule
    >>> forest = Forest([2, 2])
    >>> first, second = (forest.compile([Rule(((place, 0b10),), 1)]) for place in (0, 1))
    >>> both = joint(forest, 0b1, [Voice((first, second), lambda a, b: int(a == b == 0b10))])
    >>> both.asks(both.root), [both.asks(node) for node in both.branches(both.root)]
    (0, [None, 1])
    """
    return Unfolding(forest.sizes, _Steps(forest, occurs, tuple(voices)), forest.work)


class _Steps:
    """How several diagrams unfold together. See `lazy_diagrams.Steps`."""

    def __init__(self, forest: Forest, occurs: int, voices: Sequence[Voice]) -> None:
        self._forest = forest
        self._voices = [*voices, *_occurring(occurs, voices)]
        self._counted = len(voices)
        self._anything = [UNKNOWN] * len(forest.sizes)
        self._known: dict[tuple[int, _Nodes], tuple[int, int]] = {}
        begin = [(i, self._led(i, voice.roots)) for i, voice in enumerate(self._voices)]
        self.start = self._settled(0, begin)

    def after(self, state: _State) -> list[_State | int]:
        """The states that follow, level by level of the factor that is asked."""
        factor, best, voices = state
        levels = range(self._forest.sizes[factor])
        return [
            self._settled(best, [(i, self._stepped(i, nodes, factor, x)) for i, nodes in voices])
            for x in levels
        ]

    def _stepped(self, voice: int, nodes: _Nodes, factor: int, level: int) -> _Nodes:
        branch = partial(self._forest.branch, factor=factor, level=level)
        return self._led(voice, tuple(map(branch, nodes)))

    def _led(self, voice: int, nodes: _Nodes) -> _Nodes:
        """Nodes, past those that ask for what is given."""
        given = self._voices[voice].given
        if not given:
            return nodes
        return tuple(self._past(node, levels) for node, levels in zip(nodes, given, strict=True))

    def _past(self, node: int, given: Mapping[int, int]) -> int:
        while (factor := self._forest.asks(node)) in given:
            assert factor is not None
            node = self._forest.branches(node)[given[factor]]
        return node

    def _settled(self, best: int, voices: Iterable[tuple[int, _Nodes]]) -> _State | int:
        """A state without the voices that no longer matter."""
        undecided = []
        for voice, nodes in voices:
            if EMPTY in nodes:
                return EMPTY
            if max(nodes) < TERMINALS:
                best = max(best, self._voices[voice].of(*nodes))
            else:
                key = voice, nodes
                best = max(best, self._bounds(key)[0])
                undecided.append(key)
        live = frozenset(
            key for key in undecided if key[0] >= self._counted or self._bounds(key)[1] > best
        )
        if not live:
            return 1 << best
        asked = (self._forest.asks(node) for _, nodes in live for node in nodes)
        return min(factor for factor in asked if factor is not None), best, live

    def _bounds(self, key: tuple[int, _Nodes]) -> tuple[int, int]:
        """What a voice gives below these nodes at least and at most, wherever it gives anything."""
        if key not in self._known:
            voice, nodes = key
            ends = (_bits(self._forest.ranks(node, self._anything)) for node in nodes)
            ranks = [self._voices[voice].of(*each) for each in product(*ends)]
            self._known[key] = min(ranks), max(ranks)
        return self._known[key]


def _occurring(occurs: int, voices: Iterable[Voice]) -> list[Voice]:
    """Voices that only say what cannot occur, one for each kind of given levels."""
    given = {tuple(sorted(levels.items())) for voice in voices for levels in voice.given or ({},)}
    return [Voice((occurs,), lambda _: 0, (dict(levels),)) for levels in sorted(given or {()})]


def _bits(ranks: int) -> list[int]:
    """The parts of a set of ranks, each as a set of its own."""
    return [1 << place for place in range(ranks.bit_length()) if ranks >> place & 1]
