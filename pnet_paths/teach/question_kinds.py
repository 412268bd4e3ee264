"""The kinds of questions: each made from a pathway, with one right answer among near misses."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from ..explain import settles, what_if, why, why_not
from ..explain.what_if import Change
from ..guide.pathway import PathwayValue
from ..guide.sentences import capital, for_such, is_or_are, them
from ..statuses import OFFERED, Status
from .question import Choice, Question
from .question_profiles import askable, may_ask, moves

__all__ = ["DIFFICULTIES", "KINDS"]

_CHOICES = 4
_REASONS = 3
_CLEARLY_LESS = Fraction(3, 4)


def _offered(pathway: PathwayValue, draw: random.Random) -> Question | None:
    """Which of these does the guide name for the profile?"""
    status = pathway.status
    right = [name for name in _asked(pathway) if status[name] in OFFERED]
    wrong = [name for name in _asked(pathway) if _is_clearly_not_offered(pathway, name)]
    text = "Which of these does the guide offer here?"
    # The nearest misses: those that the fewest conditions keep away.
    return _among(
        "offered", text, right, wrong, lambda name: _distance(pathway, name), pathway, draw
    )


def _first(pathway: PathwayValue, draw: random.Random) -> Question | None:
    """What usually comes first?"""
    status = pathway.status
    asked = [name for name in _asked(pathway) if _sure(pathway, name)]
    right = [name for name in asked if status[name] is Status.USUAL]
    wrong = [name for name in asked if status[name] in (Status.OPTION, Status.LATER)]
    text = "Which of these is the usual or first choice here?"
    return _among(
        "first", text, right, wrong, lambda n: status[n] is not Status.LATER, pathway, draw
    )


def _among(
    kind: str,
    text: str,
    right: Sequence[str],
    wrong: Sequence[str],
    far: Callable[[str], int],
    pathway: PathwayValue,
    draw: random.Random,
) -> Question | None:
    """A question for one of the right treatments among the nearest of the wrong ones."""
    if not right:
        return None
    name = draw.choice(right)
    choices = {_treatment(pathway, name, True): name}
    for other in sorted(draw.sample(wrong, k=len(wrong)), key=far):
        choice = _treatment(pathway, other, False)
        # A group and its member, or two with one reason, say the same twice.
        if len(choices) < _CHOICES and not any(
            _akin(pathway, other, each) or _alike_told(choice, said)
            for said, each in choices.items()
        ):
            choices[choice] = other
    if len(choices) < _CHOICES:
        return None
    sentences = f"{pathway.sentence} {text}"
    return Question(kind, name, sentences, pathway.profile.known, _shuffled([*choices], draw))


def _next_fact(pathway: PathwayValue, draw: random.Random) -> Question | None:
    """Which fact would you need next?"""
    guide = pathway.guide
    found = settles(guide, pathway.profile)
    by_average = {fact.factor: fact.average for fact in found.facts}
    for name, levels in pathway.profile.open.items():
        if len(levels) > 1 and may_ask(guide.factors[name]):
            by_average.setdefault(name, Fraction(0))
    if len(by_average) < _CHOICES or not found.facts:
        return None
    ranked = sorted(by_average, key=by_average.__getitem__, reverse=True)
    # Near misses, but none so near that only counting could tell it from the right one.
    clear = [
        name for name in ranked[1:] if by_average[name] <= _CLEARLY_LESS * by_average[ranked[0]]
    ]
    if len(clear) < _CHOICES - 1:
        return None
    sentences = {fact.factor: found.sentence(fact) for fact in found.facts}
    chosen = [ranked[0], *draw.sample(clear, k=_CHOICES - 1)]
    return Question(
        "next_fact",
        ranked[0],
        f"{pathway.sentence} {len(found.open)} groups of treatments depend on what is not known. "
        "The answer to which question would settle most of them, on average?",
        pathway.profile.known,
        _shuffled(
            [
                Choice(
                    guide.factors[name].question,
                    name == ranked[0],
                    sentences.get(name, "No answer settles any of them alone."),
                    name,
                )
                for name in chosen
            ],
            draw,
        ),
    )


def _opens(pathway: PathwayValue, draw: random.Random) -> Question | None:
    """Which change would open this?"""
    guide, profile = pathway.guide, pathway.profile
    closed = [name for name in _asked(pathway) if pathway.status[name] is Status.NOT_NAMED]
    if not closed:
        return None
    name = draw.choice(closed)
    opening = [facts for facts, change in _singles(pathway, name) if change.gained]
    asked = {factor for row in guide.evaluator.rows[name] for factor in row.when}
    others = [facts for facts in moves(pathway) if _stays(pathway, name, facts)]
    others = sorted(draw.sample(others, k=len(others)), key=lambda facts: not asked & facts.keys())
    others = _varied(others)
    if not opening or len(others) < _CHOICES - 1:
        return None
    right = draw.choice(opening)
    label = guide.treatments[name].label
    return Question(
        "opens",
        name,
        f"{pathway.sentence} {label} {is_or_are(label)} not named here. With one fact changed or "
        f"learned, for which of these would the guide name {them(label)}?",
        profile.known,
        _changes(pathway, right, others, draw, name),
    )


def _differs(pathway: PathwayValue, draw: random.Random) -> Question | None:
    """Which two profiles differ in what is offered, by one fact?"""
    known = set(pathway.profile)
    asked = set(_asked(pathway))
    making = [
        facts
        for facts, change in _singles(pathway)
        if facts.keys() <= known and asked.intersection((*change.gained, *change.lost))
    ]
    still = [facts for facts in moves(pathway) if facts.keys() <= known]
    still = [facts for facts in still if _alike(pathway, facts)]
    if not making or len(still) < _CHOICES - 1:
        return None
    right = draw.choice(making)
    (topic,) = right
    return Question(
        "differs",
        topic,
        f"{pathway.sentence} With one fact changed, for which of these does the guide not offer "
        "the same treatments?",
        pathway.profile.known,
        _changes(pathway, right, _varied(draw.sample(still, k=len(still))), draw),
    )


KINDS: Mapping[str, Callable[[PathwayValue, random.Random], Question | None]] = MappingProxyType(
    {
        "offered": _offered,
        "first": _first,
        "next_fact": _next_fact,
        "opens": _opens,
        "differs": _differs,
    }
)
"""The kinds of questions, from the easiest to the hardest."""

DIFFICULTIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"easy": ("offered", "first"), "medium": ("next_fact",), "hard": ("opens", "differs")}
)
"""The kinds of questions of each level of difficulty."""


# -- their parts ----------------------------------------------------------------------------


def _akin(pathway: PathwayValue, a: str, b: str) -> bool:
    """Whether one of two treatments is a form of the other."""
    return b in _groups(pathway, a) or a in _groups(pathway, b)


def _alike_told(a: Choice, b: Choice) -> bool:
    return a.because.replace(a.text, "") == b.because.replace(b.text, "")


def _groups(pathway: PathwayValue, name: str) -> set[str]:
    """The groups that a treatment counts among, also those that it is another form of."""
    guide = pathway.guide
    lines = [name, *guide.groups_of(name)]
    others = [other for each in lines for other in guide.treatments[each].also_form_of]
    return {*lines[1:], *others, *(group for other in others for group in guide.groups_of(other))}


def _asked(pathway: PathwayValue) -> list[str]:
    """The treatments that can be asked of; what the guide offers to everybody is no question."""
    rows = pathway.guide.evaluator.rows
    return [
        name
        for name in pathway.status
        if askable(pathway.guide, name)
        and all(row.when for row in rows[name] if row.strength.offers)
    ]


def _is_clearly_not_offered(pathway: PathwayValue, name: str) -> bool:
    """Whether the guide says no, or names conditions that are not met, and offers no form of it."""
    status, guide = pathway.status, pathway.guide
    forms = [other for other in status if name in _groups(pathway, other)]
    if any(status[other] in (*OFFERED, Status.DEPENDS) for other in forms):
        return False
    if status[name] is Status.NOT_NAMED:
        return bool(why_not(guide, pathway.profile, name).sets)
    return status[name] is Status.AGAINST


def _sure(pathway: PathwayValue, name: str) -> bool:
    return len(pathway.possible[name]) == 1


def _distance(pathway: PathwayValue, name: str) -> int:
    sets = why_not(pathway.guide, pathway.profile, name).sets
    return len(sets[0].conditions) if sets else len(pathway.guide.factors)


def _treatment(pathway: PathwayValue, name: str, right: bool) -> Choice:
    """A treatment, and why it is offered; a no in its own words; silence with what would end it."""
    guide, profile = pathway.guide, pathway.profile
    if pathway.status[name] is Status.NOT_NAMED:
        sentences = why_not(guide, profile, name).sentences[:_REASONS]
    else:
        found = why(guide, profile, name)
        sure = tuple(found.sentence(row) for row in found.rows if row.sure)
        sentences = sure[:1] or found.sentences[:_REASONS]
    return Choice(guide.treatments[name].label, right, " ".join(sentences), name)


def _singles(pathway: PathwayValue, name: str = "") -> list[tuple[dict[str, str], Change]]:
    """The changes of one fact alone that make a difference to what is offered."""
    found = what_if(pathway.guide, pathway.profile, name or None)
    possible = moves(pathway)
    return [(dict(c.facts), c) for c in found.changes if dict(c.facts) in possible and not c.along]


def _varied(changes: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Changes of different factors first."""
    names = [name for facts in changes for name in facts]
    before = {id(facts): names[:place].count(names[place]) for place, facts in enumerate(changes)}
    return sorted(changes, key=lambda facts: before[id(facts)])


