"""Files of answers that a page saves, one a student."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..errors import PnetPathsError

__all__ = ["saved_answers"]

_TEXTS = ("question", "kind", "topic", "chosen", "correct", "sure")


def saved_answers(path: Path) -> list[dict[str, Any]]:
    """The answers in a file, each with the file's name.

    Raises:
        PnetPathsError: it is not what a page saves.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != "pnet_paths answers" or content["version"] != 1:
            raise ValueError
        answers = [_answer(each, path.name) for each in content["answers"]]
    except OSError as error:
        raise PnetPathsError(f"{path}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise PnetPathsError(
            f'{path} is no file of answers: a page makes one with "Save my answers"'
        ) from None
    return answers


def _answer(found: dict[str, Any], file: str) -> dict[str, Any]:
    texts = {name: found[name] for name in _TEXTS}
    if not all(isinstance(text, str) for text in texts.values()):
        raise ValueError
    if not isinstance(found["right"], bool):
        raise ValueError
    return {**texts, "right": found["right"], "file": file}
