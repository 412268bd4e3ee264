"""Finding a guide's terms in its texts, so that they can be explained where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any
from uuid import uuid4

from .guide import GuideValue

__all__ = ["explained", "terms"]

_SPECIAL = r"[\\^$.*+?()\[\]{}|/]"
"""What needs escaping in Python and JavaScript alike; `re.escape` escapes more than both take."""


def terms(guide: GuideValue) -> dict[str, Any]:
    """A pattern that finds every spelling of every term, whole words only, the longest first.

    Returns:
        ``pattern`` (a regular expression, case ignored), ``names`` (the term of each spelling in
        lower case) and ``definitions`` (by term).

    >>> from pnet_paths import load_guide
    >>> found = terms(load_guide())
    >>> found["names"][re.search(found["pattern"], "earlier SSAs", re.I)[0].lower()]
    'somatostatin analog'
    """
    names = {
        spelling.lower(): term.term
        for term in guide.glossary.values()
        for spelling in (term.term, *term.also)
    }
    spellings = sorted(names, key=lambda spelling: (-len(spelling), spelling))
    # No letters or digits around it; nothing to find where there are no terms.
    joined = "|".join(re.sub(_SPECIAL, r"\\\g<0>", spelling) for spelling in spellings) or "(?!)"
    return {
        "pattern": rf"(?<![A-Za-z0-9])(?:{joined})(?![A-Za-z0-9])",
        "names": names,
        "definitions": {term.term: term.definition for term in guide.glossary.values()},
    }


def explained(guide: GuideValue) -> Callable[[str], str]:
    """What turns texts into HTML in which the first use of each term opens its definition.

    >>> from pnet_paths import load_guide
    >>> mark = explained(load_guide())
    >>> "popovertarget" in mark("A <new> metastasis."), "popovertarget" in mark("A metastasis.")
    (True, False)
    """
    found = terms(guide)
    pattern = re.compile(found["pattern"], re.IGNORECASE)
    seen: set[str] = set()

    def mark(text: str) -> str:
        pieces, end = [], 0
        for match in pattern.finditer(text):
            term = found["names"][match[0].lower()]
            if term not in seen:
                seen.add(term)
                closing = _CLOSING.match(text, match.end())
                after = closing[0] if closing else ""
                pieces.append(escape(text[end : match.start()]))
                pieces.append(_opening(match[0], after, found, term))
                end = match.end() + len(after)
        return "".join([*pieces, escape(text[end:])])

    return mark


def _opening(word: str, after: str, found: dict[str, Any], term: str) -> str:
    """A word that opens its definition; what closes behind it stays in its line."""
    name = f"pp-{uuid4().hex}"
    button = (
        f'<button type="button" class="pp-term" style="{_TERM}" popovertarget="{name}">'
        f"{escape(word)}</button>"
    )
    if after:
        button = f'<span style="white-space: nowrap">{button}{escape(after)}</span>'
    definition = escape(found["definitions"][term])
    return f'{button}<span popover class="pp-help" id="{name}">{definition}</span>'


_CLOSING = re.compile(r"""[.,;:!?)"'”’]+""")


_TERM = (
    "all: unset; cursor: help; text-decoration: underline dotted; text-underline-offset: 3px; "
    "outline: revert; white-space: normal"
)
"""Also right where no style sheet of ours is: a word in a sentence that can be pressed."""
