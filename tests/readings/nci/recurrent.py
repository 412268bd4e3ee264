"""Disease that recurs or progresses after therapy."""

from __future__ import annotations

from readings.nci.words import (
    AGAIN,
    ALL,
    FIVE_DRUGS,
    GASTRINOMA,
    GROWN,
    HORMONES,
    INSULINOMA,
    KINDS,
    LEFT,
    LIVER,
    LOCAL,
    METASTATIC,
    MOSTLY_LIVER,
    NO_LIVER,
    NODES,
    NONFUNCTIONING,
    NOTHING,
    OPERATIONS,
    OUT,
    PARTLY,
    SILENT,
    SIZE,
    SLOW,
    TAIL,
    TARGETED,
    UNTREATED,
)
from readings.reading import Reading, every, near

SECTION = "Treatment of Recurrent and Progressive Pancreatic Neuroendocrine Tumors"

BACK = NONFUNCTIONING | LOCAL | AGAIN
BACK_FAR = NONFUNCTIONING | METASTATIC | AGAIN
BACK_LIVER = NONFUNCTIONING | LIVER | AGAIN
BACK_MOSTLY = NONFUNCTIONING | MOSTLY_LIVER | AGAIN | SIZE
NO_METASTASECTOMY = {"metastasectomy": "not_named"}
FLOW = every("option", "intraarterial_chemo", "bland_embolization", "chemoembolization")

READINGS = [
    Reading(
        "another resection may offer palliation, and no operation is named",
        SECTION,
        shows=[
            *near(BACK | ALL, {"surgery": "option"}, {}, PARTLY, NODES, GROWN, METASTATIC),
            *((BACK | ALL | {"kind": kind} | TAIL, {"surgery": "option"}) for kind in KINDS),
        ],
        spares=[
            *near(BACK | ALL, {"surgery": "not_named"}, NOTHING, OUT, LEFT),
            (BACK | ALL | UNTREATED, {"surgery": "usual"}),
            (BACK | ALL, every("not_named", *OPERATIONS)),
        ],
    ),
    Reading(
        "another resection of metastases may offer palliation",
        SECTION,
        shows=near(BACK_FAR | NO_LIVER, {"metastasectomy": "option"}, ALL, PARTLY),
        spares=near(BACK_FAR | NO_LIVER | PARTLY, NO_METASTASECTOMY, NOTHING, LEFT, LOCAL),
    ),
    Reading(
        "of metastases in the liver, too, we conclude",
        SECTION,
        shows=near(BACK_LIVER, {"liver_resection": "option†"}, ALL, PARTLY),
        spares=[
            *near(BACK_LIVER | ALL, {"liver_resection": "not_named"}, NOTHING, NO_LIVER),
            *near(BACK_LIVER | ALL, {"liver_resection": "usual"}, UNTREATED, LEFT),
        ],
    ),
    Reading(
        "chemotherapy into the artery is a consideration for liver metastases",
        SECTION,
        shows=near(BACK_LIVER, {"intraarterial_chemo": "option"}, {}, ALL, NOTHING, SILENT),
        spares=near(BACK_LIVER, {"intraarterial_chemo": "not_named"}, UNTREATED, LEFT, NO_LIVER),
    ),
    Reading(
        "mostly in the liver, with substantial symptoms, it or reducing flow may benefit",
        SECTION,
        shows=[
            *near(BACK_MOSTLY, FLOW, {}, INSULINOMA | HORMONES),
            (BACK_MOSTLY | GASTRINOMA | HORMONES, FLOW),
        ],
        spares=near(BACK_MOSTLY, {"intraarterial_chemo": "not_named"}, UNTREATED, LEFT),
    ),
    Reading(
        "systemic agents have shown activity, whatever kind and extent",
        SECTION,
        shows=[
            *(
                (
                    BACK | {"kind": kind},
                    every("option", "ssa", "prrt", "temozolomide", *TARGETED),
                )
                for kind in KINDS
            ),
            *near(
                BACK,
                every("option", "ssa", "prrt", "temozolomide", *TARGETED),
                *(METASTATIC, NODES, GROWN, SLOW, SILENT, ALL, NOTHING),
            ),
        ],
        spares=[
            *near(
                BACK,
                every("not_named", "ssa", "prrt", "temozolomide", *TARGETED),
                *(UNTREATED, LEFT, OUT),
            ),
            (BACK, every("not_named", *FIVE_DRUGS)),
        ],
    ),
    Reading(
        "of what stands for untreated disease alone nothing is named once it is back",
        SECTION,
        shows=[
            (INSULINOMA | LOCAL | ALL | AGAIN | TAIL, {"surgery": "option"}),
        ],
        spares=[
            (
                INSULINOMA | LOCAL | ALL | AGAIN | TAIL,
                every("not_named", *OPERATIONS, "diazoxide", "adjuvant_therapy"),
            ),
        ],
    ),
]
