"""What one source says with facts that come from another: of each treatment its statement."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

from ..api import Guide, Pathway
from ..guide.profile import Profile
from ..guide.sentences import join_words, unique
from ..statuses import OFFERED, Status, ranks_of, status_of, statuses_of
from .translation import Translation

__all__ = ["SourceReading", "Statement"]

MOST_COMPLETIONS = 100
"""Beyond so many combinations of levels that stay possible, the largest choices are left open."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says of a treatment.

    Attributes:
        status: its status.
        possible: the statuses that it can have, as long as not all is known.
        inferred: whether the status, or a fact that it rests on, is our inference.
        words: what is said beside a no.
        cited: the sections, joined; blank where the source does not name it.
        counterpart: the label of what stands for it, where the source speaks of that instead.
        stands_for: the id of that.
        is_there: whether the source has such a treatment at all.
        is_opposite: whether what stands for it says the opposite of it, and so what another source
            says: "no more treatment" of one that has no benefit.
    """

    status: Status
    possible: frozenset[Status]
    inferred: bool = False
    words: str = ""
    cited: str = ""
    counterpart: str = ""
    stands_for: str = ""
    is_there: bool = True
    is_opposite: bool = False

    @property
    def word(self) -> str:
        """The status in words; all that it can be, where a treatment is surely offered."""
        if self.status not in OFFERED:
            return self.status.word
        return join_words([each.word for each in reversed(Status) if each in self.possible], "or")


ABSENT = Statement(Status.NOT_NAMED, frozenset([Status.NOT_NAMED]), is_there=False)
"""Of a treatment that a source does not have."""


class SourceReading:
    """A guide with translated facts.

    Where a fact leaves several levels of another guide open, each is looked at, and no other.

    Attributes:
        guide: the guide.
        translation: where its facts come from.
        pathway: the guide with the facts that are certain.
    """

    def __init__(
        self, guide: Guide, translation: Translation, answers: Mapping[str, str | None]
    ) -> None:
        self.guide, self.translation = guide, translation
        self._answers = {name: level for name, level in answers.items() if level is not None}
        self.pathway = guide.evaluate({**translation.facts, **self._answers})

    @cached_property
    def _pathways(self) -> list[Pathway]:
        known = self.pathway.profile
        return [
            self.pathway if profile == known else self.guide.evaluate(profile)
            for profile in self._completions(self.translation.facts)
        ]

    @cached_property
    def _without_ours(self) -> list[Profile]:
        """The profiles that stay possible without the facts that follow by our inference alone."""
        ours = self.inferred_facts
        return self._completions({k: v for k, v in self.translation.facts.items() if k not in ours})

    @cached_property
    def undecided(self) -> list[str]:
        """The factors of which the facts leave several levels, of which not all say the same."""
        left = [name for name in self.translation.undecided if name not in self._answers]
        return [name for name in left if self._decides(name)]

    def _decides(self, factor: str) -> bool:
        levels: dict[str | None, dict[str, set[Status]]] = {}
        for each in self._pathways:
            said = levels.setdefault(each.profile.get(factor), {})
            for treatment, possible in each.possible.items():
                said.setdefault(treatment, set()).update(possible)
        first, *others = levels.values()
        return any(each != first for each in others)

    @property
    def inferred_facts(self) -> Collection[str]:
        """The factors whose facts follow by our inference."""
        origins = self.translation.origins
        return [
            name
            for name, origin in origins.items()
            if origin.inferred and name not in self._answers
        ]

    def _completions(self, facts: Mapping[str, str]) -> list[Profile]:
        """The profiles of all levels that stay possible, as far as they can occur."""
        known = {**facts, **self._answers}
        undecided = self.translation.undecided
        open_levels = {
            name: [level.id for level in factor.levels if level.id in undecided[name]]
            for name, factor in self.guide.factors.items()
            if name in undecided and name not in self._answers
        }
        while prod(map(len, open_levels.values())) > MOST_COMPLETIONS:
            open_levels.pop(max(open_levels, key=lambda name: len(open_levels[name])))
        profiles = [
            {**known, **dict(zip(open_levels, levels, strict=True))}
            for levels in product(*open_levels.values())
        ]
        can_occur = [each for each in profiles if not self.guide.space.conflict(each)]
        return [*map(self.guide.profile, can_occur or [known])]

    def statement(self, treatment: str, counterpart: str = "") -> Statement:
        """What the source says of a treatment.

        Args:
            treatment: its id.
            counterpart: the id of what stands for it where the guide does not have it.
        """
        name = treatment if treatment in self.guide.treatments else counterpart
        if name not in self.guide.treatments:
            return ABSENT
        possible = frozenset().union(*(each.possible[name] for each in self._pathways))
        status = status_of(ranks_of(*possible))
        named = [each for each in self._pathways if each.possible[name] != {Status.NOT_NAMED}]
        naming = sorted(named, key=lambda each: each.status[name] is not status)
        verdict = naming[0].verdict(name) if status is not Status.NOT_NAMED else None
        sections = [each.verdict(name).cited.sections for each in naming] if verdict else []
        rests_on_ours = self.inferred_facts and possible != self._possible_without_ours(name)
        return Statement(
            status,
            possible,
            inferred=bool(verdict) and (self._is_inferred(name) or bool(rests_on_ours)),
            words=verdict.words if verdict and status.is_caveat else "",
            cited="; ".join(_shared(sections)),
            counterpart=self.guide.treatments[name].label if name != treatment else "",
            stands_for=name if name != treatment else "",
        )

    def _is_inferred(self, treatment: str) -> bool:
        return any(each.basis[treatment] == "inferred" for each in self._pathways)

    def _possible_without_ours(self, treatment: str) -> frozenset[Status]:
        evaluator = self.guide.evaluator
        root = evaluator.roots[treatment]
        ranks = [evaluator.possible_ranks([root], profile)[0] for profile in self._without_ours]
        return frozenset().union(*map(statuses_of, ranks))


def _shared(sections: Sequence[Sequence[str]]) -> Sequence[str]:
    """The sections that all have, or all of them where there is none."""
    every = unique(each for some in sections for each in some)
    return [each for each in every if all(each in some for some in sections)] or every
