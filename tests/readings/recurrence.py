"""A tumor that came back: the tests, what waits for them, and what is named then."""

from __future__ import annotations

from readings.reading import (
    ADVANCED,
    BACK,
    BOTH,
    CARCINOMA,
    EMBOLIZATION,
    G1,
    G2,
    G3,
    HORMONES,
    INOPERABLE,
    LOCAL,
    METASTATIC,
    NO_SSA,
    NOT_RAPID,
    OPERATIONS,
    POSITIVE,
    PRRTS,
    RAPID,
    RETESTED,
    RETURNED,
    SILENT,
    SIZE,
    SSAS,
    TARGETED,
    WELL,
    Reading,
    every,
    near,
)

RECURRENCE = "Remission and the chance of recurrence"

MEDICATION = ("ssa", "chemotherapy", "targeted_therapy")
MEDICINES = ("octreotide", "lanreotide", "captem", "capeox", "folfox", "everolimus", "sunitinib")
REGIMENS = ("chemotherapy", "captem", "capeox", "folfox")
SPREAD_BACK = METASTATIC | G2 | POSITIVE | NO_SSA | RETESTED
SERVICES = {"supportive_care": "usual", "clinical_trial": "option"}
DYING = {"life_expectancy": "under_six_months"}

READINGS = [
    Reading(
        "a tumor that comes back is tested anew before options are discussed",
        RECURRENCE,
        shows=[
            (RETURNED, {"repeat_testing": "usual"}),
            (RETURNED | {"extent": "metastatic"}, {"repeat_testing": "usual"}),
        ],
        spares=[
            ({"course": "first"}, {"repeat_testing": "not_named"}),
            ({"course": "retested"}, {"repeat_testing": "not_named"}),
        ],
    ),
    Reading(
        "the options wait for those tests",
        RECURRENCE,
        shows=[
            *near(LOCAL | RETURNED, {"surgery": "later"}, {}, SILENT, HORMONES),
            (ADVANCED | RETURNED, {"surgery": "later"}),
            (LOCAL | G2 | NOT_RAPID | RETURNED, every("later†", *MEDICATION)),
            (
                SPREAD_BACK | RETURNED,
                every("later", *SSAS, *PRRTS, *REGIMENS, *TARGETED),
            ),
            (SPREAD_BACK | RETURNED | G3, every("later", *SSAS, *PRRTS, "chemotherapy")),
            (
                METASTATIC | RETURNED | {"liver": "small"},
                every("later", "liver_directed", "rfa", *EMBOLIZATION),
            ),
            (
                METASTATIC | RETURNED | SIZE,
                {"radiation": "later", "external_beam": "later†"},
            ),
            (METASTATIC | RETURNED | CARCINOMA, every("later", "platinum_etoposide")),
        ],
        spares=[
            (LOCAL | RETESTED, {"surgery": "option"}),
            (SPREAD_BACK, every("usual", *SSAS)),
            (SPREAD_BACK | G3, every("option", *SSAS, *PRRTS, "chemotherapy")),
            (METASTATIC | RETESTED | {"liver": "small"}, every("option", "rfa", *EMBOLIZATION)),
            (METASTATIC | RETESTED | SIZE, {"radiation": "option", "external_beam": "option†"}),
            (LOCAL | RETURNED, SERVICES),
            (LOCAL | RETURNED | INOPERABLE, every("against", *OPERATIONS)),
            (METASTATIC | RETURNED | SILENT, every("against", *OPERATIONS)),
            (LOCAL | RETURNED, {"liver_directed": "not_named", "interferon_alfa": "against"}),
            (LOCAL | RETURNED | SILENT, {"radiation": "not_named", "external_beam": "against"}),
            (METASTATIC | RETURNED | DYING, {"hospice": "option"}),
        ],
        ours={"extent", "resectability"},
    ),
    Reading(
        "surgery is among the treatments of a tumor that came back",
        RECURRENCE,
        shows=[
            (LOCAL | BACK, {"surgery": "option"}),
            (ADVANCED | BACK, {"surgery": "option"}),
        ],
        spares=[
            (METASTATIC | BACK | SILENT | {"resectability": "resectable"}, {"surgery": "against"}),
            (LOCAL | BACK | G2, every("not_named", *OPERATIONS[1:])),
            (LOCAL, {"surgery": "usual"}),
            (LOCAL | BACK | INOPERABLE, {"surgery": "against"}),
        ],
        ours={"extent", "resectability"},
    ),
    Reading(
        "so is medication, without a drug: three kinds may be meant, we conclude",
        RECURRENCE,
        shows=[
            *near(LOCAL | BACK | NOT_RAPID | SILENT, every("option†", *MEDICATION), G2, G3),
            (LOCAL | BACK | WELL | {"growth": "stable"}, every("option†", *MEDICATION)),
            *near(LOCAL | BACK | G1 | NOT_RAPID, {"chemotherapy": "option†"}, HORMONES, SIZE, BOTH),
        ],
        spares=[
            (LOCAL | BACK | G2 | NOT_RAPID | SILENT, every("not_named", *MEDICINES, *PRRTS)),
            (
                LOCAL | BACK | G3 | RAPID | SILENT,
                {"ssa": "not_named", "targeted_therapy": "option†", "chemotherapy": "option"},
            ),
            (LOCAL | BACK | CARCINOMA | NOT_RAPID | SIZE, {"ssa": "not_named"}),
            (LOCAL | G2 | NOT_RAPID | SILENT, every("not_named", "ssa", "chemotherapy")),
            (LOCAL | G2 | NOT_RAPID | SILENT | {"vhl": "no"}, {"targeted_therapy": "not_named"}),
            (ADVANCED | BACK | G2 | NOT_RAPID | SILENT, {"targeted_therapy": "option"}),
        ],
    ),
]
