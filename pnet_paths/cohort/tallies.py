"""The counts of a cohort by what they count, as texts for its drawing and its outline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..guide.guide import GuideValue
from ..statuses import OFFERED, Status
from .counts import HIDDEN, Counts

__all__ = ["WHAT_IT_IS", "Tallies"]

WHAT_IT_IS = (
    "Counts of what the guide says for these profiles. "
    "They say nothing of treatments that were given, or of their results."
)
_MOST_FACTS = 3


@dataclass(frozen=True)
class Tallies:
    """The counts of a cohort, `HIDDEN` where they are too small, by names of the guide."""

    guide: GuideValue
    counts: Counts
    threshold: int
    note: str

    def number(self, count: int) -> str:
        """A count as text: "1,234", or "<5" where it is hidden."""
        return f"<{self.threshold}" if count == HIDDEN else f"{count:,}"

    def share(self, count: int) -> float:
        """A count as a part of the profiles that can occur; nothing where it is hidden."""
        return max(0, count) / max(1, self._occurring)

    @property
    def _size(self) -> int:
        return int(self.counts.size[0])

    @property
    def _occurring(self) -> int:
        return self._size - max(0, int(self.counts.impossible[0]))

    @cached_property
    def statuses(self) -> Mapping[str, Mapping[Status, int]]:
        """By treatment and status the profiles for which it has it; none that no profile has."""
        treatments = [treatment.id for _, treatment in self.guide.walk()]
        return {
            name: {s: n for s, n in zip(Status, row, strict=True) if n}
            for name, row in zip(treatments, self.counts.statuses.tolist(), strict=True)
        }

    @cached_property
    def arrows(self) -> Mapping[tuple[str, str], tuple[int, int]]:
        """By the ends of an arrow the profiles that go along it, and those that perhaps do."""
        rows = map(tuple, self.counts.arrows.tolist())
        return dict(zip(self.guide.network.steps_by_ends, rows, strict=True))

    @cached_property
    def answers(self) -> Mapping[str, Mapping[str | None, int]]:
        """By factor and level the profiles that have it; None: it is not known."""
        numbers = iter(self.counts.answers.tolist())
        return {
            name: {level: next(numbers) for level in (*(each.id for each in factor.levels), None)}
            for name, factor in self.guide.factors.items()
        }

    # -- in words -----------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """How many profiles there are."""
        hidden = self.threshold > self._size > 0
        size = self.number(HIDDEN if hidden else self._size)
        return f"{size} profile{'s' * (size != '1')}"

    def in_words(self, treatment: str) -> str:
        """The statuses of a treatment: "usual 12, depends 30"."""
        counts = self.statuses[treatment].items()
        return ", ".join(f"{status.word} {self.number(n)}" for status, n in counts) or "no profile"

    @property
    def lines(self) -> list[str]:
        """What is said below a drawing: services, facts to find out, what is left out or hidden."""
        return list(filter(None, [self._services, self._facts, self._left_out, self._hidden]))

    @property
    def _services(self) -> str:
        offered = [
            f"{group.label} {self._offered(group.id)}"
            for group in self.guide.groups
            if group.id in self.guide.network.services
        ]
        return f"Offered at every stage: {', '.join(offered)}." if offered else ""

    def _offered(self, treatment: str) -> str:
        """The profiles for which a treatment is offered, however strongly."""
        counts = [n for status, n in self.statuses[treatment].items() if status in OFFERED]
        shown = [n for n in counts if n != HIDDEN]
        at_least = "at least " if len(shown) < len(counts) and shown else ""
        return at_least + self.number(sum(shown) if shown or not counts else HIDDEN)

    @property
    def _facts(self) -> str:
        """The unknown facts that settle something for the most profiles."""
        counts = self.counts.open_facts[:, 1].tolist()
        labels = [factor.label for factor in self.guide.factors.values()]
        most = sorted(zip(labels, counts, strict=True), key=lambda each: -each[1])[:_MOST_FACTS]
        facts = [f"{label} (for {self.number(n)} profiles)" for label, n in most if n > 0]
        return f"Unknown facts that would settle most: {', '.join(facts)}." if facts else ""

    @property
    def _left_out(self) -> str:
        number = int(self.counts.impossible[0])
        if not number:
            return ""
        return f"Not counted, as they cannot occur: {self.number(number)}."

    @property
    def _hidden(self) -> str:
        if self.threshold < 2:
            return ""
        return (
            f"Counts under {self.threshold} are hidden (<{self.threshold}); what is hidden can "
            "sometimes be worked out from other counts."
        )
