"""A case without a page: guessed, revealed, told, and gone on with, as cases and stage show it."""

from __future__ import annotations

import itertools

import pytest
from v8 import Core, pathways, random_profiles

from pnet_paths import load_guide
from pnet_paths.bundle.document import document
from pnet_paths.errors import GuideError
from pnet_paths.evidence.population import criteria, match
from pnet_paths.evidence.tables import packaged_evidence
from pnet_paths.evidence.words import (
    WORDS,
    arms_words,
    fit_words,
    in_whom,
    ratio_words,
    read_words,
    trial_compared,
)
from pnet_paths.explain.next_facts import settles
from pnet_paths.guide.sentences import capitalize, section_phrase
from pnet_paths.statuses import OFFERED, Status
from pnet_paths.teach.cases import changed_statuses, new_facts

MODULES = [
    ("pathway", "Pathway"),
    ("guess", "guessable, outcomes, saysMost"),
    ("presented_case", "PresentedCase"),
    ("scenes", "changedStatuses, changesSentence, newFacts"),
]
PRESENTED = """(guide, [start, predict, wishes]) => {
  const presented = new PresentedCase(guide, start, predict);
  return [["page"], ...wishes].map(([wish, ...given]) => {
    if (wish !== "page") presented[wish](...given);
    const { pathway, ...page } = presented.page();
    const names = presented.groups.map((id) => presented.blankName(id));
    return { ...page, shown: presented.shown, names };
  });
}"""
OUTCOMES = """(guide, [codes, guess]) => {
  const pathway = new Pathway(guide, codes);
  return [guessable(guide), outcomes(pathway, guess), saysMost(pathway, null, guess)];
}"""
NEWS = """(guide, [before, after]) => {
  const [a, b] = [before, after].map((codes) => new Pathway(guide, codes));
  return [newFacts(a, b), changedStatuses(a, b), changesSentence(a, b)];
}"""


def words(block):
    """All texts in elements for the page."""
    if isinstance(block, str):
        return block
    parts = block[2:] if block and isinstance(block[0], str) else block
    return " ".join(map(words, parts))


@pytest.fixture
def present(guide):
    """What is shown at first, and after each wish."""

    def presented(*wishes, case="years_later", predict=True, of=guide):
        start = {"case": case, "scene": 1, "guess": [], "revealed": False}
        return Core(of, *MODULES).ask(PRESENTED, [[start, predict, wishes]])[0]

    return presented


def test_a_blank_scene_holds_no_answer(guide, present):
    for case in guide.cases.values():
        for page in present(*[["enter", case.id, n + 1] for n, _ in enumerate(case.scenes)]):
            assert page["explained"] == []
            assert page["signs"] == {}
            assert page["onward"] == "Reveal"
            labels = {group.label for group in guide.groups}
            assert set(page["names"]) <= labels, "a name and nothing else"


def test_what_is_guessed_is_marked_and_can_be_taken_back(present):
    *_, two, one = present(["choose", "surgery"], ["choose", "prrt"], ["choose", "surgery"])
    assert two["signs"] == {"surgery": "expected", "prrt": "expected"}
    assert one["shown"]["guess"] == ["prrt"]
    assert one["explained"] == [], "what a guess is worth is not told yet"


def test_a_remote_reveals_then_goes_on_over_the_end_of_a_case(guide, present):
    pages = present(*[["goOn"]] * 10, ["step", -1])
    seen = [(page["shown"]["case"], page["shown"]["scene"], page["revealed"]) for page in pages]
    ids = list(guide.cases)
    after = ids[ids.index("years_later") + 1]
    expected = [("years_later", n, revealed) for n in range(1, 6) for revealed in (False, True)]
    assert seen == [*expected, (after, 1, False), ("years_later", 5, True)], "as it was left"
    assert "Changed since the last scene" in words(pages[3]["explained"])


def test_revealing_tells_of_what_the_question_is_about_with_its_section(guide, present):
    for case, number, scene in scenes(guide):
        if scene.evidence:
            continue
        *_, page = present(["enter", case, number], ["reveal"])
        told = [each for each in page["explained"] if each[1] == "pp-about"]
        names = [
            guide.treatments[name].label
            if name in guide.treatments
            else guide.factors[name].question
            for name in scene.about
        ]
        assert [words(each).strip() for each in told] == (names or [label(guide, page["told"])])
        assert words(page["explained"]).count("ection") >= len(told), (case, number)


