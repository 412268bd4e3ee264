"""What check finds: equal to brute force on random guides, and each defect with its witness."""

from __future__ import annotations

import json
import re
from itertools import combinations, product

import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from oracle import OFFERED, Oracle, every_profile
from strategies import guides, tables

import pnet_paths
from pnet_paths import Guide, GuideError
from pnet_paths.check import check, check_folder
from pnet_paths.pathway import word
from pnet_paths.statuses import AGAINST
from pnet_paths.tables import packaged_folder

TOY = pnet_paths.load_guide(packaged_folder("example-toy"))
thorough = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def built(frames):
    try:
        return Guide(frames)
    except GuideError as error:
        assume("leave no profile" not in str(error))
        raise


class World:
    """Every complete profile of a random guide that can occur, with its statuses."""

    def __init__(self, frames):
        self.frames, self.oracle = frames, Oracle(frames)
        self.levels = self.oracle.levels
        self.rows = frames["indications"].to_dict("records")
        self.answers, self.inferred = {}, {}
        for profile in every_profile(self.levels):
            found = self.oracle.answers(profile)
            if found is not None:
                key = frozenset(profile.items())
                self.answers[key] = {name: status for name, (status, *_) in found.items()}
                self.inferred[key] = {name: each[-1] for name, each in found.items()}

    def matching(self, when):
        """The profiles that meet conditions, given as cells or as sets of levels."""
        sets = {n: set(v.split("|") if isinstance(v, str) else v) for n, v in when.items() if v}
        return {
            profile
            for profile in self.answers
            if all(dict(profile)[name] in levels for name, levels in sets.items())
        }

    def row(self, row):
        return self.matching({name: row[name] for name in self.levels})

    def own(self, treatment):
        """The places of the rows that name a treatment, or rule out a group of it."""
        return [
            place
            for place, row in enumerate(self.rows)
            if treatment in named(row)
            or (row["strength"] == "ruled_out" and self.groups(treatment) & named(row))
        ]

    def groups(self, treatment):
        found = set()
        while treatment := self.oracle.treatments[treatment]:
            found.add(treatment)
        return found

    def deciding(self, profile):
        """The pairs of a treatment and the place of a row that decides it, as the contract says."""
        matching = {i for i, row in enumerate(self.rows) if fits(row, profile, self.levels)}
        found = set()
        for name, status in self.answers[profile].items():
            own = matching.intersection(self.own(name))
            barred = {i for i in own if self.rows[i]["strength"] == "ruled_out"}
            strength = "ruled_out" if barred else status
            found |= {(name, i) for i in own if self.rows[i]["strength"] == strength}
        for name, i in list(found):  # a member's offer decides its groups where it is theirs
            if self.rows[i]["strength"] in OFFERED:
                status = self.answers[profile]
                for group in self.chain(name):
                    if status[group] != self.rows[i]["strength"]:
                        break
                    found.add((group, i))
        return found

    def chain(self, treatment):
        while treatment := self.oracle.treatments[treatment]:
            yield treatment


def named(row):
    return set(row["treatments"].split("|"))


def fits(row, profile, levels):
    facts = dict(profile)
    return all(not row[name] or facts[name] in row[name].split("|") for name in levels)


def minimal(world, witness, region):
    """Whether all completions are in a region, and no fact can be left out."""
    inside = world.matching({name: [level] for name, level in witness.items()})
    assert inside, "the witness can occur"
    assert inside <= region
    for name in witness:
        rest = {other: [level] for other, level in witness.items() if other != name}
        assert not world.matching(rest) <= region, f"{name} could be spared"


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
        for row in guide.evaluate(dict(profile)).reasons(name)
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
            assert world.row(row) <= set().union(*map(world.row, by))
            assert all(order.index(b["strength"]) > order.index(row["strength"]) for b in by)


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
            if offer["strength"] in OFFERED and no["strength"] in AGAINST and both:
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

    cells = [set(filter(None, row[name].split("|"))) for row in (offer, no) for name in world.levels]
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
                    assert counts == f"{word(status[labels[label]])} counts"


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


# -- the packaged guides ------------------------------------------------------------------------


def test_the_toy_guide_is_clean():
    assert list(TOY.check()) == []
    assert str(TOY.check()) == "Nothing was found."


