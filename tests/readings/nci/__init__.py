"""The second source read sentence by sentence, as `readings` is of the first.

One file a part of it, in its order. The words are ours.
"""

from __future__ import annotations

from readings.nci import (
    cytoreduction,
    diagnostics,
    gastrinoma,
    glucagonoma,
    insulinoma,
    localized,
    miscellaneous,
    recurrent,
    systemic,
)
from readings.reading import Reading

__all__ = ["READINGS"]

READINGS: list[Reading] = [
    *diagnostics.READINGS,
    *localized.READINGS,
    *cytoreduction.READINGS,
    *systemic.READINGS,
    *gastrinoma.READINGS,
    *insulinoma.READINGS,
    *glucagonoma.READINGS,
    *miscellaneous.READINGS,
    *recurrent.READINGS,
]
