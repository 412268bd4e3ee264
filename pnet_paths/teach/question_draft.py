"""What a question is made from: a profile, and what is stated and clear of it."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..explain import why_not
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..statuses import OFFERED, Status
from ..tables.models import Indication
from .question_profiles import askable, is_of_its_course

__all__ = ["Draft", "groups"]

_NO = (Status.AGAINST, Status.NOT_NAMED)


@dataclass(frozen=True)
class Draft:
    """A profile of which a question is made, and what the source alone says of it.

    ``wanted`` is the treatment that the question is to be about, if it is about one.
    """

    pathway: PathwayValue
    wanted: str
    draw: random.Random

    @property
    def guide(self) -> GuideValue:
        return self.pathway.guide

    @cached_property
    def source(self) -> PathwayValue:
        """The same profile, by what the source states and by none of our inferences."""
        return PathwayValue.of(self.guide.stated_only, self.pathway.profile.known)

    def is_told_alike(self, other: Draft) -> bool:
        """Whether the guide, and the source alone, tell the same of all treatments in both."""
        if self.pathway.status != other.pathway.status:
            return False
        return all(self.statement(name) == other.statement(name) for name in self.pathway.status)

    def statement(self, name: str) -> tuple[object, ...]:
        """What the guide, and the source alone, tell of a treatment."""
        if name not in self._statements:
            sides = (self.pathway, self.source)
            told = [side.guide.evaluator.statement(name, side.profile) for side in sides]
            self._statements[name] = tuple(told)
        return self._statements[name]

    @cached_property
    def _statements(self) -> dict[str, tuple[object, ...]]:
        return {}

    @cached_property
    def asked(self) -> list[str]:
        """The treatments that can be asked of, but those that the guide offers to everybody."""
        rows = self.guide.evaluator.rows
        return [
            name
            for name in self.pathway.status
            if askable(self.guide, name)
            and all(row.when for row in rows[name] if row.strength.offers)
        ]

    def after(self, facts: Mapping[str, str]) -> Draft:
        """The same with some facts changed."""
        known = {**self.pathway.profile, **facts}
        return Draft(PathwayValue.of(self.guide, known), "", self.draw)

    def is_stated(self, name: str) -> bool:
        """Whether the source alone offers a treatment here, with the status that it has."""
        status = self.pathway.status[name]
        return (
            status in OFFERED
            and self.pathway.basis[name] == "stated"
            and self.source.status[name] is status
        )

    def is_clearly_not_offered(self, name: str) -> bool:
        """Whether neither the guide nor the source alone offers a treatment, or a form of it.

        There is a stated no in words, or there are stated conditions that are not met; and nothing
        is said of its group, or of what it is combined with, in which it may be meant.
        """
        forms = [other for other in self.pathway.status if name in groups(self.guide, other)]
        for side in (self.pathway, self.source):
            if any(side.status[other] not in _NO for other in (name, *forms)):
                return False
        if self._may_be_meant(name):
            return False
        if self.pathway.status[name] is Status.AGAINST:
            return self.source.status[name] is Status.AGAINST
        return bool(why_not(self.source.guide, self.source.profile, name).sets)

    def is_plainly_not_offered(self, name: str) -> bool:
        """Whether a treatment is clearly not offered, and not only because the source is silent.

        There is a stated no in words; or one fact stands against all rows that offer the treatment
        or a form of it, ours too, and each of them asks for that fact in the source's own words.
        """
        if not self.is_clearly_not_offered(name):
            return False
        profile = self.pathway.profile
        if self.pathway.status[name] is Status.AGAINST:
            return True
        rows = self.offering(name)
        return any(
            all(level not in row.stated_when.get(factor, (level,)) for row in rows)
            for factor in self.guide.factors
            if (level := profile.level(factor)) is not None
        )

    def offering(self, name: str) -> list[Indication]:
        """The rows that can offer a treatment or a form of it."""
        forms = [other for other in self.guide.treatments if name in groups(self.guide, other)]
        rows = self.guide.evaluator.rows
        found = {row.id: row for each in (name, *forms) for row in rows[each]}
        return [row for row in found.values() if row.strength.offers]

    def _may_be_meant(self, name: str) -> bool:
        """Whether a group is offered and no form of it, or a plan for such a course holds any."""
        lines = self.guide.groups_of(name)
        return bool({name, *lines} & self._in_plans) or any(
            self.pathway.status[group] in OFFERED
            and not any(self.pathway.status[form] in OFFERED for form in self._forms(group))
            for group in lines
        )

    def _forms(self, group: str) -> list[str]:
        return [member.id for member in self.guide.members(group)]

    @cached_property
    def _in_plans(self) -> frozenset[str]:
        """What the source combines because of a course that is not taken for granted."""
        profile, assumed = self.pathway.profile, self.guide.assumed
        special = {name for name in assumed if profile.level(name) not in (assumed[name], None)}
        rows = [row for row in self.guide.combinations.values() if special & row.when.keys()]
        holding = [row for row in rows if self.guide.evaluator.is_met(row.when, profile)]
        return frozenset(name for row in holding for name in row.treatments)

    def keys(self, right: Sequence[str]) -> list[str]:
        """Those of some treatments that may be the key: the wanted one, or any if none is."""
        fitting = [name for name in right if is_of_its_course(self.pathway, name)]
        return [name for name in fitting if name == self.wanted or not self.wanted]


def groups(guide: GuideValue, name: str) -> set[str]:
    """The groups that a treatment counts among, also those that it is another form of."""
    lines = [name, *guide.groups_of(name)]
    others = [other for each in lines for other in guide.treatments[each].also_form_of]
    return {*lines[1:], *others, *(group for other in others for group in guide.groups_of(other))}
