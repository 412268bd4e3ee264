"""The rules of treatments as diagrams: which rows decide one, and what they make of it.

A member is decided by its own rows and by what rules out a group of its, or has it wait. A group
that is not ruled out has the strongest offer among its own rows and its members, else its own no. A
member's no never climbs to its group. What is offered and has to wait comes later.
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
"""What a row says to a group, it says to the members too."""


class TreatmentRules:
    """The diagrams of a guide's treatments, and the rows behind each of their answers.

    Args:
        rule: conditions and a rank as a rule of numbers, which may override others.
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
        """The rows that may decide each treatment, its own first."""
        return {name: tuple(self._deciding_rows_of(name)) for name in self._treatments}

    def own_rows(self, treatment: str) -> tuple[Indication, ...]:
        """The rows that name a treatment, or rule out a group of its or have it wait."""
        return tuple(self._own[treatment].values())

    def waiting_rows(self, treatment: str) -> tuple[Indication, ...]:
        """The rows that have a treatment, or a group of its, wait."""
        return tuple(row for row in self.own_rows(treatment) if row.strength is Strength.WAITS)

    def _rows_naming_it_or_groups(self, treatment: str) -> dict[str, Indication]:
        groups = [row for group in self._groups(treatment) for row in self._rows_naming[group]]
        handed_on = [row for row in groups if row.strength in _FOR_MEMBERS]
        return {row.id: row for row in (*self._rows_naming[treatment], *handed_on)}

    def _deciding_rows_of(self, treatment: str) -> Iterator[Indication]:
        rows = dict(self._own[treatment])
        for member in self._below(treatment):
            for row in self._rows_naming[member]:
                if row.strength is not Strength.AGAINST:  # a member's no stays with the member
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
        """The diagram of a treatment's status, by rank."""
        if treatment not in self._statuses:
            root = self._forest.translate(self._status_and_basis(treatment), _status)
            self._statuses[treatment] = root
        return self._statuses[treatment]

    def unhindered_root(self, treatment: str) -> int:
        """The diagram of the status that a treatment has where nothing has it wait."""
        if treatment not in self._unhindered:
            root = self._forest.translate(self._status_and_basis_unhindered(treatment), _status)
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
        """The diagram of what rests on inference alone: rank 1 where it does, 0 where not."""
        return self._forest.translate(self._status_and_basis(treatment), _inferred)

    def condition_root(self, *whens: Conditions) -> int:
        """The diagram of conditions alone: rank 1 where any of them are met, 0 where none."""
        key = frozenset(frozenset(when.items()) for when in whens)
        if key not in self._conditions:
            self._conditions[key] = self._compile([self._rule(when, 1, False) for when in whens])
        return self._conditions[key]

    def any_root(self, roots: Iterable[int]) -> int:
        """The diagram of where any of some conditions are met."""
        return reduce(lambda a, b: self._forest.combine(a, b, max), roots, self.condition_root())

    def except_root(self, root: int, barred: int) -> int:
        """The diagram of where one condition is met and another is not."""
        return self._forest.combine(root, barred, _and_not)

    def deciding_root(self, row: Indication, treatment: str) -> int:
        """The diagram of where a row is one of those that decide a treatment: rank 1 there."""
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
        """The diagram of where a row decides a treatment that comes later: rank 1 there."""
        later = Ranks.of(Status.LATER.rank)
        return self._met_with_status(
            self.deciding_root(row, treatment), self.status_root(treatment), later
        )

    def _own_deciding_root(self, row: Indication, treatment: str) -> int:
        met = self.condition_root(row.when)
        if row.strength is Strength.WAITS:
            return self._forest.combine(met, self.status_root(treatment), _and_offered)
        root = self._met_with_status(
            met, self.unhindered_root(treatment), Ranks.of(row.strength.rank)
        )
        if row.strength is Strength.AGAINST:  # nothing else counts where a row rules out
            ruling = [
                other for other in self.own_rows(treatment) if other.strength is Strength.RULED_OUT
            ]
            barred = self.condition_root(*(other.when for other in ruling))
            root = self.except_root(root, barred)
        return root

    def _member_deciding_root(self, row: Indication, member: str, treatment: str) -> int:
        """Where a row decides a treatment by deciding a member whose offer is the strongest."""
        key = (member, treatment)
        if key not in self._same_offer_roots:
            self._same_offer_roots[key] = self._forest.combine(
                self.status_root(member), self.unhindered_root(treatment), _same_offer
            )
        return self._forest.combine(
            self.deciding_root(row, member), self._same_offer_roots[key], both_met
        )

    def _met_with_status(self, root: int, status: int, wanted: Ranks) -> int:
        """Where a condition is met and a status is the wanted one."""
        return self._forest.combine(
            root, status, lambda met, has: met and (met if has == wanted else UNMET)
        )

    def _status_and_basis(self, treatment: str) -> int:
        """The diagram of status and basis: each rank of a status twice, inferred below stated."""
        if treatment not in self._detail_roots:
            root = self._status_and_basis_unhindered(treatment)
            waits = self.waiting_rows(treatment)
            if waits:
                hindered = self._compile(
                    [self._rule(row.when, 1 + row.inferred, False) for row in waits]
                )
                root = self._forest.combine(root, hindered, _later)
            self._detail_roots[treatment] = root
        return self._detail_roots[treatment]

    def _status_and_basis_unhindered(self, treatment: str) -> int:
        """The same where nothing that is said of a treatment has it wait."""
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
    """An offer that has to wait comes later: rank 1 of ``waits`` is stated, rank 2 inferred."""
    if ranks < _FIRST_OFFER or waits == UNMET:
        return ranks and waits and ranks
    stated = waits == MET and not Ranks(ranks).highest % 2
    return Ranks.of(_LATER_STATED if stated else _LATER_INFERRED)


def _and_offered(met: int, status: int) -> int:
    return met and (met if OFFERS & status else UNMET)


def _same_offer(member: int, group: int) -> int:
    return member and (MET if member == group and OFFERS & group else UNMET)


def _and_not(met: int, barred: int) -> int:
    return UNMET if met and barred == MET else met
