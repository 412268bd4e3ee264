"""What check finds in the packaged guides and in seeded defects, and on the command line."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from oracle import OFFERED, every_profile
from strategies import tables

import pnet_paths
from pnet_paths import Guide
from pnet_paths.check import check_folder
from pnet_paths.tables.folder import packaged_folder

TOY = pnet_paths.load_guide(packaged_folder("example-toy"))


# -- the packaged guides ------------------------------------------------------------------------


def test_the_toy_guide_is_clean():
    assert list(TOY.check()) == []
    assert str(TOY.check()) == "No problems found."


def test_what_is_left_in_the_packaged_guide_is_explained(guide):
    """Each warning is a silence of the source, listed in CONTRIBUTING."""
    found = guide.check()
    assert {f.code for f in found if f.severity == "warning"} == {"gap", "no-member"}
    assert {f.code for f in found if f.severity == "note"} <= {
        *("contradiction", "same-levels", "silence", "story")
    }
    (gap,) = [f for f in found if f.code == "gap"]
    assert dict(gap.witness) == {"grade": "G3", "removed": "yes"}
    groups = set()
    for finding in found:
        if finding.code == "no-member":
            status = guide.evaluate(finding.witness).status
            (group,) = [
                group.id
                for group in guide.groups
                if finding.sentence.startswith(f"{group.label} is offered")
            ]
            assert status[group] in OFFERED
            assert not any(status[m.id] in OFFERED for m in guide.members(group))
            groups.add(group)
    assert groups == {"surgery", "radiation"}
    ends = {
        (f.sentence.partition(":")[0], name)
        for f in found
        if f.code == "silence"
        for name in ("symptoms", "removed")
        if f" {name}=" in f.sentence
    }
    assert ends == {
        ("Somatostatin analogs", "symptoms"),
        ("Chemotherapy", "removed"),
        ("Targeted therapy", "removed"),
    }


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
    (
        "twice",
        with_rows("indications", dict(TOY.tables["indications"].iloc[3]) | {"indication": "x"}),
        (5, 11),
        {},
    ),
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
        TOY.with_tables(
            indications=TOY.tables["indications"].drop(index=[7]),
            steps=TOY.tables["steps"].drop(index=[3, 5]),
        ),
        (6,),
        {"color": "pale", "days": "few", "molting": "yes"},
    ),
    ("twice", changed("treatments", 3, label="Wool socks"), (4, 5), {}),
    ("twice", changed("treatments", 5, rank="3", position="1"), (6, 7), {}),
    ("no-place", changed("treatments", 4, rank="", position=""), (6,), {}),
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
    assert printed("check", toy) == b"No problems found.\n"
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
