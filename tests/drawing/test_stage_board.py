"""The drawing for the stage: what a blank box hides, and that nothing moves."""

from __future__ import annotations

import html
import re

from hypothesis import assume, given, reject
from hypothesis import strategies as st
from packaged import packaged_profiles, the_guide
from sizes import examples
from strategies import guides

from pnet_paths import Guide, GuideError, Pathway, ProfileError
from pnet_paths.drawing.render import render_svg
from pnet_paths.drawing.stage_board import board
from pnet_paths.statuses import Status

NODE = re.compile(
    r'<g id="([\w-]+)" class="node[^>]*>\s*<(?:path|polygon)[^>]*? (?:d|points)="([^"]*)"'
)


def groups():
    """The ids of the packaged guide's groups: a box each."""
    return [group.id for group in the_guide().groups]


some_groups = st.deferred(lambda: st.sets(st.sampled_from(groups())))


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


def evaluated(guide, profile):
    try:
        return guide.evaluate(profile)
    except ProfileError:
        reject()


@examples(10, 25)
@given(packaged_profiles(), some_groups)
def test_nothing_moves_whatever_the_profile_and_whatever_is_open(guide, profile, opened):
    pathway = evaluated(guide, profile)
    expected = places(drawn(guide.evaluate(), ()))
    assert len(expected) == len(groups()) + len(pathway.route.decisions)
    assert places(drawn(pathway, opened)) == expected


def test_a_symbol_and_a_name_have_a_space_between_them(guide):
    svgs = [drawn(guide.evaluate(each.profile), groups()) for each in guide.presets.values()]
    for group in re.findall(r'<g id="treatment-.*?</g>', "".join(svgs), re.DOTALL):
        told = "".join(re.findall(r"<text[^>]*>([^<]*)</text>", group))
        symbols = "".join(re.escape(status.symbol) for status in Status)
        assert re.search(rf"[{symbols}](?!\s|&#160;)", html.unescape(told)) is None, told


@examples(10, 40)
@given(packaged_profiles(), packaged_profiles(), some_groups)
def test_a_blank_box_hides_its_answer(guide, profile, other, opened):
    """If what is blank had the answers of another profile, the picture would be the same."""
    assume(len(opened) < len(groups()))
    pathway, elsewhere = evaluated(guide, profile), evaluated(guide, other)
    answers = guide.evaluator.answers(pathway.profile)
    others = guide.evaluator.answers(elsewhere.profile)
    shown = {*opened, *(name for group in opened for name in under(guide, group))}
    mixed = {name: (answers if name in shown else others)[name] for name in answers}
    changed = Pathway(guide, pathway.profile, mixed)
    assert board(changed, opened).source == board(pathway, opened).source


def under(guide, group):
    """The members of a group, at any depth."""
    return [
        name for member in guide.members(group) for name in (member.id, *under(guide, member.id))
    ]


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


def test_no_box_lies_over_another(guide):
    found = sorted(places(drawn(guide.evaluate(), groups())).values())
    for i, (left, right, top, bottom) in enumerate(found):
        for other in found[i + 1 :]:
            apart = other[0] >= right or other[1] <= left or other[2] >= bottom or other[3] <= top
            assert apart