def test_what_is_left_in_the_packaged_guide_is_explained(guide):
    found = guide.check()
    assert {f.code for f in found if f.severity == "warning"} == {"gap", "no-member"}
    for finding in found:
        if finding.code == "gap":
            assert finding.witness["extent"] == "localized"
            assert finding.witness["resectability"] == "unresectable"
            known = guide.evaluate(finding.witness).status
            offered = {name for name, status in known.items() if status in OFFERED}
            assert offered == {"supportive_care", "clinical_trial"}
        if finding.code == "no-member":
            pathway = guide.evaluate(finding.witness)
            assert pathway.status["surgery"] in OFFERED
            assert not any(pathway.status[m.id] in OFFERED for m in guide.members("surgery"))


# -- seeded defects -----------------------------------------------------------------------------


def with_rows(table, *rows, drop=()):
    """The toy guide with rows more, or fewer (by index), in a table."""
    frame = TOY.tables[table].drop(index=list(drop))
    cited = {"source": "book", "section": "Looking"}
    new = pd.DataFrame([{**dict.fromkeys(frame.columns, ""), **cited, **row} for row in rows])
    return TOY.with_tables(**{table: pd.concat([frame, new], ignore_index=True)})


def changed(table, row, **cells):
    frame = TOY.tables[table]
    for column, text in cells.items():
        frame.loc[row, column] = text
    return TOY.with_tables(**{table: frame})


INDICATION = {"why": "Because.", "basis": "stated"}
ARROW = {"kind": "answer", "basis": "stated"}
DEFECTS = [
    (
        "gap",
        TOY.with_tables(indications=TOY.tables["indications"].drop(index=[0, 4])),
        (),
        {"color": "pale", "days": "few", "molting": "no"},
    ),
    (
        "no-member",
        with_rows(
            "indications",
            {
                "indication": "x",
                "treatments": "socks",
                "strength": "option",
                "color": "pale",
                "spread": "one_foot",
                **INDICATION,
            },
        ),
        (11,),
        {"color": "pale"},
    ),
    (
        "never",
        with_rows(
            "indications",
            {
                "indication": "x",
                "treatments": "salve",
                "strength": "usual",
                "color": "pale",
                "spread": "both_feet",
                **INDICATION,
            },
        ),
        (11,),
        {"spread": "both_feet", "color": "pale"},
    ),
    (
        "hidden",
        with_rows(
            "indications",
            {
                "indication": "x",
                "treatments": "wool_socks",
                "strength": "later",
                "spread": "both_feet",
                "days": "many",
                **INDICATION,
            },
        ),
        (11,),
        {"spread": "both_feet", "days": "many"},
    ),
    (
        "contradiction",
        with_rows(
            "indications",
            {
                "indication": "x",
                "treatments": "wool_socks",
                "strength": "against",
                "label": "not here",
                "days": "many",
                **INDICATION,
            },
        ),
        (4, 11),
        {"spread": "both_feet", "days": "many"},
    ),
    (
        "idle-factor",
        TOY.with_tables(
            indications=TOY.tables["indications"].assign(days=""),
            steps=TOY.tables["steps"].assign(days=""),
        ),
        (4,),
        {},
    ),
    (
        "same-levels",
        TOY.with_tables(
            levels=pd.concat(
                [
                    TOY.tables["levels"],
                    TOY.tables["levels"].iloc[[3]].assign(level="navy", label="navy", place="3"),
                ],
                ignore_index=True,
            ),
            indications=TOY.tables["indications"].replace({"color": {"deep": "deep|navy"}}),
        ),
        (5, 10),
        {"color": "deep"},
    ),
    (
        "closed-level",
        with_rows(
            "impossible",
            {"spread": "one_foot", "molting": "yes", "reason": "Not on one foot."},
            {"spread": "both_feet", "molting": "yes", "reason": "Not on both."},
        ),
        (3, 4),
        {"molting": "yes"},
    ),
    (
        "hidden",
        with_rows(
            "impossible",
            {"spread": "both_feet", "color": "pale", "days": "few", "reason": "Again."},
        ),
        (3,),
        {"spread": "both_feet", "color": "pale", "days": "few"},
    ),
    (
        "apart",
        with_rows("steps", {"from": "wool_socks", "to": "silk_socks", "label": "both", **ARROW}),
        (8,),
        {},
    ),
    (
        "unnamed",
        with_rows(
            "treatments",
            {
                "treatment": "hat",
                "label": "Hat",
                "kind": "garment",
                "member_of": "socks",
                "summary": "It sits on the head.",
            },
        ),
        (8,),
        {},
    ),
    ("unreached", TOY.with_tables(steps=TOY.tables["steps"].drop(index=[0])), (2,), None),
    ("unreached", TOY.with_tables(steps=TOY.tables["steps"].drop(index=[4])), (7,), {}),
    (
        "circle",
        with_rows("steps", {"from": "salve", "to": "waiting", "label": "back", **ARROW}),
        (4, 8),
        {},
    ),
    ("twice", with_rows("steps", dict(TOY.tables["steps"].iloc[3])), (5, 8), {}),
    ("twice", with_rows("indications", dict(TOY.tables["indications"].iloc[3]) | {"indication": "x"}), (5, 11), {}),
    ("twice", changed("treatments", 2, also_form_of="socks"), (4,), {}),
    ("twice", changed("treatments", 2, also_form_of="wool_socks"), (4,), {}),
    ("no-words", changed("indications", 7, label=""), (9,), {}),
    (
        "stated-arrow",
        changed("indications", 3, basis="inferred"),
        (3,),
        {"spread": "one_foot", "color": "deep"},
    ),
    (
        "silence",
        TOY.with_tables(indications=TOY.tables["indications"].drop(index=[7]), steps=TOY.tables["steps"].drop(index=[3, 5])),
        (6, 7),
        {"days": "many", "molting": "yes"},
    ),
    ("twice", changed("treatments", 3, label="Wool socks"), (4, 5), {}),
    ("twice", changed("treatments", 5, drawn="3.1"), (6, 7), {}),
    ("no-place", changed("treatments", 4, drawn=""), (6,), {}),
    (
        "circle",
        with_rows("steps", {"from": "salve", "to": "salve", "label": "again", **ARROW}),
        (8,),
        {},
    ),
    (
        "only-later",
        changed("indications", 0, days="many"),
        (),
        {"color": "pale", "days": "few", "molting": "no"},
    ),
    ("no-definition", changed("factors", 0, help=""), (2,), {}),
    ("no-section", changed("cases", 0, section=""), (2,), {}),
    ("no-term", changed("indications", 2, why="See the WSG first."), (4,), {}),
    ("no-term", changed("indications", 2, why="After a flipperectomy."), (4,), {}),
    (
        "story",
        changed("cases", 0, story="Pip wears warm socks."),
        (2,),
        {"spread": "one_foot", "color": "pale", "days": "few"},
    ),
]


