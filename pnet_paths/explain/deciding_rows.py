"""The rows that decide a treatment's status, each with what the profile says to its conditions."""

from __future__ import annotations

from dataclasses import dataclass

from ..guide.guide import GuideValue
from ..guide.profile import Profile
from ..guide.reasons import our_facts
from ..tables.models import Indication

__all__ = ["Check", "Deciding", "checks", "deciding_rows"]


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of a row beside the profile's level (None: not known).

    ``met`` says whether it is met; None where that depends on what is not known.
    """

    factor: str
    wanted: frozenset[str]
    level: str | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class Deciding:
    """A row of ``indications.csv`` that decides, or may decide, a treatment's status.

    ``met``: whether its conditions are met; None where that depends on what is not known.
    ``sure``: whether it decides however the rest turns out. ``waits``: whether what it offers has
    to wait in some case. ``through`` are the members through which it decides their group.
    ``ours`` are the factors of which it asks by our addition, and no other of the rows as the
    source does.
    """

    row: Indication
    checks: tuple[Check, ...]
    met: bool | None
    sure: bool
    waits: bool
    through: tuple[str, ...]
    ours: frozenset[str]


def deciding_rows(guide: GuideValue, profile: Profile, treatment: str) -> tuple[Deciding, ...]:
    """The rows that decide a treatment's status, or may decide it: stated ones first."""
    evaluator = guide.evaluator
    deciding = evaluator.deciding_rows(treatment, profile)
    ours = our_facts(each.row for each in deciding)
    return tuple(
        Deciding(
            row,
            checks(guide, profile, row),
            evaluator.is_met(row.when, profile),
            sure,
            waits,
            _through(guide, profile, row, treatment),
            row.inferred_facts & ours,
        )
        for row, sure, waits in deciding
    )


def _through(
    guide: GuideValue, profile: Profile, row: Indication, treatment: str
) -> tuple[str, ...]:
    """The members through which a row decides a group that does not have it itself."""
    if row.strength.says_no or row.id in guide.evaluator.reasons(treatment).own:
        return ()
    found: list[str] = []
    for member in guide.members(treatment):
        if any(row == found.row for found in guide.evaluator.deciding_rows(member.id, profile)):
            found += _through(guide, profile, row, member.id) or [member.id]
    return tuple(found)


def checks(guide: GuideValue, profile: Profile, row: Indication) -> tuple[Check, ...]:
    """The conditions of a row beside the profile's levels, in the order of the factors."""
    found = []
    for name in guide.factors:
        if name in row.when:
            wanted = row.when[name]
            possible = {profile[name]} if name in profile else set(profile.open[name])
            met = True if possible <= wanted else None if possible & wanted else False
            found.append(Check(name, wanted, profile.level(name), met))
    return tuple(found)
