"""Dates that may be a year or a month alone: in words, and which of two is later."""

from __future__ import annotations

from typing import Literal

__all__ = ["Order", "date_words", "order_of"]

Order = Literal["earlier", "same", "later"]

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_words(date: str) -> str:
    """A date as it is written in a sentence.

    >>> date_words("2025-03-26"), date_words("2023-12"), date_words("2023")
    ('26 March 2025', 'December 2023', '2023')
    """
    year, *rest = date.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def order_of(date: str, other: str) -> Order:
    """Whether a date is earlier or later than another, as far as both tell.

    >>> order_of("2023", "2023-12"), order_of("2023-11-02", "2023-12"), order_of("2024", "2023-12")
    ('same', 'earlier', 'later')
    """
    length = min(len(date), len(other))
    date, other = date[:length], other[:length]
    return "same" if date == other else "earlier" if date < other else "later"
