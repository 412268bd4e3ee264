"""Why a treatment has its status: the rows that decide, and what the profile says to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..guide.guide import GuideValue
from ..guide.profile import Profile
from ..guide.sentence_patterns import fill
from ..guide.sentences import (
    basis_phrase,
    capitalize,
    join_words,
    pronoun,
    section_phrase,
    verb_forms,
)
from ..statuses import NOT_OFFERED, Status, Strength, caveat_words, possible_of, status_of
from ..tables.models import Indication
from .deciding_rows import Deciding, checks, deciding_rows
from .explanation import Explanation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Why", "named", "why"]


@dataclass(frozen=True)
class Why(Explanation):
    """Why a treatment has its status for a profile. ``rows`` are those that decide.

    ``withheld_offers`` are rows that would offer it but for conditions that we add to the source's.
    """

    guide: GuideValue
    profile: Profile
    treatment: str
    status: Status
    possible: frozenset[Status]
    rows: tuple[Deciding, ...]
    withheld_offers: tuple[Indication, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each row, with its section."""
        sentences = [self.sentence(found) for found in self.rows]
        if self.status is Status.NOT_NAMED:
            sentences.insert(0, self._silent())
        elif self.status is not Status.DEPENDS and not any(found.sure for found in self.rows):
            sentences.insert(0, self._either_way())
        return tuple(dict.fromkeys([*sentences, *self.our_reading]))

    @property
    def conditional_no(self) -> tuple[str, ...]:
        """Where a treatment that is not named would get a no, with the words of each row."""
        if self.status is not Status.NOT_NAMED:
            return ()
        return tuple(
            fill(
                f"where_{found.row.strength.status}",
                open=self._open(found),
                words=found.row.words,
                basis=basis_phrase([found.row]),
            )
            for found in self.rows
        )

    @property
    def our_reading(self) -> tuple[str, ...]:
        """The conditions of ours for which alone a stated row does not offer the treatment."""
        return tuple(
            fill(
                "but_for_ours",
                clause=self.guide.clause(self._unmet_of_ours(row)),
                label=self._name,
                would=fill(f"would_{row.strength}"),
                basis=basis_phrase([row]),
            )
            for row in self.withheld_offers
        )

    def _unmet_of_ours(self, row: Indication) -> Mapping[str, frozenset[str]]:
        found = checks(self.guide, self.profile, row)
        return {
            check.factor: check.wanted
            for check in found
            if check.factor in row.inferred_facts and not check.met
        }

    @property
    def _name(self) -> str:
        return self.guide.treatments[self.treatment].phrase

    def _silent(self) -> str:
        some_no = len(self.possible) > 1
        return fill(
            "silent_but_no" if some_no else "silent",
            label=self._name,
            no=caveat_words(self.possible),
            them=pronoun(self._name),
            cited=section_phrase([self.guide.treatments[self.treatment].cited]),
        )

    def _either_way(self) -> str:
        no = self.status.is_caveat
        cited = [f.row.cited for f in self.rows if no or f.row.strength.offers]
        return fill(
            f"either_way_{self.status}" if no else "either_way",
            label=self._name,
            named="" if no else named(self._name, self.status),
            cited=section_phrase(cited),
        )

    def sentence(self, found: Deciding) -> str:
        """What one of the rows says, as a sentence with its section."""
        row = found.row
        how = "no" if row.strength.says_no else "offer" if row.strength.offers else "waits"
        words = {"what": self._what(found), "words": row.words, "basis": basis_phrase([row])}
        if found.met:
            reason, unless = self._reason(found), self._unless(found)
            return capitalize(fill(f"met_{how}", reason=reason, unless=unless, **words))
        return capitalize(fill(f"open_{how}", open=self._open(found), **words))

    def _what(self, found: Deciding) -> str:
        """The status that a row gives, and the members or the group through which it does."""
        row, label = found.row, self._name
        if not row.strength.offers:
            groups = [] if self.treatment in row.treatments else self._named_groups(row)
            like = fill("like_all", groups=join_words(groups)) if groups else ""
            how = f"here_{row.strength.status}" if row.strength.says_no else "waits"
            return fill(how, label=label, like=like, **verb_forms(label))
        members = [self.guide.treatments[name].phrase for name in found.through]
        through = fill("through", members=join_words(members)) if members else ""
        status = row.strength.status
        would = fill(f"would_{status}") if self._only_waits(found) else named(label, status)
        return fill("offer", label=label, named=would, through=through)

    def _unless(self, found: Deciding) -> str:
        """What else may count: something that is stronger, or that has the treatment wait."""
        if found.row.strength is Strength.WAITS:
            return ""
        if self._only_waits(found):
            return fill("but_waits", **verb_forms(self._name))
        if found.waits and found.row.strength is not Strength.LATER:
            return fill("unless_waits", label=self._name, **verb_forms(self._name))
        return "" if found.sure else fill("unless")

    def _only_waits(self, found: Deciding) -> bool:
        """Whether what a row offers as more than a later step has to wait in all cases."""
        return found.waits and found.row.strength.status not in self.possible

    def _named_groups(self, row: Indication) -> list[str]:
        """The groups of the treatment of which a row speaks."""
        groups = self.guide.groups_of(self.treatment)
        return [self.guide.treatments[name].phrase for name in row.treatments if name in groups]

    def _reason(self, found: Deciding) -> str:
        if found.row.when:
            present = self._present(found)
            return fill("as", clause=self.guide.clause(present, found.ours))
        rows = self.guide.evaluator.rows[self.treatment]
        rank = found.row.strength.rank
        if all(other.strength.rank <= rank for other in rows):
            return fill("whatever")
        return fill("in_general")

    def _open(self, found: Deciding) -> str:
        """The conditions of which it is not known whether they are met."""
        unknown = {check.factor: check.wanted for check in found.checks if check.met is None}
        return self.guide.clause(unknown, found.ours)

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
                        "ours": check is not None and check.factor in found.ours,
                        "why": row.why,
                        "basis": row.basis,
                        "source": row.cited.source,
                        "section": str(row.cited),
                    }
                )
        return pd.DataFrame(rows, columns=_COLUMNS)


