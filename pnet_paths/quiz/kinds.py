"""The kinds of questions: each made from a pathway, with one right answer among near misses."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from ..explain import settles, what_if, why, why_not
from ..explain.settles import Fact
from ..explain.what_if import Change
from ..pathway import Pathway
from ..statuses import OFFERED
from ..words import capital, listed
from .question import Choice, Question

__all__ = ["KINDS", "LEVELS"]

_CHOICES = 4
_CLEARLY_LESS = Fraction(3, 4)


def _offered(pathway: Pathway, draw: random.Random) -> Question | None:
    """Which of these does the guide name for the profile?"""
    status = pathway.status
    right = [name for name in status if status[name] in OFFERED and _varies(pathway, name)]
    wrong = [name for name in status if status[name] in ("not_named", "against")]
    text = "Which of these does the guide offer here?"
    # The nearest misses: those that the fewest conditions keep away.
    return _among(
        "offered", text, right, wrong, lambda name: _distance(pathway, name), pathway, draw
    )


def _first(pathway: Pathway, draw: random.Random) -> Question | None:
    """What usually comes first?"""
    status = pathway.status
    asked = [name for name in status if _varies(pathway, name) and _sure(pathway, name)]
    right = [name for name in asked if status[name] == "usual"]
    wrong = [name for name in asked if status[name] in ("option", "later")]
    text = "Which of these is the usual or first choice here?"
    return _among("first", text, right, wrong, lambda n: status[n] != "later", pathway, draw)


def _among(
    kind: str,
    text: str,
    right: Sequence[str],
    wrong: Sequence[str],
    far: Callable[[str], int],
    pathway: Pathway,
    draw: random.Random,
) -> Question | None:
    """A question for one of the right treatments among the nearest of the wrong ones."""
    if not right:
        return None
    name = draw.choice(right)
    near: list[str] = []
    for other in sorted(draw.sample(wrong, k=len(wrong)), key=far):
        # A group and its member say the same twice.
        if len(near) < _CHOICES - 1 and not any(_akin(pathway, other, each) for each in near):
            near.append(other)
    if len(near) < _CHOICES - 1:
        return None
    choices = [_treatment(pathway, other, other == name) for other in (name, *near)]
    told = f"{pathway.sentence} {text}"
    return Question(kind, name, told, pathway.profile.known, _shuffled(choices, draw))


def _next_fact(pathway: Pathway, draw: random.Random) -> Question | None:
    """Which fact would you need next?"""
    guide = pathway.guide
    found = settles(guide, pathway.profile)
    by_average = {fact.factor: fact.average for fact in found.facts}
    for name, levels in pathway.profile.open.items():
        if len(levels) > 1:
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
    told = {fact.factor: _settled(pathway, fact) for fact in found.facts}
    chosen = [ranked[0], *draw.sample(clear, k=_CHOICES - 1)]
    return Question(
        "next_fact",
        ranked[0],
        f"{pathway.sentence} {len(found.open)} treatments depend on what is not known. Which fact "
        "would settle most of them, on average over its answers?",
        pathway.profile.known,
        _shuffled(
            [
                Choice(
                    guide.factors[name].question,
                    name == ranked[0],
                    told.get(name, f"It settles none of the {len(found.open)} that are open."),
                    name,
                )
                for name in chosen
            ],
            draw,
        ),
    )


def _settled(pathway: Pathway, fact: Fact) -> str:
    """How many treatments each answer settles, and a few of them by name."""
    factor = pathway.guide.factors[fact.factor]
    counts = [f"{factor.level(level).label}: {len(names)}" for level, names in fact.settled.items()]
    settled = frozenset().union(*fact.settled.values())
    groups = [group.label for group in pathway.guide.groups if group.id in settled]
    named = f" Among them: {listed(groups[:4])}." if groups else ""
    return f"Settled by its answers: {'; '.join(counts)}.{named}"


def _opens(pathway: Pathway, draw: random.Random) -> Question | None:
    """Which change would open this?"""
    guide, profile = pathway.guide, pathway.profile
    closed = [name for name, status in pathway.status.items() if status == "not_named"]
    if not closed:
        return None
    name = draw.choice(closed)
    opening = [facts for facts, change in _singles(pathway, name) if change.gained]
    asked = {factor for row in guide.evaluator.rows[name] for factor in row.when}
    others = [facts for facts in _moves(pathway) if facts not in opening]
    others = sorted(draw.sample(others, k=len(others)), key=lambda facts: not asked & facts.keys())
    if not opening or len(others) < _CHOICES - 1:
        return None
    right = draw.choice(opening)
    label = guide.treatments[name].label
    return Question(
        "opens",
        name,
        f"{pathway.sentence} {label}: not indicated here. Which of these would open it?",
        profile.known,
        _changes(pathway, right, others, draw, name),
    )


def _differs(pathway: Pathway, draw: random.Random) -> Question | None:
    """Which two profiles differ in what is offered, by one fact?"""
    known = set(pathway.profile)
    making = [facts for facts, _ in _singles(pathway) if facts.keys() <= known]
    still = [facts for facts in _moves(pathway) if facts.keys() <= known]
    still = [facts for facts in still if _alike(pathway, facts)]
    if not making or len(still) < _CHOICES - 1:
        return None
    right = draw.choice(making)
    (topic,) = right
    return Question(
        "differs",
        topic,
        f"{pathway.sentence} Now one fact is different. In which case does the guide not offer "
        "the same treatments?",
        pathway.profile.known,
        _changes(pathway, right, draw.sample(still, k=len(still)), draw),
    )


KINDS: Mapping[str, Callable[[Pathway, random.Random], Question | None]] = MappingProxyType(
    {
        "offered": _offered,
        "first": _first,
        "next_fact": _next_fact,
        "opens": _opens,
        "differs": _differs,
    }
)
"""The kinds of questions, from the easiest to the hardest."""

LEVELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"easy": ("offered", "first"), "medium": ("next_fact",), "hard": ("opens", "differs")}
)
"""The kinds of questions of each level of difficulty."""


# -- their parts ----------------------------------------------------------------------------


def _akin(pathway: Pathway, a: str, b: str) -> bool:
    """Whether one of two treatments is the other's group, at any height."""
    return b in _groups(pathway, a) or a in _groups(pathway, b)


