"""Let the docstring of an attribute be a sentence: napoleon would read "words: more" as a type."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

_BEFORE_NAPOLEON = 400


def begin_without_type(
    app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]
) -> None:
    """Put the colon behind which napoleon finds the text in front of it."""
    if what in ("attribute", "data", "property") and lines:
        lines[0] = f": {lines[0]}"


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("autodoc-process-docstring", begin_without_type, priority=_BEFORE_NAPOLEON)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
