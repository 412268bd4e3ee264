"""Checks of arguments: a wrong type is refused in a sentence, not by a TypeError."""

from __future__ import annotations

import operator
import os
import random
import reprlib
from pathlib import Path

from .errors import PnetPathsError

__all__ = ["brief", "to_path", "to_seed", "to_text", "to_whole_number"]


def brief(value: object) -> str:
    """Return a value as Python writes it, shortened to one line.

    >>> brief("extent=metastatic"), brief(list(range(100)))
    ("'extent=metastatic'", '[0, 1, 2, 3, 4, 5, ...]')
    """
    return " ".join(reprlib.repr(value).split())


def to_path(value: object) -> Path:
    """Return a path as users write it; ``~`` is their home folder.

    Raises:
        PnetPathsError: it is not a path, or no file can have such a name.

    >>> to_path("guides/mine").name
    'mine'
    >>> to_path(5)
    Traceback (most recent call last):
    pnet_paths.errors.PnetPathsError: 5 is not a path; write it as text in quotes
    """
    if not isinstance(value, str | os.PathLike):
        raise PnetPathsError(f"{brief(value)} is not a path; write it as text in quotes")
    text = os.path.expanduser(os.fsdecode(value))  # noqa: PTH111 (that of pathlib fails for no home)
    try:
        encoded = os.fsencode(text)
    except UnicodeEncodeError:
        encoded = b"\0"
    if b"\0" in encoded:
        raise PnetPathsError(f"{brief(text)} cannot be the name of a file or folder")
    return Path(text)


def to_text(value: object, name: str) -> str:
    """Return the argument ``name`` if it is text.

    Raises:
        PnetPathsError: it is not.
    """
    if not isinstance(value, str):
        raise PnetPathsError(f"{name} must be text in quotes, not {brief(value)}")
    return value


def to_whole_number(value: object, name: str) -> int:
    """Return the argument ``name`` if it is a whole number, of Python or numpy.

    Raises:
        PnetPathsError: it is not.

    >>> to_whole_number("5", "count")
    Traceback (most recent call last):
    pnet_paths.errors.PnetPathsError: count must be a whole number, not '5'
    """
    try:
        return operator.index(value)  # type: ignore[arg-type]
    except TypeError:
        raise PnetPathsError(f"{name} must be a whole number, not {brief(value)}") from None


def to_seed(value: object) -> int:
    """The argument ``seed``, a whole number; for None a random one, short enough to be typed.

    Raises:
        PnetPathsError: it is something else.
    """
    return random.randrange(10_000) if value is None else to_whole_number(value, "seed")
