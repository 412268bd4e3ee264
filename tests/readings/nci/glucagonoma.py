"""Glucagonoma, by the numbers of its list; most of it stands in the one of insulinoma too."""

from __future__ import annotations

from readings.nci.words import (
    AGAIN,
    ALL,
    BODY,
    ENUCLEABLE,
    GLUCAGONOMA,
    GROWN,
    HEAD,
    HORMONES,
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
    OUT,
    PARTLY,
    SEVERAL,
    SILENT,
    SIZE,
    SMALL,
    SOMATOSTATINOMA,
    TAIL,
    UNTREATED,
)
from readings.reading import Reading, every, near

SECTION = "Treatment of Glucagonoma"

LESION = GLUCAGONOMA | LOCAL | ALL | UNTREATED
MANY = LESION | SEVERAL
NEAR = GLUCAGONOMA | NODES | ALL | UNTREATED
SPREAD = GLUCAGONOMA | METASTATIC | NO_LIVER | ALL | UNTREATED
ABLATED = every("option", "ablation", "rfa", "cryoablation")
NOT_ABLATED = every("not_named", "rfa", "cryoablation")

READINGS = [
    Reading(
        "resection is the mainstay of therapy",
        SECTION,
        shows=near(LESION, {"surgery": "usual"}, {}, NODES, GROWN),
        spares=near(LESION | GROWN, {"surgery": "not_named"}, PARTLY, NOTHING, OUT),
        ours={"extent", "course"},
    ),
    Reading(
        "even when the disease is metastatic",
        SECTION,
        shows=near(SPREAD, {"surgery": "usual"}, {}, HORMONES, SILENT),
        spares=[
            *near(SPREAD, {"surgery": "not_named"}, PARTLY | SIZE, NOTHING, OUT),
            (SPREAD | NONFUNCTIONING, {"surgery": "option"}),
        ],
        ours={"course"},
    ),
    Reading(
        "the small and the large single lesion of glucagonoma are those of insulinoma",
        SECTION,
        shows=[
            (LESION | SMALL | HEAD | ENUCLEABLE, {"enucleation": "option"}),
            (LESION | SMALL | TAIL | ENUCLEABLE, {"enucleation": "option"}),
            (LESION | LARGE | HEAD | NOT_ENUCLEABLE, {"whipple": "option"}),
            (LESION | LARGE | BODY, {"distal_pancreatectomy": "option"}),
            (LESION | LARGE | TAIL, {"distal_pancreatectomy": "option"}),
        ],
        spares=[
            (LESION | SMALL | BODY | ENUCLEABLE, {"enucleation": "not_named"}),
            (LESION | LARGE | HEAD | ENUCLEABLE, {"whipple": "not_named"}),
            (LESION | SMALL | BODY, {"distal_pancreatectomy": "not_named"}),
        ],
        ours={"course"},
    ),
    Reading(
        "the large lesion of glucagonoma with nodes or local advance, we conclude",
        SECTION,
        shows=[
            *near(LESION | LARGE | HEAD | NOT_ENUCLEABLE, {"whipple": "option†"}, NODES, GROWN),
            *near(LESION | LARGE | TAIL, {"distal_pancreatectomy": "option†"}, NODES, GROWN),
        ],
        spares=[
            (LESION | LARGE | HEAD | ENUCLEABLE | NODES, {"whipple": "not_named"}),
            *near(
                LESION | LARGE | TAIL | NODES,
                {"distal_pancreatectomy": "not_named"},
                *(SMALL, METASTATIC, NOTHING),
            ),
        ],
    ),
    Reading(
        "the large glucagonoma in the head that can be enucleated may be, we conclude",
        SECTION,
        shows=[(LESION | LARGE | HEAD | ENUCLEABLE, {"enucleation": "option†"})],
        spares=near(
            LESION | LARGE | HEAD | ENUCLEABLE, {"enucleation": "not_named"}, NODES, BODY, TAIL
        ),
    ),
    Reading(
        "several lesions of glucagonoma are enucleated, if feasible",
        SECTION,
        shows=[
            (MANY | ENUCLEABLE, {"enucleation": "option", "distal_pancreatectomy": "not_named"})
        ],
        spares=[
            (MANY | NOT_ENUCLEABLE, {"enucleation": "not_named"}),
            *near(MANY | ENUCLEABLE, {"enucleation": "not_named"}, NODES, LEFT),
        ],
        ours={"course"},
    ),
    Reading(
        "otherwise body and tail are resected, which we take to be a distal pancreatectomy",
        SECTION,
        shows=[(MANY | NOT_ENUCLEABLE, {"distal_pancreatectomy": "option†"})],
        spares=near(
            MANY | NOT_ENUCLEABLE, {"distal_pancreatectomy": "not_named"}, ENUCLEABLE, HEAD, LEFT
        ),
    ),
    Reading(
        "otherwise, and with nodes or local advance, we conclude",
        SECTION,
        shows=near(MANY | NOT_ENUCLEABLE, {"distal_pancreatectomy": "option†"}, NODES, GROWN),
        spares=near(
            MANY | NOT_ENUCLEABLE | NODES,
            {"distal_pancreatectomy": "not_named"},
            *(ENUCLEABLE, PARTLY, METASTATIC),
        ),
    ),
    Reading(
        "metastases of glucagonoma in nodes or distant sites are resected when possible",
        SECTION,
        shows=[
            (SPREAD, {"metastasectomy": "option"}),
            *near(NEAR, {"metastasectomy": "option"}, {}, LEFT, AGAIN),
        ],
        spares=near(
            NEAR, {"metastasectomy": "not_named"}, PARTLY, NOTHING, GROWN, LOCAL, NONFUNCTIONING
        ),
    ),
    Reading(
        "metastases of glucagonoma that are not resectable: consider ablation by heat or cold",
        SECTION,
        shows=[
            *near(NEAR | NOTHING, ABLATED | {"alcohol_ablation": "not_named"}, {}, LEFT, AGAIN),
            (SPREAD | NOTHING, ABLATED),
        ],
        spares=near(NEAR | NOTHING, NOT_ABLATED, ALL, LOCAL, GROWN, NONFUNCTIONING),
    ),
    Reading(
        "so, we conclude of glucagonoma, where a part of them can be removed",
        SECTION,
        shows=near(NEAR | PARTLY, every("option†", "ablation", "rfa", "cryoablation"), {}, AGAIN),
        spares=near(NEAR | PARTLY, NOT_ABLATED, ALL, LOCAL, NONFUNCTIONING),
    ),
    Reading(
        "unresectable glucagonoma: combination chemotherapy and somatostatin analogues",
        SECTION,
        shows=near(
            GLUCAGONOMA | LOCAL | NOTHING | UNTREATED,
            every("option", "chemotherapy", "ssa"),
            *({}, NODES, SILENT, AGAIN),
        ),
        spares=[
            (LESION | SILENT, every("not_named", "chemotherapy", "ssa", "diazoxide")),
            (GLUCAGONOMA | LOCAL | NOTHING | UNTREATED, {"diazoxide": "not_named"}),
        ],
    ),
    Reading(
        "partly resectable glucagonoma: the same two, we conclude",
        SECTION,
        shows=[
            (GLUCAGONOMA | LOCAL | PARTLY | AGAIN, every("option", "chemotherapy", "ssa")),
            (GLUCAGONOMA | LOCAL | PARTLY | UNTREATED, every("option†", "chemotherapy", "ssa")),
        ],
        spares=[
            (
                GLUCAGONOMA | LOCAL | ALL | UNTREATED | SILENT,
                every("not_named", "chemotherapy", "ssa"),
            )
        ],
    ),
    Reading(
        "the rash of unresectable glucagonoma may be relieved by an analogue",
        SECTION,
        shows=near(
            GLUCAGONOMA | LOCAL | NOTHING | UNTREATED | HORMONES,
            {"ssa": "option"},
            {},
            NODES,
            AGAIN,
        ),
        spares=[
            (GLUCAGONOMA | LOCAL | ALL | UNTREATED | HORMONES, {"ssa": "option†"}),
            (SOMATOSTATINOMA | LOCAL | NOTHING | UNTREATED | HORMONES, {"ssa": "not_named"}),
        ],
    ),
    Reading(
        "the rash may be relieved by an analogue, we conclude at any stage",
        SECTION,
        shows=[
            *near(LESION | HORMONES, {"ssa": "option†"}, {}, NODES, GROWN, LEFT),
            (LESION | HORMONES | AGAIN, {"ssa": "option"}),
        ],
        spares=[
            *near(LESION | HORMONES, {"ssa": "not_named"}, SILENT, SIZE, SOMATOSTATINOMA),
            *near(LESION | HORMONES, {"ssa": "option"}, METASTATIC),
        ],
    ),
    Reading(
        "glucagonoma mostly in the liver, with substantial symptoms: reducing flow may benefit",
        SECTION,
        shows=near(
            GLUCAGONOMA | MOSTLY_LIVER | UNTREATED,
            every("option", "bland_embolization", "chemoembolization"),
            *(HORMONES, SIZE),
        ),
    ),
]
