"""What a guide's indications say of a profile, or of a whole table of profiles.

What rows make of a treatment is told by `treatment_rules`, how diagrams answer by
`decision_diagrams`, and what is shown of the answers by `pathway`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..errors import GuideTooLargeError
from ..logic.decision_diagrams import UNKNOWN, Codes, Forest, Rule
from ..logic.lazy_diagrams import EMPTY
from ..logic.rank_sets import MAYBE, MET, UNMET, Ranks
from ..logic.sensitivity import Sensitivity
from ..progress_bar import Task, progress_bar
from ..statuses import Status, possible_of, status_of
from ..tables.models import Conditions, Indication, Treatment
from .profile import Profile, ProfileSpace
from .reasons import DecidingRow, TreatmentReasons
from .treatment_rules import TreatmentRules

if TYPE_CHECKING:
    from ..logic.many_profiles import ManyProfiles

__all__ = ["Answer", "Evaluator"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the guide says of one treatment: over all completions of the profile.

    ``inferred``: in some completion it rests on inference alone.
    """

    status: Status
    possible: frozenset[Status]
    depends_on: frozenset[str]
    inferred: bool

    @property
    def basis(self) -> str:
        """``"stated"`` or ``"inferred"``; ``""`` where nothing is named."""
        if self.inferred:
            return "inferred"
        return "" if self.status is Status.NOT_NAMED else "stated"


