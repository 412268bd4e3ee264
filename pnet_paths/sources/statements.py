"""What several guides say for the same facts, as values and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from ..api import Pathway
from ..guide.guide import GuideValue
from ..guide.sentences import capitalize, join_words, unique, with_mark
from ..statuses import OFFERED, Status
from .source_reading import SourceReading, Statement
from .translation import Translation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["PATTERNS", "ComparedTreatment", "SourceStatements", "footer_of"]

Agreement = Literal["same", "differ", "open"]
PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "one_names": "{source} names {label} here ({status}); {other} does not ({cited}).",
        "one_has": "{source} names {label} here ({status}); {other} has no rule for it ({cited}).",
        "says": "{label}: {parts} ({cited}).",
        "part": "{status} in {source}",
        "cited": "{source}: {cited}",
        "against": "{word} ({words})",
        "as": "{status}, as {label}",
        "not_named": "not named",
        "no_rule": "without a rule",
        "no_difference": "No treatment surely differs.",
        "asks": "To say more, {source} asks: {questions}",
        "untold": "A fact that {source} was not told may decide this.",
        "unused": "{source} has no equivalent for, and was not told: {labels}.",
        "left_behind": "Not taken along, as {source} has no certain equivalent: {labels}.",
        "left_out": "Left out for {source}, as the facts contradict each other there: {labels}.",
        "facts": "{source}: {sentence}",
        "silent": "Named by none of them here: {labels}.",
        "absent": "\u2013 no rule there",
        "how_to_read": (
            "\u2260 and a thick border: the sources differ on the whole of it; \u2260 alone: on a "
            "member. Dashed border: what is not known decides. "
            "Below a source stand members that it names and of which they do not say the same."
        ),
        "all_name": "Named by all: {labels}",
        "silence": "A source that does not name a treatment does not advise against it.",
    }
)
"""The sentences of a comparison, for Python and for a page."""


@dataclass(frozen=True, slots=True)
class ComparedTreatment:
    """A treatment and what each source says of it.

    Attributes:
        id: its id, the same in all guides.
        label: its name.
        phrase: its name within a sentence.
        member_of: the group that it belongs to, as the first guide that has it says.
        statements: by guide what it says.
    """

    id: str
    label: str
    phrase: str
    member_of: str
    statements: Mapping[str, Statement]

    @property
    def statuses(self) -> Mapping[str, Status]:
        """Its status by guide; a guide that has no such treatment does not name it."""
        return {name: each.status for name, each in self.statements.items()}

    @property
    def agreement(self) -> Agreement:
        """Whether all say the same, surely differ, or may do either as something is not known."""
        if any(each.is_opposite and len(each.possible) > 1 for each in self.statements.values()):
            return "open"
        possible = [each.possible for each in self.statements.values() if not each.is_opposite]
        if all(len(each) == 1 for each in possible):
            return "same" if len(set(possible)) == 1 else "differ"
        return "open" if frozenset.intersection(*possible) else "differ"

    @property
    def is_silent(self) -> bool:
        """Whether no source speaks of it."""
        return set(self.statuses.values()) == {Status.NOT_NAMED}


def _sentence(reading: SourceReading) -> str:
    """The facts that a source was asked with as a sentence; those that we infer are marked."""
    pathway = reading.pathway
    if not pathway.profile:
        return pathway.sentence
    known = {name: (level,) for name, level in pathway.profile.items()}
    return f"{capitalize(pathway.guide.clause(known, reading.inferred_facts))}."


def footer_of(guides: Iterable[GuideValue]) -> str:
    """The sources and the disclaimers of some guides, once each."""
    return " ".join(dict.fromkeys(guide.footer for guide in guides))


@dataclass(frozen=True)
class SourceStatements:
    """Several guides seen with the same facts.

    Attributes:
        readings: what each guide says with its facts, by its id, in the order asked for.
        treatments: all treatments of all guides, in reading order, the first guide's first.
        unused: by guide the first guide's facts that say nothing there, in words.
    """

    readings: Mapping[str, SourceReading]
    treatments: tuple[ComparedTreatment, ...]
    unused: Mapping[str, tuple[str, ...]]

    @property
    def pathways(self) -> Mapping[str, Pathway]:
        """By guide its pathway with the facts that are certain."""
        return {name: each.pathway for name, each in self.readings.items()}

    @property
    def translations(self) -> Mapping[str, Translation]:
        """By guide how the facts were translated; the first guide's are its own."""
        return {name: each.translation for name, each in self.readings.items()}

    @property
    def differences(self) -> tuple[ComparedTreatment, ...]:
        """The treatments of which the sources surely say different things."""
        return tuple(each for each in self.treatments if each.agreement == "differ")

    def title(self, guide: str) -> str:
        """What a guide is called in sentences: "Cancer.Net (2023)"."""
        return self.readings[guide].guide.short_title

    # -- in words ---------------------------------------------------------------------------

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """A sentence for each difference with its sections, and what was not asked of whom."""
        differences = tuple(map(self._sentence, self._alike()))
        return (*(differences or (PATTERNS["no_difference"],)), *self._asked_in_words())

    def _alike(self) -> Iterator[list[ComparedTreatment]]:
        """The differences, those together of which the same is said in the same sections.

        A member of which nothing else is said than of its group is left to the group, and what one
        source has under another name to the treatment of that name.
        """
        told = {each.id: self._told(each) for each in self.differences}
        unnamed = {each.id: self._told(each, names=False) for each in self.differences}
        groups: dict[tuple[str, ...], list[ComparedTreatment]] = {}
        for each in self.differences:
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
        first, *others = self.pathways.values()
        unused = {each.guide.id: self.translations[each.guide.id].unused for each in others}
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
                parts.append(PATTERNS["untold"].format(source=self.title(name)))
        return " ".join(parts)

    def _cited(self, treatment: ComparedTreatment) -> str:
        """The sections of each source that speaks of a treatment."""
        return "; ".join(
            PATTERNS["cited"].format(source=self.title(name), cited=statement.cited)
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
                source=self.title(naming[0]),
                label=join_words([each.phrase for each in treatments]),
                status=self._status(treatment, naming[0]),
                other=self.title(silent[0]),
                cited=cited,
            )
        labels = join_words([each.label for each in treatments])
        parts = [
            PATTERNS["part"].format(status=self._status(treatment, name), source=self.title(name))
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

    def _asked_in_words(self) -> Iterator[str]:
        for name, questions in self.asked.items():
            if questions:
                asked = " ".join(questions.values())
                yield PATTERNS["asks"].format(source=self.title(name), questions=asked)
        for name, labels in self.unused.items():
            if labels:
                yield PATTERNS["unused"].format(source=self.title(name), labels=join_words(labels))
        for name, translation in self.translations.items():
            if translation.conflicts:
                factors = self.pathways[name].guide.factors
                left_out = join_words([factors[each].label for each in translation.conflicts])
                yield PATTERNS["left_out"].format(source=self.title(name), labels=left_out)

    @cached_property
    def asked(self) -> Mapping[str, Mapping[str, str]]:
        """By guide the questions that no fact answers and that would settle something there.

        First those to which the facts leave several answers.
        """
        found = {}
        for name, pathway in self.pathways.items():
            factors = pathway.guide.factors
            is_open = any(each.statuses[name] is Status.DEPENDS for each in self.treatments)
            facts = [each.factor for each in pathway.settles().facts] if is_open else []
            names = unique([*self.readings[name].undecided, *facts])
            found[name] = {factor: factors[factor].question for factor in names}
        return found

    # -- as data ----------------------------------------------------------------------------

    def to_frame(self) -> pd.DataFrame:
        """One row a treatment: its status in each source, and whether they agree."""
        import pandas as pd

        rows = [
            {"treatment": t.id, "label": t.label, "member_of": t.member_of}
            | {name: str(status) for name, status in t.statuses.items()}
            | {"agreement": t.agreement}
            for t in self.treatments
        ]
        return pd.DataFrame(rows).set_index("treatment")

    def facts(self) -> pd.DataFrame:
        """One row a fact that a source used: its level there, what it comes from, and the basis."""
        import pandas as pd

        rows = []
        for name, pathway in self.pathways.items():
            origins = self.translations[name].origins
            for factor, level in pathway.profile.items():
                origin = origins.get(factor)
                facts = origin.facts if origin else ()
                rows.append(
                    {
                        "guide": name,
                        "factor": factor,
                        "level": level,
                        "from": ", ".join("=".join(fact) for fact in facts),
                        "basis": "inferred" if origin and origin.inferred else "stated",
                    }
                )
        return pd.DataFrame(rows, columns=["guide", "factor", "level", "from", "basis"])

    @property
    def facts_in_words(self) -> tuple[str, ...]:
        """A line a source: the facts that it was asked with."""
        return tuple(
            PATTERNS["facts"].format(source=self.title(name), sentence=_sentence(reading))
            for name, reading in self.readings.items()
        )

    @property
    def footer(self) -> str:
        """The sources and the disclaimer."""
        return footer_of(pathway.guide for pathway in self.pathways.values())

    def __str__(self) -> str:
        return "\n".join([*self.facts_in_words, "", *self.sentences, "", self.footer])
