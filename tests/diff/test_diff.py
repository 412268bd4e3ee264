"""What differs between two guides: exact on random ones, and nothing where nothing does."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from all_profiles import World, built, minimal
from hypothesis import given
from hypothesis import strategies as st
from sizes import examples
from strategies import BASES, STRENGTHS, guides

import pnet_paths
from pnet_paths import GuideError, PnetPathsError

thorough = examples(12, 60)


@thorough
@given(guides(), st.data())
def test_changes_of_statuses_are_exactly_those_of_brute_force(frames, data):
    before, world = built(frames), World(frames)
    rows = frames["indications"].copy()
    if rows.empty:
        return
    place = data.draw(st.sampled_from(list(rows.index)))
    what = data.draw(st.sampled_from(["row", "condition", "strength", "basis", "words"]))
    if what == "row":
        rows = rows.drop(index=place)
    elif what == "strength":
        rows.loc[place, "strength"] = data.draw(st.sampled_from(STRENGTHS))
    elif what == "basis":
        rows.loc[place, "basis"] = data.draw(st.sampled_from(BASES))
        rows.loc[place, "inferred_facts"] = ""
    elif what == "words":
        rows.loc[place, "label"] = data.draw(st.sampled_from(["", "seldom", "often", "now"]))
        rows.loc[place, "mark"] = data.draw(st.sampled_from(["", "at last"]))
    else:
        name = data.draw(st.sampled_from(sorted(world.levels)))
        rows.loc[place, "inferred_facts"] = ""
        rows.loc[place, name] = data.draw(st.sampled_from(["", *world.levels[name]]))
    after = {**frames, "indications": rows}
    other = World(after)
    found = before.diff(built(after))
    assert found.complete
    expected = {}
    for profile, answer in world.answers.items():
        for name in answer:
            was, now = (outcome(each, profile, name) for each in (world, other))
            if was != now:
                expected.setdefault((name, *was, *now), set()).add(profile)
    union = {}
    for change in found.statuses:
        key = (change.treatment, change.a, change.basis_a, change.b, change.basis_b)
        region = world.matching(change.when)
        assert region <= expected[key]
        minimal(world, change.witness, region)
        union.setdefault(key, set()).update(region)
    assert union == expected
    assert told_in_one(found, world) == told_in_one_by_brute_force(world, other)


def told_in_one(found, world):
    """By treatment and text the profiles for which only one of the guides says it."""
    union = {}
    for change in found.remarks:
        region = world.matching(change.when)
        minimal(world, change.witness, region)
        key = (change.treatment, change.text, change.only_in)
        union.setdefault(key, set()).update(region)
    return union


def told_in_one_by_brute_force(world, other):
    expected = {}
    for profile, answer in world.answers.items():
        for name in answer:
            if outcome(world, profile, name) == outcome(other, profile, name):
                a, b = (each.statement(profile, name) for each in (world, other))
                for text in a ^ b:
                    key = (name, text, "a" if text in a else "b")
                    expected.setdefault(key, set()).add(profile)
    return expected


def outcome(world, profile, name):
    """A status and what it rests on."""
    status, inferred = world.answers[profile][name], world.inferred[profile][name]
    return status, "" if status == "not_named" else "inferred" if inferred else "stated"


@thorough
@given(guides(), st.randoms())
def test_guides_that_are_merely_reordered_say_the_same(frames, random):
    def shuffled(frame):
        order = list(range(len(frame)))
        random.shuffle(order)
        return frame.iloc[order].reset_index(drop=True)

    again = {name: shuffled(frame) for name, frame in frames.items()}
    found = built(frames).diff(built(again))
    assert not found
    assert found.sentences == ("The two guides say the same.",)


def test_the_packaged_guide_does_not_differ_from_itself(guide):
    found = guide.diff(guide)
    assert (found.rows, found.statuses, bool(found)) == ((), (), False)


def test_rows_of_all_tables_are_told(guide):
    words = guide.tables["glossary"]
    words.loc[words["term"] == "grade", "definition"] = "Something else."
    found = guide.diff(guide.with_tables(glossary=words.iloc[:-1]))
    assert {(change.what, change.table) for change in found.rows} == {
        ("changed", "glossary"),
        ("removed", "glossary"),
    }
    assert found.statuses == ()


def test_levels_and_combinations_that_only_one_guide_knows(toy_guide):
    levels = toy_guide.tables["levels"]
    navy = levels.iloc[[3]].assign(level="navy", label="navy", phrase="is navy", place="3")
    richer = toy_guide.with_tables(levels=pd.concat([levels, navy], ignore_index=True))
    found = toy_guide.diff(richer)
    (change,) = [change for change in found.statuses if not change.treatment]
    assert dict(change.witness) == {"color": "navy"}
    assert "Only in the second guide can it occur that bluefoot is navy." in str(found)
    back = richer.diff(toy_guide)
    assert "Only in the first guide can it occur that bluefoot is navy." in str(back)
    freer = toy_guide.with_tables(impossible=toy_guide.tables["impossible"].iloc[:0])
    (change,) = [change for change in toy_guide.diff(freer).statuses if not change.treatment]
    assert dict(change.witness) == {"spread": "both_feet", "color": "pale"}


def test_two_drawings_show_the_first_change(toy_guide):
    rows = toy_guide.tables["indications"]
    rows.loc[2, "strength"] = "option"
    found = toy_guide.diff(toy_guide.with_tables(indications=rows))
    assert found._repr_html_().count("<img") == 2
    assert "First guide" in found._repr_html_()
    marked = toy_guide.evaluate({"spread": "both_feet"}).to_svg(differs=["socks", "wool_socks"])
    assert marked.count("\u2260") == 2


@pytest.mark.parametrize("other", [None, "example-toy", {"extent": "metastatic"}])
def test_a_diff_is_made_with_a_guide(other, toy_guide):
    with pytest.raises(PnetPathsError, match="is not a guide; read one with load_guide"):
        toy_guide.diff(other)


def test_diff_on_the_command_line(run, printed, refused, tmp_path):
    printed("new", tmp_path / "a", "--from", "example-toy")
    assert printed("diff", "example-toy", tmp_path / "a") == b"The two guides say the same.\n"
    table = tmp_path / "a" / "indications.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("wool_socks,usual", "wool_socks,option")
    )
    status, out, complaints = run("diff", "example-toy", tmp_path / "a")
    assert (status, complaints) == (1, [])
    assert (
        b"Wool socks: usual > option, if bluefoot is on both feet. Shown by: spread=both_feet"
        in out
    )
    status, out, _ = run("diff", "example-toy", tmp_path / "a", "--format", "json")
    changes = json.loads(out)["statuses"]
    assert {change["treatment"] for change in changes} == {"socks", "wool_socks"}
    assert "no such folder" in refused("diff", "example-toy", tmp_path / "nothing")


def test_a_guide_that_cannot_be_loaded_is_no_side_of_a_diff(guide, folder):
    (folder / "levels.csv").unlink()
    with pytest.raises(GuideError):
        guide.diff(pnet_paths.load_guide(folder))


def test_rows_without_an_id_are_told_apart_by_all_they_say(toy_guide):
    """A step under one condition is not the same as under another of the same word."""
    steps = toy_guide.tables["steps"]
    more = pd.concat(
        [steps, steps.iloc[[3]].assign(spread="both_feet"), steps.iloc[[3]].assign(color="deep")],
        ignore_index=True,
    )
    guide = toy_guide.with_tables(steps=more)
    found = guide.diff(toy_guide.with_tables(steps=more.iloc[:-1]))
    assert [(change.table, change.what) for change in found.rows] == [("steps", "removed")]


def test_a_treatment_of_one_guide_alone_is_said_to_be_so(toy_guide):
    fewer = toy_guide.with_tables(
        treatments=toy_guide.tables["treatments"].query("treatment != 'singing'"),
        indications=toy_guide.tables["indications"].query("treatments != 'singing'"),
        steps=toy_guide.tables["steps"].query("to != 'singing'"),
        combinations=toy_guide.tables["combinations"].query("combination != 'singing_along'"),
    )
    told = str(toy_guide.diff(fewer))
    assert "Singing: usual > not in the guide, always." in told
    assert "Singing: not in the guide > usual, always." in str(fewer.diff(toy_guide))
