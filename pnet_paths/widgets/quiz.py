"""Questions on the screen: answer, say how sure you are, then see why on the drawing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import pandas as pd
import traitlets

from ..api import Guide, load_guide
from ..arguments import to_seed, to_whole_number
from ..errors import PnetPathsError
from ..front.hot_reload import widget_module, widget_style
from ..pages import page_questions
from ..teach import DIFFICULTIES, asked_question, questions
from ..teach.answer_files import HandIns, plain_cell
from .cell_output import CellOutput
from .shared_document import shared_document, shared_engine, shared_trait

__all__ = ["Quiz", "ask"]


def ask(
    seed: int | None = None,
    count: int = 10,
    guide: Guide | str | Path | None = None,
    level: str | None = None,
) -> Quiz:
    """Questions about a guide, to be shown in a notebook. The same seed gives the same ones.

    Args:
        seed: a number for a class that is to get the same questions; drawn if left out.
        count: how many questions, those not counted that come back because they were missed.
        guide: a `Guide`, the folder of one, or None for the packaged guide.
        level: ``"easy"``, ``"medium"`` or ``"hard"``; from easy to hard if left out.

    Raises:
        GuideError: the folder's tables cannot be used.
        PnetPathsError: there is no such level, or the guide's rules do not make such questions.
    """
    number = to_seed(seed)
    if to_whole_number(count, "count") < 1:
        raise PnetPathsError(f"a quiz cannot have {count} questions")
    loaded = guide if isinstance(guide, Guide) else load_guide(guide)
    return Quiz(loaded, number, count, level)


class Quiz(CellOutput, anywidget.AnyWidget):
    """A round of questions that are answered in the page. ``results`` has the answers.

    Which answer is right, and why, is nowhere on the page before it is answered: not in what is
    seen, nor in a title, a description or what is read aloud.
    """

    _esm = widget_module("quiz")
    _css = widget_style("explorer", "common", "flowchart", "teaching")

    document: Any = shared_trait()
    engine: Any = shared_trait()
    questions: Any = traitlets.List().tag(sync=True)
    level = traitlets.Unicode().tag(sync=True)
    """``"easy"``, ``"medium"`` or ``"hard"``; empty: from easy to hard."""
    answers: Any = traitlets.List().tag(sync=True)
    """The answers of all rounds; the page adds to them."""

    def __init__(self, guide: Guide, seed: int, count: int, level: str | None = None) -> None:
        self.guide, self.seed = guide, seed
        self._count = count
        self._hand_ins = HandIns(guide.metadata["title"], {*guide.treatments, *guide.factors})
        super().__init__(
            document=shared_document(guide),
            engine=shared_engine(),
            level=level or "",
            questions=self._make_questions(level or ""),
        )
        self.add_class("pnet-paths").add_class("pp-quiz")
        self.on_msg(lambda _, message, __: self._on_message(message))

    def preview(self) -> dict[str, Any]:
        """The first question, for readers who open the notebook without Python."""
        first = self.questions[0]
        choices = [choice["text"] for choice in first["choices"]]
        return {"title": "Question 1", "texts": [first["text"], *choices], "image": ""}

    def __repr__(self) -> str:
        return f"Quiz({len(self.questions)} questions, {len(self._all_answers())} answers)"

    def _make_questions(self, level: str) -> list[dict[str, Any]]:
        if level and (not isinstance(level, str) or level not in DIFFICULTIES):
            raise PnetPathsError(f'"{level}" is not a level ({", ".join(DIFFICULTIES)})')
        kinds = DIFFICULTIES[level] if level else ()
        unsorted = questions(self.guide, self.seed, self._count, kinds)
        by_size = sorted(unsorted, key=lambda question: question.considered)
        return [asked_question(self.guide, question).to_json() for question in by_size]

    def _on_message(self, message: dict[str, Any]) -> None:
        """Start another round where the page asks for it: of another level, or of the next seed."""
        if message.get("do") != "more":
            return
        if "level" in message:
            self.level = message["level"]
        else:
            self.seed += 1
        self.questions = self._make_questions(self.level)

    @property
    def results(self) -> pd.DataFrame:
        """One row an answer: the question, its kind and topic, what was chosen and what is correct,
        whether it was right, and how sure (``guessing``, ``fairly_sure``, ``sure``).

        Of answers that were read, ``file`` is the path, ``name`` what the student wrote as a name,
        and ``file_id`` the same for files that one browser saved one after another. Text that a
        spreadsheet would take for a formula begins with an apostrophe.
        """
        whose = ["file", "name", "file_id"]
        columns = ["question", "kind", "topic", "chosen", "correct", "right", "sure", *whose]
        rows = [dict.fromkeys(["correct", *whose], "") | answer for answer in self._all_answers()]
        frame = pd.DataFrame(rows, columns=columns)
        texts = [name for name in columns if name != "right"]
        return frame.assign(**{name: frame[name].map(plain_cell) for name in texts})

    def _all_answers(self) -> list[dict[str, Any]]:
        return [*self.answers, *self._hand_ins.rows]

    @property
    def skipped(self) -> tuple[str, ...]:
        """What `read` has not used, a line each: the file and why."""
        return tuple(self._hand_ins.skipped)

    def read(self, *paths: str | Path, page: str | Path | None = None) -> Quiz:
        """Add answers that students have saved from a page to `results`.

        A file that cannot be used is skipped, and so are answers that another file has too: each is
        printed, and named in `skipped`.

        Args:
            page: the page that the students had. With it only answers to its questions are taken,
                and what is right is read from it and not from the students' files.

        Raises:
            PnetPathsError: the page is not one.
        """
        before = len(self.skipped)
        self._hand_ins.read(paths, None if page is None else page_questions(page))
        for line in self.skipped[before:]:
            print(f"Skipped: {line}")
        return self
