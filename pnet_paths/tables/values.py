"""A value as the text that a cell of a table holds: numbers, truths and missing marks alike."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Any

__all__ = ["READ_AS_MISSING", "is_missing", "shown"]

READ_AS_MISSING = frozenset({"NA", "NULL", "null", "NaN", "nan", "None"})
"""Ids that `pandas.read_csv` takes for missing cells unless it is told not to."""
_CONTROL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSEEN = "\ufeff\u200b\u2060"
"""Marks without a width that programs leave at the ends of a cell."""


def is_missing(value: Any) -> bool:
    """Whether a value stands for a cell without content: None, NaN, NaT, pandas.NA."""
    if value is None or isinstance(value, str):
        return value is None
    import pandas as pd  # whoever has such a value has imported it

    return pd.api.types.is_scalar(value) and bool(pd.isna(value))


def shown(value: object) -> str:
    """A value as text: what a spreadsheet would show, its letters composed (NFC).

    pandas makes 3 into 3.0 where a number stands beside a missing cell; both are "3" here.
    Control characters, which no drawing or page can hold, become blanks.

    >>> shown(3.0), shown(True), shown(" G2 "), shown(float("nan"))
    ('3', 'True', 'G2', '')
    """
    if type(value) is str and value.isascii() and value.isidentifier():
        return value  # as most are
    if is_missing(value):
        return ""
    if not isinstance(value, str):
        value = _plain(value)
    if isinstance(value, float | Decimal) and float(value).is_integer():
        value = int(value)
    text = str.__str__(value) if isinstance(value, str) else str(value)
    text = unicodedata.normalize("NFC", _CONTROL.sub(" ", text))
    return text.strip().strip(_UNSEEN).strip()


def _plain(value: object) -> object:
    """A number of numpy as a number of Python."""
    import numpy as np

    return value.item() if isinstance(value, np.generic) else value
