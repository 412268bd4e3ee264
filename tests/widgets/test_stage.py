"""The stage without a browser: what a blank box hides, that nothing moves, and how it goes on."""

from __future__ import annotations

import html
import re

import pytest
import traitlets
from hypothesis import given
from hypothesis import strategies as st
from sizes import examples
from strategies import guides, profiles

import pnet_paths
from pnet_paths import Guide, GuideError, Pathway, PnetPathsError, ProfileError
from pnet_paths.drawing.board import board
from pnet_paths.drawing.render import render_svg
from pnet_paths.statuses import Status

GUIDE = pnet_paths.load_guide()
LEVELS = {name: [level.id for level in factor.levels] for name, factor in GUIDE.factors.items()}
GROUPS = [group.id for group in GUIDE.groups]
NODE = re.compile(
    r'<g id="([\w-]+)" class="node[^>]*>\s*<(?:path|polygon)[^>]*? (?:d|points)="([^"]*)"'
)


def drawn(pathway, opened):
    return render_svg(board(pathway, opened).source, title="t", description="d")


def places(svg):
    """Where each box is: left, right, top and bottom."""
    found = {}
    for name, path in NODE.findall(svg):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
        xs, ys = numbers[::2], numbers[1::2]
        found[name] = (min(xs), max(xs), min(ys), max(ys))
    return found


def possible(profile):
    try:
        return GUIDE.evaluate(profile)
    except ProfileError:
        return None


@examples(10, 25)
@given(profiles(LEVELS), st.sets(st.sampled_from(GROUPS)))
def test_nothing_moves_whatever_the_profile_and_whatever_is_open(profile, opened):
    pathway = possible(profile)
    if pathway is not None:
        expected = places(drawn(GUIDE.evaluate(), ()))
        assert len(expected) == len(GROUPS) + len(pathway.route.decisions)
        assert places(drawn(pathway, opened)) == expected


@pytest.mark.parametrize("preset", GUIDE.presets)
def test_a_symbol_and_a_name_have_a_space_between_them(preset):
    svg = drawn(GUIDE.evaluate(GUIDE.presets[preset].profile), GROUPS)
    for group in re.findall(r'<g id="treatment-.*?</g>', svg, re.DOTALL):
        told = "".join(re.findall(r"<text[^>]*>([^<]*)</text>", group))
        symbols = "".join(re.escape(status.symbol) for status in Status)
        assert re.search(rf"[{symbols}](?!\s|&#160;)", html.unescape(told)) is None, told


@examples(10, 40)
@given(profiles(LEVELS), profiles(LEVELS), st.sets(st.sampled_from(GROUPS), max_size=14))
def test_a_blank_box_hides_its_answer(profile, other, opened):
    """If what is blank had the answers of another profile, the picture would be the same."""
    pathway, elsewhere = possible(profile), possible(other)
    if pathway is None or elsewhere is None or len(opened) == len(GROUPS):
        return
    answers = GUIDE.evaluator.answers(pathway.profile)
    others = GUIDE.evaluator.answers(elsewhere.profile)
    shown = {*opened, *(name for group in opened for name in under(group))}
    mixed = {name: (answers if name in shown else others)[name] for name in answers}
    changed = Pathway(GUIDE, pathway.profile, mixed)
    assert board(changed, opened).source == board(pathway, opened).source


def under(group):
    """The members of a group, at any depth."""
    return [name for member in GUIDE.members(group) for name in (member.id, *under(member.id))]


@examples(10, 30)
@given(guides(), st.data())
def test_any_guide_has_a_board(tables, data):
    try:
        guide = Guide(tables)
    except GuideError:  # its impossible rows leave nothing
        return
    opened = data.draw(st.sets(st.sampled_from([group.id for group in guide.groups])))
    found = places(drawn(guide.evaluate(), opened))
    assert set(found) >= {f"treatment-{group.id}" for group in guide.groups}


def test_no_box_lies_over_another():
    found = sorted(places(drawn(GUIDE.evaluate(), GROUPS)).values())
    for i, (left, right, top, bottom) in enumerate(found):
        for other in found[i + 1 :]:
            apart = other[0] >= right or other[1] <= left or other[2] >= bottom or other[3] <= top
            assert apart


# -- how it goes on -----------------------------------------------------------------------------


@pytest.fixture
def stage(guide):
    return pnet_paths.present("years_later", guide)


def test_boxes_are_blank_then_open_one_by_one_from_the_top_or_all(stage):
    assert set(stage.blank) == set(GROUPS)
    assert stage.page["told"] == ""
    first = stage.blank[0]
    stage.open_box()
    assert stage.opened == (first,) == ("repeat_testing",)
    assert "first step at a recurrence" in stage.page["told"]
    assert "recurrence&quot;" in stage.page["told"], "with its section"
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
    assert "Changed since the last scene" in stage.page["told"]
    stage.case = "vhl_family"
    assert (stage.scene, len(stage.blank)) == (1, len(GROUPS))
    assert "Emma" in stage.page["story"]


def test_the_last_box_to_open_tells_of_itself(stage):
    while stage.blank:
        name = stage.blank[0]
        stage.open_box()
        assert GUIDE.treatments[name].label in stage.page["told"]


def test_without_predicting_everything_is_open(guide):
    stage = pnet_paths.present(guide=guide, predict=False)
    for _ in range(3):
        assert stage.blank == ()
        assert stage.page["svg"].startswith("<svg")
        stage.go_on()
    assert stage.scene == 4


def test_notes_are_nowhere_and_the_source_always_is(stage):
    for case in GUIDE.cases:
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
    assert "Section" not in stage.page["told"]


def test_going_back_tells_of_the_scene_and_not_of_a_box(stage):
    stage.open_box("ssa")
    stage.go(1)
    stage.go(-1)
    assert stage.opened == ("ssa",)
    assert stage.page["told"] == ""


def test_facts_that_are_no_longer_known_are_told(guide):
    cases = guide.tables["cases"].copy()
    later = (cases["case"] == "by_chance") & (cases["scene"] == "3")
    cases.loc[later, "growth"] = ""
    cases.loc[later, "grade"] = ""
    stage = pnet_paths.present(guide=guide.with_tables(cases=cases))
    stage.scene = 3
    assert "Not known any more: grade and growth." in stage.page["story"]


def test_table_text_on_the_stage_is_text(guide):
    cases = guide.tables["cases"].copy()
    cases.loc[0, "story"] = "<img src=x onerror=alert(1)>"
    stage = pnet_paths.present(guide=guide.with_tables(cases=cases))
    assert "<img" not in stage.page["story"]
    assert "&lt;img" in stage.page["story"]
