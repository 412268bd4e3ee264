"""What several guides say for the same facts, as values and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..api import Pathway
from ..guide.guide import GuideValue
from ..guide.sentences import capitalize, join_words, unique
from ..statuses import Status
from .compared_treatment import ComparedTreatment
from .differences import Differences
from .patterns import PATTERNS
from .source_reading import SourceReading
from .translation import Translation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["SourceStatements", "footer_of"]


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
        differences = Differences(self.readings, self.differences)
        return (*differences.sentences, *self._asked_in_words())

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
