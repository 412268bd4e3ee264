"""What all explanations share: they read as sentences, show themselves, and turn into a table."""

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
    """Sentences about a profile. ``sentences`` holds them; ``to_frame`` gives the same as data."""

    guide: GuideValue

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is to be said, one sentence each."""
        raise NotImplementedError

    def to_frame(self) -> pd.DataFrame:
        """The same as a table."""
        raise NotImplementedError

    def __str__(self) -> str:
        return "\n".join(self.sentences)

    def _repr_html_(self) -> str:
        return in_html(self.guide, self.sentences)


def in_html(guide: GuideValue, sentences: Sequence[str]) -> str:
    """Sentences as a list, the guide's terms marked, the source and the disclaimer under it."""
    explained = Explained(terms(guide))
    return render("sentences", sentences=sentences, explained=explained, footer=guide.footer)
