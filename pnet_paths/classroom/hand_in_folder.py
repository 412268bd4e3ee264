"""A folder with what students have handed in, whatever else has come to lie there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..arguments import to_path
from ..errors import PnetPathsError
from ..pages import page_data
from ..teach.answer_files import AnswerFile, HandIns, plain_cell

__all__ = ["HandInFolder"]

_ARCHIVES = {".zip", ".7z", ".rar", ".gz", ".tar"}
_PAGES = {".html", ".htm"}
_SYSTEM = {"thumbs.db", "desktop.ini"}


@dataclass
class HandInFolder:
    """Read all files below ``folder``, each of which is a hand-in, the page, or skipped.

    Raises:
        PnetPathsError: it is not a folder, or there is no page, or more than one.
    """

    folder: Path
    page: Path
    data: dict[str, Any]
    """What stands in the page."""
    files: dict[str, AnswerFile] = field(default_factory=dict)
    """The newest whole hand-in of each browser, by its path within the folder."""
    skipped: list[str] = field(default_factory=list)
    """A line for each file that is not used: its path and why."""

    @classmethod
    def of(cls, folder: str | Path, page: str | Path | None = None) -> HandInFolder:
        root = to_path(folder)
        if not root.is_dir():
            hint = "; unpack it first" if root.suffix.lower() in _ARCHIVES else ""
            raise PnetPathsError(f"{folder} is not a folder{hint}")
        chosen = to_path(page) if page is not None else _only_page(root)
        made = cls(root, chosen, page_data(chosen))
        made._read()
        return made

    def _read(self) -> None:
        questions = {each["id"]: each for each in self.data["questions"]}
        hand_ins = HandIns(self.data["guide"])
        by_browser: dict[str, list[tuple[str, AnswerFile]]] = {}
        for path, problem in _walk(self.folder):
            name = plain_cell(path.relative_to(self.folder).as_posix())
            if not problem and path.exists() and self.page.exists() and path.samefile(self.page):
                continue
            try:
                if problem := problem or _not_an_answer_file(path):
                    raise PnetPathsError(problem)
                file = hand_ins.file(path)
                if not any(hand_ins.answer(entry, questions) for entry in file.answers):
                    raise PnetPathsError(_no_answers(file, self.page))
                by_browser.setdefault(file.id or name, []).append((name, file))
            except PnetPathsError as error:
                self.skipped.append(f"{name}: {error}")
        for same in by_browser.values():
            self._take_newest(same)

    def _take_newest(self, same: list[tuple[str, AnswerFile]]) -> None:
        """Of what one browser has saved again and again the last file has all the answers."""
        *older, newest = sorted(same, key=lambda each: (each[1].saved, len(each[1].answers)))
        self.files[newest[0]] = newest[1]
        for name, file in older:
            other = file.name.strip().casefold() != newest[1].name.strip().casefold()
            under = ", under another name" if other else ""
            self.skipped.append(f"{name}: handed in again as {newest[0]}{under}")


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """All files below a folder in the order of their paths, and what cannot be opened."""
    errors: list[OSError] = []
    found: list[tuple[Path, str]] = []
    for where, _, names in os.walk(folder, onerror=errors.append):
        found += [(Path(where) / name, "") for name in names]
    found += [(Path(error.filename), error.strerror or "cannot be opened") for error in errors]
    yield from sorted(found)


def _not_an_answer_file(path: Path) -> str:
    """Why a file cannot be one of answers, as far as its name and kind say."""
    if path.name.startswith(".") or path.name.lower() in _SYSTEM or "__MACOSX" in path.parts:
        return "made by the operating system, not by a student"
    if path.suffix.lower() in _ARCHIVES:
        return "an archive; unpack it, and read the folder again"
    if path.suffix.lower() in _PAGES:
        return "a page, not a file of answers"
    if path.exists() and not path.is_file():
        return "not a file"  # opening a pipe would wait for ever
    return ""


def _no_answers(file: AnswerFile, page: Path) -> str:
    if not file.answers:
        return "it has no answers"
    return f"none of its {len(file.answers)} answers is to a question of {page.name}"


def _only_page(folder: Path) -> Path:
    """The one page in a folder."""
    pages = [path for path, problem in _walk(folder) if not problem and _is_page(path)]
    if len(pages) == 1:
        return pages[0]
    names = ", ".join(str(path.relative_to(folder)) for path in pages)
    which = f"more than one page in {folder} ({names})" if pages else f"no page in {folder}"
    raise PnetPathsError(
        f"there is {which}; say which one the students had, as what is right comes from it: "
        '--page pnet.html on the command line, page="pnet.html" in Python'
    )


def _is_page(path: Path) -> bool:
    if path.suffix.lower() not in _PAGES or not path.is_file():
        return False
    try:
        page_data(path)
    except PnetPathsError:
        return False
    return True
