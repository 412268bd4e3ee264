"""Treatments, when they are named, and how the flowchart leads to them."""

from __future__ import annotations

from typing import Annotated

from ...statuses import Strength
from ..cells import Cell, Ids, one_of, parts_cell, several, split
from .row import (
    BASIS,
    TREATMENT,
    TREATMENTS,
    Basis,
    Cited,
    Conditional,
    Id,
    Needed,
    PartlyOurs,
    Placed,
    Text,
    Treatments,
    Whole,
    column,
)

__all__ = ["Aim", "Combination", "Indication", "Person", "Step", "Treatment"]

STEP_KINDS = ("answer", "then", "if", "throughout")
COMBINED = ("alone_or_together", "together", "within_a_plan")

_PERSONS = several(lambda ids: ids.team, "a person of team.csv")

Member = Annotated[str, Cell(TREATMENT)]
Others = Annotated[tuple[str, ...], parts_cell(TREATMENTS)]
# Without a team the cell is text, as it was before there was one.
Team = Annotated[
    tuple[str, ...],
    Cell(
        lambda cell, ids: _PERSONS(cell, ids) if ids.team else None,
        parse=lambda cell, ids: split(cell) if ids.team else (cell,) if cell else (),
    ),
]
Node = Annotated[str, Cell(one_of(lambda ids: ids.nodes, "a treatment or factor"), needed=True)]
StepKind = Annotated[str, Cell(one_of(STEP_KINDS, "a kind of step"), needed=True)]
How = Annotated[str, Cell(one_of(COMBINED, "a way to combine"), needed=True)]


def _aims(cell: str, ids: Ids) -> str | None:
    if not ids.aims:
        if "aims" in ids.there:  # what is wrong with it is said already
            return None
        return f'"{cell}" needs a table aims.csv that says what it means'
    return several(lambda ids: ids.aims, "an aim")(cell, ids)


Aims = Annotated[tuple[str, ...], parts_cell(_aims)]
StrengthCell = Annotated[
    Strength,
    Cell(
        one_of([*map(str, Strength)], "a strength"),
        parse=lambda cell, ids: Strength(cell),
        needed=True,
    ),
]


class Treatment(Cited, Placed):
    """A treatment, procedure, drug, regimen or service; a group where others are its members.

    ``also_form_of`` holds other groups that it counts among, without effect on a status.
    ``given_by`` holds ids of the team, or one text where a guide has no such table.
    """

    identity = ("treatment",)
    one_row = "a treatment; member_of names its group, also_form_of others that it counts among"

    id: Id = column("id", "wool_socks", alias="treatment")
    label: Needed = column("its name as drawn (up to about 24 characters)", "Wool socks")
    phrase: Text = column(
        "its name within a sentence; blank: its label, without a capital", "a wool sock", default=""
    )
    kind: Needed = column("what sort of thing it is, in a word", "clothing")
    member_of: Member = column("the group it belongs to, or blank", "socks")
    also_form_of: Others = column(
        "other groups that it counts among, joined with `\\|`: told, without effect on a status",
        "salve",
        default=(),
    )
    place: Whole = column("order in lists and cards", "15", default=None)
    summary: Needed = column("what it is")
    mechanism: Text = column("how it works", card="How it works")
    given: Text = column("how it is given", card="How it is given")
    given_by: Team = column(
        "ids of `team.csv`, joined with `\\|`; where a guide has no such table, a text",
        "krill_doctor",
        card="By whom",
    )
    giver_basis: Annotated[str, Cell(BASIS)] = column(
        "whether the source says who gives it; blank: as `basis`",
        "inferred",
        alias="given_by_basis",
        default="",
    )
    goal: Text = column("what it is for", card="Goal")
    side_effects: Text = column("what it may bring along", card="Side effects")
    aftercare: Text = column("what follows it", card="Aftercare")
    brand: Text = column("names that it is sold under", card="Brand names")
    basis: Basis = column("whether the source says the rest", "stated", default="stated")

    @property
    def given_by_basis(self) -> str:
        """Whether the source states who gives it, or we infer it."""
        return self.giver_basis or self.basis


