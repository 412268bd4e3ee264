"""The player of cases without a browser: forward, back, and what a scene tells."""

from __future__ import annotations

import pytest
from shown import part

import pnet_paths
from pnet_paths import PnetPathsError


@pytest.fixture
def player(guide):
    return pnet_paths.play("years_later", guide)


def test_forward_back_and_no_further(player):
    assert (player.case, player.scene) == ("years_later", 1)
    player.back.click()
    assert player.scene == 1
    for _ in range(9):
        player.next.click()
    assert player.scene == 5
    player.jumps.value = 2
    assert player.scene == 2
    assert player.flowchart.codes == player.guide.space.codes(player.scenes[1].profile)
    assert "Scene 2 of 5" in part(player, "pp-progress").value


def test_another_case_begins_at_its_first_scene(player):
    player.scene = 4
    player.chooser.value = "hormones"
    assert (player.case, player.scene) == ("hormones", 1)
    assert "Carla" in part(player, "pp-story").value
    with pytest.raises(PnetPathsError, match=r'"hormnes" is not a case; did you mean hormones'):
        player.case = "hormnes"


def test_a_scene_says_what_is_new(player):
    player.scene = 4
    told = part(player, "pp-story").value
    assert "is growing" in told
    assert "◐ option:" in told
    assert "Chemotherapy" in told


def test_notes_are_for_the_teacher_alone(guide, player):
    note = guide.cases["years_later"].scenes[0].note
    seen = str(part(player, "pp-story").get_state()) + str(player.flowchart.get_state())
    assert note[-30:] not in seen
    assert note[-30:] in part(pnet_paths.play("years_later", guide, notes=True), "pp-story").value


def test_a_guide_without_cases_says_so(guide):
    none = guide.with_tables(cases=guide.tables["cases"].iloc[:0])
    with pytest.raises(PnetPathsError, match=r"no cases: write some in cases\.csv"):
        pnet_paths.play(guide=none)
    with pytest.raises(PnetPathsError, match="did you mean"):
        pnet_paths.play("by_chanc", guide)
