"""What to find out next: the unknown facts that settle most open groups, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..guide.guide import GuideValue
from ..guide.next_facts import Fact, NextFacts
from ..guide.profile import Profile
from ..guide.sentence_patterns import fill
from ..guide.sentences import join_words, section_phrase
from .explanation import Explanation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Fact", "Settles", "settles"]


@dataclass(frozen=True)
class Settles(Explanation):
    """The unknown facts that would settle something, the most useful first.

    ``open`` are the groups of treatments that depend on unknown facts, without services.
    """

    guide: GuideValue
    profile: Profile
    open: tuple[str, ...]
    facts: tuple[Fact, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each fact, the most useful first."""
        if not self.open:
            return (fill("nothing_open"),)
        if not self.facts:
            return (fill("nothing_settles"),)
        return tuple(
            fill(
                "find_then" if place else "find_out",
                label=self.label(fact),
                count=self.count(fact),
                groups=fill("group" if len(self.open) == 1 else "groups"),
                cited=section_phrase(fact.cited),
            )
            for place, fact in enumerate(self.facts)
        )

    def label(self, fact: Fact) -> str:
        """Return the name of a fact."""
        return self.guide.factors[fact.factor].label

    def count(self, fact: Fact) -> str:
        """Return how many open groups a fact settles: "4 of 7", "2 to 5 of 7", "up to 5 of 7"."""
        least, most = fact.worst, fact.best
        how = "of" if least == most else "to" if least else "up_to"
        return fill(how, least=least, most=most, open=len(self.open))

    def sentence(self, fact: Fact) -> str:
        """Return in a sentence what each answer settles; equal answers are joined."""
        factor = self.guide.factors[fact.factor]
        answers: dict[frozenset[str], list[str]] = {}
        for level, settled in fact.settled.items():
            answers.setdefault(settled, []).append(f'"{factor.level(level).label}"')
        if len(answers) == 1:
            return fill("settles_all", groups=self._groups(*answers))
        parts = [
            fill("settles", answers=join_words(labels, "or"), groups=self._groups(settled))
            for settled, labels in answers.items()
        ]
        return fill("settles_by", parts="; ".join(parts))

    def _groups(self, names: frozenset[str]) -> str:
        labels = [group.label for group in self.guide.groups if group.id in names]
        return join_words(labels) if labels else fill("nothing")

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each fact: what it settles at worst, on average and at best."""
        import pandas as pd

        rows = [
            {
                "factor": fact.factor,
                "label": self.label(fact),
                "worst": fact.worst,
                "average": float(fact.average),
                "best": fact.best,
                "open": len(self.open),
            }
            for fact in self.facts
        ]
        columns = ["factor", "label", "worst", "average", "best", "open"]
        return pd.DataFrame(rows, columns=columns).set_index("factor")


def settles(guide: GuideValue, profile: Profile) -> Settles:
    """Rank the unknown factors by how many open groups of treatments knowing them would settle.

    A group is open while it depends on unknown facts; services are left out. Only likely
    completions count (see `LikelyCompletions`), and a fact settles only groups that depend on a row
    that asks for it. Facts are sorted by what they settle in the worst case, then on average, then
    in the guide's order. Implied, sensitive and never proposed factors are left out.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> known = {"extent": "metastatic", "grade": "G2", "course": "first", "removed": "no"}
    >>> print(settles(guide, guide.profile(known)).sentences[0])
    Find out first: symptoms (settles 1 to 2 of 4 open groups of treatments; \
sections "Metastatic pancreas NETs" and "Surgery").
    """
    next_facts = NextFacts(guide, profile)
    return Settles(guide, profile, tuple(next_facts.open), next_facts.facts())
