"""What cards, the line above the drawing and the lists say: put together as Python would."""

from __future__ import annotations

import itertools
import random

import pytest
from sizes import size
from v8 import Core, pathways, random_profiles

from pnet_paths.guide.assumptions import reconcile, stated_facts, unchanged_assumptions
from pnet_paths.guide.sentences import (
    basis_phrase,
    capitalize,
    clause,
    join_words,
    unique,
    with_mark,
)
from pnet_paths.statuses import OFFERED
from pnet_paths.widgets.controls import Controls

MODULES = [
    ("pathway", "Pathway"),
    ("card_notes", "explanation, nextFacts, note"),
    ("factor_list", "listOf"),
    ("assumptions", "reconcile, unchangedAssumptions"),
]
CARD = """(guide, [codes, id]) => {
  const pathway = new Pathway(guide, codes);
  return { note: note(pathway, id), explanation: explanation(pathway, id) };
}"""
WHOLE = """(guide, [codes, assumed]) => {
  const pathway = new Pathway(guide, codes);
  const lists = guide.factors.map((_, place) => listOf(pathway, place, new Set(assumed)));
  return {
    next: nextFacts(pathway),
    labels: lists.map(({ labels }) => labels),
    indices: lists.map(({ index }) => index),
    disabled: lists.map(({ disabled }) => disabled),
    notes: lists.map(({ note }) => note),
  };
}"""

GIVE_WAY = """(guide, [codes, after, places]) => {
  const assumed = new Set(places);
  return [reconcile(guide, codes, assumed), [...unchangedAssumptions(assumed, codes, after)]];
}"""


@pytest.fixture(params=["guide", "toy_guide"], scope="module")
def any_guide(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def core(any_guide):
    return Core(any_guide, *MODULES)


def note(pathway, name):
    guide, verdict = pathway.guide, pathway.verdict(name)

    def parts(combination):
        first, *_ = names = combination.treatments
        alone = combination.how == "together" and name != first
        return [
            guide.treatments[other].label
            for other in ((first,) if alone else names)
            if other != name and pathway.status[other] in OFFERED
        ]

    members = [pathway.verdict(member.id) for _, member in pathway.walk(name)]
    return {
        "line": verdict.line,
        "marks": list(verdict.marks),
        "aims": [f"{aim.symbol} {aim.label}".strip() for aim in verdict.aims],
        "combined": [f"{join_words(parts(each))}: {each.label}" for each in verdict.combined],
        "refused": [
            f"{guide.treatments[member.treatment].label}: "
            f"{with_mark(member.words, member.inferred)}"
            for member in members
            if member.status == "against" and member.words != verdict.words
        ],
        "section": str(verdict.cited),
    }


def explanation(pathway, name):
    guide = pathway.guide

    def check(found, ours):
        factor = guide.factors[found.factor]
        wanted = [level.label for level in factor.levels if level.id in found.wanted]
        here = factor.level(found.level).label if found.level else "not known"
        wanted = with_mark(" or ".join(wanted), found.factor in ours)
        return {"label": factor.label, "wanted": wanted, "here": here, "met": found.met}

    def reason(row):
        through = [guide.treatments[member].label for member in row.through]
        return f"{join_words(through)}: {row.row.why}" if through else row.row.why

    why, barriers = pathway.why(name), pathway.why_not(name)
    changes = pathway.what_if(name)
    return {
        "why": [
            {
                "reason": reason(r),
                "checks": [check(c, r.ours) for c in r.checks],
                "basis": basis_phrase([r.row]),
            }
            for r in why.rows
        ],
        "why_not": [] if barriers.offered else [*why.conditional_no, *barriers.sentences],
        "changes": list(changes.sentences) if changes.changes else [],
    }


def next_facts(pathway):
    found = pathway.settles()
    return {
        "open": len(found.open),
        "facts": [
            {
                "place": list(pathway.guide.factors).index(fact.factor),
                "count": found.count(fact),
                "sentence": found.sentence(fact),
            }
            for fact in found.facts
        ],
    }


def why_closed(guide, profile, name):
    """What other facts leave of a factor's levels, which facts do, and why."""
    factor = guide.factors[name]
    clashes = guide.space.closed_levels(profile, name)
    if not clashes:
        return ""
    facts = {o: (v,) for c in clashes.values() for o, v in c.facts.items() if o != name}
    left = [level.id for level in factor.levels if level.id not in clashes]
    subject = guide.subject if factor.subject else "it"
    because = clause(subject, guide.factors, facts)
    reasons = " ".join(unique(reason for c in clashes.values() for reason in c.reasons))
    return f"{capitalize(guide.clause({name: left}))}, as {because}. {reasons}"


def test_cards(any_guide, core):
    some = list(pathways(any_guide, random_profiles(any_guide, size(30, 200), seed=3)))
    asked = [
        [any_guide.space.codes(pathway.profile), name]
        for pathway, name in zip(some, itertools.cycle(any_guide.treatments), strict=False)
    ]
    for pathway, (_, name), answer in zip(some, asked, core.ask(CARD, asked), strict=True):
        assert answer["note"] == note(pathway, name), (pathway, name)
        assert answer["explanation"] == explanation(pathway, name), (pathway, name)


def places(guide, names):
    return [place for place, name in enumerate(guide.factors) if name in names]


def some_assumed(profiles, seed):
    """For each profile, some of its factors; for every other none."""
    draw = random.Random(seed)
    for number, profile in enumerate(profiles):
        share = draw.random() * (number % 2)
        yield {name for name in profile if draw.random() < share}


def test_next_facts_and_lists(any_guide, core):
    some = list(pathways(any_guide, random_profiles(any_guide, size(30, 200), seed=4)))
    assumed = list(some_assumed([pathway.profile for pathway in some], seed=5))
    asked = [
        [any_guide.space.codes(pathway.profile), places(any_guide, names)]
        for pathway, names in zip(some, assumed, strict=True)
    ]
    controls = Controls(any_guide, lambda factor, level: None)
    answers = core.ask(WHOLE, asked)
    for pathway, names, answer in zip(some, assumed, answers, strict=True):
        controls.show(pathway.profile, names)
        lists = [controls[name] for name in any_guide.factors]
        assert answer["next"] == next_facts(pathway), pathway
        assert answer["labels"] == [[label for label, _ in each.options] for each in lists]
        assert answer["disabled"] == [each.disabled for each in lists]
        assert answer["indices"] == [each.index for each in lists]
        facts = any_guide.profile(stated_facts(pathway.profile, names))
        assert answer["notes"] == [why_closed(any_guide, facts, n) for n in any_guide.factors]


def test_assumed_facts_give_way_as_in_python(any_guide, core):
    profiles = random_profiles(any_guide, size(60, 500), seed=6)
    assumed = list(some_assumed(profiles, seed=7))
    after = profiles[1:] + profiles[:1]
    code = any_guide.space.codes
    asked = [
        [code(profile), code(other), places(any_guide, names)]
        for profile, other, names in zip(profiles, after, assumed, strict=True)
    ]
    answers = core.ask(GIVE_WAY, asked)
    for profile, other, names, answer in zip(profiles, after, assumed, answers, strict=True):
        assert answer == [
            code(reconcile(any_guide.space, profile, names)),
            places(any_guide, unchanged_assumptions(names, profile, other)),
        ]
