"""How a status looks, wherever it is shown: its colours and its border.

Each status is told three times (colour, border, symbol with word), so that it survives a
colour-blind eye, a greyscale print and a poor projector.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from ..statuses import Look, Status

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

View = Literal["path", "map", "blank"]
"""A path shows what is on this pathway, a map all that the guide has, a blank drawing no answer."""

INK = "#1f2328"
SOFT_INK = "#3d444d"
LINE = "#8b929e"
PAPER = "#ffffff"
WASH = "#f4f5f8"
"""The ground of a question."""
START, GLOW = "#2f54d0", "#eef2fd"
"""Border and ground of the question to begin with."""


LOOKS: Mapping[Status, Look] = MappingProxyType({status: status.look for status in Status})

DARK: Mapping[str, str] = MappingProxyType(
    {INK: "#eef0f3", SOFT_INK: "#c9ced6", LINE: "#7d8590", PAPER: "#111418", WASH: "#1d2127"}
    | {START: "#8ab0ff", GLOW: "#1c2640"}
    | {look.ink: look.dark_ink for look in LOOKS.values()}
    | {look.fill: look.dark_fill for look in LOOKS.values()}
)
"""For every colour of the drawing the one that takes its place on a dark page."""
