"""The kinds of medication, where the guide describes each."""

from __future__ import annotations

from readings.reading import (
    ADVANCED,
    BACK,
    CARCINOMA,
    CHEMOTHERAPY,
    FIRST,
    G1,
    G2,
    G3,
    HORMONES,
    INOPERABLE,
    LOCAL,
    METASTATIC,
    NEGATIVE,
    PARTLY,
    POSITIVE,
    PRRTS,
    SILENT,
    SIZE,
    SSAS,
    TARGETED,
    WELL,
    Reading,
    every,
)

ANALOGS = "Somatostatin analogs"
TARGETS = "Targeted therapy"
CHEMO = "Chemotherapy"
RADIONUCLIDES = "Peptide receptor radionuclide therapy (PRRT)"
IMMUNOTHERAPY = "Immunotherapy"

VHL = FIRST | WELL | {"vhl": "yes", "surgery_timing": "can_wait"}
RAPID_G3 = FIRST | G3 | {"growth": "rapid"}
AFTER_SSAS = METASTATIC | G2 | {"prior_ssa": "yes"}

BELZUTIFAN = every("option", "targeted_therapy", "belzutifan")
PLATINUM = every("option", "chemotherapy", "platinum_etoposide")
NO_PLATINUM = {"platinum_etoposide": "against"}

