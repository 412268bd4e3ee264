"""Outcomes: figures of both arms, their ratio, and where each was read."""

from __future__ import annotations

from typing import Annotated

from ...tables.cells import Cell, matching, one_of
from ...tables.models.row import Id, Needed, Row, Text, Whole, column
from .cells import Addresses, Figure, FigureCell, LowerEnd, Percentage, Read, Who, evidence_id

__all__ = ["Outcome"]

ABOUT = ("progression", "survival", "response", "control", "harm")
MEASURES = ("HR", "OR", "RR")
DIRECTIONS = ("a_vs_b", "b_vs_a", "not_stated")
UNITS = ("months", "years", "%")

TrialId = Annotated[str, evidence_id("trials", "a trial of trials.csv")]
OutcomeId = Annotated[str, evidence_id("outcomes", "an outcome of this table", needed=False)]
About = Annotated[str, Cell(one_of(ABOUT, "a kind of outcome"), needed=True)]
Better = Annotated[str, Cell(one_of(("high", "low"), "high or low"), needed=True)]
Unit = Annotated[str, Cell(one_of(UNITS, "a unit"))]
Measure = Annotated[str, Cell(one_of(MEASURES, "a measure"))]
Direction = Annotated[str, Cell(one_of(DIRECTIONS, "a direction"))]
P = Annotated[str, Cell(matching(r"<?0\.\d+( one-sided)?", "a p, such as 0.30 or <0.001"))]


class Outcome(Row):
    """What came out in each arm, the ratio of the two, and where that was read.

    ``stands`` names the version that stands where this is another version of the same figure.
    """

    identity = ("outcome",)
    one_row = "what came out of a trial: a figure of each arm, their ratio, or both"
    remark = (
        "A value lies inside its interval, the ratio of a longer time goes with its direction, and "
        "of several versions of one figure (one `trial`, `set`, `endpoint` and `unit`) one stands "
        "and the others say `why`."
    )

    id: Id = column("id", "radiant3_pfs", alias="outcome")
    trial: TrialId = column("the trial", "radiant3")
    analysis: Needed = column("which analysis", "primary, investigator")
    people: Needed = column("of whom", "pancreas", alias="set")
    who: Who = column(
        "whom of the trial's people, as facts of `facts.csv`; blank: all, or no fact says it",
        "grade=G3",
    )
    about: About = column(
        "`progression`, `survival`, `response`, `control` or `harm`", "progression"
    )
    endpoint: Needed = column("what was counted", "median PFS")
    better: Better = column("whether `high` figures are better, or `low` ones", "high")
    unit: Unit = column("`months`, `years` or `%`; blank: a ratio alone", "months")
    arm_a: Text = column("the first arm, where it is not the trial's", "the smaller operation")
    arm_b: Text = column("the other arm, where it is not the trial's", "resection")
    n_a: Whole = column("how many people in the first arm", "207")
    a: FigureCell = column("its figure, `not_reached` or `not_estimable`", "11.0")
    a_low: LowerEnd = column("the lower end of its interval", "8.4")
    a_high: FigureCell = column("the upper end; `not_printed` where nobody says", "13.9")
    n_b: Whole = column("how many people in the other arm", "203")
    b: FigureCell = column("its figure", "4.6")
    b_low: LowerEnd = column("the lower end of its interval", "3.1")
    b_high: FigureCell = column("the upper end", "5.4")
    measure: Measure = column("of the ratio: `HR`, `OR` or `RR`", "HR")
    effect: FigureCell = column("the ratio", "0.35")
    low: LowerEnd = column("the lower end of its interval", "0.27")
    high: FigureCell = column("the upper end", "0.45")
    level: Percentage = column("the level of that interval in percent", "95")
    direction: Direction = column(
        "which arm stands above the line: `a_vs_b`, `b_vs_a` or `not_stated`", "a_vs_b"
    )
    p: P = column("its p", "<0.001")
    read: Read = column("how it was read, joined with `\\|`", "abstract")
    address: Addresses = column("where it was read, joined with ` \\| `", "https://...")
    stands: OutcomeId = column("the version that stands, where it is not this one", "e2211_os")
    why: Text = column("why that one stands", "The final analysis stands.")
    contradiction: Text = column(
        "why figures hold that do not go together: they are better in one arm while the ratio is "
        "better for the other, p speaks against the interval, arms are larger than the trial",
        "Both as printed.",
    )
    note: Text = column("anything else")

    @property
    def is_current(self) -> bool:
        """Whether no other version of it stands."""
        return not self.stands

    @property
    def is_time(self) -> bool:
        """Whether the figures are times."""
        return self.unit in ("months", "years")

    @property
    def is_main(self) -> bool:
        """Whether a card shows it: times, ratios, response and harms, and not other versions."""
        is_share_over_time = self.unit == "%" and self.about in ("progression", "survival")
        return self.is_current and (bool(self.effect) or not is_share_over_time)

    @property
    def counted(self) -> str:
        """What was counted, without saying that it is a median."""
        return self.endpoint.removeprefix("median ")

    @property
    def sizes(self) -> tuple[int | None, int | None]:
        """How many people each arm has."""
        return self.n_a, self.n_b

    @property
    def size(self) -> int:
        """How many people both arms have; 0 where nobody says."""
        return sum(filter(None, self.sizes))

    @property
    def arms(self) -> tuple[tuple[Figure | None, Figure | None, Figure | None], ...]:
        """Figure and interval of each arm."""
        return (self.a, self.a_low, self.a_high), (self.b, self.b_low, self.b_high)
