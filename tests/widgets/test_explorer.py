"""The explorer without a browser: its one state, and what follows from it."""

from __future__ import annotations

import gc
import gzip
import random
import tracemalloc
from base64 import b64decode

import ipywidgets
import pytest
import traitlets
from hypothesis import assume, given
from packaged import assuming, levels, packaged_profiles, the_toy
from shown import part
from sizes import examples, size

import pnet_paths
from pnet_paths import ProfileError
from pnet_paths.front.graphviz_engine import engine_source
from pnet_paths.tables.folder import packaged_folder
from pnet_paths.tables.starter import start_guide


@pytest.fixture
def explorer(guide):
    """An explorer in which nothing is known."""
    return pnet_paths.explore(guide, {})


@pytest.fixture
def fresh(guide):
    """An explorer as it begins."""
    return pnet_paths.explore(guide)


def chosen(explorer):
    return {
        name: explorer.controls[name].value
        for name in explorer.guide.factors
        if explorer.controls[name].value
    }


def test_a_choice_becomes_the_profile_and_the_profile_the_choice(explorer):
    seen = []
    explorer.observe(lambda change: seen.append(change["new"]), "profile")
    explorer.controls["grade"].value = "G2"
    assert explorer.profile == {"grade": "G2"}
    explorer.profile = {"extent": "metastatic"}
    assert chosen(explorer) == {"extent": "metastatic"}
    explorer.controls["extent"].value = ""
    assert explorer.profile == {}
    assert seen == [{"grade": "G2"}, {"extent": "metastatic"}, {}]


def test_it_begins_with_a_given_profile_and_any_guide(folder):
    known = {"liver": "small", "course": "first", "removed": "no"}
    explorer = pnet_paths.explore(folder, known)
    assert explorer.profile == known
    assert explorer.pathway.status["rfa"] == "option"


def test_the_profile_cannot_change_behind_the_drawing(explorer):
    with pytest.raises(TypeError, match="set the profile anew"):
        explorer.profile["grade"] = "G3"
    explorer.profile = explorer.guide.evaluate({"grade": "G3"}).profile
    assert explorer.profile == chosen(explorer) == {"grade": "G3"}


def test_an_impossible_profile_is_refused_and_the_old_one_stays(explorer):
    explorer.profile = {"liver": "small"}
    before = explorer.flowchart.codes
    with pytest.raises(ProfileError, match="cannot occur"):
        explorer.profile = {"liver": "small", "extent": "localized"}
    assert explorer.profile == chosen(explorer) == {"liver": "small"}
    assert explorer.flowchart.codes == before
    with pytest.raises(ProfileError), explorer.hold_trait_notifications():
        explorer.profile = {"liver": "small", "extent": "localized"}
    assert explorer.profile == chosen(explorer) == {"liver": "small"}
    explorer.view = "map"


def test_choosing_a_closed_level_takes_nothing_back_but_itself(explorer):
    explorer.profile = {"liver": "small"}
    assert ("localized (closed)", "localized") in explorer.controls["extent"].options
    explorer.controls["extent"].value = "localized"
    assert explorer.profile == chosen(explorer) == {"liver": "small"}


@pytest.fixture(scope="module")
def explored(guide):
    """One explorer for many profiles."""
    return pnet_paths.explore(guide, {})


@examples(10, 40)
@given(packaged_profiles())
def test_controls_only_offer_what_can_occur(guide, explored, profile):
    def occurs(facts):
        try:
            return guide.profile(facts) is not None
        except ProfileError:
            return False

    assume(occurs(profile))
    explored.profile = profile
    assert chosen(explored) == profile
    for name, ids in levels().items():
        others = {other: level for other, level in profile.items() if other != name}
        possible = {level for level in ids if occurs({**others, name: level})}
        select = explored.controls[name]
        unknown = select.options[0][0]
        closed = {level for label, level in select.options if label.endswith(" (closed)")}
        assert [value for _, value in select.options] == ["", *ids], "places never change"
        assert closed == set(ids) - possible
        implied = name not in profile and len(possible) == 1
        assert select.disabled == unknown.endswith(" (follows)") == implied


# -- what is assumed ------------------------------------------------------------------------


def labelled_assumed(explorer):
    """The levels that lists show as assumed, by factor."""
    return {
        name: level
        for name, select in explorer.controls.items()
        for label, level in select.options
        if label.endswith(" (assumed)")
    }


def test_it_begins_with_what_the_guide_assumes_and_says_so(fresh):
    assumed = fresh.guide.assumed
    assert fresh.profile == chosen(fresh) == labelled_assumed(fresh) == assumed
    assert fresh.assumed == assumed.keys()
    assert ("first time (assumed)", "first") in fresh.controls["course"].options
    assert fresh.flowchart.codes == fresh.guide.space.codes(assumed)
    names = list(fresh.guide.factors)
    assert [names[place] for place in fresh.flowchart.assumed] == list(assumed)


