"""The kinds of questions: each made from a pathway, with one right answer among near misses.

Keys and wrong answers rest on what the source states: they hold as well where nothing is known of
our inferences and of the conditions that we add (`Guide.as_stated`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ...statuses import Strength
from ...tables.models import Indication
from .aim import aim
from .giver import giver
from .kind import Kind
from .next_fact import next_fact
from .offered import first, offered
from .one_change import differs, opens, tells_apart
from .order import order
from .together import together

__all__ = ["DIFFICULTIES", "KINDS", "Kind"]


def _says_usual(row: Indication) -> bool:
    return row.strength is Strength.USUAL


def _is_any(row: Indication) -> bool:
    return True


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "offered": Kind("What the guide offers", "easy", offered),
        "first": Kind("What is usual or comes first", "easy", first, _says_usual),
        "aim": Kind("What a treatment is for", "easy", aim),
        "giver": Kind("Who gives a treatment", "easy", giver),
        "together": Kind("What is combined", "medium", together),
        "order": Kind("What comes first of two", "medium", order),
        "next_fact": Kind("What to find out next", "medium", next_fact, _is_any, of_one=False),
        "opens": Kind("What would open a treatment", "hard", opens, away=True),
        "differs": Kind("What makes a difference", "hard", differs, _is_any, of_one=False),
        "tells_apart": Kind(
            "What tells two drawings apart", "hard", tells_apart, _is_any, of_one=False
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
