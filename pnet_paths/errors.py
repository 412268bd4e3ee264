"""The package's own errors. Each message says what is wrong, where, and what would be right."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

__all__ = [
    "GuideError",
    "GuideTooLargeError",
    "NoGuideError",
    "PnetPathsError",
    "ProfileError",
    "RenderError",
    "suggestion",
]


class PnetPathsError(ValueError):
    """Anything that pnet_paths refuses; catch this to catch them all."""

    def _render_traceback_(self) -> list[str]:
        """In a notebook the message alone: it says what to mend, and our code does not."""
        return [f"{type(self).__name__}: {self}"]


class GuideError(PnetPathsError):
    """A guide's tables cannot be used. ``problems`` holds one line for each thing to mend."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(map(_line, problems))
        super().__init__("\n".join(self.problems))


class NoGuideError(GuideError):
    """There is no guide: no such folder, or no table in it."""


class GuideTooLargeError(GuideError):
    """A guide's tables are right and combine more facts than can be worked out."""

    def __init__(self, problem: str) -> None:
        super().__init__([problem])


class ProfileError(PnetPathsError):
    """A profile names something the guide does not know, or something that cannot occur."""

    def __init__(self, message: str) -> None:
        super().__init__(_line(message))


class RenderError(PnetPathsError):
    """A drawing could not be made. ``dot`` holds its DOT source, which can be drawn elsewhere."""

    def __init__(self, message: str, dot: str) -> None:
        self.dot = dot
        super().__init__(message)

    def __reduce__(self) -> tuple[type[RenderError], tuple[str, str]]:
        return RenderError, (str(self), self.dot)


def _line(message: str) -> str:
    """One line, whatever a quoted cell brings along."""
    return " ".join(message.splitlines())


def suggestion(wrong: str, valid: Iterable[str], template: str = "; did you mean {}?") -> str:
    """``template`` with the valid name nearest to ``wrong``, or nothing where none is near.

    Args:
        wrong: what was written.
        valid: what could have been meant.
        template: how it is said; `{}` stands for what is meant.

    >>> suggestion("gradde", ["site", "grade"])
    '; did you mean grade?'
    >>> suggestion("Grade", ["site", "grade"])
    '; did you mean grade?'
    >>> suggestion("gradde", ["site", "extent"])
    ''

    The opposite of what was written is never suggested:

    >>> suggestion("recommended", ["usual", "not_recommended"])
    ''
    """
    names = {name.casefold(): name for name in valid}
    meant = wrong.strip().casefold()
    near = difflib.get_close_matches(meant, names, n=1)
    if not near or _opposite(meant, near[0]):
        return ""
    return template.format(names[near[0]])


_NO = [
    "not_",
    "no_",
    "non_",
    "not",
    "non",
    "un",
    "in",
    "im",
    "ir",
    "il",
    "dis",
    "a",
    "an",
    "anti",
    "de",
]
_OPPOSITES = [("with", "without"), ("pre", "post"), ("hypo", "hyper"), ("under", "over")]
_OPPOSITES += [("in", "de"), *((no, "") for no in _NO)]
"""Beginnings of words of which one turns the meaning of the other around."""


def _opposite(word: str, other: str) -> bool:
    """Whether one of them with its meaning turned around is nearer to the other than as it is."""
    likeness = _likeness(word, other)
    pairs = [(turned, other) for turned in _turned(word)]
    pairs += [(word, turned) for turned in _turned(other)]
    return any(_likeness(*pair) > likeness for pair in pairs)


def _turned(word: str) -> Iterator[str]:
    """A word with its meaning turned around, in each way that there is."""
    starts = [match.start() for match in re.finditer(r"(?<![^\W_])[^\W_]", word)]
    for a, b in (*_OPPOSITES, *((b, a) for a, b in _OPPOSITES if b)):
        for start in starts:
            if word.startswith(a, start):
                yield word[:start] + b + word[start + len(a) :]


def _likeness(a: str, b: str) -> float:
    return difflib.SequenceMatcher(None, a, b).ratio()
