"""The decisions and arrows of the flowchart for a profile, and which of them are taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from ..statuses import OFFERED, Status
from ..tables.models import Step
from .guide import GuideValue
from .profile import Profile
from .sentences import with_mark

__all__ = ["Arrow", "Decision", "Route", "Way"]

Way = Literal["taken", "open", "off"]
"""Whether something is on the path of a profile: for sure, perhaps (facts are unknown), or not."""

_STATES: tuple[Way, ...] = ("taken", "open", "off")


@dataclass(frozen=True, slots=True)
class Arrow:
    """All steps from one treatment or decision to another, drawn as one line.

    ``label`` joins the labels of the steps in this state. ``answers`` are the levels of a question
    that lead on; empty if all of them do. ``inferred``: none of the steps in this state is stated.
    """

    origin: str
    target: str
    label: str
    state: Way
    answers: tuple[str, ...]
    inferred: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A factor that the flowchart asks for; ``answer`` is the label of its level, if known."""

    factor: str
    question: str
    answer: str | None
    state: Way


class Route:
    """The decisions and arrows of a guide for one profile."""

    def __init__(self, guide: GuideValue, profile: Profile, status: Mapping[str, Status]) -> None:
        self.guide = guide
        self.profile = profile
        self.status = status

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """By factor the questions of the flowchart, with the profile's answers."""
        decisions = {}
        for name in self.guide.network.decisions:
            factor = self.guide.factors[name]
            level = self.profile.level(name)
            answer = factor.level(level).label if level else None
            decisions[name] = Decision(name, factor.question, answer, self._states[name])
        return MappingProxyType(decisions)

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """The arrows of the flowchart: the steps between the same two ends as one."""
        arrows = []
        for (origin, target), steps in self.guide.network.steps_by_ends.items():
            labelled = {step.label: [s for s in steps if s.label == step.label] for step in steps}
            met = {label: self._way(alike) for label, alike in labelled.items()}
            surest = min(met.values(), key=_STATES.index)
            shown = [step for step in steps if met[step.label] == surest]
            # A step that is not met must not lend its basis to its namesake.
            shown = [step for step in shown if self._way([step]) != "off"] or shown
            end = self._states.get(target, "off")
            state = max(self._way_on(origin, steps, self._states), end, key=_STATES.index)
            arrows.append(
                Arrow(
                    origin,
                    target,
                    label=_label(shown),
                    state=state,
                    answers=self._answers(origin, steps),
                    inferred=all(step.basis == "inferred" for step in shown),
                )
            )
        return tuple(arrows)

    def _answers(self, origin: str, steps: Sequence[Step]) -> tuple[str, ...]:
        """Return the answers to a question that lead on; none if all do."""
        factor = self.guide.factors.get(origin)
        ways = [self._way([step]) for step in steps]
        surest = min(ways, key=_STATES.index)
        leading_on = [step for step, way in zip(steps, ways, strict=True) if way == surest]
        wanted = [step.when.get(origin, frozenset()) for step in leading_on]
        if factor is None or surest == "off" or not all(wanted):
            return ()
        level = self.profile.level(origin)
        possible = [level] if level else self.profile.open[origin]
        leading = [level for level in possible if any(level in levels for levels in wanted)]
        return () if len(leading) == len(possible) > 1 else tuple(leading)

    @cached_property
    def _states(self) -> dict[str, Way]:
        """By treatment and decision whether it is on the path.

        A treatment is if it is offered; a decision is if the flowchart begins there, or if an arrow
        leads to it from something on the path.
        """
        network = self.guide.network
        decisions = network.decisions
        states: dict[str, Way] = {
            name: "taken" if name in network.starts else "off" for name in decisions
        }
        for treatment, status in self.status.items():
            states[treatment] = (
                "taken" if status in OFFERED else "open" if status is Status.DEPENDS else "off"
            )
        changed = True
        while changed:
            changed = False
            for (origin, target), steps in network.steps_by_ends.items():
                state = self._way_on(origin, steps, states)
                if target in decisions and _STATES.index(state) < _STATES.index(states[target]):
                    states[target] = state
                    changed = True
        return states

    def _way_on(self, origin: str, steps: Sequence[Step], states: Mapping[str, Way]) -> Way:
        """Return how surely any of some steps leads on from their origin."""
        return max(self._way(steps), states.get(origin, "off"), key=_STATES.index)

    def _way(self, steps: Sequence[Step]) -> Way:
        """Return how surely the conditions of any of some steps are met."""
        first, *others = (step.when for step in steps)
        holds = self.guide.evaluator.is_met(first, self.profile, *others)
        return "open" if holds is None else "taken" if holds else "off"


def _label(steps: Sequence[Step]) -> str:
    """Join the labels of some steps, each once; those that no step states are marked."""
    stated = {step.label for step in steps if step.basis == "stated"}
    labels = dict.fromkeys(step.label for step in steps if step.label)
    return " / ".join(with_mark(label, label not in stated) for label in labels)
