"""What a row can say of a treatment (a strength), and what a treatment can be (a status)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Literal, Self

from .logic.rank_sets import Ranks

__all__ = [
    "BY_RANK",
    "CAVEATS",
    "NOT_OFFERED",
    "OFFERED",
    "OFFERS",
    "Look",
    "Status",
    "Strength",
    "caveat_words",
    "ranks_of",
    "status_of",
    "statuses_of",
]


class _Text(StrEnum):
    """An enum whose members are shown as their text."""

    def __repr__(self) -> str:
        return repr(str(self))


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


class Status(_Text):
    """What a treatment can be for a profile, from the strongest offer to none.

    This is the one place that describes them: drawings, cards, sentences and the front end follow.

    >>> Status.AGAINST, Status.AGAINST.symbol, Status.AGAINST.word, Status("later").is_offer
    ('against', '✕', 'rather not', True)
    """

    symbol: str
    word: str
    """Its name where it is shown."""
    meaning: str
    look: Look
    is_offer: bool
    is_caveat: bool
    """Whether a row gives it, and it is no offer: the row's words stand beside it."""
    sentences: Mapping[str, str]
    """How it reads: "named" in a sentence, "would" and "would_be" where it does not hold here,
    "now" and "still" as news, "gained" and "lost" between scenes, "answer" and "answer_least" in
    the summary, "alone" where nothing is known; of a caveat also "line" below a drawing, "here",
    "where" it would hold, and "either_way" however the rest turns out."""

    def __new__(
        cls,
        value: str,
        symbol: str = "",
        word: str = "",
        meaning: str = "",
        look: Look | None = None,
        kind: Literal["offer", "caveat", "other"] = "other",
        sentences: Mapping[str, str] = MappingProxyType({}),
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.symbol, member.word, member.meaning = symbol, word, meaning
        if look is not None:
            member.look = look
        member.is_offer, member.is_caveat = kind == "offer", kind == "caveat"
        member.sentences = sentences
        return member

    USUAL = (
        "usual",
        "●",
        "usual",
        "the usual, first or most common choice here",
        Look("#0a5a38", "#d9f0e2", "#8fe3b8", "#12382a", border="solid", width=2.6),
        "offer",
        {
            "answer": "Usual: {labels}.",
            "named": "{is} usual",
            "would": "would be usual",
            "now": "{label} {is} now usual",
            "still": "{label} {is} still usual, for another reason",
            "gained": "now usual",
        },
    )
    OPTION = (
        "option",
        "◐",
        "option",
        "may be used here",
        Look("#1a5796", "#e0edfb", "#9ccbff", "#14304f", border="solid", width=1.6),
        "offer",
        {
            "answer": "Option: {labels}.",
            "answer_least": "At least an option: {labels}.",
            "named": "{is} an option",
            "would": "would be an option",
            "now": "{label} {is} now an option",
            "still": "{label} {is} still an option, for another reason",
            "gained": "now an option",
        },
    )
    LATER = (
        "later",
        "◷",
        "later",
        "a following step: something else usually comes first",
        Look("#6f5100", "#fcf0cf", "#f1cf75", "#3d3210", border="dashed", width=1.6),
        "offer",
        {
            "answer": "Later: {labels}.",
            "answer_least": "Later or sooner: {labels}.",
            "named": "come{s} later",
            "would": "would come later",
            "now": "{label} now come{s} later",
            "still": "{label} still come{s} later, for another reason",
            "gained": "now later",
        },
    )
    DEPENDS = (
        "depends",
        "?",
        "depends",
        "what is not known decides",
        Look("#5a3494", "#eee5fa", "#d0b6fb", "#33224f", border="dashed", width=1.6),
        "other",
        {
            "alone": "in some",
            "now": "{label} now depend{s}",
            "still": "{label} still depend{s}",
            "would_be": "{labels} would depend on other facts",
            "gained": "now open",
            "lost": "no longer open",
        },
    )
    AGAINST = (
        "against",
        "✕",
        "rather not",
        "the guide says no, not usually, or perhaps not needed; its words stand beside it",
        Look("#952c2c", "#fbe9e9", "#ffb1ab", "#4a1f1f", border="dotted", width=1.8),
        "caveat",
        {
            "answer": "Rather not: {labels}.",
            "now": "now rather not {label}",
            "still": "still rather not {label}, for another reason",
            "would_be": "the answer would be: rather not {labels}",
            "gained": "now rather not",
            "lost": "no longer advised against",
            "line": "Rather not",
            "here": "rather not {label} here{like}",
            "where": "Rather not where {open}: {words} ({basis}).",
            "either_way": "However the rest turns out: rather not {label} ({cited}).",
        },
    )
    NOT_NAMED = (
        "not_named",
        "–",
        "not named here",
        "the guide does not speak of it for this profile, which is no advice against it",
        Look("#59606d", "#f5f6f8", "#a9b0bd", "#23262b", border="solid", width=0.9),
        "other",
        {
            "alone": "never",
            "now": "{label} {is} no longer named",
            "still": "{label} {is} still not named",
            "would_be": "{labels} would not be named",
        },
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
        return Status.AGAINST if self is Strength.RULED_OUT else Status(self)

    @property
    def says_no(self) -> bool:
        """Whether the row gives a caveat, such as a no."""
        return self.status.is_caveat

    @property
    def yields(self) -> bool:
        """Whether any offer beats the row's no."""
        return self.says_no and self is not Strength.RULED_OUT

    @property
    def offers(self) -> bool:
        """Whether the row offers its treatments."""
        return self.status.is_offer and self is not Strength.WAITS

    @property
    def rank(self) -> int:
        """The rank of the status that a row gives."""
        return self.status.rank


OFFERED = tuple(status for status in Status if status.is_offer)
CAVEATS = tuple(status for status in Status if status.is_caveat)
NOT_OFFERED = (*CAVEATS, Status.NOT_NAMED)
"""What a treatment can be that is surely not offered."""
BY_RANK = tuple(status for status in reversed(Status) if status is not Status.DEPENDS)
"""The statuses that a treatment can have where all is known, the weakest first."""


def ranks_of(*statuses: Status) -> Ranks:
    """The ranks of some statuses."""
    return Ranks.of(*(status.rank for status in statuses))


OFFERS = ranks_of(*OFFERED)
"""The ranks of what is offered."""


@cache
def statuses_of(ranks: int) -> frozenset[Status]:
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
    return Status.DEPENDS if possible.meets(OFFERS) else weakest


def caveat_words(possible: Collection[Status]) -> str:
    """The words of the caveats among some statuses.

    >>> caveat_words({Status.AGAINST, Status.NOT_NAMED})
    'rather not'
    """
    return " or ".join(status.word for status in CAVEATS if status in possible)