def scenes(guide):
    for case in guide.cases.values():
        for number, scene in enumerate(case.scenes, start=1):
            yield case.id, number, scene


@pytest.mark.parametrize("name", ["cancer-net-2023", "nci-2025"])
def test_a_scene_about_trials_tells_whether_they_speak_for_the_person(name, present):
    guide, tables = load_guide(name), packaged_evidence()
    about_trials = [each for each in scenes(guide) if each[2].evidence]
    assert len(about_trials) >= 2
    for case, number, scene in about_trials:
        *_, page, other = present(
            ["enter", case, number], ["reveal"], ["choose", "ssa"], case=case, of=guide
        )
        told = words(page["explained"])
        profile = guide.profile(scene.profile)
        for one in scene.evidence:
            if one in tables.trials:
                trial = tables.trials[one]
                found = match(criteria(tables, guide, trial.who), profile)
                assert f"{trial.title} {trial_compared(trial)}. {in_whom(trial)}" in told
                assert fit_words(found) in told
            elif one in tables.outcomes:
                assert all(each in told for each in arms_words(tables.outcomes[one], trial))
                assert ratio_words(tables.outcomes[one]) in told
                assert f"(read: {read_words(tables.outcomes[one])})" in told
            else:
                assert tables.recommendations[one].text in told
        if sum(one in tables.trials for one in scene.evidence) > 1:
            assert WORDS["no_ranking"] in told, "what two figures of two trials are not"
        assert label(guide, "ssa") in words(other["explained"]), "a box that is chosen is explained"


def test_a_scene_that_names_no_trial_of_its_guide_is_refused(guide):
    cases = guide.tables["cases"].replace("netter1|netter1_pfs|netter_r|netter_r_pfs", "neter1")
    with pytest.raises(GuideError) as caught:
        document(guide.with_tables(cases=cases))
    (problem,) = caught.value.problems
    assert problem.startswith('cases.csv, case whose_trial, scene 2, column evidence: "neter1" is')
    assert "did you mean netter1" in problem


def test_a_copy_without_evidence_tells_of_the_treatments_instead(guide, present):
    """A teacher changes the id of a copied guide: nothing is joined to it then."""
    copy = guide.with_tables(guide=guide.tables["guide"].replace("cancer-net-2023", "mine"))
    (case, number, scene) = next(each for each in scenes(copy) if each[2].evidence)
    *_, page = present(["enter", case, number], ["reveal"], of=copy)
    assert all(label(copy, name) in words(page["explained"]) for name in scene.about)


def label(guide, name):
    return guide.treatments[name].label


@pytest.mark.parametrize(
    ("case", "scene", "answers"),
    [
        ("by_chance", 3, ["imaging (usually CT", "a question for the doctor"]),
        ("grown_around", 2, ["binds to somatostatin receptors"]),
        ("years_later", 2, ["Interventional radiologist", "radiofrequency ablation", "receptors"]),
        ("mostly_liver", 2, ["does not work well", "usually used here"]),
        ("last_months", 3, ["At home, in a special hospice center", "nursing care"]),
    ],
)
def test_what_is_told_answers_the_question(present, case, scene, answers):
    *_, page = present(["enter", case, scene], ["reveal"])
    told = words(page["explained"])
    assert [each for each in answers if each not in told] == []


def test_of_a_fact_it_is_told_what_its_answers_settle_and_where_that_stands(guide, present):
    found = settles(guide, guide.evaluate(guide.cases["by_chance"].scenes[0].profile).profile)
    blank, page = present(["reveal"], case="by_chance")
    assert blank["hint"].startswith("Which question comes first?")
    facts = {fact.factor: fact for fact in found.facts}
    for name in guide.cases["by_chance"].scenes[0].about:
        assert found.count(facts[name]) in words(page["explained"])
        assert capitalize(section_phrase(facts[name].cited)) in words(page["explained"])
    *_, known = present(["reveal"], of=asking(guide, "grade"))
    assert guide.factors["grade"].help in words(known["explained"]), "it settles nothing any more"


