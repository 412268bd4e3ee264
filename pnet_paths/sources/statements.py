"""What several guides say for the same facts, as values and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from ..api import Pathway
from ..guide.guide import GuideValue
from ..guide.sentences import join_words, with_mark
from ..guide.verdict import Verdict
from ..statuses import OFFERED, Status
from .translation import Translation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["PATTERNS", "ComparedTreatment", "SourceStatements", "footer_of"]

Agreement = Literal["same", "differ", "open"]
PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "one_names": "{source} names {label} here ({status}); {other} does not ({cited}).",
        "says": "{label}: {parts} ({cited}).",
        "part": "{status} in {source}",
        "cited": "{source}: {cited}",
        "against": "{word} ({words})",
        "not_named": "not named",
        "no_difference": "No treatment surely differs.",
        "asks": "To say more, {source} asks: {questions}",
        "left_out": "Left out for {source}, as the facts contradict each other there: {labels}.",
        "facts": "{source}: {sentence}",
        "silent": "Named by none of them here: {labels}.",
        "absent": "\u2013 no such treatment",
        "how_to_read": (
            "Thick border: the sources differ. Dashed border: what is not known decides. "
            "Beside a member stands a sign for each source, in their order. "
            "A source that does not name a treatment does not advise against it."
        ),
    }
)
"""The sentences of a comparison, for Python and for a page."""


@dataclass(frozen=True, slots=True)
class ComparedTreatment:
    """A treatment and what each source says of it.

    Attributes:
        id: its id, the same in all guides.
        label: its name.
        member_of: the group that it belongs to, as the first guide that has it says.
        verdicts: by guide what it says; None where the guide has no such treatment.
    """

    id: str
    label: str
    member_of: str
    verdicts: Mapping[str, Verdict | None]

    @property
    def statuses(self) -> Mapping[str, Status]:
        """Its status by guide; a guide that has no such treatment does not name it."""
        found = self.verdicts.items()
        return {name: each.status if each else Status.NOT_NAMED for name, each in found}

    @property
    def agreement(self) -> Agreement:
        """Whether all say the same, surely differ, or may do either as something is not known."""
        silent = frozenset([Status.NOT_NAMED])
        possible = [each.possible if each else silent for each in self.verdicts.values()]
        if all(len(each) == 1 for each in possible):
            return "same" if len(set(possible)) == 1 else "differ"
        return "open" if frozenset.intersection(*possible) else "differ"

    @property
    def is_silent(self) -> bool:
        """Whether no source speaks of it."""
        return set(self.statuses.values()) == {Status.NOT_NAMED}


def footer_of(guides: Iterable[GuideValue]) -> str:
    """The sources and the disclaimers of some guides, once each."""
    return " ".join(dict.fromkeys(guide.footer for guide in guides))


@dataclass(frozen=True)
class SourceStatements:
    """Several guides seen with the same facts.

    Attributes:
        pathways: what each guide says, by its id, in the order asked for.
        translations: by guide how the facts were translated; the first guide's are its own.
        treatments: all treatments of all guides, in reading order, the first guide's first.
    """

    pathways: Mapping[str, Pathway]
    translations: Mapping[str, Translation]
    treatments: tuple[ComparedTreatment, ...]

    @property
    def differences(self) -> tuple[ComparedTreatment, ...]:
        """The treatments of which the sources surely say different things."""
        return tuple(each for each in self.treatments if each.agreement == "differ")

    def title(self, guide: str) -> str:
        """What a guide is called in sentences: "Cancer.Net (2023)"."""
        return self.pathways[guide].guide.short_title

    # -- in words ---------------------------------------------------------------------------

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """A sentence for each difference with its sections, and what was not asked of whom."""
        differences = tuple(map(self._sentence, self._alike()))
        return (*(differences or (PATTERNS["no_difference"],)), *self._asked_in_words())

    def _alike(self) -> Iterator[list[ComparedTreatment]]:
        """The differences, those together of which the same is said in the same sections.

        A member of which nothing else is said than of its group is left to the group.
        """
        told = {each.id: self._told(each) for each in self.differences}
        groups: dict[tuple[str, ...], list[ComparedTreatment]] = {}
        for each in self.differences:
            if told.get(each.member_of) != told[each.id]:
                cited = self._cited(each)
                groups.setdefault((each.member_of, cited, *told[each.id]), []).append(each)
        yield from groups.values()

    def _told(self, treatment: ComparedTreatment) -> tuple[str, ...]:
        return tuple(self._status(treatment, name) for name in treatment.verdicts)

    def _cited(self, treatment: ComparedTreatment) -> str:
        """The sections of each source that speaks of a treatment."""
        return "; ".join(
            PATTERNS["cited"].format(source=self.title(name), cited=verdict.cited)
            for name, verdict in treatment.verdicts.items()
            if verdict and verdict.status is not Status.NOT_NAMED
        )

    def _sentence(self, treatments: Sequence[ComparedTreatment]) -> str:
        """What the sources say of treatments of which they say the same."""
        treatment = treatments[0]
        statuses = treatment.statuses
        naming = [name for name, status in statuses.items() if status in OFFERED]
        silent = [name for name, status in statuses.items() if status is Status.NOT_NAMED]
        cited = self._cited(treatment)
        if len(naming) == len(silent) == 1 and len(statuses) == 2:
            named = self.pathways[naming[0]].guide.treatments
            return PATTERNS["one_names"].format(
                source=self.title(naming[0]),
                label=join_words([named[each.id].phrase for each in treatments]),
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

    def _status(self, treatment: ComparedTreatment, guide: str) -> str:
        """A status in words, with what is said beside a no, and † where it is our inference."""
        verdict = treatment.verdicts[guide]
        if verdict is None or verdict.status is Status.NOT_NAMED:
            return PATTERNS["not_named"]
        word = verdict.status.word
        if verdict.status.is_caveat and verdict.words:
            word = PATTERNS["against"].format(word=word, words=verdict.words)
        return with_mark(word, verdict.inferred)

    def _asked_in_words(self) -> Iterator[str]:
        for name, questions in self.asked.items():
            if questions:
                asked = " ".join(questions.values())
                yield PATTERNS["asks"].format(source=self.title(name), questions=asked)
        for name, translation in self.translations.items():
            if translation.conflicts:
                factors = self.pathways[name].guide.factors
                labels = join_words([factors[each].label for each in translation.conflicts])
                yield PATTERNS["left_out"].format(source=self.title(name), labels=labels)

    @cached_property
    def asked(self) -> Mapping[str, Mapping[str, str]]:
        """By guide the questions that no fact answers and that would settle something there."""
        found = {}
        for name, pathway in self.pathways.items():
            factors = pathway.guide.factors
            facts = [each.factor for each in pathway.settles().facts]
            found[name] = {factor: factors[factor].question for factor in facts}
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
            PATTERNS["facts"].format(source=self.title(name), sentence=pathway.sentence)
            for name, pathway in self.pathways.items()
        )

    @property
    def footer(self) -> str:
        """The sources and the disclaimer."""
        return footer_of(pathway.guide for pathway in self.pathways.values())

    def __str__(self) -> str:
        return "\n".join([*self.facts_in_words, "", *self.sentences, "", self.footer])
