"""The rows that decide a treatment's status, each with its conditions beside the profile."""

from __future__ import annotations

from dataclasses import dataclass

from ..guide.guide import GuideValue
from ..guide.profile import Profile
from ..guide.reasons import our_facts
from ..tables.models import Indication

__all__ = ["Check", "ExplainedRow", "condition_checks", "explained_rows"]


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of a row beside the profile's level (None: not known).

    ``met``: whether it is met; None if unknown facts decide.
    """

    factor: str
    wanted: frozenset[str]
    level: str | None
    met: bool | None


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """A row of ``indications.csv`` that decides, or may decide, a treatment's status.

    ``met``: whether its conditions are met; None if unknown facts decide. ``sure``: whether it
    decides in all completions. ``waits``: whether its offer has to wait in some completion.
    ``through`` are the members through which it decides their group. ``ours`` are the factors that
    it asks for only because we added the condition.
    """

    row: Indication
    checks: tuple[Check, ...]
    met: bool | None
    sure: bool
    waits: bool
    through: tuple[str, ...]
    ours: frozenset[str]


def explained_rows(guide: GuideValue, profile: Profile, treatment: str) -> tuple[ExplainedRow, ...]:
    """Return the rows that decide or can decide a treatment's status, stated ones first."""
    evaluator = guide.evaluator
    deciding = evaluator.deciding_rows(treatment, profile)
    ours = our_facts(each.row for each in deciding)
    return tuple(
        ExplainedRow(
            row,
            condition_checks(guide, profile, row),
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
    """Return the members through which a row decides a group that it does not name."""
    if row.strength.says_no or row.id in guide.evaluator.reasons(treatment).own:
        return ()
    members: list[str] = []
    for member in guide.members(treatment):
        if any(row == each.row for each in guide.evaluator.deciding_rows(member.id, profile)):
            members += _through(guide, profile, row, member.id) or [member.id]
    return tuple(members)


def condition_checks(guide: GuideValue, profile: Profile, row: Indication) -> tuple[Check, ...]:
    """Return the conditions of a row beside the profile's levels, in the order of factors."""
    checks = []
    for name in guide.factors:
        if name in row.when:
            wanted = row.when[name]
            possible = {profile[name]} if name in profile else set(profile.open[name])
            met = True if possible <= wanted else None if possible & wanted else False
            checks.append(Check(name, wanted, profile.level(name), met))
    return tuple(checks)
