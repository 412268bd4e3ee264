"""The stage without a page: how boxes open, how it goes on, and what it tells."""

from __future__ import annotations

import itertools

import pytest
from v8 import Core, pathways, random_profiles

from pnet_paths.teach.cases import changed_statuses, new_facts

MODULES = [
    ("pathway", "Pathway"),
    ("presented_case", "Presentation"),
    ("scenes", "changedStatuses, changesSentence, newFacts"),
]
PRESENTED = """(guide, [start, predict, wishes]) => {
  const presentation = new Presentation(guide, start, predict);
  presentation.keep();
  return [["page"], ...wishes].map(([wish, ...given]) => {
    if (wish !== "page") presentation[wish](...given);
    const { pathway, ...page } = presentation.page();
    return { ...page, shown: presentation.shown };
  });
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
        start = {"case": case, "scene": 1, "opened": []}
        return Core(of, *MODULES).ask(PRESENTED, [[start, predict, wishes]])[0]

    return presented


def test_boxes_are_blank_then_open_one_by_one_from_the_top_or_all(guide, present):
    first, one, other, again, all_of_them, blank = present(
        ["openBox"],
        ["openBox", "surgery"],
        ["openBox", "repeat_testing"],
        ["openAll"],
        ["open", []],
    )
    assert set(first["blank"]) == {group.id for group in guide.groups}
    assert first["explained"] == []
    assert one["shown"]["opened"] == ["repeat_testing"]
    assert "first step at a recurrence" in words(one["explained"])
    assert 'recurrence"' in words(one["explained"]), "with its section"
    assert other["shown"]["opened"] == ["repeat_testing", "surgery"]
    assert again["last"] == "repeat_testing"
    assert all_of_them["blank"] == []
    assert blank["explained"] == []
    assert len(blank["blank"]) == len(guide.groups)


def test_a_remote_opens_then_goes_on_and_a_scene_stays_as_it_was_left(guide, present):
    pages = present(*[["goOn"]] * 10, ["goTo", 4], ["goToCase", "vhl_family"])
    seen = [(page["scene"], bool(page["blank"])) for page in pages]
    assert seen[:10] == [(scene, blank) for scene in range(1, 6) for blank in (True, False)]
    assert seen[10] == (5, False), "there it ends"
    assert seen[11] == (4, False)
    assert "Changed since the last scene" in words(pages[11]["explained"])
    assert seen[12] == (1, True)
    assert "Emma" in words(pages[12]["story"])


def test_what_a_blank_box_would_say_is_in_nothing_that_is_shown(guide, present):
    first, opened = present(["openBox", "surgery"], case="by_chance")
    for page in (first, opened):
        for name in page["blank"]:
            assert page["names"][name] == f"{guide.treatments[name].label}: blank"
    shown = str({**first, "foot": "", "story": ""}).lower()
    pathway = guide.evaluate(guide.cases["by_chance"].scenes[0].profile)
    for name in first["blank"]:
        line = pathway.verdict(name).line
        assert not line or line.lower() not in shown


def test_the_last_box_to_open_tells_of_itself(guide, present):
    _, *pages = present(*[["openBox"]] * len(guide.groups))
    for page in pages:
        assert guide.treatments[page["last"]].label in words(page["explained"])


def test_going_back_tells_of_the_scene_and_not_of_a_box(present):
    *_, back = present(["openBox", "ssa"], ["goTo", 2], ["goTo", 1])
    assert back["shown"]["opened"] == ["ssa"]
    assert back["explained"] == []


def test_without_predicting_everything_is_open(guide, present):
    for page in present(["goTo", 2], ["goTo", 3], case="by_chance", predict=False)[1:]:
        assert page["blank"] == []
    assert "Not medical advice" in page["foot"]
    assert "Source:" in page["foot"]


def test_a_scene_without_a_section_and_one_with_markup_are_told(guide, present):
    cases = guide.tables["cases"].assign(section="")
    cases.loc[0, "story"] = "<img src=x onerror=alert(1)>"
    other = guide.with_tables(cases=cases)
    first, opened = present(["openAll"], case=cases.loc[0, "case"], of=other)
    assert "<img src=x onerror=alert(1)>" in words(first["story"]), "the page sets it as text"
    assert "Section" not in words(opened["explained"])


def test_what_is_new_is_the_same_as_in_python(guide):
    some = list(pathways(guide, random_profiles(guide, 150, seed=11)))
    pairs = list(itertools.pairwise(some))
    asked = [[guide.space.codes(side.profile) for side in pair] for pair in pairs]
    for (a, b), answer in zip(pairs, Core(guide, *MODULES).ask(NEWS, asked), strict=True):
        facts, changes, sentence = answer
        assert facts == list(new_facts(a, b))
        assert changes == [list(each) for each in changed_statuses(a, b)]
        assert sentence.lower() == "; ".join(map(": ".join, changes)).lower() + "." * bool(changes)
