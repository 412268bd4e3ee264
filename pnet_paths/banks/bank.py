"""A bank of questions as a value, with the same content for all formats of files."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Bank", "Item", "Option", "Picture"]

LETTERS = "ABCDEFGHIJ"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, which shows the answer; ``name`` is that of its file.

    ``alternative`` says the same in words.
    """

    name: str
    svg: bytes
    alternative: str


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be chosen, with its letter."""

    letter: str
    text: str
    right: bool
    because: str


@dataclass(frozen=True, slots=True)
class Item:
    """A question of a bank. ``name`` says nothing of its answer, ``topic`` may.

    ``id`` stays the same as long as what is asked and what is right do: platforms recognize the
    question of an earlier edition by it.
    """

    id: str
    name: str
    kind: str
    level: str
    topic: str
    text: str
    options: tuple[Option, ...]
    sections: tuple[str, ...]
    considered: int
    pictures: tuple[Picture, ...] = ()

    @property
    def key(self) -> Option:
        """The right answer."""
        return next(option for option in self.options if option.right)


@dataclass(frozen=True, slots=True)
class Bank:
    """Questions about one edition of a guide, made with a seed. ``footer`` names the source."""

    guide: str
    edition: str
    footer: str
    seed: int
    items: tuple[Item, ...]
