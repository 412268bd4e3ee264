"""The kinds of questions: each made from a pathway, with one right answer among near misses.

Keys and wrong answers rest on what the source states: they hold as well without our inferences and
without the conditions that we add (`Guide.stated_only`). Those of trials rest on the evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ...statuses import Strength
from ...tables.models import Indication
from .aim import aim_question
from .giver import giver_question
from .kind import Kind
from .next_fact import next_fact_question
from .offered import first_choice_question, offered_question
from .one_change import difference_question, opening_question, tells_apart_question
from .order import order_question
from .together import combination_question
from .trials import compared_with_question, speaks_for_question

__all__ = ["DIFFICULTIES", "KINDS", "Kind"]


def _has_strength_usual(row: Indication) -> bool:
    return row.strength is Strength.USUAL


def _is_any(row: Indication) -> bool:
    return True


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "offered": Kind("What the guide offers", "easy", offered_question),
        "first": Kind(
            "What is usual or comes first", "easy", first_choice_question, _has_strength_usual
        ),
        "aim": Kind("What a treatment is for", "easy", aim_question),
        "giver": Kind("Who gives a treatment", "easy", giver_question),
        "compared_with": Kind("What a trial compared", "easy", compared_with_question),
        "together": Kind("What is combined", "medium", combination_question),
        "order": Kind("What comes first of two", "medium", order_question),
        "next_fact": Kind(
            "What to find out next", "medium", next_fact_question, _is_any, has_topic=False
        ),
        "speaks_for": Kind("Whom a trial speaks for", "medium", speaks_for_question),
        "opens": Kind("What would open a treatment", "hard", opening_question, against_row=True),
        "differs": Kind(
            "What makes a difference", "hard", difference_question, _is_any, has_topic=False
        ),
        "tells_apart": Kind(
            "What tells two drawings apart", "hard", tells_apart_question, _is_any, has_topic=False
        ),
    }
)
"""The kinds of questions, from the easiest to the hardest."""

DIFFICULTIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        level: tuple(name for name, kind in KINDS.items() if kind.level == level)
        for level in ("easy", "medium", "hard")
    }
)
"""The kinds of questions of each level of difficulty."""
