"""What a guide brings for teaching: terms, topics, examples and cases."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from ..cells import WHOLE, Cell, one_of, parts_cell, several, split
from .row import (
    SOURCE,
    Basis,
    Citation,
    Cited,
    Id,
    Needed,
    Profiled,
    Text,
    Whole,
    column,
)

__all__ = ["Case", "Preset", "Scene", "Term", "Topic"]

TOPIC_KINDS = ("consideration", "around")

_NODES = several(lambda ids: ids.nodes, "a treatment or factor")
About = Annotated[tuple[str, ...], parts_cell(_NODES)]
TopicKind = Annotated[
    str, Cell(one_of(TOPIC_KINDS, "a kind of topic"), lambda cell, ids: cell or "around")
]
Texts = Annotated[tuple[str, ...], parts_cell()]
SceneNumber = Annotated[int, Cell(WHOLE, parse=lambda cell, ids: int(cell), needed=True)]


class Term(Cited):
    """A word that a newcomer stumbles on; ``also`` holds its other spellings."""

    identity = ("term",)
    one_row = "a term that a newcomer stumbles on"

    term: Needed = column("a word", "molting")
    also: Texts = column("its other spellings, joined with `\\|`", "molt\\|molts")
    definition: Needed = column("a plain explanation")


class Topic(Cited):
    """What the guide says around treatment, and the treatments or factors it belongs to."""

    identity = ("topic",)
    one_row = (
        "what is to be said around treatment; kind = consideration where treatment depends on it "
        "without a rule"
    )

    id: Id = column("id", "choosing", alias="topic")
    label: Needed = column("its heading", "What the penguin likes")
    text: Needed = column("what the source says")
    about: About = column(
        "the treatments or factors it belongs to, joined with `\\|`", "socks\\|salve"
    )
    kind: TopicKind = column(
        "`consideration` (treatment depends on it, and the source gives no rule) or `around`",
        "consideration",
        default="around",
    )
    place: Whole = column("order", "1", default=None)
    basis: Basis = column("whether the source says so", "stated", default="stated")


class Preset(Cited, Profiled):
    """A profile to start from."""

    identity = ("preset",)
    optional = True
    one_row = "an example to start from; add a column for each factor"

    id: Id = column("id", "one_pale", alias="preset")
    label: Needed = column("in the list *Examples*", "One pale foot, new")
    place: Whole = column("order", "1", default=None)


class Scene(Profiled):
    """One scene of a teaching case: what happens, and the profile then.

    ``note`` is for the teacher alone. The people in cases are invented.
    """

    identity = ("case", "scene")
    optional = True
    one_row = "a scene of a teaching case; add a column for each factor"

    case: Id = column("the case it belongs to", "pip")
    label: Text = column("the name of the case (in one of its rows)", default="")
    place: Whole = column("order of the case", "1", default=None)
    number: SceneNumber = column("the number of the scene", "1", alias="scene")
    title: Needed = column("its heading")
    story: Needed = column("what happens; the people are invented")
    question: Text = column("what to discuss")
    about: About = column(
        "the treatments or factors that the question is about, the first one first, joined with "
        "`\\|`: once the scene is shown they are explained; blank: the treatment that says most",
        "waiting",
        default=(),
    )
    evidence: Texts = column(
        "the trials, figures of them, and notes that the question is about: their ids in "
        "the tables of the evidence, joined with `\\|`; they are told once the scene is shown",
        "radiant3\\|radiant3_pfs",
        default=(),
    )
    note: Text = column("for the teacher alone")
    source: Annotated[str, Cell(SOURCE)] = column(
        "the id of a document in `sources.csv`", "book", default=""
    )
    section: Text = column("the headings it rests on, joined with ` \\| `", "Socks", default="")

    @cached_property
    def cited(self) -> Citation:
        """The source and its sections."""
        return Citation(self.source, split(self.section))


@dataclass(frozen=True, slots=True)
class Case:
    """A teaching case: a story in scenes, in their order."""

    id: str
    label: str
    scenes: tuple[Scene, ...]
