"""Insulinoma, by the numbers of its list."""

from __future__ import annotations

from readings.nci.words import (
    AGAIN,
    ALL,
    BODY,
    ENUCLEABLE,
    FIVE_DRUGS,
    GASTRINOMA,
    GLUCAGONOMA,
    GROWN,
    HEAD,
    HORMONES,
    INSULINOMA,
    LARGE,
    LEFT,
    LOCAL,
    METASTATIC,
    MOSTLY_LIVER,
    NO_LIVER,
    NODES,
    NONFUNCTIONING,
    NOT_ENUCLEABLE,
    NOTHING,
    OPERATIONS,
    OUT,
    PARTLY,
    SEVERAL,
    SILENT,
    SIZE,
    SMALL,
    SOMATOSTATINOMA,
    TAIL,
    UNTREATED,
    VIPOMA,
)
from readings.reading import Reading, Said, every, near

SECTION = "Treatment of Insulinoma"

LESION = INSULINOMA | LOCAL | ALL | UNTREATED
SMALL_ONE = LESION | SMALL | ENUCLEABLE
LARGE_HEAD = LESION | LARGE | HEAD
LARGE_TAIL = LESION | LARGE | TAIL
MANY = LESION | SEVERAL
SPREAD = INSULINOMA | METASTATIC | NO_LIVER | UNTREATED
STUCK = INSULINOMA | LOCAL | NOTHING | UNTREATED


def only(operation: str, status: str = "option") -> Said:
    """One of the operations by site named, and no other of them."""
    return every("not_named", *OPERATIONS) | {operation: status}


NONE_NAMED = {"surgery": "usual"} | every("not_named", *OPERATIONS)
LATER_ABLATION = every("option", "ablation", "rfa", "cryoablation")

