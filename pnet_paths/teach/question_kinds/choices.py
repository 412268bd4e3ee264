"""What the kinds of questions share: choices that name treatments, and how they are picked."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from ...explain import least_cost_to_offer, why, why_not
from ...guide.guide import GuideValue
from ...guide.pathway import PathwayValue
from ...guide.sentences import capitalize, unique
from ...statuses import Status
from ..question import Choice
from ..question_draft import Draft
from ..question_profiles import is_askable_factor

__all__ = [
    "CHOICES",
    "distance",
    "fill_choices",
    "is_as_assumed",
    "is_related",
    "reasons",
    "sections_of",
    "shuffled",
    "treatment_choice",
]

CHOICES = 4


def treatment_choice(pathway: PathwayValue, name: str, right: bool) -> Choice:
    """A choice that names a treatment, with all reasons why it is offered, or not."""
    because, rules = reasons(pathway, name)
    return Choice(pathway.guide.treatments[name].label, right, because, name, rules)


def reasons(pathway: PathwayValue, name: str) -> tuple[str, tuple[str, ...]]:
    """Why a treatment is offered, or not, and the ids of the rows that say so.

    Where the guide does not name it: what would have to change.
    """
    guide, profile = pathway.guide, pathway.profile
    if pathway.status[name] is not Status.NOT_NAMED:
        explanation = why(guide, profile, name)
        sure = [row for row in explanation.rows if row.sure]
        sentences = [explanation.sentence(row) for row in sure] or explanation.sentences
        return " ".join(sentences), unique(each.row.id for each in sure or explanation.rows)
    source = guide.stated_only
    sides = (why_not(source, source.profile(profile), name), why_not(guide, profile, name))
    sentences = [sentence for side in sides for sentence in side.sentences]
    rows = [row.id for side in sides for unmet in side.sets for row in unmet.rows]
    return " ".join(unique(sentences)), unique(rows)


def fill_choices(key: Choice, wrong: Iterable[Choice], draft: Draft) -> tuple[Choice, ...] | None:
    """The key among the first of the wrong choices that fit, shuffled; None if too few fit.

    No two say the same: a group and its member do, and so do two with one reason, which stand
    beside each other only where there are no others.
    """
    guide, choices, same_reason = draft.guide, [key], list[Choice]()
    for choice in wrong:
        if len(choices) == CHOICES:
            break
        if not _is_related_to_any(guide, choice, choices):
            is_double = _reason(guide, choice) in [_reason(guide, each) for each in choices]
            (same_reason if is_double else choices).append(choice)
    for choice in same_reason:
        if len(choices) < CHOICES and not _is_related_to_any(guide, choice, choices):
            choices.append(choice)
    return shuffled(choices, draft.rng) if len(choices) == CHOICES else None


def _is_related_to_any(guide: GuideValue, choice: Choice, others: Iterable[Choice]) -> bool:
    return any(is_related(guide, choice.about, each.about) for each in others)


def is_related(guide: GuideValue, a: str, b: str) -> bool:
    """Whether two treatments are one, or one of them is a form of the other."""
    return a == b or b in guide.counts_among[a] or a in guide.counts_among[b]


def _reason(guide: GuideValue, choice: Choice) -> str:
    """Why a treatment is offered or not, without its name."""
    phrase = guide.treatments[choice.about].phrase
    return choice.because.replace(phrase, "").replace(capitalize(phrase), "")


def distance(draft: Draft, name: str) -> int:
    """How many conditions keep a treatment away; one that the person knows counts three times."""
    guide = draft.guide
    cost = least_cost_to_offer(
        guide,
        draft.pathway.profile,
        name,
        lambda factor: 1 if is_askable_factor(guide.factors[factor]) else 3,
    )
    return len(guide.factors) if cost is None else cost


def is_as_assumed(pathway: PathwayValue, name: str) -> bool:
    """Whether a fact is as the guide assumes it, or not known."""
    return pathway.profile.level(name) in (pathway.guide.assumed[name], None)


def sections_of(guide: GuideValue, rules: Iterable[str]) -> tuple[str, ...]:
    """The headings of the source that some indications rest on."""
    return unique(section for rule in rules for section in guide.indications[rule].cited.sections)


def shuffled(choices: Sequence[Choice], rng: random.Random) -> tuple[Choice, ...]:
    """Choices in a random order."""
    return tuple(rng.sample(choices, k=len(choices)))
