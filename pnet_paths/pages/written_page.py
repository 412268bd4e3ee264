"""Read a page that was written: its guide and its questions."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..arguments import to_path
from ..errors import PnetPathsError
from .packing import unpack

__all__ = ["guide_data", "page_data", "page_questions"]

_DATA = re.compile(r'<script id="data" type="application/json">(.*?)</script>', re.DOTALL)
_PARTS = {"document": dict, "guide": str, "title": str, "questions": list}
_PARTS |= {"evidence": str, "others": str}


def page_data(path: str | Path) -> dict[str, Any]:
    """All data of a page, also of a copy that a browser saved, where the text is reversed.

    Raises:
        PnetPathsError: it cannot be read, or is not a page that `page` wrote.
    """
    try:
        match = _DATA.search(to_path(path).read_text(encoding="utf-8"))
        text = match[1].strip() if match else ""
        data = json.loads(text if text.startswith("{") else text[::-1])
        if not all(isinstance(data[name], kind) for name, kind in _PARTS.items()):
            raise TypeError
        data["others"] = unpack(data["others"])
        for evidence in unpack(data["evidence"]):
            data["document"]["evidence"] = evidence
    except OSError as error:
        raise PnetPathsError(f"{path}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise PnetPathsError(f"{path} is not a page that pnet_paths wrote") from None
    return dict(data)


def guide_data(data: Mapping[str, Any], guide: str | None = None) -> dict[str, Any]:
    """The data of a page with those of one of its guides, of the first if none is named.

    Raises:
        PnetPathsError: the page has no guide of this id.
    """
    parts = [data, *data["others"]]
    names = [part["name"] for part in parts]
    if guide is None:
        return dict(data)
    if guide not in names:
        raise PnetPathsError(f'the page has no guide "{guide}" ({", ".join(names)})')
    return {**data, **parts[names.index(guide)]}


def page_questions(path: str | Path) -> dict[str, dict[str, Any]]:
    """The questions in a page, of all its guides, by id.

    Raises:
        PnetPathsError: it cannot be read, or is not a page that `page` wrote.
    """
    data = page_data(path)
    return {each["id"]: each for part in [data, *data["others"]] for each in part["questions"]}
