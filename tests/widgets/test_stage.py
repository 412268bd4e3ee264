"""The stage without a browser: how boxes open, and how it goes on."""

from __future__ import annotations

import pytest
import traitlets

import pnet_paths
from pnet_paths import PnetPathsError


def words(block):
    """All texts in elements for the page."""
    if isinstance(block, str):
        return block
    parts = block[2:] if block and isinstance(block[0], str) else block
    return " ".join(map(words, parts))


@pytest.fixture
def stage(guide):
    return pnet_paths.present("years_later", guide)


def test_boxes_are_blank_then_open_one_by_one_from_the_top_or_all(stage):
    assert set(stage.blank) == {group.id for group in stage.guide.groups}
    assert stage.page["explained"] == []
    first = stage.blank[0]
    stage.open_box()
    assert stage.opened == (first,) == ("repeat_testing",)
    assert "first step at a recurrence" in words(stage.page["explained"])
    assert 'recurrence"' in words(stage.page["explained"]), "with its section"
    stage.open_box("surgery")
    assert stage.opened == (first, "surgery")
    stage.open_all()
    assert stage.blank == ()


def test_a_remote_opens_then_goes_on_and_a_scene_stays_as_it_was_left(stage):
    for scene in range(1, 6):
        assert (stage.scene, bool(stage.blank)) == (scene, True)
        stage.go_on()
        assert (stage.scene, bool(stage.blank)) == (scene, False)
        stage.go_on()
    assert stage.scene == 5, "there it ends"
    stage.go(-1)
    assert (stage.scene, stage.blank) == (4, ())
    assert "Changed since the last scene" in words(stage.page["explained"])
    stage.case = "vhl_family"
    assert (stage.scene, len(stage.blank)) == (1, len(stage.guide.groups))
    assert "Emma" in words(stage.page["story"])


def test_the_last_box_to_open_tells_of_itself(guide, stage):
    while stage.blank:
        name = stage.blank[0]
        stage.open_box()
        assert guide.treatments[name].label in words(stage.page["explained"])


def test_without_predicting_everything_is_open(guide):
    stage = pnet_paths.present(guide=guide, predict=False)
    for _ in range(3):
        assert stage.blank == ()
        assert stage.page["svg"].startswith("<svg")
        stage.go_on()
    assert stage.scene == 4


def test_notes_are_nowhere_and_the_source_always_is(guide, stage):
    for case in guide.cases:
        stage.case = case
        for scene in stage.scenes:
            assert scene.note[-30:] not in str(stage.get_state())
            assert "Not medical advice" in stage.page["foot"]
            assert "Source:" in stage.page["foot"]
            stage.go(1)


def test_what_is_not_there_is_refused(stage):
    with pytest.raises(PnetPathsError, match=r'"years_latr" is not a case; did you mean'):
        pnet_paths.present("years_latr")
    with pytest.raises(traitlets.TraitError, match=r'"ssaa" is not a box of the stage'):
        stage.open_box("ssaa")
    assert stage.opened == ()


def test_a_scene_without_a_section_is_shown_too(guide):
    cases = guide.tables["cases"].assign(section="")
    stage = pnet_paths.present(guide=guide.with_tables(cases=cases), predict=False)
    assert stage.blank == ()
    assert "Section" not in words(stage.page["explained"])


def test_going_back_tells_of_the_scene_and_not_of_a_box(stage):
    stage.open_box("ssa")
    stage.go(1)
    stage.go(-1)
    assert stage.opened == ("ssa",)
    assert stage.page["explained"] == []


def test_facts_that_are_no_longer_known_are_told(guide):
    cases = guide.tables["cases"].copy()
    later = (cases["case"] == "by_chance") & (cases["scene"] == "3")
    cases.loc[later, "growth"] = ""
    cases.loc[later, "grade"] = ""
    stage = pnet_paths.present(guide=guide.with_tables(cases=cases))
    stage.scene = 3
    assert "Not known any more: grade and growth." in words(stage.page["story"])


def test_table_text_on_the_stage_is_text(guide):
    cases = guide.tables["cases"].copy()
    cases.loc[0, "story"] = "<img src=x onerror=alert(1)>"
    stage = pnet_paths.present(guide=guide.with_tables(cases=cases))
    assert "<img src=x onerror=alert(1)>" in words(stage.page["story"]), "the page sets it as text"
