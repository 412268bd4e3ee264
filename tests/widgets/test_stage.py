"""The stage without a browser: how boxes open, and how it goes on."""

from __future__ import annotations

import pytest
import traitlets

import pnet_paths
from pnet_paths import PnetPathsError


@pytest.fixture
def stage(guide):
    return pnet_paths.present("years_later", guide)


def test_boxes_are_blank_then_open_one_by_one_from_the_top_or_all(stage):
    assert set(stage.blank) == {group.id for group in stage.guide.groups}
    first = stage.blank[0]
    stage.open_box()
    assert stage.opened == (first,) == ("repeat_testing",)
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
    stage.case = "vhl_family"
    assert (stage.scene, len(stage.blank)) == (1, len(stage.guide.groups))


def test_without_predicting_everything_is_open(guide):
    stage = pnet_paths.present(guide=guide, predict=False)
    for _ in range(3):
        assert stage.blank == ()
        stage.go_on()
    assert stage.scene == 4


def test_notes_for_the_teacher_are_nowhere_in_the_page(guide, stage):
    for each in (stage.get_state(), stage.document.value, stage.drawing):
        for case in guide.cases.values():
            assert all(scene.note[-60:] not in str(each) for scene in case.scenes)


def test_what_is_not_there_is_refused(stage):
    with pytest.raises(PnetPathsError, match=r'"years_latr" is not a case; did you mean'):
        pnet_paths.present("years_latr")
    with pytest.raises(traitlets.TraitError, match=r'"ssaa" is not a box of the stage'):
        stage.open_box("ssaa")
    assert stage.opened == ()


def test_several_steps_of_the_page_in_one_message_are_taken_as_they_are(stage):
    """A slow kernel gets them so; it must not close again what the teacher has opened."""
    boxes = list(stage.blank)
    stage.set_state({"scene": 3, "opened": boxes})
    assert (stage.scene, stage.blank) == (3, ())
    stage.go(-1)
    stage.go(1)
    assert stage.blank == (), "as the page left it"
