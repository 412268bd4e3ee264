"""What the kinds of questions share: choices that name treatments, and how they are chosen."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence

from ...explain import why, why_not
from ...guide.guide import GuideValue
from ...guide.pathway import PathwayValue
from ...guide.sentences import capitalize, unique
from ...statuses import Status
from ..question import Choice
from ..question_draft import Draft, groups
from ..question_profiles import may_ask

__all__ = [
    "CHOICES",
    "Facts",
    "Proof",
    "akin",
    "among",
    "distance",
    "is_assumed",
    "reasons",
    "sections_of",
    "shuffled",
    "treatment_choice",
]

CHOICES = 4
Facts = Mapping[str, str]
Proof = Callable[[GuideValue, str, Facts], bool]
"""Whether something is so of a treatment, whatever else is not known."""


def treatment_choice(pathway: PathwayValue, name: str, right: bool) -> Choice:
    """A treatment, and all reasons why it is offered, or not; silence with what would end it."""
    because, rules = reasons(pathway, name)
    return Choice(pathway.guide.treatments[name].label, right, because, name, rules)


def reasons(pathway: PathwayValue, name: str) -> tuple[str, tuple[str, ...]]:
    """Why a treatment is offered, or not, and the ids of the rows that say so."""
    guide, profile = pathway.guide, pathway.profile
    if pathway.status[name] is not Status.NOT_NAMED:
        found = why(guide, profile, name)
        sure = [row for row in found.rows if row.sure]
        sentences = [found.sentence(row) for row in sure] or found.sentences
        return " ".join(sentences), unique(each.row.id for each in sure or found.rows)
    source = guide.stated_only
    sides = (why_not(source, source.profile(profile), name), why_not(guide, profile, name))
    sentences = [sentence for side in sides for sentence in side.sentences]
    rows = [row.id for side in sides for unmet in side.sets for row in unmet.rows]
    return " ".join(unique(sentences)), unique(rows)


def among(
    choices: Sequence[Choice], wrong: Iterable[Choice], draft: Draft
) -> tuple[Choice, ...] | None:
    """Choices that are given with the first of the wrong ones beside them; None if too few fit.

    No two say the same twice: a group and its member do, and so do two with one reason, which
    stand beside each other only where there are no others.
    """
    guide, found, spare = draft.guide, list(choices), list[Choice]()
    for choice in wrong:
        if len(found) == CHOICES:
            break
        if not _is_akin(guide, choice, found):
            alike = any(_reason(guide, each) == _reason(guide, choice) for each in found)
            (spare if alike else found).append(choice)
    for choice in spare:
        if len(found) < CHOICES and not _is_akin(guide, choice, found):
            found.append(choice)
    return shuffled(found, draft.draw) if len(found) == CHOICES else None


def _is_akin(guide: GuideValue, choice: Choice, others: Iterable[Choice]) -> bool:
    return any(akin(guide, choice.about, each.about) for each in others)


def akin(guide: GuideValue, a: str, b: str) -> bool:
    """Whether two treatments are one, or one of them is a form of the other."""
    return a == b or b in groups(guide, a) or a in groups(guide, b)


def _reason(guide: GuideValue, choice: Choice) -> str:
    """Why a treatment is offered or not, without its name."""
    phrase = guide.treatments[choice.about].phrase
    return choice.because.replace(phrase, "").replace(capitalize(phrase), "")


def distance(draft: Draft, name: str) -> int:
    """How many conditions keep a treatment away; what the person knows counts for more."""
    guide = draft.guide
    sets = why_not(guide, draft.pathway.profile, name).sets
    costs = (sum(1 + 2 * (not may_ask(guide.factors[f])) for f in s.conditions) for s in sets)
    return min(costs, default=len(guide.factors))


def is_assumed(pathway: PathwayValue, name: str) -> bool:
    """Whether a fact is as it is taken for granted, or may be."""
    return pathway.profile.level(name) in (pathway.guide.assumed[name], None)


def sections_of(guide: GuideValue, rules: Iterable[str]) -> tuple[str, ...]:
    """The headings that some indications rest on."""
    return unique(section for rule in rules for section in guide.indications[rule].cited.sections)


def shuffled(choices: Sequence[Choice], draw: random.Random) -> tuple[Choice, ...]:
    """Choices in an order that is drawn."""
    return tuple(draw.sample(choices, k=len(choices)))
