"""The words that readings of the second source are written in."""

from __future__ import annotations

UNTREATED = {"course": "first"}
LEFT = {"course": "residual"}
REFRACTORY = {"course": "refractory"}
AGAIN = {"course": "again"}
OUT = {"course": "resected"}

LOCAL = {"extent": "localized"}
NODES = {"extent": "nodes"}
GROWN = {"extent": "locally_advanced"}
METASTATIC = {"extent": "metastatic"}
HIDDEN = {"extent": "not_found"}

ALL = {"resectability": "resectable"}
PARTLY = {"resectability": "partly_resectable"}
NOTHING = {"resectability": "unresectable"}

LIVER = {"extent": "metastatic", "liver": "present"}
NO_LIVER = {"liver": "none"}
MOSTLY_LIVER = LIVER | {"liver_share": "yes"}

SILENT = {"symptoms": "none"}
HORMONES = {"symptoms": "hormonal"}
SIZE = {"symptoms": "mass"}
BOTH = {"symptoms": "both"}
BONE = {"symptoms": "mass", "bone_pain": "yes"}

SLOW = {"growth": "slow"}
PROGRESSING = {"growth": "progressing"}

SMALL = {"size": "small"}
LARGE = {"size": "large"}
ENUCLEABLE = {"enucleable": "yes"}
NOT_ENUCLEABLE = {"enucleable": "no"}

KINDS = (
    "gastrinoma",
    "insulinoma",
    "glucagonoma",
    "vipoma",
    "somatostatinoma",
    "other_functional",
    "nonfunctioning",
)
GASTRINOMA, INSULINOMA, GLUCAGONOMA, VIPOMA, SOMATOSTATINOMA, OTHER, NONFUNCTIONING = (
    {"kind": kind} for kind in KINDS
)
HEAD, BODY, TAIL, DUODENUM, SEVERAL = (
    {"site": site} for site in ("head", "body", "tail", "duodenum", "several")
)

OPERATIONS = ("enucleation", "whipple", "distal_pancreatectomy")
ABLATIONS = ("ablation", "rfa", "cryoablation", "alcohol_ablation")
EMBOLIZATIONS = ("embolization", "bland_embolization", "chemoembolization", "radioembolization")
FIVE_DRUGS = ("streptozocin", "doxorubicin", "fluorouracil", "chlorozotocin", "dacarbazine")
CHEMOTHERAPY = ("chemotherapy", *FIVE_DRUGS, "temozolomide")
TARGETED = ("targeted_therapy", "sunitinib", "everolimus", "vegf_inhibitors")
