"""The liver, radiation, care for the person, and the last months."""

from __future__ import annotations

from itertools import product

from readings.reading import (
    ADVANCED,
    BACK,
    BOTH,
    CARCINOMA,
    EMBOLIZATION,
    FIRST,
    G3,
    HORMONES,
    INOPERABLE,
    LOCAL,
    METASTATIC,
    PARTLY,
    SILENT,
    SIZE,
    Reading,
    every,
    near,
)

TYPES = "Types of Treatment"
HOW = "How a pancreas NET is treated"
RADIATION = "Radiation therapy"
LIVER = "Liver-directed treatment"
EFFECTS = "Physical, emotional, social, and financial effects of a pancreas NET"
THE_END = "If treatment does not work"

EVERYBODY = [
    {},
    LOCAL,
    ADVANCED,
    METASTATIC | CARCINOMA,
    BACK,
    {"removed": "yes"},
    {"life_expectancy": "under_six_months"},
]
SHORT = {"life_expectancy": "under_six_months"}
LONGER = {"life_expectancy": "six_months_or_more"}
MOSTLY_LIVER = METASTATIC | {"liver_share": "yes"}

LARGE = METASTATIC | {"liver": "large"}

READINGS = [
    Reading(
        "trials are an option at every stage",
        TYPES,
        shows=[(profile, {"clinical_trial": "option"}) for profile in EVERYBODY],
    ),
    Reading(
        "the plan includes care for symptoms and side effects",
        HOW,
        shows=[(profile, {"supportive_care": "usual"}) for profile in EVERYBODY],
    ),
    Reading(
        "anybody may have supportive care, at any stage",
        EFFECTS,
        shows=[(profile, {"supportive_care": "usual"}) for profile in EVERYBODY],
    ),
    Reading(
        "external-beam radiation is not regularly used; of radiation as such nothing is said",
        RADIATION,
        shows=[
            (LOCAL | SIZE, {"external_beam": "against", "radiation": "not_named"}),
            (METASTATIC | SILENT, {"external_beam": "against", "radiation": "not_named"}),
        ],
        spares=[(METASTATIC | SIZE, {"external_beam": "option†", "radiation": "option"})],
    ),
    Reading(
        "radiation may improve symptoms, so of a tumor that cannot be removed whole, we conclude",
        EFFECTS,
        shows=[
            shown
            for extent, removable in product((LOCAL, ADVANCED), (PARTLY, INOPERABLE))
            for shown in (
                (extent | removable | HORMONES, {"radiation": "option†"}),
                (extent | removable | SIZE, every("option†", "radiation", "external_beam")),
                (extent | removable | BOTH, every("option†", "radiation", "external_beam")),
            )
        ],
        spares=[
            (LOCAL | HORMONES, {"radiation": "not_named"}),
            (LOCAL | INOPERABLE | SILENT, {"radiation": "not_named"}),
            (LOCAL | INOPERABLE | HORMONES, {"external_beam": "against"}),
        ],
    ),
    Reading(
        "where cancer has spread to the liver, treatments directed at it may be used",
        LIVER,
        shows=[(METASTATIC | {"liver": "small"}, every("option", "liver_directed", *EMBOLIZATION))],
        spares=[(METASTATIC | {"liver": "none"}, every("not_named", "liver_directed", "rfa"))],
    ),
    Reading(
        "radiofrequency ablation is usually for small metastases in the liver",
        LIVER,
        shows=[
            (METASTATIC | {"liver": "small"}, {"rfa": "option"}),
            (FIRST | SIZE | {"liver": "small"}, {"rfa": "option"}),
        ],
        spares=[
            (METASTATIC | {"liver": "large"}, {"rfa": "against"}),
            (METASTATIC | {"liver": "none"}, {"rfa": "not_named"}),
        ],
    ),
    Reading(
        "radiofrequency ablation does not work well on larger ones",
        LIVER,
        shows=near(LARGE, {"rfa": "against", "liver_directed": "option"}, {}, G3),
        spares=[
            (METASTATIC | {"liver": "small"}, {"rfa": "option"}),
            (LARGE | G3 | {"removed": "yes"}, {"rfa": "not_named"}),
        ],
    ),
    Reading(
        "embolization is usually for disease that is mostly in the liver",
        LIVER,
        shows=[
            (MOSTLY_LIVER, every("option", *EMBOLIZATION)),
            (MOSTLY_LIVER | {"liver": "large"}, every("option", *EMBOLIZATION)),
        ],
        spares=[
            (METASTATIC | {"liver": "none"}, every("not_named", *EMBOLIZATION)),
            (METASTATIC | {"liver_share": "no"}, every("depends", *EMBOLIZATION)),
        ],
    ),
    Reading(
        "embolization is in particular for symptoms from size or hormones there",
        LIVER,
        shows=[
            (MOSTLY_LIVER | SIZE, every("option", *EMBOLIZATION)),
            (MOSTLY_LIVER | HORMONES, every("option", *EMBOLIZATION)),
        ],
        spares=[
            (MOSTLY_LIVER | SILENT, every("option", *EMBOLIZATION)),
            (METASTATIC | SIZE, every("depends", *EMBOLIZATION)),
        ],
    ),
    Reading(
        "hospice may be considered in advanced disease with less than six months to live",
        THE_END,
        shows=[(METASTATIC | SHORT, {"hospice": "option"})],
        spares=[
            (METASTATIC | LONGER, {"hospice": "not_named"}),
            (LOCAL | SHORT, {"hospice": "not_named"}),
            (METASTATIC, {"hospice": "depends"}),
        ],
        ours={"extent"},
    ),
    Reading(
        "locally advanced, or not to be removed whole, may be advanced too, we conclude",
        THE_END,
        shows=[
            (ADVANCED | SHORT, {"hospice": "option†"}),
            (LOCAL | PARTLY | SHORT, {"hospice": "option†"}),
            (FIRST | INOPERABLE | SHORT | {"extent": "localized"}, {"hospice": "option†"}),
        ],
        spares=[
            (ADVANCED | LONGER, {"hospice": "not_named"}),
            (LOCAL | SHORT, {"hospice": "not_named"}),
            (ADVANCED | SHORT | {"removed": "yes"}, {"hospice": "not_named"}),
        ],
    ),
]
