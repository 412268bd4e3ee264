"""What commands print and write."""

from __future__ import annotations

import json
import sys
from pathlib import Path

__all__ = ["as_json", "say", "write"]


def as_json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False)


def write(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        output.write_bytes(content)


def say(text: str) -> None:
    """Print, also the name of a path that is no text."""
    write(f"{text}\n".encode(errors="backslashreplace"), None)
