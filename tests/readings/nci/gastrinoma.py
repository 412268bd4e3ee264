"""Gastrinoma, by the numbers of its list."""

from __future__ import annotations

from readings.nci.words import (
    AGAIN,
    ALL,
    BODY,
    CHEMOTHERAPY,
    DUODENUM,
    ENUCLEABLE,
    FIVE_DRUGS,
    GASTRINOMA,
    GROWN,
    HEAD,
    HIDDEN,
    HORMONES,
    INSULINOMA,
    LEFT,
    LIVER,
    LOCAL,
    METASTATIC,
    MOSTLY_LIVER,
    NODES,
    NONFUNCTIONING,
    NOT_ENUCLEABLE,
    NOTHING,
    OUT,
    PARTLY,
    REFRACTORY,
    SEVERAL,
    SILENT,
    SIZE,
    TAIL,
    UNTREATED,
    VIPOMA,
)
from readings.reading import Reading, every, near

SECTION = "Treatment of Gastrinoma"

LESION = GASTRINOMA | LOCAL | ALL | UNTREATED
SINGLE = LESION | HEAD
MANY = LESION | SEVERAL
NO_TUMOR = GASTRINOMA | HIDDEN | UNTREATED
LIVERS = GASTRINOMA | LIVER | PARTLY | UNTREATED

ENUCLEATED = {"enucleation": "option"}
NOT_ENUCLEATED = {"enucleation": "not_named"}
VAGOTOMY = {"acid_control": "option", "vagotomy_cimetidine": "option"}
NO_VAGOTOMY = {"vagotomy_cimetidine": "not_named"}
RARE = {"total_gastrectomy": "against"}
NOT_RARE = {"total_gastrectomy": "not_named"}
BLOCKERS = every("option", "acid_control", "ppi", "h2_blockers")
NO_BLOCKERS = every("not_named", "ppi", "h2_blockers")
BENEFIT = every("option", "embolization", "bland_embolization", "chemoembolization")

