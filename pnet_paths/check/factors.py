"""Checks of factors, their levels, and impossible combinations."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide.sentences import join_words
from ..logic.decision_diagrams import Rule
from ..logic.regions import level_classes
from ..tables.models import Conditions
from .checked_guide import CheckedGuide
from .finding import Finding

__all__ = ["closed_levels", "dead_combinations", "idle_factors", "places_of_levels"]


def idle_factors(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield factors that make no difference, and levels that no row tells apart."""
    guide = checked.guide
    numbers = guide.row_numbers("factors", "factor")
    for name, classes in zip(checked.names, _level_classes(checked), strict=True):
        factor = guide.factors[name]
        if len(classes) == 1:
            yield Finding(
                "idle-factor",
                "warning",
                "factors.csv",
                (numbers[name],),
                f'"{name}" makes no difference to any status, reason, arrow or combination.',
            )
            continue
        rows = guide.row_numbers("levels", "factor", "level")
        for same in classes:
            if len(same) > 1:
                levels = [factor.levels[code].id for code in same]
                yield Finding(
                    "same-levels",
                    "note",
                    "levels.csv",
                    tuple(sorted(rows[f"{name}|{level}"] for level in levels)),
                    f"No row tells {join_words(levels)} of {name} apart.",
                    {name: levels[0]},
                )


def _level_classes(checked: CheckedGuide) -> list[list[tuple[int, ...]]]:
    """Return for each factor the classes of levels between which nothing shown differs."""
    guide, evaluator = checked.guide, checked.evaluator
    roots = set(evaluator.roots.values())
    whens = [step.when for step in guide.steps]
    whens += [combination.when for combination in guide.combinations.values()]
    roots |= {evaluator.condition_root(when) for when in whens}
    # Levels that differ in what cannot occur are not alike: it counts as an answer here.
    roots.add(checked.forest.compile([_as_answer(rule) for rule in checked.space.never]))
    classes = level_classes(checked.forest, roots)
    # Rows with other words, or inferred ones, may decide the same status.
    splitting = [row for row in guide.indications.values() if _splits(checked, row.when, classes)]
    deciding_root = checked.diagrams.deciding_root
    roots |= {deciding_root(row, name) for row in splitting for name in row.treatments}
    return level_classes(checked.forest, roots) if splitting else classes


def _splits(checked: CheckedGuide, when: Conditions, classes: list[list[tuple[int, ...]]]) -> bool:
    """Return True if a row asks for some levels of a class and not for others."""
    wanted = checked.space.cube(when)
    return any(
        0 < len(levels.intersection(same)) < len(same)
        for factor, levels in wanted.items()
        for same in classes[factor]
    )


def _as_answer(rule: Rule) -> Rule:
    return Rule(rule.when, 1)


def closed_levels(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield levels that rows of impossible.csv exclude from every profile."""
    for name, factor in checked.guide.factors.items():
        for level in factor.levels:
            conflict = checked.space.conflict({name: level.id})
            if conflict:
                one = len(conflict.rows) == 1
                these = "This row leaves" if one else "Together these rows leave"
                yield Finding(
                    "closed-level",
                    "warning",
                    "impossible.csv",
                    conflict.rows,
                    f"{these} no profile with {name}={level.id}.",
                    {name: level.id},
                )


def dead_combinations(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield rows of impossible.csv that exclude nothing that others do not exclude."""
    never = checked.space.never
    whole = checked.forest.compile(never)
    for place, row in enumerate(checked.guide.impossible):
        if checked.forest.compile([*never[:place], *never[place + 1 :]]) == whole:
            yield Finding(
                "hidden",
                "warning",
                "impossible.csv",
                (row.row,),
                "This row rules out nothing that others do not rule out too.",
                {name: min(levels) for name, levels in row.when.items()},
            )


def places_of_levels(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield factors of which only some levels have a place, or two have the same."""
    for name, factor in checked.guide.factors.items():
        places = [level.place for level in factor.levels]
        blank = None in places and any(place is not None for place in places)
        if blank or len({*places} - {None}) < sum(place is not None for place in places):
            what = "have a place and others none" if blank else "have the same place"
            sentence = f"Some levels of {name} {what}: is this the order that is meant?"
            rows = tuple(sorted(level.row for level in factor.levels))
            yield Finding("place", "warning", "levels.csv", rows, sentence)
