"""The arrows of the flowchart for any profile: their ends, its decisions and its starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..tables.models import Factor, Step

__all__ = ["Network"]

_NOWHERE = (10**6, 0)


class Network:
    """The steps of a guide, as a network of treatments and decisions (factors).

    Attributes:
        steps_by_ends: the steps by origin and target.
        decisions: the factors that the flowchart asks for, in the order of their places: those with
            a place in the drawing or at an end of a step.
        starts: the decisions where the flowchart begins: whatever leads to one, it leads back to.
        services: the treatments that run at every stage: no other step leads to them, and no
            question asks of them.
    """

    def __init__(self, steps: Sequence[Step], factors: Mapping[str, Factor]) -> None:
        self.steps_by_ends: dict[tuple[str, str], list[Step]] = {}
        for step in steps:
            self.steps_by_ends.setdefault((step.origin, step.target), []).append(step)
        ends = {end for pair in self.steps_by_ends for end in pair}
        decisions = [factor for factor in factors.values() if factor.spot or factor.id in ends]
        by_place = sorted(decisions, key=lambda factor: factor.spot or _NOWHERE)
        self.decisions = tuple(factor.id for factor in by_place)
        self.starts = self._find_starts()
        kinds: dict[str, set[str]] = {}
        for step in steps:
            kinds.setdefault(step.target, set()).add(step.kind)
        self.services = frozenset(end for end, each in kinds.items() if each == {"throughout"})

    def _find_starts(self) -> frozenset[str]:
        after = {
            name: {target for origin, target in self.steps_by_ends if origin == name}.intersection(
                self.decisions
            )
            for name in self.decisions
        }
        for _ in after:  # the longest path has fewer steps than this
            after = {
                name: ends.union(*(after[end] for end in ends)) for name, ends in after.items()
            }
        return frozenset(
            name
            for name in after
            if all(other in after[name] for other in after if name in after[other])
        )

    def is_throughout(self, origin: str, target: str) -> bool:
        """Return True if all steps between two ends run at every stage."""
        return all(step.kind == "throughout" for step in self.steps_by_ends[origin, target])
