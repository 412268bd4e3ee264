"""Receptors, what waits for new tests, and which arrows the guide states."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from readings import READINGS
from readings.reading import (
    CHEMOTHERAPY,
    G2,
    G3,
    LOCAL,
    METASTATIC,
    NEGATIVE,
    POSITIVE,
    PRRTS,
    RETESTED,
    RETURNED,
    SILENT,
    SSAS,
    TARGETED,
)

from pnet_paths.statuses import OFFERED

PROFILES = [profile for reading in READINGS for profile, _ in (*reading.shows, *reading.spares)]
COURSES = ("first", "returned", "retested")
FRESH = METASTATIC | G2 | POSITIVE | SILENT | {"prior_ssa": "no"}
HOW = "How a pancreas NET is treated"

# -- receptors, and what waits ----------------------------------------------------------------

MEDICATION = {*SSAS, *CHEMOTHERAPY, *TARGETED}


def test_the_guide_ties_analogs_chemotherapy_and_targeted_therapy_to_receptors_nowhere(guide):
    for row in guide.indications.values():
        if MEDICATION & set(row.treatments):
            assert "sstr" not in row.when, row.id
            assert not re.search("receptor", row.label + row.mark + row.why), row.id
    for step in guide.steps:
        if step.target in MEDICATION:
            assert "sstr" not in step.when
            assert step.origin != "sstr"
    for group in ("ssa", "chemotherapy", "targeted_therapy"):
        card = guide.treatments[group]
        assert "receptors" in card.summary
        assert HOW in card.cited.sections


def test_prrt_needs_receptors_wherever_it_is_offered(guide):
    for row in guide.indications.values():
        if "prrt" in row.treatments and row.strength.offers:
            assert row.when["sstr"] == {"positive"}


WAITING = {"surgery", *MEDICATION, *PRRTS, "immunotherapy", "liver_directed", "radiation"}


def test_what_would_wait_for_the_new_tests_is_later_where_the_course_is_not_known(guide):
    profiles = pd.DataFrame(PROFILES)
    profiles = profiles[profiles["removed"] != "yes"]  # what is out has not returned
    first, returned, retested = (
        guide.evaluate_frame(profiles.assign(course=course)) for course in COURSES
    )
    unknown = guide.evaluate_frame(profiles.drop(columns="course"))
    for name in WAITING:
        assert not returned[name].isin(["usual", "option"]).any()
        always = pd.concat([first[name], returned[name], retested[name]], axis=1)
        always = always.isin(map(str, OFFERED)).all(axis=1)
        assert (unknown[name][always] == "later").all(), name


# -- the order of things ---------------------------------------------------------------------

WATCHED = LOCAL | {"grade": "G1", "growth": "stable", "surgery_timing": "can_wait"} | SILENT
WITHOUT = FRESH | NEGATIVE
AFTER = {
    "treatment begins if a watched tumor grows or spreads": (
        WATCHED,
        ("active_surveillance", "resectability"),
        "Active surveillance",
    ),
    "PRRT follows the analogs": (FRESH, ("ssa", "prrt"), "Metastatic pancreas NETs"),
    "analogs come first without receptors too": (
        WITHOUT,
        ("extent", "ssa"),
        "Metastatic pancreas NETs",
    ),
    "chemotherapy follows without receptors too": (
        WITHOUT,
        ("ssa", "chemotherapy"),
        "Metastatic pancreas NETs",
    ),
    "targeted therapy follows without receptors too": (
        WITHOUT,
        ("ssa", "targeted_therapy"),
        "Metastatic pancreas NETs",
    ),
    "chemotherapy follows": (FRESH, ("ssa", "chemotherapy"), "Metastatic pancreas NETs"),
    "targeted therapy follows": (FRESH, ("ssa", "targeted_therapy"), "Metastatic pancreas NETs"),
    "receptors are learned once it has spread": (
        METASTATIC | G2,
        ("extent", "sstr"),
        "Metastatic pancreas NETs",
    ),
    "options are discussed after the new tests": (
        RETURNED,
        ("repeat_testing", "extent"),
        "Remission and the chance of recurrence",
    ),
}


@pytest.mark.parametrize(("profile", "ends", "section"), AFTER.values(), ids=AFTER)
def test_an_order_that_the_guide_tells_is_a_stated_arrow(guide, profile, ends, section):
    pathway = guide.evaluate(profile)
    holding = [
        step
        for step in guide.steps
        if (step.origin, step.target) == ends and guide.evaluator.is_met(step.when, pathway.profile)
    ]
    assert any(step.basis == "stated" and section in step.cited.sections for step in holding)
    (arrow,) = (arrow for arrow in pathway.route.arrows if (arrow.origin, arrow.target) == ends)
    assert arrow.state == "taken"


def test_no_order_is_spoken_of_for_well_differentiated_grade_3(guide):
    arrows = guide.evaluate(METASTATIC | G3 | POSITIVE | SILENT).route.arrows
    assert not [each for each in arrows if each.origin == "ssa" and each.state != "off"]


def test_without_receptors_nothing_leads_to_prrt(guide):
    arrows = guide.evaluate(WITHOUT).route.arrows
    assert {arrow.state for arrow in arrows if arrow.target == "prrt"} == {"off"}


@pytest.mark.parametrize("group", ["ssa", "chemotherapy", "targeted_therapy"])
def test_medication_for_a_tumor_that_came_back_is_a_concluded_arrow(guide, group):
    back = guide.profile(LOCAL | G2 | RETESTED | {"growth": "growing"})
    is_met = guide.evaluator.is_met
    (step,) = (
        step
        for step in guide.steps
        if step.target == group and "course" in step.when and is_met(step.when, back)
    )
    assert (step.origin, step.basis) == ("extent", "inferred")


OURS = {
    ("extent", "ssa", "metastatic"): {"differentiation"},
    ("extent", "sstr", "metastatic"): {"differentiation"},
    ("ssa", "prrt", "then, and/or"): {"differentiation"},
    ("ssa", "chemotherapy", "then, and/or"): {"differentiation"},
    ("ssa", "targeted_therapy", "then, and/or"): {"differentiation"},
    ("extent", "targeted_therapy", "locally advanced"): {"differentiation"},
    ("extent", "targeted_therapy", "VHL, surgery can wait"): {"differentiation"},
    ("extent", "hospice", "throughout"): {"extent"},
}
"""The stated arrows with conditions that are not the guide's."""


def test_an_arrow_says_which_of_its_conditions_are_not_the_guides(guide):
    found = {
        (step.origin, step.target, step.label): step.inferred_facts
        for step in guide.steps
        if step.inferred_facts
    }
    assert found == OURS
    assert not any(step.inferred_facts for step in guide.steps if step.inferred)
