"""The statuses of all treatments for a profile, from a guide's indications.

`treatment_rules` makes diagrams of the rows, `decision_diagrams` looks up a profile in them, and
`pathway` shows the answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..errors import GuideTooLargeError
from ..logic.decision_diagrams import Forest, Rule
from ..logic.lazy_diagrams import EMPTY
from ..logic.rank_sets import MAYBE, MET, UNMET, Ranks
from ..logic.sensitivity import Sensitivity
from ..progress_bar import Task, progress_bar
from ..statuses import Status, status_of, statuses_of
from ..tables.models import Conditions, Indication, Treatment
from .profile import Profile, ProfileSpace
from .reasons import DecidingRow, TreatmentReasons
from .treatment_rules import TreatmentRules

if TYPE_CHECKING:
    from ..logic.many_profiles import ManyProfiles

__all__ = ["Answer", "Evaluator"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The status of one treatment over all completions of a profile.

    ``inferred`` is True if in some completion it rests on inference alone.
    """

    status: Status
    possible: frozenset[Status]
    depends_on: frozenset[str]
    inferred: bool

    @property
    def basis(self) -> str:
        """``"stated"`` or ``"inferred"``; ``""`` if the treatment is not named."""
        if self.inferred:
            return "inferred"
        return "" if self.status is Status.NOT_NAMED else "stated"


