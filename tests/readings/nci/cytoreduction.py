"""Operations and other procedures for metastases."""

from __future__ import annotations

from readings.nci.words import (
    ABLATIONS,
    AGAIN,
    ALL,
    BOTH,
    EMBOLIZATIONS,
    GASTRINOMA,
    HORMONES,
    KINDS,
    LEFT,
    LIVER,
    LOCAL,
    METASTATIC,
    NO_LIVER,
    NODES,
    NONFUNCTIONING,
    NOTHING,
    OTHER,
    OUT,
    PARTLY,
    REFRACTORY,
    SILENT,
    SIZE,
    SOMATOSTATINOMA,
    UNTREATED,
    VIPOMA,
)
from readings.reading import Reading, every, near

SECTION = "Surgical Cytoreduction for Metastases"

FAR = METASTATIC | ALL | NO_LIVER | UNTREATED
LIVER_OUT = NONFUNCTIONING | LIVER | ALL | UNTREATED
LIVER_PART = NONFUNCTIONING | LIVER | PARTLY | SIZE | UNTREATED
RESECTED = every("usual", "liver_resection", "metastasectomy", "surgery")
NOT_RESECTED = {"liver_resection": "not_named"}
ALTERNATIVES = every("option", *ABLATIONS, "liver_directed", *EMBOLIZATIONS)
NO_ALTERNATIVES = every("not_named", *ABLATIONS, "liver_directed", *EMBOLIZATIONS)
DEBULKED = {"debulking": "option", "surgery": "option"}
NOT_DEBULKED = {"debulking": "not_named"}

READINGS = [
    Reading(
        "surgery plays a role even in metastatic disease",
        SECTION,
        shows=[
            (kind | FAR, {"surgery": "option"})
            for kind in (GASTRINOMA, VIPOMA, OTHER, NONFUNCTIONING)
        ],
        spares=[
            *near(NONFUNCTIONING | FAR, {"surgery": "not_named"}, PARTLY, NOTHING, LEFT, OUT),
            (NONFUNCTIONING | FAR | SOMATOSTATINOMA, {"surgery": "usual"}),
        ],
        ours={"course"},
    ),
    Reading(
        "debulking may ease the symptoms of metastatic functional tumors",
        SECTION,
        shows=[
            (kind | METASTATIC | PARTLY | NO_LIVER | HORMONES | course, DEBULKED)
            for kind, course in (
                (GASTRINOMA, UNTREATED),
                (GASTRINOMA, REFRACTORY),
                (VIPOMA, LEFT),
                (SOMATOSTATINOMA, LEFT),
            )
        ],
        spares=near(
            GASTRINOMA | METASTATIC | PARTLY | NO_LIVER | HORMONES | UNTREATED,
            NOT_DEBULKED,
            *(ALL, NOTHING, SILENT, SIZE, NODES),
        ),
    ),
    Reading(
        "debulking may do so for what is back, too",
        SECTION,
        shows=[(GASTRINOMA | METASTATIC | PARTLY | NO_LIVER | HORMONES | AGAIN, DEBULKED)],
        spares=near(
            GASTRINOMA | METASTATIC | PARTLY | NO_LIVER | HORMONES | AGAIN,
            NOT_DEBULKED,
            *(ALL, SIZE, NODES),
        ),
    ),
    Reading(
        "resection is the standard approach to liver metastases that can be resected",
        SECTION,
        shows=[(LIVER_OUT | {"kind": kind}, RESECTED) for kind in KINDS]
        + [(LIVER_OUT | LEFT, RESECTED), (LIVER_OUT | GASTRINOMA | REFRACTORY, RESECTED)],
        spares=[
            *near(LIVER_OUT, NOT_RESECTED, PARTLY, NOTHING, NO_LIVER, OUT),
            (LIVER_OUT | AGAIN, {"liver_resection": "option†"}),
        ],
    ),
    Reading(
        "resection of liver metastases may relieve hormone symptoms",
        SECTION,
        shows=near(LIVER_OUT | GASTRINOMA, RESECTED, HORMONES, BOTH, HORMONES | REFRACTORY),
        spares=near(LIVER_OUT | GASTRINOMA | HORMONES, NOT_RESECTED, PARTLY, NO_LIVER),
    ),
    Reading(
        "embolization and ablation are alternatives for liver metastases, removable or not",
        SECTION,
        shows=[
            *near(LIVER_OUT, ALTERNATIVES, {}, PARTLY, NOTHING, LEFT, VIPOMA),
            (LIVER_OUT | AGAIN, ALTERNATIVES),
        ],
        spares=near(LIVER_OUT, NO_ALTERNATIVES, NO_LIVER, OUT)
        + near(LIVER_OUT | NO_LIVER, NO_ALTERNATIVES, NOTHING, LEFT),
    ),
    Reading(
        "debulking, with or without ablation, palliates symptoms of liver metastases",
        SECTION,
        shows=[
            *near(LIVER_PART, DEBULKED, {}, LEFT, VIPOMA),
            (LIVER_PART | GASTRINOMA | BOTH, DEBULKED),
            (LIVER_PART | GASTRINOMA | REFRACTORY, DEBULKED),
            (LIVER_PART | GASTRINOMA | BOTH | REFRACTORY, DEBULKED),
            (LIVER_PART | AGAIN, DEBULKED),
        ],
        spares=[
            *near(LIVER_PART, NOT_DEBULKED, ALL, NOTHING, SILENT, NO_LIVER),
            (NONFUNCTIONING | LOCAL | PARTLY | SIZE | UNTREATED, NOT_DEBULKED),
        ],
    ),
]
