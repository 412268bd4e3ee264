"""What stands behind treatments, for the front end: trials, figures, plots, later notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..errors import GuideError, suggestion
from ..evidence import plots
from ..evidence.models import Outcome, Recommendation, Trial
from ..evidence.population import Fit, Teller, criteria
from ..evidence.tables import EvidenceTables, packaged_evidence
from ..evidence.treatment_evidence import order, recommendations_of, trials_behind
from ..evidence.words import (
    WORDS,
    arm_names,
    arms_compared,
    arms_words,
    compared,
    in_whom,
    population_words,
    ratio_words,
    read_words,
    scope_words,
    trial_compared,
    when_words,
)
from ..guide.guide import GuideValue
from ..json_record import JsonRecord, Texts

__all__ = ["NO_EVIDENCE", "Evidence", "evidence"]


class EvidenceTeller(JsonRecord):
    """A factor that tells of a criterion, and the levels that meet it or do not."""

    place: int
    meets: Sequence[int]
    misses: Sequence[int]


class EvidenceCriterion(JsonRecord):
    """One thing that was asked for, and the factors that tell of it."""

    words: str
    tellers: Sequence[EvidenceTeller]
    always: Fit
    """Whether it is met where no factor tells."""


class EvidenceLink(NamedTuple):
    """A text, and the address that it leads to."""

    label: str
    address: str


class EvidenceTrial(JsonRecord):
    """A trial: what was compared, in whom, and where that is published."""

    title: str
    arms: str
    """What was compared, in few words."""
    compared: str
    in_whom: str
    remarks: Sequence[str]
    reference: str
    links: Sequence[EvidenceLink]
    who: Sequence[EvidenceCriterion]
    figures: Sequence[str]
    """The ids of its figures, in the order of their table."""


class EvidenceFigure(JsonRecord):
    """A figure of both arms, and where it was read."""

    row: int
    endpoint: str
    scope: str
    """Of whom, and which analysis."""
    arms: Sequence[str]
    values: Sequence[str]
    ratio: str
    compared: str
    p: str
    read: str
    addresses: Sequence[str]
    remarks: Sequence[str]
    who: Sequence[EvidenceCriterion]
    """What of the trial's people it counts, beside what the trial asked for."""
    is_main: bool
    """Whether it stands under its trial; else the table alone has it."""
    line: plots.Ratio | None
    """Its line of a forest plot."""
    pair: plots.Pair | None
    """Its pair of bars."""


class EvidenceNote(JsonRecord):
    """What others recommended or decided."""

    document: str
    date: str
    when: str
    """How that stands to the guide's date."""
    strength: str
    """The end of the name of its words: "option" of "strength_option"."""
    text: str
    beyond: str
    read: str
    addresses: Sequence[str]
    who: Sequence[EvidenceCriterion]


class EvidenceRole(NamedTuple):
    """A trial behind a treatment, and whether that is what the other arm was given."""

    trial: str
    is_comparator: bool


class EvidenceBehind(JsonRecord):
    """What stands behind one treatment, the trials by their years."""

    trials: Sequence[EvidenceRole]
    axis: plots.Axis | None
    """The axis of its forest plot."""
    notes: Sequence[str]


class Evidence(JsonRecord):
    """What stands behind a guide's treatments, by id; empty for a guide without evidence."""

    words: Texts
    terms: Texts
    """What the words beside figures mean."""
    trials: Mapping[str, EvidenceTrial]
    figures: Mapping[str, EvidenceFigure]
    notes: Mapping[str, EvidenceNote]
    treatments: Mapping[str, EvidenceBehind]


NO_EVIDENCE = Evidence(words={}, terms={}, trials={}, figures={}, notes={}, treatments={})


def evidence(guide: GuideValue) -> Evidence:
    """What the packaged evidence has for a guide."""
    tables = packaged_evidence()
    subjects = {name: tables.treatments_of(guide.id, name) for name in guide.treatments}
    behind = {
        name: (trials_behind(tables, some), recommendations_of(tables, some))
        for name, some in subjects.items()
        if some
    }
    trials = {each.id: each for some, _ in behind.values() for each in some}
    notes = {each.id: each for _, some in behind.values() for each in some}
    figures = [row for row in tables.outcomes.values() if row.trial in trials]
    _check_scenes(guide, tables)
    asked = _Asked(tables, guide)
    return Evidence(
        words=WORDS if behind else {},
        terms={each.term: each.definition for each in tables.terms} if behind else {},
        trials={name: _trial(each, figures, asked) for name, each in trials.items()},
        figures={row.id: _figure(row, trials[row.trial], asked) for row in figures},
        notes={name: _note(tables, guide, each, asked) for name, each in notes.items()},
        treatments={
            name: _behind(tables, subjects[name], some, others)
            for name, (some, others) in behind.items()
            if some or others
        },
    )


