"""What only a whole row or several rows of the evidence show to be wrong, one line each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from .models import Figure, Outcome, Trial

__all__ = ["outcome_problems", "trial_problems"]

_OFF_CENTER = 0.06
"""How far the logarithm of a ratio may lie from the middle of its interval, as both are rounded."""

Version = tuple[str, str, str, str]


def trial_problems(trials: Sequence[Trial]) -> Iterator[str]:
    """Arms whose short name does not fit what was given."""
    for trial in trials:
        for arm in ("a", "b"):
            short, given = getattr(trial, f"arm_{arm}"), getattr(trial, f"given_{arm}")
            place = f"trials.csv, row {trial.row}, column arm_{arm}:"
            if bool(short) != bool(given):
                yield f'{place} "{short}" and given_{arm} "{given}" must both be filled, or neither'
            elif short and short.split()[0].strip(",").casefold() not in given.casefold():
                yield (
                    f'{place} "{short}" is not what given_{arm} says was given ("{given}"); name '
                    "the same arm in both, the tested one as arm_a"
                )


def outcome_problems(outcomes: Sequence[Outcome], trials: Mapping[str, Trial]) -> list[str]:
    """Everything wrong with rows of outcomes, in their order."""
    found = [
        *(each for row in outcomes for each in _own_problems(row, trials[row.trial])),
        *_other_side(outcomes),
        *_versions(outcomes),
        *_swapped_sizes(outcomes),
    ]
    return [
        f"outcomes.csv, row {row.row}, column {column}: {problem}"
        for row, column, problem in sorted(found, key=lambda each: (each[0].row, each[1]))
    ]


Problem = tuple[Outcome, str, str]


# -- one row --------------------------------------------------------------------------------


def _own_problems(row: Outcome, trial: Trial) -> Iterator[Problem]:
    for name, low, high in (("a", "a_low", "a_high"), ("b", "b_low", "b_high")):
        yield from _outside(row, name, low, high)
    yield from _outside(row, "effect", "low", "high")
    if (row.b or row.n_b or row.effect) and not (row.arm_b or trial.arm_b):
        yield row, "b", "is filled, but no arm is named for it; fill arm_b here or in trials.csv"
    if (row.a or row.b) and not row.unit:
        yield row, "unit", "is blank, but there are figures; write months, years or %"
    if not (row.a or row.b or row.effect):
        yield row, "a", "is blank, and so are b and effect; write the figure that was read"
    yield from _ratio_problems(row)


def _outside(row: Outcome, name: str, low_name: str, high_name: str) -> Iterator[Problem]:
    value, low, high = (getattr(row, each) for each in (name, low_name, high_name))
    if bool(low) != bool(high):
        blank = high_name if low else low_name
        yield row, blank, "is blank, but the other end is filled; write it, or not_estimable"
    if low and high and not value:
        yield row, name, "is blank, but its interval is filled; write the figure"
    if not (value and low and high):
        return
    numbers = [value.number, low.number, high.number]
    if numbers[0] is not None and not _in_order(numbers[1], numbers[0], numbers[2]):
        yield (
            row,
            name,
            f"{value} lies outside its interval, {low} to {high}; write all three as printed",
        )
    elif not _in_order(numbers[1], numbers[2]):
        yield row, low_name, f"{low} is more than {high}, the other end; write the lower one here"


def _in_order(*numbers: float | None) -> bool:
    printed = [number for number in numbers if number is not None]
    return printed == sorted(printed)


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
        by_figures, by_ratio = _better_arm(row), _favored(ratio) if ratio else None
        clash = bool(by_figures and by_ratio and by_figures != by_ratio)
        if clash and not row.contradiction and ratio:
            yield row, "effect" if row.effect else "a", _clash(row, ratio, by_figures or "")
        elif row.contradiction and not clash:
            yield row, "contradiction", "is filled, but figures and ratio agree; leave it blank"


def _clash(row: Outcome, ratio: Outcome, better: str) -> str:
    where = "" if row is ratio else f" in row {ratio.row}"
    inverse = f"{1 / ratio.effect.number:.2g}" if ratio.effect and ratio.effect.number else ""
    return (
        f"{row.endpoint} ({row.a} and {row.b}) is better in arm {better}, but {ratio.measure} "
        f"{ratio.effect}{where} ({ratio.direction}) is better for the other; write the figures of "
        f"each arm in its own columns, the ratio as printed (upside down it is {inverse}), or in "
        "contradiction why both hold"
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
    return math.inf if figure.text == "not_reached" else figure.number


def _favored(row: Outcome) -> str | None:
    """The arm that the ratio favors; None where it is 1, missing, or its direction not stated."""
    ratio = row.effect.number if row.effect else None
    if not ratio or ratio == 1 or row.direction not in ("a_vs_b", "b_vs_a"):
        return None
    first, second = ("a", "b") if row.direction == "a_vs_b" else ("b", "a")
    fewer_is_better = row.measure == "HR" or row.better == "low"
    return first if (ratio < 1) == fewer_is_better else second


# -- several rows ---------------------------------------------------------------------------


def _versions(outcomes: Sequence[Outcome]) -> Iterator[Problem]:
    by_id = {row.id: row for row in outcomes}
    for row in outcomes:
        other = by_id.get(row.stands)
        if bool(row.stands) != bool(row.why):
            blank = "why" if row.stands else "stands"
            yield row, blank, "is blank; say which version stands, and why that one"
        if other and (other.stands or other.trial != row.trial):
            yield (
                row,
                "stands",
                f'"{row.stands}" does not stand itself, or is of another trial; name the version '
                "of this figure that stands",
            )
    for same in _alike(outcomes):
        current = [row for row in same if row.is_current]
        if len(same) > 1 and len(current) > 1:
            rows = ", ".join(str(row.row) for row in current[:-1])
            yield (
                current[-1],
                "stands",
                f"is blank, but row {rows} has another version of the same figure; name in one of "
                "them the version that stands, and in why the reason",
            )


def _alike(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    key = attrgetter("trial", "people", "counted", "unit", "arm_a", "arm_b")
    for _, same in groupby(sorted(outcomes, key=lambda row: (*key(row), row.row)), key=key):
        yield list(same)


def _swapped_sizes(outcomes: Sequence[Outcome]) -> Iterator[Problem]:
    """Sizes of arms that stand the other way round in most rows of the trial."""
    sizes: dict[str, list[Outcome]] = {}
    for row in outcomes:
        if row.n_a and row.n_b and row.n_a != row.n_b:
            sizes.setdefault(row.trial, []).append(row)
    for rows in sizes.values():
        for row in rows:
            turned = [each for each in rows if (each.n_a, each.n_b) == (row.n_b, row.n_a)]
            same = [each for each in rows if (each.n_a, each.n_b) == (row.n_a, row.n_b)]
            if turned and (len(turned), -turned[0].row) > (len(same), -row.row):
                yield (
                    row,
                    "n_a",
                    f"{row.n_a} and n_b {row.n_b} stand the other way round in row "
                    f"{turned[0].row}; write the figures of each arm in its own columns",
                )
