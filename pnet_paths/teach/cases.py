"""A teaching case by name; what is new in a scene: facts, and statuses that they change."""

from __future__ import annotations

from ..errors import PnetPathsError, suggestion
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.sentence_patterns import fill
from ..guide.sentences import capitalize, join_words, with_mark
from ..statuses import OFFERED, Status

__all__ = ["changed_statuses", "known_case", "new_facts"]

_LOST = ("lost_offer", "lost_depends", "lost_against")
_WAYS = (*(f"gained_{status}" for status in Status if status is not Status.NOT_NAMED), *_LOST)


def new_facts(before: PathwayValue, after: PathwayValue) -> tuple[str, ...]:
    """The facts that a scene adds, changes or takes back, as sentences."""
    changed = {
        name: (level,)
        for name, level in after.profile.items()
        if before.profile.level(name) != level
    }
    factors = after.guide.factors
    gone = [factors[name].label for name in before.profile if after.profile.level(name) is None]
    sentences = [f"{capitalize(after.guide.clause(changed))}."] if changed else []
    sentences += [fill("not_known_any_more", labels=join_words(gone))] if gone else []
    return tuple(sentences) or (fill("no_fact_changed"),)


def changed_statuses(before: PathwayValue, after: PathwayValue) -> list[tuple[str, str]]:
    """What the groups gain and lose: in which way, and the names of those that do.

    Where no status changes, those of which something else is told.
    """
    names: dict[str, list[str]] = {}
    for group in after.changed_since(before):
        way = _way(before.status[group.id], after.status[group.id])
        name = with_mark(group.phrase, after.basis[group.id] == "inferred")
        names.setdefault(way, []).append(name)
    ways = [way for way in _WAYS if way in names] or list(names)
    return [(fill(way), ", ".join(names[way])) for way in ways]


def _way(before: Status, after: Status) -> str:
    """How one group changes: the pattern that says it."""
    if before is after:
        return "other_reasons"
    if after is not Status.NOT_NAMED:
        return f"gained_{after}"
    return "lost_offer" if before in OFFERED else f"lost_{before}"


def known_case(guide: GuideValue, case: str) -> str:
    """The id of a case of a guide.

    Raises:
        PnetPathsError: the guide has no such case.
    """
    if not isinstance(case, str) or case not in guide.cases:
        meant = suggestion(str(case), guide.cases)
        raise PnetPathsError(f'"{case}" is not a case{meant} ({", ".join(guide.cases)})')
    return case
