"""The profiles that questions are about: near those that teach, and such as one meets."""

from __future__ import annotations

import random
from collections.abc import Mapping

from ..errors import ProfileError
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.profile import Profile
from ..tables.models import Conditions, Factor

__all__ = ["askable", "drawn", "may_ask", "moves"]

_SERVICE = "service"
"""The kind of treatment of which nobody is asked: where a guide is silent, it may help as well."""

_STARTS = 100  # scenes and examples tried: where none fits a row, thousands would take seconds


def drawn(guide: GuideValue, draw: random.Random) -> dict[str, str]:
    """A profile near one that teaches: moved to where some row holds, then a fact or two changed.

    What the person knows already stays as it is there; sensitive facts are left out.
    """
    row = draw.choice([*guide.indications.values()]) if guide.indications else None
    profile = _near(guide, row.when if row else {}, draw)
    names = [name for name, factor in guide.factors.items() if may_ask(factor)]
    for name in draw.sample(names, k=min(draw.randrange(3), len(names))):
        changed = {**profile, name: draw.choice(guide.factors[name].levels).id}
        if _is_met(guide, changed):
            profile = changed
    return profile


def _near(guide: GuideValue, when: Conditions, draw: random.Random) -> dict[str, str]:
    """A scene or an example with as few facts changed as conditions need, if that can be."""
    known = [scene.profile for case in guide.cases.values() for scene in case.scenes]
    known += [preset.profile for preset in guide.presets.values()]
    starts = [
        {name: level for name, level in facts.items() if not guide.factors[name].sensitive}
        for facts in draw.sample(known, k=min(len(known), _STARTS)) or [{}]
    ]
    wanted = {name: draw.choice(sorted(levels)) for name, levels in when.items()}
    for start in starts:
        changes = {n: level for n, level in wanted.items() if start.get(n) not in when[n]}
        moved = {**start, **changes}
        if all(may_ask(guide.factors[name]) for name in changes) and _is_met(guide, moved):
            return moved
    return starts[0]


def may_ask(factor: Factor) -> bool:
    """Whether a question may be about a factor: neither sensitive nor known to the person."""
    return factor.propose and not factor.sensitive


def askable(guide: GuideValue, treatment: str) -> bool:
    """Whether a question may be about a treatment: no service, and nothing sensitive decides it."""
    rows = guide.evaluator.rows[treatment]
    return guide.treatments[treatment].kind != _SERVICE and not any(
        guide.factors[name].sensitive for row in rows for name in row.when
    )


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
    return guide.evaluator.holds(first, profile, *others) is True
