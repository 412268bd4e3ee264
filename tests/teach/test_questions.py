"""Questions made from the rules: one right answer each, which the engine confirms."""

from __future__ import annotations

import csv
from functools import cache
from itertools import combinations

import pandas as pd
import pytest
from packaged import the_guide
from sizes import size, some

import pnet_paths
from pnet_paths import PnetPathsError, ProfileError
from pnet_paths.tables.folder import packaged_folder
from pnet_paths.teach import DIFFICULTIES, KINDS, questions

OFFERED = {"usual", "option", "later"}
WITHOUT_A_PROFILE = ("giver", "compared_with")
OF_A_PROFILE = [kind for kind in KINDS if kind not in WITHOUT_A_PROFILE]


@cache
def question_of(seed, kind):
    """The first question that a seed makes of a kind."""
    (question,) = questions(the_guide(), seed, count=1, kinds=[kind])
    return question


@cache
def meant():
    """By the text of a choice what it stands for: a treatment, a factor, a level of a factor."""
    guide = the_guide()
    return (
        {treatment.label: name for name, treatment in guide.treatments.items()}
        | {factor.question: name for name, factor in guide.factors.items()}
        | {
            f"A tumor that {level.phrase}.": (name, level.id)
            for name, factor in guide.factors.items()
            for level in factor.levels
        }
    )


def offers(guide, profile):
    status = guide.evaluate(profile).status
    return {name for name in status if status[name] in OFFERED}


@cache
def without(places):
    """The guide where some of the combinations that it calls unlikely cannot occur.

    Without its cases and examples, of which some are so.
    """
    tables = dict(the_guide().tables)
    rows = tables["unlikely"].iloc[list(places)]
    tables["impossible"] = pd.concat([tables["impossible"], rows])
    return pnet_paths.Guide({n: t for n, t in tables.items() if n not in ("cases", "presets")})


def statuses(guide, profile):
    """What a guide answers; nothing where a profile cannot occur."""
    try:
        return guide.evaluate(profile).status
    except ProfileError:
        return {}


def likely(profile, asked=""):
    """The guide without what is unlikely by more than what is known or asked for.

    All of it where that leaves nothing.
    """
    rows = the_guide().tables["unlikely"].to_dict("records")
    places = tuple(
        place
        for place, row in enumerate(rows)
        if not row.get(asked) and statuses(without((place,)), profile)
    )
    return without(places) if statuses(without(places), profile) else the_guide()


def average(profile, name):
    """How many open groups a fact settles, by asking for each of its levels.

    None where no row asks for it that may decide them.
    """
    guide, asking = likely(profile), likely(profile, asked=name)
    before = guide.evaluate(profile).status
    still_open = {group.id for group in guide.groups if before[group.id] == "depends"}
    after = [statuses(asking, {**profile, name: level.id}) for level in guide.factors[name].levels]
    settled = [{g for g in still_open if each[g] != "depends"} for each in after if each]
    rows = [
        found.row
        for group in set().union(*settled)
        for found in guide.evaluator.deciding_rows(group, guide.profile(profile))
    ]
    counts = any(name in row.when for row in rows)
    return sum(map(len, settled)) / len(settled) if counts else 0


def right(guide, question, text):
    """Whether a choice is right, from the guide's answers alone."""
    profile = dict(question.profile)
    status = guide.evaluate(profile).status
    if question.kind == "offered":
        return status[meant()[text]] in OFFERED
    if question.kind == "first":
        return status[meant()[text]] == "usual"
    if question.kind == "opens":
        return question.topic in offers(guide, {**profile, **dict([meant()[text]])})
    if question.kind == "differs":
        return offers(guide, {**profile, **dict([meant()[text]])}) != offers(guide, profile)
    if question.kind == "tells_apart":
        sides = [offers(guide, each) for each in (profile, question.other)]
        return (meant()[text] in sides[0]) != (meant()[text] in sides[1])
    if question.kind == "together":
        both = {question.topic, meant()[text]}
        return both <= offers(guide, profile) and is_named_together(guide, profile, both)
    if question.kind == "order":
        return right_order(guide, question, text)
    if question.kind == "aim":
        aims = aims_of(guide, profile, question.topic)
        return next(a for a, each in guide.aims.items() if each.label == lower(text)) in aims
    if question.kind == "giver":
        team = {person.label: name for name, person in guide.team.items()}
        return team[lower(text)] in guide.treatments[question.topic].given_by
    if question.kind == "compared_with":
        other_arm = trial_of(question)["given_b"]
        return text == (
            f"With {other_arm}" if other_arm else "With nothing: there was no other arm"
        )
    if question.kind == "speaks_for":
        return right_about_a_trial(guide, question, text)
    raise AssertionError(question.kind)


