"""Texts in which the terms of a glossary open their definitions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import uuid4

from ..json_record import JsonRecord, Texts
from .rendering import render

__all__ = ["Explained", "Terms"]

_CLOSING = re.compile(r"""[.,;:!?)"'”’]+""")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text; a term has its definition, and the punctuation after it."""

    words: str
    definition: str = ""
    after: str = ""
    name: str = ""


class Terms(JsonRecord):
    """How the terms of a glossary are found in texts, and what they mean."""

    pattern: str
    """A regular expression, case ignored, for Python and JavaScript alike."""
    names: Texts
    """The term of each spelling, in lower case."""
    definitions: Texts
    """By term."""


class Explained:
    """Turns texts into HTML in which the first use of each term opens its definition.

    >>> terms = Terms(pattern="molt", names={"molt": "m"}, definitions={"m": "New."})
    >>> explained = Explained(terms)
    >>> "popovertarget" in explained("A <molt>."), "popovertarget" in explained("A molt.")
    (True, False)
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._pattern = re.compile(terms.pattern, re.IGNORECASE)
        self._seen: set[str] = set()

    def __call__(self, text: str) -> str:
        """Return a text as HTML."""
        return render("explained", pieces=self._pieces(text))

    def _pieces(self, text: str) -> list[_Piece]:
        pieces, end = [], 0
        for match in self._pattern.finditer(text):
            term = self._terms.names[match[0].lower()]
            if term not in self._seen:
                self._seen.add(term)
                closing = _CLOSING.match(text, match.end())
                after = closing[0] if closing else ""
                definition = self._terms.definitions[term]
                pieces.append(_Piece(text[end : match.start()]))
                pieces.append(_Piece(match[0], definition, after, f"pp-{uuid4().hex}"))
                end = match.end() + len(after)
        return [*pieces, _Piece(text[end:])]
