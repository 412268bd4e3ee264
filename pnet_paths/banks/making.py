"""A bank made from a guide's questions, with the drawings that show their answers."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from ..drawing.picture import svg
from ..errors import PnetPathsError, suggestion
from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..progress_bar import progress_bar
from ..teach import DIFFICULTIES, KINDS, Question, question_id
from .bank import LETTERS, Bank, Item, Option, Picture

__all__ = ["chosen_kinds", "edition_of", "make_bank"]


def make_bank(
    guide: GuideValue, questions: Sequence[Question], seed: int, pictures: bool = True
) -> Bank:
    """A bank of questions.

    Args:
        questions: those that go into it.
        seed: what they were made with.
        pictures: whether each question of a profile has its drawing.

    Raises:
        RenderError: no Graphviz can be found for the drawings.
    """
    drawings: dict[tuple[tuple[str, str], ...], Picture] = {}
    items = []
    with progress_bar("Drawing the answers", len(questions)) as task:
        for number, question in enumerate(questions, start=1):
            shown = _pictures(guide, question, drawings) if pictures else ()
            items.append(_item(guide, question, number, shown))
            task.advance()
    title = guide.metadata["title"]
    return Bank(title, edition_of(guide), guide.footer, seed, tuple(items))


def chosen_kinds(level: str | None, kinds: Sequence[str]) -> tuple[str, ...]:
    """The kinds of questions of a level, or some kinds, or those of both; empty stands for all.

    Raises:
        PnetPathsError: there is no such level or kind, or none of the kinds has the level.
    """
    if level and level not in DIFFICULTIES:
        raise PnetPathsError(f'"{level}" is not a level ({", ".join(DIFFICULTIES)})')
    for kind in kinds:
        if kind not in KINDS:
            meant = suggestion(str(kind), KINDS)
            raise PnetPathsError(f'"{kind}" is not a kind of question{meant} ({", ".join(KINDS)})')
    of_level = DIFFICULTIES[level] if level else tuple(KINDS)
    chosen = tuple(kind for kind in of_level if kind in kinds or not kinds)
    if not chosen:
        raise PnetPathsError(f'none of these kinds is "{level}" ({", ".join(of_level)})')
    return chosen if level or kinds else ()


def edition_of(guide: GuideValue) -> str:
    """The edition of a guide and its last update, as it states them."""
    parts = (guide.metadata.get(name, "") for name in ("edition", "updated"))
    return ", ".join(filter(None, parts))


def _item(
    guide: GuideValue, question: Question, number: int, pictures: tuple[Picture, ...]
) -> Item:
    kind = KINDS[question.kind]
    labels = {name: each.label for name, each in guide.treatments.items()}
    labels |= {name: each.label for name, each in guide.factors.items()}
    options = tuple(
        Option(LETTERS[place], choice.text, choice.right, choice.because)
        for place, choice in enumerate(question.choices)
    )
    return Item(
        question_id(question),
        f"{number:03} {kind.label}",
        question.kind,
        kind.level,
        labels[question.topic],
        question.text,
        options,
        question.sections,
        question.considered,
        pictures,
    )


def _pictures(
    guide: GuideValue, question: Question, drawings: dict[tuple[tuple[str, str], ...], Picture]
) -> tuple[Picture, ...]:
    """The drawing of a question's profile, and of the second one where there is one."""
    pictures = []
    for facts in filter(None, (question.profile, question.other)):
        key = tuple(facts.items())
        if key not in drawings:
            drawings[key] = _picture(PathwayValue.of(guide, facts))
        pictures.append(drawings[key])
    return tuple(pictures)


def _picture(pathway: PathwayValue) -> Picture:
    content = svg(pathway).encode()
    name = f"pathway-{sha256(content).hexdigest()[:12]}.svg"
    return Picture(name, content, f"Flowchart. {pathway.sentence} {pathway.answer}")