def lower(text):
    return text[0].lower() + text[1:]


def holds(guide, profile, when):
    """Whether conditions are surely met."""
    level = guide.profile(profile).level
    return all(level(name) in levels for name, levels in when.items())


def is_named_together(guide, profile, both):
    return any(
        both <= set(row.treatments)
        and row.basis == "stated"
        and holds(guide, profile, row.when)
        and (row.how != "together" or row.treatments[0] in both)
        for row in guide.combinations.values()
    )


def aims_of(guide, profile, name):
    """What the stated rows that hold here have a treatment for."""
    return {
        aim
        for row in guide.indications.values()
        if name in row.treatments and not row.inferred and holds(guide, profile, row.stated_when)
        for aim in row.aims
    }


def right_order(guide, question, text):
    """Whether a choice says how two treatments stand to each other."""
    status = guide.evaluate(dict(question.profile)).status
    pair = [choice.about for choice in question.choices if choice.about]
    here = [status[name] for name in pair]
    if text == "The guide names no order for these two.":
        return here[0] == here[1]
    if text == "The guide offers only one of these two here.":
        return len(set(pair) & offers(guide, dict(question.profile))) == 1
    first = meant()[text]
    (other,) = set(pair) - {first}
    return (status[first], status[other]) == ("usual", "later")


