"""Questions made from the rules: one right answer each, which the engine confirms."""

from __future__ import annotations

import pytest
from sizes import size

import pnet_paths
from pnet_paths import PnetPathsError, ProfileError
from pnet_paths.teach import KINDS, LEVELS, questions

GUIDE = pnet_paths.load_guide()
OFFERED = {"usual", "option", "later"}
SEEDS = size(10, 100)
LABELS = {treatment.label: name for name, treatment in GUIDE.treatments.items()}
QUESTIONS = {factor.question: name for name, factor in GUIDE.factors.items()}
PHRASES = {
    f"A tumor that {level.phrase}.": (name, level.id)
    for name, factor in GUIDE.factors.items()
    for level in factor.levels
}


def offers(profile):
    status = GUIDE.evaluate(profile).status
    return {name for name in status if status[name] in OFFERED}


def average(profile, name):
    """How many open groups a fact settles, by asking the guide for each of its levels."""
    before = GUIDE.evaluate(profile).status
    settled = []
    for level in GUIDE.factors[name].levels:
        try:
            after = GUIDE.evaluate({**profile, name: level.id}).status
        except ProfileError:
            continue
        settled.append(sum(before[g.id] == "depends" != after[g.id] for g in GUIDE.groups))
    return sum(settled) / len(settled)


