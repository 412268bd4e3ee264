"""The profiles for which two guides differ in the status, basis or remarks of a treatment.

They are compared on decision diagrams over the factors and levels of both guides. A guide without a
factor does not ask for it; a guide without a level has no profile with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..guide.guide import GuideValue
from ..guide.profile import ProfileSpace
from ..guide.reasons import TreatmentReasons
from ..guide.treatment_rules import TreatmentRules
from ..logic.decision_diagrams import Forest, Rule
from ..logic.lazy_diagrams import EMPTY
from ..logic.rank_sets import MET, UNMET, Ranks, both_met
from ..logic.regions import Cube, as_rule, cubes, fewest_facts
from ..progress_bar import Task
from ..statuses import BY_RANK, Status
from ..tables.models import Conditions, Factor

__all__ = ["RemarkChange", "StatusChange", "StatusChanges"]

_MAX_REGIONS = 12


@dataclass(frozen=True, slots=True)
class StatusChange:
    """Conditions of profiles for which a treatment has another status or basis.

    ``a`` and ``b`` are its statuses in the two guides, empty if there is no such profile (or
    treatment); ``basis_a`` and ``basis_b`` are ``stated``, ``inferred``, or empty if the treatment
    is not named. ``witness`` is the smallest of these profiles.
    """

    treatment: str
    a: str
    b: str
    basis_a: str
    basis_b: str
    when: Conditions
    witness: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RemarkChange:
    """Conditions of profiles for which only one guide has a remark on a treatment.

    Status and basis are the same in both. ``only_in`` is ``a`` or ``b``; ``witness`` is the
    smallest of these profiles.
    """

    treatment: str
    text: str
    only_in: str
    when: Conditions
    witness: Mapping[str, str]


def _merge_levels(factors: Sequence[Factor]) -> Factor:
    """Return a factor with the levels of either guide."""
    levels = {level.id: level for factor in factors for level in factor.levels}
    return factors[-1].model_copy(update={"levels": tuple(levels.values())})


class StatusChanges:
    """Finds the changes from one guide to another, over the factors and levels of both."""

    def __init__(self, a: GuideValue, b: GuideValue) -> None:
        self.guides = (a, b)
        self.complete = True
        self.space = ProfileSpace(
            {
                name: _merge_levels([g.factors[name] for g in (a, b) if name in g.factors])
                for name in dict.fromkeys([*a.factors, *b.factors])
            },
            (),
        )
        self.forest = Forest(self.space.sizes)
        self.never = [self._never(guide) for guide in self.guides]
        self.diagrams = [
            TreatmentRules(
                self.forest,
                self.space.rule,
                never,
                guide.treatments,
                tuple(guide.indications.values()),
            )
            for guide, never in zip(self.guides, self.never, strict=True)
        ]

    def _never(self, guide: GuideValue) -> list[Rule]:
        rules = [self.space.rule(row.when, None) for row in guide.impossible]
        for name, factor in guide.factors.items():
            foreign = frozenset(self.space.level_codes(name)) - {each.id for each in factor.levels}
            if foreign:
                rules.append(self.space.rule({name: foreign}, None))
        return rules

    @cached_property
    def _unchanged(self) -> frozenset[str]:
        """The treatments of which both guides have the same rows, where they rule out the same.

        Nothing about them has changed, and no diagram of them has to be made.
        """
        if self.never[0] != self.never[1]:
            return frozenset()
        a, b = self.diagrams
        in_both = self.guides[0].treatments.keys() & self.guides[1].treatments.keys()
        return frozenset(name for name in in_both if a.material(name) == b.material(name))

    def _root(self, side: int, treatment: str) -> int:
        """Return the root of status and basis; "not named" if the guide lacks the treatment."""
        if treatment not in self.guides[side].treatments:
            return self.forest.compile(self.never[side])
        diagrams = self.diagrams[side]
        status, inferred = diagrams.status_root(treatment), diagrams.inferred_root(treatment)
        return self.forest.combine(status, inferred, _with_basis)

    def remark_changes(self, task: Task) -> Iterator[RemarkChange]:
        """Yield the remarks that only one guide has, with the same status and basis.

        Args:
            task: a task with one step for each treatment.
        """
        a, b = self.guides
        for treatment in a.treatments:
            if treatment in b.treatments and treatment not in self._unchanged:
                yield from self._remark_changes(treatment)
            task.advance()

    def _remark_changes(self, treatment: str) -> Iterator[RemarkChange]:
        alike = self.forest.combine(self._root(0, treatment), self._root(1, treatment), _equal)
        sides = [TreatmentReasons(rules, treatment).remark_roots for rules in self.diagrams]
        nowhere = self.forest.combine(alike, alike, lambda x, _: x and UNMET)
        for part in dict.fromkeys([*sides[0], *sides[1]]):
            roots = [parts.get(part, nowhere) for parts in sides]
            for one, other in ((0, 1), (1, 0)):
                only = self.forest.combine(roots[one], roots[other], _only)
                root = self.forest.combine(only, alike, both_met)
                regions, is_complete = cubes(self.forest, root, MET.__eq__, (), _MAX_REGIONS)
                self.complete = self.complete and is_complete
                for cube in regions:
                    text = self._text(one, *part)
                    yield RemarkChange(treatment, text, "ab"[one], *self._in_words(root, cube))

    def _text(self, side: int, kind: str, text: str) -> str:
        return self.guides[side].aims[text].shown if kind == "aim" else text

    def status_changes(self, task: Task) -> Iterator[StatusChange]:
        """Yield the profiles that only one guide has, then the changes of statuses.

        Args:
            task: a task with one step for each treatment.
        """
        yield from self._between("", *(self.forest.compile(never) for never in self.never))
        a, b = self.guides
        for treatment in dict.fromkeys([*a.treatments, *b.treatments]):
            if treatment not in self._unchanged:
                roots = [self._root(side, treatment) for side in (0, 1)]
                if roots[0] != roots[1]:
                    yield from self._between(treatment, *roots)
            task.advance()

    def _between(self, treatment: str, a: int, b: int) -> Iterator[StatusChange]:
        pairs: set[tuple[int, int]] = set()

        def record(x: int, y: int) -> int:
            pairs.add((x, y))
            return UNMET

        self.forest.combine(a, b, record)
        for pair in sorted(pairs, reverse=True):
            if pair[0] == pair[1] or (treatment and 0 in pair):
                continue

            def answer_for_pair(x: int, y: int, pair: tuple[int, int] = pair) -> int:
                return EMPTY if x == y == EMPTY else MET if (x, y) == pair else UNMET

            root = self.forest.combine(a, b, answer_for_pair)
            regions, is_complete = cubes(self.forest, root, MET.__eq__, (), _MAX_REGIONS)
            self.complete = self.complete and is_complete
            for cube in regions:
                yield self._change(treatment, pair, root, cube)

    def _change(self, treatment: str, pair: tuple[int, int], root: int, cube: Cube) -> StatusChange:
        """Return the change of a cube of profiles."""
        when, witness = self._in_words(root, cube)
        (a, basis_a), (b, basis_b) = (
            ("", "")
            if not ranks or (treatment and treatment not in guide.treatments)
            else _status_and_basis(ranks)
            for ranks, guide in zip(pair, self.guides, strict=True)
        )
        return StatusChange(treatment, a, b, basis_a, basis_b, when, witness)

    def _in_words(self, root: int, cube: Cube) -> tuple[Conditions, Mapping[str, str]]:
        """Return a cube of profiles as conditions, and the smallest profile in it."""
        changed = self.forest.combine(root, self.forest.compile([as_rule(cube)]), both_met)
        facts = fewest_facts(self.forest, changed, MET.__eq__) or {}
        return self.space.conditions(cube), self.space.facts(facts)


def _equal(a: int, b: int) -> int:
    return a and b and (MET if a == b else UNMET)


def _only(one: int, other: int) -> int:
    return one and other and (MET if one == MET != other else UNMET)


def _with_basis(status: int, inferred: int) -> int:
    """Return one of two ranks for a status: inferred below stated."""
    return status and Ranks.of(2 * Ranks(status).highest - (inferred == MET))


def _status_and_basis(ranks: int) -> tuple[Status, str]:
    rank = Ranks(ranks).highest
    status = BY_RANK[(rank + 1) // 2]
    basis = "inferred" if rank % 2 else "stated"
    return status, basis if status is not Status.NOT_NAMED else ""
