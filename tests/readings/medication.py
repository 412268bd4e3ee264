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
    NO_SSA,
    NOT_RAPID,
    PARTLY,
    POSITIVE,
    PRRTS,
    RAPID,
    SILENT,
    SIZE,
    SSAS,
    TARGETED,
    WELL,
    Reading,
    every,
    near,
)

ANALOGS = "Somatostatin analogs"
TARGETS = "Targeted therapy"
CHEMO = "Chemotherapy"
RADIONUCLIDES = "Peptide receptor radionuclide therapy (PRRT)"
IMMUNOTHERAPY = "Immunotherapy"

VHL = FIRST | WELL | {"vhl": "yes", "surgery_timing": "can_wait"}
RAPID_G3 = FIRST | G3 | RAPID
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
            *near(LOCAL | INOPERABLE | NOT_RAPID, every("option†", *SSAS), G2, G3),
            (ADVANCED | G1 | PARTLY | {"growth": "stable"}, every("option†", *SSAS)),
        ],
        spares=[
            (LOCAL | G2 | INOPERABLE | RAPID | SILENT, every("not_named", *SSAS)),
            (LOCAL | G3 | INOPERABLE | RAPID | SILENT, every("not_named", *SSAS)),
            (LOCAL | G2 | NOT_RAPID | SILENT, every("not_named", *SSAS)),
            (LOCAL | CARCINOMA | INOPERABLE | NOT_RAPID | SIZE, every("not_named", *SSAS)),
            (LOCAL | G2 | INOPERABLE | NOT_RAPID | HORMONES, every("option", *SSAS)),
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
            (METASTATIC | G2, every("later", *TARGETED[1:])),
        ],
        ours={"differentiation"},
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
            (VHL | G2 | {"extent": "metastatic"} | NO_SSA, BELZUTIFAN | {"everolimus": "later"}),
        ],
        spares=[
            (VHL | {"surgery_timing": "immediate"}, {"belzutifan": "not_named"}),
            (VHL | {"vhl": "no"}, {"belzutifan": "not_named"}),
            (VHL | {"extent": "localized", "vhl": "no"}, {"targeted_therapy": "not_named"}),
            (VHL | CARCINOMA, {"belzutifan": "not_named"}),
        ],
        ours={"differentiation"},
    ),
    Reading(
        "CAPTEM is the most common combination of several, and none of them is apart in when",
        CHEMO,
        shows=[(AFTER_SSAS, every("option", *CHEMOTHERAPY))],
        spares=[(AFTER_SSAS | {"prior_ssa": "no"}, every("later", *CHEMOTHERAPY))],
        ours={"differentiation"},
    ),
    Reading(
        "the list of combinations names no grade",
        CHEMO,
        shows=[(METASTATIC | G3, every("option", *CHEMOTHERAPY))],
        spares=[(METASTATIC | CARCINOMA, every("not_named", "captem", "capeox", "folfox"))],
    ),
    Reading(
        "it names no stage either, so they are for what cannot be removed whole, we conclude",
        CHEMO,
        shows=near(
            LOCAL | G2,
            every("option†", *CHEMOTHERAPY),
            *(INOPERABLE, PARTLY, INOPERABLE | SIZE, PARTLY | HORMONES),
        ),
        spares=[(LOCAL | G2, every("not_named", *CHEMOTHERAPY))],
    ),
    Reading(
        "platinum with etoposide is for poorly differentiated disease",
        CHEMO,
        shows=[
            (FIRST | CARCINOMA, PLATINUM),
            (LOCAL | CARCINOMA, PLATINUM),
            *near(METASTATIC | CARCINOMA, PLATINUM, {}, SIZE, HORMONES),
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
        shows=near(RAPID_G3, PLATINUM, {}, {"extent": "localized"}, SIZE, HORMONES),
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
            (AFTER_SSAS, NO_PLATINUM),
            (LOCAL | G3 | {"growth": "stable"}, NO_PLATINUM),
            (METASTATIC | G3 | {"growth": "growing"}, NO_PLATINUM),
        ],
        spares=[
            (METASTATIC | CARCINOMA | {"growth": "growing"}, PLATINUM),
            (
                LOCAL | G3 | {"growth": "stable", "removed": "yes"},
                {"platinum_etoposide": "not_named"},
            ),
        ],
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
        shows=[(AFTER_SSAS | POSITIVE, every("option", *PRRTS))],
        spares=[
            (AFTER_SSAS | NEGATIVE, every("not_named", *PRRTS)),
            (AFTER_SSAS, every("depends", *PRRTS)),
        ],
        ours={"differentiation"},
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
