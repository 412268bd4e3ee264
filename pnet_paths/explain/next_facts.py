"""What to find out next: which unknown fact would settle most of what is open."""

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

    ``open`` are the groups of treatments that depend on what is not known, without services.
    """

    guide: GuideValue
    profile: Profile
    open: tuple[str, ...]
    facts: tuple[Fact, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to ask first, then what else would settle something."""
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
        """The factor's name."""
        return self.guide.factors[fact.factor].label

    def count(self, fact: Fact) -> str:
        """How many of the open groups a fact settles: "4 of 7", "2 to 5 of 7", "up to 5 of 7"."""
        least, most = fact.worst, fact.best
        how = "of" if least == most else "to" if least else "up_to"
        return fill(how, least=least, most=most, open=len(self.open))

    def sentence(self, fact: Fact) -> str:
        """What each answer settles, in a sentence; answers that settle the same together."""
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
        """One row a fact: how many open groups it settles at least, on average and at most."""
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

    A group is open while it depends on what is not known, and settled once it no longer does;
    services are left out. What a fact settles is asked only of what a clinician would meet (see
    `LikelyCompletions`). A fact settles nothing of which no row asks that may decide there.
    First comes what settles most in the worst case, then on average, then the guide's order.
    Factors of which only one level can occur do not count; those that are sensitive, or not to be
    proposed, are left out.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> known = {"extent": "metastatic", "grade": "G2", "course": "first", "removed": "no"}
    >>> print(settles(guide, guide.profile(known)).sentences[0])
    Find out first: symptoms (settles 1 to 2 of 4 open groups of treatments; \
sections "Metastatic pancreas NETs" and "Surgery").
    """
    found = NextFacts(guide, profile)
    return Settles(guide, profile, tuple(found.open), found.facts())
