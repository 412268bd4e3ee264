"""A few questions of each kind, made once for all tests of a run."""

from __future__ import annotations

from functools import cache

from packaged import the_guide
from sizes import size

from pnet_paths.teach import questions


@cache
def sample(kind, seed=8, few=8):
    """Questions of one kind about the packaged guide; a few where not all is tried."""
    # The guide states of three treatments who gives them; the evidence has some thirty trials.
    most = {"giver": 3, "compared_with": 20}.get(kind, 50)
    return questions(the_guide(), seed=seed, count=min(most, size(few, 50)), kinds=[kind])
