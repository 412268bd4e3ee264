"""The tables of the second guide held to its source, sentence by sentence: see `readings.nci`.

Where these tests and the tables differ, the source decides.
"""

from __future__ import annotations

import re

import packaged
import pytest
from oracle import OFFERED
from readings import nci
from readings.nci.words import (
    AGAIN,
    ALL,
    BONE,
    GASTRINOMA,
    GLUCAGONOMA,
    HIDDEN,
    HORMONES,
    INSULINOMA,
    KINDS,
    LIVER,
    LOCAL,
    METASTATIC,
    MOSTLY_LIVER,
    NODES,
    NONFUNCTIONING,
    NOTHING,
    OTHER,
    OUT,
    PARTLY,
    REFRACTORY,
    SEVERAL,
    SILENT,
    SIZE,
    SLOW,
    UNTREATED,
    VIPOMA,
)

from pnet_paths import ProfileError

BY_RULE = {reading.rule: reading for reading in nci.READINGS}
NO_ESTABLISHED = "no established therapy"
ALONE = "alone_or_together"


@pytest.fixture(scope="module")
def guide():
    return packaged.guide_of("nci-2025")


def mark(pathway, treatment):
    return pathway.status[treatment] + ("†" if pathway.verdict(treatment).inferred else "")


@pytest.mark.parametrize("reading", nci.READINGS, ids=BY_RULE)
def test_the_source_says(guide, reading):
    for profile, expected in (*reading.shows, *reading.spares):
        pathway = guide.evaluate(profile)
        assert {name: mark(pathway, name) for name in expected} == expected, pathway.sentence


def test_there_are_three_noes(guide):
    rows = [row for row in guide.indications.values() if row.strength.says_no]
    assert {name for row in rows for name in row.treatments} == {
        "radiation",
        "total_gastrectomy",
        "adjuvant_therapy",
    }
    assert {row.strength.value for row in rows} == {"against"}, "nothing is ruled out"


def test_nothing_is_offered_once_it_is_out(guide):
    for kind in KINDS:
        status = guide.evaluate({"kind": kind} | OUT).status
        assert not set(status.values()) & OFFERED


def test_once_it_is_back_only_fluids_are_usual_and_each_row_says_so(guide):
    rows = [row for row in guide.indications.values() if "again" in row.when.get("course", ())]
    assert rows
    for row in rows:
        assert row.when["course"] == {"again"}, row.id
        assert NO_ESTABLISHED in row.label, row.id
        assert (row.strength.value == "usual") == (row.treatments == ("fluids",)), row.id


QUIET = NONFUNCTIONING | METASTATIC | SLOW | SILENT | UNTREATED

WORDS = [
    ("rarely used", GASTRINOMA | HIDDEN | UNTREATED, "total_gastrectomy"),
    ("if residual disease is present", GASTRINOMA | SEVERAL | LOCAL | UNTREATED, "acid_control"),
    ("limited role", NONFUNCTIONING | LOCAL | UNTREATED, "radiation"),
    ("no proven benefit; investigational", NONFUNCTIONING | LOCAL | OUT, "adjuvant_therapy"),
    ("even when metastatic", GLUCAGONOMA | METASTATIC | ALL | UNTREATED, "surgery"),
    ("weak or conflicting", NONFUNCTIONING | METASTATIC | UNTREATED, "chemotherapy"),
    ("plays a role", NONFUNCTIONING | METASTATIC | ALL | UNTREATED | {"liver": "none"}, "surgery"),
    ("often necessary", VIPOMA | HORMONES | UNTREATED, "fluids"),
    ("for the tumor itself", VIPOMA | HORMONES | AGAIN, "fluids"),
    ("ease the loss of fluids", VIPOMA | HORMONES | AGAIN, "ssa"),
    ("for palliation of symptoms", OTHER | SIZE | AGAIN, "ssa"),
    ("until palliation is required", QUIET, "active_surveillance"),
    (
        "the best therapy may be",
        NONFUNCTIONING | METASTATIC | SLOW | SILENT | UNTREATED,
        "active_surveillance",
    ),
    ("surgery is standard", NONFUNCTIONING | LIVER | ALL | UNTREATED, "ablation"),
    ("combination chemotherapy", INSULINOMA | LOCAL | NOTHING | UNTREATED, "chemotherapy"),
    ("may benefit", GASTRINOMA | MOSTLY_LIVER | SIZE | UNTREATED, "chemoembolization"),
    ("may benefit", NONFUNCTIONING | MOSTLY_LIVER | SIZE | AGAIN, "intraarterial_chemo"),
    ("trials called ongoing, as of 2010", NONFUNCTIONING | METASTATIC | UNTREATED, "everolimus"),
    ("trials called ongoing, as of 2010", NONFUNCTIONING | LOCAL | AGAIN, "sunitinib"),
]