def test_the_hint_asks_for_treatments_unless_facts_or_trials_are_asked_about(guide, present):
    for case, number, scene in scenes(guide):
        *_, page = present(["enter", case, number])
        hint = "Tap the treatments"
        if scene.evidence:
            hint = "Think of an answer"
        elif scene.about and set(scene.about) <= set(guide.factors):
            hint = "Which question"
        assert page["hint"].startswith(hint), (case, number)


def asking(guide, about):
    """The guide with questions that are about something else."""
    return guide.with_tables(cases=guide.tables["cases"].assign(about=about))


def test_else_it_tells_of_the_box_that_says_most(guide, present):
    _, page = present(["reveal"], case="years_later", of=asking(guide, ""))
    told = guide.treatments[page["told"]]
    assert told.label in words(page["explained"])
    assert "Section" in words(page["explained"])
    *_, other = present(["reveal"], ["choose", "surgery"])
    assert other["told"] == "surgery"
    assert other["shown"]["guess"] == []


@pytest.mark.parametrize("which", ["guide", "toy_guide"])
def test_a_guess_is_right_where_the_engine_offers(which, request):
    guide = request.getfixturevalue(which)
    core = Core(guide, *MODULES)
    some = list(pathways(guide, random_profiles(guide, 60, seed=4)))
    groups = [group.id for group in guide.groups]
    guesses = [groups[n % 5 :: 2] for n in range(len(some))]
    asked = [[guide.space.codes(p.profile), g] for p, g in zip(some, guesses, strict=True)]
    for pathway, guess, (can, found, most) in zip(
        some, guesses, core.ask(OUTCOMES, asked), strict=True
    ):
        services = guide.network.services
        assert set(can) == {name for name in groups if name not in services}
        assert most in can
        assert dict(found) == {
            name: outcome
            for name in can
            if guess and (outcome := expected_outcome(pathway.status[name], name in guess))
        }


def expected_outcome(status, expected):
    if status in OFFERED:
        return "right" if expected else "missed"
    if not expected:
        return ""
    return "open" if status is Status.DEPENDS else "wrong"


def test_without_a_guess_nothing_is_right_or_wrong(present):
    _, page = present(["reveal"])
    assert page["signs"] == {}


def test_without_predicting_each_scene_is_shown_at_once(present):
    for page in present(["enter", "by_chance", 2], ["goOn"], case="by_chance", predict=False):
        assert page["revealed"]
        assert page["explained"]


def test_what_a_host_says_is_shown_and_a_scene_is_as_it_was_left(present):
    said = {"case": "years_later", "scene": 2, "guess": ["ssa"], "revealed": True}
    _, _, revealed, turned, same, other = present(
        ["choose", "ssa"],
        ["reveal"],
        ["take", said],
        ["take", {**said, "guess": ["prrt"]}],
        ["take", {**said, "case": "hormones"}],
    )
    assert revealed["shown"]["revealed"]
    assert not turned["revealed"], "another scene is never shown with its answer at once"
    assert same["shown"]["guess"] == ["prrt"]
    assert (other["shown"]["case"], other["shown"]["scene"]) == ("hormones", 1)


def test_a_scene_without_a_section_and_one_with_markup_are_told(guide, present):
    cases = guide.tables["cases"].assign(section="")
    cases.loc[0, "story"] = "<img src=x onerror=alert(1)>"
    other = guide.with_tables(cases=cases)
    first, opened = present(["reveal"], case=cases.loc[0, "case"], of=other)
    assert "<img src=x onerror=alert(1)>" in words(first["story"]), "the page sets it as text"
    assert opened["revealed"]


def test_what_is_new_is_the_same_as_in_python(guide):
    some = list(pathways(guide, random_profiles(guide, 150, seed=11)))
    pairs = list(itertools.pairwise(some))
    asked = [[guide.space.codes(side.profile) for side in pair] for pair in pairs]
    for (a, b), answer in zip(pairs, Core(guide, *MODULES).ask(NEWS, asked), strict=True):
        facts, changes, sentence = answer
        assert facts == list(new_facts(a, b))
        assert changes == [list(each) for each in changed_statuses(a, b)]
        assert sentence.lower() == "; ".join(map(": ".join, changes)).lower() + "." * bool(changes)