def test_a_given_profile_is_all_that_it_begins_with(guide):
    for profile in ({}, {"course": "first"}):
        explorer = pnet_paths.explore(guide, profile)
        assert explorer.profile == profile
        assert labelled_assumed(explorer).keys() == explorer.assumed == set()


def test_a_list_that_is_touched_is_assumed_no_longer(fresh):
    fresh.controls["grade"].value = "G2"
    assert labelled_assumed(fresh) == fresh.guide.assumed
    fresh.controls["course"].value = ""
    assert fresh.profile == {"grade": "G2", "removed": "no", "prior_ssa": "no"}
    fresh.controls["removed"].value = "yes"
    fresh.controls["removed"].value = "no"
    assert labelled_assumed(fresh) == {"prior_ssa": "no"}
    assert fresh.assumed == {"prior_ssa"}
    assert fresh.profile == {"grade": "G2", "removed": "no", "prior_ssa": "no"}


def test_a_profile_that_is_set_keeps_the_assumed_facts_that_it_does_not_change(fresh):
    fresh.profile = {**fresh.profile, "course": "returned"}
    assert labelled_assumed(fresh) == {"removed": "no", "prior_ssa": "no"}
    fresh.profile = {"course": "first", "prior_ssa": "no"}
    assert fresh.assumed == {"prior_ssa"}


def test_the_page_says_what_is_assumed_with_what_is_known(fresh):
    space, places = fresh.guide.space, fresh.flowchart.assumed
    first = {"codes": space.codes(fresh.guide.assumed), "assumed": places}
    preset = fresh.guide.presets["tail_g1"].profile
    assert preset.items() >= fresh.guide.assumed.items()
    fresh.flowchart.set_state({"codes": space.codes(preset), "assumed": []})
    assert fresh.profile == preset
    assert fresh.assumed == frozenset()
    assert fresh.flowchart.assumed == []
    fresh.flowchart.set_state(first)
    assert fresh.profile == labelled_assumed(fresh) == fresh.guide.assumed
    assert fresh.flowchart.assumed == places
    fresh.flowchart.set_state({**first, "assumed": []})
    assert fresh.profile == fresh.guide.assumed
    assert fresh.assumed == labelled_assumed(fresh).keys() == set()


def test_an_assumed_fact_closes_nothing_and_gives_way():
    explorer = pnet_paths.explore(assuming(the_toy(), color="pale"))
    spread = explorer.controls["spread"]
    assert [label for label, _ in spread.options] == ["one foot (follows)", "one foot", "both feet"]
    assert not spread.disabled
    spread.value = "both_feet"
    assert explorer.profile == chosen(explorer) == {"spread": "both_feet"}
    assert explorer.flowchart.assumed == []
    explorer.profile = {"color": "pale"}
    assert spread.disabled
    assert [label for label, _ in spread.options][2] == "both feet (closed)"


def test_another_guide_is_begun_anew_where_nothing_but_assumptions_was_there():
    explorer = pnet_paths.explore(the_toy())
    explorer.set_guide(assuming(the_toy(), color="deep"))
    assert explorer.profile == labelled_assumed(explorer) == {"color": "deep"}
    explorer.controls["spread"].value = "both_feet"
    explorer.set_guide(assuming(the_toy(), days="few"))
    assert explorer.profile == {"color": "deep", "spread": "both_feet"}
    assert explorer.assumed == labelled_assumed(explorer).keys() == set()


# -- page and kernel ------------------------------------------------------------------------


def test_what_the_page_says_becomes_the_profile_and_the_view(explorer):
    preset = explorer.guide.presets["tail_g1"].profile
    explorer.flowchart.codes = explorer.guide.space.codes(preset)
    assert explorer.profile == chosen(explorer) == preset
    explorer.flowchart.view = "map"
    assert explorer.view == "map"
    explorer.view = "landscape"
    assert explorer.flowchart.view == "landscape"


def test_a_second_profile_is_its_own(explorer):
    known = {**explorer.guide.assumed, "extent": "metastatic", "grade": "G2"}
    explorer.profile = known
    explorer.view = "compare"
    space = explorer.guide.space
    explorer.flowchart.other = space.codes(known)
    assert explorer.other.profile == known
    explorer.other.profile = {**known, "prior_ssa": "yes"}
    assert explorer.flowchart.other == space.codes({**known, "prior_ssa": "yes"})
    assert explorer.profile == known
    assert explorer.other.pathway.status != explorer.pathway.status
    with pytest.raises(ProfileError, match="cannot occur"):
        explorer.other.profile = {"liver": "small", "extent": "localized"}
    assert explorer.other.profile == {**known, "prior_ssa": "yes"}


