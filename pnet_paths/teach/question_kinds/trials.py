"""What a trial behind a treatment was compared with, and whether it speaks for a person.

The keys rest on `evidence`: no figure is asked for, and nothing is compared across trials.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...evidence.models import Trial
from ...evidence.population import Criterion, Fit, Match, criteria, match
from ...evidence.tables import packaged_evidence
from ...evidence.treatment_evidence import trials_behind
from ...evidence.words import fit_words, population_words, trial_compared, trial_sentence
from ...guide.pathway import PathwayValue
from ...guide.sentences import capitalize, unique
from ..question import Choice, Question
from ..question_draft import Draft
from ..question_profiles import with_fact
from ..question_proof import Facts, fewest_facts
from .choices import CHOICES, sections_of, shuffled

__all__ = ["compared_with_question", "speaks_for_question"]

_NOTHING = "With nothing: there was no other arm"


def compared_with_question(draft: Draft) -> Question | None:
    """What was a treatment compared with in a trial? It depends on nothing known of the tumor."""
    # "No resection" after "resection" would ask for a word.
    trials = [trial for trial in _tested(draft, draft.topic) if trial.given_a not in trial.given_b]
    if not trials:
        return None
    trial = draft.rng.choice(trials)
    others = [each for each in packaged_evidence().trials.values() if _is_other(draft, each, trial)]
    wrong = {_comparator(other): other for other in draft.rng.sample(others, k=len(others))}
    wrong.pop(_comparator(trial), None)
    if len(wrong) < CHOICES - 1:
        return None
    choices = [
        Choice(_comparator(trial), True, f"{trial_sentence(trial)} {_published(trial)}"),
        *(
            Choice(text, False, f"So it was in another trial. {trial_sentence(other)}")
            for text, other in list(wrong.items())[: CHOICES - 1]
        ),
    ]
    text = (
        f"{trial.title}, in whom: {trial.population}. "
        f"People were given {trial.given_a}. What was it compared with?"
    )
    return Question(
        "compared_with",
        draft.topic,
        text,
        {},
        shuffled(choices, draft.rng),
        0,
        _sections(draft, draft.topic),
    )


def speaks_for_question(draft: Draft) -> Question | None:
    """Does a trial behind a treatment that is offered here speak for this person?

    One thing alone that the trial asked for is missed, or is open, or it speaks for the person.
    """
    trials = _tested(draft, draft.topic)
    if not trials or not _is_offered_of_course(draft):
        return None
    clear = [
        each
        for trial in trials
        if (each := _told_what_is_asked(draft, trial)).is_clear
        and _is_offered_of_course(each.draft)
    ]
    if not clear:
        return None
    fit = draft.rng.choice(unique(each.fit for each in clear))
    told = draft.rng.choice([each for each in clear if each.fit is fit])
    return Question(
        "speaks_for",
        draft.topic,
        f"{told.draft.pathway.sentence} {told.question_text}",
        told.draft.pathway.profile.known,
        shuffled(told.choices(), draft.rng),
        len(told.deciding),
        _sections(draft, draft.topic),
        deciding=told.deciding,
    )


def _is_offered_of_course(draft: Draft) -> bool:
    """Whether the topic is stated here, and one of this course."""
    return bool(draft.possible_keys([draft.topic])) and draft.is_stated(draft.topic)


def _told_what_is_asked(draft: Draft, trial: Trial) -> _Asked:
    """A trial with most of what it asked for told of the person: met, or one thing of it missed.

    Else nearly every question would end at what is not known. What was asked for first, where the
    tumor lies, is told: open, it would be a question about this guide's words.
    """
    asked = _Asked.of(draft, trial)
    may_stay = [each for each, _ in asked.fits[1:] if each in asked.still_open]
    decisive = draft.rng.choice(may_stay) if may_stay else None
    facts: Mapping[str, str] = draft.pathway.profile.known
    for each in asked.still_open:
        is_decisive = each is decisive
        (teller,) = each.tellers
        among = draft.rng.choice((teller.meets, teller.misses, ())) if is_decisive else teller.meets
        facts = with_fact(draft.guide, facts, teller.factor, sorted(among), draft.rng)
    told = Draft(PathwayValue.of(draft.guide, facts), draft.topic, draft.rng)
    return _Asked.of(told, trial)


@dataclass(frozen=True)
class _Asked:
    """A trial, and what of the things that it asked for a profile meets.

    ``fits`` are those that it says; what we conclude is in no question, but has to be met.
    """

    draft: Draft
    trial: Trial
    fits: Sequence[tuple[Criterion, Fit]]
    is_otherwise_met: bool

    @classmethod
    def of(cls, draft: Draft, trial: Trial) -> _Asked:
        profile = draft.pathway.profile
        asked = criteria(packaged_evidence(), draft.guide, trial.who)
        return cls(
            draft,
            trial,
            [(each, each.fit(profile)) for each in asked if not each.presumed],
            all(each.fit(profile) is Fit.YES for each in asked if each.presumed),
        )

    @property
    def match(self) -> Match:
        """What of it the profile misses, and what is open."""
        return match((each for each, _ in self.fits), self.draft.pathway.profile)

    @property
    def fit(self) -> Fit:
        """Whether the trial speaks for the person."""
        return self.match.fit

    @property
    def still_open(self) -> list[Criterion]:
        """What may be told, and is not."""
        return [each for each in self._with(Fit.UNKNOWN) if len(each.tellers) == 1]

    @property
    def is_clear(self) -> bool:
        """Whether there is one reason alone for the answer, and enough to be wrong about."""
        if not self.is_otherwise_met or any(len(each.tellers) > 1 for each, _ in self.fits):
            return False
        if self.fit is Fit.YES:
            return len(self.fits) > 1
        return len(self._with(self.fit)) == 1 and bool(self._with(Fit.YES))

    @cached_property
    def deciding(self) -> tuple[str, ...]:
        """The known factors to be considered: of what is missed, or of all that was asked for."""
        decisive = [(each, fit) for each, fit in self.fits if fit is Fit.NO] or self.fits
        known = self.draft.pathway.profile.known
        # "Not compared yet" is a fact that keeps open whether it grows.
        keep_open = {
            teller.factor
            for each in self._with(Fit.UNKNOWN)
            for teller in each.tellers
            if teller.factor in known
        }

        def proves(facts: Facts) -> bool:
            profile = self.draft.guide.profile(facts)
            return all(each.fit(profile) is fit for each, fit in decisive) and (
                decisive != self.fits or keep_open <= facts.keys()
            )

        return fewest_facts(known, proves)

    @property
    def question_text(self) -> str:
        """What the trial did, in whom, and what is asked of it."""
        asked = "; ".join(each.words for each, _ in self.fits)
        return (
            f"{self.trial.title}: {trial_compared(self.trial)}. It asked for: {asked}. "
            "Does it speak for this person?"
        )

    def choices(self) -> list[Choice]:
        """The right answer and wrong ones: reasons that are none, or the other way round."""
        found = self.match
        reasons = f"{fit_words(found)} {' '.join(population_words(self.trial))}".strip()
        yes = Choice(
            "Yes, as far as the facts go",
            self.fit is Fit.YES,
            f"{reasons} {_published(self.trial)}" if self.fit is Fit.YES else fit_words(found),
        )
        met = [choice for each in self._with(Fit.YES) for choice in self._wrong_reasons(each)]
        if self.fit is Fit.YES:
            return [yes, *self.draft.rng.sample(met, k=CHOICES - 1)]
        (reason,) = self._with(self.fit)
        texts = _no(reason), _open(reason)
        right, turned = texts if self.fit is Fit.NO else reversed(texts)
        wrong = [*met, Choice(turned, False, fit_words(found))]
        return [
            Choice(right, True, f"{reasons} {_published(self.trial)}"),
            yes,
            *self.draft.rng.sample(wrong, k=CHOICES - 2),
        ]

    def _wrong_reasons(self, met: Criterion) -> Iterator[Choice]:
        """What the profile meets, given as a reason against the trial."""
        guide, profile = self.draft.guide, self.draft.pathway.profile
        told = {
            each.factor: (level,) for each in met.tellers if (level := profile.level(each.factor))
        }
        fact = f"{capitalize(guide.clause(told))}. " if told else ""
        because = f"{fact}That is among what the trial asked for: {met.words}."
        yield Choice(_no(met), False, because)
        yield Choice(_open(met), False, because)

    def _with(self, fit: Fit) -> list[Criterion]:
        return [each for each, found in self.fits if found is fit]


def _no(asked: Criterion) -> str:
    return f"No, this is not met: {asked.words}"


def _open(asked: Criterion) -> str:
    return f"That is open, as this is not known: {asked.words}"


def _tested(draft: Draft, treatment: str) -> list[Trial]:
    """The trials that tested a treatment, not those in which the other arm was given it."""
    subjects = packaged_evidence().treatments_of(draft.guide.id, treatment)
    trials = trials_behind(packaged_evidence(), subjects)
    return [trial for trial in trials if subjects & {*trial.treatments_a} and _has_ended(trial)]


def _has_ended(trial: Trial) -> bool:
    """Whether it is a trial of its own with figures: no review, no protocol, no part of another."""
    figures = packaged_evidence().outcomes.values()
    return any(row.trial == trial.id for row in figures) and not any(
        word in trial.design for word in ("review", "meta-analysis", "extension")
    )


def _is_other(draft: Draft, other: Trial, trial: Trial) -> bool:
    """Whether what the one was compared with, or a form of it, surely was not given in the other.

    "Chemotherapy" would be right as well where a drug of it was given.
    """
    links = (
        packaged_evidence().treatments_of(draft.guide.id, name) for name in draft.guide.treatments
    )
    given = {*trial.treatments_a, *trial.treatments_b}
    forms = given.union(*(names for names in links if names & given))
    return not forms & {*other.treatments_b}


def _comparator(trial: Trial) -> str:
    return f"With {trial.given_b}" if trial.given_b else _NOTHING


def _published(trial: Trial) -> str:
    """Where it is published, as far as that is in the tables."""
    where = ", ".join(filter(None, [trial.reference, *(label for label, _ in trial.links)]))
    return f"({where})" if where else ""


def _sections(draft: Draft, treatment: str) -> tuple[str, ...]:
    """Where the guide offers the treatment: of the trial it need not speak."""
    rows = [row for row in draft.offering_rows(treatment) if not row.inferred]
    return sections_of(draft.guide, (row.id for row in rows))
