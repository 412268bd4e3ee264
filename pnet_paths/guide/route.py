"""Which way the flowchart runs for a profile: its decisions, its arrows, and what is on the way."""

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
"""On the way for sure, perhaps (something is not known), or not."""

_STATES: tuple[Way, ...] = ("taken", "open", "off")


@dataclass(frozen=True, slots=True)
class Arrow:
    """All steps from one treatment or decision to another, as one line of the drawing.

    ``label`` joins the labels of the steps that are in this state.
    ``answers`` are the levels that lead on, where it begins at a question; empty where the way is
    the same whatever the answer. ``inferred``: no step that it stands for here is stated.
    """

    origin: str
    target: str
    label: str
    state: Way
    answers: tuple[str, ...]
    inferred: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """A factor that the flowchart asks for. ``answer`` is the label of its level, if known."""

    factor: str
    question: str
    answer: str | None
    state: Way


class Route:
    """The steps of a guide, seen with one profile."""

    def __init__(self, guide: GuideValue, profile: Profile, status: Mapping[str, Status]) -> None:
        self.guide = guide
        self.profile = profile
        self.status = status

    @cached_property
    def decisions(self) -> Mapping[str, Decision]:
        """The factors that the flowchart asks for, with the profile's answers, by factor."""
        found = {}
        for name in self.guide.network.decisions:
            factor = self.guide.factors[name]
            level = self.profile.level(name)
            answer = factor.level(level).label if level else None
            found[name] = Decision(name, factor.question, answer, self._states[name])
        return MappingProxyType(found)

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """The steps of the guide, those between the same two ends as one arrow."""
        found = []
        for (origin, target), steps in self.guide.network.steps_by_ends.items():
            labelled = {step.label: [s for s in steps if s.label == step.label] for step in steps}
            met = {label: self._way(alike) for label, alike in labelled.items()}
            surest = min(met.values(), key=_STATES.index)
            shown = [step for step in steps if met[step.label] == surest]
            # One that is not met lends its basis to no other of the same label.
            shown = [step for step in shown if self._way([step]) != "off"] or shown
            end = self._states.get(target, "off")
            state = max(self._way_on(origin, steps, self._states), end, key=_STATES.index)
            found.append(
                Arrow(
                    origin,
                    target,
                    label=_label(shown),
                    state=state,
                    answers=self._answers(origin, steps),
                    inferred=all(step.basis == "inferred" for step in shown),
                )
            )
        return tuple(found)

    def _answers(self, origin: str, steps: Sequence[Step]) -> tuple[str, ...]:
        """The answers to a question that lead on; none where any does, or none is asked for."""
        factor = self.guide.factors.get(origin)
        ways = [self._way([step]) for step in steps]
        surest = min(ways, key=_STATES.index)
        leading_on = [step for step, way in zip(steps, ways, strict=True) if way == surest]
        asked = [step.when.get(origin, frozenset()) for step in leading_on]
        if factor is None or surest == "off" or not all(asked):
            return ()
        known = self.profile.level(origin)
        possible = [known] if known else self.profile.open[origin]
        leading = [level for level in possible if any(level in levels for levels in asked)]
        return () if len(leading) == len(possible) > 1 else tuple(leading)

    @cached_property
    def _states(self) -> dict[str, Way]:
        """Whether each end of an arrow is on the way.

        Treatments are where they are offered. A decision is where an arrow from what is on the
        way leads to it, or where all begins.
        """
        network = self.guide.network
        asked = network.decisions
        states: dict[str, Way] = {
            name: "taken" if name in network.starts else "off" for name in asked
        }
        for treatment, status in self.status.items():
            states[treatment] = (
                "taken" if status in OFFERED else "open" if status is Status.DEPENDS else "off"
            )
        changed = True
        while changed:
            changed = False
            for (origin, target), steps in self.guide.network.steps_by_ends.items():
                state = self._way_on(origin, steps, states)
                if target in asked and _STATES.index(state) < _STATES.index(states[target]):
                    states[target] = state
                    changed = True
        return states

    def _way_on(self, origin: str, steps: Sequence[Step], states: Mapping[str, Way]) -> Way:
        """How surely any of some steps leads on from where they begin."""
        return max(self._way(steps), states.get(origin, "off"), key=_STATES.index)

    def _way(self, steps: Sequence[Step]) -> Way:
        """Whether the conditions of any of some steps are met."""
        first, *others = (step.when for step in steps)
        holds = self.guide.evaluator.is_met(first, self.profile, *others)
        return "open" if holds is None else "taken" if holds else "off"


def _label(steps: Sequence[Step]) -> str:
    """The labels of some steps, once each; one that a step states has no mark of an inference."""
    stated = {step.label for step in steps if step.basis == "stated"}
    labels = dict.fromkeys(step.label for step in steps if step.label)
    return " / ".join(with_mark(label, label not in stated) for label in labels)
