"""What follows an operation that took out all of the tumor."""

from __future__ import annotations

from readings.reading import (
    CARCINOMA,
    CHEMOTHERAPY,
    EMBOLIZATION,
    G1,
    G2,
    G3,
    LOCAL,
    METASTATIC,
    OPERATIONS,
    PRRTS,
    RETESTED,
    SILENT,
    SSAS,
    TARGETED,
    WELL,
    Reading,
    every,
    near,
)

SURGERY = "Surgery"

REMOVED = {"removed": "yes"}
OUT = REMOVED | {"extent": "localized", "course": "first"}
SPREAD_OUT = OUT | {"extent": "metastatic"}
DRUGS = (*SSAS, *PRRTS, *CHEMOTHERAPY, *TARGETED)
LIVER = ("liver_directed", "rfa", *EMBOLIZATION)

NOTHING_MORE = {"follow_up": "usual"} | every(
    "against",
    *(*DRUGS, "platinum_etoposide", "belzutifan", *LIVER, "radiation", "external_beam"),
    *("immunotherapy", "interferon_alfa"),
)
SILENCE = every(
    "not_named", "follow_up", *DRUGS, "platinum_etoposide", *LIVER, "radiation", "immunotherapy"
)

READINGS = [
    Reading(
        "after surgery for grade 1 or 2 more treatment is usually not needed",
        SURGERY,
        shows=[*near(OUT, NOTHING_MORE, G1, G2), (REMOVED | G2 | RETESTED, NOTHING_MORE)],
        spares=[
            (LOCAL | G1, {"follow_up": "not_named", "immunotherapy": "not_named"}),
            (OUT | {"removed": "no"} | G2, {"follow_up": "not_named"}),
        ],
    ),
    Reading(
        "that sentence names no stage, so it holds of metastatic tumors too, we conclude",
        SURGERY,
        shows=near(SPREAD_OUT, NOTHING_MORE, G1, G2, G2 | {"liver": "large"}),
        spares=[
            (SPREAD_OUT | {"removed": "no"} | G2, {"follow_up": "not_named"}),
            (SPREAD_OUT | G3, SILENCE),
        ],
    ),
    Reading(
        "the guide is silent about what follows surgery for grade 3",
        SURGERY,
        shows=near(
            OUT | G3,
            SILENCE | every("against", "external_beam", "interferon_alfa"),
            *({}, {"extent": "locally_advanced"}, {"extent": "metastatic"}),
        ),
        spares=[(OUT | G2, {"follow_up": "usual"})],
    ),
    Reading(
        "it is silent about what follows surgery for a carcinoma, platinum with etoposide too",
        SURGERY,
        shows=[(OUT | CARCINOMA, SILENCE | {"surgery": "against†"})],
        spares=[(OUT | CARCINOMA | {"removed": "no"}, {"platinum_etoposide": "option"})],
    ),
    Reading(
        "surgery takes the tumor out, so there is none once it is out",
        SURGERY,
        shows=[
            *near(OUT, every("against†", *OPERATIONS), {}, WELL | RETESTED),
            (SPREAD_OUT | SILENT, every("against†", *OPERATIONS)),
        ],
        spares=[
            (LOCAL, {"surgery": "usual"}),
            (METASTATIC | SILENT | {"resectability": "resectable"}, every("against", *OPERATIONS)),
        ],
    ),
]