@cache
def evidence(table):
    with (packaged_folder("evidence") / f"{table}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def trial_of(question):
    """The row of the trial that a question names."""
    return next(
        row
        for row in evidence("trials")
        for title in [f"{row['name']} ({row['year']})" if row["year"] else row["name"]]
        if f"{title}: " in question.text or f"{title}, in whom: " in question.text
    )


def asked_of(guide, profile, question):
    """By what a trial asked for, in words: the values that the person has, and those wanted.

    None for what no fact of the guide says.
    """
    labels = {(row["fact"], row["value"]): row["label"] for row in evidence("facts")}
    links = [row for row in evidence("guide_facts") if row["guide"] == guide.id]
    for condition in trial_of(question)["who"].split("; "):
        fact, values = condition.split("=")
        wanted = set(values.split("|"))
        if any(
            row["basis"] == "inferred"
            for row in evidence("facts")
            if row["fact"] == fact and row["value"] in wanted
        ):
            continue
        names = [label for (f, value), label in labels.items() if f == fact and value in wanted]
        open_levels = {
            name: [level] if (level := profile.level(name)) else profile.open[name]
            for name in guide.factors
        }
        values = [
            set(row["values"].split("|"))
            for row in links
            if row["fact"] == fact
            and (not row["factor"] or row["level"] in open_levels[row["factor"]])
        ]
        factors = {row["factor"] for row in links if row["fact"] == fact}
        linked = {(row["factor"], row["level"]) for row in links if row["fact"] == fact}
        unsaid = not values or any(
            (name, level) not in linked for name in factors - {""} for level in open_levels[name]
        )
        *first, last = names
        words = f"{', '.join(first)} or {last}" if first else last
        yield words, [None] if unsaid else [bool(each & wanted) for each in values]


def right_about_a_trial(guide, question, text):
    """Whether a choice says why a trial speaks for the person, does not, or may."""
    asked = dict(asked_of(guide, guide.profile(question.profile), question))
    missed = {words for words, found in asked.items() if not any(f or f is None for f in found)}
    met = {words for words, found in asked.items() if all(found)}
    if text == "Yes, as far as the facts go":
        return met == asked.keys()
    answer, _, words = text.partition(": ")
    assert words in asked
    if answer == "No, this is not met":
        return words in missed
    assert answer == "That is open, as this is not known"
    return not missed and words not in met


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("start", range(0, size(5, 60), 5))
def test_every_question_has_one_right_answer_that_the_engine_confirms(kind, start, guide):
    for seed in range(start, start + 5):
        question = question_of(seed, kind)
        texts = [choice.text for choice in question.choices]
        assert len(set(texts)) == len(texts) == 4
        if kind == "next_fact":
            gains = [average(dict(question.profile), meant()[text]) for text in texts]
            confirmed = [gain == max(gains) for gain in gains]
        else:
            confirmed = [right(guide, question, text) for text in texts]
        assert confirmed == [choice.right for choice in question.choices], question
        assert confirmed.count(True) == 1
        assert confirmed[question.key]
        assert question.sections
        assert all(
            choice.because.endswith((".", ")")) or ":" in choice.because
            for choice in question.choices
        )


def sample(count, kind):
    return [question_of(seed, kind) for seed in range(count)]


@pytest.mark.parametrize("kind", KINDS)
def test_questions_use_nothing_sensitive_and_ask_of_no_service(kind, guide):
    sensitive = {name for name, factor in guide.factors.items() if factor.sensitive}
    assert sensitive == {"life_expectancy"}
    for question in sample(size(5, 30), kind):
        assert not sensitive & question.profile.keys()
        for choice in question.choices:
            assert "expected to live" not in choice.text + choice.because
            assert choice.about not in sensitive
            if choice.about in guide.treatments:
                assert guide.treatments[choice.about].kind != "service"


@pytest.mark.parametrize("kind", OF_A_PROFILE)
def test_profiles_are_such_as_one_meets(kind, guide):
    scenes = [s.profile for case in guide.cases.values() for s in case.scenes]
    starts = [*scenes, *(preset.profile for preset in guide.presets.values())]
    known = ("course", "removed", "prior_ssa")
    combinations = {tuple(facts.get(name) for name in known) for facts in starts}
    for question in sample(size(5, 30), kind):
        profile = question.profile
        assert tuple(profile.get(name) for name in known) in combinations
        stand_for = [meant().get(choice.text) for choice in question.choices]
        moved = [each for each in stand_for if isinstance(each, tuple)]
        for facts in [profile, *({**profile, name: level} for name, level in moved)]:
            assert (facts.get("grade"), facts.get("growth")) != ("G1", "rapid")
            poor = facts.get("differentiation") == "poor"
            assert not (
                poor and (facts.get("growth") == "stable" or facts.get("sstr") == "positive")
            )
            quiet = facts.get("symptoms") == "none" and facts.get("growth") in (
                "not_compared",
                "stable",
            )
            assert not (facts.get("surgery_timing") == "immediate" and quiet)
        assert not {name for name, _ in moved}.intersection(known)


def test_a_wrong_treatment_is_a_no_in_words_or_has_conditions_that_are_not_met(guide):
    for question in sample(size(8, 40), "offered"):
        pathway = guide.evaluate(dict(question.profile))
        for choice in question.choices:
            if not choice.right and pathway.status[choice.about] == "against":
                assert "Rather not " in choice.because
                assert any(
                    found.row.words in choice.because for found in pathway.why(choice.about).rows
                )
            elif not choice.right:
                assert pathway.why_not(choice.about).sets
                assert " if the tumor " in choice.because


def test_a_guide_without_the_table_leaves_no_profile_out(guide):
    tables = {name: frame for name, frame in guide.tables.items() if name != "unlikely"}
    assert questions(pnet_paths.Guide(tables), 1, count=2)


def test_a_class_gets_the_same_questions_and_another_class_others(guide):
    first, again, other = (questions(guide, seed, count=5) for seed in (3, 3, 4))
    assert first == again != other


def test_they_become_harder_and_do_not_come_twice(guide):
    found = questions(guide, seed=5, count=12)
    assert [question.kind for question in found] == list(KINDS)
    assert len({question.text for question in found}) == 12


@pytest.mark.parametrize("kinds", some([[], *map(list, DIFFICULTIES.values())], 2))
def test_the_right_answers_of_a_round_do_not_stay_in_one_place(kinds, guide):
    for seed in range(size(1, 20)):
        keys = [question.key for question in questions(guide, seed, count=6, kinds=kinds)]
        assert keys[0] != keys[1], seed
        assert all(len(set(keys[i : i + 3])) > 1 for i in range(4)), seed
    again = [question.key for question in questions(guide, seed, count=6, kinds=kinds)]
    assert again == keys


def test_every_stated_indication_is_in_a_case_or_a_question(guide):
    """Questions are about what the source states, and about nothing sensitive."""
    rows = guide.indications
    left = {
        name for name, row in rows.items() if not row.inferred and "life_expectancy" not in row.when
    }
    profiles = [scene.profile for case in guide.cases.values() for scene in case.scenes]
    profiles += [question.profile for question in sample(size(30, 200), "offered")]
    for kind in ("first", "together", "order", "differs", "tells_apart"):
        profiles += [question.profile for question in sample(size(1, 60), kind)]
    for profile in map(guide.profile, profiles):
        for treatment in {name for row in left for name in rows[row].treatments}:
            deciding = guide.evaluator.deciding_rows(treatment, profile)
            left -= {found.row.id for found in deciding if found.sure}
    assert len(left) <= size(5, 0)


def test_an_unknown_kind_or_a_guide_without_rules_says_so(guide):
    with pytest.raises(PnetPathsError, match=r'"hard" is not a kind of question \(offered'):
        questions(guide, 1, kinds=["hard"])
    silent = guide.with_tables(indications=guide.tables["indications"].iloc[:0])
    with pytest.raises(PnetPathsError, match="make no question"):
        questions(silent, 1, count=1, kinds=["offered"])


def proves(guide, question, known):
    """Whether these facts alone prove the key, by the guide's answers."""
    pathway, name = guide.evaluate(known), question.topic
    key = question.choices[question.key]
    if question.kind == "aim":
        aim = next(each for each, aim in guide.aims.items() if aim.label == lower(key.text))
        # Conditions of ours count, too: without them nothing is known for sure.
        is_for = any(
            name in row.treatments and aim in row.aims and holds(guide, known, row.when)
            for row in guide.indications.values()
            if row.strength.offers and not row.inferred
        )
        return set(pathway.possible[name]) <= OFFERED and is_for
    if question.kind == "together":
        both = {name, meant()[key.text]}
        offered = all(set(pathway.possible[each]) <= OFFERED for each in both)
        return offered and is_named_together(guide, known, both)
    if question.kind in ("offered", "first", "opens"):
        wanted = {"usual"} if question.kind == "first" else OFFERED
        return set(pathway.possible[name]) <= wanted
    if question.kind == "speaks_for":
        found = dict(asked_of(guide, guide.profile(known), question))
        if "No, " in key.text:
            words = key.text.partition(": ")[2]
            return not any(each or each is None for each in found[words])
        whole = dict(asked_of(guide, guide.profile(question.profile), question))
        # "Not compared yet" keeps it open whether it grows: without it, another answer may come.
        of_trial = {each.partition("=")[0] for each in trial_of(question)["who"].split("; ")}
        links = [row for row in evidence("guide_facts") if row["guide"] == guide.id]
        telling = {row["factor"] for row in links if row["fact"] in of_trial}
        others = (
            {**known, each: level.id}
            for each in telling & question.profile.keys() - known.keys()
            for level in guide.factors[each].levels
        )
        return found == whole and all(
            dict(asked_of(guide, guide.profile(facts), question)) == whole
            for facts in others
            if not guide.space.conflict(facts)
        )
    names = [name] if question.kind == "tells_apart" else guide.treatments
    other = guide.evaluate({each: question.profile.get(each) for each in known})
    return any(
        set(one.possible[each]) <= OFFERED and not set(two.possible[each]) & OFFERED
        for each in names
        for one, two in ((pathway, other), (other, pathway))
    )


@pytest.mark.parametrize("kind", [k for k in OF_A_PROFILE if k not in ("next_fact", "order")])
def test_no_fewer_facts_prove_the_key_than_are_to_be_considered(kind, guide):
    for question in sample(size(1, 10), kind):
        facts = dict(question.other or question.profile)
        least = next(
            count
            for count in range(len(facts) + 1)
            for names in combinations(facts, count)
            if proves(guide, question, {name: facts[name] for name in names})
        )
        # Of what makes a difference only treatments count that can be asked of.
        assert least <= question.considered if kind == "differs" else least == question.considered


@pytest.mark.parametrize("kind", ["compared_with", "speaks_for"])
def test_a_question_of_trials_is_right_in_another_guide_too(kind):
    guide = pnet_paths.load_guide("nci-2025")
    for question in questions(guide, seed=1, count=size(6, 20), kinds=[kind]):
        for choice in question.choices:
            assert right(guide, question, choice.text) == choice.right, question.text


def test_a_guide_without_evidence_has_no_question_of_trials(guide):
    other = pnet_paths.Guide(
        {**guide.tables, "guide": guide.tables["guide"].replace("cancer-net-2023", "own")}
    )
    with pytest.raises(PnetPathsError, match="make no question"):
        questions(other, 1, count=1, kinds=["compared_with"])
