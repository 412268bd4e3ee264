"""Explanations: why, why not, what to find out next, what if, and two profiles side by side.

Pure functions over a `Guide` and a profile; each gives an object that reads as plain sentences,
shows itself in a notebook and turns into a DataFrame. They work on decision diagrams, never by
trying profiles out.
"""

from .compare import Comparison, Difference, compare
from .landscape import Landscape, landscape
from .next_facts import Settles, settles
from .what_if import WhatIf, what_if
from .why import Why, why
from .why_not import WhyNot, least_cost_to_offer, why_not

__all__ = [
    "Comparison",
    "Difference",
    "Landscape",
    "Settles",
    "WhatIf",
    "Why",
    "WhyNot",
    "compare",
    "landscape",
    "least_cost_to_offer",
    "settles",
    "what_if",
    "why",
    "why_not",
]
