"""Two profiles side by side: the treatments that differ, and the facts behind each difference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..guide.guide import GuideValue
from ..guide.pathway import PathwayValue
from ..guide.reasons import TreatmentReasons
from ..guide.sentence_patterns import fill
from ..guide.sentences import join_words, section_phrase
from ..guide.verdict import Verdict
from ..logic.least_changes import least_changes
from ..statuses import Status, status_of
from .explanation import Explanation

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Comparison", "Difference", "compare", "extra_remarks"]


@dataclass(frozen=True, slots=True)
class Difference:
    """A treatment that differs between two profiles: in its status, or else in its statement.

    ``because`` has the smallest sets of factors that make the difference: with the second profile's
    facts for all factors of a set, the first profile has the second's status (or statement).
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
        """One sentence for each difference, with its sections."""
        if not self.differences:
            return (fill("no_difference"),)
        return tuple(map(self.sentence, self.differences))

    def sentence(self, difference: Difference) -> str:
        """Return a difference as a sentence."""
        sides = [side.verdict(difference.treatment) for side in (self.a, self.b)]
        words = {
            "label": self.guide.treatments[difference.treatment].label,
            "factors": self.cause_phrase(difference),
            "cited": section_phrase(verdict.cited for verdict in sides),
        }
        if difference.before is not difference.after:
            a, b = (_status(verdict) for verdict in sides)
            return fill("difference", a=a, b=b, **words)
        a, b = (extra_remarks(one, other) for one, other in (sides, sides[::-1]))
        status = _status(sides[0], with_words=False)
        return fill("same_status", status=status, a=a, b=b, **words)

    def cause_phrase(self, difference: Difference) -> str:
        """Return the factors that make a difference, in words."""
        order = [
            [factor.label for name, factor in self.guide.factors.items() if name in names]
            for names in difference.because
        ]
        return fill("or_else").join(map(join_words, order))

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each treatment that differs, with both statuses and the factors."""
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


def _status(verdict: Verdict, with_words: bool = True) -> str:
    """Return a status in words, a no with those of its rows."""
    if verdict.status is Status.NOT_NAMED:
        return fill("not_named")
    no = verdict.status.is_caveat and with_words
    return f"{verdict.status.word}{f' ({verdict.words})' if no else ''}"


def extra_remarks(one: Verdict, other: Verdict) -> str:
    """Return the remarks and the basis that only one of two verdicts has."""
    parts = [f'"{text}"' for text in one.remarks if text not in other.remarks]
    parts += [fill(one.basis)] if one.basis and one.basis != other.basis else []
    return join_words(parts) if parts else fill("nothing_more")


def compare(guide: GuideValue, a: PathwayValue, b: PathwayValue) -> Comparison:
    """Compare two profiles of a guide.

    Args:
        guide: the guide of both.
        a: one pathway.
        b: the other.

    >>> from pnet_paths import load_guide
    >>> guide = load_guide()
    >>> known = {"extent": "metastatic", "grade": "G2", "sstr": "positive"}
    >>> comparison = guide.compare({**known, "prior_ssa": "no"}, {**known, "prior_ssa": "yes"})
    >>> comparison.differences[0].treatment, comparison.differences[0].because
    ('ssa', (frozenset({'prior_ssa'}),))
    """
    space, evaluator = guide.space, guide.evaluator
    codes = space.codes(a.profile), space.codes(b.profile)
    options = [[one] if one == other else [one, other] for one, other in zip(*codes, strict=True)]
    names = list(space.factors)
    differences = []
    for _, treatment in a.walk():
        name = treatment.id
        reasons = evaluator.reasons(name)
        before, after = (evaluator.possible_ranks(reasons.roots, side.profile) for side in (a, b))
        if reasons.statement(before) == reasons.statement(after):
            continue
        statuses = status_of(before[0]), status_of(after[0])
        sets = (
            least_changes(evaluator.forest, reasons.roots, options, _says_the_same(reasons, after))
            if statuses[0] is statuses[1]
            else least_changes(evaluator.forest, reasons.roots[:1], options, _has_status(after[0]))
        )
        because = (frozenset(names[place] for place, _ in changes) for changes in sets)
        differences.append(Difference(name, *statuses, tuple(because)))
    differing = tuple(name for name in names if a.profile.level(name) != b.profile.level(name))
    return Comparison(guide, a, b, differing, tuple(differences))


def _has_status(ranks: int) -> Callable[[tuple[int, ...]], bool]:
    status = status_of(ranks)
    return lambda answers: all(answers) and status_of(answers[0]) is status


def _says_the_same(
    reasons: TreatmentReasons, ranks: Sequence[int]
) -> Callable[[tuple[int, ...]], bool]:
    statement = reasons.statement(ranks)
    return lambda answers: all(answers) and reasons.statement(answers) == statement
