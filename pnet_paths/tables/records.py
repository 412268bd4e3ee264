"""The checked rows of a guide's tables as records, by id and in the order of their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from .models import (
    Aim,
    Case,
    Combination,
    Factor,
    Impossible,
    Indication,
    Level,
    Person,
    Preset,
    Row,
    Scene,
    Source,
    Step,
    Term,
    Topic,
    Treatment,
    Unlikely,
)

__all__ = ["Records"]


class Records:
    """The records of a guide. The order of rows in a table has no effect.

    Args:
        rows: the rows by table.
    """

    def __init__(self, rows: Mapping[str, Sequence[Row]]) -> None:
        self._rows = rows

    def _of(self, table: str) -> Any:
        return self._rows.get(table, ())

    # -- by id ------------------------------------------------------------------------------

    def metadata(self) -> Mapping[str, str]:
        """Return the facts of guide.csv, by key."""
        return MappingProxyType({row.key: row.value for row in self._of("guide")})

    def sources(self) -> Mapping[str, Source]:
        """Return the documents that rows cite."""
        return _by_id(self._of("sources"))

    def factors(self) -> Mapping[str, Factor]:
        """Return what treatment depends on, each factor with its levels."""
        levels: dict[str, list[Level]] = {}
        for level in _in_place(self._of("levels")):
            levels.setdefault(level.factor, []).append(level)
        return _by_id([_with_levels(row, levels[row.id]) for row in self._of("factors")])

    def treatments(self) -> Mapping[str, Treatment]:
        """Return the treatments."""
        return _by_id([_with_phrase(row) for row in self._of("treatments")])

    def indications(self) -> Mapping[str, Indication]:
        """Return the rows that say when treatments are named."""
        return _by_id(self._of("indications"))

    def combinations(self) -> Mapping[str, Combination]:
        """Return the treatments that the guide names together."""
        return _by_id(self._of("combinations"))

    def aims(self) -> Mapping[str, Aim]:
        """Return the aims of treatments, in the order of their table."""
        return MappingProxyType({row.id: row for row in self._of("aims")})

    def team(self) -> Mapping[str, Person]:
        """Return the persons who give treatment."""
        return _by_id(self._of("team"))

    def topics(self) -> Mapping[str, Topic]:
        """Return the topics around treatment."""
        return _by_id(self._of("topics"))

    def glossary(self) -> Mapping[str, Term]:
        """Return the terms of the glossary."""
        terms: Sequence[Term] = self._of("glossary")
        return MappingProxyType({row.term: row for row in sorted(terms, key=lambda row: row.term)})

    def presets(self) -> Mapping[str, Preset]:
        """Return the examples to start from."""
        return _by_id(self._of("presets"))

    def cases(self) -> Mapping[str, Case]:
        """Return the teaching cases, their scenes in order."""
        scenes: dict[str, list[Scene]] = {}
        for scene in sorted(self._of("cases"), key=lambda row: (_place(row), row.case)):
            scenes.setdefault(scene.case, []).append(scene)
        return MappingProxyType({name: _case(name, rows) for name, rows in scenes.items()})

    # -- without an id, sorted by content ------------------------------------------------------

    def steps(self) -> tuple[Step, ...]:
        """Return the arrows of the flowchart."""
        return tuple(sorted(self._of("steps"), key=_step_order))

    def impossible(self) -> tuple[Impossible, ...]:
        """Return the combinations that cannot occur."""
        return tuple(sorted(self._of("impossible"), key=_content))

    def unlikely(self) -> tuple[Unlikely, ...]:
        """Return the combinations that a clinician would hardly meet."""
        return tuple(sorted(self._of("unlikely"), key=_content))


def _by_id(rows: Sequence[Any]) -> Mapping[str, Any]:
    return MappingProxyType({row.id: row for row in _in_place(rows)})


def _in_place(rows: Sequence[Any]) -> Iterator[Any]:
    """Sort rows by ``place``, then by id."""
    return iter(sorted(rows, key=lambda row: (_place(row), row.id)))


def _place(row: Any) -> int:
    return getattr(row, "place", None) or 10**6


def _with_levels(factor: Factor, levels: Sequence[Level]) -> Factor:
    named = [
        level.model_copy(update={"phrase": f"has {factor.label}: {level.label}"})
        if not level.phrase
        else level
        for level in levels
    ]
    return factor.model_copy(update={"levels": tuple(named)})


def _with_phrase(treatment: Treatment) -> Treatment:
    """Return a treatment with its name within a sentence: "PRRT", "targeted therapy"."""
    if treatment.phrase:
        return treatment
    label = treatment.label
    begins_small = label.split()[0][1:].islower()
    phrase = label[0].lower() + label[1:] if begins_small else label
    return treatment.model_copy(update={"phrase": phrase})


def _case(name: str, scenes: Sequence[Scene]) -> Case:
    label = next((scene.label for scene in scenes if scene.label), name)
    return Case(name, label, tuple(sorted(scenes, key=lambda scene: scene.number)))


def _conditions(when: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    return tuple(f"{name}={level}" for name in sorted(when) for level in sorted(when[name]))


def _step_order(step: Step) -> tuple[str, ...]:
    return step.origin, step.target, step.label, step.kind, *_conditions(step.when)


def _content(row: Impossible | Unlikely) -> tuple[object, ...]:
    return _conditions(row.when), row.reason, row.basis, row.source, row.section
