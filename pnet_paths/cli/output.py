"""What commands write: to the file that was asked for, or to standard output."""

from __future__ import annotations

import json

from ..output import OutputFile, write_standard_output

__all__ = ["as_json", "output_file", "write"]


def as_json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False)


def output_file(path: str | None) -> OutputFile | None:
    """The file that was asked for, checked before the work begins; None is standard output.

    Raises:
        OSError: it cannot be written there.
    """
    return None if path is None else OutputFile(path)


def write(content: bytes, file: OutputFile | None) -> None:
    if file is None:
        write_standard_output(content)
    else:
        file.write(content)
