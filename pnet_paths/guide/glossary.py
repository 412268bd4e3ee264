"""A pattern that finds a guide's glossary terms in texts."""

from __future__ import annotations

import re

from ..markup.terms import Terms
from .guide import GuideValue

__all__ = ["terms"]

_SPECIAL = r"[\\^$.*+?()\[\]{}|/]"
"""What needs escaping in Python and JavaScript alike; `re.escape` escapes more than both take."""


def terms(guide: GuideValue) -> Terms:
    """What finds every spelling of every term, whole words only, the longest first.

    >>> from pnet_paths import load_guide
    >>> found = terms(load_guide())
    >>> found.names[re.search(found.pattern, "earlier SSAs", re.I)[0].lower()]
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
    return Terms(
        pattern=rf"(?<![A-Za-z0-9])(?:{joined})(?![A-Za-z0-9])",
        names=names,
        definitions={term.term: term.definition for term in guide.glossary.values()},
    )
