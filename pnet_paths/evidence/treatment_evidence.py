"""What stands behind one treatment for one profile: trials, figures, and what others say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..explain.explanation import Explanation
from ..guide.glossary import terms
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..markup import Explained, render
from ..tables.models import Conditions
from . import plots
from .dates import date_words
from .models import Document, Outcome, Recommendation, Trial
from .population import Criterion, Fit, Match, criteria, match
from .tables import EvidenceTables, packaged_evidence
from .words import (
    WORDS,
    arms_words,
    compared,
    figures_sentence,
    fit_words,
    population_words,
    ratio_words,
    read_words,
    trial_sentence,
    when_words,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure as Plot

__all__ = [
    "SideNote",
    "TreatmentEvidence",
    "TrialEvidence",
    "order",
    "recommendations_of",
    "side_notes",
    "treatment_evidence",
    "trials_behind",
]

_FITS = [Fit.YES, Fit.UNKNOWN, Fit.NO]


@dataclass(frozen=True, slots=True)
class TrialEvidence:
    """A trial, whether the profile is such a one, and its figures."""

    trial: Trial
    match: Match
    is_comparator: bool
    """Whether the treatment is what the other arm was given."""
    outcomes: tuple[Outcome, ...]
    fits: Mapping[str, Fit]
    """By outcome whether the profile is one of those whom it counts."""

    @property
    def sentences(self) -> Iterator[str]:
        """What it compared, in whom, whether the profile is such a one, and what came out."""
        trial = self.trial
        yield trial_sentence(trial)
        if self.is_comparator:
            yield WORDS["comparator"]
        yield fit_words(self.match)
        yield from population_words(trial)
        yield from (figures_sentence(row, trial) for row in self.outcomes if row.is_current)
        if not self.outcomes:
            yield WORDS["no_figures"]


@dataclass(frozen=True, slots=True)
class SideNote:
    """What another document recommends or decides, when, and whether for this profile."""

    recommendation: Recommendation
    document: Document
    when: str
    """How its date stands to the guide's, in words; blank where that is said elsewhere."""
    match: Match

    @property
    def strength(self) -> str:
        """How strongly it is recommended or decided, as we read it, in words."""
        return WORDS[f"strength_{self.recommendation.strength}"]

    def __str__(self) -> str:
        row = self.recommendation
        read = WORDS["read"].format(read=read_words(row))
        note = WORDS["note"].format(
            head=f"{self.document.label}, {date_words(row.date)}",
            strength=self.strength,
            how="; ".join(filter(None, [self.when, read])),
            text=row.text,
        )
        beyond = WORDS["beyond"].format(beyond=row.beyond) if row.beyond else ""
        return " ".join(filter(None, [note, fit_words(self.match, of_note=True), beyond]))


@dataclass(frozen=True)
class TreatmentEvidence(Explanation):
    """The trials behind a treatment, first those that ask for such a person.

    Nothing is ranked across trials; ``forest`` and ``medians`` draw them one below the other.
    """

    guide: GuideValue
    treatment: str
    trials: tuple[TrialEvidence, ...]
    notes: tuple[SideNote, ...]

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The figures of all its trials, each with its row and address."""
        return tuple(row for each in self.trials for row in each.outcomes)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was compared, in whom, what came out, and what others say."""
        told = [sentence for each in self.trials for sentence in each.sentences]
        told = [*told, WORDS["no_ranking"]] if told else [WORDS[self._without]]
        return (*told, *(f"{WORDS['others']}: {note}" for note in self.notes))

    def to_frame(self) -> pd.DataFrame:
        """One row a figure, other versions too, with how and where it was read."""
        import pandas as pd

        rows = [self._row(each, row) for each in self.trials for row in each.outcomes]
        columns = ["outcome", "trial", "row", "compared", "people", "endpoint", "analysis"]
        return pd.DataFrame(rows, columns=[*columns, *_FIGURES]).set_index("outcome")

    def forest(self) -> Plot | None:
        """The hazard ratios of its trials on one logarithmic axis; None where there is none."""
        from .figures import forest_figure

        plot = plots.forest(self.outcomes, self._trials)
        return forest_figure(plot, self._fits, self.footer) if plot else None

    def medians(self) -> Plot | None:
        """The medians of both arms, each trial on an axis of its own; None where there is none."""
        from .figures import medians_figure

        plot = plots.medians(self.outcomes, self._trials)
        return medians_figure(plot, self.footer) if plot else None

    @property
    def _without(self) -> str:
        """The name of what is said where there is no trial."""
        return "none" if self.guide.id in packaged_evidence().guides else "not_joined"

    def __repr__(self) -> str:
        counts = f"{len(self.trials)} trials, {len(self.outcomes)} figures, {len(self.notes)} notes"
        return f"TreatmentEvidence({self.treatment!r}, {counts})"

    @property
    def footer(self) -> str:
        """Why nothing is ranked, and that this is no advice."""
        return f"{WORDS['no_ranking']} {self.guide.metadata['disclaimer']}"

    @property
    def _trials(self) -> dict[str, Trial]:
        return {each.trial.id: each.trial for each in self.trials}

    @property
    def _fits(self) -> dict[str, Fit]:
        return {name: fit for each in self.trials for name, fit in each.fits.items()}

    @staticmethod
    def _row(each: TrialEvidence, row: Outcome) -> dict[str, object]:
        return {
            "outcome": row.id,
            "trial": each.trial.title,
            "row": row.row,
            "compared": compared(row, each.trial),
            "people": row.people,
            "endpoint": row.endpoint,
            "analysis": row.analysis,
            **dict(zip("ab", arms_words(row, each.trial), strict=True)),
            "ratio": ratio_words(row),
            "p": row.p,
            "read": read_words(row),
            "address": " | ".join(row.address),
            "stands": row.stands or row.id,
            "note": " ".join(filter(None, [row.why, row.contradiction, row.note])),
        }

    def _repr_html_(self) -> str:
        table = self.to_frame()
        return render(
            "evidence",
            words=WORDS,
            trials=[(each, [*each.sentences]) for each in self.trials],
            columns=[*table.columns],
            rows=table.astype(str).to_numpy().tolist(),
            notes=self.notes,
            explained=Explained(terms(self.guide)),
            footer=self.guide.footer,
        )


