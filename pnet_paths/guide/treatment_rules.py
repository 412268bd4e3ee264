"""The rows that decide each treatment, compiled to diagrams of its status.

A member is decided by its own rows, and by rows that rule out one of its groups or make it wait. A
group that is not ruled out has the strongest offer among its own rows and its members, else its own
no. A member's no never counts for its group. An offer that has to wait comes later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce

from ..logic.decision_diagrams import Forest, Rule
from ..logic.rank_sets import MET, UNMET, Ranks, both_met
from ..statuses import OFFERS, Status, Strength
from ..tables.models import Conditions, Indication, Treatment

__all__ = ["TreatmentRules"]

_LATER_INFERRED, _LATER_STATED = (2 * Status.LATER.rank - by for by in (1, 0))
_FIRST_OFFER = Ranks.of(_LATER_INFERRED)
_FOR_MEMBERS = (Strength.RULED_OUT, Strength.WAITS)
"""Rows of these strengths hold for the members of a group, too."""


class TreatmentRules:
    """The diagrams of a guide's treatments, and the rows behind each of their answers.

    Args:
        rule: makes a rule of conditions, a rank, and whether it overrides others.
        never: the rules of what cannot occur.
    """

    def __init__(
        self,
        forest: Forest,
        rule: Callable[[Conditions, int, bool], Rule],
        never: Sequence[Rule],
        treatments: Mapping[str, Treatment],
        indications: Sequence[Indication],
    ) -> None:
        self._forest, self._rule, self._never = forest, rule, never
        forest.work.add_rows(row.when for row in indications)
        self._treatments = treatments
        self._members: dict[str, list[str]] = {}
        for name, treatment in treatments.items():
            self._members.setdefault(treatment.member_of, []).append(name)
        self._rows_naming: dict[str, list[Indication]] = {name: [] for name in treatments}
        for row in indications:
            for name in row.treatments:
                self._rows_naming[name].append(row)
        self._own = {name: self._rows_naming_it_or_groups(name) for name in treatments}
        self._roots_unhindered: dict[str, int] = {}
        self._unhindered: dict[str, int] = {}
        self._same_offer_roots: dict[tuple[str, str], int] = {}
        self._detail_roots: dict[str, int] = {}
        self._statuses: dict[str, int] = {}
        self._conditions: dict[frozenset[frozenset[tuple[str, frozenset[str]]]], int] = {}
        self._deciding: dict[tuple[str, str], int] = {}

    # -- which rows -------------------------------------------------------------------------

    @cached_property
    def rows(self) -> Mapping[str, tuple[Indication, ...]]:
        """By treatment the rows that can decide it, its own first."""
        return {name: tuple(self._deciding_rows_of(name)) for name in self._treatments}

    def own_rows(self, treatment: str) -> tuple[Indication, ...]:
        """Return the rows that name a treatment, or rule out one of its groups or make it wait."""
        return tuple(self._own[treatment].values())

    def waiting_rows(self, treatment: str) -> tuple[Indication, ...]:
        """Return the rows that make a treatment, or one of its groups, wait."""
        return tuple(row for row in self.own_rows(treatment) if row.strength is Strength.WAITS)

    def material(self, treatment: str) -> tuple[object, ...]:
        """Return all that a treatment's diagrams are made from, but what cannot occur.

        That is its place, and that of its members, with the rows that name any of them or one of
        its groups, wherever they stand in their table.
        """
        names = [treatment, *self._below(treatment)]
        rows = {
            row.id: row.model_copy(update={"row": 0})
            for name in (*names, *self._groups(treatment))
            for row in self._rows_naming[name]
        }
        return {name: [*self._groups(name)] for name in names}, rows

    def _rows_naming_it_or_groups(self, treatment: str) -> dict[str, Indication]:
        groups = [row for group in self._groups(treatment) for row in self._rows_naming[group]]
        inherited = [row for row in groups if row.strength in _FOR_MEMBERS]
        return {row.id: row for row in (*self._rows_naming[treatment], *inherited)}

    def _deciding_rows_of(self, treatment: str) -> Iterator[Indication]:
        rows = dict(self._own[treatment])
        for member in self._below(treatment):
            for row in self._rows_naming[member]:
                if not row.strength.yields:  # a member's no stays with the member
                    rows.setdefault(row.id, row)
        return iter(rows.values())

    def _groups(self, treatment: str) -> Iterator[str]:
        while treatment := self._treatments[treatment].member_of:
            yield treatment

    def _below(self, treatment: str) -> Iterator[str]:
        for member in self._members.get(treatment, ()):
            yield member
            yield from self._below(member)

    # -- what they make of a treatment --------------------------------------------------------

    def status_root(self, treatment: str) -> int:
        """Return the root of a treatment's status, by rank."""
        if treatment not in self._statuses:
            root = self._forest.translate(self._status_and_basis(treatment), _status)
            self._statuses[treatment] = root
        return self._statuses[treatment]

    def unhindered_root(self, treatment: str) -> int:
        """Return the root of the status that a treatment has without rows that make it wait."""
        if treatment not in self._unhindered:
            root = self._forest.translate(self._status_and_basis_without_waits(treatment), _status)
            self._unhindered[treatment] = root
        return self._unhindered[treatment]

    def remaining_work(self) -> float:
        """How many times as many treatments are to come as there are diagrams of so far.

        Those with few rows do not count: their diagrams are small.
        """
        sizes = {name: len(self._own[name]) for name in self._treatments}
        typical = sum(sizes[name] for name in self._detail_roots) / len(self._detail_roots)
        heavy = [
            name for name in sizes if name not in self._detail_roots and sizes[name] >= typical
        ]
        return len(heavy) / len(self._detail_roots)

    def inferred_root(self, treatment: str) -> int:
        """Return the root of where a status rests on inference alone: rank 1 there, else 0."""
        return self._forest.translate(self._status_and_basis(treatment), _inferred)

    def condition_root(self, *whens: Conditions) -> int:
        """Return the root of where any of some conditions are met: rank 1 there, else 0."""
        key = frozenset(frozenset(when.items()) for when in whens)
        if key not in self._conditions:
            self._conditions[key] = self._compile([self._rule(when, 1, False) for when in whens])
        return self._conditions[key]

    def any_root(self, roots: Iterable[int]) -> int:
        """Return the root of where any of some diagrams has rank 1."""
        return reduce(lambda a, b: self._forest.combine(a, b, max), roots, self.condition_root())

    def except_root(self, root: int, barred: int) -> int:
        """Return the root of where one condition is met and the barring one is not."""
        return self._forest.combine(root, barred, _and_not)

    def deciding_root(self, row: Indication, treatment: str) -> int:
        """Return the root of where a row is among those that decide a treatment: rank 1 there."""
        key = (row.id, treatment)
        if key not in self._deciding:
            own = row.id in self._own[treatment]
            root = self._own_deciding_root(row, treatment) if own else self.condition_root()
            if not row.strength.says_no:
                for member in self._members.get(treatment, ()):
                    through = self._member_deciding_root(row, member, treatment)
                    root = self._forest.combine(root, through, max)
            self._deciding[key] = root
        return self._deciding[key]

    def waiting_root(self, row: Indication, treatment: str) -> int:
        """Return the root of where a row decides a treatment that comes later: rank 1 there."""
        later = Ranks.of(Status.LATER.rank)
        return self._met_with_status(
            self.deciding_root(row, treatment), self.status_root(treatment), later
        )

    def _own_deciding_root(self, row: Indication, treatment: str) -> int:
        met = self.condition_root(row.when)
        if row.strength is Strength.WAITS:
            return self._forest.combine(met, self.status_root(treatment), _met_where_offered)
        root = self._met_with_status(
            met, self.unhindered_root(treatment), Ranks.of(row.strength.rank)
        )
        if row.strength.yields:  # nothing else counts where a row rules out
            ruling = [
                other for other in self.own_rows(treatment) if other.strength is Strength.RULED_OUT
            ]
            barred = self.condition_root(*(other.when for other in ruling))
            root = self.except_root(root, barred)
        return root

    def _member_deciding_root(self, row: Indication, member: str, treatment: str) -> int:
        """Return where a row decides a group by deciding a member with the strongest offer."""
        key = (member, treatment)
        if key not in self._same_offer_roots:
            self._same_offer_roots[key] = self._forest.combine(
                self.status_root(member), self.unhindered_root(treatment), _same_offer
            )
        return self._forest.combine(
            self.deciding_root(row, member), self._same_offer_roots[key], both_met
        )

    def _met_with_status(self, root: int, status: int, wanted: Ranks) -> int:
        """Return where a condition is met and a status is the wanted one."""
        return self._forest.combine(
            root, status, lambda met, has: met and (met if has == wanted else UNMET)
        )

    def _status_and_basis(self, treatment: str) -> int:
        """Return the root of status and basis: two ranks for a status, inferred below stated."""
        if treatment not in self._detail_roots:
            root = self._status_and_basis_without_waits(treatment)
            waits = self.waiting_rows(treatment)
            if waits:
                hindered = self._compile(
                    [self._rule(row.when, 1 + row.inferred, False) for row in waits]
                )
                root = self._forest.combine(root, hindered, _later)
            self._detail_roots[treatment] = root
        return self._detail_roots[treatment]

    def _status_and_basis_without_waits(self, treatment: str) -> int:
        """Return the same without rows that make the treatment wait."""
        if treatment not in self._roots_unhindered:
            work = self._forest.work
            before = work.done
            root = self._compile(
                [
                    self._rule(row.when, _rank(row), row.strength is Strength.RULED_OUT)
                    for row in self.own_rows(treatment)
                    if row.strength is not Strength.WAITS
                ]
            )
            for member in self._members.get(treatment, ()):
                root = self._forest.combine(root, self._status_and_basis(member), _stronger_offer)
                work.check(before)
            self._roots_unhindered[treatment] = root
        return self._roots_unhindered[treatment]

    def _compile(self, rules: Sequence[Rule]) -> int:
        return self._forest.compile([*rules, *self._never])


def _rank(row: Indication) -> int:
    return 2 * row.strength.rank - row.inferred


def _stronger_offer(group: int, member: int) -> int:
    return max(group, member) if member >= _FIRST_OFFER else group


def _status(ranks: int) -> int:
    return ranks and Ranks.of((Ranks(ranks).highest + 1) // 2)


def _inferred(ranks: int) -> int:
    return ranks and (MET if Ranks(ranks).highest % 2 else UNMET)


def _later(ranks: int, waits: int) -> int:
    """Return "later" for an offer that has to wait; ``waits``: rank 1 stated, 2 inferred."""
    if ranks < _FIRST_OFFER or waits == UNMET:
        return ranks and waits and ranks
    stated = waits == MET and not Ranks(ranks).highest % 2
    return Ranks.of(_LATER_STATED if stated else _LATER_INFERRED)


def _met_where_offered(met: int, status: int) -> int:
    return met and (met if OFFERS & status else UNMET)


def _same_offer(member: int, group: int) -> int:
    return member and (MET if member == group and OFFERS & group else UNMET)


def _and_not(met: int, barred: int) -> int:
    return UNMET if met and barred == MET else met
