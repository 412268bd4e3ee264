"""The player of cases without a page: forward, back, and what the page is handed."""

from __future__ import annotations

import pytest

import pnet_paths
from pnet_paths import PnetPathsError


@pytest.fixture
def player(guide):
    return pnet_paths.play("years_later", guide)


def test_forward_back_and_no_further(player):
    assert (player.case, player.scene) == ("years_later", 1)
    player.go(-1)
    assert player.scene == 1
    for _ in range(9):
        player.go(1)
    assert player.scene == 5
    player.scene = 2
    assert player.pathway.profile == player.guide.profile(player.scenes[1].profile)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda player: player.go("1"), "steps must be a whole number, not '1'"),
        (lambda player: pnet_paths.play(5, player.guide), '"5" is not a case'),
        (lambda player: pnet_paths.play(guide=5), "5 is not a path"),
        (lambda player: pnet_paths.present(["x"], player.guide), "is not a case"),
    ],
)
def test_what_is_no_step_or_case_is_said(wrong, message, player):
    with pytest.raises(PnetPathsError, match=message):
        wrong(player)
    assert (player.case, player.scene) == ("years_later", 1)


def test_another_case_begins_at_its_first_scene(player):
    player.scene = 4
    player.case = "hormones"
    assert (player.case, player.scene) == ("hormones", 1)
    with pytest.raises(PnetPathsError, match=r'"hormnes" is not a case; did you mean hormones'):
        player.case = "hormnes"


def test_notes_are_for_the_teacher_alone(guide, player):
    note = guide.cases["years_later"].scenes[0].note
    assert note[-60:] not in str(player.get_state()) + str(player.document.value)
    told = pnet_paths.play("years_later", guide, notes=True)
    assert told.notes["years_later"][0] == note


def test_a_guide_without_cases_says_so(guide):
    none = guide.with_tables(cases=guide.tables["cases"].iloc[:0])
    with pytest.raises(PnetPathsError, match=r"no cases: write some in cases\.csv"):
        pnet_paths.play(guide=none)
    with pytest.raises(PnetPathsError, match="did you mean"):
        pnet_paths.play("by_chanc", guide)


def test_another_case_and_a_scene_of_it_in_one_message_are_taken_as_they_are(player):
    player.set_state({"case": "hormones", "scene": 3})
    assert (player.case, player.scene) == ("hormones", 3)
