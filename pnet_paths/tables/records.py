"""What a guide is made of, as immutable values: one class for one row of each table.

They know their own row, not each other, and nothing of evaluation or drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from ..statuses import Strength
from .schema import split

__all__ = [
    "Aim",
    "Case",
    "Citation",
    "Combination",
    "Conditions",
    "Factor",
    "Impossible",
    "Indication",
    "Level",
    "Person",
    "Preset",
    "Scene",
    "Source",
    "Spot",
    "Step",
    "Term",
    "Topic",
    "Treatment",
    "Unlikely",
]

Row = Mapping[str, str]

Conditions = Mapping[str, frozenset[str]]
"""For each factor that matters the levels that fit; all of them must fit."""

Spot = tuple[int, int]
"""Where something stands in the drawing: its rank from the top, its position in the rank."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a row comes from: a source's id and the headings of the sections it rests on."""

    source: str
    sections: tuple[str, ...]

    def __str__(self) -> str:
        return "; ".join(self.sections)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that rows cite."""

    id: str
    title: str
    publisher: str
    date: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Level:
    """A value of a factor.

    ``phrase`` completes a sentence that begins with its factor's subject ("The tumor ...").
    """

    id: str
    label: str
    phrase: str
    definition: str
    basis: str
    cited: Citation


@dataclass(frozen=True, slots=True)
class Factor:
    """Something treatment depends on. ``spot`` is set where it is drawn as a decision.

    ``subject`` is what its levels' phrases speak of; empty for the guide's own subject. A factor
    that is not to ``propose`` is never among what to find out next; neither is a ``sensitive`` one,
    nor is it asked of in a question.
    """

    id: str
    label: str
    subject: str
    group: str
    question: str
    help: str
    mutability: str
    propose: bool
    sensitive: bool
    levels: tuple[Level, ...]
    spot: Spot | None
    cited: Citation

    def level(self, level: str) -> Level:
        """The level with this id."""
        return next(known for known in self.levels if known.id == level)


@dataclass(frozen=True, slots=True)
class Treatment:
    """A treatment, procedure, drug, regimen or service; a group where others are its members.

    ``also_form_of`` holds other groups that it counts among, without effect on a status.
    ``given_by`` holds ids of the team, or one text where a guide has no such table.
    """

    id: str
    label: str
    kind: str
    member_of: str
    also_form_of: tuple[str, ...]
    spot: Spot | None
    goal: str
    summary: str
    mechanism: str
    given: str
    given_by: tuple[str, ...]
    given_by_basis: str
    side_effects: str
    aftercare: str
    brand: str
    basis: str
    cited: Citation


@dataclass(frozen=True, slots=True)
class Indication:
    """When the guide names treatments, how strongly, and why.

    ``label`` are the few words told with the status; ``mark`` those beside a treatment's own name;
    ``aim`` the id of what it is for here.
    """

    id: str
    treatments: tuple[str, ...]
    strength: Strength
    when: Conditions
    label: str
    mark: str
    aim: str
    goal: str
    why: str
    basis: str
    cited: Citation
    row: int = field(default=0, compare=False)
    """Its number, as a spreadsheet shows it."""

    @property
    def inferred(self) -> bool:
        """Whether it is our inference."""
        return self.basis == "inferred"

    @property
    def words(self) -> str:
        """What is told with the status: the label, or what there is instead."""
        return self.label or self.goal or self.why


@dataclass(frozen=True, slots=True)
class Combination:
    """Treatments that the guide names together, and ``how``: see `schema.COMBINED`."""

    id: str
    treatments: tuple[str, ...]
    how: str
    label: str
    when: Conditions
    basis: str
    cited: Citation


@dataclass(frozen=True, slots=True)
class Aim:
    """What a treatment is for."""

    id: str
    label: str
    symbol: str
    definition: str
    cited: Citation


@dataclass(frozen=True, slots=True)
class Person:
    """One of the care team."""

    id: str
    label: str
    definition: str
    basis: str
    cited: Citation


@dataclass(frozen=True, slots=True)
class Step:
    """An arrow of the flowchart between treatments and decisions (factors)."""

    origin: str
    target: str
    label: str
    kind: str
    when: Conditions
    basis: str
    cited: Citation
    row: int = field(default=0, compare=False)
    """Its number, as a spreadsheet shows it."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """A combination of levels that cannot occur, and why not."""

    when: Conditions
    reason: str
    basis: str
    cited: Citation
    row: int = field(default=0, compare=False)
    """Its number, as a spreadsheet shows it."""


@dataclass(frozen=True, slots=True)
class Unlikely:
    """A combination of levels that can occur, but that questions leave out, and why."""

    when: Conditions
    reason: str
    basis: str
    cited: Citation


@dataclass(frozen=True, slots=True)
class Term:
    """A word that a newcomer stumbles on; ``also`` holds its other spellings."""

    term: str
    also: tuple[str, ...]
    definition: str
    cited: Citation


@dataclass(frozen=True, slots=True)
class Topic:
    """What the guide says around treatment, and the treatments or factors it belongs to.

    Its ``kind`` is ``around``, or ``consideration``: treatment depends on it, without a rule.
    """

    id: str
    label: str
    text: str
    about: tuple[str, ...]
    kind: str
    basis: str
    cited: Citation


@dataclass(frozen=True, slots=True)
class Preset:
    """A profile to start from."""

    id: str
    label: str
    profile: Mapping[str, str]
    cited: Citation


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene of a teaching case: what happens, and the profile then.

    ``note`` is for the teacher alone. The people in cases are invented.
    """

    number: int
    title: str
    story: str
    profile: Mapping[str, str]
    question: str
    note: str
    cited: Citation
    row: int = field(default=0, compare=False)
    """Its number, as a spreadsheet shows it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A teaching case: a story in scenes, in their order."""

    id: str
    label: str
    scenes: tuple[Scene, ...]


def cited(row: Row) -> Citation:
    """The citation of a table's row."""
    return Citation(row.get("source", ""), split(row.get("section", "")))


def conditions(row: Row, factors: Mapping[str, Factor]) -> Conditions:
    """The factor columns of a row; a blank cell means any level and is left out."""
    return MappingProxyType({n: frozenset(split(row[n])) for n in factors if row[n]})


def spot(row: Row) -> Spot | None:
    """The place that a row names by rank and position, or as earlier guides did: 2.3 in ``drawn``.

    >>> spot({"rank": "2", "position": "10"}), spot({"drawn": "2.3"}), spot({"rank": ""})
    ((2, 10), (2, 3), None)
    """
    rank, position = row.get("rank", ""), row.get("position", "")
    if not rank:
        rank, _, position = row.get("drawn", "").partition(".")
    return (int(rank), int(position)) if rank else None


def in_place(rows: list[Row], identity: str) -> Iterator[Row]:
    """Rows by their ``place``, then by id, so that the order of a table's rows means nothing."""
    return iter(sorted(rows, key=lambda row: (_place(row), row[identity])))


def _place(row: Row) -> int:
    return int(row.get("place") or 10**6)