@pytest.fixture
def several():
    """An explorer with several guides to choose from."""
    explorer = pnet_paths.explore()
    yield explorer
    explorer.close()


def test_other_guides_are_sent_when_sources_are_shown_first(several):
    chart = several.flowchart
    assert chart.sources["titles"] == [name for name, _ in several.guides.options]
    assert chart.documents == []
    several.view = "sources"
    assert chart.view == "sources"
    own, other = chart.documents
    assert own is chart.document, "sent to the page once"
    several.guides.index = 1
    assert several.view == several.flowchart.view == "sources"
    assert several.flowchart.document is other, "sent to the page once"
    assert several.flowchart.documents == [own, other]


def test_the_click_on_sources_brings_the_other_guides(several):
    several.flowchart.set_state({"view": "sources"})
    assert several.view == "sources"
    assert len(several.flowchart.documents) == 2


def test_what_does_not_go_along_to_another_guide_is_said(several):
    assert several.left_behind.layout.display == "none", "it takes no room"
    several.profile = {"grade": "G2", "extent": "metastatic", "sstr": "positive"}
    several.guides.index = 1
    assert several.left_behind.value == (
        "Not taken along, as NCI's PDQ (2025) has no certain equivalent: grade and receptors."
    )
    assert several.left_behind.layout.display is None
    assert several.profile["extent"] == "metastatic"
    several.guides.index = 0
    assert (several.left_behind.value, several.left_behind.layout.display) == ("", "none")


@pytest.mark.parametrize("guide", ["a guide", "a folder"])
def test_without_another_guide_there_is_no_view_of_sources(guide, folder):
    explorer = pnet_paths.explore(the_toy() if guide == "a guide" else folder)
    assert explorer.flowchart.sources is None
    with pytest.raises(traitlets.TraitError, match="no other guide to compare with"):
        explorer.view = "sources"
    assert explorer.view == explorer.flowchart.view == "path"


def test_a_guide_that_is_not_compared_leaves_the_view_of_sources(several):
    several.view = "sources"
    several.set_guide(the_toy())
    assert several.view == several.flowchart.view == "path"


def test_the_page_is_told_of_the_profile_and_of_nothing_that_follows_from_it(explorer):
    explorer.profile = {"extent": "metastatic", "grade": "G2"}
    space = explorer.guide.space
    assert explorer.flowchart.codes == space.codes(explorer.profile)
    two = pnet_paths.explore(explorer.guide)
    assert two.flowchart.document is explorer.flowchart.document, "sent to the page once"
    assert two.flowchart.engine is explorer.flowchart.engine


def test_a_notebook_that_saves_its_widgets_saves_graphviz(explorer):
    """JupyterLab loses bytes, and the drawing could not follow where it is opened again."""
    state = ipywidgets.Widget.get_manager_state()["state"]
    engine = state[explorer.flowchart.engine.model_id]["state"]["value"]
    assert gzip.decompress(b64decode(engine)).decode() == engine_source()


def test_without_graphviz_the_page_draws_alone(guide, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", "")
    assert pnet_paths.explore(guide).flowchart.drawing["svg"] == ""


def test_many_changes_do_not_grow_the_kernels_memory(explorer):
    explorer.profile = explorer.guide.cases["years_later"].scenes[-1].profile
    draw = random.Random(0)
    names = size(["grade", "differentiation", "liver"], list(levels()))

    def change(times):
        for _ in range(times):
            name = draw.choice(names)
            explorer.controls[name].value = draw.choice(["", *levels()[name]])
        gc.collect()

    change(size(50, 600))  # until what is kept of conflicts is full
    tracemalloc.start()
    change(size(20, 500))
    before = tracemalloc.get_traced_memory()[0]
    change(size(50, 1000))
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert grown < 500_000, "20 kB a change when every conflict was kept"


def living():
    """How many widgets the kernel keeps."""
    return len(ipywidgets.Widget.get_manager_state()["state"])


def test_compared_guides_leave_no_widget_behind():
    pnet_paths.explore().close()  # what all explorers share stays
    before = living()
    explorer = pnet_paths.explore()
    explorer.view = "sources"
    explorer.guides.index = 1
    explorer.close()
    assert living() == before


def test_another_guide_leaves_no_widget_behind(tmp_path):
    """Each save of a table would otherwise add some dozens to the kernel."""
    folder = start_guide(tmp_path / "mine", packaged_folder("example-toy"))
    pnet_paths.explore(folder).close()  # what all explorers share stays
    before = living()
    explorer = pnet_paths.explore(folder)
    explorer.view = "compare"
    explorer.view = "path"
    live = part(explorer, "pp-live")
    live.reload()
    alive = living()
    for _ in range(3):
        live.reload()
    assert living() == alive
    explorer.close()
    assert live.comm is None
    assert living() == before
