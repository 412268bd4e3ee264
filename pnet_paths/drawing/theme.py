"""How a status looks and reads, wherever it is shown: symbol, word, colours and border.

Each status is told three times (colour, border, symbol with word), so that it survives a
colour-blind eye, a greyscale print and a poor projector.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = [
    "DARK",
    "INFERRED",
    "INK",
    "LINE",
    "LOOKS",
    "PAPER",
    "SOFT_INK",
    "TOGETHER",
    "Look",
    "View",
    "marked",
]

View = Literal["path", "map"]
"""A path unfolds the groups that are offered or open, a map all of them."""

INFERRED = "†"
"""Marks what the guide does not say in so many words: our inference from it."""

TOGETHER = "\u2295"
"""Marks what may be combined."""

INK = "#1f2328"
SOFT_INK = "#3d444d"
LINE = "#8b929e"
PAPER = "#ffffff"


@dataclass(frozen=True, slots=True)
class Look:
    """``ink`` is the colour of text and border on ``fill``, ``border`` a Graphviz line style.

    ``dark_ink`` and ``dark_fill`` stand in for them on a dark page.
    """

    word: str
    symbol: str
    meaning: str
    ink: str
    fill: str
    dark_ink: str
    dark_fill: str
    border: str
    width: float

    def __str__(self) -> str:
        return f"{self.symbol} {self.word}"


LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "usual": Look(
            "usual",
            "●",
            "the usual, first or most common choice here",
            ink="#0a5a38",
            fill="#d9f0e2",
            dark_ink="#8fe3b8",
            dark_fill="#12382a",
            border="solid",
            width=2.6,
        ),
        "option": Look(
            "option",
            "◐",
            "may be used here",
            ink="#1a5796",
            fill="#e0edfb",
            dark_ink="#9ccbff",
            dark_fill="#14304f",
            border="solid",
            width=1.6,
        ),
        "later": Look(
            "later",
            "◷",
            "a following step: something else usually comes first",
            ink="#6f5100",
            fill="#fcf0cf",
            dark_ink="#f1cf75",
            dark_fill="#3d3210",
            border="dashed",
            width=1.6,
        ),
        "depends": Look(
            "depends",
            "?",
            "what is not known decides",
            ink="#5a3494",
            fill="#eee5fa",
            dark_ink="#d0b6fb",
            dark_fill="#33224f",
            border="dashed",
            width=1.6,
        ),
        "against": Look(
            "rather not",
            "✕",
            "the guide says no, not usually, or perhaps not needed; its words stand beside it",
            ink="#952c2c",
            fill="#fbe9e9",
            dark_ink="#ffb1ab",
            dark_fill="#4a1f1f",
            border="dotted",
            width=1.8,
        ),
        "not_named": Look(
            "not named here",
            "–",
            "the guide does not speak of it for this profile, which is no advice against it",
            ink="#59606d",
            fill="#f5f6f8",
            dark_ink="#a9b0bd",
            dark_fill="#23262b",
            border="solid",
            width=0.9,
        ),
    }
)

DARK: Mapping[str, str] = MappingProxyType(
    {INK: "#eef0f3", SOFT_INK: "#c9ced6", LINE: "#7d8590", PAPER: "#111418"}
    | {look.ink: look.dark_ink for look in LOOKS.values()}
    | {look.fill: look.dark_fill for look in LOOKS.values()}
)
"""For every colour of the drawing the one that takes its place on a dark page."""


def marked(words: str, inferred: bool) -> str:
    """Words, with the mark of an inference if they are one."""
    return f"{words}\u00a0{INFERRED}" if inferred else words
