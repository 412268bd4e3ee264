"""A folder with the files that students have handed in, and any others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..arguments import to_path
from ..errors import PnetPathsError
from ..pages import guide_data, page_data
from ..teach.answer_files import AnswerFile, HandIns, plain_cell

__all__ = ["HandInFolder"]

_ARCHIVES = {".zip", ".7z", ".rar", ".gz", ".tar"}
_PAGES = {".html", ".htm"}
_SYSTEM = {"thumbs.db", "desktop.ini"}


@dataclass
class HandInFolder:
    """The files below ``folder``: each is a hand-in, the page, or skipped.

    Raises:
        PnetPathsError: it is not a folder, or there is no page, or more than one.
    """

    folder: Path
    page: Path
    data: dict[str, Any]
    """The data of the page and of one of its guides."""
    files: dict[str, AnswerFile] = field(default_factory=dict)
    """The newest whole hand-in of each browser, by its path within the folder."""
    skipped: list[str] = field(default_factory=list)
    """A line for each file that is not used: its path and why."""

    @classmethod
    def read(
        cls, folder: str | Path, page: str | Path | None = None, guide: str | None = None
    ) -> HandInFolder:
        """Read a folder; the page is the one in it if none is given, the guide the page's first."""
        root = to_path(folder)
        if not root.is_dir():
            hint = "; unpack it first" if root.suffix.lower() in _ARCHIVES else ""
            raise PnetPathsError(f"{folder} is not a folder{hint}")
        chosen = to_path(page) if page is not None else _only_page(root)
        hand_ins = cls(root, chosen, guide_data(page_data(chosen), guide))
        hand_ins._read_files()
        return hand_ins

    def _read_files(self) -> None:
        questions = {each["id"]: each for each in self.data["questions"]}
        hand_ins = HandIns(self.data["guide"])
        by_browser: dict[str, list[tuple[str, AnswerFile]]] = {}
        for path, problem in _all_files(self.folder):
            name = plain_cell(path.relative_to(self.folder).as_posix())
            if not problem and path.exists() and self.page.exists() and path.samefile(self.page):
                continue
            try:
                if problem := problem or _file_problem(path):
                    raise PnetPathsError(problem)
                file = hand_ins.file(path)
                if not any(hand_ins.answer(entry, questions) for entry in file.answers):
                    raise PnetPathsError(_answer_problem(file, self.page))
                by_browser.setdefault(file.id or name, []).append((name, file))
            except PnetPathsError as error:
                self.skipped.append(f"{name}: {error}")
        for versions in by_browser.values():
            self._keep_newest(versions)

    def _keep_newest(self, versions: list[tuple[str, AnswerFile]]) -> None:
        """Skip all but the newest file of one browser: it has the answers of the others too."""
        *older, newest = sorted(versions, key=lambda each: (each[1].saved, len(each[1].answers)))
        self.files[newest[0]] = newest[1]
        for name, file in older:
            other = file.name.strip().casefold() != newest[1].name.strip().casefold()
            under = ", under another name" if other else ""
            self.skipped.append(f"{name}: handed in again as {newest[0]}{under}")


def _all_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """All paths below a folder in their order, each with why it cannot be opened, or nothing."""
    errors: list[OSError] = []
    paths: list[tuple[Path, str]] = []
    for where, _, names in os.walk(folder, onerror=errors.append):
        paths += [(Path(where) / name, "") for name in names]
    paths += [(Path(error.filename), error.strerror or "cannot be opened") for error in errors]
    yield from sorted(paths)


def _file_problem(path: Path) -> str:
    """Why a file cannot contain answers, judged by its name and kind; nothing if it may."""
    if path.name.startswith(".") or path.name.lower() in _SYSTEM or "__MACOSX" in path.parts:
        return "made by the operating system, not by a student"
    if path.suffix.lower() in _ARCHIVES:
        return "an archive; unpack it, and read the folder again"
    if path.suffix.lower() in _PAGES:
        return "a page, not a file of answers"
    if path.exists() and not path.is_file():
        return "not a file"  # opening a pipe would wait for ever
    return ""


def _answer_problem(file: AnswerFile, page: Path) -> str:
    if not file.answers:
        return "it has no answers"
    return f"none of its {len(file.answers)} answers is to a question of {page.name}"


def _only_page(folder: Path) -> Path:
    """The one page in a folder."""
    pages = [path for path, problem in _all_files(folder) if not problem and _is_page(path)]
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
