"""Questions on the screen: answer, say how sure you are, then see why on the drawing."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator
from html import escape
from pathlib import Path

import anywidget
import ipywidgets
import pandas as pd

from ..api import Guide, load_guide
from ..errors import PnetPathsError
from ..front.joining import module, style
from ..guide.glossary import terms
from ..guide.sentences import listed
from ..markup import Explained
from ..teach import DIFFICULTIES, Question, questions
from .flowchart import Flowchart
from .idle_work import IdleWork

__all__ = ["Quiz", "ask"]

_SURENESS = ("guessing", "fairly sure", "sure")
_ALL = "all"
_PAUSE = 0.2  # seconds
_KINDS = {
    "offered": "What the guide offers",
    "first": "What is usual or comes first",
    "next_fact": "What to find out next",
    "opens": "What would open a treatment",
    "differs": "What makes a difference",
}


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
    loaded = guide if isinstance(guide, Guide) else load_guide(guide)
    return Quiz(loaded, random.randrange(10_000) if seed is None else seed, count, level)


class _Page(anywidget.AnyWidget):
    """What a round of questions needs of the page: see quiz.js."""

    _esm = module("quiz")
    _css = style("explorer")


class Quiz(ipywidgets.VBox):
    """A round of questions. ``results`` holds what was answered; it stays in this kernel.

    While a question is open its key and its reasons are in no widget: they are made when it is
    answered.
    """

    def __init__(self, guide: Guide, seed: int, count: int, level: str | None = None) -> None:
        self.guide, self.seed = guide, seed
        self._count = count
        self._answers: list[dict[str, object]] = []
        self._answered = False
        self._head = ipywidgets.HTML().add_class("pp-progress")
        self._text = ipywidgets.HTML().add_class("pp-story")
        self.choices = ipywidgets.RadioButtons(options=(), description="Answers").add_class(
            "pp-choices"
        )
        self.sure = ipywidgets.ToggleButtons(options=_SURENESS, value=None, description="I am")
        # One button for both: where one takes the other's place, the focus stays.
        self.go = ipywidgets.Button(button_style="primary")
        self._rest = IdleWork()
        self.go.on_click(lambda _: self._rest.begin(self._soon()))
        self._told = ipywidgets.HTML().add_class("pp-told-why")
        self._drawing = ipywidgets.Box().add_class("pp-quiz-drawing")
        self._page_keys = _Page()
        self._begin(level)
        self.level = ipywidgets.Dropdown(
            options=[("from easy to hard", _ALL), *((name, name) for name in DIFFICULTIES)],
            value=level or _ALL,
            description="Level",
            style={"description_width": "initial"},
        )
        self.level.observe(lambda change: self._restart(change["new"]), "value")
        bar = ipywidgets.Box([self.level, self._head, self._page_keys]).add_class("pp-bar")
        asked = [self._text, self.choices, self.sure, self.go, self._told]
        self._asking = ipywidgets.VBox(asked).add_class("pp-quiz-asked")
        page = ipywidgets.Box([self._asking, self._drawing]).add_class("pp-page")
        super().__init__([bar, page])
        self.add_class("pnet-paths").add_class("pp-quiz")
        self._ask()

    def __repr__(self) -> str:
        return "The questions need their cell to be run: click on it and press Shift + Enter."

    def _soon(self) -> Iterator[float]:
        """A click can overtake what was chosen just before it.

        While the kernel has not answered one change of state, the browser holds back the next;
        a click it sends at once.
        """
        yield _PAUSE
        self._go()

    def _go(self) -> None:
        """Answer, go on to the next question, or begin another round."""
        if self._question is None:
            self.seed += 1
            self._restart(self.level.value)
        elif self._answered:
            self._ask()
        else:
            self._answer()

    @property
    def flowchart(self) -> Flowchart | None:
        """The drawing of an answered question."""
        return next(iter(self._drawing.children), None)

    def _begin(self, level: str | None) -> None:
        """Take up the questions of a level; what was answered before stays in the results."""
        if level is not None and level not in DIFFICULTIES:
            raise PnetPathsError(f'"{level}" is not a level ({", ".join(DIFFICULTIES)})')
        kinds = DIFFICULTIES[level] if level else ()
        self._waiting = deque(questions(self.guide, self.seed, self._count, kinds))
        self._missed: set[str] = set()
        self._asked = 0

    def _restart(self, level: str) -> None:
        self._begin(None if level == _ALL else level)
        self._ask()

    @property
    def results(self) -> pd.DataFrame:
        """One row an answer: the question, its kind and topic, what was chosen, right, how sure."""
        columns = ["question", "kind", "topic", "chosen", "right", "sure"]
        return pd.DataFrame(self._answers, columns=columns)

    @property
    def question(self) -> Question | None:
        """The question that is open or was just answered; None at the end."""
        return self._question

    def _ask(self) -> None:
        shown, self._drawing.children = self._drawing.children, ()  # the last answer's drawing
        for drawing in shown:
            drawing.close()
        self._answered = False
        self._question = self._waiting.popleft() if self._waiting else None
        if self._question is None:
            self._head.value = '<div role="status"><h2>That was all of them</h2></div>'
            self._text.value = self._summary()
            self.go.description = "More questions"
            self._asking.children = [self._text, self.go]
            return
        again = self._question.text in self._missed
        self._asked += not again
        number = "Once more" if again else f"Question {self._asked} of {self._count}"
        self._head.value = f'<div role="status"><h2>{number}</h2></div>'
        self._text.value = f"<p>{Explained(terms(self.guide))(self._question.text)}</p>"
        self.choices.options = [choice.text for choice in self._question.choices]
        self.choices.value = self.sure.value = None
        self._told.value = ""
        self.go.description = "Answer"
        self._asking.children = [self._text, self.choices, self.sure, self.go, self._told]
        # Last, so that nothing that is chosen at once is taken back.
        self.choices.disabled = self.sure.disabled = False
        self._page_keys.send({"asked": True})

    def _answer(self) -> None:
        question = self._question
        if question is None or self.choices.value is None or self.sure.value is None:
            self._told.value = ""  # so that the same words are heard again
            self._told.value = f'<p role="alert">{self._missing()}</p>'
            return
        right = self.choices.value == question.choices[question.key].text
        self._answers.append(
            {
                "question": question.text,
                "kind": question.kind,
                "topic": question.topic,
                "chosen": self.choices.value,
                "right": right,
                "sure": self.sure.value,
            }
        )
        if not right:  # it comes back
            self._missed.add(question.text)
            self._waiting.append(question)
        self.choices.disabled = self.sure.disabled = self._answered = True
        self._told.value = self._reasons(question, right)
        self.go.description = "Next question" if self._waiting else "See how it went"
        flowchart = Flowchart(self.guide.evaluate(dict(question.profile)))
        flowchart.signs = {
            choice.about: _mark(choice.right) for choice in question.choices if choice.about
        }
        self._drawing.children = (flowchart,)

    def _missing(self) -> str:
        if self.sure.value is not None:
            return "Choose an answer."
        if self.choices.value is not None:
            return "Say how sure you are."
        return "Choose an answer, and say how sure you are."

    def _reasons(self, question: Question, right: bool) -> str:
        mark = Explained(terms(self.guide))
        items = "".join(
            f"<li><b>{_mark(choice.right)} {escape(choice.text)}"
            f"{' (your answer)' if choice.text == self.choices.value else ''}</b><br>"
            f"{mark(choice.because)}</li>"
            for choice in question.choices
        )
        verdict = "Right." if right else "Not this one; it will come back."
        return f'<p role="status"><b>{verdict}</b></p><ul>{items}</ul>'

    def _summary(self) -> str:
        """By kind how many were right at once, and what to look at again."""
        first = self.results.drop_duplicates("question")
        rows = "".join(
            f'<tr><th scope="row">{_KINDS[str(kind)]}</th>'
            f"<td>{sum(group['right'])} of {len(group)}</td>"
            f"<td>{escape(self._again(group))}</td></tr>"
            for kind, group in first.groupby("kind", sort=False)
        )
        return (
            '<table class="pp-table"><thead><tr><th scope="col">Topic</th>'
            '<th scope="col">Right at once</th><th scope="col">Look at again</th></tr></thead>'
            f'<tbody>{rows}</tbody></table><p class="pp-foot">{escape(self.guide.footer)}</p>'
        )

    def _again(self, group: pd.DataFrame) -> str:
        """The treatments and facts of what was missed, or guessed."""
        weak = group[~group["right"].astype(bool) | (group["sure"] == _SURENESS[0])]
        names = dict.fromkeys(weak["topic"])
        labels = [
            (self.guide.treatments.get(name) or self.guide.factors[name]).label for name in names
        ]
        return listed(labels) if labels else "nothing"


def _mark(right: bool) -> str:
    return "\u2713" if right else "\u2715"