@pytest.mark.parametrize(("code", "guide", "rows", "witness"), DEFECTS)
def test_each_defect_is_found_with_its_rows_and_witness(code, guide, rows, witness):
    found = [finding for finding in guide.check() if finding.code == code]
    assert len(found) == 1, guide.check()
    assert found[0].rows == rows
    assert witness is None or dict(found[0].witness) == witness


def test_a_broken_folder_is_a_finding_too(folder):
    table = folder / "indications.csv"
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text(rows[0] + rows[1].replace(",usual,", ",usuall,") + "".join(rows[2:]))
    (found,) = check_folder(folder)
    assert (found.code, found.severity) == ("table", "error")
    assert (found.file, found.rows) == ("indications.csv", (2,))
    assert "did you mean usual?" in found.sentence


# -- on the command line --------------------------------------------------------------------------


def test_check_on_the_command_line(run, printed, tmp_path):
    toy = tmp_path / "mine"
    printed("new", toy, "--from", "example-toy")
    assert printed("check", toy) == b"Nothing was found.\n"
    table = toy / "indications.csv"
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text(
        "".join(row for row in rows if not row.startswith(("waiting_p", "salve_later")))
    )
    status, out, complaints = run("check", toy)
    assert (status, complaints) == (1, [])
    assert b"Shown by: color=pale days=few molting=no\n" in out
    status, out, _ = run("check", toy, "--format", "json")
    gap = next(found for found in json.loads(out) if found["code"] == "gap")
    assert gap["witness"] == {"color": "pale", "days": "few", "molting": "no"}
    witness = [f"{name}={level}" for name, level in gap["witness"].items()]
    shown = printed("show", "--guide", toy, *witness).decode()
    assert "Not named here: Waiting, Warm socks and Krill salve." in shown


