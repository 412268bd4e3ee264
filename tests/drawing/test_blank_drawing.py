"""The flowchart before its answer is shown: nothing in it depends on what the guide says."""

from __future__ import annotations

from hypothesis import given, reject
from packaged import packaged_profiles
from sizes import examples
from strategies import guides

from pnet_paths import Guide, GuideError, Pathway, ProfileError
from pnet_paths.drawing.flowchart import flowchart
from pnet_paths.drawing.picture import unframed_svg
from pnet_paths.statuses import Status


def evaluated(guide, profile):
    try:
        return guide.evaluate(profile)
    except ProfileError:
        reject()


def blank(pathway):
    return flowchart(pathway, "blank", framed=False).source


@examples(20, 200)
@given(packaged_profiles(), packaged_profiles())
def test_a_blank_drawing_hides_every_answer(guide, profile, other):
    """If it had the answers of another profile, the picture would be the same."""
    pathway, elsewhere = evaluated(guide, profile), evaluated(guide, other)
    others = guide.evaluator.answers(elsewhere.profile)
    assert blank(Pathway(guide, pathway.profile, others)) == blank(pathway)


@examples(10, 60)
@given(packaged_profiles())
def test_it_holds_the_facts_and_of_treatments_names_alone(guide, profile):
    pathway = evaluated(guide, profile)
    picture = unframed_svg(pathway, "blank")
    for status in Status:
        assert status.label not in picture
        assert f'class="node {status}' not in picture
    for decision in pathway.route.decisions.values():
        assert f'id="decision-{decision.factor}"' in picture
    boxes = {group.id for group in guide.groups if f'id="treatment-{group.id}"' in picture}
    assert boxes == {group.id for group in guide.groups} - guide.network.services


@examples(10, 30)
@given(guides())
def test_any_guide_can_be_drawn_blank(tables):
    try:
        guide = Guide(tables)
    except GuideError:  # its impossible rows leave nothing
        return
    source = blank(guide.evaluate())
    beside = guide.network.services
    assert all(f"treatment-{g.id}" in source for g in guide.groups if g.id not in beside)
