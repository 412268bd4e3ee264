"""Each condition of the packaged guide changed: a diff tells what that does, or it does nothing."""

from __future__ import annotations

import random
from itertools import islice

import pandas as pd
from sizes import size


def mutants(guide):
    """Each condition of each row deleted, widened and narrowed by one level."""
    rows = guide.tables["indications"]
    for place, row in rows.iterrows():
        for name, factor in guide.factors.items():
            has = [level for level in row[name].split("|") if level]
            if not has:
                continue
            others = [level.id for level in factor.levels if level.id not in has]
            yield place, name, ""
            if len(others) > 1:
                yield place, name, "|".join([*has, others[0]])
            if len(has) > 1:
                yield place, name, "|".join(has[1:])


def drawn_where_it_holds(guide, row, count):
    """Random complete profiles for which a row holds: no other can change with it."""
    draw = random.Random(row["indication"])
    levels = {
        name: row[name].split("|") if row[name] else [level.id for level in factor.levels]
        for name, factor in guide.factors.items()
    }
    return pd.DataFrame({name: draw.choices(some, k=count) for name, some in levels.items()})


def test_mutants_are_told_apart_or_shown_to_be_the_same(guide):
    tried = same = 0
    for place, name, cell in islice(mutants(guide), 0, None, size(40, 4)):
        rows = guide.tables["indications"]
        rows.loc[place, name] = cell
        ours = rows.loc[place, "inferred_facts"].split("|")
        rows.loc[place, "inferred_facts"] = "|".join(each for each in ours if each != name or cell)
        other = guide.with_tables(indications=rows)
        found = guide.diff(other)
        assert found.rows, "the row itself has changed"
        tried += 1
        if found.statuses:
            assert_shown(guide, other, found.statuses[0])
        else:
            same += 1
            for row in (guide.tables["indications"].loc[place], rows.loc[place]):
                profiles = drawn_where_it_holds(guide, row, 3_000)
                before = guide.evaluate_frame(profiles)
                assert other.evaluate_frame(profiles).equals(before), (place, name, cell)
    assert tried > size(7, 80)
    # Many rows say removed=no where what they are about cannot have been removed anyway.
    assert same < tried / size(2, 3)


def assert_shown(guide, other, change):
    """The witness of a change of a status shows it."""
    before, after = (each.evaluate(change.witness) for each in (guide, other))
    name = change.treatment
    assert (before.status[name], before.basis[name]) == (change.a, change.basis_a)
    assert (after.status[name], after.basis[name]) == (change.b, change.basis_b)
