"""What others said of compared treatments: whom it speaks of, and its place between the sources."""

from __future__ import annotations

import shutil

import pytest
from packaged import the_guide

from pnet_paths import GuideError, compare_sources, load_guide
from pnet_paths.evidence.tables import packaged_evidence
from pnet_paths.sources.since_when import PLACES
from pnet_paths.sources.source_dates import source_date
from pnet_paths.tables.folder import packaged, packaged_folder

SPREAD = {"extent": "metastatic", "resectability": "unresectable", "grade": "G2", "removed": "no"}
FIRST, SECOND = "Cancer.Net (2023)", "NCI's PDQ (2025)"


def redated(folder, name, *dates):
    """A packaged guide with other cells in place of its dates."""
    target = folder / name
    shutil.copytree(packaged_folder(name), target)
    path = target / "guide.csv"
    text = path.read_text("utf-8")
    for old, new in dates:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return load_guide(target)


def places(second, **facts):
    made = compare_sources({**SPREAD, **facts}, [the_guide(), second])
    return {each.note.recommendation.id: each.place for each in made.since_when.notes}


def test_notes_stand_before_between_and_after_the_sources():
    found = places(load_guide("nci-2025"))
    assert found["men1_resect_1cm"] == f"before {FIRST} and {SECOND}"
    assert found["fda_cabozantinib"] == f"between {FIRST} and {SECOND}"
    assert found["ema_cabozantinib"] == f"after {FIRST} and {SECOND}"


def test_a_year_alone_is_neither_before_nor_after_a_month_of_it():
    """ASCO's guideline of 2023 may be older or younger than December 2023."""
    found = places(load_guide("nci-2025"))
    assert found["asco_second_other"] == f"in the same year as {FIRST}, before {SECOND}"


@pytest.mark.parametrize(
    ("edition", "place"),
    [
        ("Edition of 2025", f"after {FIRST}, in the same year as {SECOND}"),
        ("Updated 2025-03", f"after {FIRST}, in the same month as {SECOND}"),
        ("Updated 03/26/2025", f"after {FIRST}, on the same day as {SECOND}"),
        ("Updated 3/25/2025, first 2024-01-31", f"after {FIRST} and {SECOND}"),
        ("Updated 03/27/2025", f"between {FIRST} and {SECOND}"),
        ("Second edition", f"after {FIRST}"),
    ],
)
def test_the_date_of_a_source_is_that_of_its_guide(tmp_path, edition, place):
    second = redated(tmp_path, "nci-2025", ("Updated 05/09/2025", f'"{edition}"'))
    assert places(second)["fda_cabozantinib"] == place
    lead = compare_sources(SPREAD, [the_guide(), second]).since_when.lead
    assert (f"{SECOND}, no date here" in lead) == (edition == "Second edition")


def test_without_any_date_notes_are_listed_without_a_place(tmp_path):
    first = redated(
        tmp_path, "cancer-net-2023", ("Approved 02/2023", "Approved"), ("sections 12/2023", "parts")
    )
    second = redated(tmp_path, "nci-2025", ("Updated 05/09/2025", "Updated"))
    made = compare_sources(SPREAD, [first, second]).since_when
    assert {each.place for each in made.notes} == {""}
    assert any(
        each.startswith("Targeted therapy: FDA decision, 26 March") for each in made.sentences
    )


@pytest.mark.parametrize("date", ["13/2025", "02/30/2025", "2025-00"])
def test_a_date_that_is_not_in_the_calendar_is_refused(tmp_path, date):
    second = redated(tmp_path, "nci-2025", ("05/09/2025", date))
    with pytest.raises(GuideError, match=rf'guide\.csv, key edition.*"{date}".*12/31/2023'):
        str(compare_sources(SPREAD, [the_guide(), second]))


def test_the_cards_of_a_guide_know_the_same_date():
    for name in packaged():
        guide = load_guide(name)
        if guide.id in packaged_evidence().guides:
            assert source_date(guide).startswith(packaged_evidence().guides[guide.id].updated)


def test_what_speaks_of_others_is_left_out_and_what_may_fit_stays():
    found = places(load_guide("nci-2025"), grade="G2", sstr="negative")
    assert "asco_sstr_negative_first" in found
    assert not {"fda_lutathera", "asco_ssa_first", "asco_g3_ssa"} & found.keys()
    made = compare_sources({**SPREAD, "sstr": "positive"}).since_when.to_frame()
    fits = made.drop_duplicates("recommendation").set_index("recommendation")["fit"]
    assert fits["fda_lutathera"] == "yes"
    assert fits["fda_cabozantinib"] == "unknown"


@pytest.mark.parametrize(
    ("answers", "fit"),
    [
        ({}, "unknown"),
        ({"kind": "nonfunctioning", "course": "first"}, "unknown"),
        ({"kind": "insulinoma"}, None),
    ],
)
def test_a_fact_that_another_source_was_told_counts(answers, fit):
    known = {"extent": "localized", "removed": "no"}
    notes = compare_sources(known, answers={"nci-2025": answers}).since_when.notes
    fits = {each.note.recommendation.id: each.note.match.fit for each in notes}
    assert fits.get("men1_resect_1cm") == fit


def test_a_note_is_told_once_with_the_groups_that_it_is_about():
    made = compare_sources(SPREAD).since_when
    ids = [each.note.recommendation.id for each in made.notes]
    assert len(ids) == len(set(ids))
    second = next(e for e in made.notes if e.note.recommendation.id == "asco_second_other")
    assert [each.id for each in second.treatments] == ["chemotherapy", "targeted_therapy"]
    days = [each.note.recommendation.date for each in made.notes]
    assert days == sorted(days)


def test_nothing_is_claimed_of_why_sources_differ():
    made = compare_sources({**SPREAD, "sstr": "positive"})
    assert "does not say that it is the reason" in made.since_when.sentences[0]
    assert "does not say that it is the reason" in str(made)
    rests = next(each for each in made.since_when.sentences if "Second line" in each)
    assert f"(a section of {FIRST} rests on it in part; read: " in rests
    assert str(made).splitlines()[-1] == made.footer


def test_guides_without_evidence_have_no_notes(tmp_path):
    """Copies under names of their own, to which nothing is joined."""
    folder = tmp_path / "joined"
    folder.mkdir()
    lines = ["guide,factor,level,other_guide,other_factor,other_levels,way"]
    lines += [f"one,extent,{each},two,extent,{each},both" for each in ("localized", "metastatic")]
    lines += ["one,extent,locally_advanced,two,extent,locally_advanced,both"]
    (folder / "equivalents.csv").write_text("\n".join([*lines, ""]), encoding="utf-8")
    guides = [
        redated(tmp_path / name, "cancer-net-2023", ("id,cancer-net-2023", f"id,{name}"))
        for name in ("one", "two")
    ]
    made = compare_sources({"extent": "metastatic"}, guides, equivalents=folder)
    assert made.since_when.notes == made.since_when.sentences == ()
    assert made.since_when.to_frame().empty
    assert PLACES["since_when"] not in str(made)
