"""The formats that a question bank can have: one entry each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from ..errors import PnetPathsError, suggestion
from .anki import anki_deck
from .bank import Bank
from .moodle import moodle_xml
from .qti import qti_package
from .rows import to_csv, to_json

__all__ = ["FORMATS", "Format", "format_of"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of question banks: the ending of its files, what makes their content, its title."""

    ending: str
    content: Callable[[Bank], bytes]
    title: str
    with_pictures: bool = True


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "moodle": Format(".xml", moodle_xml, "Moodle XML"),
        "qti": Format(".zip", qti_package, "QTI 2.1 package"),
        "anki": Format(".apkg", anki_deck, "Anki deck"),
        "csv": Format(".csv", to_csv, "table for a spreadsheet", with_pictures=False),
        "json": Format(".json", to_json, "the same rows as JSON", with_pictures=False),
    }
)
"""The formats, by name."""


def format_of(path: Path, name: str | None = None) -> Format:
    """The format of a name, or of a file by its ending if no name is given.

    Raises:
        PnetPathsError: there is no such format; the message lists all.
    """
    if name is not None:
        if name not in FORMATS:
            meant = suggestion(str(name), FORMATS)
            raise PnetPathsError(f'"{name}" is not a format{meant} ({", ".join(FORMATS)})')
        return FORMATS[name]
    for each in FORMATS.values():
        if path.suffix.lower() == each.ending:
            return each
    endings = ", ".join(f"{each.ending} ({name})" for name, each in FORMATS.items())
    raise PnetPathsError(
        f'"{path.name}" does not end like a question bank: {endings}; or name the format'
    )
