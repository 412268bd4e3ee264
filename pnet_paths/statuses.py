"""What a row can say of a treatment (a strength), and what a treatment can be (a status)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Self

from .logic.rank_sets import Ranks

__all__ = [
    "BY_RANK",
    "OFFERED",
    "OFFERS",
    "SAYS_NO",
    "Status",
    "Strength",
    "possible_of",
    "ranks_of",
    "status_of",
]


class _Text(StrEnum):
    """Members that show themselves as the text that they are."""

    def __repr__(self) -> str:
        return repr(str(self))


class Status(_Text):
    """What a treatment can be for a profile, from the strongest offer to none.

    >>> Status.AGAINST, Status.AGAINST.symbol, Status.AGAINST.word, Status("later") in OFFERED
    ('against', '✕', 'rather not', True)
    """

    symbol: str
    word: str
    """How it is told."""
    meaning: str

    def __new__(cls, value: str, symbol: str = "", word: str = "", meaning: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.symbol, member.word, member.meaning = symbol, word, meaning
        return member

    USUAL = "usual", "●", "usual", "the usual, first or most common choice here"
    OPTION = "option", "◐", "option", "may be used here"
    LATER = "later", "◷", "later", "a following step: something else usually comes first"
    DEPENDS = "depends", "?", "depends", "what is not known decides"
    AGAINST = (
        "against",
        "✕",
        "rather not",
        "the guide says no, not usually, or perhaps not needed; its words stand beside it",
    )
    NOT_NAMED = (
        "not_named",
        "–",
        "not named here",
        "the guide does not speak of it for this profile, which is no advice against it",
    )

    @property
    def label(self) -> str:
        """Its symbol and its word: "● usual"."""
        return f"{self.symbol} {self.word}"

    @property
    def rank(self) -> int:
        """How strong it is; `DEPENDS` stands for several and has none of its own."""
        return BY_RANK.index(self)


class Strength(_Text):
    """How strongly a row names its treatments, the strongest first.

    `WAITS` stands outside this order: it offers nothing, and makes what others offer come later.

    >>> Strength.RULED_OUT.status, Strength.OPTION.status, Strength.OPTION.says_no
    ('against', 'option', False)
    >>> Strength.WAITS.status, Strength.WAITS.offers
    ('later', False)
    """

    RULED_OUT = "ruled_out"
    USUAL = "usual"
    OPTION = "option"
    LATER = "later"
    AGAINST = "against"
    WAITS = "waits"

    @property
    def status(self) -> Status:
        """The status that a row gives where it decides."""
        if self is Strength.WAITS:
            return Status.LATER
        return Status.AGAINST if self.says_no else Status(self)

    @property
    def says_no(self) -> bool:
        """Whether the row says no."""
        return self in SAYS_NO

    @property
    def offers(self) -> bool:
        """Whether the row offers its treatments."""
        return self not in (*SAYS_NO, Strength.WAITS)

    @property
    def rank(self) -> int:
        """The rank of the status that a row gives."""
        return self.status.rank


OFFERED = (Status.USUAL, Status.OPTION, Status.LATER)
SAYS_NO = (Strength.RULED_OUT, Strength.AGAINST)
BY_RANK = (Status.NOT_NAMED, Status.AGAINST, Status.LATER, Status.OPTION, Status.USUAL)
"""The statuses that a treatment can have where all is known, the weakest first."""


def ranks_of(*statuses: Status) -> Ranks:
    """The ranks of some statuses."""
    return Ranks.of(*(status.rank for status in statuses))


OFFERS = ranks_of(*OFFERED)
"""The ranks of what is offered."""


@cache
def possible_of(ranks: int) -> frozenset[Status]:
    """The statuses in a set of ranks."""
    return frozenset(BY_RANK[rank] for rank in Ranks(ranks))


@cache
def status_of(ranks: int) -> Status:
    """The one status that stands for a set of ranks: of several offers the weakest.

    >>> status_of(ranks_of(Status.USUAL, Status.OPTION))
    'option'
    >>> status_of(ranks_of(Status.AGAINST, Status.NOT_NAMED))
    'not_named'
    >>> status_of(ranks_of(Status.LATER, Status.NOT_NAMED))
    'depends'
    """
    possible = Ranks(ranks)
    weakest = BY_RANK[next(iter(possible))]
    if possible.certain or possible.within(OFFERS):
        return weakest
    return Status.DEPENDS if possible.meets(OFFERS) else Status.NOT_NAMED
