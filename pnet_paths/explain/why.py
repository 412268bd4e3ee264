"""Why a treatment has its status: the rows that decide, each with its conditions."""

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
from ..statuses import NOT_OFFERED, Status, Strength, caveat_words, status_of, statuses_of
from ..tables.models import Indication
from .explained_rows import ExplainedRow, condition_checks, explained_rows
from .explanation import Explanation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Why", "offer_phrase", "why"]


@dataclass(frozen=True)
class Why(Explanation):
    """Why a treatment has its status for a profile. ``rows`` are those that decide.

    ``withheld_offers`` are rows that would offer it but for conditions that we added.
    """

    guide: GuideValue
    profile: Profile
    treatment: str
    status: Status
    possible: frozenset[Status]
    rows: tuple[ExplainedRow, ...]
    withheld_offers: tuple[Indication, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each row, with its section."""
        sentences = [self.sentence(explained) for explained in self.rows]
        if self.status is Status.NOT_NAMED:
            sentences.insert(0, self._silent())
        elif self.status is not Status.DEPENDS and not any(
            explained.sure for explained in self.rows
        ):
            sentences.insert(0, self._either_way())
        return tuple(dict.fromkeys([*sentences, *self.our_reading]))

    @property
    def conditional_no(self) -> tuple[str, ...]:
        """Where a treatment that is not named would get a no, one sentence for each row."""
        if self.status is not Status.NOT_NAMED:
            return ()
        return tuple(
            fill(
                f"where_{explained.row.strength.status}",
                open=self._open(explained),
                words=explained.row.words,
                basis=basis_phrase([explained.row]),
            )
            for explained in self.rows
        )

    @property
    def our_reading(self) -> tuple[str, ...]:
        """The conditions that we added and that alone keep stated rows from offering it."""
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
        return {
            check.factor: check.wanted
            for check in condition_checks(self.guide, self.profile, row)
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
            named="" if no else offer_phrase(self._name, self.status),
            cited=section_phrase(cited),
        )

    def sentence(self, explained: ExplainedRow) -> str:
        """Return one of the rows as a sentence with its section."""
        row = explained.row
        how = "no" if row.strength.says_no else "offer" if row.strength.offers else "waits"
        words = {"what": self._what(explained), "words": row.words, "basis": basis_phrase([row])}
        if explained.met:
            reason, unless = self._reason(explained), self._unless(explained)
            return capitalize(fill(f"met_{how}", reason=reason, unless=unless, **words))
        return capitalize(fill(f"open_{how}", open=self._open(explained), **words))

    def _what(self, explained: ExplainedRow) -> str:
        """Return the status that a row gives, and the members or groups through which it does."""
        row, label = explained.row, self._name
        if not row.strength.offers:
            groups = [] if self.treatment in row.treatments else self._named_groups(row)
            like = fill("like_all", groups=join_words(groups)) if groups else ""
            how = f"here_{row.strength.status}" if row.strength.says_no else "waits"
            return fill(how, label=label, like=like, **verb_forms(label))
        members = [self.guide.treatments[name].phrase for name in explained.through]
        through = fill("through", members=join_words(members)) if members else ""
        status = row.strength.status
        would = (
            fill(f"would_{status}") if self._only_waits(explained) else offer_phrase(label, status)
        )
        return fill("offer", label=label, named=would, through=through)

    def _unless(self, explained: ExplainedRow) -> str:
        """Return what may count instead: a stronger row, or one that makes the treatment wait."""
        if explained.row.strength is Strength.WAITS:
            return ""
        if self._only_waits(explained):
            return fill("but_waits", **verb_forms(self._name))
        if explained.waits and explained.row.strength is not Strength.LATER:
            return fill("unless_waits", label=self._name, **verb_forms(self._name))
        return "" if explained.sure else fill("unless")

    def _only_waits(self, explained: ExplainedRow) -> bool:
        """Return True if the offer of a row has to wait in all completions."""
        return explained.waits and explained.row.strength.status not in self.possible

    def _named_groups(self, row: Indication) -> list[str]:
        """Return the groups of the treatment that a row names."""
        groups = self.guide.groups_of(self.treatment)
        return [self.guide.treatments[name].phrase for name in row.treatments if name in groups]

    def _reason(self, explained: ExplainedRow) -> str:
        if explained.row.when:
            present = self._present(explained)
            return fill("as", clause=self.guide.clause(present, explained.ours))
        rows = self.guide.evaluator.rows[self.treatment]
        rank = explained.row.strength.rank
        if all(other.strength.rank <= rank for other in rows):
            return fill("whatever")
        return fill("in_general")

    def _open(self, explained: ExplainedRow) -> str:
        """Return the conditions that depend on unknown facts, as a clause."""
        unknown = {check.factor: check.wanted for check in explained.checks if check.met is None}
        return self.guide.clause(unknown, explained.ours)

    def _present(self, explained: ExplainedRow) -> Mapping[str, frozenset[str]]:
        """Return the conditions of a row with the profile's levels in place of all that fit."""
        return {
            check.factor: frozenset({check.level}) if check.level else check.wanted
            for check in explained.checks
        }

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each condition of each deciding row, or one if it has none."""
        import pandas as pd

        rows = []
        for explained in self.rows:
            row = explained.row
            for check in explained.checks or (None,):
                rows.append(
                    {
                        "indication": row.id,
                        "strength": row.strength,
                        "factor": check.factor if check else "",
                        "wanted": "|".join(sorted(check.wanted)) if check else "",
                        "here": (check.level or "") if check else "",
                        "met": check.met if check else True,
                        "ours": check is not None and check.factor in explained.ours,
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
    """Return the rows that decide or can decide a treatment's status, stated ones first.

    A group is decided by its own rows and its members' offers; a member also by rows that rule out
    its group or make it wait.

    Args:
        guide: a guide.
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
    rows = explained_rows(guide, profile, treatment)
    withheld = evaluator.withheld_offers(treatment, profile) if status in NOT_OFFERED else ()
    possible = statuses_of(ranks)
    return Why(guide, profile, treatment, status, possible, rows, tuple(withheld))


def offer_phrase(label: str, status: Status) -> str:
    """Return an offer as the predicate of a sentence.

    >>> offer_phrase("PRRT", Status.OPTION), offer_phrase("PRRT", Status.LATER)
    ('is an option', 'comes later')
    """
    return fill(f"named_{status}", **verb_forms(label))
