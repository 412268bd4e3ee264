"""The guide read sentence by sentence: what each one with a rule says of which profiles.

One file a part of the guide, in its order. The words are ours. They are data: the tests that hold
the package to them stand in `tests/data/test_guide_says.py`.
"""

from __future__ import annotations

from readings import after_surgery, around, medication, metastatic, recurrence, surgery
from readings.reading import Reading, Said, Shown

__all__ = ["READINGS", "Reading", "Said", "Shown"]

READINGS: list[Reading] = [
    *surgery.READINGS,
    *after_surgery.READINGS,
    *medication.READINGS,
    *metastatic.READINGS,
    *around.READINGS,
    *recurrence.READINGS,
]
