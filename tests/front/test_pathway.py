"""What the front end makes of a profile: the same as Python, for every part of a pathway."""

from __future__ import annotations

import pytest
from all_profiles import built
from hypothesis import given
from hypothesis import strategies as st
from relevant_factors import relevant_factors
from sizes import examples, size
from strategies import guides, profiles
from v8 import Core, random_profiles

from pnet_paths import ProfileError

MODULES = [("pathway", "Pathway"), ("profile", "closedLevels"), ("sentences", "sectionPhrase")]
ANSWERS = """(guide, codes) => {
  const pathway = new Pathway(guide, codes);
  if (!pathway.occurs) return null;
  const names = (places) => places.map((place) => guide.factors[place].id);
  return {
    statuses: Object.fromEntries(guide.treatments.map(({ id }) => [id, pathway.status(id)])),
    inferred: Object.fromEntries(guide.treatments.map(({ id }) => [id, pathway.inferred(id)])),
    possible: guide.treatments.map(({ id }) => pathway.possible(id)),
    depends: guide.treatments.map(({ id }) => names(pathway.dependsOn(id))),
    decisions: [...pathway.decisions.values()].map((d) => [d.id, d.answer, d.state]),
    arrows: [...pathway.arrows].map(([ends, { label, state }]) => [ends, label, state]),
    open: [...pathway.open].map(([place, codes]) => [
      guide.factors[place].id, codes.map((code) => guide.factors[place].levels[code].id)]),
    sentence: pathway.sentence,
  };
}"""
WORDS = """(guide, codes) => {
  const pathway = new Pathway(guide, codes);
  if (!pathway.occurs) return null;
  const verdicts = guide.treatments.map(({ id }) => {
    const { certain, words, line, marks, aims, sections, combined } = pathway.verdict(id);
    return [certain, words, line, marks, aims, sections, combined.map(({ label }) => label)];
  });
  const place = (one) => guide.factors[one].id;
  const level = (one, code) => guide.factors[one].levels[code].id;
  return {
    verdicts,
    answer: pathway.answer,
    outline: pathway.outline(),
    matters: [...pathway.relevantFactors].map(place).sort(),
    closed: guide.factors.map((factor, i) => [...closedLevels(guide, codes, i)].map(
      ([code, { facts, reasons }]) => [level(i, code),
        [...facts].map(([one, of]) => [place(one), level(one, of)]), reasons])),
  };
}"""


@pytest.fixture(scope="module")
def core(guide):
    return Core(guide, *MODULES)


@pytest.fixture(scope="module")
def toy_core(toy_guide):
    return Core(toy_guide, *MODULES)


def expected(guide, profile):
    try:
        pathway = guide.evaluate(profile)
    except ProfileError:
        return None
    order = [treatment.id for _, treatment in guide.walk()]
    strongest = ["usual", "option", "later", "against", "not_named"]
    return {
        "statuses": {name: pathway.status[name] for name in order},
        "inferred": {name: pathway.basis[name] == "inferred" for name in order},
        "possible": [[s for s in strongest if s in pathway.possible[name]] for name in order],
        "depends": [
            [factor for factor in guide.factors if factor in pathway.depends_on[name]]
            for name in order
        ],
        "decisions": [[d.factor, d.answer, d.state] for d in pathway.route.decisions.values()],
        "arrows": [
            [f"{arrow.origin}-{arrow.target}", arrow.label, arrow.state]
            for arrow in pathway.route.arrows
        ],
        "open": [[name, list(levels)] for name, levels in pathway.profile.open.items()],
        "sentence": pathway.sentence,
    }


def expected_words(guide, profile):
    try:
        pathway = guide.evaluate(profile)
    except ProfileError:
        return None
    verdicts = [pathway.verdict(treatment.id) for _, treatment in guide.walk()]
    return {
        "verdicts": [
            [
                *(v.certain, v.words, v.line, list(v.marks)),
                [f"{aim.symbol} {aim.label}".strip() for aim in v.aims],
                *(list(v.cited.sections), [each.label for each in v.combined]),
            ]
            for v in verdicts
        ],
        "answer": pathway.answer,
        "outline": pathway.outline(),
        "matters": sorted(relevant_factors(guide, pathway.profile)),
        "closed": [
            [
                [level, sorted(map(list, conflict.facts.items())), list(conflict.reasons)]
                for level, conflict in guide.space.closed_levels(pathway.profile, name).items()
            ]
            for name in guide.factors
        ],
    }


def compare(core, guide, function, expect, some):
    answers = core.ask(function, [guide.space.codes(profile) for profile in some])
    for profile, answer in zip(some, answers, strict=True):
        if answer and "closed" in answer:
            answer["closed"] = [
                [[a, sorted(b), c] for a, b, c in each] for each in answer["closed"]
            ]
        wanted = expect(guide, profile)
        for part in wanted or ():
            assert answer[part] == wanted[part], (part, profile)
        assert (answer is None) == (wanted is None), profile


def test_statuses_and_the_route_are_the_same(guide, core):
    some = random_profiles(guide, size(150, 20_000), seed=2023)
    compare(core, guide, ANSWERS, expected, some)


def test_every_word_of_a_pathway_is_the_same(guide, core):
    some = random_profiles(guide, size(40, 1_000), seed=2024)
    compare(core, guide, WORDS, expected_words, some)


def test_the_same_holds_for_the_invented_guide(toy_guide, toy_core):
    some = random_profiles(toy_guide, size(60, 2_000), seed=1)
    compare(toy_core, toy_guide, ANSWERS, expected, some)
    compare(toy_core, toy_guide, WORDS, expected_words, some)


@given(guides(), st.data())
@examples(15, 120)
def test_the_same_holds_for_random_guides(frames, data):
    guide = built(frames)
    core = Core(guide, *MODULES)
    levels = {name: [level.id for level in each.levels] for name, each in guide.factors.items()}
    some = [data.draw(profiles(levels)) for _ in range(5)]
    compare(core, guide, ANSWERS, expected, some)
    compare(core, guide, WORDS, expected_words, some)
