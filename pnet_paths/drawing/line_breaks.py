"""A text as lines of like length, none of which ends where two words belong together."""

from __future__ import annotations

import re

__all__ = ["wrap_lines"]

_NUMBER = re.compile(
    r"\d+([.,]\d+)*%?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"\(?(class|cycle|day|grade|group|level|line|part|phase|stage|step|type|week)", re.IGNORECASE
)
_NO_UNIT = re.compile("and|as|at|before|by|for|from|if|in|is|of|on|or|than|the|to|with")
"""Words that a number comes after, and words that it does not count."""
_TIE = "\x1f"
"""Stands for a space at which no line ends; no drawing can show it."""


_PARTS = re.compile(r"[^ ]*?[^\W\d_]{2}-(?=[^\W\d_]{2})|[^ ]+")
"""What a line may end after: a hyphen with two letters on each side, or a word."""


def wrap_lines(words: str, width: int) -> list[str]:
    """As few lines as ``width`` allows, of like length: a last line of one word looks wrong.

    >>> wrap_lines("one two three four", 15)
    ['one two', 'three four']
    """
    words = _tie_numbers(words, width)
    fewest = _fill_lines(words, width)
    longest = max(1, *map(len, words.split(" ")))
    for narrower in range(max(longest, -(-len(words) // max(1, len(fewest)))), width):
        lines = _fill_lines(words, narrower)
        if len(lines) == len(fewest):
            fewest = lines
            break
    return [line.replace(_TIE, " ") for line in fewest]


def _fill_lines(words: str, width: int) -> list[str]:
    """Fill one line after the other; cut what is longer than a line.

    >>> _fill_lines("a well-known word", 10)
    ['a well-', 'known word']
    """
    lines = [""]
    for word in words.split(" "):
        space = " "
        for part in _PARTS.findall(word):
            for piece in (part[i : i + width] for i in range(0, len(part), width)):
                if lines[-1] and len(lines[-1] + space + piece) > width:
                    lines.append(piece)
                else:
                    lines[-1] += (space if lines[-1] else "") + piece
                space = ""
    return [line for line in lines if line]


def _tie_numbers(words: str, width: int) -> str:
    """Tie numbers to their words, so that no line ends between them where both fit into one.

    >>> _tie_numbers("grade 1 or 2, for 6 months", 20).split(" ")
    ['grade\\x1f1', 'or', '2,', 'for', '6\\x1fmonths']
    """
    first, *rest = words.split(" ")
    pieces, before = [first], first
    for word in rest:
        if _belong_together(before, word) and len(f"{pieces[-1]} {word}") <= width:
            pieces[-1] += f"{_TIE}{word}"
        else:
            pieces.append(word)
        before = word
    return " ".join(pieces)


def _belong_together(before: str, word: str) -> bool:
    """Return True for a number and what it counts, and for a word and its number."""
    if _NUMBER.fullmatch(before):
        apart = _NO_UNIT.fullmatch(word) or _NUMBER.fullmatch(word)
        return word[:1].isalpha() and not apart
    return word[:1].isdigit() and _NUMBERED.fullmatch(before) is not None
