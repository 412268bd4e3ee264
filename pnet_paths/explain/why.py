"""Why a treatment has its status: the rows that decide, and what the profile says to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..guide.guide import GuideValue
from ..guide.profile import Profile
from ..guide.sentence_patterns import said
from ..guide.sentences import based, listed, sections, them, verb_of
from ..statuses import Status
from ..tables.models import Indication
from .explanation import Explanation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Check", "Deciding", "Why", "basis", "named", "why"]


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
    ``sure``: whether it decides however the rest turns out. ``through`` are the members through
    which it decides their group.
    """

    row: Indication
    checks: tuple[Check, ...]
    met: bool | None
    sure: bool
    through: tuple[str, ...]


@dataclass(frozen=True)
class Why(Explanation):
    """Why a treatment has its status for a profile. ``rows`` are those that decide."""

    guide: GuideValue
    profile: Profile
    treatment: str
    status: Status
    rows: tuple[Deciding, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each row, with its section."""
        sentences = [self.sentence(found) for found in self.rows]
        if self.status is Status.NOT_NAMED:
            sentences.insert(0, self._silent())
        elif self.status is not Status.DEPENDS and not any(found.sure for found in self.rows):
            sentences.insert(0, self._either_way())
        return tuple(sentences)

    @property
    def conditional_no(self) -> tuple[str, ...]:
        """Where a treatment that is not named would get a no, with the words of each row."""
        if self.status is not Status.NOT_NAMED:
            return ()
        return tuple(
            said(
                "rather_not_where",
                open=self._open(found),
                words=found.row.words,
                basis=basis(found.row),
            )
            for found in self.rows
        )

    def _silent(self) -> str:
        treatment = self.guide.treatments[self.treatment]
        label, cited = treatment.label, sections([treatment.cited])
        return said("silent", label=label, them=them(label), cited=cited)

    def _either_way(self) -> str:
        label = self.guide.treatments[self.treatment].label
        if self.status is Status.AGAINST:
            cited = [found.row.cited for found in self.rows]
            return said("no_either_way", label=label, cited=sections(cited))
        cited = [found.row.cited for found in self.rows if found.row.strength.offers]
        status = named(label, self.status)
        return said("either_way", label=label, named=status, cited=sections(cited))

    def sentence(self, found: Deciding) -> str:
        """What one of the rows says, as a sentence with its section."""
        row = found.row
        what = self._what(found)
        if found.met:
            how = "met_no" if row.strength.says_no else "met_offer"
            unless = "" if found.sure else said("unless")
            reason = self._reason(found)
            return said(how, what=what, reason=reason, unless=unless, basis=basis(row))
        how = "open_no" if row.strength.says_no else "open_offer"
        return said(how, what=what, open=self._open(found), basis=basis(row))

    def _what(self, found: Deciding) -> str:
        """The status that a row gives, and the members or the group through which it does."""
        row, label = found.row, self.guide.treatments[self.treatment].label
        if row.strength.says_no:
            groups = [] if self.treatment in row.treatments else self._ruled_out(row)
            like = said("like_all", groups=listed(groups)) if groups else ""
            return said("no", label=label, like=like, words=row.words)
        members = [self.guide.treatments[name].label for name in found.through]
        through = said("through", members=listed(members)) if members else ""
        return said("offer", label=label, named=named(label, row.strength.status), through=through)

    def _ruled_out(self, row: Indication) -> list[str]:
        """The groups of the treatment that a row rules out."""
        treatments = self.guide.treatments
        return [
            treatments[name].label
            for name in row.treatments
            if name in self.guide.groups_of(self.treatment)
        ]

    def _reason(self, found: Deciding) -> str:
        if found.row.when:
            return said("as", clause=self.guide.clause(self._present(found)))
        rows = self.guide.evaluator.rows[self.treatment]
        rank = found.row.strength.rank
        if all(other.strength.rank <= rank for other in rows):
            return said("whatever")
        return said("no_stronger" if found.sure else "in_general")

    def _open(self, found: Deciding) -> str:
        """The conditions of which it is not known whether they are met."""
        unknown = {check.factor: check.wanted for check in found.checks if check.met is None}
        return self.guide.clause(unknown)

    def _present(self, found: Deciding) -> Mapping[str, frozenset[str]]:
        """The conditions as the profile meets them: its levels in place of all that would do."""
        return {
            check.factor: frozenset({check.level}) if check.level else check.wanted
            for check in found.checks
        }

    def to_frame(self) -> pd.DataFrame:
        """One row a condition of each deciding row; a row without conditions has one of its own."""
        import pandas as pd

        rows = []
        for found in self.rows:
            row = found.row
            for check in found.checks or (None,):
                rows.append(
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
        return pd.DataFrame(rows, columns=_COLUMNS)


_COLUMNS = (
    "indication strength factor wanted here met why basis source section".split()  # noqa: SIM905
)


def why(guide: GuideValue, profile: Profile, treatment: str) -> Why:
    """The rows that decide a treatment's status, or may decide it: stated ones first.

    A group is decided by its own rows and its members' offers, a member also by what rules out its
    group.

    Args:
        guide: the guide that is asked.
        profile: a profile of it.
        treatment: the id of a treatment.

    Raises:
        PnetPathsError: the guide has no such treatment.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> profile = guide.profile({"liver": "small", "removed": "no"})
    >>> print(why(guide, profile, "rfa"))
    Radiofrequency ablation is an option here, as the tumor has small liver metastases and is \
still there (stated in the section "Liver-directed treatment").
    """
    evaluator = guide.evaluator
    status = evaluator.status(guide.known(treatment), profile)
    rows = tuple(
        Deciding(
            row,
            _checks(guide, profile, row),
            evaluator.holds(row.when, profile),
            sure,
            _through(guide, profile, row, treatment),
        )
        for row, sure in evaluator.deciding(treatment, profile)
    )
    return Why(guide, profile, treatment, status, rows)


def _through(
    guide: GuideValue, profile: Profile, row: Indication, treatment: str
) -> tuple[str, ...]:
    """The members through which a row decides a group that it does not name."""
    if row.strength.says_no or treatment in row.treatments:
        return ()
    found: list[str] = []
    for member in guide.members(treatment):
        if any(row == other for other, _ in guide.evaluator.deciding(member.id, profile)):
            found += _through(guide, profile, row, member.id) or [member.id]
    return tuple(found)


def _checks(guide: GuideValue, profile: Profile, row: Indication) -> tuple[Check, ...]:
    found = []
    for name in guide.factors:
        if name in row.when:
            wanted = row.when[name]
            possible = {profile[name]} if name in profile else set(profile.open[name])
            met = True if possible <= wanted else None if possible & wanted else False
            found.append(Check(name, wanted, profile.level(name), met))
    return tuple(found)


def basis(row: Indication) -> str:
    """Whether the guide states a row or we infer it, and where."""
    return based([row.basis], [row.cited])


def named(label: str, status: Status) -> str:
    """An offer as what a sentence says of a treatment.

    >>> named("PRRT", Status.OPTION), named("PRRT", Status.LATER)
    ('is an option', 'comes later')
    """
    return said(f"named_{status}", **verb_of(label))
