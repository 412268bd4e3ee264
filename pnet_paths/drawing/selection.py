"""What of a pathway stands in its drawing, and what is told below it in a line of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..guide.guide import GuideValue
from ..guide.next_facts import NextFacts
from ..guide.pathway import PathwayValue
from ..guide.route import Arrow
from ..guide.sentence_patterns import fill
from ..guide.sentences import with_mark
from ..statuses import CAVEATS, NOT_OFFERED, OFFERED, Status
from ..tables.models import Spot, Step, Treatment
from .places import across, ranked, rows, spots_of
from .theme import View

__all__ = ["Line", "Selection", "blank_answers", "is_inferred"]

MOST_WORDS = {"question": 3, "card": 5}
"""On an arrow to either: one to a question may run beside a rank, where there is less room."""


@dataclass(frozen=True, slots=True)
class Line:
    """Treatments that are told of in one line: what is said of all of them, and who they are.

    Those of one group share a reason.
    """

    words: str
    groups: tuple[tuple[str, ...], ...]
    reasons: bool = False
    """Whether the words of each group stand behind it."""

    @property
    def treatments(self) -> tuple[str, ...]:
        return tuple(name for group in self.groups for name in group)


class Selection:
    """What is drawn of a pathway in one of its views.

    A path shows what is offered, what depends, and a no in words of its own; the map shows all. In
    a blank drawing stands whatever could stand in a path: nothing in it depends on the answers.

    >>> from pnet_paths import load_guide
    >>> selection = Selection(PathwayValue.of(load_guide(), {"extent": "localized"}), "path")
    >>> "surgery" in selection.nodes, "immunotherapy" in selection.nodes
    (True, False)
    """

    def __init__(self, pathway: PathwayValue, view: View) -> None:
        self.pathway, self.guide = pathway, pathway.guide
        self.everything, self.blank = view == "map", view == "blank"
        beside = self.guide.network.services
        self.beside = [group for group in self.guide.groups if group.id in beside]
        self.groups = [
            group
            for group in self.guide.groups
            if self.everything or (group.id not in beside and (self.blank or self._is_drawn(group)))
        ]
        decisions = [
            name
            for name, decision in pathway.route.decisions.items()
            if self.everything or self.blank or decision.state != "off"
        ]
        self.nodes = frozenset([*decisions, *(group.id for group in self.groups)])
        """The ids of the decisions and groups that are drawn."""

    @property
    def is_overview(self) -> bool:
        """Whether all that is drawn depends: then cards show names and sizes alone."""
        settled = (*OFFERED, *CAVEATS)
        is_settled = any(self.pathway.status[group.id] in settled for group in self.groups)
        return not (self.blank or is_settled)

    @cached_property
    def start(self) -> str | None:
        """The question to begin with in an overview: the one that settles most, if it is drawn."""
        facts = NextFacts(self.guide, self.pathway.profile).facts() if self.is_overview else ()
        return facts[0].factor if facts else None

    def _is_drawn(self, group: Treatment) -> bool:
        status = self.pathway.status[group.id]
        if not status.is_caveat:
            return status is not Status.NOT_NAMED or any(
                self.pathway.status[member.id] not in NOT_OFFERED
                for _, member in self.pathway.walk(group.id)
            )
        words = self.pathway.verdict(group.id).words
        return not any(
            self.pathway.status[other.id] is status
            and self.pathway.verdict(other.id).words == words
            for other in self.guide.groups
            if other is not group
        )

    def may_be_offered(self, treatment: str) -> bool:
        """Whether it is offered, or depends on what is not known."""
        return self.pathway.status[treatment] not in NOT_OFFERED

    # -- rows of a card ---------------------------------------------------------------------

    def rows(self, group: str) -> Iterator[tuple[int, Treatment]]:
        """The members that a card lists, with how deep they stand; in the map all.

        Those of what is offered, and where they say more than their group. A no is told below.
        """
        for depth, member in self.guide.walk(group, 1):
            status, above = (self.pathway.status[each] for each in (member.id, member.member_of))
            more = status is not above if depth > 1 or above not in OFFERED else True
            if self.everything or (status not in NOT_OFFERED and more):
                yield depth, member

    # -- arrows -----------------------------------------------------------------------------

    @cached_property
    def ranks(self) -> list[list[str]]:
        """The nodes, rank by rank from the top, each from left to right."""
        whole = ranked(self.guide) if self.everything else rows(self.guide)
        ranks = [[name for name in rank if name in self.nodes] for rank in whole]
        return [rank for rank in ranks if rank]

    @cached_property
    def places(self) -> dict[str, Spot]:
        """The rank of each node and its place in it, both from 0."""
        return spots_of(self.ranks)

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """The arrows between what is drawn; in a path those that are taken or open.

        Where the source states a way to a card, one that is open and ours is left to the card. A
        blank drawing has all that are stated, and those of ours to what no stated one leads to.
        """
        order = across(self.guide)
        arrows = [
            arrow
            for arrow in sorted(
                self.pathway.route.arrows, key=lambda arrow: order.index(self.ends(arrow)[1])
            )
            if set(self.ends(arrow)) <= self.nodes
            and not self.guide.network.is_throughout(arrow.origin, arrow.target)
        ]
        if self.everything:
            return tuple(arrows)
        arrows = [arrow for arrow in arrows if self.blank or arrow.state != "off"]
        ours = [arrow for arrow in arrows if self._is_ours(arrow)]
        stated = {self.ends(arrow)[1] for arrow in arrows if arrow not in ours}
        return tuple(
            arrow
            for arrow in arrows
            if arrow not in ours
            or self.ends(arrow)[1] not in stated
            or (arrow.state == "taken" and not self.blank)
        )

    def _is_ours(self, arrow: Arrow) -> bool:
        """Whether no step that it stands for is stated, here or (blank) at all."""
        if not self.blank:
            return arrow.inferred
        return is_inferred(self._steps(arrow))

    def answers(self, arrow: Arrow) -> tuple[str, ...]:
        """The answers of a question that an arrow leaves from: here, or (blank) for any profile."""
        if not self.blank:
            return arrow.answers
        return blank_answers(self.guide, arrow.origin, self._steps(arrow))

    def _steps(self, arrow: Arrow) -> Sequence[Step]:
        return self.guide.network.steps_by_ends[arrow.origin, arrow.target]

    def ends(self, arrow: Arrow) -> tuple[str, str]:
        """The nodes that stand for the ends of an arrow."""
        return self.guide.outermost(arrow.origin), self.guide.outermost(arrow.target)

    def arrow_words(self, arrow: Arrow) -> str:
        """A few words on an arrow from a card.

        What leads on from an answer is told by it, and by the card that it leads to; words that
        several arrows of a card share tell nothing of one of them.
        """
        decisions = self.pathway.route.decisions
        has_none = arrow.state == "off" or self.everything or self.blank or self.is_overview
        if has_none or arrow.origin in decisions:
            return ""
        if arrow.target not in decisions and self._is_shared(arrow):
            return ""
        most = MOST_WORDS["question" if arrow.target in decisions else "card"]
        return arrow.label if len(arrow.label.split(" ")) <= most else ""

    def _is_shared(self, arrow: Arrow) -> bool:
        """Whether another arrow from the same card has the same words."""
        return any(
            other is not arrow and (other.origin, other.label) == (arrow.origin, arrow.label)
            for other in self.pathway.route.arrows
        )

    # -- lines below ------------------------------------------------------------------------

    @property
    def lines(self) -> tuple[Line, ...]:
        """What runs at every stage, what is not named, and the no's that are not drawn."""
        if self.everything or self.blank:
            return ()
        silent = [
            group.id
            for group in self.guide.groups
            if self.pathway.status[group.id] is Status.NOT_NAMED and group.id not in self.nodes
        ]
        beside = [group.id for group in self.beside if group.id not in silent]
        lines = (
            Line("at_every_stage", (tuple(beside),)),
            Line("silent_here", (tuple(silent),)),
            *(Line(f"line_{status}", self._caveats(status), reasons=True) for status in CAVEATS),
        )
        return tuple(line for line in lines if line.treatments)

    def _caveats(self, status: Status) -> tuple[tuple[str, ...], ...]:
        """Group the treatments by words; leave out members of a group that has a caveat."""
        by_words: dict[str, list[str]] = {}
        for _, treatment in self.guide.walk():
            verdict = self.pathway.verdict(treatment.id)
            if verdict.status is status and not self._stands_elsewhere(treatment):
                by_words.setdefault(verdict.words, []).append(treatment.id)
        return tuple(map(tuple, by_words.values()))

    def _stands_elsewhere(self, treatment: Treatment) -> bool:
        """Return True if the drawing shows a treatment, or a caveat of its group."""
        above = self.guide.groups_of(treatment.id)
        return treatment.id in self.nodes or any(
            self.pathway.status[group].is_caveat for group in above
        )

    def words(self, line: Line) -> str:
        """A line as text: "Not named here: Surgery, PRRT"."""
        groups = (
            ", ".join(self._named(line, treatment) for treatment in group)
            + self._reason(line, group)
            for group in line.groups
        )
        return f"{fill(line.words)}: {'; '.join(groups)}"

    def _named(self, line: Line, treatment: str) -> str:
        verdict, label = self.pathway.verdict(treatment), self.guide.treatments[treatment].label
        if line.words == "silent_here":
            return with_mark(label, bool(verdict.withheld_offers))
        symbol = f"{verdict.status.symbol}\u00a0" if line.words == "at_every_stage" else ""
        return with_mark(f"{symbol}{label}", verdict.inferred)

    def _reason(self, line: Line, group: Sequence[str]) -> str:
        words = self.pathway.verdict(group[0]).words if line.reasons else ""
        return f" ({words})" if words else ""


def blank_answers(guide: GuideValue, origin: str, steps: Sequence[Step]) -> tuple[str, ...]:
    """The answers of a question that some steps leave from, for any profile; none if all do."""
    asked = [step.when.get(origin, frozenset()) for step in steps]
    if origin not in guide.factors or not all(asked):
        return ()
    levels = [level.id for level in guide.factors[origin].levels]
    leading = [level for level in levels if any(level in each for each in asked)]
    return () if len(leading) == len(levels) else tuple(leading)


def is_inferred(steps: Sequence[Step]) -> bool:
    """Whether none of some steps is stated."""
    return all(step.basis == "inferred" for step in steps)
