"""What the invented cohort assumes: how often each level is drawn, and how often it is not known.

The numbers are round and made up, so that every part of the guide is met. None is a frequency: they
come from no registry, no study and no hospital. What is drawn and cannot occur, or is hardly met,
is dropped and drawn again; that rests on the guide's own tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["ASSUMPTIONS", "DROPPED", "Assumption", "assumption_of"]


@dataclass(frozen=True, slots=True)
class Assumption:
    """How often each level of a factor is drawn, in percent.

    Attributes:
        factor: the factor.
        percent: by level how often it is drawn.
        given: the facts, drawn before, for which this holds; empty: for all others.
        not_known: in how many percent of the profiles the cell is left empty afterwards.
        basis: where the numbers come from.
    """

    factor: str
    percent: Mapping[str, int]
    given: Mapping[str, str] = field(default_factory=dict)
    not_known: int = 0
    basis: str = "assumed"


_NOT_WITH_LIVER = {"none": 100, "small": 0, "large": 0}

ASSUMPTIONS = (
    Assumption("extent", {"localized": 40, "locally_advanced": 20, "metastatic": 40}),
    Assumption("site", {"head": 40, "body": 20, "tail": 40}, not_known=5),
    Assumption("grade", {"G1": 45, "G2": 40, "G3": 15}, not_known=15),
    Assumption("differentiation", {"well": 100, "poor": 0}, {"grade": "G1"}, not_known=15),
    Assumption("differentiation", {"well": 100, "poor": 0}, {"grade": "G2"}, not_known=15),
    Assumption("differentiation", {"well": 50, "poor": 50}, not_known=15),
    Assumption("function", {"functional": 25, "nonfunctional": 75}, not_known=10),
    Assumption("sstr", {"positive": 0, "negative": 100}, {"differentiation": "poor"}, not_known=30),
    Assumption("sstr", {"positive": 80, "negative": 20}, not_known=30),
    Assumption(
        "resectability",
        {"resectable": 80, "partly_resectable": 10, "unresectable": 10},
        {"extent": "localized"},
        not_known=15,
    ),
    Assumption(
        "resectability",
        {"resectable": 0, "partly_resectable": 35, "unresectable": 65},
        {"extent": "metastatic"},
        not_known=15,
    ),
    Assumption(
        "resectability",
        {"resectable": 30, "partly_resectable": 40, "unresectable": 30},
        not_known=15,
    ),
    Assumption("liver", {"none": 20, "small": 40, "large": 40}, {"extent": "metastatic"}),
    Assumption("liver", _NOT_WITH_LIVER),
    Assumption("liver_share", {"no": 100, "yes": 0}, {"liver": "none"}, not_known=10),
    Assumption("liver_share", {"no": 50, "yes": 50}, not_known=10),
    Assumption("course", {"first": 80, "returned": 10, "retested": 10}),
    Assumption("removed", {"no": 70, "yes": 30}, {"resectability": "resectable"}),
    Assumption("removed", {"no": 100, "yes": 0}),
    Assumption(
        "growth",
        {"not_compared": 100, "stable": 0, "growing": 0, "rapid": 0},
        {"removed": "yes"},
        not_known=100,
    ),
    Assumption(
        "growth",
        {"not_compared": 30, "stable": 30, "growing": 30, "rapid": 10},
        not_known=10,
    ),
    Assumption("symptoms", {"none": 100, "hormonal": 0, "mass": 0, "both": 0}, {"removed": "yes"}),
    Assumption(
        "symptoms",
        {"none": 20, "hormonal": 50, "mass": 10, "both": 20},
        {"function": "functional"},
        not_known=10,
    ),
    Assumption("symptoms", {"none": 60, "hormonal": 0, "mass": 40, "both": 0}, not_known=10),
    Assumption("vhl", {"no": 95, "yes": 5}, not_known=60),
    Assumption("life_expectancy", {"six_months_or_more": 90, "under_six_months": 10}, not_known=40),
    Assumption("surgery_timing", {"can_wait": 90, "immediate": 10}, not_known=30),
    Assumption("prior_ssa", {"no": 50, "yes": 50}, {"extent": "metastatic"}),
    Assumption("prior_ssa", {"no": 90, "yes": 10}),
)
"""Of several for one factor the first that holds is taken; a factor comes after those it needs."""

DROPPED = {
    "impossible.csv": "what cannot occur",
    "unlikely.csv": "what a clinician would hardly meet",
}
"""The tables of the guide whose rows no invented profile meets, and what they name."""


def assumption_of(factor: str, facts: Mapping[str, str]) -> Assumption:
    """The assumption for a factor, given the facts drawn before."""
    return next(
        each
        for each in ASSUMPTIONS
        if each.factor == factor and each.given.items() <= facts.items()
    )
