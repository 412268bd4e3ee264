"""The profiles that questions are about: near those that teach, and such as one meets."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from itertools import chain

from ..errors import ProfileError
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.profile import Profile
from ..tables.models import Factor, Indication

__all__ = ["askable", "drawn", "is_of_its_course", "may_ask", "moves", "rows_asked_of"]

_STARTS = 100  # scenes and examples tried: where none fits a row, thousands would take seconds


def rows_asked_of(
    guide: GuideValue, fits: Callable[[Indication], bool], of_one: bool
) -> dict[str, list[Indication]]:
    """By treatment the rows near whose profiles a question of a kind is made.

    Args:
        fits: which rows those are.
        of_one: whether it is about one treatment, which a stated row has to name. Where a row names
            a group with its members, the source speaks of the group.
    """
    rows = [row for row in guide.indications.values() if fits(row)]
    if not of_one:
        return {"": rows} if rows else {}
    found: dict[str, list[Indication]] = {}
    for row in rows:
        for name in row.treatments if not row.inferred else ():
            if askable(guide, name) and not set(guide.groups_of(name)) & set(row.treatments):
                found.setdefault(name, []).append(row)
    return found


def drawn(
    guide: GuideValue, row: Indication | None, draw: random.Random, away: bool = False
) -> dict[str, str]:
    """A profile near one that teaches: moved to where a row holds, then a fact or two changed.

    What the person knows already stays as it is there, and is what is taken for granted where it
    is not said; sensitive facts are left out, and so is what follows from the others.

    Args:
        away: whether a fact is changed last for which the row does not hold any more.
    """
    profile = _near(guide, row, draw)
    names = [name for name, factor in guide.factors.items() if may_ask(factor)]
    for name in draw.sample(names, k=min(draw.randrange(3), len(names))):
        changed = {**profile, name: draw.choice(guide.factors[name].levels).id}
        if _is_met(guide, changed):
            profile = changed
    if row and away:
        profile = _moved_away(guide, row, profile, draw)
    return _without_what_follows(guide, _without_what_is_to_learn(guide, profile))


def _without_what_is_to_learn(guide: GuideValue, facts: Mapping[str, str]) -> dict[str, str]:
    """Facts without those that tell in passing what is to be learned next, as an arrow says.

    Of a tumor that has come back and was not tested again yet nobody knows the size of metastases.
    """
    profile = guide.profile(facts)
    to_learn = {
        step.target
        for step in guide.steps
        if step.target in guide.factors
        and any(level not in step.when.get(n, (level,)) for n, level in guide.assumed.items())
        and guide.evaluator.is_met(step.when, profile)
    }
    return {
        name: level
        for name, level in facts.items()
        if name in to_learn
        or not may_ask(guide.factors[name])
        or not any(_tells(guide, name, each) for each in to_learn)
    }


def _tells(guide: GuideValue, name: str, other: str) -> bool:
    """Whether another fact follows from some level of a factor."""
    levels = guide.factors[name].levels
    return any(guide.profile({name: level.id}).level(other) for level in levels)


def _moved_away(
    guide: GuideValue, row: Indication, profile: dict[str, str], draw: random.Random
) -> dict[str, str]:
    """A profile with one fact changed of those for which a row asks, if that can be."""
    changes = [
        {**profile, name: level.id}
        for name in row.when
        if may_ask(guide.factors[name]) and guide.factors[name].mutability != "fixed"
        for level in guide.factors[name].levels
        if level.id not in row.when[name]
    ]
    possible = [changed for changed in changes if _is_met(guide, changed)]
    return draw.choice(possible) if possible else profile


def _near(guide: GuideValue, row: Indication | None, draw: random.Random) -> dict[str, str]:
    """A scene or an example with as few facts changed as a row needs, if that can be.

    What the person knows is not changed: of those who differ in it, only such are near as the row
    is about. Where none of them can have all that the row asks for, what stands against it is
    left out.
    """
    scenes = [scene.profile for case in guide.cases.values() for scene in case.scenes]
    scenes += [preset.profile for preset in guide.presets.values()]
    tried = draw.sample(scenes, k=min(len(scenes), _STARTS)) or [{}]
    starts = [_of_a_course(guide, facts) for facts in tried]
    when = row.when if row else {}
    wanted = {name: draw.choice(sorted(levels)) for name, levels in when.items()}
    known = {n: level for n, level in wanted.items() if not may_ask(guide.factors[n])}
    near = [start for start in starts if known.items() <= start.items()]
    needed = [
        {n: start[n] if start.get(n) in when[n] else wanted[n] for n in wanted} for start in near
    ]
    whole = ({**start, **facts} for start, facts in zip(near, needed, strict=True))
    parts = (_beside(guide, facts, start) for start, facts in zip(near, needed, strict=True))
    return next((facts for facts in chain(whole, parts, starts) if _is_met(guide, facts)), {})


def _beside(
    guide: GuideValue, needed: Mapping[str, str], start: Mapping[str, str]
) -> dict[str, str]:
    """Facts that are needed, with those of a start that can stand beside them.

    What the person knows stays in any case.
    """
    told = {n: level for n, level in start.items() if not may_ask(guide.factors[n])} | {**needed}
    for name, level in start.items():
        if name not in told and _is_met(guide, {**told, name: level}):
            told[name] = level
    return told


def _of_a_course(guide: GuideValue, facts: Mapping[str, str]) -> dict[str, str]:
    """Facts without sensitive ones, with what is taken for granted of what they do not say."""
    told = {name: level for name, level in facts.items() if not guide.factors[name].sensitive}
    for name, level in guide.assumed.items():
        if name not in told and guide.space.conflict({**told, name: level}) is None:
            told[name] = level
    return told


def _without_what_follows(guide: GuideValue, facts: Mapping[str, str]) -> dict[str, str]:
    """Facts without those that follow from factors before them, but for what the person knows.

    "Localized, not mostly in the liver" says one thing twice.
    """
    told: dict[str, str] = {}
    for name, factor in guide.factors.items():
        if name in facts:
            follows = guide.profile(told).level(name) == facts[name]
            if not (follows and may_ask(factor)):
                told[name] = facts[name]
    return told


def may_ask(factor: Factor) -> bool:
    """Whether a question may be about a factor: neither sensitive nor known to the person."""
    return factor.propose and not factor.sensitive


def askable(guide: GuideValue, treatment: str) -> bool:
    """Whether a question may be about a treatment: no service, and nothing sensitive decides it.

    Where a guide is silent, a service may help as well.
    """
    rows = guide.evaluator.rows[treatment]
    return not guide.treatments[treatment].is_service and not any(
        guide.factors[name].sensitive for row in rows for name in row.when
    )


def is_of_its_course(pathway: PathwayValue, treatment: str) -> bool:
    """Whether a treatment is what a question about this course is to be about.

    Where something has to wait, or the course is another than is taken for granted, that is what
    a row asks for by which the treatment is offered.
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


def moves(pathway: PathwayValue) -> list[dict[str, str]]:
    """The single changes that can occur with the rest as it is; nothing that is fixed."""
    return [
        {name: level.id}
        for name, factor in pathway.guide.factors.items()
        if factor.mutability != "fixed" and may_ask(factor)
        for level in factor.levels
        if level.id != pathway.profile.level(name)
        and _is_met(pathway.guide, {**pathway.profile, name: level.id})
    ]


def _is_met(guide: GuideValue, facts: Mapping[str, str]) -> bool:
    """Whether a profile can occur and is none that a clinician would hardly meet."""
    try:
        profile = guide.profile(facts)
    except ProfileError:
        return False
    return not _unlikely(guide, profile)


def _unlikely(guide: GuideValue, profile: Profile) -> bool:
    if not guide.unlikely:
        return False
    first, *others = (row.when for row in guide.unlikely)
    return guide.evaluator.is_met(first, profile, *others) is True
