"""How a status looks, wherever it is shown: its colours and its border.

Each status is told three times (colour, border, symbol with word), so that it survives a
colour-blind eye, a greyscale print and a poor projector.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from ..statuses import Status

__all__ = [
    "DARK",
    "GLOW",
    "INK",
    "LINE",
    "LOOKS",
    "PAPER",
    "SOFT_INK",
    "START",
    "WASH",
    "Look",
    "View",
]

View = Literal["path", "map"]
"""A path shows what is on this pathway, a map all that the guide has."""

INK = "#1f2328"
SOFT_INK = "#3d444d"
LINE = "#8b929e"
PAPER = "#ffffff"
WASH = "#f4f5f8"
"""The ground of a question."""
START, GLOW = "#2f54d0", "#eef2fd"
"""Border and ground of the question to begin with."""


@dataclass(frozen=True, slots=True)
class Look:
    """``ink`` is the colour of text and border on ``fill``, ``border`` a Graphviz line style.

    ``dark_ink`` and ``dark_fill`` stand in for them on a dark page.
    """

    ink: str
    fill: str
    dark_ink: str
    dark_fill: str
    border: str
    width: float


LOOKS: Mapping[Status, Look] = MappingProxyType(
    {
        Status.USUAL: Look(
            ink="#0a5a38",
            fill="#d9f0e2",
            dark_ink="#8fe3b8",
            dark_fill="#12382a",
            border="solid",
            width=2.6,
        ),
        Status.OPTION: Look(
            ink="#1a5796",
            fill="#e0edfb",
            dark_ink="#9ccbff",
            dark_fill="#14304f",
            border="solid",
            width=1.6,
        ),
        Status.LATER: Look(
            ink="#6f5100",
            fill="#fcf0cf",
            dark_ink="#f1cf75",
            dark_fill="#3d3210",
            border="dashed",
            width=1.6,
        ),
        Status.DEPENDS: Look(
            ink="#5a3494",
            fill="#eee5fa",
            dark_ink="#d0b6fb",
            dark_fill="#33224f",
            border="dashed",
            width=1.6,
        ),
        Status.AGAINST: Look(
            ink="#952c2c",
            fill="#fbe9e9",
            dark_ink="#ffb1ab",
            dark_fill="#4a1f1f",
            border="dotted",
            width=1.8,
        ),
        Status.NOT_NAMED: Look(
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
    {INK: "#eef0f3", SOFT_INK: "#c9ced6", LINE: "#7d8590", PAPER: "#111418", WASH: "#1d2127"}
    | {START: "#8ab0ff", GLOW: "#1c2640"}
    | {look.ink: look.dark_ink for look in LOOKS.values()}
    | {look.fill: look.dark_fill for look in LOOKS.values()}
)
"""For every colour of the drawing the one that takes its place on a dark page."""