READINGS = [
    Reading(
        "excision meant to cure is the treatment of choice when possible",
        SECTION,
        shows=near(LESION, {"surgery": "usual"}, NODES, {}),
        spares=near(LESION | NODES, {"surgery": "not_named"}, PARTLY, NOTHING),
        ours={"course"},
    ),
    Reading(
        "where no stage is named, local advance is not left out",
        SECTION,
        shows=[(LESION | GROWN, {"surgery": "usual"})],
        spares=near(LESION | GROWN, {"surgery": "not_named"}, PARTLY, NOTHING),
        ours={"extent", "course"},
    ),
    Reading(
        "and of metastatic disease, we conclude, where all that is seen can be removed",
        SECTION,
        shows=[(SPREAD | ALL, {"surgery": "usual†"})],
        spares=[
            (SPREAD | PARTLY | SIZE, {"surgery": "not_named"}),
            (SPREAD | ALL | LEFT, {"surgery": "option"}),
            (SPREAD | ALL | SOMATOSTATINOMA, {"surgery": "usual"}),
            (SPREAD | ALL | GASTRINOMA, {"surgery": "option"}),
        ],
    ),
    Reading(
        "a single small lesion in head or tail is enucleated, if feasible",
        SECTION,
        shows=near(SMALL_ONE, only("enucleation"), HEAD, TAIL),
        spares=[
            *near(SMALL_ONE | TAIL, NONE_NAMED, NOT_ENUCLEABLE, BODY, NODES, GROWN),
            *near(SMALL_ONE | HEAD, {"enucleation": "not_named"}, LEFT, AGAIN, VIPOMA),
        ],
        ours={"course"},
    ),
    Reading(
        "a large lesion in the head that cannot be enucleated: pancreatoduodenectomy",
        SECTION,
        shows=[(LARGE_HEAD | NOT_ENUCLEABLE, only("whipple"))],
        spares=[
            (LARGE_HEAD | ENUCLEABLE, only("enucleation", "option†")),
            *near(LARGE_HEAD | NOT_ENUCLEABLE, {"whipple": "not_named"}, SMALL, BODY, TAIL, LEFT),
            *near(LARGE_HEAD | NOT_ENUCLEABLE, only("whipple", "option†"), NODES, GROWN),
        ],
        ours={"course"},
    ),
    Reading(
        "a large lesion in the head that cannot be enucleated, with nodes or local advance",
        SECTION,
        shows=near(LARGE_HEAD | NOT_ENUCLEABLE, only("whipple", "option†"), NODES, GROWN),
        spares=[
            *near(LARGE_HEAD | NOT_ENUCLEABLE | NODES, NONE_NAMED, ENUCLEABLE, SMALL),
            (LARGE_HEAD | NOT_ENUCLEABLE | METASTATIC, {"whipple": "not_named"}),
        ],
    ),
    Reading(
        "a large lesion in the head that can be enucleated may be, we conclude",
        SECTION,
        shows=[(LARGE_HEAD | ENUCLEABLE, only("enucleation", "option†"))],
        spares=[
            *near(LARGE_HEAD | ENUCLEABLE, {"enucleation": "not_named"}, NODES, BODY, TAIL),
            (LARGE_HEAD | ENUCLEABLE | NODES, NONE_NAMED),
        ],
    ),
    Reading(
        "a single large lesion in body or tail: distal pancreatectomy",
        SECTION,
        shows=[
            *near(LARGE_TAIL, only("distal_pancreatectomy"), {}, BODY, ENUCLEABLE, NOT_ENUCLEABLE),
        ],
        spares=[
            *near(LARGE_TAIL, {"distal_pancreatectomy": "not_named"}, SMALL, HEAD, PARTLY, LEFT),
            *near(LARGE_TAIL, only("distal_pancreatectomy", "option†"), NODES, GROWN),
        ],
        ours={"course"},
    ),
    Reading(
        "a single large lesion in body or tail, with nodes or local advance, we conclude",
        SECTION,
        shows=near(LARGE_TAIL, only("distal_pancreatectomy", "option†"), NODES, GROWN),
        spares=near(
            LARGE_TAIL | NODES, {"distal_pancreatectomy": "not_named"}, METASTATIC, SMALL, NOTHING
        ),
    ),
    Reading(
        "several lesions: distal pancreatectomy with enucleation of those in the head",
        SECTION,
        shows=[(MANY | ENUCLEABLE, {"distal_pancreatectomy": "option"})],
        spares=[
            *near(MANY | ENUCLEABLE, {"distal_pancreatectomy": "option†"}, NODES, GROWN),
            *near(MANY | ENUCLEABLE, {"distal_pancreatectomy": "not_named"}, HEAD, LEFT),
        ],
        ours={"enucleable", "course"},
    ),
    Reading(
        "several lesions, those in the head not to be enucleated: body and tail, we conclude",
        SECTION,
        shows=near(MANY, {"distal_pancreatectomy": "option†"}, {}, NOT_ENUCLEABLE),
        spares=near(
            MANY | NOT_ENUCLEABLE, {"distal_pancreatectomy": "not_named"}, HEAD, METASTATIC, LEFT
        ),
    ),
    Reading(
        "several lesions with nodes or local advance, we conclude",
        SECTION,
        shows=[
            *near(MANY | ENUCLEABLE, {"distal_pancreatectomy": "option†"}, NODES, GROWN),
            *near(MANY | NOT_ENUCLEABLE, {"distal_pancreatectomy": "option†"}, NODES, GROWN),
        ],
        spares=near(MANY | NODES, {"distal_pancreatectomy": "not_named"}, NOTHING, METASTATIC),
    ),
    Reading(
        "several lesions: enucleation of those in the head",
        SECTION,
        shows=[(MANY | ENUCLEABLE, {"enucleation": "option"})],
        spares=near(MANY | ENUCLEABLE, {"enucleation": "not_named"}, NOT_ENUCLEABLE, NODES, BODY),
        ours={"enucleable", "course"},
    ),
    Reading(
        "metastases in nodes or distant sites are resected when possible",
        SECTION,
        shows=[
            (SPREAD | ALL, {"metastasectomy": "option"}),
            (INSULINOMA | NODES | ALL | UNTREATED, {"metastasectomy": "option"}),
            (INSULINOMA | NODES | ALL | LEFT, {"metastasectomy": "option"}),
            (INSULINOMA | NODES | ALL | AGAIN, {"metastasectomy": "option"}),
        ],
        spares=[
            *near(
                INSULINOMA | NODES | ALL | UNTREATED,
                {"metastasectomy": "not_named"},
                *(PARTLY, NOTHING, GROWN, LOCAL, GASTRINOMA, NONFUNCTIONING, OUT),
            ),
            (INSULINOMA | NODES | PARTLY | AGAIN, {"metastasectomy": "not_named"}),
        ],
    ),
    Reading(
        "metastases that are not resectable: consider ablation by heat or cold",
        SECTION,
        shows=[
            *near(SPREAD | NOTHING, LATER_ABLATION | {"alcohol_ablation": "not_named"}, {}, NODES),
            (INSULINOMA | NODES | NOTHING | LEFT, LATER_ABLATION),
            (INSULINOMA | NODES | NOTHING | AGAIN, LATER_ABLATION),
        ],
        spares=near(
            SPREAD | NOTHING,
            every("not_named", "rfa", "cryoablation"),
            *(ALL, LOCAL, GROWN, NONFUNCTIONING, GASTRINOMA),
        ),
    ),
    Reading(
        "so, we conclude, where a part of them can be removed",
        SECTION,
        shows=[
            *near(SPREAD | PARTLY, every("option†", "ablation", "rfa", "cryoablation"), {}, NODES),
            (INSULINOMA | NODES | PARTLY | AGAIN, every("option†", "rfa", "cryoablation")),
        ],
        spares=near(SPREAD | PARTLY, every("not_named", "rfa", "cryoablation"), ALL, LOCAL, VIPOMA),
    ),
    Reading(
        "unresectable: combination chemotherapy, diazoxide, somatostatin analogues",
        SECTION,
        shows=near(
            STUCK, every("option", "chemotherapy", "diazoxide", "ssa"), {}, NODES, GROWN, HORMONES
        ),
        spares=[
            *near(
                STUCK, every("not_named", "chemotherapy", "diazoxide", "ssa"), ALL, NONFUNCTIONING
            ),
            (STUCK, every("not_named", *FIVE_DRUGS, "temozolomide")),
            (STUCK | GLUCAGONOMA, {"diazoxide": "not_named", "chemotherapy": "option"}),
        ],
    ),
    Reading(
        "unresectable, back or progressing after therapy: the same three",
        SECTION,
        shows=[(STUCK | AGAIN, every("option", "chemotherapy", "diazoxide", "ssa"))],
        spares=[(STUCK | AGAIN | ALL, {"diazoxide": "not_named", "ssa": "option"})],
    ),
    Reading(
        "partly resectable is unresectable in the source's word, we conclude",
        SECTION,
        shows=[
            *near(
                INSULINOMA | LOCAL | PARTLY | UNTREATED,
                every("option†", "chemotherapy", "diazoxide", "ssa"),
                *({}, NODES, SILENT, SIZE),
            ),
            (INSULINOMA | LOCAL | PARTLY | AGAIN, {"diazoxide": "option†", "ssa": "option"}),
            (INSULINOMA | LOCAL | PARTLY | AGAIN, {"chemotherapy": "option"}),
        ],
        spares=near(
            INSULINOMA | LOCAL | PARTLY | UNTREATED,
            every("not_named", "chemotherapy", "diazoxide", "ssa"),
            *(ALL, VIPOMA | SILENT),
        ),
    ),
    Reading(
        "insulinoma mostly in the liver, with substantial symptoms: reducing flow may benefit",
        SECTION,
        shows=near(
            INSULINOMA | MOSTLY_LIVER | UNTREATED,
            every("option", "bland_embolization", "chemoembolization"),
            *(HORMONES, SIZE),
        ),
        spares=near(
            INSULINOMA | MOSTLY_LIVER | UNTREATED | SIZE,
            {"intraarterial_chemo": "not_named"},
            *({}, HORMONES),
        ),
    ),
]
