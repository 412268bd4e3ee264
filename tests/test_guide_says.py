"""What the guide says, profile by profile. Each case names the sentence it holds the tables to."""

from __future__ import annotations

import pytest

LOCAL = {"extent": "localized", "resectability": "resectable"}
QUIET = {
    "extent": "localized",
    "grade": "G1",
    "differentiation": "well",
    "growth": "stable",
    "symptoms": "none",
}
META = {"extent": "metastatic", "differentiation": "well", "grade": "G2", "sstr": "positive"}
META_G3 = META | {"grade": "G3"}
ADVANCED = {"extent": "locally_advanced", "differentiation": "well", "sstr": "positive"}
SURGERIES = ["surgery", "enucleation", "whipple", "distal_pancreatectomy", "debulking"]
FORMS = ["bland_embolization", "chemoembolization", "radioembolization"]


def every(treatments, status):
    return dict.fromkeys(treatments, status)


CASES = {
    "surgery is the most common treatment of a localized tumor": (LOCAL, {"surgery": "usual"}),
    "distal pancreatectomy is the most common operation for the tail": (
        LOCAL | {"site": "tail"},
        {"distal_pancreatectomy": "usual", "whipple": "not_indicated", "enucleation": "option"},
    ),
    "the Whipple procedure takes out the head": (
        LOCAL | {"site": "head"},
        {"whipple": "option", "distal_pancreatectomy": "not_indicated", "enucleation": "option"},
    ),
    "active surveillance is for a quiet low-grade tumor": (
        QUIET,
        {"active_surveillance": "option"},
    ),
    "growth ends active surveillance": (
        QUIET | {"growth": "growing"},
        {"active_surveillance": "not_indicated"},
    ),
    "grade 2 is not low grade": (QUIET | {"grade": "G2"}, {"active_surveillance": "not_indicated"}),
    "a spread tumor is not watched": (
        QUIET | {"extent": "metastatic"},
        {"active_surveillance": "not_indicated"},
    ),
    "debulking where not all can be removed": (
        {"extent": "localized", "resectability": "partly_resectable"},
        {"debulking": "option", "surgery": "option", "enucleation": "not_indicated"},
    ),
    "no surgery of any kind where none is possible": (
        {"resectability": "unresectable"},
        every(SURGERIES, "not_indicated"),
    ),
    "after surgery for G1 or G2 usually nothing more": (
        LOCAL | {"grade": "G1"},
        {"follow_up": "usual"},
    ),
    "for G3 the guide is silent about what follows surgery": (
        LOCAL | {"grade": "G3"},
        {"follow_up": "not_indicated"},
    ),
    "SSAs first, the others later": (
        META | {"prior_ssa": "no"},
        every(["ssa", "octreotide", "lanreotide"], "usual")
        | every(["prrt", "chemotherapy", "captem", "capeox", "folfox"], "later")
        | every(["targeted_therapy", "everolimus", "sunitinib"], "later"),
    ),
    "after SSAs all are options, SSAs among them": (
        META | {"prior_ssa": "yes"},
        every(
            ["ssa", "prrt", "chemotherapy", "captem", "targeted_therapy", "everolimus"], "option"
        ),
    ),
    "well-differentiated G3: options at once": (
        META_G3 | {"prior_ssa": "no"},
        every(
            ["ssa", "prrt", "chemotherapy", "captem", "capeox", "folfox", "everolimus"], "option"
        ),
    ),
    "SSAs control hormone symptoms at any extent": (
        {"extent": "localized", "symptoms": "hormonal"},
        {"ssa": "option", "octreotide": "option"},
    ),
    "PRRT in locally advanced disease with receptors": (ADVANCED, {"prrt": "option"}),
    "PRRT needs receptors": (META | {"sstr": "negative"}, {"prrt": "not_indicated"}),
    "PRRT is for advanced disease": (
        META | {"extent": "localized"},
        {"prrt": "not_indicated", "everolimus": "not_indicated"},
    ),
    "PRRT is for well-differentiated disease": (
        {"extent": "metastatic", "differentiation": "poor", "sstr": "positive", "symptoms": "none"},
        {"prrt": "not_indicated", "everolimus": "not_indicated", "ssa": "not_indicated"},
    ),
    "everolimus and sunitinib in locally advanced disease": (
        ADVANCED,
        {"everolimus": "option", "sunitinib": "option", "chemotherapy": "depends"},
    ),
    "belzutifan: VHL and surgery that can wait, at any extent": (
        {"vhl": "yes", "surgery_timing": "can_wait"},
        {"belzutifan": "option"},
    ),
    "belzutifan not where surgery is needed at once": (
        {"vhl": "yes", "surgery_timing": "immediate"},
        {"belzutifan": "not_indicated"},
    ),
    "platinum with etoposide for carcinomas": (
        {"differentiation": "poor"},
        {"platinum_etoposide": "usual", "captem": "not_indicated", "chemotherapy": "usual"},
    ),
    "platinum with etoposide for very rapid G3": (
        {"grade": "G3", "differentiation": "well", "growth": "rapid"},
        {"platinum_etoposide": "option"},
    ),
    "no platinum for slower well-differentiated tumors": (
        META_G3 | {"growth": "growing"},
        {"platinum_etoposide": "not_indicated"},
    ),
    "metastatic: surgery only to relieve symptoms": (
        META | {"symptoms": "none", "resectability": "resectable"},
        every(SURGERIES, "not_indicated") | {"external_beam": "not_recommended"},
    ),
    "metastatic with symptoms: surgery and radiation may relieve them": (
        META | {"symptoms": "mass", "resectability": "partly_resectable"},
        {
            "surgery": "option",
            "debulking": "option",
            "external_beam": "option",
            "radiation": "option",
        },
    ),
    "metastatic with symptoms: no surgery where none is possible": (
        META | {"symptoms": "mass", "resectability": "unresectable"},
        every(SURGERIES, "not_indicated"),
    ),
    "external beam is not regularly used": (
        {"extent": "localized"},
        {"external_beam": "not_recommended", "radiation": "not_recommended"},
    ),
    "interferon is not currently recommended": (
        META,
        {"interferon_alfa": "not_recommended", "immunotherapy": "not_recommended"},
    ),
    "RFA and embolization for small liver metastases": (
        {"liver": "small"},
        every(["rfa", "embolization", *FORMS, "liver_directed"], "option"),
    ),
    "embolization usual where the disease is mostly in the liver, RFA not for larger ones": (
        {"liver": "large"},
        every(["embolization", *FORMS, "liver_directed"], "usual") | {"rfa": "not_indicated"},
    ),
    "nothing liver-directed without spread to the liver": (
        {"liver": "none"},
        every(["rfa", "embolization", *FORMS, "liver_directed"], "not_indicated"),
    ),
    "a recurrence begins with new tests": ({"course": "recurrent"}, {"repeat_testing": "usual"}),
    "no new tests without a recurrence": (
        {"course": "first"},
        {"repeat_testing": "not_indicated"},
    ),
    "supportive care and trials for everyone": (
        {},
        {"supportive_care": "usual", "clinical_trial": "option"},
    ),
    "a second opinion when metastatic": (META, {"second_opinion": "option"}),
    "no word of a second opinion before": (LOCAL, {"second_opinion": "not_indicated"}),
    "hospice in advanced disease and the last months": (
        {"extent": "locally_advanced", "life_expectancy": "under_six_months"},
        {"hospice": "option"},
    ),
    "hospice is not for those with longer to live": (
        {"extent": "metastatic", "life_expectancy": "six_months_or_more"},
        {"hospice": "not_indicated"},
    ),
    "unknown receptors leave PRRT open": (
        {"extent": "metastatic", "grade": "G2"},
        {"prrt": "depends", "ssa": "option", "chemotherapy": "later"},
    ),
}


@pytest.mark.parametrize(("profile", "expected"), CASES.values(), ids=CASES)
def test_the_guide_says(guide, profile, expected):
    pathway = guide.evaluate(profile)
    assert {name: pathway.status[name] for name in expected} == expected


def test_no_form_of_embolization_stands_before_another(guide):
    """The guide: it is not clear that one form is more effective."""
    for liver in ("small", "large"):
        pathway = guide.evaluate({"liver": liver})
        assert len({pathway.status[form] for form in FORMS}) == 1


def test_every_row_names_a_section_and_inferred_rows_say_so(guide):
    for row in guide.indications.values():
        assert row.cited.sections
        if row.basis == "inferred":
            assert len(row.why) > 60, f"{row.id}: an inference tells from what it is drawn"
