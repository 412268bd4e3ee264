"""The cases of a guide, for the front end: without the notes, which are the teacher's."""

from __future__ import annotations

from collections.abc import Sequence

from ..guide.guide import GuideValue
from ..json_record import JsonRecord
from .facts import Codes

__all__ = ["Case", "Scene", "cases"]


class Scene(JsonRecord):
    """A scene of a case, and the profile at that time."""

    title: str
    story: str
    question: str
    about: Sequence[str]
    """The treatments and factors that the question is about."""
    evidence: Sequence[str]
    """The trials, figures and notes that the question is about."""
    sections: Sequence[str]
    codes: Codes


class Case(JsonRecord):
    """A case, scene by scene."""

    id: str
    label: str
    scenes: Sequence[Scene]


def cases(guide: GuideValue) -> list[Case]:
    """The cases, in their order."""
    codes = guide.space.codes
    return [
        Case.of(
            case,
            scenes=[
                Scene.of(scene, sections=scene.cited.sections, codes=codes(scene.profile))
                for scene in case.scenes
            ],
        )
        for case in guide.cases.values()
    ]
