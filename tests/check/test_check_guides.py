"""What check finds in the packaged guides, in whole tables and in broken ones."""

from __future__ import annotations

import packaged
from defects import ARROW, INDICATION, with_rows
from oracle import OFFERED, every_profile
from strategies import tables

from pnet_paths import Guide
from pnet_paths.check import check_folder


def test_the_toy_guide_is_clean(toy_guide):
    assert list(toy_guide.check()) == []
    assert str(toy_guide.check()) == "No problems found."


def test_what_is_left_in_the_packaged_guide_is_explained(guide):
    """Each warning is a silence of the source, listed in docs/sources.md."""
    found = guide.check()
    assert {f.code for f in found if f.severity == "warning"} == {"gap", "no-member"}
    assert {f.code for f in found if f.severity == "note"} <= {
        *("contradiction", "same-levels", "silence", "story")
    }
    (gap,) = [f for f in found if f.code == "gap"]
    assert dict(gap.witness) == {"grade": "G3", "extent": "localized", "removed": "yes"}
    groups = set()
    for finding in found:
        if finding.code == "no-member":
            status = guide.evaluate(finding.witness).status
            (group,) = [
                group.id
                for group in guide.groups
                if finding.sentence.startswith((f"{group.label} is ", f"{group.label} are "))
            ]
            assert status[group] in OFFERED
            assert not any(status[m.id] in OFFERED for m in guide.members(group))
            groups.add(group)
    assert groups == {"surgery", "radiation", "ssa", "chemotherapy", "targeted_therapy"}
    ends = {
        (f.sentence.partition(":")[0], name)
        for f in found
        if f.code == "silence"
        for name in ("symptoms", "removed")
        if f" {name}=" in f.sentence
    }
    assert ends == {
        ("Somatostatin analogs", "symptoms"),
        ("Somatostatin analogs", "removed"),
        ("PRRT", "removed"),
        ("Chemotherapy", "removed"),
        ("Targeted therapy", "removed"),
        ("Liver-directed treatment", "removed"),
    }


def test_what_is_left_in_the_second_guide_is_explained():
    """Each finding is a silence of its source, listed in docs/sources.md."""
    guide = packaged.guide_of("nci-2025")
    findings = guide.check()
    assert {(f.code, f.severity) for f in findings} == {
        *(("gap", "warning"), ("only-later", "warning"), ("no-member", "warning")),
        ("silence", "note"),
    }
    for finding in findings:
        if finding.code == "gap":
            assert set(guide.evaluate(finding.witness).status.values()).isdisjoint(OFFERED)
            facts = finding.witness
            assert (
                facts.get("course") == "resected"
                or facts["extent"] == "not_found"
                or facts["resectability"] == "partly_resectable"
            )
    (later,) = [f for f in findings if f.code == "only-later"]
    assert (later.witness["kind"], later.witness["site"]) == ("gastrinoma", "several")
    groups = {f.sentence.split(" is ")[0] for f in findings if f.code == "no-member" and f.rows}
    assert groups == {"Surgery", "Metastasectomy", "Chemotherapy"}
    assert len([f for f in findings if f.code == "silence"]) == 10


def test_a_broken_folder_is_a_finding_too(folder):
    table = folder / "indications.csv"
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    table.write_text(rows[0] + rows[1].replace(",usual,", ",usuall,") + "".join(rows[2:]))
    (found,) = check_folder(folder)
    assert (found.code, found.severity) == ("table", "error")
    assert (found.file, found.rows) == ("indications.csv", (2,))
    assert "did you mean usual?" in found.sentence


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


def test_rows_with_equal_texts_are_told_apart(toy_guide):
    guide = with_rows(
        toy_guide,
        "impossible",
        {"spread": "both_feet", "color": "pale", "days": "few", "reason": "Again."},
        {"spread": "both_feet", "color": "pale", "days": "many", "reason": "Again."},
    )
    hidden = [f.rows for f in guide.check() if f.file == "impossible.csv"]
    assert hidden == [(2,), (3,), (4,)], "the first one by the other two together"
    arrow = {"from": "wool_socks", "to": "silk_socks", "label": "both", **ARROW}
    guide = with_rows(toy_guide, "steps", {**arrow, "color": "pale"}, {**arrow, "color": "deep"})
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


def test_without_any_row_everything_is_a_gap(toy_guide):
    guide = toy_guide.with_tables(indications=toy_guide.tables["indications"].iloc[:0])
    (gap,) = [finding for finding in guide.check() if finding.code == "gap"]
    assert gap.sentence == "Nothing is offered whatever the profile."


def test_what_counts_is_what_the_guide_answers_there(toy_guide):
    """Two rows contradict each other, and a third one outweighs both."""
    guide = with_rows(
        toy_guide,
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
