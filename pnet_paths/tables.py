"""Read a folder of CSV files as pandas tables of text.

It knows files, cells and spreadsheets' habits; what a cell may say is `schema`'s business.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import pandas as pd

from .errors import GuideError, NoGuideError

__all__ = ["PACKAGED", "Tables", "packaged_folder", "plain", "read_folder"]

PACKAGED = "cancer-net-2023"
COMMENT = "#"
"""A row whose first cell begins so is for people and is not read."""
_DELIMITERS = ",;\t"
_CONTROL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Tables(Mapping[str, pd.DataFrame]):
    """Tables by name. Each look-up hands out a copy, so a guide never changes behind its back.

    A changed copy becomes part of a new guide through `Guide.with_tables`.
    """

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self._frames = dict(frames)

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._frames[name].copy()

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    def __repr__(self) -> str:
        sizes = ", ".join(f"{name} ({len(frame)})" for name, frame in self._frames.items())
        return f"Tables: {sizes}"


def packaged_folder(name: str = PACKAGED) -> Path:
    """Where the guide ``name`` lies: inside an installed package, beside it in a checkout."""
    package = Path(str(files(__package__)))
    installed = package / "data" / name
    return installed if installed.is_dir() else package.parent / "data" / name


def read_folder(folder: Path) -> tuple[dict[str, pd.DataFrame], dict[str, tuple[str, ...]]]:
    """Every ``*.csv`` in ``folder`` as a table of text; blank rows and comments are dropped.

    A frame's index plus 2 is the row number that a spreadsheet shows.

    Returns:
        The tables that could be read, and for each of the others what is wrong with its file.

    Raises:
        NoGuideError: the folder is missing or holds no CSV file.
    """
    if not folder.is_dir():
        raise NoGuideError([f"{folder}: there is no such folder; a guide is a folder of CSV files"])
    paths = sorted(p for p in folder.glob("*.csv") if p.is_file() and not p.name.startswith("."))
    if not paths:
        raise NoGuideError([f"{folder}: holds no CSV file; a guide is a folder of CSV files"])
    frames: dict[str, pd.DataFrame] = {}
    unread: dict[str, tuple[str, ...]] = {}
    for path in paths:
        try:
            frames[path.stem] = _read(path)
        except GuideError as error:
            unread[path.stem] = error.problems
    return frames, unread


def plain(frame: pd.DataFrame) -> pd.DataFrame:
    """``frame`` as text, whatever a notebook put into it; missing cells are blank.

    Rows keep their numbers where each has one of its own, so that a table that was filtered still
    speaks of the rows of its file; rows put together from several tables are counted anew.
    """
    numbered = frame.index.is_unique and pd.api.types.is_integer_dtype(frame.index)
    rows = frame if numbered else frame.reset_index(drop=True)
    texts = rows.astype(object).where(rows.notna(), "").map(_shown)
    return texts.set_axis(texts.columns.map(str), axis="columns").astype(str)


def _shown(cell: object) -> str:
    """A cell as text, without the control characters that no drawing or page can hold."""
    # pandas makes 3 into 3.0 where a number stands beside a missing cell.
    whole = isinstance(cell, float) and cell.is_integer()
    return _CONTROL.sub(" ", f"{cell:.0f}" if whole else str(cell)).strip()


def _read(path: Path) -> pd.DataFrame:
    rows = _rows(path)
    header = [cell.strip() for cell in rows[0]] if rows else []
    if not any(header):
        raise GuideError([f"{path.name}, row 1: the header is blank; it names the columns"])
    problems = [
        f'{path.name}, row 1: the column "{name}" stands there twice; keep one'
        for name in sorted({name for name in header if name and header.count(name) > 1})
    ]
    width = len(header)
    body: dict[int, list[str]] = {}
    for number, row in enumerate(rows[1:]):
        cells = [cell.strip() for cell in row]
        if cells and cells[0].startswith(COMMENT):
            continue
        spare = [i for i, cell in enumerate(cells) if cell and (i >= width or not header[i])]
        if spare:
            problems.append(
                f"{path.name}, row {number + 2}: has text in cell {spare[0] + 1}, where the header "
                "names no column; put quotes around a text that holds a comma or semicolon"
            )
        elif any(cells) and len(cells) < width:
            problems.append(
                f"{path.name}, row {number + 2}: has {len(cells)} cells, and the header names "
                f"{width}; a blank cell needs its comma (or semicolon) too"
            )
        elif any(cells):
            body[number] = cells[:width]
    if problems:
        raise GuideError(problems)
    frame = pd.DataFrame.from_dict(body, orient="index", columns=pd.Index(header), dtype=str)
    return frame.loc[:, [name for name in header if name]]


def _rows(path: Path) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(_records(_text(path), strict=True))
    except csv.Error as error:
        row = len(rows) + 1
        message = (
            f"{path.name}, row {row}: is not a row of a CSV file ({error}); "
            "look for a quote that is not closed"
        )
        raise GuideError([message]) from None
    return rows


def _records(text: str, strict: bool) -> Iterator[list[str]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    delimiter = max(_DELIMITERS, key=text.split("\n", 1)[0].count)
    return csv.reader(io.StringIO(text), delimiter=delimiter, strict=strict)


def _text(path: Path) -> str:
    raw = path.read_bytes()
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(encoding, errors="ignore")
        row = sum(1 for _ in _records(f"{before}?", strict=False))
        message = (
            f'{path.name}, row {row}: is not UTF-8 text; save the file as "CSV UTF-8" '
            "(in LibreOffice: character set Unicode (UTF-8))"
        )
        raise GuideError([message]) from None