def right(question, text):
    """Whether a choice is right, from the guide's answers alone."""
    profile = dict(question.profile)
    status = GUIDE.evaluate(profile).status
    if question.kind == "offered":
        return status[LABELS[text]] in OFFERED
    if question.kind == "first":
        return status[LABELS[text]] == "usual"
    if question.kind == "opens":
        return question.topic in offers({**profile, **dict([PHRASES[text]])})
    if question.kind == "differs":
        return offers({**profile, **dict([PHRASES[text]])}) != offers(profile)
    raise AssertionError(question.kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("start", range(0, SEEDS, 10))
def test_every_question_has_one_right_answer_that_the_engine_confirms(kind, start):
    for seed in range(start, start + 10):
        (question,) = questions(GUIDE, seed, count=1, kinds=[kind])
        texts = [choice.text for choice in question.choices]
        assert len(set(texts)) == len(texts) == 4
        if kind == "next_fact":
            gains = [average(question.profile, QUESTIONS[text]) for text in texts]
            confirmed = [gain == max(gains) for gain in gains]
        else:
            confirmed = [right(question, text) for text in texts]
        assert confirmed == [choice.right for choice in question.choices], question
        assert confirmed.count(True) == 1
        assert confirmed[question.key]
        assert all(
            choice.because.endswith((".", ")")) or ":" in choice.because
            for choice in question.choices
        )


def drawn(count, kind):
    for seed in range(count):
        yield questions(GUIDE, seed, count=1, kinds=[kind])[0]


@pytest.mark.parametrize("kind", KINDS)
def test_questions_use_nothing_sensitive_and_ask_of_no_service(kind):
    sensitive = {name for name, factor in GUIDE.factors.items() if factor.sensitive}
    assert sensitive == {"life_expectancy"}
    for question in drawn(size(6, 30), kind):
        assert not sensitive & question.profile.keys()
        for choice in question.choices:
            assert "expected to live" not in choice.text + choice.because
            assert choice.about not in sensitive
            if choice.about in GUIDE.treatments:
                assert GUIDE.treatments[choice.about].kind != "service"


@pytest.mark.parametrize("kind", KINDS)
def test_profiles_are_such_as_one_meets(kind):
    scenes = [s.profile for case in GUIDE.cases.values() for s in case.scenes]
    starts = [*scenes, *(preset.profile for preset in GUIDE.presets.values())]
    known = ("course", "removed", "prior_ssa")
    combinations = {tuple(facts.get(name) for name in known) for facts in starts}
    for question in drawn(size(6, 30), kind):
        profile = question.profile
        assert tuple(profile.get(name) for name in known) in combinations
        meant = [PHRASES[c.text] for c in question.choices if c.text in PHRASES]
        for facts in [profile, *({**profile, name: level} for name, level in meant)]:
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
        assert not {name for name, _ in meant}.intersection(known)


def test_a_wrong_treatment_is_a_no_in_words_or_has_conditions_that_are_not_met():
    for question in drawn(size(10, 40), "offered"):
        pathway = GUIDE.evaluate(dict(question.profile))
        for choice in question.choices:
            if not choice.right and pathway.status[choice.about] == "against":
                assert ": rather not " in choice.because
                assert any(
                    found.row.words in choice.because for found in pathway.why(choice.about).rows
                )
            elif not choice.right:
                assert pathway.why_not(choice.about).sets
                assert " if the tumor " in choice.because


def test_a_guide_without_the_table_leaves_no_profile_out():
    tables = {name: frame for name, frame in GUIDE.tables.items() if name != "unlikely"}
    assert questions(pnet_paths.Guide(tables), 1, count=2)


def test_a_class_gets_the_same_questions_and_another_class_others():
    assert questions(GUIDE, seed=3) == questions(GUIDE, seed=3)
    assert questions(GUIDE, seed=3) != questions(GUIDE, seed=4)


def test_they_become_harder_and_do_not_come_twice():
    found = questions(GUIDE, seed=5, count=10)
    assert [question.kind for question in found] == [kind for kind in KINDS for _ in range(2)]
    assert len({question.text for question in found}) == 10


@pytest.mark.parametrize("kinds", [(), *LEVELS.values()])
def test_the_right_answers_of_a_round_do_not_stay_in_one_place(kinds):
    for seed in range(size(4, 20)):
        keys = [question.key for question in questions(GUIDE, seed, count=6, kinds=kinds)]
        assert keys[0] != keys[1], seed
        assert all(len(set(keys[i : i + 3])) > 1 for i in range(4)), seed
    again = [question.key for question in questions(GUIDE, seed, count=6, kinds=kinds)]
    assert again == keys


@pytest.mark.exhaustive
def test_every_indication_is_in_a_case_or_a_question():
    """But for those of what no question asks of."""
    rows = GUIDE.indications
    left = {name for name, row in rows.items() if "life_expectancy" not in row.when}
    profiles = [scene.profile for case in GUIDE.cases.values() for scene in case.scenes]
    profiles += [question.profile for question in drawn(250, "offered")]
    for profile in map(GUIDE.profile, profiles):
        for treatment in {name for row in left for name in rows[row].treatments}:
            deciding = GUIDE.evaluator.deciding(treatment, profile)
            left -= {row.id for row, sure in deciding if sure}
    assert not left


def test_an_unknown_kind_or_a_guide_without_rules_says_so():
    with pytest.raises(PnetPathsError, match=r'"hard" is not a kind of question \(offered'):
        questions(GUIDE, 1, kinds=["hard"])
    silent = GUIDE.with_tables(indications=GUIDE.tables["indications"].iloc[:0])
    with pytest.raises(PnetPathsError, match="make no question"):
        questions(silent, 1, count=1, kinds=["offered"])


# -- on the screen ----------------------------------------------------------------------------


def states(widget):
    """All that the front end knows of a widget and what it holds."""
    found = [widget.get_state()]
    for child in getattr(widget, "children", ()):
        found += states(child)
    return found


@pytest.fixture
def quiz(guide):
    return pnet_paths.ask(seed=11, count=3, guide=guide)


def give(quiz, right, sure="sure"):
    question = quiz.question
    place = question.key if right else (question.key + 1) % len(question.choices)
    quiz.choices.value = question.choices[place].text
    quiz.sure.value = sure
    quiz.go.click()


def test_an_open_question_holds_no_answer(quiz):
    for _ in range(3):
        known = str(states(quiz))
        question = quiz.question
        assert question.choices[0].text in known
        assert not any(choice.because[:40] in known for choice in question.choices)
        assert "<svg" not in known, "no drawing yet"
        assert quiz.choices.value is None
        give(quiz, right=True)
        told = str(states(quiz))
        assert "Right." in told
        assert quiz.flowchart.codes == GUIDE.space.codes(question.profile)
        quiz.go.click()


def test_what_was_missed_comes_back_and_the_summary_names_it(quiz):
    missed = quiz.question
    give(quiz, right=False)
    assert "it will come back" in quiz._told.value
    for _ in range(2):
        quiz.go.click()
        give(quiz, right=True)
    quiz.go.click()
    assert quiz.question == missed
    assert "Once more" in quiz._head.value
    give(quiz, right=True)
    quiz.go.click()
    assert quiz.question is None
    results = quiz.results
    assert results["right"].tolist() == [False, True, True, True]
    topic = missed.topic
    label = (GUIDE.treatments.get(topic) or GUIDE.factors[topic]).label
    assert label in quiz._text.value


def test_an_answer_needs_a_choice_and_how_sure_it_is(quiz):
    said = []
    quiz._told.observe(lambda change: said.append(change["new"]), "value")
    quiz.go.click()
    quiz.go.click()
    both = '<p role="alert">Choose an answer, and say how sure you are.</p>'
    assert said == [both, "", both], "heard again, as the page is told again"
    quiz.sure.value = "sure"
    quiz.go.click()
    assert said[-1] == '<p role="alert">Choose an answer.</p>'
    quiz.sure.value, quiz.choices.value = None, quiz.question.choices[0].text
    quiz.go.click()
    assert said[-1] == '<p role="alert">Say how sure you are.</p>'
    assert quiz.results.empty


def test_a_level_can_be_chosen_and_what_was_answered_stays(quiz):
    give(quiz, right=True)
    first = quiz.results
    quiz.level.value = "hard"
    assert "Question 1 of 3" in quiz._head.value
    for _ in range(3):
        assert quiz.question.kind in ("opens", "differs")
        give(quiz, right=True)
        quiz.go.click()
    assert quiz.results.head(1).equals(first)
    assert quiz.results["kind"].tolist()[1:] == ["opens", "opens", "differs"]
    with pytest.raises(PnetPathsError, match=r'"harder" is not a level \(easy, medium, hard\)'):
        pnet_paths.ask(level="harder")
