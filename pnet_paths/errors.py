"""The errors of the package. Each message says what is wrong, where, and what to do."""

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
    """The base of all errors that pnet_paths raises for invalid input."""

    def _render_traceback_(self) -> list[str]:
        """Return the message for a notebook, without a traceback through our code."""
        return [f"{type(self).__name__}: {self}"]


class GuideError(PnetPathsError):
    """A guide's tables are not valid. ``problems`` has one line for each problem."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(map(_line, problems))
        super().__init__("\n".join(self.problems))


class NoGuideError(GuideError):
    """There is no guide: the folder is missing, or has no table."""


class GuideTooLargeError(GuideError):
    """A guide's tables are valid, but combine too many facts to be worked out."""

    def __init__(self, problem: str) -> None:
        super().__init__([problem])


class ProfileError(PnetPathsError):
    """A profile has an unknown factor or level, or facts that cannot occur together."""

    def __init__(self, message: str) -> None:
        super().__init__(_line(message))


class RenderError(PnetPathsError):
    """A drawing could not be made. ``dot`` is its DOT source, which can be drawn elsewhere."""

    def __init__(self, message: str, dot: str) -> None:
        self.dot = dot
        super().__init__(message)

    def __reduce__(self) -> tuple[type[RenderError], tuple[str, str]]:
        return RenderError, (str(self), self.dot)


def _line(message: str) -> str:
    """Return a message as one line, without the line breaks of quoted cells."""
    return " ".join(message.splitlines())


def suggestion(wrong: str, valid: Iterable[str], template: str = "; did you mean {}?") -> str:
    """Return ``template`` with the valid name nearest to ``wrong``, or "" if none is near.

    Args:
        wrong: the name that was written.
        valid: the names that are valid.
        template: the words around the name, which replaces `{}`.

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
    if not near or _differ_by_opposite_prefix(meant, near[0]):
        return ""
    return template.format(names[near[0]])


_NEGATIONS = ["not_", "no_", "non_", "not", "non", "un", "in", "im", "ir", "il", "dis", "a", "an"]
_NEGATIONS += ["anti", "de"]
_OPPOSITES = [("with", "without"), ("pre", "post"), ("hypo", "hyper"), ("under", "over")]
_OPPOSITES += [("in", "de"), *((no, "") for no in _NEGATIONS)]
"""Pairs of prefixes that turn the meaning of a word into its opposite."""


def _differ_by_opposite_prefix(word: str, other: str) -> bool:
    """Return True if the words differ by an opposite prefix (`un-`, `non-`)."""
    similarity = _similarity(word, other)
    pairs = [(opposite, other) for opposite in _with_opposite_prefixes(word)]
    pairs += [(word, opposite) for opposite in _with_opposite_prefixes(other)]
    return any(_similarity(*pair) > similarity for pair in pairs)


def _with_opposite_prefixes(word: str) -> Iterator[str]:
    """Yield a word with each of its prefixes replaced by an opposite one."""
    starts = [match.start() for match in re.finditer(r"(?<![^\W_])[^\W_]", word)]
    for a, b in (*_OPPOSITES, *((b, a) for a, b in _OPPOSITES if b)):
        for start in starts:
            if word.startswith(a, start):
                yield word[:start] + b + word[start + len(a) :]


def _similarity(a: str, b: str) -> float:
    return difflib.SequenceMatcher(None, a, b).ratio()