def _groups(pathway: Pathway, name: str) -> set[str]:
    treatments = pathway.guide.treatments
    found = set()
    while treatments[name].member_of:
        name = treatments[name].member_of
        found.add(name)
    return found


def _varies(pathway: Pathway, name: str) -> bool:
    """Whether a treatment's rows ask for anything: what holds for everybody is no question."""
    return all(row.when for row in pathway.guide.evaluator.rows[name])


def _sure(pathway: Pathway, name: str) -> bool:
    return len(pathway.possible[name]) == 1


def _distance(pathway: Pathway, name: str) -> int:
    sets = why_not(pathway.guide, pathway.profile, name).sets
    return len(sets[0].conditions) if sets else len(pathway.guide.factors)


def _treatment(pathway: Pathway, name: str, right: bool) -> Choice:
    guide = pathway.guide
    told = (why if right or pathway.status[name] in OFFERED else why_not)(
        guide, pathway.profile, name
    ).sentences
    return Choice(guide.treatments[name].label, right, told[0], name)


def _moves(pathway: Pathway) -> list[dict[str, str]]:
    """The single changes that can occur with the rest as it is; nothing that is fixed."""
    space = pathway.guide.space
    return [
        {name: level.id}
        for name, factor in pathway.guide.factors.items()
        if factor.mutability != "fixed"
        for level in factor.levels
        if level.id != pathway.profile.level(name)
        and not space.conflict({**pathway.profile, name: level.id})
    ]


def _singles(pathway: Pathway, name: str = "") -> list[tuple[dict[str, str], Change]]:
    """The changes of one fact alone that make a difference to what is offered."""
    found = what_if(pathway.guide, pathway.profile, name or None)
    return [(dict(c.facts), c) for c in found.changes if len(c.facts) == 1 and not c.along]


def _changes(
    pathway: Pathway,
    right: dict[str, str],
    wrong: Sequence[dict[str, str]],
    draw: random.Random,
    name: str = "",
) -> tuple[Choice, ...]:
    guide = pathway.guide
    found = what_if(guide, pathway.profile, name or None)
    told = {frozenset(c.facts.items()): found.told(c) for c in found.changes}
    what = guide.treatments[name].label if name else "what the guide says"
    choices = []
    for facts in (right, *wrong[: _CHOICES - 1]):
        ((factor, level),) = facts.items()
        phrase = guide.factors[factor].level(level).phrase
        because = told.get(frozenset(facts.items()), f"That makes no difference to {what} here.")
        choices.append(Choice(f"{capital(guide.subject)} {phrase}.", facts == right, because))
    return _shuffled(choices, draw)


def _alike(pathway: Pathway, facts: Mapping[str, str]) -> bool:
    after = pathway.guide.evaluate({**pathway.profile, **facts})
    return dict(after.status) == dict(pathway.status)


def _shuffled(choices: list[Choice], draw: random.Random) -> tuple[Choice, ...]:
    return tuple(draw.sample(choices, k=len(choices)))