def _check_scenes(guide: GuideValue, tables: EvidenceTables) -> None:
    """That the scenes of cases name what is in the evidence.

    What stands behind no treatment of this guide, a copy of another, is left out where it is shown.

    Raises:
        GuideError: the scenes that name something else, one line each.
    """
    known = {*tables.trials, *tables.outcomes, *tables.recommendations}
    problems = [
        f"cases.csv, case {case.id}, scene {scene.number}, column evidence: "
        f'"{name}" is no trial, figure or recommendation of the evidence'
        f"{suggestion(name, known)}"
        for case in guide.cases.values()
        for scene in case.scenes
        for name in scene.evidence
        if name not in known
    ]
    if problems:
        raise GuideError(problems)


class _Asked:
    """Criteria as places of factors and codes of levels."""

    def __init__(self, tables: EvidenceTables, guide: GuideValue) -> None:
        self.tables, self.guide = tables, guide
        self.places = {name: place for place, name in enumerate(guide.factors)}

    def of(self, row: Trial | Outcome | Recommendation) -> list[EvidenceCriterion]:
        found = criteria(self.tables, self.guide, row.who)
        return [
            EvidenceCriterion(
                words=each.words,
                tellers=[self._teller(teller) for teller in each.tellers],
                always=each.always,
            )
            for each in found
        ]

    def _teller(self, teller: Teller) -> EvidenceTeller:
        codes = self.guide.space.level_codes(teller.factor)
        return EvidenceTeller(
            place=self.places[teller.factor],
            meets=sorted(codes[level] for level in teller.meets),
            misses=sorted(codes[level] for level in teller.misses),
        )


def _trial(trial: Trial, figures: Sequence[Outcome], asked: _Asked) -> EvidenceTrial:
    return EvidenceTrial(
        title=trial.title,
        arms=arms_compared(trial),
        compared=trial_compared(trial),
        in_whom=in_whom(trial),
        remarks=population_words(trial),
        reference=trial.reference,
        links=[EvidenceLink(*link) for link in trial.links],
        who=asked.of(trial),
        figures=[row.id for row in figures if row.trial == trial.id],
    )


def _figure(row: Outcome, trial: Trial, asked: _Asked) -> EvidenceFigure:
    version = [WORDS["other_version"].format(why=row.why)] if row.stands else []
    return EvidenceFigure(
        row=row.row,
        endpoint=row.endpoint,
        scope=scope_words(row),
        arms=arm_names(row, trial),
        values=arms_words(row, trial),
        ratio=ratio_words(row),
        compared=compared(row, trial) if row.effect else "",
        p=row.p,
        read=read_words(row),
        addresses=row.address,
        remarks=[*version, *filter(None, [row.contradiction, row.note])],
        who=asked.of(row),
        is_main=row.is_main,
        line=plots.ratio(row, trial),
        pair=plots.pair(row, trial),
    )


def _note(
    tables: EvidenceTables, guide: GuideValue, row: Recommendation, asked: _Asked
) -> EvidenceNote:
    return EvidenceNote(
        document=tables.documents[row.document].label,
        date=row.date,
        when=when_words(row, tables.guides[guide.id]),
        strength=row.strength,
        text=row.text,
        beyond=row.beyond,
        read=read_words(row),
        addresses=row.address,
        who=asked.of(row),
    )


def _behind(
    tables: EvidenceTables,
    subjects: frozenset[str],
    trials: Sequence[Trial],
    others: Sequence[Recommendation],
) -> EvidenceBehind:
    by_year = sorted(trials, key=order)
    rows = [row for row in tables.outcomes.values() if row.trial in {each.id for each in trials}]
    forest = plots.forest(rows, tables.trials)
    return EvidenceBehind(
        trials=[EvidenceRole(each.id, not subjects & {*each.treatments_a}) for each in by_year],
        axis=forest.axis if forest else None,
        notes=[each.id for each in others],
    )
