"""What one row of outcomes shows to be wrong."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from ..models import Outcome, Trial
from ..models.cells import NOT_REACHED

__all__ = ["Problem", "figure_problems"]

_OFF_CENTER = 0.06
"""How far the logarithm of a ratio may lie from the middle of its interval, as both are rounded."""
_ENDPOINTS = {
    "PFS": ("progression", "high"),
    "TTP": ("progression", "high"),
    "OS": ("survival", "high"),
    "deaths": ("survival", "low"),
    "ORR": ("response", "high"),
}
"""What the words of endpoints are about, and which figures of them are better."""
_BETTER = {"response": "high", "control": "high", "harm": "low"}

Problem = tuple[Outcome, str, str]
"""A row, the column, and what is wrong there."""


def figure_problems(row: Outcome, trial: Trial) -> Iterator[Problem]:
    """Intervals, units, arms, endpoints and ratios that cannot be meant so."""
    for name, low, high in (("a", "a_low", "a_high"), ("b", "b_low", "b_high")):
        yield from _interval_problems(row, name, low, high)
    yield from _interval_problems(row, "effect", "low", "high")
    yield from _unit_problems(row)
    yield from _endpoint_problems(row)
    if (row.b or row.n_b or row.effect) and not (row.arm_b or trial.arm_b):
        yield row, "b", "is filled, but no arm is named for it; fill arm_b here or in trials.csv"
    if not (row.a or row.b or row.effect):
        yield row, "a", "is blank, and so are b and effect; write the figure that was read"
    yield from _ratio_problems(row)


def _interval_problems(row: Outcome, name: str, low_name: str, high_name: str) -> Iterator[Problem]:
    value, low, high = (getattr(row, each) for each in (name, low_name, high_name))
    if bool(low) != bool(high):
        blank = high_name if low else low_name
        yield row, blank, "is blank, but the other end is filled; write it, or not_estimable"
    if low and high and not value:
        yield row, name, "is blank, but its interval is filled; write the figure"
    if not (value and low and high):
        return
    if not _in_order(low.number, high.number):
        yield (
            row,
            low_name,
            f"{low} is more than {high}, so the ends are the other way round; write the lower one "
            f"here, the upper one as {high_name}",
        )
    elif value.number is not None and not _in_order(low.number, value.number, high.number):
        yield (
            row,
            name,
            f"{value} lies outside its interval, {low} to {high}; write all three as printed",
        )


def _in_order(*numbers: float | None) -> bool:
    printed = [number for number in numbers if number is not None]
    return printed == sorted(printed)


def _unit_problems(row: Outcome) -> Iterator[Problem]:
    if (row.a or row.b) and not row.unit:
        yield row, "unit", "is blank, but there are figures; write months, years or %"
    for name in ("a", "a_low", "a_high", "b", "b_low", "b_high") if row.unit == "%" else ():
        figure = getattr(row, name)
        if figure and max(figure.ends, default=0) > 100:
            yield row, name, f"{figure} % is more than 100 %; write it as printed, or another unit"
        elif figure and figure.text == NOT_REACHED:
            yield row, name, "a time may be not_reached, a percentage not; write the number"


def _endpoint_problems(row: Outcome) -> Iterator[Problem]:
    words = [word for word in re.findall(r"\w+", row.endpoint) if word in _ENDPOINTS]
    about, better = _ENDPOINTS[words[0]] if words else (row.about, _BETTER.get(row.about))
    if row.about != about:
        yield row, "about", f'"{row.about}" is not what {words[0]} is about; write {about}'
    elif better and row.better != better:
        yield (
            row,
            "better",
            f'"{row.better}" says that {row.better} figures of {row.endpoint} are better; '
            f"write {better}",
        )


def _ratio_problems(row: Outcome) -> Iterator[Problem]:
    if not row.effect:
        return
    if not row.measure:
        yield row, "measure", "is blank, but there is a ratio; write HR, OR or RR"
    if not row.direction:
        yield row, "direction", "is blank, but there is a ratio; write a_vs_b, b_vs_a or not_stated"
    if row.low and not row.level:
        yield row, "level", "is blank, but the ratio has an interval; write 95, or what is printed"
    ratio, low, high = (each.number if each else None for each in (row.effect, row.low, row.high))
    if not ratio:
        yield row, "effect", f"{row.effect} is not a ratio; write a number over 0"
    elif low and high and low <= ratio <= high:
        middle = math.sqrt(low * high)
        if abs(math.log(ratio / middle)) > _OFF_CENTER:
            yield (
                row,
                "effect",
                f"{row.effect} is far from the middle of its interval on a log scale "
                f"({low} to {high}: about {middle:.2g}); one of the three is mistyped",
            )
