"""A value as the text that a cell of a table holds: numbers, truths and missing marks alike."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Any

__all__ = ["READ_AS_MISSING", "column_name", "forbidden", "invisible", "is_missing", "shown"]

READ_AS_MISSING = frozenset({"NA", "NULL", "null", "NaN", "nan", "None"})
"""Ids that `pandas.read_csv` takes for missing cells unless it is told not to."""
_CONTROL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INVISIBLE = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
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

    >>> shown(3.0), shown(True), shown(" G2 "), shown(float("nan"))
    ('3', 'True', 'G2', '')
    """
    if type(value) is str and value.isascii():
        return value.strip()  # as most are
    if is_missing(value):
        return ""
    if not isinstance(value, str):
        value = _plain(value)
    if isinstance(value, float | Decimal) and float(value).is_integer():
        value = int(value)
    text = str.__str__(value) if isinstance(value, str) else str(value)
    text = unicodedata.normalize("NFC", text)
    return text.strip().strip(_UNSEEN).strip()


def column_name(value: object) -> str:
    r"""The name of a column, without what cannot be seen in it.

    >>> column_name("\u200blabel"), column_name("sec\u00adtion\u00a0")
    ('label', 'section')
    """
    text = shown(value)
    return text if text.isascii() else _INVISIBLE.sub("", text)


def forbidden(text: str) -> str:
    r"""The first character that no drawing or page can hold, as U+XXXX; or nothing.

    >>> forbidden("a\x01b"), forbidden("tab\tand\nline"), forbidden("\ud800"), forbidden("\uffff")
    ('U+0001', '', 'U+D800', 'U+FFFF')
    """
    return _code(_CONTROL.search(text))


def invisible(text: str) -> str:
    r"""The first character that cannot be seen, as U+XXXX; or nothing.

    >>> invisible("G\u00ad2"), invisible("G2")
    ('U+00AD', '')
    """
    return _code(_INVISIBLE.search(text))


def _code(match: re.Match[str] | None) -> str:
    return f"U+{ord(match[0]):04X}" if match else ""


def _plain(value: object) -> object:
    """A number of numpy as a number of Python."""
    import numpy as np

    return value.item() if isinstance(value, np.generic) else value
