"""The profiles that questions are about: near those that teach, and such as a clinician meets."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from itertools import chain

from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..logic.lazy_diagrams import EMPTY
from ..logic.rank_sets import MET
from ..tables.models import Factor, Indication

__all__ = [
    "is_askable_factor",
    "is_askable_treatment",
    "is_topic_of_course",
    "random_profile",
    "rows_by_topic",
    "single_changes",
    "with_fact",
]

Facts = Mapping[str, str]
_STARTS = 100  # scenes and examples tried: where none fits a row, thousands would take seconds


def rows_by_topic(
    guide: GuideValue, fits: Callable[[Indication], bool], has_topic: bool
) -> dict[str, list[Indication]]:
    """By treatment the rows near whose profiles a question of a kind is made.

    Args:
        fits: which rows those are.
        has_topic: whether the question is about one treatment, which a stated row has to name; if
            not, all rows stand under ``""``. Where a row names a group with its members, the source
            speaks of the group.
    """
    rows = [row for row in guide.indications.values() if fits(row)]
    if not has_topic:
        return {"": rows} if rows else {}
    by_topic: dict[str, list[Indication]] = {}
    for row in rows:
        for name in row.treatments if not row.inferred else ():
            in_named_group = set(guide.groups_of(name)) & set(row.treatments)
            if is_askable_treatment(guide, name) and not in_named_group:
                by_topic.setdefault(name, []).append(row)
    return by_topic


def random_profile(
    guide: GuideValue, row: Indication | None, rng: random.Random, against_row: bool = False
) -> dict[str, str]:
    """A profile near a scene or an example: moved to where a row holds, then a fact or two changed.

    What the person knows already stays as it is there, and is as the guide assumes it where it is
    not said; sensitive facts are left out, and so is what follows from the others.

    Args:
        against_row: whether a fact is changed last for which the row does not hold any more.
    """
    profile = _start_near(guide, row, rng)
    names = [name for name, factor in guide.factors.items() if is_askable_factor(factor)]
    for name in rng.sample(names, k=min(rng.randrange(3), len(names))):
        changed = {**profile, name: rng.choice(guide.factors[name].levels).id}
        if _is_plausible(guide, changed):
            profile = changed
    if row and against_row:
        changes = [
            change
            for change in _plausible_changes(guide, profile, row.when)
            for name, level in change.items()
            if level not in row.when[name]
        ]
        profile |= rng.choice(changes) if changes else {}
    return _without_implied(guide, _without_hints(guide, profile))


def _without_hints(guide: GuideValue, facts: Facts) -> dict[str, str]:
    """Facts without those that imply what is to be found out next, as an arrow says.

    Of a tumor that has come back and was not tested again yet nobody knows the size of metastases.
    """
    profile = guide.profile(facts)
    next_facts = {
        step.target
        for step in guide.steps
        if step.target in guide.factors
        and any(level not in step.when.get(n, (level,)) for n, level in guide.assumed.items())
        and guide.evaluator.is_met(step.when, profile)
    }
    return {
        name: level
        for name, level in facts.items()
        if name in next_facts
        or not is_askable_factor(guide.factors[name])
        or not any(_can_imply(guide, name, other) for other in next_facts)
    }


def _can_imply(guide: GuideValue, name: str, other: str) -> bool:
    """Whether another fact follows from some level of a factor."""
    levels = guide.factors[name].levels
    return any(guide.profile({name: level.id}).level(other) for level in levels)


def _start_near(guide: GuideValue, row: Indication | None, rng: random.Random) -> dict[str, str]:
    """A scene or an example with as few facts changed as a row needs, if that is possible.

    What the person knows is not changed: of those who differ in it, only such are near as the row
    is about. Where none of them can have all that the row asks for, what stands against it is
    left out.
    """
    scenes = [scene.profile for case in guide.cases.values() for scene in case.scenes]
    scenes += [preset.profile for preset in guide.presets.values()]
    sample = rng.sample(scenes, k=min(len(scenes), _STARTS)) or [{}]
    starts = [_with_assumptions(guide, facts) for facts in sample]
    when = row.when if row else {}
    wanted = {name: rng.choice(sorted(levels)) for name, levels in when.items()}
    fixed = {n: level for n, level in wanted.items() if not is_askable_factor(guide.factors[n])}
    near = [start for start in starts if fixed.items() <= start.items()]
    needed = [
        {n: start[n] if start.get(n) in when[n] else wanted[n] for n in wanted} for start in near
    ]
    whole = ({**start, **facts} for start, facts in zip(near, needed, strict=True))
    parts = (_needed_first(guide, facts, start) for start, facts in zip(near, needed, strict=True))
    return next((facts for facts in chain(whole, parts, starts) if _is_plausible(guide, facts)), {})


def _needed_first(guide: GuideValue, needed: Facts, start: Facts) -> dict[str, str]:
    """Facts that are needed, with those of a start that are possible beside them.

    What the person knows stays in any case.
    """
    facts = {n: level for n, level in start.items() if not is_askable_factor(guide.factors[n])}
    facts |= needed
    for name, level in start.items():
        if name not in facts and _is_plausible(guide, {**facts, name: level}):
            facts[name] = level
    return facts


def _with_assumptions(guide: GuideValue, facts: Facts) -> dict[str, str]:
    """Facts without sensitive ones, and with what the guide assumes where they do not say it."""
    whole = {name: level for name, level in facts.items() if not guide.factors[name].sensitive}
    for name, level in guide.assumed.items():
        if name not in whole and guide.space.conflict({**whole, name: level}) is None:
            whole[name] = level
    return whole


def _without_implied(guide: GuideValue, facts: Facts) -> dict[str, str]:
    """Facts without those that follow from factors before them, but for what the person knows.

    "Localized, not mostly in the liver" says one thing twice.
    """
    needed: dict[str, str] = {}
    for name, factor in guide.factors.items():
        if name in facts:
            is_implied = guide.profile(needed).level(name) == facts[name]
            if not (is_implied and is_askable_factor(factor)):
                needed[name] = facts[name]
    return needed


def is_askable_factor(factor: Factor) -> bool:
    """Whether a question may be about a factor: neither sensitive nor known to the person."""
    return factor.propose and not factor.sensitive


def is_askable_treatment(guide: GuideValue, treatment: str) -> bool:
    """Whether a question may be about a treatment: no service, and nothing sensitive decides it.

    Where a guide is silent, a service may help as well.
    """
    rows = guide.evaluator.rows[treatment]
    return treatment not in guide.network.services and not any(
        guide.factors[name].sensitive for row in rows for name in row.when
    )


def is_topic_of_course(pathway: PathwayValue, treatment: str) -> bool:
    """Whether a question about a profile's course can be about a treatment.

    Where something has to wait, or the course is not the assumed one, the treatment must be offered
    by a row that asks for this course.
    """
    guide, profile = pathway.guide, pathway.profile
    special = {
        name for name, level in guide.assumed.items() if profile.level(name) not in (level, None)
    }
    if not special:
        return True
    waits = guide.evaluator.diagrams.waiting_rows(treatment)
    if any(guide.evaluator.is_met(row.when, profile) for row in waits):
        return False
    rows = [each.row for each in guide.evaluator.deciding_rows(treatment, profile)]
    return any(special.intersection(row.when) for row in rows if row.strength.offers)


def single_changes(pathway: PathwayValue) -> list[dict[str, str]]:
    """The changes of one fact that are plausible with the rest as it is; nothing that is fixed."""
    return [
        change
        for change in _plausible_changes(pathway.guide, pathway.profile, pathway.guide.factors)
        for name, level in change.items()
        if level != pathway.profile.level(name)
    ]


def with_fact(
    guide: GuideValue, facts: Facts, factor: str, levels: Iterable[str], rng: random.Random
) -> dict[str, str]:
    """Facts with one more, of some levels that are plausible beside them; as they are without one.

    What the person knows, and what is sensitive, is not added.
    """
    possible = [level for level in levels if _is_plausible(guide, {**facts, factor: level})]
    if not possible or not is_askable_factor(guide.factors[factor]):
        return dict(facts)
    return _without_implied(guide, {**facts, factor: rng.choice(possible)})


def _plausible_changes(
    guide: GuideValue, facts: Facts, names: Iterable[str]
) -> list[dict[str, str]]:
    """The levels, the present ones too, that some factors can have with the other facts as given.

    Factors that are fixed are left out.
    """
    factors = [guide.factors[name] for name in names]
    return [
        {factor.id: level.id}
        for factor in factors
        if factor.mutability != "fixed" and is_askable_factor(factor)
        for level in factor.levels
        if _is_plausible(guide, {**facts, factor.id: level.id})
    ]


def _is_plausible(guide: GuideValue, facts: Facts) -> bool:
    """Whether a profile can occur and is none that a clinician would hardly meet."""
    evaluator = guide.evaluator
    unlikely = evaluator.condition_root(*(row.when for row in guide.unlikely))
    # Thousands are tried: what follows from their facts is not worked out.
    return evaluator.forest.ranks(unlikely, guide.space.codes(facts)) not in (EMPTY, MET)
