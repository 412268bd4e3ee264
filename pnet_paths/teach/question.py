"""A question and its choices, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Choice", "Question"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that can be chosen. ``because`` says why it is right or not, once it is revealed.

    ``about`` is the id of the treatment or factor that it names; empty where it names a change.
    ``rules`` are the ids of the indications behind its reasons.
    """

    text: str
    right: bool
    because: str
    about: str = ""
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a profile, with one right answer among its choices.

    ``topic`` is the id of the treatment or factor that it is about; ``considered`` is how many of
    the profile's facts have to be considered: the size of the smallest set that proves the key.
    ``sections`` are the headings of the source that say what is right. ``other`` is the second
    profile, where the right answer speaks of one. ``deciding`` are the factors that decide, where
    that is no treatment's status.
    """

    kind: str
    topic: str
    text: str
    profile: Mapping[str, str]
    choices: tuple[Choice, ...]
    considered: int
    sections: tuple[str, ...] = ()
    other: Mapping[str, str] = field(default_factory=dict)
    deciding: tuple[str, ...] | None = None

    @property
    def key(self) -> int:
        """The place of the right choice."""
        return next(place for place, choice in enumerate(self.choices) if choice.right)
