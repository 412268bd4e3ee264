"""Files of answers that a page saves, which come from outside: nothing in them is trusted."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from ..arguments import to_path
from ..errors import PnetPathsError
from .question_kinds import KINDS

__all__ = ["AnswerFile", "HandIns", "SavedAnswer", "plain_cell", "read_answer_file"]

_MEGABYTES = 4
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# At the beginning, and after what may be another spreadsheet's separator.
_FORMULA = re.compile(r"(^|[;,|])(\s*)(?=[=+\-@＝＋－＠])")

Text = Annotated[str, Field(max_length=10_000)]


class _FromOutside(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class SavedAnswer(_FromOutside):
    """One answer in a file, as `isAnswer` in ``front/core/question_round.js`` accepts it too."""

    id: Text
    question_id: Text
    question: Text
    kind: Text
    topic: Text
    chosen: Text
    correct: Text
    right: bool
    sure: Literal["guessing", "fairly_sure", "sure"]

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.right and self.chosen != self.correct:
            raise ValueError("another answer is the correct one")
        return self


class AnswerFile(_FromOutside):
    """The content of one file; its ``answers`` are not checked one by one yet."""

    format: Literal["pnet_paths answers"]
    version: Literal[1, 2]
    guide: Text
    id: Text = ""
    name: Text = ""
    saved: Text = ""
    """When it was saved, on the clock of that machine: ``2026-11-30T14:05``."""
    answers: list[Any]
    scenes: list[Any] = []
    """The scenes that were seen, each as the id of its case and its number."""


def read_answer_file(path: str | Path) -> AnswerFile:
    """Read a file that a page saved, as UTF-8 or UTF-16, with or without a byte-order mark.

    Raises:
        PnetPathsError: it cannot be read, is too large, or is not what a page saves.
    """
    try:
        with to_path(path).open("rb") as stream:
            content = stream.read(_MEGABYTES * 1_000_000 + 1)
    except OSError as error:
        raise PnetPathsError(error.strerror or "not the path of a file") from None
    if len(content) > _MEGABYTES * 1_000_000:
        raise PnetPathsError(f"larger than {_MEGABYTES} MB, which no page saves")
    try:
        file = AnswerFile.model_validate_json(content.decode(json.detect_encoding(content)))
    except ValueError:  # also of characters that are not text, and of lists in lists without end
        raise PnetPathsError(
            'not a file of answers; a page makes one with "Save my answers"'
        ) from None
    return file if file.version == 2 else _as_version_2(file, sha256(content).hexdigest()[:12])


def _as_version_2(file: AnswerFile, name: str) -> AnswerFile:
    """A file of version 1 with ids made from ``name``: its answers have none."""
    answers = [
        {**each, "id": f"{name}-{place}", "question_id": "", "sure": sure.replace(" ", "_")}
        for place, each in enumerate(file.answers)
        if isinstance(each, dict) and isinstance(sure := each.get("sure"), str)
    ]
    return file.model_copy(update={"id": name, "answers": answers})


class HandIns:
    """Answers to the questions of one guide, from many files; each answer counts once."""

    def __init__(self, guide: str, topics: Collection[str] = ()) -> None:
        """
        Args:
            guide: its title.
            topics: the ids of treatments and factors, for answers to questions that are not given.
        """
        self._guide, self._topics = guide, topics
        self._files: dict[SavedAnswer, str] = {}
        """By answer the first file that has it."""
        self.rows: list[dict[str, Any]] = []
        """The answers, each with ``file``, ``name`` and ``file_id``."""
        self.skipped: list[str] = []
        """What was not used: a line each, which begins with the file."""

    def read(
        self, paths: Iterable[str | Path], questions: Mapping[str, Mapping[str, Any]] | None = None
    ) -> None:
        """Add the answers in some files; what cannot be used is named in `skipped`.

        Args:
            questions: those that were asked, by id; answers to others are skipped.
        """
        for path in paths:
            name = plain_cell(str(path))
            try:
                file = self.file(path)
                if not file.answers:
                    raise PnetPathsError("it has no answers")
            except PnetPathsError as error:
                self.skipped.append(f"{name}: {error}")
            else:
                self.add(name, file, questions)

    def file(self, path: str | Path) -> AnswerFile:
        """The content of a file.

        Raises:
            PnetPathsError: it cannot be used, or is about another guide.
        """
        file = read_answer_file(path)
        if file.guide != self._guide:
            other = plain_cell(file.guide)[:80]
            raise PnetPathsError(f'its answers are to another guide, "{other}"')
        return file

    def add(
        self, name: str, file: AnswerFile, questions: Mapping[str, Mapping[str, Any]] | None
    ) -> None:
        """Add the answers of one file, and name in `skipped` those that are not used."""
        foreign, doubles = 0, Counter[str]()
        for entry in file.answers:
            answer = self.answer(entry, questions)
            if answer is None:
                foreign += 1
            elif first := self._files.get(answer):
                doubles[first] += 1
            else:
                self._files[answer] = name
                whose = {"file": name, "name": file.name, "file_id": file.id}
                self.rows.append({**answer.model_dump(), **whose})
        of = f"of {len(file.answers)} answers"
        if foreign:
            self.skipped.append(f"{name}: {foreign} {of} are not to these questions")
        for first, count in doubles.items():
            self.skipped.append(f"{name}: {count} {of} are in {first} too and count once")

    def answer(
        self, entry: Any, questions: Mapping[str, Mapping[str, Any]] | None
    ) -> SavedAnswer | None:
        """An entry of a file as an answer; None if it answers no question of this guide."""
        try:
            answer = SavedAnswer.model_validate(entry)
        except ValidationError:
            return None
        if questions is None:
            return answer if answer.kind in KINDS and answer.topic in self._topics else None
        question = questions.get(answer.question_id, {"choices": ()})
        choice = next((c for c in question["choices"] if c["text"] == answer.chosen), None)
        if choice is None:
            return None
        # A student could have changed in the file what is asked and what is right.
        by_page = {name: question[name] for name in ("kind", "topic")}
        by_page |= {"question": question["text"], "right": choice["right"]}
        correct = next(c["text"] for c in question["choices"] if c["right"])
        return answer.model_copy(update={**by_page, "correct": correct})


def plain_cell(text: str) -> str:
    """Text without control characters, which no spreadsheet takes for a formula.

    >>> plain_cell("=1+1"), plain_cell("grade 2; = 1"), plain_cell("PRRT")
    ("'=1+1", "grade 2; '= 1", 'PRRT')
    """
    return _FORMULA.sub(r"\1\2'", _CONTROLS.sub(" ", text).strip())