_FIGURES = ["a", "b", "ratio", "p", "read", "address", "stands", "note"]


def treatment_evidence(
    pathway: PathwayValue, treatment: str, evidence: EvidenceTables | None = None
) -> TreatmentEvidence:
    """What stands behind a treatment; nothing for a guide that names no evidence.

    Raises:
        PnetPathsError: the guide has no such treatment.
    """
    guide, evidence = pathway.guide, evidence or packaged_evidence()
    subjects = evidence.treatments_of(guide.id, guide.check_treatment(treatment))
    found = [
        _trial_evidence(pathway, evidence, trial, not subjects & {*trial.treatments_a})
        for trial in trials_behind(evidence, subjects)
    ]
    found.sort(key=lambda each: (_FITS.index(each.match.fit), *order(each.trial)))
    return TreatmentEvidence(
        guide, treatment, tuple(found), side_notes(pathway, treatment, evidence)
    )


def side_notes(
    pathway: PathwayValue, treatment: str, evidence: EvidenceTables | None = None
) -> tuple[SideNote, ...]:
    """What others say of a treatment, by date; nothing for a guide that names no evidence."""
    guide, evidence = pathway.guide, evidence or packaged_evidence()
    return tuple(
        SideNote(
            row,
            evidence.documents[row.document],
            when_words(row, evidence.guides[guide.id]),
            match(criteria(evidence, guide, row.who), pathway.profile),
        )
        for row in recommendations_of(evidence, evidence.treatments_of(guide.id, treatment))
    )


def _trial_evidence(
    pathway: PathwayValue, evidence: EvidenceTables, trial: Trial, is_comparator: bool
) -> TrialEvidence:
    def asked(who: Conditions) -> tuple[Criterion, ...]:
        return criteria(evidence, pathway.guide, who)

    rows = tuple(row for row in evidence.outcomes.values() if row.trial == trial.id)
    of_all = asked(trial.who)
    fits = {row.id: match((*of_all, *asked(row.who)), pathway.profile).fit for row in rows}
    return TrialEvidence(trial, match(of_all, pathway.profile), is_comparator, rows, fits)


def order(trial: Trial) -> tuple[str, str]:
    """By year, then by name: nothing that came out counts."""
    return trial.year or "no year yet", trial.name


def trials_behind(evidence: EvidenceTables, subjects: frozenset[str]) -> list[Trial]:
    """The trials in which one of some treatments was given in either arm."""
    return [
        trial
        for trial in evidence.trials.values()
        if subjects & {*trial.treatments_a, *trial.treatments_b}
    ]


def recommendations_of(evidence: EvidenceTables, subjects: frozenset[str]) -> list[Recommendation]:
    """What others say of some treatments, by its date."""
    rows = [row for row in evidence.recommendations.values() if subjects & {*row.treatments}]
    return sorted(rows, key=lambda row: (row.date, row.id))
