"""Data that a page unpacks when it opens, where the browser can: it stays small enough to mail."""

from __future__ import annotations

import gzip
import json
from base64 import b64decode, b64encode
from typing import Any

__all__ = ["pack", "unpack"]


def pack(values: list[Any]) -> str:
    """Plain values as JSON, compressed by gzip, in base64; blank for none.

    >>> unpack(pack([{"a": 1}]))
    [{'a': 1}]
    """
    if not values:
        return ""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def unpack(text: str) -> list[Any]:
    """The values in a text that `pack` made.

    Raises:
        ValueError: `pack` has not made the text.
    """
    if not text:
        return []
    try:
        return list(json.loads(gzip.decompress(b64decode(text, validate=True))))
    except (EOFError, OSError) as error:
        raise ValueError(str(error)) from None