def test_new_makes_tables_with_comments_that_are_not_read(run, printed, refused, tmp_path):
    folder = tmp_path / "new"
    printed("new", folder)
    assert (folder / "indications.csv").read_text(encoding="utf-8").count("\n# ") >= 1
    status, out, _ = run("check", folder)
    assert status == 1
    assert out.decode().splitlines()[-1] == "4 errors."
    assert "not empty" in refused("new", folder)


def test_new_leaves_the_guide_that_it_copies_as_it_is(printed, folder, tmp_path):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    printed("new", tmp_path / "copy", "--from", folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert {path.name for path in (tmp_path / "copy").iterdir()} == set(before)


def test_a_complete_decision_table_has_no_gap_and_each_deleted_row_leaves_exactly_its_own():
    """One row for each combination, as published decision tables are."""
    factors = {"f0": ["a", "b"], "f1": ["a", "b", "c"], "f2": ["a", "b"]}
    outcomes = dict.fromkeys(["t0", "t1", "t2"], "")
    rows = [
        {"indication": f"i{k}", "treatments": f"t{k % 3}", "strength": "usual", **profile}
        for k, profile in enumerate(every_profile(factors))
    ]
    assert not [f for f in Guide(tables(factors, outcomes, rows, [])).check() if f.code == "gap"]
    for k, row in enumerate(rows):
        fewer = Guide(tables(factors, outcomes, rows[:k] + rows[k + 1 :], []))
        (gap,) = [finding for finding in fewer.check() if finding.code == "gap"]
        assert dict(gap.witness) == {name: row[name] for name in factors}
        assert {name: set(levels) for name, levels in gap.when.items()} == {
            name: {row[name]} for name in factors
        }


def test_rows_with_equal_texts_are_told_apart():
    guide = with_rows(
        "impossible",
        {"spread": "both_feet", "color": "pale", "days": "few", "reason": "Again."},
        {"spread": "both_feet", "color": "pale", "days": "many", "reason": "Again."},
    )
    hidden = [f.rows for f in guide.check() if f.file == "impossible.csv"]
    assert hidden == [(2,), (3,), (4,)], "the first one by the other two together"
    arrow = {"from": "wool_socks", "to": "silk_socks", "label": "both", **ARROW}
    guide = with_rows("steps", {**arrow, "color": "pale"}, {**arrow, "color": "deep"})
    assert [f.rows for f in guide.check() if f.code == "apart"] == [(8,), (9,)]


def test_more_gaps_than_are_told_are_not_passed_over():
    """27 profiles, any two of which differ in two facts or more: 27 gaps."""
    factors = {f"f{i}": ["a", "b", "c"] for i in range(4)}
    every = every_profile(factors)
    kept = [p for p in every if sum("abc".index(level) for level in p.values()) % 3]
    rows = [
        {"indication": f"i{k}", "treatments": "t0", "strength": "usual", **profile}
        for k, profile in enumerate(kept)
    ]
    guide = Guide(tables(factors, {"t0": ""}, rows, []))
    gaps = [finding for finding in guide.check() if finding.code == "gap"]
    assert len(gaps) == 21
    assert "There are more such profiles." in [gap.sentence for gap in gaps]


def test_without_any_row_everything_is_a_gap():
    guide = TOY.with_tables(indications=TOY.tables["indications"].iloc[:0])
    (gap,) = [finding for finding in guide.check() if finding.code == "gap"]
    assert gap.sentence == "Nothing is offered whatever the profile."


def test_a_folder_that_is_none_is_one_line_and_status_2(refused, tmp_path):
    assert "no such folder" in refused("check", tmp_path / "nothing")
    assert "holds no CSV file" in refused("check", tmp_path)


def test_what_counts_is_what_the_guide_answers_there():
    """Two rows contradict each other, and a third one outweighs both."""
    guide = with_rows(
        "indications",
        {
            "indication": "x",
            "treatments": "salve",
            "strength": "against",
                "label": "not here",
            "days": "many",
            "molting": "no",
            **INDICATION,
        },
    )
    for finding in guide.check():
        if finding.code == "contradiction":
            status = guide.evaluate(finding.witness).status["salve"]
            assert f"; {status} counts." in finding.sentence
            assert finding.severity == "warning"
