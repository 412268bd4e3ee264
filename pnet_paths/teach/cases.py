"""Teaching cases: the id of one, checked; what is new in a scene, as facts and statuses."""

from __future__ import annotations

from ..errors import PnetPathsError, suggestion
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.sentence_patterns import fill
from ..guide.sentences import capitalize, join_words, with_mark
from ..statuses import CAVEATS, OFFERED, Status

__all__ = ["changed_statuses", "new_facts", "to_case"]

_LOST = ("lost_offer", "lost_depends", *(f"lost_{status}" for status in CAVEATS))
_PATTERNS = (*(f"gained_{status}" for status in Status if status is not Status.NOT_NAMED), *_LOST)


def new_facts(before: PathwayValue, after: PathwayValue) -> tuple[str, ...]:
    """The facts that a scene adds, changes or takes back, as sentences."""
    changed = {
        name: (level,)
        for name, level in after.profile.items()
        if before.profile.level(name) != level
    }
    factors = after.guide.factors
    removed = [factors[name].label for name in before.profile if after.profile.level(name) is None]
    sentences = [f"{capitalize(after.guide.clause(changed))}."] if changed else []
    sentences += [fill("not_known_any_more", labels=join_words(removed))] if removed else []
    return tuple(sentences) or (fill("no_fact_changed"),)


def changed_statuses(before: PathwayValue, after: PathwayValue) -> list[tuple[str, str]]:
    """What changes, such as "now usual", each with the names of the groups of treatments.

    Where no status changes, the groups that have other reasons now.
    """
    names: dict[str, list[str]] = {}
    for group in after.changed_since(before):
        pattern = _pattern(before.status[group.id], after.status[group.id])
        name = with_mark(group.phrase, after.basis[group.id] == "inferred")
        names.setdefault(pattern, []).append(name)
    patterns = [pattern for pattern in _PATTERNS if pattern in names] or list(names)
    return [(fill(pattern), ", ".join(names[pattern])) for pattern in patterns]


def _pattern(before: Status, after: Status) -> str:
    """The name of the sentence pattern for a change of one group's status."""
    if before is after:
        return "other_reasons"
    if after is not Status.NOT_NAMED:
        return f"gained_{after}"
    return "lost_offer" if before in OFFERED else f"lost_{before}"


def to_case(guide: GuideValue, case: str) -> str:
    """The id of a case of a guide, as it was given.

    Raises:
        PnetPathsError: the guide has no such case.
    """
    if not isinstance(case, str) or case not in guide.cases:
        meant = suggestion(str(case), guide.cases)
        raise PnetPathsError(f'"{case}" is not a case{meant} ({", ".join(guide.cases)})')
    return case
