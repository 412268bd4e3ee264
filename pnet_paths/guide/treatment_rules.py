"""The rules of treatments as diagrams: which rows decide one, and what they make of it.

A member is decided by its own rows and by what rules out a group of its. A group that is not ruled
out has the strongest offer among its own rows and its members, else its own no. A member's no never
climbs to its group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from ..logic.decision_diagrams import Forest, Rule
from ..logic.rank_sets import MET, UNMET, Ranks
from ..statuses import Status, Strength
from ..tables.models import Conditions, Indication, Treatment

__all__ = ["TreatmentRules"]

_FIRST_OFFER = Ranks.of(2 * Status.LATER.rank - 1)


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
        forest.work.know(row.when for row in indications)
        self._treatments = treatments
        self._members: dict[str, list[str]] = {}
        for name, treatment in treatments.items():
            self._members.setdefault(treatment.member_of, []).append(name)
        self._naming: dict[str, list[Indication]] = {name: [] for name in treatments}
        for row in indications:
            for name in row.treatments:
                self._naming[name].append(row)
        self._own = {name: self._naming_or_ruling_out(name) for name in treatments}
        self._details: dict[str, int] = {}
        self._statuses: dict[str, int] = {}
        self._conditions: dict[frozenset[frozenset[tuple[str, frozenset[str]]]], int] = {}
        self._deciding: dict[tuple[str, str], int] = {}

    # -- which rows -------------------------------------------------------------------------

    @cached_property
    def rows(self) -> Mapping[str, tuple[Indication, ...]]:
        """The rows that may decide each treatment, its own first."""
        return {name: tuple(self._rows_of(name)) for name in self._treatments}

    def own(self, treatment: str) -> tuple[Indication, ...]:
        """The rows that name a treatment, and those that rule out a group that it belongs to."""
        return tuple(self._own[treatment].values())

    def _naming_or_ruling_out(self, treatment: str) -> dict[str, Indication]:
        groups = [row for group in self._groups(treatment) for row in self._naming[group]]
        ruling = [row for row in groups if row.strength is Strength.RULED_OUT]
        return {row.id: row for row in (*self._naming[treatment], *ruling)}

    def _rows_of(self, treatment: str) -> Iterator[Indication]:
        rows = dict(self._own[treatment])
        for member in self._below(treatment):
            for row in self._naming[member]:
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

    def status(self, treatment: str) -> int:
        """The diagram of a treatment's status, by rank."""
        if treatment not in self._statuses:
            root = self._forest.translate(self._detail(treatment), _status)
            self._statuses[treatment] = root
        return self._statuses[treatment]

    def left(self) -> float:
        """How many times as many treatments are to come as there are diagrams of so far.

        Those with few rows do not count: their diagrams are small.
        """
        sizes = {name: len(self._own[name]) for name in self._treatments}
        typical = sum(sizes[name] for name in self._details) / len(self._details)
        heavy = [name for name in sizes if name not in self._details and sizes[name] >= typical]
        return len(heavy) / len(self._details)

    def inferred(self, treatment: str) -> int:
        """The diagram of what rests on inference alone: rank 1 where it does, 0 where not."""
        return self._forest.translate(self._detail(treatment), _inferred)

    def condition(self, *whens: Conditions) -> int:
        """The diagram of conditions alone: rank 1 where any of them are met, 0 where none."""
        key = frozenset(frozenset(when.items()) for when in whens)
        if key not in self._conditions:
            self._conditions[key] = self._compile([self._rule(when, 1, False) for when in whens])
        return self._conditions[key]

    def deciding(self, row: Indication, treatment: str) -> int:
        """The diagram of where a row is one of those that decide a treatment: rank 1 there."""
        key = (row.id, treatment)
        if key not in self._deciding:
            own = row.id in self._own[treatment]
            root = self._deciding_itself(row, treatment) if own else self.condition()
            if row.strength.offers:
                for member in self._members.get(treatment, ()):
                    through = self._within(self.deciding(row, member), treatment, row.strength)
                    root = self._forest.combine(root, through, max)
            self._deciding[key] = root
        return self._deciding[key]

    def _deciding_itself(self, row: Indication, treatment: str) -> int:
        root = self._within(self.condition(row.when), treatment, row.strength)
        if row.strength is Strength.AGAINST:  # nothing else counts where a row rules out
            ruling = [
                other for other in self.own(treatment) if other.strength is Strength.RULED_OUT
            ]
            barred = self.condition(*(other.when for other in ruling))
            root = self._forest.combine(root, barred, _and_not)
        return root

    def _within(self, root: int, treatment: str, strength: Strength) -> int:
        """Where a condition is met and a treatment has the status of this strength."""
        wanted = Ranks.of(strength.rank)
        return self._forest.combine(
            root, self.status(treatment), lambda met, has: met and (met if has == wanted else UNMET)
        )

    def _detail(self, treatment: str) -> int:
        """The diagram of status and basis: each rank of a status twice, inferred below stated."""
        if treatment not in self._details:
            work = self._forest.work
            before = work.done
            root = self._compile(
                [
                    self._rule(row.when, _rank(row), row.strength is Strength.RULED_OUT)
                    for row in self.own(treatment)
                ]
            )
            for member in self._members.get(treatment, ()):
                root = self._forest.combine(root, self._detail(member), _stronger_offer)
                work.check(before)
            self._details[treatment] = root
        return self._details[treatment]

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


def _and_not(met: int, barred: int) -> int:
    return UNMET if met and barred == MET else met
