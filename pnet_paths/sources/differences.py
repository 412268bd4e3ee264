"""Where several sources surely say different things: a sentence for each difference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..api import Pathway
from ..guide.sentences import join_words, with_mark
from ..statuses import OFFERED, Status
from .compared_treatment import ComparedTreatment
from .patterns import PATTERNS
from .source_reading import SourceReading

__all__ = ["Differences"]


@dataclass(frozen=True)
class Differences:
    """The treatments of which sources surely say different things, in words.

    Attributes:
        readings: what each guide says with its facts, by its id, in the order asked for.
        treatments: the treatments of which they say different things, in reading order.
    """

    readings: Mapping[str, SourceReading]
    treatments: tuple[ComparedTreatment, ...]

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """A sentence for each difference with its sections, or that there is none."""
        told = tuple(map(self._sentence, self._alike()))
        return told or (PATTERNS["no_difference"],)

    def _title(self, guide: str) -> str:
        return self.readings[guide].guide.short_title

    def _alike(self) -> Iterator[list[ComparedTreatment]]:
        """The differences, those together of which the same is said in the same sections.

        A member of which nothing else is said than of its group is left to the group, and what one
        source has under another name to the treatment of that name.
        """
        told = {each.id: self._told(each) for each in self.treatments}
        unnamed = {each.id: self._told(each, names=False) for each in self.treatments}
        groups: dict[tuple[str, ...], list[ComparedTreatment]] = {}
        for each in self.treatments:
            others = {statement.stands_for for statement in each.statements.values()}
            if told.get(each.member_of) == told[each.id]:
                continue
            if any(unnamed.get(other) == unnamed[each.id] for other in others):
                continue
            key = (each.member_of, self._cited(each), self._untold(each), *told[each.id])
            groups.setdefault(key, []).append(each)
        yield from groups.values()

    def _told(self, treatment: ComparedTreatment, names: bool = True) -> tuple[str, ...]:
        return tuple(self._status(treatment, name, names) for name in treatment.statements)

    @cached_property
    def _with_less(self) -> Mapping[str, Pathway]:
        """The first guide with those facts alone that another was told too, by the other."""
        (_, reading), *others = self.readings.items()
        first = reading.pathway
        unused = {name: other.translation.unused for name, other in others}
        return {
            name: first.guide.evaluate({k: v for k, v in first.profile.items() if k not in factors})
            for name, factors in unused.items()
            if factors
        }

    def _untold(self, treatment: ComparedTreatment) -> str:
        """Which source was not told a fact that may make the difference, as sentences."""
        first = next(iter(treatment.statements.values()))
        parts = []
        for name, pathway in self._with_less.items():
            possible = pathway.possible.get(first.stands_for or treatment.id, frozenset())
            said = treatment.statements[name]
            if said.is_there and possible & said.possible:
                parts.append(PATTERNS["untold"].format(source=self._title(name)))
        return " ".join(parts)

    def _cited(self, treatment: ComparedTreatment) -> str:
        """The sections of each source that speaks of a treatment."""
        return "; ".join(
            PATTERNS["cited"].format(source=self._title(name), cited=statement.cited)
            for name, statement in treatment.statements.items()
            if statement.cited
        )

    def _sentence(self, treatments: Sequence[ComparedTreatment]) -> str:
        """What the sources say of treatments of which they say the same, and what may decide it."""
        return " ".join(filter(None, [self._difference(treatments), self._untold(treatments[0])]))

    def _difference(self, treatments: Sequence[ComparedTreatment]) -> str:
        treatment = treatments[0]
        statuses = treatment.statuses
        naming = [name for name, status in statuses.items() if status in OFFERED]
        silent = [name for name, status in statuses.items() if status is Status.NOT_NAMED]
        cited = self._cited(treatment)
        if len(naming) == len(silent) == 1 and len(statuses) == 2:
            is_there = treatment.statements[silent[0]].is_there
            return PATTERNS["one_names" if is_there else "one_has"].format(
                source=self._title(naming[0]),
                label=join_words([each.phrase for each in treatments]),
                status=self._status(treatment, naming[0]),
                other=self._title(silent[0]),
                cited=cited,
            )
        labels = join_words([each.label for each in treatments])
        parts = [
            PATTERNS["part"].format(status=self._status(treatment, name), source=self._title(name))
            for name in statuses
        ]
        return PATTERNS["says"].format(label=labels, parts=", ".join(parts), cited=cited)

    def _status(self, treatment: ComparedTreatment, guide: str, names: bool = True) -> str:
        """A status in words, with what is said beside a no, and † where it is our inference."""
        statement = treatment.statements[guide]
        if statement.status is Status.NOT_NAMED:
            return PATTERNS["not_named" if statement.is_there else "no_rule"]
        word = statement.word
        if statement.words:
            word = PATTERNS["against"].format(word=word, words=statement.words)
        if statement.counterpart and names:
            word = PATTERNS["as"].format(status=word, label=statement.counterpart)
        return with_mark(word, statement.inferred)
