"""The sentences of a comparison of sources, for Python and for a page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["PATTERNS"]

PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "one_names": "{source} names {label} here ({status}); {other} does not ({cited}).",
        "one_has": "{source} names {label} here ({status}); {other} has no rule for it ({cited}).",
        "says": "{label}: {parts} ({cited}).",
        "part": "{status} in {source}",
        "cited": "{source}: {cited}",
        "against": "{word} ({words})",
        "as": "{status}, as {label}",
        "not_named": "not named",
        "no_rule": "without a rule",
        "no_difference": "No treatment surely differs.",
        "asks": "To say more, {source} asks: {questions}",
        "untold": "A fact that {source} was not told may decide this.",
        "unused": "{source} has no equivalent for, and was not told: {labels}.",
        "left_behind": "Not taken along, as {source} has no certain equivalent: {labels}.",
        "left_out": "Left out for {source}, as the facts contradict each other there: {labels}.",
        "facts": "{source}: {sentence}",
        "silent": "Named by none of them here: {labels}.",
        "absent": "\u2013 no rule there",
        "how_to_read": (
            "\u2260 and a thick border: the sources differ on the whole of it; \u2260 alone: on a "
            "member. Dashed border: what is not known decides. "
            "Below a source stand members that it names and of which they do not say the same."
        ),
        "all_name": "Named by all: {labels}",
        "silence": "A source that does not name a treatment does not advise against it.",
    }
)