def _stays(pathway: PathwayValue, name: str, facts: Mapping[str, str]) -> bool:
    """Whether a treatment is not named after a change either."""
    changed = pathway.guide.profile({**pathway.profile, **facts})
    return pathway.guide.evaluator.status(name, changed) is Status.NOT_NAMED


def _changes(
    pathway: PathwayValue,
    right: dict[str, str],
    wrong: Sequence[dict[str, str]],
    draw: random.Random,
    name: str = "",
) -> tuple[Choice, ...]:
    guide = pathway.guide
    found = what_if(guide, pathway.profile, name or None)
    sentences = {frozenset(c.facts.items()): found.sentence(c) for c in found.changes}
    label = guide.treatments[name].label if name else ""
    nothing = (
        f"{label} {is_or_are(label)} not named then either."
        if name
        else "That makes no difference to what the guide offers here."
    )
    choices = []
    for facts in (right, *wrong[: _CHOICES - 1]):
        levels = {factor: (level,) for factor, level in facts.items()}
        such = for_such(guide.subject, guide.factors, levels).removeprefix("for ")
        because = sentences.get(frozenset(facts.items()), nothing)
        choices.append(Choice(f"{capital(such)}.", facts == right, because))
    return _shuffled(choices, draw)


def _alike(pathway: PathwayValue, facts: Mapping[str, str]) -> bool:
    after = PathwayValue.of(pathway.guide, {**pathway.profile, **facts})
    return dict(after.status) == dict(pathway.status)


def _shuffled(choices: list[Choice], draw: random.Random) -> tuple[Choice, ...]:
    return tuple(draw.sample(choices, k=len(choices)))
