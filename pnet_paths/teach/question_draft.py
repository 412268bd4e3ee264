"""What a question is made from: a profile, and what is stated and clear of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..statuses import NOT_OFFERED, OFFERED
from ..tables.models import Indication
from .question import Choice, Question
from .question_profiles import is_askable_treatment, is_topic_of_course
from .question_proof import Facts, fewest_facts

__all__ = ["Draft"]


@dataclass(frozen=True)
class Draft:
    """A profile that a question is made of, and what the source alone says of it.

    ``topic`` is the treatment that the question is to be about; empty where any will do.
    """

    pathway: PathwayValue
    topic: str
    rng: random.Random

    @property
    def guide(self) -> GuideValue:
        return self.pathway.guide

    @cached_property
    def source(self) -> PathwayValue:
        """The same profile, by what the source states and by none of our inferences."""
        return PathwayValue.of(self.guide.stated_only, self.pathway.profile.known)

    def question(
        self,
        kind: str,
        topic: str,
        text: str,
        choices: tuple[Choice, ...],
        sections: tuple[str, ...],
        proves: Callable[[Facts], bool],
        other: Mapping[str, str] | None = None,
    ) -> Question:
        """A question about this profile.

        Args:
            proves: whether some facts alone prove the key; those of ``other`` where it is given.
            other: the second profile, where the right answer speaks of one.
        """
        facts = self.pathway.profile.known
        considered = len(fewest_facts(other or facts, proves))
        text = f"{self.pathway.sentence} {text}"
        return Question(kind, topic, text, facts, choices, considered, sections, other or {})

    def with_facts(self, facts: Mapping[str, str]) -> Draft:
        """The same with some facts changed, about any treatment."""
        changed = {**self.pathway.profile, **facts}
        return Draft(PathwayValue.of(self.guide, changed), "", self.rng)

    def says_same_as(self, other: Draft) -> bool:
        """Whether the guide, and the source alone, say the same of all treatments in both."""
        status = self.pathway.status
        return status == other.pathway.status and all(
            self.statements(name) == other.statements(name) for name in status
        )

    def statements(self, treatment: str) -> tuple[object, ...]:
        """What the guide, and the source alone, say of a treatment, for comparison."""
        if treatment not in self._statements:
            self._statements[treatment] = tuple(
                side.guide.evaluator.statement(treatment, side.profile)
                for side in (self.pathway, self.source)
            )
        return self._statements[treatment]

    @cached_property
    def _statements(self) -> dict[str, tuple[object, ...]]:
        return {}

    @cached_property
    def candidates(self) -> list[str]:
        """The treatments that can be asked about: none that the guide offers to everybody."""
        rows = self.guide.evaluator.rows
        return [
            name
            for name in self.pathway.status
            if is_askable_treatment(self.guide, name)
            and all(row.when for row in rows[name] if row.strength.offers)
        ]

    def possible_keys(self, treatments: Sequence[str]) -> list[str]:
        """Those of some right treatments that the question may be about."""
        return [
            name
            for name in treatments
            if self.topic in ("", name) and is_topic_of_course(self.pathway, name)
        ]

    def is_stated(self, treatment: str) -> bool:
        """Whether the source alone offers a treatment here, with the status that it has."""
        status = self.pathway.status[treatment]
        return (
            status in OFFERED
            and self.pathway.basis[treatment] == "stated"
            and self.source.status[treatment] is status
        )

    def is_clearly_not_offered(self, treatment: str) -> bool:
        """Whether neither the guide nor the source alone offers a treatment, or a form of it.

        There is a stated no in words, or there are stated conditions that are not met; and nothing
        is said of its group, or of what it is combined with, in which it may be meant.
        """
        names = (treatment, *self._forms(treatment))
        if any(
            side.status[name] not in NOT_OFFERED
            for side in (self.pathway, self.source)
            for name in names
        ):
            return False
        if self._may_be_meant(treatment):
            return False
        if self.pathway.status[treatment].is_caveat:
            return self.source.status[treatment].is_caveat
        stated = self.source.guide.evaluator.answers_without_facts[treatment]
        return not stated.possible.isdisjoint(OFFERED)

    def is_plainly_not_offered(self, treatment: str) -> bool:
        """Whether a treatment is clearly not offered, and not only because the source is silent.

        There is a stated no in words; or one fact stands against all rows that offer the treatment
        or a form of it, ours too, and each of them asks for that fact in the source's own words.
        """
        if not self.is_clearly_not_offered(treatment):
            return False
        if self.pathway.status[treatment].is_caveat:
            return True
        rows = self.offering_rows(treatment)
        return any(
            all(level not in row.stated_when.get(factor, (level,)) for row in rows)
            for factor in self.guide.factors
            if (level := self.pathway.profile.level(factor)) is not None
        )

    def offering_rows(self, treatment: str) -> list[Indication]:
        """The rows that can offer a treatment or a form of it."""
        rows = self.guide.evaluator.rows
        names = (treatment, *self._forms(treatment))
        by_id = {row.id: row for name in names for row in rows[name] if row.strength.offers}
        return list(by_id.values())

    def _forms(self, treatment: str) -> list[str]:
        """The treatments that count among another one."""
        return [name for name, groups in self.guide.counts_among.items() if treatment in groups]

    def _may_be_meant(self, treatment: str) -> bool:
        """Whether a group is offered and no member of it, or a plan of this course names any."""
        groups = self.guide.groups_of(treatment)
        return bool({treatment, *groups} & self._treatments_in_plans) or any(
            self.pathway.status[group] in OFFERED
            and not any(self.pathway.status[m.id] in OFFERED for m in self.guide.members(group))
            for group in groups
        )

    @cached_property
    def _treatments_in_plans(self) -> frozenset[str]:
        """What the source combines because of a course that is not the assumed one."""
        profile, assumed = self.pathway.profile, self.guide.assumed
        special = {name for name in assumed if profile.level(name) not in (assumed[name], None)}
        return frozenset(
            treatment
            for row in self.guide.combinations.values()
            if special & row.when.keys() and self.guide.evaluator.is_met(row.when, profile)
            for treatment in row.treatments
        )
