"""Who gives a treatment."""

from __future__ import annotations

from ...guide.sentences import capitalize, section_phrase, verb_to_be
from ...tables.models import Citation, Treatment
from ..question import Choice, Question
from ..question_draft import Draft
from .choices import CHOICES, is_related, shuffled

__all__ = ["giver_question"]

_STEM = 4  # letters that two words share where one gives the other away


def giver_question(draft: Draft) -> Question | None:
    """Who gives a treatment? It depends on nothing that is known of the tumor."""
    guide = draft.guide
    if draft.topic not in guide.treatments:
        return None
    treatment = guide.treatments[draft.topic]
    if not _has_stated_givers(draft, treatment) or len(treatment.given_by) != 1:
        return None
    (right,) = treatment.given_by
    if _first_letters(guide.team[right].label) == _first_letters(treatment.label):
        return None
    others = [
        person.id
        for person in guide.team.values()
        if person.id != right and _gives_something_else(draft, person.id, treatment)
    ]
    if len(others) < CHOICES - 1:
        return None
    wrong = draft.rng.sample(others, k=CHOICES - 1)
    choices = [_choice(draft, treatment, person, person == right) for person in (right, *wrong)]
    text = f"Who usually gives or carries out {treatment.phrase}, as the guide says?"
    sections = _citation(draft, treatment, right).sections
    return Question("giver", treatment.id, text, {}, shuffled(choices, draft.rng), 0, sections)


def _choice(draft: Draft, treatment: Treatment, person: str, right: bool) -> Choice:
    """One of the team, with what such a person does."""
    because, phrase = draft.guide.team[person].definition, treatment.phrase
    if right:
        cited = f"stated in the {section_phrase([_citation(draft, treatment, person)])}"
        because += f" {capitalize(phrase)} {verb_to_be(phrase)} usually in these hands ({cited})."
    return Choice(capitalize(draft.guide.team[person].label), right, because)


def _citation(draft: Draft, treatment: Treatment, person: str) -> Citation:
    """The sections on a treatment that speak of a person too; all on it if none does."""
    of_person = draft.guide.team[person].cited.sections
    both = tuple(name for name in treatment.cited.sections if name in of_person)
    return Citation(treatment.cited.source, both or treatment.cited.sections)


def _has_stated_givers(draft: Draft, treatment: Treatment) -> bool:
    """Whether the source says who of the team gives a treatment."""
    givers = treatment.given_by
    in_team = bool(givers) and all(person in draft.guide.team for person in givers)
    return in_team and treatment.given_by_basis == "stated"


def _gives_something_else(draft: Draft, person: str, treatment: Treatment) -> bool:
    """Whether the source says that a person gives other treatments, and none like this one."""
    guide = draft.guide
    treatments = [
        each
        for each in guide.treatments.values()
        if person in each.given_by and each.id not in guide.network.services
    ]
    is_stated = guide.team[person].basis == "stated" or any(
        _has_stated_givers(draft, each) for each in treatments
    )
    is_like_it = any(is_related(guide, treatment.id, each.id) for each in treatments)
    return bool(treatments) and is_stated and not is_like_it


def _first_letters(words: str) -> str:
    return words[:_STEM].lower()
