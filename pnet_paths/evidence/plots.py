"""Plots of the evidence as data, from which Python and the page draw the same."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .models import Figure, Outcome, Trial
from .words import WORDS, arm_names, arms_words, compared, design_words, people_words, ratio_words

__all__ = [
    "Axis",
    "Bar",
    "Forest",
    "Medians",
    "Pair",
    "Ratio",
    "forest",
    "medians",
    "pair",
    "ratio",
]

_RATIO_TICKS = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)


@dataclass(frozen=True, slots=True)
class Axis:
    """Where an axis begins and ends, and what stands along it."""

    low: float
    high: float
    ticks: tuple[float, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """One hazard ratio: a mark at ``value``, a line from ``low`` to ``high`` where it has one."""

    outcome: str
    trial: str
    title: str
    compared: str
    design: str
    """How many people, and what was not randomized; empty for a comparison of all people."""
    shape: str
    value: float
    low: float | None
    high: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Forest:
    """Ratios below each other on one logarithmic axis, in the order of their trials."""

    title: str
    sentence: str
    left: str
    right: str
    axis: Axis
    rows: tuple[Ratio, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One arm: a bar up to ``value``, none where that is not reached.

    Its interval goes from ``low`` to ``high``, or on beyond the axis where it has no end.
    """

    arm: str
    value: float | None
    low: float | None
    high: float | None
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The two arms of one trial on an axis of their own."""

    outcome: str
    trial: str
    title: str
    design: str
    is_compared: bool
    """Whether the trial was made to compare its arms."""
    axis: Axis
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Medians:
    """Pairs of bars, each a plot of its own."""

    title: str
    sentence: str
    apart: str
    """What is said of the pairs that are not compared, which stand last."""
    pairs: tuple[Pair, ...]


def ratio(row: Outcome, trial: Trial) -> Ratio | None:
    """A row as a line of a forest plot; None unless it is a hazard ratio that can stand there."""
    value = _number(row.effect)
    if not row.is_current or row.measure != "HR" or value is None or row.direction == "not_stated":
        return None
    return Ratio(
        row.id,
        trial.id,
        _title(row, trial),
        compared(row, trial),
        "; ".join(filter(None, [people_words(row, trial), design_words(trial)])),
        "circle" if row.about == "survival" else "square",
        value,
        _number(row.low),
        _number(row.high),
        ratio_words(row),
    )


def pair(row: Outcome, trial: Trial) -> Pair | None:
    """A row as a pair of bars; None unless both arms have a time."""
    if not row.is_current or not row.is_time or row.a is None or row.b is None:
        return None
    bars = tuple(
        Bar(arm, _number(value), _number(low), _number(high), text)
        for arm, (value, low, high), text in zip(
            arm_names(row, trial), row.arms, arms_words(row, trial), strict=True
        )
    )
    ends = [end for bar in bars for end in (bar.value, bar.low, bar.high) if end is not None]
    ticks = _even_ticks(max(ends))
    axis = Axis(0, ticks[-1], ticks, row.unit)
    design = design_words(trial)
    return Pair(row.id, trial.id, _title(row, trial), design, trial.is_comparative, axis, bars)


def forest(rows: Iterable[Outcome], trials: Mapping[str, Trial]) -> Forest | None:
    """The hazard ratios of some rows, in their order; None where there is none."""
    lines = [line for row in rows if (line := ratio(row, trials[row.trial]))]
    if not lines:
        return None
    ends = [end for each in lines for end in (each.value, each.low, each.high) if end]
    low = max((tick for tick in _RATIO_TICKS if tick <= min([*ends, 0.5])), default=min(ends))
    high = min((tick for tick in _RATIO_TICKS if tick >= max([*ends, 2.0])), default=max(ends))
    ticks = tuple(tick for tick in _RATIO_TICKS if low <= tick <= high)
    axis = Axis(low, high, ticks, WORDS["forest_axis"])
    return Forest(
        WORDS["forest"],
        WORDS["forest_sentence"],
        WORDS["forest_left"],
        WORDS["forest_right"],
        axis,
        tuple(lines),
    )


def medians(rows: Iterable[Outcome], trials: Mapping[str, Trial]) -> Medians | None:
    """The pairs of medians of some rows, in their order; None where there is none.

    Pairs of trials that were not made to compare their arms stand last.
    """
    pairs = [each for row in rows if (each := pair(row, trials[row.trial]))]
    pairs.sort(key=lambda each: not each.is_compared)
    if not pairs:
        return None
    sentences = WORDS["medians_sentence"], WORDS["medians_apart"]
    return Medians(WORDS["medians"], *sentences, tuple(pairs))


def _title(row: Outcome, trial: Trial) -> str:
    is_everybody = row.people == "all" or (row.people == "pancreas" and trial.pancreas == "all")
    people = "" if is_everybody else f", {row.people}"
    return f"{trial.title}: {row.counted}{people}"


def _number(figure: Figure | None) -> float | None:
    return figure.number if figure else None


def _even_ticks(end: float) -> tuple[float, ...]:
    """Ticks from 0 on in steps of 1, 2 or 5, the last one at or beyond the end."""
    step = 10.0 ** math.floor(math.log10(end))
    step *= next(factor for factor in (0.2, 0.5, 1.0, 2.0, 5.0) if end / (step * factor) <= 5)
    return tuple(round(place * step, 6) for place in range(math.ceil(end / step) + 1))
