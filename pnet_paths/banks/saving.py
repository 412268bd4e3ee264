"""Questions written to a file for a learning platform, for flash cards or for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..api import Guide, load_guide
from ..arguments import brief, to_seed, to_text, to_whole_number
from ..errors import PnetPathsError
from ..output import OutputFile
from ..progress_bar import progress_bar
from ..teach import questions
from .coverage import coverage_report
from .formats import format_of
from .making import chosen_kinds, make_bank

__all__ = ["save_questions"]

_COUNT = 100


def save_questions(
    path: str | Path,
    guide: Guide | str | Path | None = None,
    *,
    count: int = _COUNT,
    seed: int | None = None,
    level: str | None = None,
    kinds: str | Sequence[str] = (),
    format: str | None = None,
    pictures: bool = True,
    report: bool = False,
) -> Path:
    """Write questions about a guide for a learning platform, for flash cards or a spreadsheet.

    Args:
        path: the file that is written; one that is there is replaced. Its ending is the format:
            ``.xml`` Moodle, ``.zip`` QTI 2.1, ``.apkg`` Anki, ``.csv``, ``.json``.
        guide: a `Guide`, the folder of one, or None for the packaged guide.
        count: how many questions.
        seed: a number that has the same questions made again; drawn if left out.
        level: ``"easy"``, ``"medium"`` or ``"hard"``; all if left out.
        kinds: only these kinds (or the one), from `pnet_paths.teach.KINDS`.
        format: ``"moodle"``, ``"qti"``, ``"anki"``, ``"csv"`` or ``"json"``, whatever the ending.
        pictures: whether the drawings that show the answers go along.
        report: whether to print how the questions cover the guide's rules.

    Returns:
        The file.

    Raises:
        GuideError: the folder's tables cannot be used.
        PnetPathsError: another ending or format, level or kind; the guide's rules do not make as
            many questions.
        RenderError: no Graphviz can be found; ``pictures=False`` needs none.
        OSError: the file cannot be written; one that was there is there still.
    """
    file = OutputFile(path)
    file_format = format_of(file.path, format)
    if to_whole_number(count, "count") < 1:
        raise PnetPathsError(f"a question bank cannot have {count} questions")
    number = to_seed(seed)
    wanted = chosen_kinds(level and to_text(level, "level"), _to_names(kinds))
    with progress_bar("Writing questions"):
        loaded = guide if isinstance(guide, Guide) else load_guide(guide)
        new_questions = questions(loaded, number, count, wanted)
        bank = make_bank(loaded, new_questions, number, pictures and file_format.with_pictures)
        written = file.write(file_format.content(bank))
    if report:
        print(coverage_report(loaded, new_questions))
    return written


def _to_names(kinds: object) -> list[str]:
    if isinstance(kinds, str):
        return [kinds]
    if not isinstance(kinds, Sequence):
        raise PnetPathsError(f"kinds must be a list of kinds, not {brief(kinds)}")
    return [to_text(kind, "each of the kinds") for kind in kinds]
