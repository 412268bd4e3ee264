"""Localized disease, and what follows a complete resection."""

from __future__ import annotations

from readings.nci.words import (
    AGAIN,
    ALL,
    GASTRINOMA,
    GLUCAGONOMA,
    GROWN,
    INSULINOMA,
    KINDS,
    LEFT,
    LOCAL,
    METASTATIC,
    NODES,
    NONFUNCTIONING,
    NOTHING,
    OTHER,
    OUT,
    PARTLY,
    SILENT,
    UNTREATED,
    VIPOMA,
)
from readings.reading import Reading, near

SECTION = "Localized Disease"

REMOVABLE = LOCAL | ALL | UNTREATED

READINGS = [
    Reading(
        "primary management is resection meant to cure, whatever the kind",
        SECTION,
        shows=[({"kind": kind} | REMOVABLE, {"surgery": "usual"}) for kind in KINDS],
        spares=[
            *near(
                NONFUNCTIONING | REMOVABLE,
                {"surgery": "not_named"},
                *(NOTHING, PARTLY, LEFT, OUT, {"extent": "not_found", "kind": "gastrinoma"}),
            ),
            *near(NONFUNCTIONING | REMOVABLE, {"surgery": "usual†"}, NODES, GROWN),
            (NONFUNCTIONING | REMOVABLE | AGAIN, {"surgery": "option"}),
        ],
    ),
    Reading(
        "resection is usual with nodes or local advance too, we conclude where no kind is named",
        SECTION,
        shows=[
            (kind | ALL | UNTREATED | extent, {"surgery": "usual†"})
            for kind in (GASTRINOMA, VIPOMA, OTHER, NONFUNCTIONING)
            for extent in (NODES, GROWN)
        ],
        spares=[
            *near(
                GASTRINOMA | ALL | UNTREATED | NODES,
                {"surgery": "not_named"},
                *(NOTHING, PARTLY, LEFT),
            ),
            (GLUCAGONOMA | ALL | UNTREATED | NODES, {"surgery": "usual"}),
        ],
    ),
    Reading(
        "adjuvant therapy has no proven benefit and is investigational",
        SECTION,
        shows=[
            (NONFUNCTIONING | LOCAL | OUT, {"adjuvant_therapy": "against"}),
            (INSULINOMA | LOCAL | ALL | OUT, {"adjuvant_therapy": "against"}),
        ],
        spares=[
            (INSULINOMA | NODES | ALL | OUT, {"adjuvant_therapy": "against†"}),
            (OUT, {"adjuvant_therapy": "against†"}),
            *near(
                NONFUNCTIONING | LOCAL | OUT,
                {"adjuvant_therapy": "not_named"},
                *(UNTREATED, LEFT, AGAIN),
            ),
            (NONFUNCTIONING | LOCAL | UNTREATED | SILENT, {"adjuvant_therapy": "not_named"}),
        ],
    ),
    Reading(
        "nor, we conclude, where the tumor had spread and all of it was taken out",
        SECTION,
        shows=near(
            NONFUNCTIONING | ALL | OUT,
            {"adjuvant_therapy": "against†"},
            *(NODES, GROWN, METASTATIC),
        ),
        spares=near(
            NONFUNCTIONING | ALL | NODES, {"adjuvant_therapy": "not_named"}, UNTREATED, LEFT, AGAIN
        ),
    ),
]
