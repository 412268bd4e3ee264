"""How much is tried: a few of many each time, all of them with ``pytest --exhaustive``."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

_chosen = {"exhaustive": False}


def choose(exhaustive):
    """Whether all is tried; conftest.py calls it before any test is read."""
    _chosen["exhaustive"] = exhaustive


def size(few, many):
    """How many of something to try."""
    return many if _chosen["exhaustive"] else few


def examples(few, many):
    """Settings for a property that is tried on so many random cases, which may take their time."""
    return settings(
        max_examples=size(few, many), deadline=None, suppress_health_check=list(HealthCheck)
    )


def some(cases, few):
    """Parameters of a test: a few of the cases, from first to last; where all is tried, all.

    A case is one value, or a tuple of several.
    """
    cases = list(cases)
    chosen = {round(i * (len(cases) - 1) / max(1, few - 1)) for i in range(few)}
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            marks=() if i in chosen else pytest.mark.exhaustive,
        )
        for i, case in enumerate(cases)
    ]
