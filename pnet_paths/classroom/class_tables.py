"""The answers of a class as tables: by answer, question, choice, topic and scene."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..teach.answer_files import AnswerFile, plain_cell

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "SURENESS",
    "answer_table",
    "choice_table",
    "percent",
    "question_name",
    "question_table",
    "scene_table",
    "topic_table",
]

SURENESS = ("guessing", "fairly_sure", "sure")
"""How sure a student can be, the least first."""

_WEIGHTS = {"guessing": 1.0, "fairly_sure": 1.5, "sure": 2.0}
"""How much a wrong answer counts, as `WEIGHTS` in ``front/core/class_results.js`` has it too."""

_ANSWER = ["student", "name", "question_id", "topic", "kind", "question", "chosen"]
_ANSWER += ["correct", "right", "sure", "attempt"]


def question_name(question: Mapping[str, Any]) -> str:
    """A short name of a question of a page: the facts that matter, and what is asked."""
    facts, asked = question.get("facts", ""), question.get("asked", question["text"])
    return plain_cell(f"{facts}: {asked}" if facts else asked)


def percent(share: float) -> str:
    """A share in percent, a half rounded up as in the page; empty where there is none.

    >>> percent(1 / 8), percent(float("nan"))
    ('13%', '')
    """
    return f"{int(100 * share + 0.5)}%" if share == share else ""


def answer_table(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """One row an answer, by student and in the order in which they were given.

    Args:
        rows: the answers as `HandIns` has them; each file is a student.
    """
    import pandas as pd

    students: dict[str, int] = {}
    attempts = Counter[tuple[int, str]]()
    cells = []
    for row in rows:
        student = students.setdefault(row["file"], len(students) + 1)
        attempts[student, row["question_id"]] += 1
        attempt = attempts[student, row["question_id"]]
        cells.append({**row, "student": student, "attempt": attempt})
    return _without_formulas(pd.DataFrame(cells, columns=_ANSWER))


def choice_table(
    questions: Sequence[Mapping[str, Any]], first_answers: pd.DataFrame
) -> pd.DataFrame:
    """One row a choice of a question: who chose it at the first try, and how sure they were."""
    import pandas as pd

    rows = []
    for question in questions:
        answers = first_answers[first_answers["question_id"] == question["id"]]
        for choice in question["choices"]:
            of_choice = answers[answers["chosen"] == plain_cell(choice["text"])]
            counts = {sure: int((of_choice["sure"] == sure).sum()) for sure in SURENESS}
            names = ", ".join(sorted(name for name in of_choice["name"] if name))
            head = {"question_id": question["id"], "short": question_name(question)}
            head |= {"choice": choice["text"], "right": choice["right"]}
            rows.append({**head, "chosen_by": len(of_choice), **counts, "names": names})
    columns = ["question_id", "short", "choice", "right", "chosen_by", *SURENESS, "names"]
    return _without_formulas(pd.DataFrame(rows, columns=columns))


def question_table(
    questions: Sequence[Mapping[str, Any]], cards: Mapping[str, str], choices: pd.DataFrame
) -> pd.DataFrame:
    """One row a question, in the order of the page; all counts are of first tries.

    Args:
        cards: the heading of a topic's card.
    """
    import pandas as pd

    rows = []
    for question in questions:
        of_question = choices[choices["question_id"] == question["id"]]
        wrong = of_question[~of_question["right"].astype(bool)]
        answered = int(of_question["chosen_by"].sum())
        right = answered - int(wrong["chosen_by"].sum())
        chosen = wrong[wrong["chosen_by"] > 0]
        chosen = chosen.sort_values("chosen_by", ascending=False, kind="stable")
        counts = dict(zip(chosen["choice"], chosen["chosen_by"].map(int), strict=True))
        most, by = _most_chosen(counts)
        rows.append(
            {
                "question_id": question["id"],
                "short": question_name(question),
                "topic": question["topic"],
                "card": cards.get(question["topic"], question["topic"]),
                "kind": question["kind"],
                "question": question["text"],
                "answered": answered,
                "right": right / answered if answered else float("nan"),
                **{sure: int(of_question[sure].sum()) for sure in SURENESS},
                "sure_and_wrong": int(wrong["sure"].sum()),
                "weighted_wrong": sum(w * int(wrong[sure].sum()) for sure, w in _WEIGHTS.items()),
                "wrong_choices": "; ".join(
                    f"{choice} ({count})" for choice, count in counts.items()
                ),
                "wrong_choice": most,
                "wrong_choice_by": by,
            }
        )
    return _without_formulas(pd.DataFrame(rows, columns=_QUESTION)).set_index("question_id")


_QUESTION = ["question_id", "short", "topic", "card", "kind", "question", "answered", "right"]
_QUESTION += [*SURENESS, "sure_and_wrong", "weighted_wrong", "wrong_choices", "wrong_choice"]
_QUESTION += ["wrong_choice_by"]


def _most_chosen(counts: Mapping[str, int]) -> tuple[str, int]:
    """The choice with the highest count, and that count; nothing where several have it.

    >>> _most_chosen({"PRRT": 2, "Surgery": 1}), _most_chosen({"PRRT": 1, "Surgery": 1})
    (('PRRT', 2), ('', 0))
    """
    by = max(counts.values(), default=0)
    most = [choice for choice, count in counts.items() if count == by]
    return (most[0], by) if len(most) == 1 else ("", 0)


def topic_table(questions: pd.DataFrame, sections: Mapping[str, str]) -> pd.DataFrame:
    """What to talk about next: one row a topic of which something was wrong at the first try.

    First comes the largest ``weighted_share``: of the first answers those that were wrong, each
    counted once where it was a guess, one and a half times where one was fairly sure, twice where
    one was sure; so it is 2 where all were sure and wrong. Where it is the same, first comes that
    of which more was wrong. ``question_id`` is the topic's question with the most wrong answers,
    weighted so; ``wrong_choice`` is the wrong choice that most chose in it, if more than one did or
    it was the one wrong answer to the topic.
    """
    import pandas as pd

    rows = []
    for topic, group in questions.groupby("topic", sort=False):
        answered = int(group["answered"].sum())
        right = round(float((group["right"] * group["answered"]).sum()))
        if right == answered:
            continue
        most = group.sort_values("weighted_wrong", ascending=False, kind="stable").iloc[0]
        is_shown = most["wrong_choice_by"] > 1 or answered - right == 1
        rows.append(
            {
                "topic": topic,
                "card": most["card"],
                "answers": answered,
                "wrong": answered - right,
                "sure_and_wrong": int(group["sure_and_wrong"].sum()),
                "weighted_share": float(group["weighted_wrong"].sum()) / answered,
                "wrong_choice": most["wrong_choice"] if is_shown else "",
                "wrong_choice_by": int(most["wrong_choice_by"]) if is_shown else 0,
                "question_id": str(most.name),
                "short": most["short"],
                "section": sections.get(str(topic), ""),
            }
        )
    ranked = pd.DataFrame(rows, columns=_TOPIC).sort_values(
        ["weighted_share", "wrong"], ascending=False, kind="stable"
    )
    return ranked.set_index("topic")


_TOPIC = ["topic", "card", "answers", "wrong", "sure_and_wrong", "weighted_share", "wrong_choice"]
_TOPIC += ["wrong_choice_by", "question_id", "short", "section"]


def scene_table(cases: Sequence[Mapping[str, Any]], files: Sequence[AnswerFile]) -> pd.DataFrame:
    """One row a scene of the page's cases, with how many students have seen it."""
    import pandas as pd

    scenes_seen = [{each for each in file.scenes if isinstance(each, str)} for file in files]
    rows = [
        {
            "case": case["label"],
            "scene": number,
            "title": scene["title"],
            "seen_by": sum(f"{case['id']} {number}" in each for each in scenes_seen),
        }
        for case in cases
        for number, scene in enumerate(case["scenes"], start=1)
    ]
    return _without_formulas(pd.DataFrame(rows, columns=["case", "scene", "title", "seen_by"]))


def _without_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """A table without a cell that a spreadsheet takes for a formula."""
    texts = [
        str(name)
        for name in table
        if table[str(name)].map(lambda cell: isinstance(cell, str)).any()
    ]
    return table.assign(**{name: table[name].map(plain_cell) for name in texts})