class Indication(PartlyOurs):
    """When the guide names treatments, how strongly, and why."""

    identity = ("indication",)
    one_row = (
        "what is said of treatments, and when: ruled_out (beats every offer), usual, option, later "
        "or against, a no with the source's own words in label; waits where what is offered comes "
        "later; add a column for each factor"
    )

    id: Id = column("id", "waiting_pale", alias="indication")
    treatments: Treatments = column("what the row is about, joined with `\\|`", "socks\\|salve")
    strength: StrengthCell = column(
        "`ruled_out` (a no that beats every offer, for its members too), `usual`, `option`, "
        "`later`, or `against` (a no that any offer beats); `waits` offers nothing: what others "
        "offer, to its members too, then comes later, with this row's words",
        "option",
    )
    label: Text = column(
        "why, in a few words: the line in the card; of a no, the source's own words",
        "often goes by itself",
        default="",
    )
    mark: Text = column("a few words beside the treatment's own name", "the usual ones", default="")
    aims: Aims = column(
        "what treatment is for here: ids of `aims.csv`, joined with `\\|`",
        "warm",
        alias="aim",
        default=(),
    )
    goal: Text = column("what it is for, where `label` is blank", default="")
    why: Needed = column("why, in full")
    basis: Annotated[str, Cell(BASIS, needed=True)] = column(
        "`stated` (the source says so) or `inferred` (you concluded it; `why` says from what)",
        "stated",
    )
    evidence: Text = column(
        "the level of evidence that the source cites for it, as the source writes it; without "
        "effect on a status",
        default="",
    )

    @property
    def words(self) -> str:
        """What is told with the status: the label, or what there is instead."""
        return self.short_words or self.why

    @property
    def short_words(self) -> str:
        """Its words but for the full ``why``; empty where it has none."""
        return self.label or self.goal


class Combination(Cited, Conditional):
    """Treatments that the guide names together.

    ``how`` they may be combined: ``alone_or_together``, ``within_a_plan``, or ``together``, of
    which the first goes along with each of the others.
    """

    identity = ("combination",)
    optional = True
    one_row = (
        "treatments that are named together: alone_or_together, together or within_a_plan; add a "
        "column for each factor"
    )
    remark = "It is told where one of them is offered and another too."

    id: Id = column("id", "socks_over_salve", alias="combination")
    treatments: Treatments = column("what is combined, joined with `\\|`", "socks\\|salve")
    how: How = column("`alone_or_together`, `together` or `within_a_plan`", "alone_or_together")
    label: Needed = column("how, in a few words")
    basis: Annotated[str, Cell(BASIS, needed=True)] = column("whether the source says so", "stated")


class Step(PartlyOurs):
    """An arrow of the flowchart between treatments and decisions (factors)."""

    one_row = "an arrow of the drawing; add a column for each factor"

    origin: Node = column(
        "where it begins: a treatment or a factor, which is drawn as a decision",
        "spread",
        alias="from",
    )
    target: Node = column("where it leads", "waiting", alias="to")
    label: Text = column("on the arrow", "one foot")
    kind: StepKind = column(
        "`answer` (to a decision), `then` (what follows), `if` (something happens), `throughout` "
        "(not drawn: it runs beside everything, and no question asks of it)",
        "answer",
    )
    basis: Basis = column("whether the source states the step itself", "stated", default="stated")


class Aim(Cited):
    """What a treatment is for."""

    identity = ("aim",)
    optional = True
    one_row = "what a treatment can be for; indications name it in aim"

    id: Id = column("id", "warm", alias="aim")
    label: Needed = column("on the card", "warm the feet")
    symbol: Text = column("a sign that stands before it", "☀", default="")
    definition: Needed = column("for newcomers")

    @property
    def shown(self) -> str:
        """Its sign and its label."""
        return f"{self.symbol} {self.label}".strip()


class Person(Cited):
    """One of the care team."""

    identity = ("person",)
    optional = True
    one_row = "a person of the care team; treatments name them in given_by"

    id: Id = column("id", "krill_doctor", alias="person")
    label: Needed = column("on the card", "krill doctor")
    definition: Needed = column("for newcomers")
    basis: Basis = column("whether the source says so", "stated", default="stated")
