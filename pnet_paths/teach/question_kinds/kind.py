"""What a kind of question is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...tables.models import Indication
from ..question import Question
from ..question_draft import Draft

__all__ = ["Kind", "offers"]


def offers(row: Indication) -> bool:
    """Whether a row offers something."""
    return row.strength.offers


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: how it is called, how hard it is, and how one is made of a draft.

    ``rows`` says near the profiles of which rows one is made, ``of_one`` whether it is about a
    treatment that such a row names, ``away`` whether the row is not to hold.
    """

    label: str
    level: str
    made: Callable[[Draft], Question | None]
    rows: Callable[[Indication], bool] = offers
    of_one: bool = True
    away: bool = False