@pytest.mark.parametrize(("words", "profile", "treatment"), WORDS)
def test_what_the_source_says_with_it_stands_beside_the_status(guide, words, profile, treatment):
    verdict = guide.evaluate(profile).verdict(treatment)
    members = [guide.evaluate(profile).verdict(each.id) for each in guide.members(treatment)]
    texts = [text for each in (verdict, *members) for text in (each.words, *each.marks)]
    assert words in "; ".join(texts)


def test_flow_may_benefit_other_kinds_only_once_it_is_back(guide):
    sick = VIPOMA | MOSTLY_LIVER | HORMONES
    assert guide.evaluate(sick | UNTREATED).verdict("bland_embolization").marks == ()
    assert guide.evaluate(sick | AGAIN).verdict("bland_embolization").marks == ("may benefit",)


def test_evidence_is_cited_as_the_source_cites_it_and_weighs_nothing(guide):
    """Levels stand beside operations, resection and debulking in the liver, and systemic agents."""
    cited = {level: set() for level in ("B1", "C2", "C3")}
    for row in guide.indications.values():
        if row.evidence:
            cited[row.evidence] |= set(row.treatments)
    assert cited["B1"] == {"everolimus", "sunitinib"}
    assert cited["C2"] == {
        *("surgery", "enucleation", "whipple", "distal_pancreatectomy"),
        *("liver_resection", "debulking"),
    }
    assert cited["C3"] == {"temozolomide", "targeted_therapy", "vegf_inhibitors", "prrt"}
    rows = guide.tables["indications"].assign(evidence="")
    other = guide.with_tables(indications=rows)
    for profile in (METASTATIC | UNTREATED, LOCAL | ALL | UNTREATED):
        assert other.evaluate(profile).status == guide.evaluate(profile).status


TOGETHER = [
    (
        INSULINOMA | SEVERAL | LOCAL | ALL | {"enucleable": "yes"} | UNTREATED,
        {"distal_pancreatectomy", "enucleation"},
        "together",
    ),
    (NONFUNCTIONING | LIVER | PARTLY | SIZE | UNTREATED, {"debulking", "rfa"}, ALONE),
    (GASTRINOMA | MOSTLY_LIVER | SIZE | UNTREATED, {"chemoembolization", "chemotherapy"}, ALONE),
]


@pytest.mark.parametrize(("profile", "pair", "how"), TOGETHER)
def test_what_the_source_names_together(guide, profile, pair, how):
    pathway = guide.evaluate(profile)
    assert any(
        pair <= set(combination.treatments) and combination.how == how
        for combination in pathway.verdict(min(pair)).combined
    )


def test_the_steps_that_the_source_states(guide):
    """Fluids, then surgery; observation until palliation; what disease is left, then vagotomy."""
    steps = {
        (step.origin, step.target): step.label
        for step in guide.steps
        if step.origin in guide.treatments and step.basis == "stated"
    }
    assert steps == {
        ("fluids", "surgery"): "once stabilized",
        ("active_surveillance", "symptoms"): "once palliation is required",
        ("surgery", "acid_control"): "if residual disease is present",
    }


STABLE_FIRST = [
    (LOCAL | ALL | UNTREATED, "stated"),
    (NODES | ALL | UNTREATED, "inferred"),
    (METASTATIC | PARTLY | UNTREATED, "inferred"),
    (LOCAL | ALL | AGAIN, None),
    (METASTATIC | PARTLY | AGAIN, None),
]


@pytest.mark.parametrize(("facts", "basis"), STABLE_FIRST)
def test_that_surgery_follows_fluids_is_said_of_localized_disease_alone(guide, facts, basis):
    arrows = guide.evaluate(VIPOMA | HORMONES | facts).route.arrows
    taken = {
        "inferred" if arrow.inferred else "stated"
        for arrow in arrows
        if (arrow.origin, arrow.target, arrow.state) == ("fluids", "surgery", "taken")
    }
    assert taken == ({basis} if basis else set())


