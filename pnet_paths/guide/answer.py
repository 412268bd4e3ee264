"""The answer of a pathway in the few sentences that a beginner can remember."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..statuses import CAVEATS, OFFERED, Status
from ..tables.models import Treatment
from .evaluation import Answer
from .guide import GuideValue
from .next_facts import NextFacts
from .profile import Profile
from .sentence_patterns import fill
from .sentences import with_mark

__all__ = ["summary"]

_MAX_GROUPS = 4  # open groups that are named if nothing is offered yet
_MAX_FACTS = 2  # facts that are named


def summary(guide: GuideValue, profile: Profile, answers: Mapping[str, Answer]) -> str:
    """Return what is offered, by status, then what is open and the facts that settle most of it.

    Services are left out.

    Args:
        answers: the evaluation of the profile, by treatment.
    """
    return _AnswerSummary(guide, profile, answers).text()


class _AnswerSummary:
    def __init__(self, guide: GuideValue, profile: Profile, answers: Mapping[str, Answer]) -> None:
        self.guide, self.profile, self.answers = guide, profile, answers

    def text(self) -> str:
        sentences = [
            self._sentence(how, groups)
            for status in OFFERED
            for how, groups in self._sure_and_unsure(status)
            if groups
        ]
        if unsettled := self._groups_with(Status.DEPENDS):
            sentences.append(self._open(unsettled, alone=not sentences))
        elif not sentences:
            for status in CAVEATS:
                if groups := self._groups_with(status):
                    sentences.append(self._sentence(f"answer_{status}", groups))
            sentences.append(fill("answer_nothing"))
        return " ".join(sentences)

    def _sure_and_unsure(self, status: Status) -> Iterator[tuple[str, list[Treatment]]]:
        """Yield patterns and groups: those sure of a status, then those that may be stronger."""
        groups = self._groups_with(status)
        sure = [group for group in groups if len(self.answers[group.id].possible) == 1]
        yield f"answer_{status}", sure
        yield f"answer_least_{status}", [group for group in groups if group not in sure]

    def _groups_with(self, status: Status) -> list[Treatment]:
        """Return the groups with a status, without services."""
        services = self.guide.network.services
        groups = [group for group in self.guide.groups if group.id not in services]
        return [group for group in groups if self.answers[group.id].status is status]

    def _sentence(self, how: str, groups: Sequence[Treatment], facts: str = "") -> str:
        names = [with_mark(group.phrase, self.answers[group.id].inferred) for group in groups]
        return fill(how, labels=", ".join(names), facts=facts)

    def _open(self, groups: Sequence[Treatment], *, alone: bool) -> str:
        """Say which groups are open and the facts behind them; of many only the first question."""
        factors = [self.guide.factors[name] for name in self._ranked_factors(groups)]
        if alone and len(groups) > _MAX_GROUPS:
            return fill("answer_depends", count=len(groups), question=factors[0].question)
        labels = ", ".join(factor.label for factor in factors[:_MAX_FACTS])
        more = len(factors) - _MAX_FACTS
        facts = fill("and_more", labels=labels, count=more) if more > 0 else labels
        return self._sentence("answer_open", groups, facts)

    def _ranked_factors(self, groups: Sequence[Treatment]) -> list[str]:
        """Return the factors that groups depend on, those that settle most groups first."""
        counts = Counter(name for group in groups for name in self.answers[group.id].depends_on)
        by_count = sorted(self.guide.factors, key=lambda name: -counts[name])
        settling = [fact.factor for fact in NextFacts(self.guide, self.profile).facts()]
        return [name for name in dict.fromkeys([*settling, *by_count]) if name in counts]
