"""The results of a class: what it has understood, and what to talk about next."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..markup import render
from ..progress_bar import progress_bar
from ..teach.answer_files import HandIns, plain_cell
from . import class_tables as tables
from .hand_in_folder import HandInFolder

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

__all__ = ["ClassResults", "class_results"]

_TOPICS_SHOWN = 5
_FACTS_WIDTH, _TEXT_WIDTH = 60, 130
"""Characters in a label of a chart: of facts, and of what is asked."""


def class_results(
    folder: str | Path, page: str | Path | None = None, guide: str | None = None
) -> ClassResults:
    """Read what students have handed in: the files that a page makes with *Save my answers*.

    Of files that one browser saved again and again the newest whole one counts. What cannot be
    used is skipped and named.

    Args:
        folder: contains the files, also in folders of its own as learning platforms give them.
        page: the page that the students had, from which it is read what is right; if left out, the
            one page in the folder.
        guide: the id of the guide that was asked about, of a page with several; if left out, the
            page's first.

    Raises:
        PnetPathsError: it is not a folder; the page is not one, or has no such guide; there is no
            page in the folder, or more than one.
    """
    with progress_bar("Reading what was handed in"):
        return _results_of(HandInFolder.read(folder, page, guide))


def _results_of(folder: HandInFolder) -> ClassResults:
    document, questions = folder.data["document"], folder.data["questions"]
    treatments, facts = document["treatments"], document["factors"]
    cards = {each["id"]: each["label"] for each in treatments}
    cards |= {each["id"]: each["question"] for each in facts}
    sections = {
        each["id"]: each["sections"][0] if each["sections"] else ""
        for each in [*treatments, *facts]
    }
    hand_ins = HandIns(folder.data["guide"])
    by_id = {each["id"]: each for each in questions}
    for path, file in folder.files.items():
        hand_ins.add(path, file, by_id)
    counted = {row["file"] for row in hand_ins.rows}
    files = [file for path, file in folder.files.items() if path in counted]
    answers = tables.answer_table(hand_ins.rows)
    choices = tables.choice_table(questions, answers[answers["attempt"] == 1])
    by_question = tables.question_table(questions, cards, choices)
    return ClassResults(
        title=plain_cell(folder.data["title"]),
        students=len(files),
        answers=answers,
        questions=by_question,
        choices=choices,
        topics=tables.topic_table(by_question, sections),
        scenes=tables.scene_table(document["cases"], files),
        skipped=(*folder.skipped, *hand_ins.skipped),
        _labels={each["id"]: _chart_label(each) for each in questions},
    )


@dataclass(frozen=True)
class ClassResults:
    """The results of a class. All counts but those of `answers` are of first tries.

    Students have numbers; a name stands only where a student wrote one. No cell of a table is a
    formula for a spreadsheet.
    """

    title: str
    """The heading of the page."""
    students: int
    """How many hand-ins count."""
    answers: pd.DataFrame
    """One row an answer: ``student`` (a number), ``name``, ``question_id``, ``topic``, ``kind``,
    ``question``, ``chosen``, ``correct``, ``right``, ``sure`` and ``attempt`` (1 is the first
    try)."""
    questions: pd.DataFrame
    """One row a question, by its id: its words in ``short`` and whole, how many ``answered``, the
    share ``right``, how many were ``guessing``, ``fairly_sure``, ``sure``, and ``sure_and_wrong``;
    the wrong choices, the one that draws more than each other (if one does), and by how many."""
    choices: pd.DataFrame
    """One row a choice of a question: how many chose it, how sure they were, and the ``names`` of
    those who wrote one."""
    topics: pd.DataFrame
    """What to talk about next, the most important first: one row a treatment or fact. They are
    ranked by ``weighted_share``, as `talk_about` says."""
    scenes: pd.DataFrame
    """One row a scene of the teaching cases: how many have seen it."""
    skipped: tuple[str, ...]
    """What was not used: a line each, which begins with the file."""
    _labels: Mapping[str, str]

    def talk_about(self, count: int = _TOPICS_SHOWN) -> tuple[str, ...]:
        """What to talk about next, in a sentence each.

        First comes the largest share of wrong first answers, weighted by how sure one was: a wrong
        guess counts once, a wrong answer one and a half times where one was fairly sure, and twice
        where one was sure.
        """
        return tuple(_sentence(row) for row in _rows(self.topics.head(count)))

    @property
    def summary(self) -> str:
        """How many handed in, and how much was right, in one line."""
        first = self.answers[self.answers["attempt"] == 1]
        counted = (
            f"{_number_of(self.students, 'hand-in')}, {_number_of(len(first), 'first answer')}"
        )
        if first.empty:
            return f"{counted}."
        sure_and_wrong = int(self.questions["sure_and_wrong"].sum())
        right = tables.percent(float(first["right"].mean()))
        return f"{counted}: {right} right, {sure_and_wrong} sure and wrong."

    def plot(self, count: int = 10) -> Figure:
        """Right and wrong by how sure, of the ``count`` questions with the most wrong answers."""
        from .class_charts import question_chart

        return question_chart(self.questions, self._labels, self.choices, count)

    def plot_choices(self, count: int = 3) -> Figure:
        """Which wrong answer draws how many, and how sure they are, for what to talk about next."""
        from .class_charts import choice_chart

        names = self.topics["question_id"].head(count).to_list()
        return choice_chart(names, self._labels, self.choices)

    @property
    def _more_topics(self) -> str:
        """The topics after the first ones, in one line."""
        rest = _rows(self.topics.iloc[_TOPICS_SHOWN:])
        topics = [f"{_card(row)} ({row['wrong']} of {row['answers']} wrong)" for row in rest]
        return f"{len(topics)} more: {'; '.join(topics)}." if topics else ""

    @property
    def _unanswered(self) -> str:
        count = int((self.questions["answered"] == 0).sum())
        return f"Nobody answered {count} of {len(self.questions)} questions." if count else ""

    def __repr__(self) -> str:
        return f"ClassResults({self.students} hand-ins, {len(self.answers)} answers)"

    def __str__(self) -> str:
        lines = [self.title, self.summary]
        talk = self.talk_about()
        if talk:
            lines += ["", "Talk about next:", *(f"- {sentence}" for sentence in talk)]
        if more := self._more_topics:
            lines.append(f"- {more}")
        lines += ["", "Questions, at the first try:"]
        for row in _rows(self.questions):
            if row["answered"]:
                lines += [f"- {row['short']}", f"  {_question_line(row)}"]
        if unanswered := self._unanswered:
            lines.append(f"- {unanswered}")
        if self.skipped:
            lines += [
                "",
                f"Skipped ({len(self.skipped)}):",
                *(f"- {line}" for line in self.skipped),
            ]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        rows = [
            {**row, "percent": tables.percent(row["right"])}
            for row in _rows(self.questions)
            if row["answered"]
        ]
        return render(
            "class_results",
            results=self,
            talk=self.talk_about(),
            more=self._more_topics,
            questions=rows,
            unanswered=self._unanswered,
        )


def _rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): cell for name, cell in row.items()} for row in table.to_dict("records")]


def _question_line(row: Mapping[str, Any]) -> str:
    line = f"{tables.percent(row['right'])} of {row['answered']} right; {row['sure']} sure"
    if row["sure_and_wrong"]:
        line += f", {row['sure_and_wrong']} of them wrong"
    if row["wrong_choices"]:
        line += f"; wrong: {row['wrong_choices']}"
    return f"{line}."


def _sentence(row: Mapping[str, Any]) -> str:
    """A topic in a sentence, with the card and the sections to look at."""
    one = row["answers"] == 1
    sentence = f"{_card(row)}: {row['wrong']} of {_number_of(row['answers'], 'first answer')} "
    sentence += "was wrong" if one else "were wrong"
    if row["sure_and_wrong"]:
        sentence += f", {row['sure_and_wrong']} of them sure"
    if row["wrong_choice_by"]:
        chosen = str(row["wrong_choice"]).rstrip(".")
        sentence += f'; {row["wrong_choice_by"]} chose "{chosen}" when asked "{row["short"]}"'
    where = f'card "{row["card"]}"'
    if row["section"]:
        where += f', section "{row["section"]}"'
    return f"{sentence} ({where})."


def _card(row: Mapping[str, Any]) -> str:
    return str(row["card"]).rstrip("?")


def _chart_label(question: Mapping[str, Any]) -> str:
    """A question's words for a chart, shortened at words."""
    facts = question.get("facts", "")
    if len(facts) > _FACTS_WIDTH:  # whole facts, as far as they go
        whole = facts[:_FACTS_WIDTH].rpartition(", ")[0]
        facts = f"{whole}, \u2026" if whole else _shorten(facts, _FACTS_WIDTH)
    text = _shorten(question.get("asked", question["text"]), _TEXT_WIDTH)
    return tables.question_name({**question, "facts": facts, "asked": text})


def _shorten(text: str, characters: int) -> str:
    return textwrap.shorten(text, characters, placeholder=" \u2026")


def _number_of(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
