"""Letters read with a wrong encoding, and levels that other programs read as missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..tables.values import READ_AS_MISSING
from .checked_guide import CheckedGuide
from .finding import Finding

__all__ = ["garbled_cells", "nameless_levels"]

_LEADS = {
    "cp1252": "ÂÃÄÅÎÏÐÑâãïð",
    "latin-1": "ÂÃÄÅÎÏÐÑâãïð",
    "cp1250": "Ă",
    "mac_roman": "√‚Œ¬",
    "cp850": "├Ô",
}
"""By wrong encoding the letters with which misread letters begin."""
_MEANT = re.compile(
    "[\u00a0-\u017f\u0391-\u03c9\u0410-\u044f\u2010-\u2044\u20ac\u2122\u2190-\u22ff"
    "\ufb00-\ufb04\ufeff\U0001f300-\U0001faff]"
)
"""The characters that texts use beyond ASCII: letters of Europe, symbols, and emoji."""
_AFTER_A_WORD = "’‘”“»…–—™®\u00a0"
_REPLACED = re.compile(r"[^\W\d_]\?+[^\W\d_]|\w\?{2,}\w|\d \?\w| \? ?\d")
"""Question marks that stand for lost letters: "f?r", "Gr??e", "dose ? 5"."""
_MATHS = "π∞∑∏∫Ωµ"


def garbled_cells(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield columns with letters that can only come from a wrong encoding."""
    for table, sheet in checked.guide.sheets.items():
        for column in sheet.columns:
            texts = {
                number: shown
                for number, cell in zip(sheet.numbers, sheet.column(column), strict=True)
                if (
                    shown := _replaced_letter(column, cell)
                    or (not cell.isascii() and _first_misread(cell))
                )
            }
            if texts:
                wrong = next(iter(texts.values()))
                yield Finding(
                    "garbled",
                    "warning",
                    f"{table}.csv",
                    tuple(texts),
                    f"The column {column} has letters of a wrong encoding here: {wrong}. Write "
                    'them again, and save as "CSV UTF-8".',
                )


def _replaced_letter(column: str, cell: str) -> str:
    """Say that a question mark stands for a lost letter, or return ""."""
    if column != "url" and (_REPLACED.search(cell) or (column == "symbol" and "?" in cell)):
        return '"?" for a letter that is lost'
    return ""


def nameless_levels(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield levels whose ids other programs read as a missing cell."""
    taken = {name.casefold() for name in READ_AS_MISSING}
    for key, row in checked.guide.row_numbers("levels", "factor", "level").items():
        level = key.partition("|")[2]
        # "none" is read as a word, unlike "None".
        if level.casefold() in taken and level != "none":
            sentence = (
                f'The level "{level}" is what programs such as pandas read as a missing cell: '
                "choose another, such as not_applicable."
            )
            yield Finding("level-name", "warning", "levels.csv", (row,), sentence)


def _first_misread(text: str) -> str:
    """Return the first garbled letters of a text and what they most likely were, or ""."""
    if "\ufffd" in text:
        return '"\ufffd" for a letter that is lost'
    candidates = sorted(
        (match.start(), -len(match[0]), f'"{match[0]}" for "{meant}"')
        for encoding in _LEADS
        for match, meant in _misread(text, encoding)
        if _MEANT.fullmatch(meant) and not _is_legitimate(match)
    )
    return candidates[0][2] if candidates else ""


def _misread(text: str, encoding: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the parts of a text that are one letter in UTF-8, and that letter."""
    pattern, bytes_of = _pattern(encoding)
    for match in pattern.finditer(text):
        raw = bytes(bytes_of[letter] for letter in match[0])
        yield match, raw.decode("utf-8", errors="ignore")


def _is_legitimate(match: re.Match[str]) -> bool:
    """Return True for letters that can be intended: a capital before a closing quote, a root."""
    text, lead, rest = match.string, match[0][0], match[0][1:]
    if lead == "√":
        return rest[0] in _MATHS
    if len(rest) > 1 or not lead.isalpha() or rest[0] not in _AFTER_A_WORD:
        return False
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return not before.islower() and (lead not in "ÂÃ" or not after.isalnum())


@cache
def _pattern(encoding: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """Return a pattern for UTF-8 letters misread in another encoding, and its letters' bytes."""
    bytes_of = {_letter(byte, encoding): byte for byte in range(0x80, 0x100)}
    later = "".join(letter for letter, byte in bytes_of.items() if byte < 0xC0)
    lengths = {
        letter: 1 + (bytes_of[letter] >= 0xE0) + (bytes_of[letter] >= 0xF0)
        for letter in _LEADS[encoding]
    }
    kinds = (f"{lead}[{re.escape(later)}]{{{length}}}" for lead, length in lengths.items())
    return re.compile("|".join(kinds)), bytes_of


def _letter(byte: int, encoding: str) -> str:
    try:
        return bytes([byte]).decode(encoding)
    except (
        UnicodeDecodeError
    ):  # programs show a byte without a letter as the character of its number
        return chr(byte)
