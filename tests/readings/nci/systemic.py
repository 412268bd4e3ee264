"""Drugs for advanced and metastatic disease."""

from __future__ import annotations

from readings.nci.words import (
    AGAIN,
    ALL,
    CHEMOTHERAPY,
    FIVE_DRUGS,
    GASTRINOMA,
    GROWN,
    HORMONES,
    INSULINOMA,
    KINDS,
    LEFT,
    LOCAL,
    METASTATIC,
    NODES,
    NONFUNCTIONING,
    NOTHING,
    OUT,
    PARTLY,
    PROGRESSING,
    REFRACTORY,
    SILENT,
    SIZE,
    SLOW,
    SOMATOSTATINOMA,
    TARGETED,
    UNTREATED,
)
from readings.reading import Reading, every, near

SECTION = "Systemic Therapy for Advanced and Metastatic Disease"

SPREAD = NONFUNCTIONING | METASTATIC | UNTREATED
ADVANCED = NONFUNCTIONING | GROWN | NOTHING | UNTREATED

READINGS = [
    Reading(
        "analogues may reduce the symptoms of functional tumors",
        SECTION,
        shows=[
            (kind | HORMONES | METASTATIC | course, {"ssa": "option"})
            for kind in (INSULINOMA, SOMATOSTATINOMA)
            for course in (UNTREATED, LEFT, AGAIN)
        ],
        spares=[
            *near(
                SOMATOSTATINOMA | HORMONES | METASTATIC | UNTREATED,
                {"ssa": "not_named"},
                *(SILENT, SIZE, LOCAL, NODES | ALL),
            ),
            (SPREAD, {"ssa": "not_named"}),
        ],
    ),
    Reading(
        "locally advanced is advanced, we conclude, whether it can be removed or not",
        SECTION,
        shows=near(
            SOMATOSTATINOMA | HORMONES | GROWN | UNTREATED,
            {"ssa": "option†"},
            *({}, ALL, PARTLY, NOTHING, LEFT, INSULINOMA),
        ),
        spares=near(
            SOMATOSTATINOMA | HORMONES | GROWN | UNTREATED, {"ssa": "not_named"}, SILENT, SIZE
        ),
    ),
    Reading(
        "with nodes that cannot be removed completely, too, we conclude",
        SECTION,
        shows=near(
            SOMATOSTATINOMA | HORMONES | NODES | UNTREATED, {"ssa": "option†"}, PARTLY, NOTHING
        ),
        spares=[
            (SOMATOSTATINOMA | HORMONES | NODES | UNTREATED | ALL, {"ssa": "not_named"}),
            *near(
                SOMATOSTATINOMA | HORMONES | NODES | UNTREATED | PARTLY,
                {"ssa": "not_named"},
                *(LOCAL, SIZE),
            ),
        ],
    ),
    Reading(
        "chemotherapy has antitumor effects in metastatic disease, whatever the kind",
        SECTION,
        shows=[
            *((SPREAD | {"kind": kind}, every("option", *CHEMOTHERAPY)) for kind in KINDS),
            *near(SPREAD, every("option", *CHEMOTHERAPY), LEFT, SILENT, SLOW, ALL, NOTHING),
            (SPREAD | AGAIN, every("option", *CHEMOTHERAPY)),
        ],
        spares=[
            *near(SPREAD, every("not_named", *CHEMOTHERAPY), OUT, LOCAL, NODES | ALL),
            (SPREAD | AGAIN | LOCAL, every("not_named", *FIVE_DRUGS)),
        ],
    ),
    Reading(
        "in advanced disease too, as we read it",
        SECTION,
        shows=[
            *near(ADVANCED, every("option†", *CHEMOTHERAPY), {}, PARTLY, NODES, LEFT),
            (ADVANCED | AGAIN, every("option†", *FIVE_DRUGS)),
        ],
        spares=[
            *near(ADVANCED, every("not_named", *CHEMOTHERAPY), ALL, LOCAL),
            *near(ADVANCED | AGAIN, every("not_named", *FIVE_DRUGS), ALL, LOCAL),
        ],
    ),
    Reading(
        "targeted drugs have shown activity in metastatic disease",
        SECTION,
        shows=[
            *((SPREAD | {"kind": kind}, every("option", *TARGETED)) for kind in KINDS),
            (SPREAD | GASTRINOMA | REFRACTORY, every("option", *TARGETED)),
        ],
        spares=near(SPREAD, every("not_named", *TARGETED), LOCAL, OUT, NODES | ALL),
    ),
    Reading(
        "targeted drugs in advanced disease, as we read it",
        SECTION,
        shows=near(ADVANCED, every("option†", *TARGETED), {}, PARTLY, NODES, LEFT),
        spares=near(ADVANCED, every("not_named", *TARGETED), ALL, LOCAL),
    ),
    Reading(
        "trials of everolimus and sunitinib are told of once more where it is back",
        SECTION,
        shows=near(
            NONFUNCTIONING | AGAIN, every("option", "everolimus", "sunitinib"), LOCAL, METASTATIC
        ),
        spares=near(
            NONFUNCTIONING | LOCAL | AGAIN,
            every("not_named", "everolimus", "sunitinib"),
            *(UNTREATED, LEFT, OUT),
        ),
    ),
    Reading(
        "radiolabeled analogues: responses in metastatic, progressive disease",
        SECTION,
        shows=[
            *((SPREAD | PROGRESSING | {"kind": kind}, {"prrt": "option"}) for kind in KINDS),
            (SPREAD | PROGRESSING | LEFT | SIZE, {"prrt": "option"}),
        ],
        spares=near(SPREAD | PROGRESSING, {"prrt": "not_named"}, SLOW, LOCAL, NODES | ALL),
    ),
    Reading(
        "radiolabeled analogues: advanced disease as we read it",
        SECTION,
        shows=near(ADVANCED | PROGRESSING, {"prrt": "option†"}, {}, PARTLY, NODES, LEFT),
        spares=near(ADVANCED | PROGRESSING, {"prrt": "not_named"}, SLOW, ALL, LOCAL),
    ),
]
