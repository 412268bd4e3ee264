"""Watching and operating."""

from __future__ import annotations

from readings.reading import (
    ADVANCED,
    BOTH,
    CARCINOMA,
    CHEMOTHERAPY,
    FIRST,
    G1,
    G2,
    G3,
    HORMONES,
    INOPERABLE,
    LOCAL,
    NOT_RAPID,
    OPERATIONS,
    PARTLY,
    RAPID,
    RETESTED,
    RETURNED,
    SILENT,
    SIZE,
    SSAS,
    Reading,
    every,
    near,
)

WATCHING = "Active surveillance"
SURGERY = "Surgery"

QUIET = FIRST | G1 | SILENT
QUIET |= {"extent": "localized", "growth": "stable", "surgery_timing": "can_wait"}

NOT_QUIET = [
    {"growth": "growing"},
    {"growth": "rapid"},
    HORMONES,
    SIZE,
    BOTH,
    {"extent": "locally_advanced"},
    {"extent": "metastatic"},
    {"surgery_timing": "immediate"},
    RETURNED,
    RETESTED,
    {"removed": "yes"},
]

QUIETER = NOT_RAPID | SILENT
WATCHED = {"active_surveillance": "option"}
NOT_WATCHED = {"active_surveillance": "not_named"}

READINGS = [
    Reading(
        "watching is sometimes recommended, mostly for a quiet tumor of low grade",
        WATCHING,
        shows=[(QUIET, WATCHED), (QUIET | {"growth": "not_compared"}, WATCHED)],
        spares=[
            (QUIET | G2, {"active_surveillance": "option†"}),
            *near(QUIET, NOT_WATCHED, G3, CARCINOMA, *NOT_QUIET),
        ],
        ours={"differentiation", "course", "surgery_timing"},
    ),
    Reading(
        "mostly low grade leaves room for grade 2, we conclude",
        WATCHING,
        shows=near(QUIET | G2, {"active_surveillance": "option†"}, {}, {"growth": "not_compared"}),
        spares=near(QUIET | G2, NOT_WATCHED, G3, *NOT_QUIET),
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
            (LOCAL | RETESTED, {"surgery": "option"}),
            (LOCAL | {"removed": "yes"}, {"surgery": "against†"}),
            (LOCAL | RETURNED, {"surgery": "later"}),
        ],
        ours={"course"},
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
            *near(
                ADVANCED | {"site": "head"},
                {"surgery": "option", "whipple": "not_named"},
                *(PARTLY, RETESTED),
            ),
            *near(
                ADVANCED | {"site": "tail"},
                {"surgery": "option", "distal_pancreatectomy": "not_named"},
                *(PARTLY, RETESTED),
            ),
            (ADVANCED | {"site": "body"}, {"whipple": "not_named"}),
            (ADVANCED | {"site": "head"}, {"distal_pancreatectomy": "not_named"}),
        ],
    ),
    Reading(
        "debulking is sometimes recommended where not all of the tumor can be removed",
        SURGERY,
        shows=[
            (LOCAL | PARTLY, every("option", "surgery", "debulking")),
            (ADVANCED | PARTLY, every("option", "surgery", "debulking")),
            (LOCAL | PARTLY | RETESTED, every("option", "surgery", "debulking")),
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
            (LOCAL | G2 | INOPERABLE | QUIETER, every("option†", *SSAS, *CHEMOTHERAPY)),
            (ADVANCED | G3 | PARTLY | QUIETER, every("option†", *SSAS, *CHEMOTHERAPY)),
        ],
        spares=[
            (ADVANCED | G3 | PARTLY | RAPID | SILENT, every("not_named", *SSAS)),
            (LOCAL | G2 | INOPERABLE | RAPID, every("option†", *CHEMOTHERAPY)),
            (LOCAL | G2 | QUIETER, every("not_named", *SSAS, *CHEMOTHERAPY)),
            (
                LOCAL | CARCINOMA | INOPERABLE | QUIETER,
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
            (LOCAL | G1 | RETURNED, {"enucleation": "not_named"}),
        ],
    ),
    Reading(
        "the Whipple procedure takes out the head of the pancreas",
        SURGERY,
        shows=[(LOCAL | {"site": "head"}, {"whipple": "option†"})],
        spares=near(
            LOCAL | {"site": "head"},
            {"whipple": "not_named"},
            *({"site": "body"}, {"site": "tail"}, PARTLY, RETURNED, RETESTED),
        ),
    ),
    Reading(
        "distal pancreatectomy is the most common operation for the tail",
        SURGERY,
        shows=[(LOCAL | {"site": "tail"}, {"distal_pancreatectomy": "usual"})],
        spares=near(
            LOCAL | {"site": "tail"},
            {"distal_pancreatectomy": "not_named"},
            *({"site": "head"}, PARTLY, RETURNED, RETESTED),
        ),
        ours={"extent", "resectability", "course"},
    ),
    Reading(
        "distal pancreatectomy takes out the body as well",
        SURGERY,
        shows=[(LOCAL | {"site": "body"}, {"distal_pancreatectomy": "option†"})],
        spares=near(
            LOCAL | {"site": "body"},
            {"distal_pancreatectomy": "not_named"},
            *({"site": "head"}, PARTLY, RETURNED, RETESTED),
        ),
    ),
]
