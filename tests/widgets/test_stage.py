"""Stage and cases without a browser: what Python shows, and what the page reports."""

from __future__ import annotations

import pytest
import traitlets

import pnet_paths
from pnet_paths import PnetPathsError


@pytest.fixture(params=["present", "play"])
def scenes(guide, request):
    return getattr(pnet_paths, request.param)("years_later", guide)


def test_a_scene_is_blank_again_where_python_shows_another(scenes):
    scenes.guess, scenes.revealed = ("surgery", "prrt"), True
    scenes.go(1)
    assert (scenes.scene, scenes.guess, scenes.revealed) == (2, (), False)
    scenes.revealed = True
    scenes.case = "vhl_family"
    assert (scenes.scene, scenes.revealed) == (1, False)


@pytest.mark.parametrize("name", ["present", "play"])
def test_without_predicting_each_scene_is_revealed(guide, name):
    scenes = getattr(pnet_paths, name)(guide=guide, predict=False)
    for _ in range(3):
        assert scenes.revealed
        scenes.go(1)
    assert scenes.scene == 4


def test_what_is_handed_over_holds_no_answer(guide, scenes):
    assert "not named" not in scenes.drawing["svg"]
    assert "rather not" not in str(scenes.preview())


def test_notes_for_the_teacher_are_nowhere_in_the_page(guide, scenes):
    for each in (scenes.get_state(), scenes.document.value, scenes.drawing):
        for case in guide.cases.values():
            assert all(scene.note[-60:] not in str(each) for scene in case.scenes)
    told = pnet_paths.present("years_later", guide, notes=True)
    assert told.notes["years_later"][0] == guide.cases["years_later"].scenes[0].note


def test_what_is_not_there_is_refused(guide, scenes):
    with pytest.raises(PnetPathsError, match=r'"years_latr" is not a case; did you mean'):
        pnet_paths.present("years_latr", guide)
    with pytest.raises(traitlets.TraitError, match=r'"ssaa" is not a group of treatments'):
        scenes.guess = ("ssaa",)
    assert scenes.guess == ()


def test_several_steps_of_the_page_in_one_message_are_taken_as_they_are(scenes):
    """A slow kernel gets them so; it must not make blank again what was revealed."""
    scenes.set_state({"scene": 3, "guess": ["ssa"], "revealed": True})
    assert (scenes.scene, scenes.guess, scenes.revealed) == (3, ("ssa",), True)
