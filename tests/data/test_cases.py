"""The teaching cases: each scene makes the point that its note names."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

POINTS = [
    ("by_chance", 1, "surgery", "depends"),
    ("by_chance", 2, "surgery", "usual"),
    ("by_chance", 2, "active_surveillance", "depends"),
    ("by_chance", 3, "active_surveillance", "option"),
    ("by_chance", 4, "active_surveillance", "not_named"),
    ("by_chance", 4, "follow_up", "not_named"),
    ("by_chance", 5, "follow_up", "usual"),
    ("by_chance", 5, "surgery", "against"),
    ("by_chance", 5, "chemotherapy", "against"),
    ("hormones", 1, "ssa", "option"),
    ("hormones", 2, "whipple", "option"),
    ("hormones", 2, "distal_pancreatectomy", "not_named"),
    ("hormones", 3, "debulking", "option"),
    ("hormones", 3, "whipple", "not_named"),
    ("hormones", 3, "everolimus", "option"),
    ("hormones", 3, "prrt", "depends"),
    ("hormones", 4, "surgery", "against"),
    ("hormones", 4, "debulking", "against"),
    ("hormones", 4, "ssa", "option"),
    ("grown_around", 1, "everolimus", "option"),
    ("grown_around", 1, "prrt", "depends"),
    ("grown_around", 2, "prrt", "option"),
    ("grown_around", 2, "ssa", "option"),
    ("grown_around", 3, "ssa", "usual"),
    ("grown_around", 3, "prrt", "later"),
    ("grown_around", 3, "everolimus", "later"),
    ("years_later", 1, "repeat_testing", "usual"),
    ("years_later", 1, "chemotherapy", "later"),
    ("years_later", 2, "repeat_testing", "not_named"),
    ("years_later", 2, "prrt", "depends"),
    ("years_later", 2, "ssa", "usual"),
    ("years_later", 2, "surgery", "against"),
    ("years_later", 3, "ssa", "usual"),
    ("years_later", 3, "chemotherapy", "later"),
    ("years_later", 4, "prrt", "option"),
    ("years_later", 4, "ssa", "option"),
    ("years_later", 5, "radiation", "option"),
    ("years_later", 5, "external_beam", "against"),
    ("years_later", 5, "surgery", "depends"),
    ("mostly_liver", 1, "rfa", "option"),
    ("mostly_liver", 2, "rfa", "against"),
    ("mostly_liver", 2, "embolization", "option"),
    ("mostly_liver", 3, "debulking", "option"),
    ("mostly_liver", 3, "external_beam", "option"),
    ("vhl_family", 1, "belzutifan", "depends"),
    ("vhl_family", 2, "belzutifan", "option"),
    ("vhl_family", 3, "belzutifan", "not_named"),
    ("vhl_family", 3, "distal_pancreatectomy", "option"),
    ("vhl_family", 4, "follow_up", "usual"),
    ("vhl_family", 4, "belzutifan", "against"),
    ("two_g3", 1, "chemotherapy", "option"),
    ("two_g3", 1, "platinum_etoposide", "depends"),
    ("two_g3", 2, "platinum_etoposide", "option"),
    ("two_g3", 2, "prrt", "not_named"),
    ("two_g3", 3, "prrt", "option"),
    ("two_g3", 3, "embolization", "not_named"),
    ("two_g3", 3, "platinum_etoposide", "against"),
    ("two_g3", 4, "platinum_etoposide", "option"),
    ("one_fact", 1, "prrt", "depends"),
    ("one_fact", 2, "prrt", "not_named"),
    ("one_fact", 2, "ssa", "option"),
    ("one_fact", 3, "interferon_alfa", "against"),
    ("one_fact", 3, "immunotherapy", "not_named"),
    ("last_months", 1, "rfa", "against"),
    ("last_months", 2, "radiation", "option"),
    ("last_months", 3, "hospice", "option"),
]


WORDS = {
    "Usual": "usual",
    "Option": "option",
    "Later": "later",
    "Depends": "depends",
    "Rather not": "against",
    "Not named here": "not_named",
}
"""How a note for the teacher names a status: "Usual: Surgery. Depends: PRRT, CAPTEM. ..."."""


def told(guide, note):
    """The treatments that a note names with a status, and the status."""
    ids = {treatment.label: name for name, treatment in guide.treatments.items()}
    return [
        (ids[label], WORDS[word])
        for word, labels in re.findall(rf"({'|'.join(WORDS)}): ([^.]+)\.", note)
        for label in labels.split(", ")
    ]


@pytest.mark.parametrize(("case", "scene", "treatment", "status"), POINTS)
def test_the_point_of_a_scene_is_what_the_guide_answers(guide, case, scene, treatment, status):
    profile = guide.cases[case].scenes[scene - 1].profile
    assert guide.evaluate(profile).status[treatment] == status


def test_a_note_names_treatments_with_the_status_they_have(guide):
    for case in guide.cases.values():
        for scene in case.scenes:
            named = told(guide, scene.note)
            assert named, scene.title
            status = guide.evaluate(scene.profile).status
            assert {name: status[name] for name, _ in named} == dict(named), scene.title


def test_what_a_scene_knows_the_next_one_knows_too(guide):
    """Nothing is forgotten, but a tumor that is out neither grows nor waits for surgery."""
    for case in guide.cases.values():
        for before, after in pairwise(case.scenes):
            out = {"growth", "surgery_timing"} if after.profile["removed"] == "yes" else set()
            assert set(before.profile) - set(after.profile) <= out, after.title
            assert not (out & set(after.profile)), after.title


def test_facts_of_cases_go_as_a_life_goes(guide):
    """Receptors are found before PRRT is offered, and what was given stays given."""
    for case in guide.cases.values():
        for before, after in pairwise(case.scenes):
            assert (before.profile["course"], after.profile["course"]) in {
                ("first", "first"),
                ("returned", "retested"),
                ("retested", "retested"),
            }
            assert (before.profile.get("prior_ssa"), after.profile.get("prior_ssa")) != (
                "yes",
                "no",
            )
            assert (before.profile["removed"], after.profile["removed"]) != ("yes", "no")
        for scene in case.scenes:
            if guide.evaluate(scene.profile).status["prrt"] in {"usual", "option", "later"}:
                assert scene.profile["sstr"] == "positive"


def test_examples_say_whether_there_is_a_tumor_and_whether_it_is_the_first(guide):
    scenes = [scene.profile for case in guide.cases.values() for scene in case.scenes]
    for profile in [*scenes, *(preset.profile for preset in guide.presets.values())]:
        assert {"course", "removed"} <= set(profile)
    for preset in guide.presets.values():
        is_new = (preset.profile["course"], preset.profile["removed"]) == ("first", "no")
        assert ("prior_ssa" in preset.profile) == is_new, preset.id


def test_there_are_enough_cases_and_each_is_a_story(guide):
    assert len(guide.cases) >= 8
    for case in guide.cases.values():
        assert 3 <= len(case.scenes) <= 6
        assert [scene.number for scene in case.scenes] == list(range(1, len(case.scenes) + 1))
        assert "invented" in case.scenes[0].story, "people in cases are plainly not real"
        for scene in case.scenes:
            assert scene.question.endswith("?")
            assert scene.note
            assert scene.cited.sections


def test_the_order_of_rows_means_nothing(guide):
    rows = guide.tables["cases"]
    other = guide.with_tables(cases=rows.iloc[::-1])
    assert list(other.cases) == list(guide.cases)
    assert other.cases["two_g3"] == guide.cases["two_g3"]


def test_an_impossible_scene_is_spoken_of_by_its_row(sheets):
    header = sheets.rows("cases")[0]
    row = next(i for i, r in enumerate(sheets.rows("cases"), 1) if r[0] == "mostly_liver")
    assert "extent" in header
    sheets.cell("cases", row, "extent", "localized")
    (problem,) = sheets.problems()
    assert problem.startswith(f"cases.csv, row {row}: ")
    assert "cannot occur" in problem


def test_a_scene_is_a_whole_number(sheets):
    sheets.cell("cases", 2, "scene", "first")
    (problem,) = sheets.problems()
    assert problem.startswith("cases.csv, row 2, column scene:")


def test_a_question_is_about_treatments_and_factors_of_the_guide(sheets, guide):
    sheets.cell("cases", 2, "about", "surgery|tea")
    (problem,) = sheets.problems()
    assert problem.startswith("cases.csv, row 2, column about:")
    assert '"tea" is not a treatment or factor' in problem
    known = {*guide.treatments, *guide.factors}
    for case in guide.cases.values():
        for scene in case.scenes:
            assert set(scene.about) <= known
