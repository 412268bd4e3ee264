"""The base of all explanations: sentences, HTML for notebooks, and a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..guide.glossary import terms
from ..guide.guide import GuideValue
from ..markup import Explained, render

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Explanation"]


class Explanation:
    """An explanation of a profile, as ``sentences`` and as a table."""

    guide: GuideValue

    @property
    def sentences(self) -> tuple[str, ...]:
        """The explanation, as sentences."""
        raise NotImplementedError

    def to_frame(self) -> pd.DataFrame:
        """Return the explanation as a table."""
        raise NotImplementedError

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def _repr_html_(self) -> str:
        return to_html(self.guide, self.sentences)


def to_html(guide: GuideValue, sentences: Sequence[str]) -> str:
    """Return sentences as an HTML list with the guide's terms, source and disclaimer."""
    explained = Explained(terms(guide))
    return render("sentences", sentences=sentences, explained=explained, footer=guide.footer)
