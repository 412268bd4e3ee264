"""Watching, operating, and what follows an operation."""

from __future__ import annotations

from readings.reading import (
    ADVANCED,
    CARCINOMA,
    CHEMOTHERAPY,
    EMBOLIZATION,
    FIRST,
    G1,
    G2,
    G3,
    INOPERABLE,
    LOCAL,
    OPERATIONS,
    PARTLY,
    PRRTS,
    SILENT,
    SIZE,
    SSAS,
    TARGETED,
    WELL,
    Reading,
    every,
)

WATCHING = "Active surveillance"
SURGERY = "Surgery"

QUIET = FIRST | G1 | SILENT
QUIET |= {"extent": "localized", "growth": "stable", "surgery_timing": "can_wait"}
OUT = {"extent": "localized", "course": "first", "removed": "yes"}

WATCHED = {"active_surveillance": "option"}
NOT_WATCHED = {"active_surveillance": "not_named"}

READINGS = [
    Reading(
        "watching is sometimes recommended, mostly for a quiet tumor of low grade",
        WATCHING,
        shows=[(QUIET, WATCHED), (QUIET | {"growth": "not_compared"}, WATCHED)],
        spares=[
            (QUIET | G2, {"active_surveillance": "option†"}),
            (QUIET | G3, NOT_WATCHED),
            (QUIET | CARCINOMA, NOT_WATCHED),
            (QUIET | SIZE, NOT_WATCHED),
            (QUIET | {"extent": "locally_advanced"}, NOT_WATCHED),
            (QUIET | {"extent": "metastatic"}, NOT_WATCHED),
            (QUIET | {"surgery_timing": "immediate"}, NOT_WATCHED),
            (QUIET | {"course": "retested"}, NOT_WATCHED),
            (QUIET | {"removed": "yes"}, NOT_WATCHED),
        ],
    ),
    Reading(
        "mostly low grade leaves room for grade 2, we conclude",
        WATCHING,
        shows=[(QUIET | G2, {"active_surveillance": "option†"})],
        spares=[
            (QUIET | G2 | {"growth": "growing"}, NOT_WATCHED),
            (QUIET | G2 | {"symptoms": "both"}, NOT_WATCHED),
            (QUIET | G3, NOT_WATCHED),
        ],
    ),
    Reading(
        "treatment begins once the watched tumor grows or spreads",
        WATCHING,
        shows=[
            (QUIET | {"growth": "growing"}, NOT_WATCHED),
            (QUIET | {"growth": "rapid"}, NOT_WATCHED),
            (QUIET | {"extent": "metastatic", "growth": "growing"}, NOT_WATCHED),
        ],
        spares=[(QUIET, WATCHED)],
    ),
    Reading(
        "surgery is the most common treatment of a localized tumor",
        SURGERY,
        shows=[(LOCAL, {"surgery": "usual"}), (LOCAL | CARCINOMA, {"surgery": "usual"})],
        spares=[
            (ADVANCED, {"surgery": "option†"}),
            (LOCAL | PARTLY, {"surgery": "option"}),
            (LOCAL | INOPERABLE, {"surgery": "against"}),
            (LOCAL | {"course": "retested"}, {"surgery": "option"}),
            (LOCAL | {"removed": "yes"}, {"surgery": "against†"}),
        ],
    ),
    Reading(
        "debulking is only for what cannot be removed whole, so surgery is for what can",
        SURGERY,
        shows=[
            (ADVANCED | G2 | {"site": "head"}, every("option†", "surgery", "whipple")),
            (ADVANCED | {"site": "body"}, every("option†", "surgery", "distal_pancreatectomy")),
            (ADVANCED | {"site": "tail"}, every("option†", "surgery", "distal_pancreatectomy")),
        ],
        spares=[
            (
                ADVANCED | G2 | {"site": "tail"},
                every("not_named", "enucleation", "whipple", "debulking"),
            ),
            (ADVANCED | {"site": "head"} | INOPERABLE, every("against", *OPERATIONS)),
            (ADVANCED | {"site": "head"} | PARTLY, {"surgery": "option", "whipple": "not_named"}),
        ],
    ),
    Reading(
        "debulking is sometimes recommended where not all of the tumor can be removed",
        SURGERY,
        shows=[
            (LOCAL | PARTLY, every("option", "surgery", "debulking")),
            (ADVANCED | PARTLY, every("option", "surgery", "debulking")),
            (LOCAL | PARTLY | {"course": "retested"}, every("option", "surgery", "debulking")),
        ],
        spares=[
            (LOCAL, {"debulking": "not_named"}),
            (LOCAL | INOPERABLE, {"debulking": "against"}),
            (
                LOCAL | PARTLY | {"site": "tail"},
                every("not_named", "enucleation", "whipple", "distal_pancreatectomy"),
            ),
        ],
    ),
    Reading(
        "where no operation is possible there is none of any kind",
        SURGERY,
        shows=[
            (INOPERABLE, every("against", *OPERATIONS)),
            (LOCAL | INOPERABLE | {"site": "tail"}, every("against", *OPERATIONS)),
            (FIRST | INOPERABLE | SIZE | {"extent": "metastatic"}, every("against", *OPERATIONS)),
        ],
        spares=[(LOCAL | {"site": "tail"}, every("usual", "surgery", "distal_pancreatectomy"))],
    ),
    Reading(
        "where no operation is possible another type of treatment is recommended",
        SURGERY,
        shows=[
            (LOCAL | G1 | INOPERABLE | SILENT, every("option†", *SSAS, *CHEMOTHERAPY)),
            (ADVANCED | G3 | PARTLY | SILENT, every("option†", *SSAS, *CHEMOTHERAPY)),
        ],
        spares=[
            (LOCAL | G1 | SILENT, every("not_named", *SSAS, *CHEMOTHERAPY)),
            (
                LOCAL | CARCINOMA | INOPERABLE | SILENT,
                every("option", "chemotherapy", "platinum_etoposide")
                | every("not_named", *SSAS, "captem", "capeox", "folfox"),
            ),
        ],
    ),
    Reading(
        "enucleation takes out nothing but the tumor",
        SURGERY,
        shows=[
            (LOCAL | G1, {"enucleation": "option†"}),
            (LOCAL | G2 | {"site": "head"}, {"enucleation": "option†"}),
        ],
        spares=[
            (LOCAL | G3, {"enucleation": "not_named"}),
            (LOCAL | CARCINOMA, {"enucleation": "not_named"}),
            (ADVANCED | G1, {"enucleation": "not_named"}),
            (LOCAL | G1 | PARTLY, {"enucleation": "not_named"}),
            (LOCAL | G1 | {"course": "returned"}, {"enucleation": "not_named"}),
        ],
    ),
    Reading(
        "the Whipple procedure takes out the head of the pancreas",
        SURGERY,
        shows=[(LOCAL | {"site": "head"}, {"surgery": "usual", "whipple": "option†"})],
        spares=[
            (LOCAL | {"site": "body"}, {"whipple": "not_named"}),
            (LOCAL | {"site": "tail"}, {"whipple": "not_named"}),
            (LOCAL | {"site": "head", "course": "retested"}, {"whipple": "not_named"}),
        ],
    ),
    Reading(
        "distal pancreatectomy is the most common operation for the tail",
        SURGERY,
        shows=[(LOCAL | {"site": "tail"}, {"distal_pancreatectomy": "usual"})],
        spares=[
            (LOCAL | {"site": "head"}, {"distal_pancreatectomy": "not_named"}),
            (
                LOCAL | {"site": "tail", "course": "retested"},
                {"distal_pancreatectomy": "not_named"},
            ),
        ],
    ),
    Reading(
        "distal pancreatectomy takes out the body as well",
        SURGERY,
        shows=[(LOCAL | {"site": "body"}, {"distal_pancreatectomy": "option†"})],
        spares=[(LOCAL | {"site": "head"}, {"distal_pancreatectomy": "not_named"})],
    ),
    Reading(
        "after surgery for grade 1 or 2 more treatment is usually not needed",
        SURGERY,
        shows=[
            (
                OUT | grade,
                {"follow_up": "usual"}
                | every("against", *SSAS, *PRRTS, *CHEMOTHERAPY, *TARGETED, *EMBOLIZATION)
                | every("against", "platinum_etoposide", "belzutifan", "liver_directed", "rfa")
                | every("against", "radiation", "external_beam")
                | every("against", "immunotherapy", "interferon_alfa"),
            )
            for grade in (G1, G2)
        ],
        spares=[(OUT | G1 | {"removed": "no"}, {"follow_up": "not_named"})],
    ),
    Reading(
        "the guide is silent about what follows surgery for grade 3",
        SURGERY,
        shows=[
            (
                OUT | G3,
                every("not_named", "follow_up", *SSAS, *PRRTS, *CHEMOTHERAPY, *TARGETED)
                | every("not_named", "radiation", "immunotherapy", "liver_directed"),
            ),
        ],
        spares=[(OUT | G2, {"follow_up": "usual"})],
    ),
    Reading(
        "it is silent about what follows surgery for a carcinoma, platinum with etoposide too",
        SURGERY,
        shows=[
            (OUT | CARCINOMA, {"surgery": "against†"}),
            (OUT | CARCINOMA, every("not_named", "follow_up", *CHEMOTHERAPY, "platinum_etoposide")),
        ],
        spares=[(OUT | CARCINOMA | {"removed": "no"}, {"platinum_etoposide": "option"})],
    ),
    Reading(
        "surgery takes the tumor out, so there is none once it is out",
        SURGERY,
        shows=[
            (OUT, every("against†", *OPERATIONS)),
            (OUT | WELL | {"course": "retested"}, every("against†", *OPERATIONS)),
        ],
        spares=[(LOCAL, {"surgery": "usual"})],
    ),
]
