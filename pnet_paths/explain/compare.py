"""Two profiles side by side: what differs, and which facts make each difference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.sentence_patterns import said
from ..guide.sentences import listed, sections
from ..logic.least_changes import least_changes
from ..statuses import Status, status_of
from .explanation import Explanation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Comparison", "Difference", "compare"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A treatment whose status differs.

    ``because`` holds the smallest sets of factors that make the difference: the first profile with
    the second's facts on one of these has the second's status; with a part of them it has not.
    """

    treatment: str
    before: Status
    after: Status
    because: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Comparison(Explanation):
    """Two pathways of one guide, and the treatments that differ, in reading order."""

    guide: GuideValue
    a: PathwayValue
    b: PathwayValue
    factors: tuple[str, ...]
    """The factors that differ."""
    differences: tuple[Difference, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each difference, with the section it rests on."""
        if not self.differences:
            return (said("no_difference"),)
        return tuple(map(self.sentence, self.differences))

    def sentence(self, difference: Difference) -> str:
        """A difference as a sentence."""
        label = self.guide.treatments[difference.treatment].label
        cited = [pathway.verdict(difference.treatment).cited for pathway in (self.a, self.b)]
        return said(
            "difference",
            label=label,
            a=_status(self.a, difference),
            b=_status(self.b, difference),
            factors=self.made_by(difference),
            cited=sections(cited),
        )

    def made_by(self, difference: Difference) -> str:
        """The factors that make a difference, in words."""
        order = [
            [factor.label for name, factor in self.guide.factors.items() if name in names]
            for names in difference.because
        ]
        return said("or_else").join(map(listed, order))

    def to_frame(self) -> pd.DataFrame:
        """One row a treatment that differs: its status in each, and the factors that make it."""
        import pandas as pd

        rows = [
            {
                "treatment": difference.treatment,
                "label": self.guide.treatments[difference.treatment].label,
                "a": difference.before,
                "b": difference.after,
                "because": " or ".join("+".join(sorted(each)) for each in difference.because),
            }
            for difference in self.differences
        ]
        columns = ["treatment", "label", "a", "b", "because"]
        return pd.DataFrame(rows, columns=columns).set_index("treatment")


def _status(pathway: PathwayValue, difference: Difference) -> str:
    """A status in words, a no with its own."""
    status = pathway.status[difference.treatment]
    if status is Status.NOT_NAMED:
        return said("not_named")
    no = f" ({pathway.verdict(difference.treatment).words})" if status is Status.AGAINST else ""
    return f"{status.word}{no}"


def compare(guide: GuideValue, a: PathwayValue, b: PathwayValue) -> Comparison:
    """What differs between two profiles, and which facts make each difference.

    Args:
        guide: the guide of both.
        a: one pathway.
        b: the other.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> known = {"extent": "metastatic", "grade": "G2", "sstr": "positive"}
    >>> found = guide.compare({**known, "prior_ssa": "no"}, {**known, "prior_ssa": "yes"})
    >>> found.differences[0].treatment, found.differences[0].because
    ('ssa', (frozenset({'prior_ssa'}),))
    """
    space, evaluator = guide.space, guide.evaluator
    codes = space.codes(a.profile), space.codes(b.profile)
    options = [[one] if one == other else [one, other] for one, other in zip(*codes, strict=True)]
    names = list(space.factors)
    found = []
    for _, treatment in a.walk():
        name = treatment.id
        before, after = a.status[name], b.status[name]
        if before != after:
            sets = least_changes(
                evaluator.forest,
                evaluator.roots[name],
                options,
                lambda ranks, after=after: bool(ranks) and status_of(ranks) == after,  # type: ignore[misc]
            )
            because = (frozenset(names[place] for place, _ in changes) for changes in sets)
            found.append(Difference(name, before, after, tuple(because)))
    differing = tuple(name for name in names if a.profile.level(name) != b.profile.level(name))
    return Comparison(guide, a, b, differing, tuple(found))
