"""How far the long tests go: a part of the way each time, all of it with ``--exhaustive``."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

_chosen = {"exhaustive": False}


def choose(exhaustive):
    """Called by conftest.py before any test is read."""
    _chosen["exhaustive"] = exhaustive


def of(few, many):
    """How many of something to try."""
    return many if _chosen["exhaustive"] else few


def examples(few, many):
    """Settings for a property that is tried on so many random cases, which may take their time."""
    return settings(
        max_examples=of(few, many), deadline=None, suppress_health_check=list(HealthCheck)
    )
