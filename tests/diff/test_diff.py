"""What differs between two guides: exact on random ones, and nothing where nothing does."""

from __future__ import annotations

import json
import random
from itertools import islice

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sizes import examples, size
from strategies import BASES, STRENGTHS, guides
from world import World, built, minimal

import pnet_paths
from pnet_paths import GuideError
from pnet_paths.tables.folder import packaged_folder

PACKAGED = pnet_paths.load_guide()
TOY = pnet_paths.load_guide(packaged_folder("example-toy"))
thorough = examples(12, 60)


@thorough
@given(guides(), st.data())
def test_changes_of_statuses_are_exactly_those_of_brute_force(frames, data):
    before, world = built(frames), World(frames)
    rows = frames["indications"].copy()
    if rows.empty:
        return
    place = data.draw(st.sampled_from(list(rows.index)))
    what = data.draw(st.sampled_from(["row", "condition", "strength", "basis"]))
    if what == "row":
        rows = rows.drop(index=place)
    elif what == "strength":
        rows.loc[place, "strength"] = data.draw(st.sampled_from(STRENGTHS))
    elif what == "basis":
        rows.loc[place, "basis"] = data.draw(st.sampled_from(BASES))
    else:
        name = data.draw(st.sampled_from(sorted(world.levels)))
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


def test_the_packaged_guide_does_not_differ_from_itself():
    found = PACKAGED.diff(PACKAGED)
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


def test_levels_and_combinations_that_only_one_guide_knows():
    levels = TOY.tables["levels"]
    navy = levels.iloc[[3]].assign(level="navy", label="navy", phrase="is navy", place="3")
    richer = TOY.with_tables(levels=pd.concat([levels, navy], ignore_index=True))
    found = TOY.diff(richer)
    (change,) = [change for change in found.statuses if not change.treatment]
    assert dict(change.witness) == {"color": "navy"}
    assert "Only in the second guide can it occur that bluefoot is navy." in str(found)
    back = richer.diff(TOY)
    assert "Only in the first guide can it occur that bluefoot is navy." in str(back)
    freer = TOY.with_tables(impossible=TOY.tables["impossible"].iloc[:0])
    (change,) = [change for change in TOY.diff(freer).statuses if not change.treatment]
    assert dict(change.witness) == {"spread": "both_feet", "color": "pale"}


def test_two_drawings_show_the_first_change():
    rows = TOY.tables["indications"]
    rows.loc[2, "strength"] = "option"
    found = TOY.diff(TOY.with_tables(indications=rows))
    assert found.drawings().count("<img") == 2
    assert "First guide" in found.drawings()
    marked = TOY.evaluate({"spread": "both_feet"}).to_svg(differs=["socks", "wool_socks"])
    assert marked.count("\u2260") == 2


# -- mutations of the packaged guide ------------------------------------------------------------


def mutants():
    """Each condition of each row deleted, widened and narrowed by one level."""
    rows = PACKAGED.tables["indications"]
    for place, row in rows.iterrows():
        for name, factor in PACKAGED.factors.items():
            has = [level for level in row[name].split("|") if level]
            if not has:
                continue
            others = [level.id for level in factor.levels if level.id not in has]
            yield place, name, ""
            if len(others) > 1:
                yield place, name, "|".join([*has, others[0]])
            if len(has) > 1:
                yield place, name, "|".join(has[1:])


def drawn_where_it_holds(row, count):
    """Random complete profiles for which a row holds: no other can change with it."""
    draw = random.Random(row["indication"])
    levels = {
        name: row[name].split("|") if row[name] else [level.id for level in factor.levels]
        for name, factor in PACKAGED.factors.items()
    }
    return pd.DataFrame({name: draw.choices(some, k=count) for name, some in levels.items()})


EVERY = size(25, 1)
"""Every so many of the mutants are tried."""


def test_mutants_are_told_apart_or_shown_to_be_the_same():
    tried = same = 0
    for place, name, cell in islice(mutants(), 0, None, EVERY):
        rows = PACKAGED.tables["indications"]
        rows.loc[place, name] = cell
        other = PACKAGED.with_tables(indications=rows)
        found = PACKAGED.diff(other)
        assert found.rows, "the row itself has changed"
        tried += 1
        if found.statuses:
            change = found.statuses[0]
            assert PACKAGED.evaluate(change.witness).status[change.treatment] == change.a
            assert other.evaluate(change.witness).status[change.treatment] == change.b
            assert PACKAGED.evaluate(change.witness).basis[change.treatment] == change.basis_a
            assert other.evaluate(change.witness).basis[change.treatment] == change.basis_b
        else:
            same += 1
            for row in (PACKAGED.tables["indications"].loc[place], rows.loc[place]):
                profiles = drawn_where_it_holds(row, 3_000)
                before = PACKAGED.evaluate_frame(profiles)
                assert other.evaluate_frame(profiles).equals(before), (place, name, cell)
    assert tried > size(10, 300)
    # Many rows say removed=no where what they are about cannot have been removed anyway.
    assert same < tried / size(2, 3)


# -- on the command line --------------------------------------------------------------------------


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


def test_a_guide_that_cannot_be_loaded_is_no_side_of_a_diff(folder):
    (folder / "levels.csv").unlink()
    with pytest.raises(GuideError):
        PACKAGED.diff(pnet_paths.load_guide(folder))


def test_rows_without_an_id_are_told_apart_by_all_they_say():
    """A step under one condition is not the same as under another of the same word."""
    steps = TOY.tables["steps"]
    more = pd.concat(
        [steps, steps.iloc[[3]].assign(spread="both_feet"), steps.iloc[[3]].assign(color="deep")],
        ignore_index=True,
    )
    guide = TOY.with_tables(steps=more)
    found = guide.diff(TOY.with_tables(steps=more.iloc[:-1]))
    assert [(change.table, change.what) for change in found.rows] == [("steps", "removed")]


def test_a_treatment_of_one_guide_alone_is_said_to_be_so():
    fewer = TOY.with_tables(
        treatments=TOY.tables["treatments"].query("treatment != 'singing'"),
        indications=TOY.tables["indications"].query("treatments != 'singing'"),
        steps=TOY.tables["steps"].query("to != 'singing'"),
        combinations=TOY.tables["combinations"].query("combination != 'singing_along'"),
    )
    told = str(TOY.diff(fewer))
    assert "Singing: usual > not in the guide, always." in told
    assert "Singing: not in the guide > usual, always." in str(fewer.diff(TOY))