class Evaluator:
    """The indications compiled: one decision diagram a treatment, equal ones shared."""

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
        """The indications that may decide each treatment, its own first."""
        with progress_bar("Working out the rules", len(treatments)) as task:
            self.roots = self._compile_statuses(treatments, task)
        self.inferred = {name: self.diagrams.inferred_root(name) for name in treatments}

    def _compile_statuses(self, treatments: Iterable[str], task: Task) -> dict[str, int]:
        """The diagram of each treatment's status.

        Raises:
            GuideTooLargeError: they are too large, or what is still to come will be.
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
        """Conditions with ranks as rules, with the rules of what cannot occur."""
        return [*(self.space.rule(when, rank) for when, rank in rows), *self.space.never]

    @cached_property
    def answers_without_facts(self) -> dict[str, Answer]:
        """What is possible where nothing is known."""
        return self.answers(self.space.profile({}))

    @cached_property
    def many_profiles(self) -> ManyProfiles:
        """The same diagrams for many profiles at once."""
        from ..logic.many_profiles import ManyProfiles  # it brings numpy along

        return ManyProfiles(self.forest)

    # -- one profile ------------------------------------------------------------------------

    def answers(self, profile: Profile) -> dict[str, Answer]:
        """Each treatment's status, the statuses possible, and the facts that can decide it."""
        codes = self.space.codes(profile)
        pairs = {name: (root, self.inferred[name]) for name, root in self.roots.items()}
        sensitivity = Sensitivity(self.forest, codes)
        by_pair = {pair: self._answer(*pair, sensitivity) for pair in set(pairs.values())}
        found = {}
        for treatment, pair in pairs.items():
            answer = by_pair[pair]
            if len(answer.possible) > 1 and not answer.depends_on:
                answer = replace(answer, depends_on=self._open_factors_of_rows(treatment, profile))
            found[treatment] = answer
        return found

    def reasons(self, treatment: str) -> TreatmentReasons:
        """What decides a treatment, whatever the profile."""
        if treatment not in self._reasons:
            self._reasons[treatment] = TreatmentReasons(self.diagrams, treatment)
        return self._reasons[treatment]

    def possible_ranks(self, roots: Iterable[int], profile: Profile) -> list[Ranks]:
        """What some diagrams can still answer for a profile."""
        codes = self.space.codes(profile)
        return [self.forest.ranks(root, codes) for root in roots]

    def deciding_rows(self, treatment: str, profile: Profile) -> list[DecidingRow]:
        """The rows that decide a treatment in some completion, and whether they do so in all.

        Rows that the guide states come first, then they stand in the order of their table.
        """
        reasons = self.reasons(treatment)
        return reasons.deciding_rows(self.possible_ranks(reasons.roots, profile))

    def withheld_offers(self, treatment: str, profile: Profile) -> list[Indication]:
        """The stated rows that offer a treatment but for conditions of ours that are not met."""
        roots = self.stated_offer_roots(treatment)
        ranks = self.possible_ranks(roots.values(), profile)
        return [self._by_id[row] for row, found in zip(roots, ranks, strict=True) if found != UNMET]

    def stated_offer_roots(self, treatment: str) -> Mapping[str, int]:
        """By row with conditions of ours the diagram of where it would offer but for them."""
        if treatment not in self._stated_offer_roots:
            self._stated_offer_roots[treatment] = {
                row.id: self._stated_rules.deciding_root(row, treatment)
                for row in self._stated_rules.rows[treatment]
                if row.inferred_facts and row.strength.offers
            }
        return self._stated_offer_roots[treatment]

    @cached_property
    def _stated_rules(self) -> TreatmentRules:
        """The same rows with none but the source's own conditions of what is offered."""
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
        """The status of one treatment."""
        return status_of(self.forest.ranks(self.roots[treatment], self.space.codes(profile)))

    def _answer(self, root: int, inferred: int, sensitivity: Sensitivity) -> Answer:
        codes = sensitivity.codes
        ranks = self.forest.ranks(root, codes)
        names = tuple(self.space.factors)
        deciding = sensitivity.deciding_factors(root) if not ranks.certain else ()
        status, possible = status_of(ranks), possible_of(ranks)
        by_inference = (
            status is not Status.NOT_NAMED and self.forest.ranks(inferred, codes) != UNMET
        )
        return Answer(status, possible, frozenset(names[i] for i in deciding), by_inference)

    def _open_factors_of_rows(self, treatment: str, profile: Profile) -> frozenset[str]:
        """Impossible combinations leave no two completions that differ in one fact alone."""
        named = {factor for row in self.rows[treatment] for factor in row.when}
        return frozenset(named & (set(profile.open) - set(profile.implied)))

    def is_met(self, when: Conditions, profile: Profile, *others: Conditions) -> bool | None:
        """Whether conditions, or any of ``others``, are met: surely, never, or (None) maybe."""
        root = self.condition_root(when, *others)
        ranks = self.forest.ranks(root, self.space.codes(profile))
        return None if ranks == MAYBE else ranks == MET

    def condition_root(self, *whens: Conditions) -> int:
        """The diagram of conditions alone: rank 1 where any of them are met, rank 0 where none."""
        return self.diagrams.condition_root(*whens)

    def excluding(self, root: int, condition: int) -> int:
        """A diagram in which what meets a condition cannot occur."""
        key = (root, condition)
        if key not in self._excluding:
            self._excluding[key] = self.forest.combine(root, condition, _excluding)
        return self._excluding[key]

    def statement(self, treatment: str, profile: Profile) -> tuple[object, ...]:
        """What a reader is told of a treatment; profiles with the same of it do not differ."""
        return self._statement(treatment, self.space.codes(profile))

    def relevant_factors(self, profile: Profile) -> frozenset[str]:
        """The factors that make a difference to what is told, or rule out a level of one that does.

        Makes a difference: some level, or not knowing it, changes what is told, or may do so once
        more is known. The rest of the profile stays as it is.
        """
        codes = self.space.codes(profile)
        names = list(self.space.factors)
        deciding = {name for i, name in enumerate(names) if self._makes_difference(codes, i)}
        others = (name for name in names if name not in deciding)
        narrowing = {name for name in others if self._narrows(profile, name, deciding)}
        return frozenset(deciding | narrowing)

    @cached_property
    def _statement_roots(self) -> Mapping[str, tuple[int, ...]]:
        """By treatment the diagrams that together say what is told of a complete profile."""
        return {
            name: (root, *self.reasons(name).remark_roots.values())
            for name, root in self.roots.items()
        }

    def _narrows(self, profile: Profile, name: str, deciding: Collection[str]) -> bool:
        rest = {other: level for other, level in profile.known.items() if other != name}
        open_levels = self.space.profile(rest).open
        for level in open_levels[name]:
            narrowed = self.space.profile({**rest, name: level}).open
            if any(narrowed.get(other) != open_levels.get(other) for other in deciding):
                return True
        return False

    def _makes_difference(self, codes: Codes, place: int) -> bool:
        found = set()
        for code in (UNKNOWN, *range(self.space.sizes[place])):
            changed = [code if i == place else other for i, other in enumerate(codes)]
            if self.forest.ranks(self.condition_root(), changed):  # otherwise it cannot occur
                found.add(tuple(self._statement(name, changed) for name in self.roots))
        if len(found) > 1:
            return True
        unknown = [UNKNOWN if i == place else other for i, other in enumerate(codes)]
        sensitivity = Sensitivity(self.forest, unknown)
        roots = {root for told in self._statement_roots.values() for root in told} | set(
            self.inferred.values()
        )
        return any(sensitivity.can_decide(root, place) for root in roots)

    def _statement(self, treatment: str, codes: Codes) -> tuple[object, ...]:
        reasons = self.reasons(treatment)
        return reasons.statement([self.forest.ranks(root, codes) for root in reasons.roots])


def _excluding(ranks: int, condition: int) -> int:
    return EMPTY if condition == MET else ranks
