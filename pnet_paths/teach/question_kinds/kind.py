"""What a kind of question is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...tables.models import Indication
from ..question import Question
from ..question_draft import Draft

__all__ = ["Kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: its label, its level of difficulty, and how one is made from a draft.

    A question is made from a profile near one where a row holds; ``fits_row`` says which rows.
    ``has_topic`` says whether it is about a treatment that such a row names, ``against_row``
    whether the profile is to be one where the row does not hold.
    """

    label: str
    level: str
    make: Callable[[Draft], Question | None]
    fits_row: Callable[[Indication], bool] = lambda row: row.strength.offers
    has_topic: bool = True
    against_row: bool = False
