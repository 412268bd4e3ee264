"""Who gives a treatment."""

from __future__ import annotations

from ...guide.sentences import capitalize, section_phrase, verb_to_be
from ...tables.models import Citation, Treatment
from ..question import Choice, Question
from ..question_draft import Draft
from .choices import CHOICES, akin, shuffled

__all__ = ["giver"]

_STEM = 4  # letters that two words share where one gives the other away


def giver(draft: Draft) -> Question | None:
    """Who gives a treatment? It depends on nothing that is known of the tumor."""
    guide = draft.guide
    if draft.wanted not in guide.treatments:
        return None
    treatment = guide.treatments[draft.wanted]
    if not _is_stated(draft, treatment) or len(treatment.given_by) != 1:
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
    chosen = draft.draw.sample(others, k=CHOICES - 1)
    choices = [_choice(draft, treatment, person, person == right) for person in (right, *chosen)]
    text = f"Who usually gives or carries out {treatment.phrase}, as the guide says?"
    sections = _cited(draft, treatment, right).sections
    return Question("giver", treatment.id, text, {}, shuffled(choices, draft.draw), 0, sections)


def _choice(draft: Draft, treatment: Treatment, person: str, right: bool) -> Choice:
    """One of the team, with what that is."""
    told, phrase = draft.guide.team[person].definition, treatment.phrase
    if right:
        cited = f"stated in the {section_phrase([_cited(draft, treatment, person)])}"
        told += f" {capitalize(phrase)} {verb_to_be(phrase)} usually in these hands ({cited})."
    return Choice(capitalize(draft.guide.team[person].label), right, told)


def _cited(draft: Draft, treatment: Treatment, person: str) -> Citation:
    """Where the source says so: what it says of the treatment where it speaks of the person.

    All that it says of the treatment, where these do not meet.
    """
    of_person = draft.guide.team[person].cited.sections
    both = tuple(name for name in treatment.cited.sections if name in of_person)
    return Citation(treatment.cited.source, both or treatment.cited.sections)


def _is_stated(draft: Draft, treatment: Treatment) -> bool:
    """Whether the source says who of the team gives a treatment."""
    team = draft.guide.team
    known = bool(treatment.given_by) and all(person in team for person in treatment.given_by)
    return known and treatment.given_by_basis == "stated"


def _gives_something_else(draft: Draft, person: str, treatment: Treatment) -> bool:
    """Whether the source says that a person does something else, and we nothing of this."""
    guide = draft.guide
    given = [
        each
        for each in guide.treatments.values()
        if person in each.given_by and not each.is_service
    ]
    said_so = guide.team[person].basis == "stated" or any(_is_stated(draft, e) for e in given)
    return bool(given) and said_so and not any(akin(guide, treatment.id, e.id) for e in given)


def _first_letters(words: str) -> str:
    return words[:_STEM].lower()
