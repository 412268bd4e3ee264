"""The tables held to the guide, sentence by sentence: see `readings` for what each one says.

Where these tests and the tables differ, the guide decides.
"""

from __future__ import annotations

import pytest
from readings import READINGS
from readings.reading import (
    ADVANCED,
    CARCINOMA,
    EMBOLIZATION,
    G2,
    G3,
    HORMONES,
    INOPERABLE,
    LOCAL,
    METASTATIC,
    PARTLY,
    POSITIVE,
    RETESTED,
    RETURNED,
    SILENT,
    SIZE,
)

BY_RULE = {reading.rule: reading for reading in READINGS}
PROFILES = [profile for reading in READINGS for profile, _ in (*reading.shows, *reading.spares)]

REMOVABLE = {"resectability": "resectable"}
CONTROL_RELIEVE = {"control", "relieve"}
MOSTLY_LIVER = METASTATIC | {"liver_share": "yes"}
FRESH = METASTATIC | G2 | POSITIVE | SILENT | {"prior_ssa": "no"}
BACK_AGAIN = LOCAL | G2 | RETESTED | {"growth": "growing"}
HOW = "How a pancreas NET is treated"
EFFECTS = "Physical, emotional, social, and financial effects of a pancreas NET"


def words_of(pathway, treatment):
    return pathway.status[treatment] + ("†" if pathway.verdict(treatment).inferred else "")


@pytest.mark.parametrize("reading", READINGS, ids=BY_RULE)
def test_the_guide_says(guide, reading):
    for profile, expected in (*reading.shows, *reading.spares):
        pathway = guide.evaluate(profile)
        assert {name: words_of(pathway, name) for name in expected} == expected, pathway.sentence


# -- the words beside a status --------------------------------------------------------------

TOLD = [
    ("generally does not cure", LOCAL | PARTLY, "debulking"),
    ("no operation is possible", LOCAL | INOPERABLE, "surgery"),
    ("may not be needed without symptoms", METASTATIC | SILENT | REMOVABLE, "surgery"),
    ("to relieve symptoms, not to cure", METASTATIC | SIZE | REMOVABLE, "surgery"),
    ("often the first treatment", FRESH, "ssa"),
    ("often after SSAs", FRESH, "prrt"),
    ("may also be used alone or together", FRESH, "targeted_therapy"),
    ("medication is often part of the plan; no drug is named", BACK_AGAIN, "ssa"),
    ("medication is often part of the plan; no drug is named", BACK_AGAIN, "chemotherapy"),
    ("after the new tests", LOCAL | RETURNED, "surgery"),
    ("after the new tests", FRESH | RETURNED, "prrt"),
    ("after the new tests", FRESH | RETURNED, "captem"),
    ("not said of metastatic tumors apart", METASTATIC | G2 | {"removed": "yes"}, "follow_up"),
    ("everolimus and sunitinib are approved", ADVANCED | G2, "targeted_therapy"),
    ("may also be used alone or together", FRESH, "chemotherapy"),
    ("usually not needed after surgery", LOCAL | G2 | {"removed": "yes"}, "chemotherapy"),
    ("usually only for carcinomas and very rapid G3", FRESH, "platinum_etoposide"),
    ("not currently recommended", FRESH, "interferon_alfa"),
    ("not regularly used", LOCAL, "external_beam"),
    ("not regularly used", METASTATIC | SIZE, "external_beam"),
    ("does not work well on larger tumors", METASTATIC | {"liver": "large"}, "rfa"),
    ("part of every plan", {}, "supportive_care"),
    ("may be considered", METASTATIC | {"life_expectancy": "under_six_months"}, "hospice"),
]


UNTOLD = [
    ("after the new tests", FRESH | RETESTED, "prrt"),
    ("after the new tests", LOCAL | RETURNED | SILENT, "radiation"),
    ("not said of metastatic tumors apart", LOCAL | G2 | {"removed": "yes"}, "follow_up"),
    ("receptors", FRESH, "ssa"),
]


@pytest.mark.parametrize(("words", "profile", "treatment"), UNTOLD)
def test_words_of_another_situation_do_not(guide, words, profile, treatment):
    assert not any(words in each for each in guide.evaluate(profile).verdict(treatment).remarks)


@pytest.mark.parametrize(("words", "profile", "treatment"), TOLD)
def test_what_the_guide_says_with_it_stands_beside_the_status(guide, words, profile, treatment):
    pathway = guide.evaluate(profile)
    assert words in "; ".join([pathway.verdict(treatment).words, *pathway.verdict(treatment).marks])


MARKS = {
    "CAPTEM is the most common combination": (FRESH, "captem", ("most common regimen",)),
    "CAPTEM is so for grade 3 too": (METASTATIC | G3, "captem", ("most common regimen",)),
    "CAPEOX and FOLFOX are others": (FRESH, "capeox", ()),
    "trials are encouraged once metastatic": (METASTATIC, "clinical_trial", ("encouraged",)),
    "trials are an option before": (LOCAL, "clinical_trial", ()),
    "embolization is usual where mostly the liver has it": (
        MOSTLY_LIVER | SILENT,
        "embolization",
        ("usually used here",),
    ),
    "in particular with symptoms there": (
        MOSTLY_LIVER | HORMONES,
        "embolization",
        ("usually used here", "in particular with symptoms from size or hormones"),
    ),
    "the operation for a locally advanced tail": (
        ADVANCED | {"site": "tail"},
        "distal_pancreatectomy",
        ("most common operation",),
    ),
    "the body has no such operation": (ADVANCED | {"site": "body"}, "distal_pancreatectomy", ()),
    "any spread to the liver is not that": (METASTATIC | {"liver": "small"}, "embolization", ()),
}