_COLUMNS = (
    "indication strength factor wanted here met ours why basis source section".split()  # noqa: SIM905
)


def why(guide: GuideValue, profile: Profile, treatment: str) -> Why:
    """The rows that decide a treatment's status, or may decide it: stated ones first.

    A group is decided by its own rows and its members' offers, a member also by what rules out its
    group or has it wait.

    Args:
        guide: the guide that is asked.
        profile: a profile of it.
        treatment: the id of a treatment.

    Raises:
        PnetPathsError: the guide has no such treatment.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> profile = guide.profile({"liver": "small", "course": "first", "removed": "no"})
    >>> print(why(guide, profile, "rfa"))
    Radiofrequency ablation is an option here, as the tumor has small liver metastases and is \
still there (stated in the section "Liver-directed treatment").
    """
    evaluator = guide.evaluator
    root = evaluator.roots[guide.check_treatment(treatment)]
    (ranks,) = evaluator.possible_ranks([root], profile)
    status = status_of(ranks)
    rows = deciding_rows(guide, profile, treatment)
    withheld = evaluator.withheld_offers(treatment, profile) if status in NOT_OFFERED else ()
    possible = possible_of(ranks)
    return Why(guide, profile, treatment, status, possible, rows, tuple(withheld))


def named(label: str, status: Status) -> str:
    """An offer as what a sentence says of a treatment.

    >>> named("PRRT", Status.OPTION), named("PRRT", Status.LATER)
    ('is an option', 'comes later')
    """
    return fill(f"named_{status}", **verb_forms(label))
