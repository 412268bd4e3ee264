"""A tumor that has spread: what comes first, what follows, and what surgery is for then."""

from __future__ import annotations

from readings.reading import (
    ADVANCED,
    BOTH,
    CARCINOMA,
    CHEMOTHERAPY,
    EMBOLIZATION,
    G1,
    G2,
    G3,
    HORMONES,
    INOPERABLE,
    LOCAL,
    METASTATIC,
    NEGATIVE,
    NO_SSA,
    OPERATIONS,
    PARTLY,
    POSITIVE,
    PRRTS,
    SILENT,
    SIZE,
    SSAS,
    TARGETED,
    WELL,
    Reading,
    every,
    near,
)

SECTION = "Metastatic pancreas NETs"

FRESH = METASTATIC | G2 | NO_SSA
TREATED = FRESH | {"prior_ssa": "yes"}
SLOW_G3 = METASTATIC | G3 | POSITIVE | {"growth": "stable"}
OPERABLE = METASTATIC | {"resectability": "resectable"}

READINGS = [
    Reading(
        "doctors can differ, so talking with experienced ones is a good idea",
        SECTION,
        shows=[(METASTATIC, {"second_opinion": "option"})],
        spares=[
            (METASTATIC | {"extent": "localized"}, {"second_opinion": "not_named"}),
            (METASTATIC | {"extent": "locally_advanced"}, {"second_opinion": "not_named"}),
        ],
    ),
    Reading(
        "trials are encouraged",
        SECTION,
        shows=[(METASTATIC, {"clinical_trial": "option"})],
    ),
    Reading(
        "somatostatin analogs often come first, whatever the receptors",
        SECTION,
        shows=[
            *near(FRESH, every("usual", *SSAS), {}, POSITIVE, NEGATIVE, SILENT, HORMONES),
            *near(FRESH | G1, every("usual", *SSAS), {}, NEGATIVE),
        ],
        spares=[
            (FRESH | G3, every("option", *SSAS)),
            (FRESH | CARCINOMA | SILENT, every("not_named", *SSAS)),
            (FRESH | SILENT | {"extent": "localized"}, {"ssa": "depends†"}),
        ],
        ours={"differentiation"},
    ),
    Reading(
        "chemotherapy and targeted therapy follow them, whatever the receptors",
        SECTION,
        shows=[
            *near(
                FRESH,
                every("later", *CHEMOTHERAPY, *TARGETED),
                *({}, G1, POSITIVE, NEGATIVE, SIZE, HORMONES),
            ),
            *near(
                TREATED,
                every("option", *CHEMOTHERAPY, *TARGETED),
                *({}, G1, POSITIVE, NEGATIVE, SIZE, HORMONES),
            ),
        ],
        spares=[
            (FRESH | G3, {"chemotherapy": "option"}),
            *(
                (elsewhere | G2 | prior, every("not_named", *CHEMOTHERAPY))
                for elsewhere in (LOCAL, ADVANCED)
                for prior in (NO_SSA, {"prior_ssa": "yes"})
            ),
        ],
        ours={"differentiation"},
    ),
    Reading(
        "PRRT follows them where there are receptors",
        SECTION,
        shows=[
            *near(FRESH | POSITIVE, every("later", *PRRTS), {}, G1),
            *near(TREATED | POSITIVE, every("option", *PRRTS), {}, G1),
        ],
        spares=[
            (FRESH, every("depends", *PRRTS)),
            (FRESH | NEGATIVE, every("not_named", *PRRTS)),
            (TREATED | NEGATIVE, every("not_named", *PRRTS)),
            (FRESH | POSITIVE | G3, every("option", *PRRTS)),
            *(
                (elsewhere | G2 | POSITIVE | NO_SSA, every("not_named", *PRRTS))
                for elsewhere in (LOCAL, ADVANCED)
            ),
        ],
        ours={"differentiation"},
    ),
    Reading(
        "analogs may be used alone or together with what follows; that they go on we conclude",
        SECTION,
        shows=near(TREATED, every("option†", *SSAS), {}, G1, POSITIVE, NEGATIVE),
        spares=[
            (FRESH, every("usual", *SSAS)),
            (TREATED | HORMONES, every("option", *SSAS)),
        ],
    ),
    Reading(
        "for well-differentiated grade 3 the plan may hold analogs, chemotherapy and PRRT",
        SECTION,
        shows=[
            (METASTATIC | G3 | POSITIVE, every("option", *SSAS, *PRRTS, "chemotherapy")),
            (FRESH | G3 | POSITIVE, every("option", *SSAS, *PRRTS, "chemotherapy")),
            *near(METASTATIC | G3, {"chemotherapy": "option"}, HORMONES, SIZE),
            (SLOW_G3, every("option", *SSAS, *PRRTS, "chemotherapy")),
            (METASTATIC | G3 | NEGATIVE, every("option", *SSAS, "chemotherapy")),
        ],
        spares=[
            (METASTATIC | G3 | NEGATIVE, {"prrt": "not_named"}),
            *near(
                SLOW_G3,
                every("not_named", *PRRTS, *CHEMOTHERAPY),
                {"extent": "localized", "resectability": "resectable"},
                {"extent": "locally_advanced", "resectability": "resectable"},
            ),
            (METASTATIC | CARCINOMA | POSITIVE | SILENT, every("not_named", *SSAS, *PRRTS)),
        ],
    ),
    Reading(
        "embolization may be used if the cancer has spread to the liver",
        SECTION,
        shows=[
            (METASTATIC | {"liver": "small"}, every("option", *EMBOLIZATION, "liver_directed")),
            (METASTATIC | {"liver": "large"}, every("option", *EMBOLIZATION, "liver_directed")),
        ],
        spares=[
            (METASTATIC | {"liver": "none"}, every("not_named", *EMBOLIZATION, "liver_directed")),
        ],
    ),
    Reading(
        "surgery serves to relieve symptoms and not to get rid of the cancer",
        SECTION,
        shows=[
            (OPERABLE | SIZE, {"surgery": "option"}),
            (OPERABLE | HORMONES | {"course": "retested"}, {"surgery": "option"}),
            (OPERABLE | BOTH, {"surgery": "option"}),
            *near(
                OPERABLE | PARTLY,
                every("option", "surgery", "debulking"),
                *(HORMONES, SIZE, BOTH),
            ),
        ],
        spares=[
            *near(
                OPERABLE | {"site": "tail"},
                every("not_named", *OPERATIONS[1:]),
                *(HORMONES, SIZE, BOTH),
            ),
            (ADVANCED | SIZE, {"surgery": "option†"}),
            (OPERABLE | INOPERABLE | SIZE, every("against", *OPERATIONS)),
        ],
    ),
    Reading(
        "where distant metastases cause no symptoms, surgery may not be needed",
        SECTION,
        shows=[
            (OPERABLE | SILENT, every("against", *OPERATIONS)),
            (OPERABLE | PARTLY | SILENT | {"site": "tail"}, every("against", *OPERATIONS)),
        ],
        spares=[
            (OPERABLE | SIZE, {"surgery": "option", "debulking": "not_named"}),
            (LOCAL | SILENT, {"surgery": "usual", "debulking": "not_named"}),
            (ADVANCED | SILENT, {"surgery": "option†", "enucleation": "not_named"}),
        ],
    ),
    Reading(
        "radiation may be offered to relieve symptoms",
        SECTION,
        shows=[
            (METASTATIC | HORMONES, {"radiation": "option", "external_beam": "against"}),
            (METASTATIC | SIZE, {"radiation": "option"}),
            (METASTATIC | INOPERABLE | SIZE, {"radiation": "option"}),
        ],
        spares=[
            (METASTATIC | SILENT, {"radiation": "not_named", "external_beam": "against"}),
            (METASTATIC | {"extent": "localized"} | SIZE, {"radiation": "depends†"}),
        ],
    ),
    Reading(
        "of that radiation no kind is named; external beam is the common one, we conclude",
        SECTION,
        shows=[
            (METASTATIC | SIZE, {"external_beam": "option†"}),
            (METASTATIC | WELL | {"symptoms": "both"}, {"external_beam": "option†"}),
        ],
        spares=[
            (METASTATIC | HORMONES, {"external_beam": "against"}),
            (METASTATIC | SILENT, {"external_beam": "against"}),
            (ADVANCED | SIZE, {"external_beam": "against"}),
        ],
    ),
]
