"""The terms of a glossary explained where they stand: a word opens its definition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from .rendering import render

__all__ = ["Explained"]

_CLOSING = re.compile(r"""[.,;:!?)"'”’]+""")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some words of a text; those of a term have its definition, and what closes behind them."""

    words: str
    definition: str = ""
    after: str = ""
    name: str = ""


class Explained:
    """Turns texts into HTML in which the first use of each term opens its definition.

    Args:
        terms: ``pattern``, ``names`` and ``definitions``, as `guide.glossary.terms` gives them.

    >>> terms = {"pattern": "molt", "names": {"molt": "m"}, "definitions": {"m": "New."}}
    >>> explained = Explained(terms)
    >>> "popovertarget" in explained("A <molt>."), "popovertarget" in explained("A molt.")
    (True, False)
    """

    def __init__(self, terms: Mapping[str, Any]) -> None:
        self._terms = terms
        self._pattern = re.compile(terms["pattern"], re.IGNORECASE)
        self._seen: set[str] = set()

    def __call__(self, text: str) -> str:
        """A text as HTML."""
        return render("explained", pieces=self._pieces(text))

    def _pieces(self, text: str) -> list[_Piece]:
        pieces, end = [], 0
        for match in self._pattern.finditer(text):
            term = self._terms["names"][match[0].lower()]
            if term not in self._seen:
                self._seen.add(term)
                closing = _CLOSING.match(text, match.end())
                after = closing[0] if closing else ""
                definition = self._terms["definitions"][term]
                pieces.append(_Piece(text[end : match.start()]))
                pieces.append(_Piece(match[0], definition, after, f"pp-{uuid4().hex}"))
                end = match.end() + len(after)
        return [*pieces, _Piece(text[end:])]
