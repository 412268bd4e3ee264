"""What several guides say for the same facts, as values and in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ..api import Pathway
from ..guide.sentences import join_words, with_mark
from ..guide.verdict import Verdict
from ..statuses import OFFERED, Status
from .translation import Translation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ComparedTreatment", "SourceStatements"]

Agreement = Literal["same", "differ", "open"]
_WHERE = "{status} in {source}"


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
        told = tuple(map(self.sentence, self.differences)) or ("No treatment surely differs.",)
        return (*told, *self._asked_in_words())

    def sentence(self, treatment: ComparedTreatment) -> str:
        """What the sources say of a treatment, in a sentence."""
        statuses = treatment.statuses
        naming = [name for name, status in statuses.items() if status in OFFERED]
        silent = [name for name, status in statuses.items() if status is Status.NOT_NAMED]
        cited = "; ".join(
            f"{self.title(name)}: {verdict.cited}"
            for name, verdict in treatment.verdicts.items()
            if verdict and verdict.status is not Status.NOT_NAMED
        )
        if naming and silent and len(naming) + len(silent) == len(statuses):
            one, others = self._titles(naming), self._titles(silent)
            names, do = ("name", "do") if len(naming) > 1 else ("names", "does")
            do = "do" if len(silent) > 1 else "does"
            how = join_words([self._status(treatment, name) for name in naming], "or")
            label = self._phrase(treatment)
            return f"{one} {names} {label} here ({how}); {others} {do} not ({cited})."
        parts = [
            _WHERE.format(status=self._status(treatment, name), source=self.title(name))
            for name in statuses
        ]
        return f"{treatment.label}: {', '.join(parts)}{f' ({cited})' if cited else ''}."

    def _phrase(self, treatment: ComparedTreatment) -> str:
        guide = next(name for name, verdict in treatment.verdicts.items() if verdict)
        return self.pathways[guide].guide.treatments[treatment.id].phrase

    def _titles(self, guides: Iterable[str]) -> str:
        return join_words([self.title(name) for name in guides])

    def _status(self, treatment: ComparedTreatment, guide: str) -> str:
        """A status in words, with what is said beside a no, and † where it is our inference."""
        verdict = treatment.verdicts[guide]
        if verdict is None:
            return "not named"
        words = f" ({verdict.words})" if verdict.status is Status.AGAINST and verdict.words else ""
        word = "not named" if verdict.status is Status.NOT_NAMED else verdict.status.word
        return with_mark(word + words, verdict.inferred)

    def _asked_in_words(self) -> Iterator[str]:
        for name, questions in self.asked.items():
            if questions:
                asked = " ".join(questions.values())
                yield f"To say more, {self.title(name)} asks: {asked}"
        for name, translation in self.translations.items():
            for conflict in translation.conflicts:
                yield f"Left out for {self.title(name)}: {conflict}"

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
    def footer(self) -> str:
        """The sources and the disclaimer."""
        return " ".join(dict.fromkeys(each.footer for each in self.pathways.values()))

    def __str__(self) -> str:
        facts = [f"{self.title(name)}: {each.sentence}" for name, each in self.pathways.items()]
        return "\n".join([*facts, "", *self.sentences, "", self.footer])
