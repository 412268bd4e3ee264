"""Why a treatment is not offered: the smallest sets of conditions that are not met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from ..changes import least_changes
from ..guide import Guide
from ..profile import Profile
from ..records import Indication
from ..statuses import OFFERED, RANK, status_of
from ..words import based, either, is_or_are, listed, phrased, sections, shared
from .result import Explanation
from .why import Why, named, why, would

__all__ = ["Unmet", "WhyNot", "why_not"]


@dataclass(frozen=True, slots=True)
class Unmet:
    """Conditions that are not met. With any of these levels each, the treatment is offered.

    ``statuses`` are those it can then have, ``rows`` the indications that then decide.
    """

    conditions: Mapping[str, frozenset[str]]
    statuses: tuple[str, ...]
    rows: tuple[Indication, ...]


@dataclass(frozen=True)
class WhyNot(Explanation):
    """Why a treatment is not offered for a profile. ``sets`` holds all smallest sets of conditions.

    None where it is offered (``offered``), or where no profile makes it offered.
    """

    guide: Guide
    profile: Profile
    treatment: str
    status: str
    sets: tuple[Unmet, ...]

    @property
    def offered(self) -> bool:
        """Whether it is offered all the same."""
        return self.status in OFFERED

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each set, with the section of the rows behind it."""
        treatment = self.guide.treatments[self.treatment]
        label, verb = treatment.label, is_or_are(treatment.label)
        if self.offered:
            rows = [found.row.cited for found in why(self.guide, self.profile, self.treatment).rows]
            return (
                f"Nothing stands against it: {label} {named(label, self.status)} here "
                f"({sections(rows)}).",
            )
        if not self.sets:
            them = "it" if verb == "is" else "them"
            return (
                f"{label} {named(label, self.status)} here, and no profile makes the guide offer "
                f"{them} ({sections([treatment.cited])}).",
            )
        return tuple(map(self._told, self.sets))

    def _told(self, unmet: Unmet) -> str:
        label = self.guide.treatments[self.treatment].label
        statuses = either([would(status) for status in unmet.statuses])
        return (
            f"{label} {statuses} if {self.guide.subject} were one that "
            f"{phrased(self.guide.factors, unmet.conditions)}; {self._here(unmet)} "
            f"({self._basis(unmet)})."
        )

    def _basis(self, unmet: Unmet) -> str:
        return based([row.basis for row in unmet.rows], [row.cited for row in unmet.rows])

    def _here(self, unmet: Unmet) -> str:
        known = {
            name: (level,)
            for name in unmet.conditions
            if (level := self.profile.level(name)) is not None
        }
        unknown = [self.guide.factors[name].label for name in unmet.conditions if name not in known]
        told = [f"here it {phrased(self.guide.factors, known)}"] if known else []
        if unknown:
            told.append(f"not known here: {listed(unknown)}")
        return "; ".join(told)

    def to_frame(self) -> pd.DataFrame:
        """One row a condition, numbered by set."""
        told = [
            {
                "set": number,
                "factor": factor,
                "wanted": "|".join(sorted(levels)),
                "here": self.profile.level(factor) or "",
                "status": "|".join(unmet.statuses),
                "indications": "|".join(row.id for row in unmet.rows),
                "basis": "|".join(sorted({row.basis for row in unmet.rows})),
                "section": "; ".join(shared(s for row in unmet.rows for s in row.cited.sections)),
            }
            for number, unmet in enumerate(self.sets, start=1)
            for factor, levels in unmet.conditions.items()
        ]
        return pd.DataFrame(told, columns=_COLUMNS)


_COLUMNS = ["set", "factor", "wanted", "here", "status", "indications", "basis", "section"]


def why_not(guide: Guide, profile: Profile, treatment: str) -> WhyNot:
    """All smallest sets of conditions that keep a treatment from being offered.

    Changing (or learning) a set makes it offered, whatever else is not known; no proper subset
    does. What the profile does not name stays unknown.

    Raises:
        PnetPathsError: the guide has no such treatment.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> found = why_not(guide, guide.profile({"extent": "localized"}), "rfa")
    >>> [dict(unmet.conditions) for unmet in found.sets]
    [{'extent': frozenset({'metastatic'}), 'liver': frozenset({'small'})}]
    """
    status = guide.evaluator.status(guide.known(treatment), profile)
    if status in OFFERED:
        return WhyNot(guide, profile, treatment, status, ())
    space = guide.space
    options = [
        [code, *(level for level in range(size) if level != code)]
        for code, size in zip(space.codes(profile), space.sizes, strict=True)
    ]
    evaluator = guide.evaluator
    root = evaluator.roots[treatment]
    sets = least_changes(evaluator.forest, root, options, _offered)
    names = list(space.factors)
    changes = [
        {names[place]: space.factors[names[place]].levels[code].id for place, code in sorted(found)}
        for found in sets
    ]
    told = [_unmet(guide, profile, treatment, conditions) for conditions in _merged(changes)]
    return WhyNot(guide, profile, treatment, status, tuple(told))


def _offered(ranks: int) -> bool:
    return bool(ranks) and status_of(ranks) in OFFERED


def _merged(changes: list[dict[str, str]]) -> list[dict[str, frozenset[str]]]:
    """Sets that differ in one level only as one set with several levels."""
    merged = [{name: frozenset({level}) for name, level in found.items()} for found in changes]
    for name in sorted({name for found in merged for name in found}):
        groups: dict[frozenset[tuple[str, frozenset[str]]], dict[str, frozenset[str]]] = {}
        for found in merged:
            rest = frozenset(item for item in found.items() if item[0] != name)
            key = rest | {(name, frozenset({"is changed" if name in found else ""}))}
            if key in groups and name in found:
                groups[key] = {**groups[key], name: groups[key][name] | found[name]}
            else:
                groups[key] = found
        merged = list(groups.values())
    return sorted(merged, key=lambda found: (len(found), sorted(found)))


def _unmet(
    guide: Guide, profile: Profile, treatment: str, conditions: Mapping[str, frozenset[str]]
) -> Unmet:
    """What the treatment is, and by which rows, once the conditions are met."""
    statuses: dict[str, None] = {}
    rows: dict[str, Indication] = {}
    for levels in _choices(conditions):
        changed = guide.profile({**profile, **levels})
        found = why(guide, changed, treatment)
        statuses[found.status] = None
        rows |= {row.id: row for row in _behind(found)}
    order = sorted(statuses, key=RANK.__getitem__, reverse=True)
    return Unmet(MappingProxyType(dict(conditions)), tuple(order), tuple(rows.values()))


def _behind(found: Why) -> list[Indication]:
    """The rows that make a treatment offered: those surely met, or else all that may be."""
    offering = [each for each in found.rows if each.row.strength in OFFERED]
    sure = [each.row for each in offering if each.met]
    return sure or [each.row for each in offering]


def _choices(conditions: Mapping[str, frozenset[str]]) -> list[dict[str, str]]:
    choices: list[dict[str, str]] = [{}]
    for name, levels in conditions.items():
        choices = [{**choice, name: level} for choice in choices for level in sorted(levels)]
    return choices
