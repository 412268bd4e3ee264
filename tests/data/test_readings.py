"""The readings and the tables beside each other: neither holds what the other leaves out."""

from __future__ import annotations

from functools import cache

import packaged
import pytest
from readings import READINGS, nci

from pnet_paths.logic.rank_sets import MET, UNMET
from pnet_paths.statuses import OFFERS, Status

READ = {"cancer-net-2023": READINGS, "nci-2025": nci.READINGS}
"""The readings by the guide whose source they read."""

EACH = [
    pytest.param(name, reading, id=f"{name}: {reading.rule}")
    for name, readings in READ.items()
    for reading in readings
]


@pytest.fixture(params=READ)
def name(request):
    return request.param


@pytest.fixture
def readings(name):
    return READ[name]


@pytest.fixture
def guide(name):
    return packaged.guide_of(name)


def profiles_of(readings):
    return [profile for reading in readings for profile, _ in (*reading.shows, *reading.spares)]


def behind(guide, reading):
    """The rows of its section that give what a reading shows its status, whatever turns out."""
    return {
        each.row.id: each.row
        for profile, statuses in reading.shows
        for treatment, status in statuses.items()
        for each in guide.evaluator.deciding_rows(treatment, guide.profile(profile))
        if each.sure and each.can_give(Status(status.removesuffix("†")))
        if reading.section in each.row.cited.sections
    }


@cache
def rows_behind(name):
    """The rows behind each reading, by its rule."""
    return {reading.rule: behind(packaged.guide_of(name), reading) for reading in READ[name]}


def test_every_row_is_shown_by_a_reading(name, guide):
    shown = {row for rows in rows_behind(name).values() for row in rows}
    assert set(guide.indications) == shown


def test_every_treatment_is_in_a_reading(guide, readings):
    shown = {name for reading in readings for _, statuses in reading.shows for name in statuses}
    assert shown == set(guide.treatments)


@pytest.mark.parametrize(("name", "reading"), EACH)
def test_a_reading_rests_on_a_section_that_is_cited(name, reading):
    for profile, expected in reading.shows:
        pathway = packaged.guide_of(name).evaluate(profile)
        assert any(reading.section in pathway.verdict(each).cited.sections for each in expected), (
            pathway.sentence
        )


@pytest.mark.parametrize(("name", "reading"), EACH)
def test_a_row_says_which_of_its_conditions_are_not_the_guides(name, reading):
    """A reading names them; an inferred row is ours as a whole and names none."""
    rows = rows_behind(name)[reading.rule].values()
    stated = [row for row in rows if not row.inferred]
    for row in stated:
        assert row.inferred_facts == set(row.when) & set(reading.ours), row.id
    assert set(reading.ours) <= {factor for row in stated for factor in row.when}
    assert not any(row.inferred_facts for row in rows if row.inferred)


def test_a_spared_profile_is_near_a_shown_one(readings):
    """One or two facts apart: a far one would show nothing of the rule."""
    for reading in readings:
        for spared, _ in reading.spares:
            apart = [
                len({factor for factor, _ in spared.items() ^ shown.items()})
                for shown, _ in reading.shows
            ]
            assert min(apart) <= 2, f"{reading.rule}: {spared}"


def test_every_rule_is_read_once(readings):
    assert len({reading.rule for reading in readings}) == len(readings)


def test_every_section_of_the_tables_is_read(guide, readings):
    cited = {section for row in guide.indications.values() for section in row.cited.sections}
    assert cited == {reading.section for reading in readings}


def test_every_no_has_words(guide, readings):
    for row in guide.indications.values():
        assert row.label or not row.strength.says_no, f"indications.csv, row {row.row}"
    for profile in profiles_of(readings):
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
                evaluator.condition_root(step.when),
                concluded,
                lambda met, other: met and met & other,
            )
            assert not evaluator.forest.ranks(taken, anything).meets(MET), (
                f"steps.csv, row {step.row}"
            )
