"""Every explanation of the front end is the same as Python's, word by word."""

from __future__ import annotations

import itertools

import pytest
from all_profiles import built
from hypothesis import given
from hypothesis import strategies as st
from sizes import examples, size
from strategies import guides, profiles
from v8 import Core, pathways, random_profiles

from pnet_paths.explain.compare import extra_remarks
from pnet_paths.statuses import OFFERED

MODULES = [
    ("pathway", "Pathway"),
    ("why", "conditionalNo, explainedRows"),
    ("why_not", "unmetSets, whyNotSentences"),
    ("what_if", "whatIfSentences"),
    ("next_facts", "settlesSentence, settles"),
    ("compare", "compare, causePhrase, extraRemarks, noOf, sectionsOf"),
]
ONE = """(guide, [codes, id]) => {
  const pathway = new Pathway(guide, codes);
  return {
    conditional: conditionalNo(pathway, id),
    rows: explainedRows(pathway, id).map(({ row, checks, through }) => [
      row.why, checks.map(({ met }) => met), through]),
    sets: unmetSets(pathway, id).length,
    whyNot: pathway.isOffered(id) ? [] : whyNotSentences(pathway, id),
    whatIf: whatIfSentences(pathway, id),
  };
}"""
WHOLE = """(guide, [codes, others]) => {
  const [pathway, other] = [codes, others].map((each) => new Pathway(guide, each));
  return {
    each: settles(pathway).facts.map((fact) => settlesSentence(pathway, fact)),
    differences: compare(pathway, other).differences.map((each) => [
      each.id, each.before, each.after, causePhrase(pathway, each),
      noOf(pathway, each.id), noOf(other, each.id), sectionsOf([pathway, other], [each.id]),
      extraRemarks(pathway, other, each.id), extraRemarks(other, pathway, each.id)]),
  };
}"""


def of_one(pathway, treatment):
    why, why_not = pathway.why(treatment), pathway.why_not(treatment)
    changes = pathway.what_if(treatment)
    return {
        "conditional": list(why.conditional_no),
        "rows": [[r.row.why, [c.met for c in r.checks], list(r.through)] for r in why.rows],
        "sets": len(why_not.sets),
        "whyNot": [] if why.status in OFFERED else list(why_not.sentences),
        "whatIf": list(changes.sentences) if changes.changes else [],
    }


def of_all(pathway, other):
    found, beside = pathway.settles(), pathway.guide.compare(pathway, other)
    return {
        "each": [found.sentence(fact) for fact in found.facts],
        "differences": [difference(beside, each) for each in beside.differences],
    }


def difference(beside, found):
    sides = [pathway.verdict(found.treatment) for pathway in (beside.a, beside.b)]
    noes = [each.words if each.status == "against" else "" for each in sides]
    sections = dict.fromkeys(name for each in sides for name in each.cited.sections)
    made_by = beside.cause_phrase(found)
    more = [extra_remarks(*sides), extra_remarks(*sides[::-1])]
    return [found.treatment, found.before, found.after, made_by, *noes, list(sections), *more]


def compare(core, guide, some, treatments):
    """Each pathway with the next treatment in turn, and beside the pathway before it."""
    codes = [guide.space.codes(pathway.profile) for pathway in some]
    asked = [[c, t] for c, t in zip(codes, treatments, strict=False)]
    for pathway, (_, treatment), answer in zip(some, asked, core.ask(ONE, asked), strict=True):
        wanted = of_one(pathway, treatment)
        for part, words in wanted.items():
            assert answer[part] == words, (part, treatment, pathway)
    beside = list(zip(codes, [codes[-1], *codes], strict=False))
    for place, answer in enumerate(core.ask(WHOLE, beside)):
        wanted = of_all(some[place], some[place - 1])
        for part, words in wanted.items():
            assert answer[part] == words, (part, some[place], some[place - 1])


@pytest.mark.parametrize("which", ["guide", "toy_guide"])
def test_every_sentence_is_the_same(which, request):
    guide = request.getfixturevalue(which)
    some = list(pathways(guide, random_profiles(guide, size(18, 300), seed=5)))
    compare(Core(guide, *MODULES), guide, some, itertools.cycle(guide.treatments))


@given(guides(), st.data())
@examples(10, 120)
def test_the_same_holds_for_random_guides(frames, data):
    guide = built(frames)
    levels = {name: [level.id for level in each.levels] for name, each in guide.factors.items()}
    some = list(pathways(guide, [data.draw(profiles(levels)) for _ in range(5)]))
    if some:
        compare(Core(guide, *MODULES), guide, some, itertools.cycle(guide.treatments))