@pytest.mark.parametrize(("profile", "treatment", "marks"), MARKS.values(), ids=MARKS)
def test_most_common_within_a_group_is_a_mark(guide, profile, treatment, marks):
    assert guide.evaluate(profile).verdict(treatment).marks == marks


AIMS = {
    "chemotherapy controls": (FRESH, "chemotherapy", {"control"}),
    "and relieves symptoms": (FRESH | SIZE, "chemotherapy", CONTROL_RELIEVE),
    "after analogs too": (
        FRESH | HORMONES | {"prior_ssa": "yes"},
        "chemotherapy",
        CONTROL_RELIEVE,
    ),
    "in grade 3 too": (METASTATIC | G3 | SIZE, "chemotherapy", CONTROL_RELIEVE),
    "in carcinomas too": (LOCAL | CARCINOMA | SIZE, "chemotherapy", CONTROL_RELIEVE),
    "where it cannot be removed": (
        LOCAL | G2 | INOPERABLE | HORMONES,
        "chemotherapy",
        CONTROL_RELIEVE,
    ),
    "when it is back": (BACK_AGAIN | SIZE, "chemotherapy", CONTROL_RELIEVE),
    "embolization controls": (MOSTLY_LIVER | SILENT, "embolization", {"control"}),
    "and relieves hormone symptoms": (MOSTLY_LIVER | HORMONES, "embolization", CONTROL_RELIEVE),
    "analogs control the tumor": (FRESH, "ssa", {"control"}),
    "and hormone symptoms": (FRESH | {"prior_ssa": "yes"} | HORMONES, "ssa", CONTROL_RELIEVE),
    "surgery removes": (LOCAL, "surgery", {"remove"}),
    "once metastatic it relieves": (METASTATIC | REMOVABLE | SIZE, "surgery", {"relieve"}),
    "radiation relieves": (METASTATIC | SIZE, "radiation", {"relieve"}),
    "targeted therapy controls": (FRESH | SIZE, "targeted_therapy", {"control"}),
}


@pytest.mark.parametrize(("profile", "treatment", "aims"), AIMS.values(), ids=AIMS)
def test_what_a_treatment_is_for(guide, profile, treatment, aims):
    verdict = guide.evaluate(profile).verdict(treatment)
    assert {aim.id for row in verdict.reasons for aim in map(guide.aims.get, row.aims)} == aims


def test_no_form_of_embolization_stands_before_another(guide):
    """So far it is not clear that one works better."""
    for profile in (*PROFILES, MOSTLY_LIVER, MOSTLY_LIVER | HORMONES):
        pathway = guide.evaluate(profile)
        forms = EMBOLIZATION[1:]
        assert len({(words_of(pathway, form), pathway.verdict(form).marks) for form in forms}) == 1


def test_no_gene_mutation_is_needed_for_the_two_approved_drugs(guide):
    for profile in (FRESH, FRESH | {"prior_ssa": "yes"}, LOCAL | {"extent": "locally_advanced"}):
        reasons = guide.evaluate(profile | G2).verdict("everolimus").reasons
        assert any("No gene mutation is needed" in row.why for row in reasons)


# -- what treatment depends on, and what goes together ---------------------------------------


def test_what_treatment_depends_on_is_a_control_or_stands_beside_them(guide):
    with_a_rule = {"site", "extent", "grade", "differentiation", "function", "sstr"}
    named = {factor.id for factor in guide.factors.values() if HOW in factor.cited.sections}
    assert with_a_rule <= named | {"site"}
    without = {topic.label for topic in guide.considerations}
    assert {"Possible side effects", "The person's preferences", "Overall health"} <= without
    assert all(HOW in topic.cited.sections for topic in guide.considerations)


def test_what_is_also_a_form_of_radiation_or_uses_chemotherapy(guide):
    forms = {t.id: t.also_form_of for t in guide.treatments.values() if t.also_form_of}
    assert forms == {
        "prrt": ("radiation",),
        "radioembolization": ("radiation",),
        "chemoembolization": ("chemotherapy",),
    }


TOGETHER = {
    "analogs, chemotherapy and targeted therapy alone or together": (
        FRESH,
        ("ssa", "chemotherapy", "targeted_therapy"),
        "alone_or_together",
        "Metastatic pancreas NETs",
    ),
    "what follows the analogs may be one or several": (
        FRESH,
        ("prrt", "chemotherapy", "targeted_therapy"),
        "alone_or_together",
        "Metastatic pancreas NETs",
    ),
    "a plan for well-differentiated grade 3": (
        METASTATIC | G3 | POSITIVE,
        ("ssa", "chemotherapy", "prrt"),
        "within_a_plan",
        "Metastatic pancreas NETs",
    ),
    "medication within a plan with surgery": (
        LOCAL | HORMONES,
        ("ssa", "surgery"),
        "within_a_plan",
        "Therapies using medication",
    ),
    "medication within a plan with radiation": (
        METASTATIC | G2 | SIZE | {"prior_ssa": "yes"},
        ("chemotherapy", "radiation"),
        "within_a_plan",
        "Therapies using medication",
    ),
    "supportive care along with treatment of the tumor": (
        LOCAL,
        ("supportive_care", "surgery"),
        "together",
        EFFECTS,
    ),
}


@pytest.mark.parametrize(("profile", "parts", "how", "section"), TOGETHER.values(), ids=TOGETHER)
def test_what_the_guide_names_together(guide, profile, parts, how, section):
    pathway = guide.evaluate(profile)
    for part in parts:
        assert any(
            set(parts) <= set(combination.treatments)
            and combination.how == how
            and combination.basis == "stated"
            and section in combination.cited.sections
            for combination in pathway.verdict(part).combined
        ), part
