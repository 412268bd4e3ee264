"""The kinds of questions: each made from a pathway, with one right answer among near misses.

Keys and wrong answers rest on what the source states: they hold as well where nothing is known of
our inferences and of the conditions that we add (`Guide.as_stated`).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from types import MappingProxyType

from ..explain import settles, what_if, why, why_not
from ..explain.next_facts import Settles
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.sentences import capital, for_such, is_or_are, listed, them
from ..statuses import OFFERED, Status
from .question import Choice, Question
from .question_draft import Draft, groups
from .question_profiles import is_of_its_course, may_ask, moves
from .question_proof import facts_that_prove, fewest_facts, is_not_offered, is_offered, is_usual

__all__ = ["DIFFICULTIES", "KINDS"]

_CHOICES = 4
_CLEARLY_LESS = Fraction(3, 4)


def _offered(draft: Draft) -> Question | None:
    """Which of these does the guide name for the profile?"""
    right = [name for name in draft.asked if draft.is_stated(name)]
    wrong = [name for name in draft.asked if draft.is_clearly_not_offered(name)]
    text = "Which of these does the guide offer here?"
    # The nearest misses: those that few conditions keep away, and none that the person knows.
    far = {name: _distance(draft, name) + draft.draw.random() for name in wrong}
    return _among("offered", text, right, wrong, far, draft, is_offered)


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
    return _among("first", text, right, [*later, *other], far, draft, is_usual)


def _among(
    kind: str,
    text: str,
    right: Sequence[str],
    wrong: Sequence[str],
    far: Mapping[str, float],
    draft: Draft,
    is_so: Callable[[GuideValue, str, Mapping[str, str]], bool],
) -> Question | None:
    """A question for one of the right treatments among the nearest of the wrong ones."""
    keys, pathway, draw = draft.keys(right), draft.pathway, draft.draw
    if not keys:
        return None
    name = draw.choice(keys)
    choices = [_treatment(pathway, name, True)]
    spare: list[Choice] = []
    for other in sorted(draw.sample(wrong, k=len(wrong)), key=far.__getitem__):
        choice = _treatment(pathway, other, False)
        if any(_akin(draft.guide, other, each.about) for each in choices):
            continue  # a group and its member say the same twice
        alike = [
            each for each in choices if _reason(draft.guide, each) == _reason(draft.guide, choice)
        ]
        (spare if alike else choices).append(choice)
        if len(choices) == _CHOICES:
            break
    for choice in spare:  # two with one reason say the same twice too, where there are others
        akin = any(_akin(draft.guide, choice.about, each.about) for each in choices)
        choices += [choice] if len(choices) < _CHOICES and not akin else []
    if len(choices) < _CHOICES:
        return None
    sentences = f"{pathway.sentence} {text}"
    known = pathway.profile.known
    considered = fewest_facts(known, partial(is_so, draft.guide, name))
    return Question(kind, name, sentences, known, _shuffled(choices, draw), considered)


def _next_fact(draft: Draft) -> Question | None:
    """Which fact would you need next?"""
    guide, pathway, draw = draft.guide, draft.pathway, draft.draw
    if not all(_is_assumed(pathway, name) for name in guide.assumed):
        return None
    found, stated = (settles(side.guide, side.profile) for side in (pathway, draft.source))
    count = len({group for fact in found.facts for each in fact.settled.values() for group in each})
    averages, of_source = (_averages(pathway, each) for each in (found, stated))
    ranked = sorted(averages, key=averages.__getitem__, reverse=True)
    if count < 2 or len(averages) < _CHOICES or not averages[ranked[0]]:
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
    return Question(
        "next_fact",
        ranked[0],
        f"{pathway.sentence} {count} groups of treatments depend on facts that can be found out. "
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
        len(facts_that_prove(pathway.profile.known, partial(_settles_most, guide, ranked[0]))),
    )


def _settles_most(guide: GuideValue, name: str, facts: Mapping[str, str]) -> bool:
    """Whether a fact settles more than any other where no more than these facts are known."""
    profile = guide.profile(facts)
    found = {fact.factor: fact.average for fact in settles(guide, profile).facts}
    return all(each < found.get(name, 0) for other, each in found.items() if other != name)


def _averages(pathway: PathwayValue, found: Settles) -> dict[str, Fraction]:
    """By fact that may be asked for how many groups it settles on average."""
    averages = {fact.factor: fact.average for fact in found.facts}
    for name, levels in pathway.profile.open.items():
        if len(levels) > 1 and may_ask(pathway.guide.factors[name]):
            averages.setdefault(name, Fraction(0))
    return averages


def _settles_no_group(pathway: PathwayValue, name: str) -> str:
    """What a fact counts for that settles no group: a status, or what is told beside it."""
    guide = pathway.guide
    sides = [
        guide.profile({**pathway.profile, name: level}) for level in pathway.profile.open[name]
    ]
    counts_for = [
        treatment.phrase
        for treatment in guide.treatments.values()
        if len({guide.evaluator.telling(treatment.id, side) for side in sides}) > 1
    ]
    if not counts_for:
        return "The guide gives no rule for which that counts here."
    return f"No answer settles any of these groups; it counts for {listed(counts_for)}."


def _opens(draft: Draft) -> Question | None:
    """Which change would open this?"""
    guide, pathway, draw = draft.guide, draft.pathway, draft.draw
    name = draft.wanted
    silent = pathway.status.get(name) is Status.NOT_NAMED
    if not (silent and name in draft.asked and draft.is_clearly_not_offered(name)):
        return None
    asked = {factor for row in guide.evaluator.rows[name] for factor in row.when}
    changes = moves(pathway)
    changes = sorted(
        draw.sample(changes, k=len(changes)), key=lambda facts: not asked & facts.keys()
    )
    opening: list[dict[str, str]] = []
    others: list[dict[str, str]] = []
    for facts in _varied(changes):
        after = guide.profile({**pathway.profile, **facts})
        status = guide.evaluator.status(name, after)
        if status in OFFERED and not opening and _is_opened(draft, facts, name):
            opening.append(facts)
        elif status is Status.NOT_NAMED and len(others) < _CHOICES - 1:
            others += [facts] if draft.after(facts).is_clearly_not_offered(name) else []
    if not opening or len(others) < _CHOICES - 1:
        return None
    (right,) = opening
    phrase = guide.treatments[name].phrase
    return Question(
        "opens",
        name,
        f"{pathway.sentence} {capital(phrase)} {is_or_are(phrase)} not named here. With one fact "
        f"changed or learned, for which of these would the guide name {them(phrase)}?",
        pathway.profile.known,
        _changes(pathway, right, others, draw, name),
        fewest_facts({**pathway.profile, **right}, partial(is_offered, guide, name)),
    )


def _is_opened(draft: Draft, facts: Mapping[str, str], name: str) -> bool:
    """Whether the source states that a treatment is offered after a change."""
    after = draft.after(facts)
    return after.is_stated(name) and is_of_its_course(after.pathway, name)


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
        after = draft.after(facts)
        if dict(after.pathway.status) != dict(pathway.status):
            making += [facts] if _offers_otherwise(draft, after) else []
        elif after.told == draft.told:
            still.append(facts)
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
        _facts_that_part(draft, draft.after(right)),
    )


def _offers_otherwise(draft: Draft, after: Draft) -> bool:
    """Whether a treatment that can be asked of is offered in one only, as the source states."""
    return any(_is_offered_in_one(draft, after, name) for name in draft.asked)


def _is_offered_in_one(draft: Draft, after: Draft, name: str) -> bool:
    return (draft.is_stated(name) and after.is_clearly_not_offered(name)) or (
        after.is_stated(name) and draft.is_clearly_not_offered(name)
    )


def _facts_that_part(draft: Draft, after: Draft) -> int:
    """How many facts prove that one treatment is offered in one of two profiles only."""
    here, there = draft.pathway.profile.known, after.pathway.profile.known
    names = [name for name in draft.asked if _is_offered_in_one(draft, after, name)]

    def parts(known: Mapping[str, str]) -> bool:
        sides = [{name: side[name] for name in known if name in side} for side in (here, there)]
        return any(
            is_offered(draft.guide, name, one) and is_not_offered(draft.guide, name, other)
            for name in names
            for one, other in (sides, sides[::-1])
        )

    return fewest_facts(there, parts)


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


# -- their parts ----------------------------------------------------------------------------


def _akin(guide: GuideValue, a: str, b: str) -> bool:
    """Whether one of two treatments is a form of the other."""
    return b in groups(guide, a) or a in groups(guide, b)


def _reason(guide: GuideValue, choice: Choice) -> str:
    """Why a treatment is offered or not, without its name."""
    phrase = guide.treatments[choice.about].phrase
    return choice.because.replace(phrase, "").replace(capital(phrase), "")


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
        source = guide.as_stated
        stated = why_not(source, source.profile(profile), name).sentences
        sentences = tuple(dict.fromkeys([*stated, *why_not(guide, profile, name).sentences]))
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
    changes = {frozenset(change.facts.items()): change for change in found.changes}
    phrase = guide.treatments[name].phrase if name else ""
    nothing = (
        f"{capital(phrase)} {is_or_are(phrase)} not named then either."
        if name
        else "That makes no difference to what the guide names here."
    )
    choices = []
    for facts in (right, *wrong[: _CHOICES - 1]):
        levels = {factor: (level,) for factor, level in facts.items()}
        such = for_such(guide.subject, guide.factors, levels).removeprefix("for ")
        change = changes.get(frozenset(facts.items()))
        because = found.sentence(change) if change else nothing
        if change and not name:  # a status that is still open counts as well
            after = PathwayValue.of(guide, {**pathway.profile, **facts})
            because = " ".join(filter(None, [because, after.news(pathway)]))
        choices.append(Choice(f"{capital(such)}.", facts == right, because))
    return _shuffled(choices, draw)


def _shuffled(choices: list[Choice], draw: random.Random) -> tuple[Choice, ...]:
    return tuple(draw.sample(choices, k=len(choices)))
