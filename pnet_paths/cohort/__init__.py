"""Cohorts: what a guide says of many profiles, counted."""

from __future__ import annotations

from .cohort import Cohort, cohort

__all__ = ["Cohort", "cohort"]
