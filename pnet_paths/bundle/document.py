"""A guide as one JSON document, from which the front end answers everything without a kernel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from ..drawing.data import DrawingData, drawing_data
from ..guide.guide import GuideValue
from ..guide.sentence_patterns import PATTERNS
from ..json_record import JsonRecord, Texts
from ..progress_bar import progress_bar
from ..statuses import BY_RANK, CAVEATS, OFFERED, Status, status_of
from .arrows import Arrow, arrows
from .cards import Cards, Looks, StatusLook, cards, looks, statuses
from .cases import Case, cases
from .diagrams import Diagrams
from .evidence import NO_EVIDENCE, Evidence, evidence
from .facts import (
    Codes,
    Factor,
    Impossible,
    Preset,
    Unlikely,
    factors,
    impossible,
    presets,
    unlikely,
)
from .treatments import Combination, Row, Treatment, combinations, rows, treatments

__all__ = ["GuideDocument", "document"]


class Consideration(JsonRecord):
    """What the guide names without a rule."""

    label: str
    text: str


class GuideDocument(JsonRecord):
    """A treatment guide as one document, from which the front end answers everything.

    Factors are named by their place, levels by their code (their place in the factor). A decision
    diagram is made of nodes that ask a factor and branch, level by level. Numbers below the count
    of ``byRanks`` are sets of ranks as bits (0: cannot occur), and node i has the number that
    follows them by i. A root is such a number.
    """

    format: Literal["pnet_paths guide"] = "pnet_paths guide"
    version: Literal[1] = 1
    subject: str
    footer: str
    patterns: Texts
    """Sentences with places in braces."""
    statuses: Mapping[Status, StatusLook]
    """From the strongest to none."""
    ranks: Sequence[Status]
    """The statuses that have a rank, the weakest first."""
    offered: Sequence[Status]
    """The statuses of what is offered, the strongest first."""
    caveats: Sequence[Status]
    """The statuses of what the guide speaks of and does not offer."""
    by_ranks: Sequence[Status | Literal[""]]
    """The status that stands for each set of ranks."""
    factors: Sequence[Factor]
    impossible: Sequence[Impossible]
    nodes: Sequence[int]
    """Of each node its factor and, level by level, its branches: a set of ranks, or the count of
    ``byRanks`` plus how far before the node another one stands."""
    space: int
    """The root of what can occur."""
    unlikely: Sequence[Unlikely]
    rows: Sequence[Row]
    treatments: Sequence[Treatment]
    combinations: Sequence[Combination]
    arrows: Sequence[Arrow]
    asked: Sequence[str]
    """The factors that the flowchart asks for."""
    starts: Sequence[str]
    """The factors at which the flowchart begins."""
    assumed: Codes
    """The profile that an exploration begins with."""
    presets: Sequence[Preset]
    considerations: Sequence[Consideration]
    cards: Cards
    looks: Looks
    drawing: DrawingData
    cases: Sequence[Case]
    evidence: Evidence

    @property
    def without_evidence(self) -> GuideDocument:
        """The same, with nothing behind its treatments."""
        return self.model_copy(update={"evidence": NO_EVIDENCE})


def document(guide: GuideValue) -> GuideDocument:
    """The guide as one document.

    >>> from pnet_paths import load_guide
    >>> found = document(load_guide())
    >>> found.version, found.subject, len(found.treatments)
    (1, 'the tumor', 36)
    """
    with progress_bar("Preparing the page", len(guide.treatments)) as task:
        diagrams = Diagrams(guide, task)
    ranks = range(1, 1 << len(BY_RANK))
    return GuideDocument(
        subject=guide.subject,
        footer=guide.footer,
        patterns=PATTERNS,
        statuses=statuses(),
        ranks=BY_RANK,
        offered=OFFERED,
        caveats=CAVEATS,
        by_ranks=["", *map(status_of, ranks)],
        factors=factors(guide),
        impossible=impossible(guide),
        nodes=diagrams.nodes(),
        space=diagrams.condition({}),
        unlikely=unlikely(diagrams),
        rows=rows(diagrams),
        treatments=treatments(diagrams),
        combinations=combinations(diagrams),
        arrows=arrows(diagrams),
        asked=guide.network.decisions,
        starts=sorted(guide.network.starts),
        assumed=guide.space.codes(guide.assumed),
        presets=presets(guide),
        considerations=[Consideration.of(topic) for topic in guide.considerations],
        cards=cards(guide),
        looks=looks(),
        drawing=drawing_data(guide),
        cases=cases(guide),
        evidence=evidence(guide),
    )
