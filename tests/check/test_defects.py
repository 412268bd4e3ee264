"""Each defect that is put into the invented guide is found, with its rows and a witness."""

from __future__ import annotations

import pandas as pd
import pytest
from defects import ARROW, INDICATION, changed, with_rows

DEFECTS = [
    (
        "gap",
        lambda toy: toy.with_tables(indications=toy.tables["indications"].drop(index=[0, 4])),
        (),
        {"color": "pale", "days": "few", "molting": "no"},
    ),
    (
        "no-member",
        lambda toy: with_rows(
            toy,
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
        lambda toy: with_rows(
            toy,
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
        lambda toy: with_rows(
            toy,
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
        lambda toy: with_rows(
            toy,
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
        lambda toy: toy.with_tables(
            indications=toy.tables["indications"].assign(days=""),
            steps=toy.tables["steps"].assign(days=""),
        ),
        (4,),
        {},
    ),
    (
        "same-levels",
        lambda toy: toy.with_tables(
            levels=pd.concat(
                [
                    toy.tables["levels"],
                    toy.tables["levels"].iloc[[3]].assign(level="navy", label="navy", place="3"),
                ],
                ignore_index=True,
            ),
            indications=toy.tables["indications"].replace({"color": {"deep": "deep|navy"}}),
        ),
        (5, 10),
        {"color": "deep"},
    ),
    (
        "closed-level",
        lambda toy: with_rows(
            toy,
            "impossible",
            {"spread": "one_foot", "molting": "yes", "reason": "Not on one foot."},
            {"spread": "both_feet", "molting": "yes", "reason": "Not on both."},
        ),
        (3, 4),
        {"molting": "yes"},
    ),
    (
        "hidden",
        lambda toy: with_rows(
            toy,
            "impossible",
            {"spread": "both_feet", "color": "pale", "days": "few", "reason": "Again."},
        ),
        (3,),
        {"spread": "both_feet", "color": "pale", "days": "few"},
    ),
    (
        "apart",
        lambda toy: with_rows(
            toy, "steps", {"from": "wool_socks", "to": "silk_socks", "label": "both", **ARROW}
        ),
        (8,),
        {},
    ),
    (
        "unnamed",
        lambda toy: with_rows(
            toy,
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
    (
        "unreached",
        lambda toy: toy.with_tables(steps=toy.tables["steps"].drop(index=[0])),
        (2,),
        None,
    ),
    ("unreached", lambda toy: toy.with_tables(steps=toy.tables["steps"].drop(index=[4])), (7,), {}),
    (
        "circle",
        lambda toy: with_rows(
            toy, "steps", {"from": "salve", "to": "waiting", "label": "back", **ARROW}
        ),
        (4, 8),
        {},
    ),
    ("twice", lambda toy: with_rows(toy, "steps", dict(toy.tables["steps"].iloc[3])), (5, 8), {}),
    (
        "twice",
        lambda toy: with_rows(
            toy, "indications", dict(toy.tables["indications"].iloc[3]) | {"indication": "x"}
        ),
        (5, 11),
        {},
    ),
    ("twice", lambda toy: changed(toy, "treatments", 2, also_form_of="socks"), (4,), {}),
    ("twice", lambda toy: changed(toy, "treatments", 2, also_form_of="wool_socks"), (4,), {}),
    ("no-words", lambda toy: changed(toy, "indications", 7, label=""), (9,), {}),
    (
        "stated-arrow",
        lambda toy: changed(toy, "indications", 3, basis="inferred"),
        (3,),
        {"spread": "one_foot", "color": "deep"},
    ),
    (
        "silence",
        lambda toy: toy.with_tables(
            indications=toy.tables["indications"].drop(index=[7]),
            steps=toy.tables["steps"].drop(index=[3, 5]),
        ),
        (6,),
        {"color": "pale", "days": "few", "molting": "yes"},
    ),
    ("twice", lambda toy: changed(toy, "treatments", 3, label="Wool socks"), (4, 5), {}),
    ("twice", lambda toy: changed(toy, "treatments", 5, rank="3", position="1"), (6, 7), {}),
    ("no-place", lambda toy: changed(toy, "treatments", 4, rank="", position=""), (6,), {}),
    (
        "circle",
        lambda toy: with_rows(
            toy, "steps", {"from": "salve", "to": "salve", "label": "again", **ARROW}
        ),
        (8,),
        {},
    ),
    (
        "only-later",
        lambda toy: changed(toy, "indications", 0, days="many"),
        (),
        {"color": "pale", "days": "few", "molting": "no"},
    ),
    ("no-definition", lambda toy: changed(toy, "factors", 0, help=""), (2,), {}),
    ("no-section", lambda toy: changed(toy, "cases", 0, section=""), (2,), {}),
    ("no-term", lambda toy: changed(toy, "indications", 2, why="See the WSG first."), (4,), {}),
    ("no-term", lambda toy: changed(toy, "indications", 2, why="After a flipperectomy."), (4,), {}),
    (
        "story",
        lambda toy: changed(toy, "cases", 0, story="Pip wears warm socks."),
        (2,),
        {"spread": "one_foot", "color": "pale", "days": "few"},
    ),
]


@pytest.mark.parametrize(
    ("code", "spoilt", "rows", "witness"), DEFECTS, ids=[code for code, *_ in DEFECTS]
)
def test_each_defect_is_found_with_its_rows_and_witness(code, spoilt, rows, witness, toy_guide):
    findings = spoilt(toy_guide).check()
    found = [finding for finding in findings if finding.code == code]
    assert len(found) == 1, findings
    assert found[0].rows == rows
    assert witness is None or dict(found[0].witness) == witness


# -- slips that load ----------------------------------------------------------------------------


def codes_of(guide, code):
    return [finding for finding in guide.check() if finding.code == code]


def test_a_case_that_a_slip_splits_is_found(toy_guide):
    (name, case), *_ = toy_guide.cases.items()
    second = case.scenes[1].row - 2
    assert codes_of(toy_guide, "case") == []
    (slipped, left) = codes_of(changed(toy_guide, "cases", second, case=name.title()), "case")
    assert {slipped.rows, left.rows} >= {(second + 2,)}
    told = f"{slipped.sentence} {left.sentence}"
    assert "has no label" in told
    assert f"did you mean {name}?" in told


def test_levels_in_a_doubtful_order_are_found(toy_guide):
    assert codes_of(toy_guide, "place") == []
    for place in ("", toy_guide.tables["levels"].loc[1, "place"]):
        (finding,) = codes_of(changed(toy_guide, "levels", 0, place=place), "place")
        assert finding.rows[0] == 2


def test_a_key_that_is_nearly_one_that_is_read_is_found(toy_guide):
    guide = with_rows(toy_guide, "guide", {"key": "publsher", "value": "x", "section": ""})
    (finding,) = codes_of(guide, "key")
    assert "did you mean publisher?" in finding.sentence