READINGS = [
    Reading(
        "somatostatin analogs control hormone symptoms, at any stage",
        ANALOGS,
        shows=[
            (LOCAL | HORMONES, every("option", *SSAS)),
            (ADVANCED | HORMONES, every("option", *SSAS)),
            (METASTATIC | CARCINOMA | HORMONES, every("option", *SSAS)),
            (BACK | {"symptoms": "both"}, every("option", *SSAS)),
        ],
        spares=[
            (LOCAL | SIZE, every("not_named", *SSAS)),
            (ADVANCED | SILENT, every("not_named", *SSAS)),
            (METASTATIC | CARCINOMA | SIZE, every("not_named", *SSAS)),
        ],
    ),
    Reading(
        "they may slow the growth, so they are for a tumor that cannot be removed whole",
        ANALOGS,
        shows=[
            (LOCAL | G2 | INOPERABLE | SILENT, every("option†", *SSAS)),
            (ADVANCED | G1 | PARTLY | SILENT, every("option†", *SSAS)),
        ],
        spares=[
            (LOCAL | G2 | SILENT, every("not_named", *SSAS)),
            (LOCAL | CARCINOMA | INOPERABLE | SILENT, every("not_named", *SSAS)),
            (LOCAL | G2 | INOPERABLE | HORMONES, every("option", *SSAS)),
        ],
    ),
    Reading(
        "two targeted drugs are approved for locally advanced tumors, removable or not",
        TARGETS,
        shows=[
            (ADVANCED | G2, every("option", *TARGETED)),
            (ADVANCED | G3 | INOPERABLE, every("option", *TARGETED)),
        ],
        spares=[
            (LOCAL | G2 | INOPERABLE, every("not_named", "everolimus", "sunitinib")),
            (ADVANCED | CARCINOMA, every("not_named", "everolimus", "sunitinib")),
        ],
    ),
    Reading(
        "they are approved for metastatic tumors too, so for grade 3, we conclude",
        TARGETS,
        shows=[(METASTATIC | G3, every("option†", *TARGETED))],
        spares=[
            (AFTER_SSAS, every("option", *TARGETED)),
            (METASTATIC | CARCINOMA, every("not_named", "everolimus", "sunitinib")),
        ],
    ),
    Reading(
        "belzutifan is for VHL syndrome where surgery can wait, at any stage",
        TARGETS,
        shows=[
            (VHL, BELZUTIFAN),
            (VHL | {"extent": "localized"}, BELZUTIFAN),
            (VHL | {"extent": "metastatic"}, BELZUTIFAN),
        ],
        spares=[
            (VHL | {"surgery_timing": "immediate"}, {"belzutifan": "not_named"}),
            (VHL | {"vhl": "no"}, {"belzutifan": "not_named"}),
            (VHL | {"extent": "localized", "vhl": "no"}, {"targeted_therapy": "not_named"}),
            (VHL | CARCINOMA, {"belzutifan": "not_named"}),
        ],
    ),
    Reading(
        "CAPTEM is the most common combination of several, and none of them is apart in when",
        CHEMO,
        shows=[
            (AFTER_SSAS, every("option", *CHEMOTHERAPY)),
            (METASTATIC | G3, {"chemotherapy": "option"} | every("option†", *CHEMOTHERAPY[1:])),
            (LOCAL | G2 | INOPERABLE, every("option†", *CHEMOTHERAPY)),
        ],
        spares=[(LOCAL | G2, every("not_named", *CHEMOTHERAPY))],
    ),
    Reading(
        "platinum with etoposide is for poorly differentiated disease",
        CHEMO,
        shows=[
            (FIRST | CARCINOMA, PLATINUM),
            (LOCAL | CARCINOMA, PLATINUM),
            (METASTATIC | CARCINOMA, PLATINUM),
        ],
        spares=[
            (METASTATIC | G3 | {"growth": "stable"}, NO_PLATINUM),
            (METASTATIC | G2, NO_PLATINUM),
            (METASTATIC | CARCINOMA, every("not_named", "captem", "capeox", "folfox")),
        ],
    ),
    Reading(
        "platinum with etoposide is for very rapid well-differentiated grade 3",
        CHEMO,
        shows=[(RAPID_G3, PLATINUM), (RAPID_G3 | {"extent": "localized"}, PLATINUM)],
        spares=[
            (RAPID_G3 | {"growth": "growing"}, NO_PLATINUM),
            (RAPID_G3 | G2, NO_PLATINUM),
            (RAPID_G3 | {"growth": "not_compared"}, NO_PLATINUM),
        ],
    ),
    Reading(
        "platinum with etoposide is usually not used elsewhere",
        CHEMO,
        shows=[
            (FIRST | G1, NO_PLATINUM),
            (AFTER_SSAS, NO_PLATINUM | {"chemotherapy": "option"}),
            (METASTATIC | G3 | {"growth": "growing"}, NO_PLATINUM | {"chemotherapy": "option"}),
        ],
        spares=[(METASTATIC | CARCINOMA | {"growth": "growing"}, PLATINUM)],
    ),
    Reading(
        "PRRT is approved for advanced tumors, so for locally advanced ones, we conclude",
        RADIONUCLIDES,
        shows=[
            (ADVANCED | G2 | POSITIVE | INOPERABLE, every("option†", *PRRTS)),
            (ADVANCED | G3 | POSITIVE | PARTLY, every("option†", *PRRTS)),
        ],
        spares=[
            (ADVANCED | G2 | POSITIVE, every("not_named", *PRRTS)),
            (ADVANCED | G2 | NEGATIVE | INOPERABLE, every("not_named", *PRRTS)),
            (LOCAL | G2 | POSITIVE | INOPERABLE, every("not_named", *PRRTS)),
            (ADVANCED | CARCINOMA | POSITIVE | INOPERABLE, every("not_named", *PRRTS)),
        ],
    ),
    Reading(
        "PRRT binds to somatostatin receptors and needs them",
        RADIONUCLIDES,
        shows=[
            (AFTER_SSAS | POSITIVE, every("option", *PRRTS)),
            (METASTATIC | G3 | POSITIVE, every("option", *PRRTS)),
        ],
        spares=[
            (AFTER_SSAS | NEGATIVE, every("not_named", *PRRTS)),
            (METASTATIC | G3 | NEGATIVE, every("not_named", *PRRTS)),
            (AFTER_SSAS, every("depends", *PRRTS)),
            (METASTATIC | CARCINOMA | POSITIVE, every("not_named", *PRRTS)),
        ],
    ),
    Reading(
        "interferon is of the past; of immunotherapy as such nothing is said",
        IMMUNOTHERAPY,
        shows=[
            ({}, {"interferon_alfa": "against"}),
            (METASTATIC | G2, {"interferon_alfa": "against", "immunotherapy": "not_named"}),
            (LOCAL | G1, {"interferon_alfa": "against", "immunotherapy": "not_named"}),
        ],
    ),
]
