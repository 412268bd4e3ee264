"""The kinds of questions: each made from a pathway, with one right answer among near misses.

Keys and wrong answers rest on what the source states: they hold as well where nothing is known of
our inferences and of the conditions that we add (`Guide.as_stated`).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from ..explain import settles, what_if, why, why_not
from ..explain.next_facts import Settles
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.sentences import capital, for_such, is_or_are, listed, them
from ..statuses import OFFERED, Status, Strength
from ..tables.models import Indication
from .question import Choice, Question
from .question_profiles import askable, is_of_its_course, may_ask, moves

__all__ = ["DIFFICULTIES", "KINDS", "Draft", "is_asked_of"]

_CHOICES = 4
_CLEARLY_LESS = Fraction(3, 4)
_NO = (Status.AGAINST, Status.NOT_NAMED)


@dataclass(frozen=True)
class Draft:
    """A profile of which a question is made, and what the source alone says of it."""

    pathway: PathwayValue
    row: Indication | None
    draw: random.Random

    @property
    def guide(self) -> GuideValue:
        return self.pathway.guide

    @cached_property
    def source(self) -> PathwayValue:
        """The same profile, by what the source states and by none of our inferences."""
        return PathwayValue.of(self.guide.as_stated, self.pathway.profile.known)

    @cached_property
    def asked(self) -> list[str]:
        """The treatments that can be asked of, but those that the guide offers to everybody."""
        rows = self.guide.evaluator.rows
        return [
            name
            for name in self.pathway.status
            if askable(self.guide, name)
            and all(row.when for row in rows[name] if row.strength.offers)
        ]

    def is_stated(self, name: str) -> bool:
        """Whether the source alone offers a treatment here, with the status that it has."""
        status = self.pathway.status[name]
        return (
            status in OFFERED
            and self.pathway.basis[name] == "stated"
            and self.source.status[name] is status
        )

    def is_clearly_not_offered(self, name: str) -> bool:
        """Whether neither the guide nor the source alone offers a treatment, or a form of it.

        There is a no in words, or there are conditions that are not met.
        """
        forms = [other for other in self.pathway.status if name in _groups(self.guide, other)]
        for side in (self.pathway, self.source):
            if any(side.status[other] not in _NO for other in (name, *forms)):
                return False
        if self.pathway.status[name] is Status.AGAINST:
            return self.source.status[name] is Status.AGAINST
        return bool(why_not(self.guide, self.pathway.profile, name).sets)

    def keys(self, right: Sequence[str]) -> list[str]:
        """Those of some treatments that may be the key: of the row in question, if there are."""
        fitting = [name for name in right if is_of_its_course(self.pathway, name)]
        named = [name for name in fitting if self.row and name in self.row.treatments]
        return named or ([] if self.row else fitting)


def _offered(draft: Draft) -> Question | None:
    """Which of these does the guide name for the profile?"""
    right = [name for name in draft.asked if draft.is_stated(name)]
    wrong = [name for name in draft.asked if draft.is_clearly_not_offered(name)]
    text = "Which of these does the guide offer here?"
    # The nearest misses: those that few conditions keep away, and none that the person knows.
    far = {name: _distance(draft, name) + draft.draw.random() for name in wrong}
    return _among("offered", text, right, wrong, far, draft)


def _first(draft: Draft) -> Question | None:
    """What usually comes first?"""
    status, possible = draft.pathway.status, draft.pathway.possible
    stated = [n for n in draft.asked if draft.is_stated(n) and len(possible[n]) == 1]
    right = [name for name in stated if status[name] is Status.USUAL]
    later = [name for name in stated if status[name] is not Status.USUAL]
    other = [name for name in draft.asked if draft.is_clearly_not_offered(name)]
    far = {name: float(status[name] is not Status.LATER) for name in later}
    far |= {name: 2 + _distance(draft, name) + draft.draw.random() for name in other}
    text = "Which of these is the usual or first choice here?"
    return _among("first", text, right, [*later, *other], far, draft)


def _among(
    kind: str,
    text: str,
    right: Sequence[str],
    wrong: Sequence[str],
    far: Mapping[str, float],
    draft: Draft,
) -> Question | None:
    """A question for one of the right treatments among the nearest of the wrong ones."""
    keys, pathway, draw = draft.keys(right), draft.pathway, draft.draw
    if not keys:
        return None
    name = draw.choice(keys)
    choices = {_treatment(pathway, name, True): name}
    for other in sorted(draw.sample(wrong, k=len(wrong)), key=far.__getitem__):
        choice = _treatment(pathway, other, False)
        # A group and its member, or two with one reason, say the same twice.
        if len(choices) < _CHOICES and not any(
            _akin(draft.guide, other, each) or _alike_told(choice, said)
            for said, each in choices.items()
        ):
            choices[choice] = other
    if len(choices) < _CHOICES:
        return None
    sentences = f"{pathway.sentence} {text}"
    return Question(kind, name, sentences, pathway.profile.known, _shuffled([*choices], draw))


def _next_fact(draft: Draft) -> Question | None:
    """Which fact would you need next?"""
    guide, pathway, draw = draft.guide, draft.pathway, draft.draw
    if not all(_is_assumed(pathway, name) for name in guide.assumed):
        return None
    found, stated = (settles(side.guide, side.profile) for side in (pathway, draft.source))
    count = len({group for fact in found.facts for each in fact.settled.values() for group in each})
    averages, of_source = (_averages(pathway, each) for each in (found, stated))
    ranked = sorted(averages, key=averages.__getitem__, reverse=True)
    if len(averages) < _CHOICES or not averages[ranked[0]]:
        return None
    # Near misses, but none so near that only counting could tell it from the right one.
    clear = [
        name
        for name in ranked[1:]
        if all(each[name] <= _CLEARLY_LESS * each[ranked[0]] for each in (averages, of_source))
    ]
    if len(clear) < _CHOICES - 1 or not of_source[ranked[0]]:
        return None
    chosen = [ranked[0], *draw.sample(clear, k=_CHOICES - 1)]
    told = {fact.factor: found.sentence(fact) for fact in found.facts}
    depend = "group of treatments depends" if count == 1 else "groups of treatments depend"
    return Question(
        "next_fact",
        ranked[0],
        f"{pathway.sentence} {count} {depend} on facts that can be found out. "
        "The answer to which question would settle most of them, on average?",
        pathway.profile.known,
        _shuffled(
            [
                Choice(
                    guide.factors[name].question,
                    name == ranked[0],
                    told.get(name) or _settles_no_group(pathway, name),
                    name,
                )
                for name in chosen
            ],
            draw,
        ),
    )


def _averages(pathway: PathwayValue, found: Settles) -> dict[str, Fraction]:
    """By fact that may be asked for how many groups it settles on average."""
    averages = {fact.factor: fact.average for fact in found.facts}
    for name, levels in pathway.profile.open.items():
        if len(levels) > 1 and may_ask(pathway.guide.factors[name]):
            averages.setdefault(name, Fraction(0))
    return averages


def _settles_no_group(pathway: PathwayValue, name: str) -> str:
    """What a fact decides that settles no group: single treatments, or what is told of them."""
    guide = pathway.guide
    decided = [t for t in guide.treatments if name in pathway.depends_on[t]]
    if not decided:
        return "No answer changes what the guide offers here."
    labels = listed([guide.treatments[each].phrase for each in decided])
    return f"No answer settles any of the groups alone; it counts for {labels}."


def _opens(draft: Draft) -> Question | None:
    """Which change would open this?"""
    guide, pathway, draw = draft.guide, draft.pathway, draft.draw
    named = draft.row.treatments if draft.row else ()
    closed = [name for name in named if name in draft.asked and draft.is_clearly_not_offered(name)]
    closed = [name for name in closed if pathway.status[name] is Status.NOT_NAMED]
    if not closed:
        return None
    name = draw.choice(closed)
    opening, others = [], []
    for facts in moves(pathway):
        after = Draft(PathwayValue.of(guide, {**pathway.profile, **facts}), None, draw)
        if after.is_stated(name) and is_of_its_course(after.pathway, name):
            opening.append(facts)
        elif after.is_clearly_not_offered(name) and after.pathway.status[name] is Status.NOT_NAMED:
            others.append(facts)
    asked = {factor for row in guide.evaluator.rows[name] for factor in row.when}
    others = sorted(draw.sample(others, k=len(others)), key=lambda facts: not asked & facts.keys())
    others = _varied(others)
    if not opening or len(others) < _CHOICES - 1:
        return None
    right = draw.choice(opening)
    phrase = guide.treatments[name].phrase
    return Question(
        "opens",
        name,
        f"{pathway.sentence} {capital(phrase)} {is_or_are(phrase)} not named here. With one fact "
        f"changed or learned, for which of these would the guide name {them(phrase)}?",
        pathway.profile.known,
        _changes(pathway, right, others, draw, name),
    )


def _differs(draft: Draft) -> Question | None:
    """Which two profiles differ in what is offered, by one fact?"""
    guide, pathway, draw = draft.guide, draft.pathway, draft.draw
    known = set(pathway.profile)
    if not all(_is_assumed(pathway, name) for name in guide.assumed):
        return None
    making, still = [], []
    for facts in moves(pathway):
        if not facts.keys() <= known:
            continue
        after = Draft(PathwayValue.of(guide, {**pathway.profile, **facts}), None, draw)
        if _tells_the_same(draft, after):
            still.append(facts)
        elif _offers_otherwise(draft, after):
            making.append(facts)
    if not making or len(still) < _CHOICES - 1:
        return None
    factor = draw.choice(sorted({name for facts in making for name in facts}))
    right = draw.choice([facts for facts in making if factor in facts])
    return Question(
        "differs",
        factor,
        f"{pathway.sentence} With one fact changed, for which of these does the guide not offer "
        "the same treatments?",
        pathway.profile.known,
        _changes(pathway, right, _varied(draw.sample(still, k=len(still))), draw),
    )


def _tells_the_same(draft: Draft, after: Draft) -> bool:
    """Whether nothing that is told differs, by the guide nor by the source alone."""
    return not any(
        one.differs(other, name)
        for one, other in ((draft.pathway, after.pathway), (draft.source, after.source))
        for name in one.status
    )


def _offers_otherwise(draft: Draft, after: Draft) -> bool:
    """Whether a treatment that can be asked of is offered in one only, as the source states."""
    return any(
        (draft.is_stated(name) and after.is_clearly_not_offered(name))
        or (after.is_stated(name) and draft.is_clearly_not_offered(name))
        for name in draft.asked
    )


def _is_assumed(pathway: PathwayValue, name: str) -> bool:
    """Whether a fact is as it is taken for granted, or may be."""
    return pathway.profile.level(name) in (pathway.guide.assumed[name], None)


Kind = Callable[[Draft], Question | None]

KINDS: Mapping[str, Kind] = MappingProxyType(
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


def is_asked_of(guide: GuideValue, row: Indication, kind: str) -> bool:
    """Whether a question of a kind may be made near the profiles for which a row holds."""
    if kind in ("next_fact", "differs"):
        return True
    wanted = row.strength is Strength.USUAL if kind == "first" else row.strength.offers
    return wanted and not row.inferred and any(askable(guide, name) for name in row.treatments)


# -- their parts ----------------------------------------------------------------------------


def _akin(guide: GuideValue, a: str, b: str) -> bool:
    """Whether one of two treatments is a form of the other."""
    return b in _groups(guide, a) or a in _groups(guide, b)


def _alike_told(a: Choice, b: Choice) -> bool:
    return a.because.replace(a.text, "") == b.because.replace(b.text, "")


def _groups(guide: GuideValue, name: str) -> set[str]:
    """The groups that a treatment counts among, also those that it is another form of."""
    lines = [name, *guide.groups_of(name)]
    others = [other for each in lines for other in guide.treatments[each].also_form_of]
    return {*lines[1:], *others, *(group for other in others for group in guide.groups_of(other))}


def _distance(draft: Draft, name: str) -> int:
    """How many conditions keep a treatment away; what the person knows counts for more."""
    guide = draft.guide
    sets = why_not(guide, draft.pathway.profile, name).sets
    costs = (sum(1 + 2 * (not may_ask(guide.factors[f])) for f in s.conditions) for s in sets)
    return min(costs, default=len(guide.factors))


def _treatment(pathway: PathwayValue, name: str, right: bool) -> Choice:
    """A treatment, and all reasons why it is offered, or not; silence with what would end it."""
    guide, profile = pathway.guide, pathway.profile
    if pathway.status[name] is Status.NOT_NAMED:
        sentences = why_not(guide, profile, name).sentences
    else:
        found = why(guide, profile, name)
        sure = tuple(found.sentence(row) for row in found.rows if row.sure)
        sentences = sure or found.sentences
    return Choice(guide.treatments[name].label, right, " ".join(sentences), name)


def _varied(changes: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Changes of different factors first."""
    names = [name for facts in changes for name in facts]
    before = {id(facts): names[:place].count(names[place]) for place, facts in enumerate(changes)}
    return sorted(changes, key=lambda facts: before[id(facts)])


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
    phrase = guide.treatments[name].phrase if name else ""
    nothing = (
        f"{capital(phrase)} {is_or_are(phrase)} not named then either."
        if name
        else "That makes no difference to what the guide says here."
    )
    choices = []
    for facts in (right, *wrong[: _CHOICES - 1]):
        levels = {factor: (level,) for factor, level in facts.items()}
        such = for_such(guide.subject, guide.factors, levels).removeprefix("for ")
        because = sentences.get(frozenset(facts.items()), nothing)
        choices.append(Choice(f"{capital(such)}.", facts == right, because))
    return _shuffled(choices, draw)


def _shuffled(choices: list[Choice], draw: random.Random) -> tuple[Choice, ...]:
    return tuple(draw.sample(choices, k=len(choices)))