READINGS = [
    Reading(
        "resection is enucleation of individual tumors, if technically feasible",
        SECTION,
        shows=near(LESION | ENUCLEABLE, ENUCLEATED, DUODENUM, BODY, TAIL, SEVERAL),
        spares=[
            *near(LESION | ENUCLEABLE | BODY, NOT_ENUCLEATED, NOT_ENUCLEABLE, NODES, LEFT, PARTLY),
            (NONFUNCTIONING | LOCAL | ALL | UNTREATED | ENUCLEABLE | BODY, NOT_ENUCLEATED),
        ],
        ours={"extent", "course"},
    ),
    Reading(
        "a single lesion in the head is enucleated",
        SECTION,
        shows=[(SINGLE | ENUCLEABLE, ENUCLEATED | {"whipple": "not_named"})],
        spares=[
            *near(SINGLE | ENUCLEABLE, NOT_ENUCLEATED, NOT_ENUCLEABLE, NODES, GROWN, LEFT, AGAIN),
            (SINGLE | NOT_ENUCLEABLE, {"whipple": "not_named", "surgery": "usual"}),
        ],
        ours={"course"},
    ),
    Reading(
        "or has parietal cell vagotomy and cimetidine",
        SECTION,
        shows=near(SINGLE, VAGOTOMY, {}, NODES, GROWN, PARTLY),
        spares=near(SINGLE, NO_VAGOTOMY, DUODENUM, BODY, TAIL, METASTATIC, LEFT, REFRACTORY, OUT),
        ours={"extent", "course"},
    ),
    Reading(
        "total gastrectomy is rarely used",
        SECTION,
        shows=[*near(SINGLE, RARE, {}, NODES, GROWN), *near(MANY, RARE, {}, LEFT)],
        spares=[
            *near(SINGLE, NOT_RARE, DUODENUM, BODY, TAIL, METASTATIC, INSULINOMA),
            *near(SINGLE, NOT_RARE, REFRACTORY, AGAIN, OUT),
        ],
        ours={"extent", "course"},
    ),
    Reading(
        "lesions in the duodenum are taken out by pancreatoduodenectomy",
        SECTION,
        shows=[(LESION | DUODENUM, {"whipple": "option", "vagotomy_cimetidine": "not_named"})],
        spares=[
            *near(LESION | DUODENUM, {"whipple": "not_named"}, HEAD, BODY, TAIL, PARTLY, LEFT),
            *near(LESION | DUODENUM, {"whipple": "option†"}, NODES, GROWN),
        ],
        ours={"course"},
    ),
    Reading(
        "with nodes or local advance too, we conclude",
        SECTION,
        shows=near(LESION | DUODENUM, {"whipple": "option†"}, NODES, GROWN),
        spares=near(LESION | DUODENUM | NODES, {"whipple": "not_named"}, METASTATIC, PARTLY),
    ),
    Reading(
        "body and tail are resected, which we take to be a distal pancreatectomy",
        SECTION,
        shows=near(LESION, {"distal_pancreatectomy": "option†"}, BODY, TAIL, SEVERAL),
        spares=near(LESION, {"distal_pancreatectomy": "not_named"}, HEAD, DUODENUM),
    ),
    Reading(
        "body and tail are resected with nodes or local advance too, we conclude",
        SECTION,
        shows=[
            *near(LESION | TAIL, {"distal_pancreatectomy": "option†"}, NODES, GROWN),
            *near(LESION | SEVERAL, {"distal_pancreatectomy": "option†"}, NODES, GROWN),
        ],
        spares=near(
            LESION | TAIL | NODES, {"distal_pancreatectomy": "not_named"}, METASTATIC, NOTHING, LEFT
        ),
    ),
    Reading(
        "several lesions have vagotomy and cimetidine if residual disease is present",
        SECTION,
        shows=[
            *near(MANY | LEFT, VAGOTOMY, {}, NODES, PARTLY),
            *near(MANY, {"vagotomy_cimetidine": "later"}, {}, NODES, GROWN),
        ],
        spares=[
            *near(MANY | LEFT, NO_VAGOTOMY, METASTATIC, BODY, DUODENUM, AGAIN, OUT),
            *near(MANY, NO_VAGOTOMY, METASTATIC, TAIL),
        ],
        ours={"extent"},
    ),
    Reading(
        "where no tumor is found, vagotomy and cimetidine are listed",
        SECTION,
        shows=[
            *near(NO_TUMOR, VAGOTOMY, {}, SILENT),
            (NO_TUMOR | HORMONES, {"vagotomy_cimetidine": "option"}),
        ],
        spares=[
            *near(NO_TUMOR, NO_VAGOTOMY, LOCAL | TAIL, METASTATIC, REFRACTORY),
            (INSULINOMA | HIDDEN | UNTREATED, NO_VAGOTOMY),
        ],
        ours={"course"},
    ),
    Reading(
        "total gastrectomy is rarely used where no tumor is found",
        SECTION,
        shows=[(NO_TUMOR, RARE | {"surgery": "not_named"})],
        spares=near(NO_TUMOR, NOT_RARE, VIPOMA, METASTATIC, REFRACTORY),
        ours={"course"},
    ),
    Reading(
        "liver metastases are resected where possible",
        SECTION,
        shows=[
            (GASTRINOMA | LIVER | ALL | UNTREATED, {"liver_resection": "usual"}),
            (GASTRINOMA | LIVER | ALL | REFRACTORY, {"liver_resection": "usual"}),
        ],
        spares=near(
            GASTRINOMA | LIVER | ALL | UNTREATED, {"liver_resection": "not_named"}, PARTLY, NOTHING
        ),
    ),
    Reading(
        "liver metastases are ablated by heat or cold, or chemoembolized",
        SECTION,
        shows=near(
            LIVERS, every("option", "rfa", "cryoablation", "chemoembolization"), {}, ALL, NOTHING
        ),
        spares=near(
            LIVERS | {"liver": "none"},
            every("not_named", "rfa", "cryoablation", "chemoembolization"),
            *({}, ALL, NOTHING),
        ),
    ),
    Reading(
        "metastatic disease has chemotherapy and somatostatin analogues",
        SECTION,
        shows=near(
            GASTRINOMA | METASTATIC | UNTREATED,
            every("option", "chemotherapy", "ssa"),
            *({}, SILENT, SIZE, LEFT, AGAIN),
        ),
        spares=[
            (GASTRINOMA | LOCAL | UNTREATED, every("not_named", "chemotherapy", "ssa")),
            (NONFUNCTIONING | METASTATIC | UNTREATED, {"ssa": "not_named"}),
        ],
    ),
    Reading(
        "so has disease refractory to surgery and cimetidine, and no drug is named",
        SECTION,
        shows=near(
            GASTRINOMA | REFRACTORY,
            every("option", "chemotherapy", "ssa"),
            *(LOCAL, HIDDEN, NODES | ALL, LOCAL | NOTHING),
        ),
        spares=[
            (GASTRINOMA | LOCAL | LEFT, every("not_named", "chemotherapy", "ssa")),
            (GASTRINOMA | REFRACTORY | LOCAL, every("not_named", *FIVE_DRUGS)),
            (GASTRINOMA | LOCAL | UNTREATED, every("not_named", *CHEMOTHERAPY)),
        ],
    ),
    Reading(
        "mostly in the liver, with substantial symptoms, reducing arterial flow may benefit",
        SECTION,
        shows=near(GASTRINOMA | MOSTLY_LIVER | UNTREATED, BENEFIT, HORMONES, SIZE),
        spares=near(
            GASTRINOMA | MOSTLY_LIVER | UNTREATED | SIZE,
            {"intraarterial_chemo": "not_named"},
            *({}, HORMONES),
        ),
    ),
    Reading(
        "proton pump inhibitors and H2 blocking agents may control peptic symptoms",
        SECTION,
        shows=[
            *near(GASTRINOMA | HORMONES | UNTREATED, BLOCKERS, {}, LOCAL, METASTATIC),
            (NO_TUMOR | HORMONES, every("option", "ppi", "h2_blockers")),
            *near(GASTRINOMA | HORMONES | LOCAL, BLOCKERS, LEFT, REFRACTORY),
            (GASTRINOMA | HORMONES | LOCAL | AGAIN, BLOCKERS),
        ],
        spares=[
            *near(GASTRINOMA | HORMONES | LOCAL | UNTREATED, NO_BLOCKERS, SILENT, SIZE, VIPOMA),
        ],
    ),
]