class Evaluator:
    """The indications compiled: one decision diagram for each treatment, equal ones shared."""

    def __init__(
        self,
        space: ProfileSpace,
        treatments: Mapping[str, Treatment],
        indications: Sequence[Indication],
    ) -> None:
        self.space = space
        self._treatments = treatments
        self._by_id = {row.id: row for row in indications}
        self._reasons: dict[str, TreatmentReasons] = {}
        self._stated_offer_roots: dict[str, Mapping[str, int]] = {}
        self._excluding: dict[tuple[int, int], int] = {}
        self.forest = Forest(space.sizes)
        self.diagrams = TreatmentRules(
            self.forest, space.rule, space.never, treatments, indications
        )
        self.rows = self.diagrams.rows
        """By treatment the indications that may decide it, its own first."""
        with progress_bar("Working out the rules", len(treatments)) as task:
            self.roots = self._compile_statuses(treatments, task)
        self.inferred = {name: self.diagrams.inferred_root(name) for name in treatments}

    def _compile_statuses(self, treatments: Iterable[str], task: Task) -> dict[str, int]:
        """Return the root of each treatment's status.

        Raises:
            GuideTooLargeError: the diagrams are too large, or the remaining ones will be.
        """
        roots, spent, work = {}, [], self.forest.work
        for treatment in treatments:
            before = work.done
            try:
                roots[treatment] = self.diagrams.status_root(treatment)
            except GuideTooLargeError:
                whens = [row.when for row in self.rows[treatment]]
                raise work.error(treatment, whens) from None
            spent.append(work.done - before)
            work.check_forecast(spent, self.diagrams.remaining_work())
            task.advance()
        return roots

    def rules(self, rows: Iterable[tuple[Conditions, int]]) -> list[Rule]:
        """Return conditions with ranks as rules, and the rules of what cannot occur."""
        return [*(self.space.rule(when, rank) for when, rank in rows), *self.space.never]

    @cached_property
    def answers_without_facts(self) -> dict[str, Answer]:
        """The statuses of all treatments for a profile without facts."""
        return self.answers(self.space.profile({}))

    @cached_property
    def many_profiles(self) -> ManyProfiles:
        """The diagrams as tables that answer many profiles at once."""
        from ..logic.many_profiles import ManyProfiles  # it brings numpy along

        return ManyProfiles(self.forest)

    # -- one profile ------------------------------------------------------------------------

    def answers(self, profile: Profile) -> dict[str, Answer]:
        """Return, by treatment, its status and the facts that can decide it."""
        codes = self.space.codes(profile)
        pairs = {name: (root, self.inferred[name]) for name, root in self.roots.items()}
        sensitivity = Sensitivity(self.forest, codes)
        by_pair = {pair: self._answer(*pair, sensitivity) for pair in set(pairs.values())}
        answers = {}
        for treatment, pair in pairs.items():
            answer = by_pair[pair]
            if len(answer.possible) > 1 and not answer.depends_on:
                answer = replace(answer, depends_on=self._open_factors_of_rows(treatment, profile))
            answers[treatment] = answer
        return answers

    def reasons(self, treatment: str) -> TreatmentReasons:
        """Return what decides a treatment, for any profile."""
        if treatment not in self._reasons:
            self._reasons[treatment] = TreatmentReasons(self.diagrams, treatment)
        return self._reasons[treatment]

    def possible_ranks(self, roots: Iterable[int], profile: Profile) -> list[Ranks]:
        """Return, for each root, the ranks possible for a profile."""
        codes = self.space.codes(profile)
        return [self.forest.ranks(root, codes) for root in roots]

    def deciding_rows(self, treatment: str, profile: Profile) -> list[DecidingRow]:
        """Return the rows that decide a treatment in some completion of a profile.

        Stated rows come first; both kinds are in the order of their table.
        """
        reasons = self.reasons(treatment)
        return reasons.deciding_rows(self.possible_ranks(reasons.roots, profile))

    def withheld_offers(self, treatment: str, profile: Profile) -> list[Indication]:
        """Return the stated rows that would offer a treatment but for conditions that we added."""
        roots = self.stated_offer_roots(treatment)
        ranks = self.possible_ranks(roots.values(), profile)
        return [self._by_id[row] for row, met in zip(roots, ranks, strict=True) if met != UNMET]

    def stated_offer_roots(self, treatment: str) -> Mapping[str, int]:
        """Return, by row with conditions that we added, where it would offer without them."""
        if treatment not in self._stated_offer_roots:
            self._stated_offer_roots[treatment] = {
                row.id: self._stated_rules.deciding_root(row, treatment)
                for row in self._stated_rules.rows[treatment]
                if row.inferred_facts and row.strength.offers
            }
        return self._stated_offer_roots[treatment]

    @cached_property
    def _stated_rules(self) -> TreatmentRules:
        """The rules without the conditions that we added to rows that offer."""
        rows = [
            row.model_copy(update={"when": row.stated_when})
            if row.inferred_facts and row.strength.offers
            else row
            for row in self._by_id.values()
        ]
        return TreatmentRules(
            self.forest, self.space.rule, self.space.never, self._treatments, rows
        )

    def status(self, treatment: str, profile: Profile) -> Status:
        """Return the status of one treatment."""
        return status_of(self.forest.ranks(self.roots[treatment], self.space.codes(profile)))

    def _answer(self, root: int, inferred: int, sensitivity: Sensitivity) -> Answer:
        codes = sensitivity.codes
        ranks = self.forest.ranks(root, codes)
        names = tuple(self.space.factors)
        deciding = sensitivity.deciding_factors(root) if not ranks.certain else ()
        status, possible = status_of(ranks), statuses_of(ranks)
        by_inference = (
            status is not Status.NOT_NAMED and self.forest.ranks(inferred, codes) != UNMET
        )
        return Answer(status, possible, frozenset(names[i] for i in deciding), by_inference)

    def _open_factors_of_rows(self, treatment: str, profile: Profile) -> frozenset[str]:
        """Return the unknown factors that a treatment's rows ask for.

        They stand for the deciding ones if impossible combinations leave no two completions that
        differ in one fact alone.
        """
        factors = {factor for row in self.rows[treatment] for factor in row.when}
        return frozenset(factors & (set(profile.open) - set(profile.implied)))

    def is_met(self, when: Conditions, profile: Profile, *others: Conditions) -> bool | None:
        """Return True if any of the conditions are surely met, False if never, None if maybe."""
        root = self.condition_root(when, *others)
        ranks = self.forest.ranks(root, self.space.codes(profile))
        return None if ranks == MAYBE else ranks == MET

    def condition_root(self, *whens: Conditions) -> int:
        """Return the root of a diagram with rank 1 where any of the conditions are met, else 0."""
        return self.diagrams.condition_root(*whens)

    def excluding(self, root: int, condition: int) -> int:
        """Return the root of a diagram in which profiles that meet a condition cannot occur."""
        key = (root, condition)
        if key not in self._excluding:
            self._excluding[key] = self.forest.combine(root, condition, _excluding)
        return self._excluding[key]

    def statement(self, treatment: str, profile: Profile) -> tuple[object, ...]:
        """Return all that a reader sees of a treatment; equal statements mean no difference."""
        reasons = self.reasons(treatment)
        return reasons.statement(self.possible_ranks(reasons.roots, profile))


def _excluding(ranks: int, condition: int) -> int:
    return EMPTY if condition == MET else ranks
