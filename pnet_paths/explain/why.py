"""Why a treatment has its status: the rows that decide, and what the profile says to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ..guide import Guide
from ..profile import Profile
from ..records import Indication
from ..statuses import OFFERED, RANK, STATUSES
from ..words import based, is_or_are, listed, sections
from .result import Explanation

__all__ = ["Check", "Deciding", "Why", "named", "why", "would"]


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
    """A row of ``indications.csv`` that decides, or (``met`` is None) may decide."""

    row: Indication
    checks: tuple[Check, ...]
    met: bool | None


@dataclass(frozen=True)
class Why(Explanation):
    """Why a treatment has its status for a profile. ``rows`` are those that decide."""

    guide: Guide
    profile: Profile
    treatment: str
    status: str
    rows: tuple[Deciding, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each row, with its section."""
        told = [self._sure(row) if row.met else self._possible(row) for row in self.rows]
        if not any(row.met for row in self.rows):
            if self.status == "not_named":
                told.insert(0, self._silent())
            elif self.status in OFFERED:
                told.insert(0, self._either_way())
        return tuple(told)

    def _silent(self) -> str:
        treatment = self.guide.treatments[self.treatment]
        verb = is_or_are(treatment.label)
        return (
            f"{treatment.label} {verb} not indicated here, as none of the guide's conditions "
            f"{'for this is' if verb == 'is' else 'for them is'} surely met "
            f"({sections([treatment.cited])})."
        )

    def _either_way(self) -> str:
        label = self.guide.treatments[self.treatment].label
        cited = [found.row.cited for found in self.rows if found.row.strength in OFFERED]
        return (
            f"{label} {named(label, self.status)} here at least, as one of these conditions is met "
            f"however the rest turns out ({sections(cited)})."
        )

    def _sure(self, found: Deciding) -> str:
        row = found.row
        label = self._label(row)
        present = self.guide.clause(self._present(found)) if row.when else ""
        reason = f"as {present}" if present else self._without_conditions(row)
        return f"{label} {named(label, row.strength)} here, {reason} ({basis(row)})."

    def _without_conditions(self, row: Indication) -> str:
        rows = self.guide.evaluator.rows[self.treatment]
        if all(RANK[other.strength] <= RANK[row.strength] for other in rows):
            return "whatever the profile"
        return "as no condition for more than that is met"

    def _possible(self, found: Deciding) -> str:
        row = found.row
        label = self._label(row)
        open_facts = [
            self.guide.factors[check.factor].label for check in found.checks if check.met is None
        ]
        return (
            f"{label} {named(label, row.strength)} if "
            f"{self.guide.clause(row.when)}; not known here: {listed(open_facts)} "
            f"({basis(row)})."
        )

    def _present(self, found: Deciding) -> Mapping[str, frozenset[str]]:
        """The conditions as the profile meets them: its levels in place of all that would do."""
        return {
            check.factor: frozenset({check.level}) if check.level else check.wanted
            for check in found.checks
        }

    def _label(self, row: Indication) -> str:
        """The treatment, or the member through which its group has the status."""
        name = self.treatment
        if name not in row.treatments:
            name = next(other for other in row.treatments if _under(self.guide, other, name))
        return self.guide.treatments[name].label

    def to_frame(self) -> pd.DataFrame:
        """One row a condition of each deciding row; a row without conditions has one of its own."""
        told = []
        for found in self.rows:
            row = found.row
            for check in found.checks or (None,):
                told.append(
                    {
                        "indication": row.id,
                        "strength": row.strength,
                        "factor": check.factor if check else "",
                        "wanted": "|".join(sorted(check.wanted)) if check else "",
                        "here": (check.level or "") if check else "",
                        "met": check.met if check else True,
                        "why": row.why,
                        "basis": row.basis,
                        "source": row.cited.source,
                        "section": str(row.cited),
                    }
                )
        return pd.DataFrame(told, columns=_COLUMNS)


_COLUMNS = (
    "indication strength factor wanted here met why basis source section".split()  # noqa: SIM905
)


def why(guide: Guide, profile: Profile, treatment: str) -> Why:
    """The rows that decide a treatment's status, or may decide it.

    Of the rows that are surely met only the strongest decide; a row that may be met decides where
    it is stronger than those. A group is decided by its own rows and its members'.

    Raises:
        PnetPathsError: the guide has no such treatment.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> print(why(guide, guide.profile({"liver": "small"}), "rfa"))
    Radiofrequency ablation is an option here, as the tumor has small liver metastases (stated in \
the section "Liver-directed treatment").
    """
    status = guide.evaluator.status(guide.known(treatment), profile)
    found = [
        Deciding(row, _checks(guide, profile, row), guide.evaluator.holds(row.when, profile))
        for row in guide.evaluator.rows[treatment]
    ]
    sure = max((RANK[each.row.strength] for each in found if each.met), default=-1)
    deciding = [
        each
        for each in found
        if (each.met and RANK[each.row.strength] == sure)
        or (each.met is None and RANK[each.row.strength] > sure)
    ]
    deciding.sort(
        key=lambda each: (
            not each.met,
            STATUSES.index(each.row.strength),
            treatment not in each.row.treatments,
            -len(each.row.when),
            each.row.id,
        )
    )
    return Why(guide, profile, treatment, status, tuple(deciding))


def _checks(guide: Guide, profile: Profile, row: Indication) -> tuple[Check, ...]:
    found = []
    for name in guide.factors:
        if name in row.when:
            wanted = row.when[name]
            possible = {profile[name]} if name in profile else set(profile.open[name])
            met = True if possible <= wanted else None if possible & wanted else False
            found.append(Check(name, wanted, profile.level(name), met))
    return tuple(found)


def _under(guide: Guide, treatment: str, group: str) -> bool:
    while treatment and treatment != group:
        treatment = guide.treatments[treatment].member_of
    return treatment == group


def basis(row: Indication) -> str:
    """Whether the guide states a row or we infer it, and where."""
    return based([row.basis], [row.cited])


def named(label: str, status: str) -> str:
    """The status as what a sentence says of a treatment.

    >>> named("PRRT", "option"), named("Somatostatin analogs", "usual"), named("PRRT", "later")
    ('is an option', 'are usual', 'comes later')
    """
    verb = is_or_are(label)
    if status == "later":
        return "comes later" if verb == "is" else "come later"
    return f"{verb} {_PREDICATES[status]}"


def would(status: str) -> str:
    """The status as what would be.

    >>> would("later"), would("against")
    ('would come later', 'would not be recommended')
    """
    if status == "later":
        return "would come later"
    if status == "against":
        return "would not be recommended"
    return f"would be {_PREDICATES[status]}"


_PREDICATES = {
    "usual": "usual",
    "option": "an option",
    "against": "not recommended",
    "not_named": "not indicated",
}
