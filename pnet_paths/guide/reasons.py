"""The rows behind a treatment's status, and all that a reader sees of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..logic.rank_sets import MET, UNMET
from ..statuses import Status, Strength, status_of
from ..tables.models import Indication
from .treatment_rules import TreatmentRules

__all__ = ["DecidingRow", "Reasons", "TreatmentReasons", "our_facts"]


def our_facts(rows: Iterable[Indication]) -> frozenset[str]:
    """Return the factors that stated rows ask for only because we added the condition.

    A factor for which one of the rows asks as the source does is not among them.
    """
    stated = [row for row in rows if not row.inferred]
    ours = {name for row in stated for name in row.inferred_facts}
    return frozenset(ours.difference(name for row in stated for name in row.stated_when))


_SOONER = (Strength.USUAL, Strength.OPTION)
"""Strengths of rows whose offers come later if they have to wait."""


class DecidingRow(NamedTuple):
    """A row that decides a treatment in some completion of a profile.

    ``sure``: it does so in all completions. ``waits``: in some the treatment has to wait.
    """

    row: Indication
    sure: bool
    waits: bool

    def can_give(self, status: Status) -> bool:
        """Return True if it can give the treatment this status."""
        later = status is Status.LATER and self.waits
        return later or self.row.strength.status is status


@dataclass(frozen=True, slots=True)
class Reasons:
    """A status over all completions of a profile, and the rows behind it, stated ones first.

    ``certain``: the rows decide in all completions; otherwise they are all that can decide.
    ``conditional`` are the rows that say no in some completions if the status is "not named".
    """

    status: Status
    inferred: bool
    rows: tuple[Indication, ...]
    certain: bool
    conditional: tuple[Indication, ...]

    def shown(self, own: frozenset[str]) -> tuple[Indication, ...]:
        """Return the rows whose words are shown: the treatment's own, or else its members'.

        Rows that make it wait are always among them.

        Args:
            own: the ids of the rows that the treatment does not have from its members.
        """
        waits = [row for row in self.rows if row.strength is Strength.WAITS]
        others = [row for row in self.rows if row.strength is not Strength.WAITS]
        mine = [row for row in others if row.id in own]
        return (*(mine or others), *waits)


class TreatmentReasons:
    """What decides one treatment, for any profile: diagrams, and the rows they stand for.

    Attributes:
        rows: the rows that can decide it, stated ones first.
        own: the ids of those that it does not have from its members.
        roots: the diagrams of status and basis; then, for each row, where it decides; then, for
            each row, where it decides a treatment that has to wait.
    """

    def __init__(self, rules: TreatmentRules, treatment: str) -> None:
        self.treatment = treatment
        self.own = frozenset(row.id for row in rules.own_rows(treatment))
        self.rows = sorted(rules.rows[treatment], key=lambda row: (row.inferred, row.row))
        never = rules.condition_root()
        sooner = _SOONER if any(row.strength is Strength.WAITS for row in self.rows) else ()
        self.roots = (
            rules.status_root(treatment),
            rules.inferred_root(treatment),
            *(rules.deciding_root(row, treatment) for row in self.rows),
            *(
                rules.waiting_root(row, treatment) if row.strength in sooner else never
                for row in self.rows
            ),
        )
        self._rules = rules

    @cached_property
    def remark_roots(self) -> Mapping[tuple[str, str], int]:
        """Where each of the words, marks and aims is shown, by kind and text.

        Together with status and basis they are all that a reader sees of a complete profile.
        """
        remarks: dict[tuple[str, str], list[int]] = {}
        for row in self.rows:
            decides = self._rules.deciding_root(row, self.treatment)
            remarks.setdefault(("words", row.short_words), []).append(self._words_root(row))
            if self._is_named_by(row):
                remarks.setdefault(("mark", row.mark), []).append(decides)
            for aim in row.aims:
                remarks.setdefault(("aim", aim), []).append(decides)
        return {key: self._rules.any_root(roots) for key, roots in remarks.items() if key[1]}

    def _is_named_by(self, row: Indication) -> bool:
        return self.treatment in row.treatments

    def _words_root(self, row: Indication) -> int:
        """Return where the words of a row are shown; a member's only without own ones."""
        decides = self._rules.deciding_root(row, self.treatment)
        if row.id in self.own or row.strength is Strength.WAITS:
            return decides
        return self._rules.except_root(decides, self._own_offers_root)

    @cached_property
    def _own_offers_root(self) -> int:
        own = [row for row in self.rows if row.id in self.own and row.strength.offers]
        return self._rules.any_root(self._rules.deciding_root(row, self.treatment) for row in own)

    def deciding_rows(self, ranks: Sequence[int]) -> list[DecidingRow]:
        """Return the rows that decide in some completion.

        Args:
            ranks: the ranks possible for each of ``roots``, as bits.
        """
        decides, waits = ranks[2 : 2 + len(self.rows)], ranks[2 + len(self.rows) :]
        return [
            DecidingRow(row, decided == MET, waiting != UNMET)
            for row, decided, waiting in zip(self.rows, decides, waits, strict=True)
            if decided != UNMET
        ]

    def reasons(self, ranks: Sequence[int]) -> Reasons:
        """Return the status and the rows that give it.

        Args:
            ranks: the ranks possible for each of ``roots``, as bits.
        """
        status = status_of(ranks[0])
        deciding = self.deciding_rows(ranks)
        giving = [each for each in deciding if each.can_give(status)]
        sure = tuple(each.row for each in giving if each.sure)
        silent = status is Status.NOT_NAMED
        return Reasons(
            status,
            not silent and ranks[1] != UNMET,
            sure or tuple(each.row for each in giving),
            bool(sure),
            tuple(each.row for each in deciding) if silent else (),
        )

    def statement(self, ranks: Sequence[int]) -> tuple[object, ...]:
        """Return all that a reader sees: two profiles with equal statements do not differ.

        It has the status, whether it is inferred, words (never the full ``why``), marks and aims.

        Args:
            ranks: the ranks possible for each of ``roots``, as bits.
        """
        reasons = self.reasons(ranks)
        shown = [*reasons.shown(self.own), *reasons.conditional]
        return (
            reasons.status,
            reasons.inferred,
            frozenset(row.short_words for row in shown if row.short_words),
            frozenset(row.mark for row in reasons.rows if row.mark and self._is_named_by(row)),
            frozenset(aim for row in reasons.rows for aim in row.aims),
        )
