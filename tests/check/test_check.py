"""What check finds: equal to brute force on random guides."""

from __future__ import annotations

import re
from itertools import combinations, product

from all_profiles import World, built, minimal, named
from hypothesis import given
from oracle import OFFERED
from sizes import examples
from strategies import guides

from pnet_paths.check import check
from pnet_paths.statuses import Strength

thorough = examples(15, 80)


@thorough
@given(guides())
def test_gaps_are_all_profiles_without_an_offer_and_no_others(frames):
    guide, world = built(frames), World(frames)
    everybody = {
        name
        for name in guide.treatments
        if all(answer[name] in OFFERED for answer in world.answers.values())
    }
    expected = {
        profile
        for profile, answer in world.answers.items()
        if not any(answer[name] in OFFERED for name in answer if name not in everybody)
    }
    found = [finding for finding in check(guide) if finding.code == "gap"]
    rows = frames["indications"].to_dict("records")
    offers = [row for row in rows if row["strength"] in OFFERED]
    if everybody and all(set(row["treatments"].split("|")) <= everybody for row in offers):
        assert found == [], "nothing was meant for some only"
        return
    union = set()
    for finding in found:
        region = world.matching(finding.when)
        assert region <= expected
        minimal(world, finding.witness, expected)
        union |= region
    assert union == expected


@thorough
@given(guides())
def test_groups_without_a_member_are_all_that_there_are(frames):
    guide, world = built(frames), World(frames)
    labels = {treatment.label: name for name, treatment in guide.treatments.items()}
    found = {}
    for finding in check(guide):
        if finding.code == "no-member" and finding.rows:
            name = labels[finding.sentence.partition(" is offered")[0]]
            region = world.matching(finding.when)
            found.setdefault(name, set()).update(region)
            for row in finding.rows:
                assert name in named(world.rows[row - 2])
                assert world.row(world.rows[row - 2]) & region
    expected = {}
    for profile, answer in world.answers.items():
        for name, status in answer.items():
            members = [other for other, group in world.oracle.treatments.items() if group == name]
            if members and status in OFFERED and not any(answer[m] in OFFERED for m in members):
                expected.setdefault(name, set()).add(profile)
    assert found == expected


@thorough
@given(guides())
def test_rows_are_dead_exactly_where_they_decide_nothing(frames):
    guide, world = built(frames), World(frames)
    found = {
        finding.rows[0]: finding.code
        for finding in check(guide)
        if finding.code in ("never", "hidden") and finding.file == "indications.csv"
    }
    deciding = {place for profile in world.answers for _, place in world.deciding(profile)}
    shown = {
        row.row
        for profile in world.answers
        for name in guide.treatments
        for row in guide.evaluate(dict(profile)).verdict(name).reasons
    }
    assert shown == {place + 2 for place in deciding}, "brute force knows what is shown"
    expected = {}
    for place, row in enumerate(world.rows):
        if not world.row(row):
            expected[place + 2] = "never"
        elif place not in deciding:
            expected[place + 2] = "hidden"
            fewer = World({**frames, "indications": frames["indications"].drop(index=place)})
            assert (fewer.answers, fewer.inferred) == (world.answers, world.inferred)
    assert found == expected


@thorough
@given(guides())
def test_what_hides_a_row_outweighs_it_wherever_it_holds(frames):
    guide, world = built(frames), World(frames)
    order = ["against", "later", "option", "usual", "ruled_out"]
    for finding in check(guide):
        if finding.code == "hidden" and finding.file == "indications.csv":
            row = world.rows[finding.rows[0] - 2]
            by = [world.rows[int(n) - 2] for n in re.findall(r"row (\d+)", finding.sentence)]
            if row["strength"] == "waits":
                offered = {p for p in world.row(row) if any_offered(world, p, named(row))}
                assert not offered
                continue
            assert world.row(row) <= set().union(*map(world.row, by))
            assert all(order.index(b["strength"]) > order.index(row["strength"]) for b in by)


def any_offered(world, profile, names):
    return any(world.answers[profile][name] in OFFERED for name in names)


@thorough
@given(guides())
def test_contradictions_are_all_pairs_that_meet(frames):
    guide, world = built(frames), World(frames)
    found = {}
    for finding in check(guide):
        if finding.code == "contradiction":
            found[tuple(finding.rows)] = finding.severity, world.matching(finding.when)
    expected = {}
    for name in guide.treatments:
        for i, j in product(world.own(name), repeat=2):
            offer, no = world.rows[i], world.rows[j]
            both = world.row(offer) & world.row(no)
            if offer["strength"] in OFFERED and Strength(no["strength"]).says_no and both:
                expected[tuple(sorted((i + 2, j + 2)))] = severity(world, offer, no), both
    assert found == expected


def severity(world, offer, no):
    """A row that rules out is meant so, unless it is ours; a no that holds beyond, too."""
    if no["strength"] == "ruled_out":
        mine = (offer["basis"], no["basis"]) == ("stated", "inferred")
        return "warning" if mine else "note"

    def within(name):
        mine, other = (set(row[name].split("|")) - {""} for row in (offer, no))
        return not other or (mine and mine <= other)

    cells = [
        set(filter(None, row[name].split("|"))) for row in (offer, no) for name in world.levels
    ]
    same = cells[: len(cells) // 2] == cells[len(cells) // 2 :]
    return "note" if all(map(within, world.levels)) and not same else "warning"


@thorough
@given(guides())
def test_a_contradiction_says_what_counts_for_its_witness(frames):
    guide = built(frames)
    labels = {treatment.label: name for name, treatment in guide.treatments.items()}
    for finding in check(guide):
        if finding.code == "contradiction":
            told, counts = re.fullmatch(r'For (.*?) ".*; (.*)\.', finding.sentence).groups()
            status = guide.evaluate(finding.witness).status
            for label in re.split(", | and ", told):
                if status[labels[label]] == "depends":
                    assert counts == "more facts decide which counts"
                else:
                    assert counts == f"{status[labels[label]].word} counts"


@thorough
@given(guides())
def test_levels_are_alike_exactly_where_swapping_them_changes_nothing(frames):
    guide, world = built(frames), World(frames)
    found = check(guide)
    idle = {f.rows[0] for f in found if f.code == "idle-factor"}
    same = {
        (name, level)
        for f in found
        if f.code == "same-levels"
        for row in f.rows
        for name, level in [tuple(frames["levels"].loc[row - 2, ["factor", "level"]])]
    }
    for place, (name, levels) in enumerate(world.levels.items()):
        alike = {
            level
            for a, b in combinations(levels, 2)
            if swapped(world, name, a) == swapped(world, name, b)
            for level in (a, b)
        }
        if len(alike) == len(levels) and all(
            swapped(world, name, levels[0]) == swapped(world, name, level) for level in levels
        ):
            assert place + 2 in idle
        else:
            assert place + 2 not in idle
            assert {level for factor, level in same if factor == name} == alike


def swapped(world, name, level):
    """The answers to the profiles with a level and the rows behind, by the rest of the profile."""
    return {
        profile - {(name, level)}: (answer, world.deciding(profile))
        for profile, answer in world.answers.items()
        if (name, level) in profile
    }
