"""The readings and the tables beside each other: neither holds what the other leaves out."""

from __future__ import annotations

import pytest
from readings import READINGS

from pnet_paths.logic.rank_sets import MET, UNMET
from pnet_paths.statuses import OFFERS

BY_RULE = {reading.rule: reading for reading in READINGS}
SHOWN = [shown for reading in READINGS for shown in reading.shows]
PROFILES = [profile for reading in READINGS for profile, _ in (*reading.shows, *reading.spares)]


def test_every_row_is_shown_by_a_reading(guide):
    shown = set()
    for profile, expected in SHOWN:
        known = guide.profile(profile)
        for treatment, status in expected.items():
            for row, sure in guide.evaluator.deciding(treatment, known):
                if sure and row.strength.status == status.removesuffix("†"):
                    shown.add(row.id)
    assert set(guide.indications) == shown


def test_every_treatment_is_in_a_reading(guide):
    assert {name for _, expected in SHOWN for name in expected} == set(guide.treatments)


@pytest.mark.parametrize("reading", READINGS, ids=BY_RULE)
def test_a_reading_rests_on_a_section_that_is_cited(guide, reading):
    for profile, expected in reading.shows:
        pathway = guide.evaluate(profile)
        assert any(reading.section in pathway.verdict(name).cited.sections for name in expected), (
            pathway.sentence
        )


def test_a_spared_profile_is_near_a_shown_one():
    """One or two facts apart: a far one would show nothing of the rule."""
    for reading in READINGS:
        for spared, _ in reading.spares:
            apart = [
                len({name for name, _ in spared.items() ^ shown.items()})
                for shown, _ in reading.shows
            ]
            assert min(apart) <= 2, f"{reading.rule}: {spared}"


def test_every_rule_is_read_once():
    assert len(BY_RULE) == len(READINGS)


def test_every_section_of_the_tables_is_read(guide):
    cited = {section for row in guide.indications.values() for section in row.cited.sections}
    assert cited == {reading.section for reading in READINGS}


def test_every_no_has_words(guide):
    for row in guide.indications.values():
        assert row.label or not row.strength.says_no, f"indications.csv, row {row.row}"
    for profile in PROFILES:
        pathway = guide.evaluate(profile)
        for treatment, status in pathway.status.items():
            assert status != "against" or pathway.verdict(treatment).words, (
                f"{treatment}: {profile}"
            )


def test_every_row_names_a_section_and_a_conclusion_tells_from_what_it_is_drawn(guide):
    for row in guide.indications.values():
        assert row.cited.sections
        if row.basis == "inferred":
            assert any(word in row.why for word in ("conclude", "We read", "We take")), (
                f"indications.csv, row {row.row}"
            )


def test_a_stated_arrow_never_leads_to_what_is_concluded(guide):
    """Exact: over all profiles that meet the arrow's conditions."""
    evaluator = guide.evaluator
    anything = evaluator.space.codes(guide.profile({}))
    for step in guide.steps:
        if step.basis == "stated" and step.target in guide.treatments:
            concluded = evaluator.forest.combine(
                evaluator.inferred[step.target],
                evaluator.roots[step.target],
                lambda inferred, status: inferred if status & OFFERS else status and UNMET,
            )
            taken = evaluator.forest.combine(
                evaluator.condition(step.when), concluded, lambda met, other: met and met & other
            )
            assert not evaluator.forest.ranks(taken, anything).meets(MET), (
                f"steps.csv, row {step.row}"
            )
