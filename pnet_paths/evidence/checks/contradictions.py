"""Figures that do not go together. As printed they may all the same: ``contradiction`` says why."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from ..models import Figure, Outcome, Trial
from ..models.cells import NOT_REACHED
from .figures import Problem

__all__ = ["contradictions"]

_OR_WHY = ", or in contradiction why both hold"
_APART = math.log(4)
"""How far the logarithms of a hazard ratio and of the ratio of medians may lie apart: with curves
that bend, real ones do up to 2.5 times."""
_SPAN = 10
"""How many times longer one median of a trial may be than another where their units differ."""
_MONTHS = {"months": 1, "years": 12}


def contradictions(outcomes: Sequence[Outcome], trials: Mapping[str, Trial]) -> Iterator[Problem]:
    """What does not go together and is not explained, and explanations of nothing."""
    found = [
        *_other_side(outcomes),
        *(each for row in outcomes for each in _of_one_row(row, trials[row.trial])),
        *_other_people(outcomes),
        *_other_unit(outcomes),
    ]
    yield from (each for each in found if not each[0].contradiction)
    clashing = {row.id for row, _, _ in found}
    for row in outcomes:
        if row.contradiction and row.id not in clashing:
            yield row, "contradiction", "is filled, but the figures agree; leave it blank"


# -- which side -----------------------------------------------------------------------------


def _other_side(outcomes: Sequence[Outcome]) -> Iterator[Problem]:
    """Figures that favor one arm while the ratio favors the other."""
    standing = {
        (row.trial, row.people, row.about): row
        for row in outcomes
        if row.is_current and row.is_time and _favored(row)
    }
    for row in outcomes:
        ratio = row if row.effect else standing.get((row.trial, row.people, row.about))
        better, favored = _better_arm(row), _favored(ratio) if ratio else None
        if ratio and better and favored and better != favored:
            yield row, "effect" if row.effect else "a", _clash(row, ratio, better)


def _clash(row: Outcome, ratio: Outcome, better: str) -> str:
    where = "" if row is ratio else f" in row {ratio.row}"
    inverse = f"{1 / ratio.effect.number:.2g}" if ratio.effect and ratio.effect.number else ""
    return (
        f"{row.endpoint} ({row.a} and {row.b}) is better in arm {better}, but {ratio.measure} "
        f"{ratio.effect}{where} ({ratio.direction}) is better for the other; write the figures of "
        "each arm in its own columns, the ratio as printed (upside down it is "
        f"{inverse}){_OR_WHY}"
    )


def _better_arm(row: Outcome) -> str | None:
    """The arm with the better figure; None where they are equal or not both there."""
    a, b = _size(row.a), _size(row.b)
    if a is None or b is None or a == b:
        return None
    return "a" if (a > b) == (row.better == "high") else "b"


def _size(figure: Figure | None) -> float | None:
    if figure is None:
        return None
    return math.inf if figure.text == NOT_REACHED else figure.number


def _favored(row: Outcome) -> str | None:
    """The arm that the ratio favors; None where it is 1, missing, or its direction not stated."""
    ratio = row.effect.number if row.effect else None
    if not ratio or ratio == 1 or row.direction not in ("a_vs_b", "b_vs_a"):
        return None
    first, second = ("a", "b") if row.direction == "a_vs_b" else ("b", "a")
    fewer_is_better = row.measure == "HR" or row.better == "low"
    return first if (ratio < 1) == fewer_is_better else second


def _interval(row: Outcome) -> tuple[float, float] | None:
    """The interval of the ratio, where both ends are numbers."""
    low, high = (end.number if end else None for end in (row.low, row.high))
    return None if low is None or high is None else (low, high)


# -- one row --------------------------------------------------------------------------------


def _of_one_row(row: Outcome, trial: Trial) -> Iterator[Problem]:
    yield from _more_people(row, trial)
    yield from _better_on_placebo(row, trial)
    yield from _p_against_interval(row)
    yield from _ratio_against_medians(row)


def _more_people(row: Outcome, trial: Trial) -> Iterator[Problem]:
    if trial.size and row.size > trial.size:
        figures = f"{row.n_a} and n_b {row.n_b}" if row.n_b else f"{row.n_a}"
        yield (
            row,
            "n_a",
            f"{figures} are more than the trial's {trial.size} people (trials.csv, row "
            f"{trial.row}); write the size of each arm as printed{_OR_WHY}",
        )


def _better_on_placebo(row: Outcome, trial: Trial) -> Iterator[Problem]:
    """More responses or more harm with placebo than with a drug."""
    unlikely = {"response": "b", "control": "b", "harm": "a"}.get(row.about)
    if (row.arm_b or trial.arm_b) == "placebo" and unlikely and _better_arm(row) == unlikely:
        yield (
            row,
            "a",
            f"{row.a} and b {row.b} mean more {row.endpoint} with placebo than with the arm that "
            f"is tested; write the figures of each arm in its own columns{_OR_WHY}",
        )


def _p_against_interval(row: Outcome) -> Iterator[Problem]:
    """A p under what the level of the interval allows while the interval holds 1, or the reverse.

    A p or an end that is just at its bound decides nothing, as both are rounded.
    """
    interval = _interval(row)
    if not (row.p and row.level and interval):
        return
    low, high = interval
    p, bound = float(row.p.strip("<").split()[0]), round(1 - row.level / 100, 2)
    if row.p.endswith("one-sided"):
        bound /= 2
    is_under = p < bound or (p == bound and row.p.startswith("<"))
    is_over = p > bound and not row.p.startswith("<")
    if is_under and low < 1 < high:
        yield row, "p", _p_clash(row, f"is under {bound:g}", "holds 1")
    if is_over and not low <= 1 <= high:
        yield row, "p", _p_clash(row, f"is over {bound:g}", "does not hold 1")


def _p_clash(row: Outcome, size: str, interval: str) -> str:
    return (
        f"{row.p} {size}, but the {row.level} % interval of the ratio, {row.low} to {row.high}, "
        f"{interval}; write p and interval as printed{_OR_WHY}"
    )


def _ratio_against_medians(row: Outcome) -> Iterator[Problem]:
    """A hazard ratio of another size than both medians, though on the same side."""
    a, b, ratio = (each.number if each else None for each in (row.a, row.b, row.effect))
    if not (a and b and ratio and row.is_time and row.measure == "HR"):
        return
    expected = {"a_vs_b": b / a, "b_vs_a": a / b}.get(row.direction)
    is_one_side = _better_arm(row) in (_favored(row), None)
    if expected and is_one_side and abs(math.log(ratio / expected)) > _APART:
        yield (
            row,
            "effect",
            f"{row.effect} is far from what the medians {row.a} and {row.b} suggest (about "
            f"{expected:.2g}); one of the three is mistyped{_OR_WHY}",
        )


# -- several rows ---------------------------------------------------------------------------


def _other_people(outcomes: Sequence[Outcome]) -> Iterator[Problem]:
    """One endpoint clearly better in one arm, and in other people of the trial in the other.

    Where a row has figures of both arms, they say which side is right.
    """
    sides: dict[tuple[str, ...], list[tuple[Outcome, str]]] = {}
    for row in outcomes:
        side, interval = _favored(row), _interval(row)
        if row.is_current and side and interval and not interval[0] <= 1 <= interval[1]:
            key = (row.trial, row.about, row.counted, row.arm_a, row.arm_b)
            sides.setdefault(key, []).append((row, side))
    for rows in sides.values():
        for row, side in rows:
            others = [each for each, other in rows if other != side]
            has_figures = _better_arm(row) is not None
            if others and 2 * len(others) >= len(rows) and not has_figures:
                yield (
                    row,
                    "direction",
                    f"{row.direction} with {row.measure} {row.effect} is better for arm {side}, "
                    f"but {others[0].measure} {others[0].effect} in row {others[0].row} for the "
                    f"other; write ratio and direction as printed{_OR_WHY}",
                )


def _other_unit(outcomes: Sequence[Outcome]) -> Iterator[Problem]:
    """Times in another unit than the trial's other rows have, and of another order of size."""
    times: dict[str, list[tuple[Outcome, float]]] = {}
    for row in outcomes:
        length = row.a.number if row.a and row.is_time else None
        if length:
            times.setdefault(row.trial, []).append((row, length * _MONTHS[row.unit]))
    for rows in times.values():
        for row, length in rows:
            others = [
                each
                for each, other in rows
                if each.unit != row.unit and max(length / other, other / length) > _SPAN
            ]
            if others and 2 * len(others) >= len(rows):
                yield (
                    row,
                    "unit",
                    f"{row.a} {row.unit} is far from {others[0].a} {others[0].unit} in row "
                    f"{others[0].row} of the same trial; write the unit as printed{_OR_WHY}",
                )
