"""What a reading is, and the words that readings are written in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

Profile = dict[str, str]

Said = dict[str, str]
"""Statuses by treatment. A † behind one: we conclude it. None behind: the guide states it."""

Shown = tuple[Profile, Said]


class Reading(NamedTuple):
    """A rule of the guide.

    Args:
        rule: in our words.
        section: the heading it stands under.
        shows: profiles that it holds for.
        spares: near ones that it does not hold for (one or two facts apart), and what is said then.
        ours: the factors of which the stated rows behind it ask although the guide does not.
    """

    rule: str
    section: str
    shows: Sequence[Shown]
    spares: Sequence[Shown] = ()
    ours: Collection[str] = ()


def every(status: str, *treatments: str) -> Said:
    """The same status for some treatments."""
    return dict.fromkeys(treatments, status)


def near(profile: Profile, said: Said, *changes: Profile) -> list[Shown]:
    """A profile with each of some changes, and the same said of all."""
    return [(profile | change, said) for change in changes]


FIRST = {"course": "first", "removed": "no"}
BACK = {"course": "retested", "removed": "no"}
LOCAL = FIRST | {"extent": "localized", "resectability": "resectable"}
ADVANCED = FIRST | {"extent": "locally_advanced", "resectability": "resectable"}
METASTATIC = FIRST | {"extent": "metastatic"}

G1 = {"grade": "G1", "differentiation": "well"}
G2 = {"grade": "G2", "differentiation": "well"}
G3 = {"grade": "G3", "differentiation": "well"}
WELL = {"differentiation": "well"}
CARCINOMA = {"grade": "G3", "differentiation": "poor"}

PARTLY = {"resectability": "partly_resectable"}
INOPERABLE = {"resectability": "unresectable"}
POSITIVE = {"sstr": "positive"}
NEGATIVE = {"sstr": "negative"}
SILENT = {"symptoms": "none"}
HORMONES = {"symptoms": "hormonal"}
SIZE = {"symptoms": "mass"}
BOTH = {"symptoms": "both"}
RETURNED = {"course": "returned"}
RETESTED = {"course": "retested"}
NOT_RAPID = {"growth": "growing"}
RAPID = {"growth": "rapid"}
NO_SSA = {"prior_ssa": "no"}

OPERATIONS = ("surgery", "enucleation", "whipple", "distal_pancreatectomy", "debulking")
SSAS = ("ssa", "octreotide", "lanreotide")
PRRTS = ("prrt", "lutetium_dotatate")
CHEMOTHERAPY = ("chemotherapy", "captem", "capeox", "folfox")
TARGETED = ("targeted_therapy", "everolimus", "sunitinib")
EMBOLIZATION = ("embolization", "bland_embolization", "chemoembolization", "radioembolization")
