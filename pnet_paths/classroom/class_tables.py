"""What a class has answered, as tables: by answer, question, choice, topic and scene."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..teach.answer_files import AnswerFile, plain_cell

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["SURENESS", "answer_table", "choice_table", "question_table", "scene_table", "topics"]

SURENESS = ("guessing", "fairly_sure", "sure")
"""How sure one may be, the least first."""

_ANSWER = ["student", "name", "question_id", "number", "topic", "kind", "question", "chosen"]
_ANSWER += ["correct", "right", "sure", "attempt"]


def answer_table(
    questions: Sequence[Mapping[str, Any]], rows: Iterable[Mapping[str, Any]]
) -> pd.DataFrame:
    """One row an answer, by student and in the order in which they were given.

    Args:
        questions: of the page, in its order.
        rows: the answers as `HandIns` has them; each file is a student.
    """
    import pandas as pd

    numbers = {each["id"]: number for number, each in enumerate(questions, start=1)}
    students: dict[str, int] = {}
    attempts = Counter[tuple[int, str]]()
    cells = []
    for row in rows:
        student = students.setdefault(row["file"], len(students) + 1)
        attempts[student, row["question_id"]] += 1
        attempt = attempts[student, row["question_id"]]
        number = numbers[row["question_id"]]
        cells.append({**row, "student": student, "number": number, "attempt": attempt})
    return _plain(pd.DataFrame(cells, columns=_ANSWER))


def choice_table(
    questions: Sequence[Mapping[str, Any]], first_answers: pd.DataFrame
) -> pd.DataFrame:
    """One row a choice of a question: whom it draws at the first try, and how sure they are."""
    import pandas as pd

    rows = []
    for number, question in enumerate(questions, start=1):
        given = first_answers[first_answers["number"] == number]
        for choice in question["choices"]:
            drawn = given[given["chosen"] == plain_cell(choice["text"])]
            counts = {sure: int((drawn["sure"] == sure).sum()) for sure in SURENESS}
            names = ", ".join(sorted(name for name in drawn["name"] if name))
            head = {"number": number, "choice": choice["text"], "right": choice["right"]}
            rows.append({**head, "chosen_by": len(drawn), **counts, "names": names})
    columns = ["number", "choice", "right", "chosen_by", *SURENESS, "names"]
    return _plain(pd.DataFrame(rows, columns=columns))


def question_table(
    questions: Sequence[Mapping[str, Any]], cards: Mapping[str, str], choices: pd.DataFrame
) -> pd.DataFrame:
    """One row a question, in the order of the page; all counts are of first tries.

    Args:
        cards: the heading of a topic's card.
    """
    import pandas as pd

    rows = []
    for number, question in enumerate(questions, start=1):
        given = choices[choices["number"] == number]
        wrong = given[~given["right"].astype(bool)]
        answered = int(given["chosen_by"].sum())
        right = answered - int(wrong["chosen_by"].sum())
        most = wrong.sort_values("chosen_by", ascending=False, kind="stable").iloc[0]
        rows.append(
            {
                "number": number,
                "topic": question["topic"],
                "card": cards.get(question["topic"], question["topic"]),
                "kind": question["kind"],
                "question": question["text"],
                "answered": answered,
                "right": right / answered if answered else float("nan"),
                **{sure: int(given[sure].sum()) for sure in SURENESS},
                "sure_and_wrong": int(wrong["sure"].sum()),
                "wrong_choice": most["choice"] if most["chosen_by"] else "",
                "wrong_choice_by": int(most["chosen_by"]),
            }
        )
    return _plain(pd.DataFrame(rows, columns=_QUESTION)).set_index("number")


_QUESTION = ["number", "topic", "card", "kind", "question", "answered", "right", *SURENESS]
_QUESTION += ["sure_and_wrong", "wrong_choice", "wrong_choice_by"]


def topics(questions: pd.DataFrame, sections: Mapping[str, str]) -> pd.DataFrame:
    """What to talk about next: one row a topic of which something was wrong at the first try.

    First comes what most were sure of and wrong about, then the larger share of wrong answers.
    """
    import pandas as pd

    rows = []
    for topic, asked in questions.groupby("topic", sort=False):
        answered = int(asked["answered"].sum())
        right = round(float((asked["right"] * asked["answered"]).sum()))
        if right == answered:
            continue
        most = asked.sort_values("wrong_choice_by", ascending=False, kind="stable").iloc[0]
        rows.append(
            {
                "topic": topic,
                "card": most["card"],
                "answers": answered,
                "wrong": answered - right,
                "sure_and_wrong": int(asked["sure_and_wrong"].sum()),
                "share_wrong": (answered - right) / answered,
                "wrong_choice": most["wrong_choice"],
                "wrong_choice_by": int(most["wrong_choice_by"]),
                "question": int(str(most.name)),
                "section": sections.get(str(topic), ""),
            }
        )
    ranked = pd.DataFrame(rows, columns=_TOPIC).sort_values(
        ["sure_and_wrong", "share_wrong", "wrong"], ascending=False, kind="stable"
    )
    return ranked.set_index("topic")


_TOPIC = ["topic", "card", "answers", "wrong", "sure_and_wrong", "share_wrong", "wrong_choice"]
_TOPIC += ["wrong_choice_by", "question", "section"]


def scene_table(cases: Sequence[Mapping[str, Any]], files: Sequence[AnswerFile]) -> pd.DataFrame:
    """One row a scene of the page's cases, with how many students have seen it."""
    import pandas as pd

    seen = [{each for each in file.scenes if isinstance(each, str)} for file in files]
    rows = [
        {
            "case": case["label"],
            "scene": number,
            "title": scene["title"],
            "seen_by": sum(f"{case['id']} {number}" in each for each in seen),
        }
        for case in cases
        for number, scene in enumerate(case["scenes"], start=1)
    ]
    return _plain(pd.DataFrame(rows, columns=["case", "scene", "title", "seen_by"]))


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    """The table without a cell that a spreadsheet takes for a formula."""
    texts = [
        str(name)
        for name in table
        if table[str(name)].map(lambda cell: isinstance(cell, str)).any()
    ]
    return table.assign(**{name: table[name].map(plain_cell) for name in texts})
