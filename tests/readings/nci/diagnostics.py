"""What the part on diagnosis says of treatment."""

from __future__ import annotations

from readings.nci.words import (
    AGAIN,
    ALL,
    BONE,
    BOTH,
    GASTRINOMA,
    GROWN,
    HORMONES,
    INSULINOMA,
    LEFT,
    LOCAL,
    METASTATIC,
    NO_LIVER,
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
    UNTREATED,
    VIPOMA,
)
from readings.reading import Reading, near

SECTION = "Diagnostics"

SPREAD = METASTATIC | PARTLY | HORMONES | NO_LIVER
QUIET = NONFUNCTIONING | METASTATIC | SLOW | SILENT | UNTREATED
WATCHED = {"active_surveillance": "option"}
NOT_WATCHED = {"active_surveillance": "not_named"}
LIMITED = {"radiation": "against"}

READINGS = [
    Reading(
        "surgery is often used to ease hormone symptoms, even of metastatic disease",
        SECTION,
        shows=[
            (GASTRINOMA | SPREAD | UNTREATED, {"surgery": "option"}),
            (GASTRINOMA | SPREAD | REFRACTORY, {"surgery": "option"}),
            (SOMATOSTATINOMA | SPREAD | LEFT, {"surgery": "option"}),
            (VIPOMA | SPREAD | LEFT | ALL | BOTH, {"surgery": "option"}),
        ],
        spares=near(
            GASTRINOMA | SPREAD | UNTREATED,
            {"surgery": "not_named"},
            *(NOTHING, SIZE, SILENT, NODES, GROWN, LOCAL),
        ),
    ),
    Reading(
        "resection can cure an insulinoma of the pancreas or of its regional lymph nodes",
        SECTION,
        shows=near(INSULINOMA | ALL | UNTREATED, {"surgery": "usual"}, LOCAL, NODES),
        spares=near(
            INSULINOMA | NODES | ALL | UNTREATED, {"surgery": "not_named"}, NOTHING, PARTLY, OUT
        ),
        ours={"course"},
    ),
    Reading(
        "slow metastatic disease may best be observed, without treatment until palliation",
        SECTION,
        shows=[
            (QUIET, WATCHED),
            (QUIET | GASTRINOMA, WATCHED),
            (QUIET | LEFT, WATCHED),
        ],
        spares=near(QUIET, NOT_WATCHED, PROGRESSING, SIZE, LOCAL, NODES, GROWN, OUT),
        ours={"symptoms"},
    ),
    Reading(
        "observation stays named where slow disease has progressed before",
        SECTION,
        shows=[(QUIET | AGAIN, WATCHED)],
        spares=near(QUIET | AGAIN, NOT_WATCHED, PROGRESSING, SIZE),
        ours={"symptoms"},
    ),
    Reading(
        "radiation relieves pain from bone metastases",
        SECTION,
        shows=[
            (NONFUNCTIONING | METASTATIC | BONE | UNTREATED, {"radiation": "option"}),
            (INSULINOMA | METASTATIC | BONE | BOTH | LEFT, {"radiation": "option"}),
            (NONFUNCTIONING | METASTATIC | BONE | AGAIN, {"radiation": "option"}),
        ],
        spares=near(NONFUNCTIONING | METASTATIC | BONE | UNTREATED, LIMITED, {"bone_pain": "no"}),
    ),
    Reading(
        "radiation has a limited role otherwise",
        SECTION,
        shows=[
            (INSULINOMA | LOCAL | ALL | UNTREATED, LIMITED),
            (NONFUNCTIONING | METASTATIC | SILENT | UNTREATED, LIMITED),
            (NONFUNCTIONING | METASTATIC | SIZE | {"bone_pain": "no"} | AGAIN, LIMITED),
            (NONFUNCTIONING | LOCAL | OUT, LIMITED),
        ],
        spares=[(NONFUNCTIONING | METASTATIC | BONE | AGAIN, {"radiation": "option"})],
    ),
]
