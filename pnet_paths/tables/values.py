"""Values of any kind as the text of a table's cell."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Any

__all__ = [
    "READ_AS_MISSING",
    "cell_text",
    "column_name",
    "forbidden_character",
    "invisible_character",
    "is_missing",
]

READ_AS_MISSING = frozenset({"NA", "NULL", "null", "NaN", "nan", "None"})
"""Ids that `pandas.read_csv` reads as missing cells by default."""
_CONTROL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INVISIBLE = re.compile("[\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_UNSEEN = "\ufeff\u200b\u2060"
"""Characters without width that programs leave at the ends of a cell."""


def is_missing(value: Any) -> bool:
    """Return True for values of cells without content: None, NaN, NaT, pandas.NA."""
    if value is None or isinstance(value, str):
        return value is None
    import pandas as pd  # whoever has such a value has imported it

    return pd.api.types.is_scalar(value) and bool(pd.isna(value))


def cell_text(value: object) -> str:
    """Return a value as the text that a spreadsheet would show, normalized to NFC.

    A number without fraction has no ".0", which pandas adds to columns with missing cells.

    >>> cell_text(3.0), cell_text(True), cell_text(" G2 "), cell_text(float("nan"))
    ('3', 'True', 'G2', '')
    """
    if type(value) is str and value.isascii():
        return value.strip()  # the common case, kept fast
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
    r"""Return the name of a column without invisible characters.

    >>> column_name("\u200blabel"), column_name("sec\u00adtion\u00a0")
    ('label', 'section')
    """
    text = cell_text(value)
    return text if text.isascii() else _INVISIBLE.sub("", text)


def forbidden_character(text: str) -> str:
    r"""Return the first character that no drawing or page can show, as U+XXXX, or "".

    >>> [forbidden_character(text) for text in ("a\x01b", "tab\tand\nline", "\ud800", "\uffff")]
    ['U+0001', '', 'U+D800', 'U+FFFF']
    """
    return _code(_CONTROL.search(text))


def invisible_character(text: str) -> str:
    r"""Return the first invisible character, as U+XXXX, or "".

    >>> invisible_character("G\u00ad2"), invisible_character("G2")
    ('U+00AD', '')
    """
    return _code(_INVISIBLE.search(text))


def _code(match: re.Match[str] | None) -> str:
    return f"U+{ord(match[0]):04X}" if match else ""


def _plain(value: object) -> object:
    """Return a number of numpy as a number of Python."""
    import numpy as np

    return value.item() if isinstance(value, np.generic) else value
