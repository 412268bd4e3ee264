"""VIPoma, somatostatinoma and other tumors."""

from __future__ import annotations

from readings.nci.words import (
    AGAIN,
    ALL,
    BOTH,
    GROWN,
    HIDDEN,
    HORMONES,
    INSULINOMA,
    LEFT,
    LOCAL,
    METASTATIC,
    NO_LIVER,
    NODES,
    NONFUNCTIONING,
    NOTHING,
    OPERATIONS,
    OTHER,
    OUT,
    PARTLY,
    SILENT,
    SIZE,
    SOMATOSTATINOMA,
    TAIL,
    UNTREATED,
    VIPOMA,
)
from readings.reading import Reading, every, near

LOSING = VIPOMA | HORMONES | UNTREATED
SPREAD = LOSING | METASTATIC | NO_LIVER
STIFF = SOMATOSTATINOMA | ALL | UNTREATED
RARE = OTHER | LOCAL | PARTLY | UNTREATED
NOT_DEBULKED = {"debulking": "not_named"}

READINGS = [
    Reading(
        "immediate fluids are often necessary",
        "VIPoma",
        shows=[
            *near(LOSING, {"fluids": "usual"}, {}, LOCAL, METASTATIC, HIDDEN, BOTH, LEFT),
            (LOSING | LOCAL | AGAIN, {"fluids": "usual"}),
        ],
        spares=near(LOSING, {"fluids": "not_named"}, SILENT, SIZE, INSULINOMA),
    ),
    Reading(
        "analogues are also used, and no stage is named",
        "VIPoma",
        shows=[
            *near(LOSING, {"ssa": "option"}, {}, LOCAL, NODES, GROWN, HIDDEN, METASTATIC, LEFT),
            (LOSING | LOCAL | AGAIN, {"ssa": "option"}),
        ],
        spares=near(LOSING | LOCAL, {"ssa": "not_named"}, SILENT, SIZE, INSULINOMA | ALL),
    ),
    Reading(
        "once stabilized, excision is the first line for localized disease",
        "VIPoma",
        shows=[
            (LOSING | LOCAL | ALL, {"surgery": "usual"}),
            (LOSING | LOCAL | ALL | TAIL, {"surgery": "usual"} | every("not_named", *OPERATIONS)),
        ],
        spares=[
            *near(LOSING | LOCAL | ALL, {"surgery": "not_named"}, PARTLY, NOTHING, LEFT),
            *near(LOSING | LOCAL | ALL, {"surgery": "usual†"}, NODES, GROWN),
        ],
    ),
    Reading(
        "debulking should be considered in locally advanced or metastatic disease",
        "VIPoma",
        shows=[
            *near(LOSING | PARTLY, every("option", "debulking", "surgery"), GROWN, METASTATIC),
            (LOSING | PARTLY | GROWN | AGAIN, {"debulking": "option"}),
        ],
        spares=near(LOSING | PARTLY | GROWN, NOT_DEBULKED, LOCAL, NODES, ALL, NOTHING, SILENT),
    ),
    Reading(
        "and removal of gross disease, metastases too",
        "VIPoma",
        shows=near(SPREAD | PARTLY, {"metastasectomy": "option"}, {}, LEFT, BOTH),
        spares=near(
            SPREAD | PARTLY, {"metastasectomy": "not_named"}, NOTHING, SIZE, SILENT, GROWN, NODES
        ),
    ),
    Reading(
        "metastases too, we conclude, where all that is seen can be removed",
        "VIPoma",
        shows=near(SPREAD | ALL, {"metastasectomy": "option†"}, {}, LEFT, BOTH),
        spares=near(SPREAD | ALL, {"metastasectomy": "not_named"}, SIZE, SILENT, LOCAL),
    ),
    Reading(
        "complete excision is the therapy of choice of a somatostatinoma, if possible",
        "Somatostatinoma",
        shows=near(STIFF, {"surgery": "usual"}, LOCAL, NODES, GROWN, METASTATIC | NO_LIVER),
        spares=[
            *near(STIFF | GROWN, {"surgery": "not_named"}, PARTLY, NOTHING, OUT, LEFT),
            (STIFF | METASTATIC | NO_LIVER | NONFUNCTIONING, {"surgery": "option"}),
        ],
        ours={"extent", "course"},
    ),
    Reading(
        "palliative debulking of a somatostatinoma can be considered to relieve symptoms",
        "Somatostatinoma",
        shows=[
            *near(STIFF | METASTATIC | NO_LIVER | PARTLY, {"debulking": "option"}, HORMONES, SIZE),
            (STIFF | METASTATIC | NO_LIVER | PARTLY | SIZE | AGAIN, {"debulking": "option"}),
        ],
        spares=near(
            STIFF | METASTATIC | NO_LIVER | PARTLY | SIZE,
            NOT_DEBULKED,
            *(SILENT, NOTHING, NODES, GROWN, ALL),
        ),
    ),
    Reading(
        "other functional tumors are debulked for palliation of symptoms, at any extent",
        "Other Pancreatic Neuroendocrine Tumors",
        shows=[
            *near(RARE | SIZE, {"debulking": "option"}, {}, NODES, GROWN, METASTATIC, LEFT),
            (RARE | HORMONES, {"debulking": "option"}),
            (RARE | SIZE | AGAIN, {"debulking": "option"}),
        ],
        spares=near(RARE | SIZE, NOT_DEBULKED, SILENT, ALL, NOTHING, NONFUNCTIONING),
    ),
    Reading(
        "or have analogues for palliation of symptoms",
        "Other Pancreatic Neuroendocrine Tumors",
        shows=[
            *near(OTHER | SIZE | LOCAL | UNTREATED, {"ssa": "option"}, {}, HORMONES, BOTH, ALL),
            (OTHER | SIZE | LOCAL | AGAIN, {"ssa": "option"}),
        ],
        spares=near(OTHER | SIZE | LOCAL | UNTREATED, {"ssa": "not_named"}, SILENT, NONFUNCTIONING),
    ),
]
