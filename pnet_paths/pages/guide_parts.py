"""The parts of a page that belong to one guide: document, cases, notes, questions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from os import PathLike
from pathlib import Path

from ..api import Guide, load_guide
from ..arguments import brief, to_seed
from ..bundle.document import document
from ..errors import PnetPathsError
from ..sources.equivalents import partners
from ..teach import AskedQuestion, asked_question, questions
from ..teach.cases import to_case
from ..teach.question_names import question_names
from .page_data import GuidePart

__all__ = ["chosen_cases", "guide_part", "to_guides"]

_QUESTIONS = 20


def to_guides(guide: Guide | str | Path | Sequence[Guide | str | Path] | None) -> list[Guide]:
    """The guides of a page, each loaded, the one that is shown first before the others.

    Raises:
        GuideError: the tables of one cannot be used.
        PnetPathsError: it is not a guide, or several guides have no id of their own.
    """
    if guide is None:
        first = load_guide()
        return [first, *map(load_guide, partners(first))]
    several = [guide] if isinstance(guide, Guide | str | PathLike) else guide
    if not isinstance(several, Sequence) or not several:
        raise PnetPathsError(f"guide must be a guide or a list of guides, not {brief(guide)}")
    loaded = [each if isinstance(each, Guide) else load_guide(each) for each in several]
    if len({each.id for each in loaded}) < len(loaded):
        ids = ", ".join(each.id or "none" for each in loaded)
        raise PnetPathsError(
            f'several guides of a page need an "id" of their own each in guide.csv ({ids})'
        )
    return loaded


def chosen_cases(guides: Sequence[Guide], cases: str | Sequence[str] | None) -> list[list[str]]:
    """The ids of the cases that go along, by guide, each once.

    Raises:
        PnetPathsError: no guide has such a case.
    """
    if cases is None:
        return [list(guide.cases) for guide in guides]
    if not isinstance(cases, str | Iterable):
        raise PnetPathsError(f"cases must be a list of cases, not {brief(cases)}")
    ids = {name for guide in guides for name in guide.cases}
    names = [cases] if isinstance(cases, str) else cases
    checked = [
        name if isinstance(name, str) and name in ids else to_case(guides[0], name)
        for name in names
    ]
    return [[name for name in dict.fromkeys(checked) if name in guide.cases] for guide in guides]


def guide_part(
    guide: Guide, cases: Sequence[str], count: int | None, seed: int | None, notes: bool
) -> GuidePart:
    """The data of one guide in a page.

    Args:
        cases: the ids of the cases that go along.
        count: how many questions; if left out 20, or none where the rules do not make them.
        seed: what the questions are made with; random if left out.
        notes: whether the teacher's notes go along.

    Raises:
        PnetPathsError: there are not so many questions.
    """
    whole = document(guide)
    by_id = {case.id: case for case in whole.cases}
    shown = whole.model_copy(update={"cases": [by_id[name] for name in cases]})
    return GuidePart(
        document=shown,
        id=sha256(json.dumps(shown.to_json()).encode()).hexdigest()[:12],
        name=guide.id,
        guide=guide.metadata["title"],
        short=guide.short_title,
        notes={
            name: [scene.note for scene in guide.cases[name].scenes] if notes else []
            for name in cases
        },
        questions=_questions(guide, count, seed),
    )


def _questions(guide: Guide, count: int | None, seed: int | None) -> list[AskedQuestion]:
    if count == 0:
        return []
    try:
        chosen = questions(guide, to_seed(seed), _QUESTIONS if count is None else count)
    except PnetPathsError:
        if count is None:
            return []
        raise
    names = question_names(guide, chosen)
    return [
        asked_question(guide, question, *name) for question, name in zip(chosen, names, strict=True)
    ]
