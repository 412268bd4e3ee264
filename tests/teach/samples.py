"""A few questions of each kind, made once for all tests of a run."""

from __future__ import annotations

from functools import cache

from packaged import the_guide
from sizes import size

from pnet_paths.teach import questions


@cache
def sample(kind, seed=8):
    """Questions of one kind about the packaged guide."""
    count = 3 if kind == "giver" else size(8, 100)  # the guide states it of three treatments
    return questions(the_guide(), seed=seed, count=count, kinds=[kind])