def test_what_most_symptoms_respond_to_is_resection_of_liver_metastases(guide):
    rows = [row for row in guide.indications.values() if "respond" in row.why]
    assert [row.treatments for row in rows] == [("liver_resection",)]


REFRACTORY_SURGERY = [
    (LIVER | ALL | HORMONES, "liver_resection"),
    (LIVER | PARTLY | HORMONES, "debulking"),
    (LIVER | PARTLY | SIZE, "debulking"),
    (METASTATIC | {"liver": "none"} | PARTLY | HORMONES, "surgery"),
]


@pytest.mark.parametrize(("facts", "treatment"), REFRACTORY_SURGERY)
def test_that_surgery_has_failed_is_said_once_beside_an_operation(guide, facts, treatment):
    pathway = guide.evaluate(GASTRINOMA | REFRACTORY | facts)
    assert pathway.verdict(treatment).words.count("surgery has not controlled it") == 1


def test_growth_is_asked_in_words_that_are_not_the_first_guides(guide):
    """Its stable, growing and rapid compare scans; slow and progressive say how it behaves."""
    ours, theirs = guide.factors["growth"], packaged.guide_of("cancer-net-2023").factors["growth"]
    assert ours.question != theirs.question
    assert not {each.label for each in ours.levels} & {each.label for each in theirs.levels}


IMPOSSIBLE = [
    NONFUNCTIONING | HORMONES,
    NONFUNCTIONING | HIDDEN,
    LOCAL | {"liver": "present"},
    {"extent": "nodes", "bone_pain": "yes"},
    {"liver": "none", "liver_share": "yes"},
    BONE | SILENT,
    BONE | HORMONES,
    INSULINOMA | {"course": "refractory"},
    *(
        HIDDEN | each
        for each in (SIZE, {"size": "large"}, {"enucleable": "yes"}, PARTLY, NOTHING, AGAIN, OUT)
    ),
    HIDDEN | {"course": "residual"},
    *(OUT | each for each in (SIZE, PARTLY, NOTHING, {"growth": "progressing"})),
    LOCAL | NOTHING | {"enucleable": "yes"},
]


@pytest.mark.parametrize("profile", IMPOSSIBLE)
def test_what_cannot_occur(guide, profile):
    with pytest.raises(ProfileError):
        guide.evaluate(profile)


def test_it_is_not_called_a_summary_of_the_institute(guide):
    """The source may be named and dated; our tables are no summary of the institute's."""
    assert "PDQ" not in guide.metadata["title"]
    assert guide.short_title == "NCI's PDQ (2025)"  # as sentences name the source
    assert "not an NCI PDQ cancer information summary" in guide.footer
    assert "05/09/2025" in guide.footer
    source = guide.sources["nci_2025"]
    assert source.date == "05/09/2025"
    assert source.url == "https://www.cancer.gov/types/pancreatic/hp/pnet-treatment-pdq"


# -- cases ----------------------------------------------------------------------------------

STATUS_WORDS = {
    "Usual": "usual",
    "Option": "option",
    "Later": "later",
    "Depends": "depends",
    "Rather not": "against",
    "Not named here": "not_named",
}


def test_a_note_names_treatments_with_the_status_they_have(guide):
    ids = {treatment.label: name for name, treatment in guide.treatments.items()}
    pattern = re.compile(rf"({'|'.join(STATUS_WORDS)}): ([^.]+)\.")
    for case in guide.cases.values():
        for scene in case.scenes:
            named = {
                ids[label]: STATUS_WORDS[word]
                for word, labels in pattern.findall(scene.note)
                for label in labels.split(", ")
            }
            assert named, scene.title
            status = guide.evaluate(scene.profile).status
            assert {name: status[name] for name in named} == named, scene.title


def test_each_case_is_a_story_with_questions(guide):
    assert len(guide.cases) >= 4
    for case in guide.cases.values():
        assert 3 <= len(case.scenes) <= 5
        assert "invented" in case.scenes[0].story, "people in cases are plainly not real"
        for scene in case.scenes:
            assert scene.question.endswith("?")
            assert scene.about
            assert scene.cited.sections
