"""What statuses there are, and which one stands for several that are possible."""

from __future__ import annotations

from functools import cache

__all__ = ["AGAINST", "BY_RANK", "OFFERED", "RANK", "STATUSES", "meant", "possible_of", "status_of"]

OFFERED = ("usual", "option", "later")
AGAINST = ("ruled_out", "against")
"""The strengths of rows that say no."""
STATUSES = (*OFFERED, "depends", "against", "not_named")
"""Every status, from the strongest offer to none."""

BY_RANK = ("not_named", "against", "later", "option", "usual")
"""The statuses that a treatment can have where all is known, by rank."""
RANK = {status: rank for rank, status in enumerate(BY_RANK)}


def meant(strength: str) -> str:
    """The status that a row of this strength gives where it decides.

    >>> meant("ruled_out"), meant("option")
    ('against', 'option')
    """
    return "against" if strength in AGAINST else strength


@cache
def possible_of(ranks: int) -> frozenset[str]:
    """The statuses in a set of ranks (as bits)."""
    return frozenset(status for rank, status in enumerate(BY_RANK) if ranks >> rank & 1)


@cache
def status_of(ranks: int) -> str:
    """The one status that stands for a set of ranks (as bits).

    >>> status_of(1 << RANK["usual"] | 1 << RANK["option"]), status_of(0b11), status_of(0b101)
    ('option', 'not_named', 'depends')
    """
    possible = possible_of(ranks)
    offered = possible.intersection(OFFERED)
    if len(possible) == 1:
        return next(iter(possible))
    if not offered:
        return "not_named"
    return "depends" if possible - offered else min(offered, key=RANK.__getitem__)
