"""Trials: what was compared, in whom, and where that is published."""

from __future__ import annotations

import re
from typing import Annotated

from ...tables.cells import Cell, matching, one_of
from ...tables.models.row import Id, Needed, Row, Text, column
from .cells import Doi, Pmid, Registration, TreatmentIds, Who

__all__ = ["Trial"]

PANCREAS = ("all", "part", "cohort", "none")

Pancreas = Annotated[str, Cell(one_of(PANCREAS, "a share"), needed=True)]
People = Annotated[str, Cell(matching(r"\d+( planned)?", "a number of people, such as 410"))]
Year = Annotated[str, Cell(matching(r"(19|20)\d\d", "a year, such as 2011"))]
_CONTROLS = re.compile(r"placebo|best supportive care|no treatment", re.IGNORECASE)


def _tested(cell: str, ids: object) -> str | None:
    if _CONTROLS.match(cell):
        return (
            f'"{cell}" stands first, where the arm that is tested belongs; write it as arm_b, and '
            "what it was compared with as arm_a"
        )
    return None


Tested = Annotated[str, Cell(_tested, needed=True)]


def _share(cell: str, ids: object) -> str | None:
    percentages = re.findall(r"(\d+(?:\.\d+)?) ?%", cell)
    wrong = next((number for number in percentages if float(number) > 100), None)
    return f'"{cell}": {wrong} % is more than 100 %; write it as printed' if wrong else None


Share = Annotated[str, Cell(_share)]


class Trial(Row):
    """A trial, a cohort or a review of several.

    ``who`` holds what it asked of its people that a guide's facts may tell, ``beyond`` the rest.
    """

    identity = ("trial",)
    one_row = "a trial, a cohort, or a review that puts several together"

    id: Id = column("id", "cabinet_pnet", alias="trial")
    name: Needed = column("its name", "CABINET, pancreatic cohort")
    design: Needed = column("how it was made", "phase 3, randomized, double-blind")
    arm_a: Tested = column("the arm that is tested, in few words", "cabozantinib")
    arm_b: Text = column("what it is compared with, in few words; blank: nothing", "placebo")
    given_a: Needed = column("what the first arm was given, in full", "cabozantinib 60 mg daily")
    given_b: Text = column("what the other was given", "placebo")
    treatments_a: TreatmentIds = column("what of `treatments.csv` that is", "cabozantinib")
    treatments_b: TreatmentIds = column("what of it the other is; blank: nothing of it")
    population: Needed = column("in whom, in full", "progressive pancreatic NET")
    who: Who = column(
        "in whom, as facts of `facts.csv`: `fact=a\\|b`, joined with `;`",
        "primary=pancreas; grade=G1\\|G2\\|G3",
    )
    beyond: Text = column("in whom, as far as no fact says it", "treated before")
    pancreas: Pancreas = column(
        "how many had a pancreatic tumor: `all`, `part`, `none`, or `cohort` (figures are of a "
        "cohort of them)",
        "all",
    )
    share: Share = column("that share, where it is a part", "54.4 %")
    people: People = column("how many people", "95", alias="n")
    year: Year = column("the year of the publication", "2025")
    journal: Text = column("where it is published", "N Engl J Med 392")
    doi: Doi = column("its DOI", "10.1056/NEJMoa2403991")
    pmid: Pmid = column("its PMID", "39282913")
    registration: Registration = column("its number in a register", "NCT03375320")
    caution: Text = column(
        "what to bear in mind", "two analyses: 95 people in the paper, 99 in the label"
    )

    @property
    def size(self) -> int:
        """How many people took part or are planned; 0 where nobody says."""
        return int(self.people.partition(" ")[0] or 0)

    @property
    def is_comparative(self) -> bool:
        """Whether it was made to compare its arms."""
        return "non-comparative" not in self.design

    @property
    def is_randomized(self) -> bool:
        """Whether chance decided who was given what."""
        return "randomized" in self.design and "non-randomized" not in self.design

    @property
    def reference(self) -> str:
        """Journal and year, the year once."""
        year = "" if self.year and self.year in self.journal else self.year
        return ", ".join(filter(None, [self.journal, year]))

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """What identifies it, each with its address."""
        pairs = [
            (f"doi {self.doi}", f"https://doi.org/{self.doi}", self.doi),
            (f"PMID {self.pmid}", f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/", self.pmid),
            (
                self.registration,
                f"https://clinicaltrials.gov/study/{self.registration}",
                self.registration.startswith("NCT"),
            ),
        ]
        return tuple((label, address) for label, address, is_there in pairs if is_there)

    @property
    def title(self) -> str:
        """Its name with the year."""
        return f"{self.name} ({self.year})" if self.year else self.name
