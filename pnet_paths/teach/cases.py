"""A teaching case by name; what is new in a scene: facts, and statuses that they change."""

from __future__ import annotations

from ..errors import PnetPathsError, suggestion
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.sentence_patterns import said
from ..guide.sentences import capital, listed
from ..statuses import Status

__all__ = ["changed_statuses", "known_case", "new_facts"]


def new_facts(before: PathwayValue, after: PathwayValue) -> tuple[str, ...]:
    """The facts that a scene adds, changes or takes back, as sentences."""
    changed = {
        name: (level,)
        for name, level in after.profile.items()
        if before.profile.level(name) != level
    }
    factors = after.guide.factors
    gone = [factors[name].label for name in before.profile if after.profile.level(name) is None]
    sentences = [f"{capital(after.guide.clause(changed))}."] if changed else []
    sentences += [said("not_known_any_more", labels=listed(gone))] if gone else []
    return tuple(sentences) or (said("no_fact_changed"),)


def changed_statuses(before: PathwayValue, after: PathwayValue) -> list[tuple[Status, str]]:
    """The groups of which a scene changes what is told: each new status, and their labels."""
    now: dict[Status, list[str]] = {}
    for group in after.changed_since(before):
        status = after.status[group.id]
        same = before.status[group.id] is status
        label = said("another_reason", label=group.label) if same else group.label
        now.setdefault(status, []).append(label)
    return [(status, ", ".join(now[status])) for status in Status if status in now]


def known_case(guide: GuideValue, case: str) -> str:
    """The id of a case of a guide.

    Raises:
        PnetPathsError: the guide has no such case.
    """
    if not isinstance(case, str) or case not in guide.cases:
        meant = suggestion(str(case), guide.cases)
        raise PnetPathsError(f'"{case}" is not a case{meant} ({", ".join(guide.cases)})')
    return case
