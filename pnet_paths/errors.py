"""The package's own errors. Each message says what is wrong, where, and what would be right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = [
    "GuideError",
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

    >>> suggestion("gradde", ["site", "grade"])
    '; did you mean grade?'
    >>> suggestion("Grade", ["site", "grade"])
    '; did you mean grade?'
    >>> suggestion("gradde", ["site", "extent"])
    ''
    """
    names = {name.casefold(): name for name in valid}
    near = difflib.get_close_matches(wrong.strip().casefold(), names, n=1)
    return template.format(names[near[0]]) if near else ""
