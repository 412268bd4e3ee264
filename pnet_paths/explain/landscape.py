"""The landscape of a guide: the factors of each treatment, and the share of its offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ..drawing.heatmap import Cell, Group, HeatMap, Row, number
from ..guide.guide import GuideValue
from ..guide.sentences import join_words
from ..logic.counting import count_by_level
from ..logic.decision_diagrams import UNKNOWN
from ..logic.sensitivity import Sensitivity
from ..statuses import OFFERED, status_of
from .explanation import Explanation

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

__all__ = ["Landscape", "Share", "landscape"]


@dataclass(frozen=True, slots=True)
class Share:
    """The share of possible profiles in which a treatment is offered.

    ``by_level`` has the share among the profiles with each (factor, level).
    """

    treatment: str
    depends_on: tuple[str, ...]
    overall: Fraction
    by_level: Mapping[tuple[str, str], Fraction]


@dataclass(frozen=True)
class Landscape(Explanation):
    """All treatments of a guide, in reading order. Every complete profile counts once."""

    guide: GuideValue
    shares: tuple[Share, ...]

    @property
    def columns(self) -> list[tuple[str, str]]:
        """All pairs of factor and level."""
        return [
            (n, level.id) for n, factor in self.guide.factors.items() for level in factor.levels
        ]

    @property
    def sentences(self) -> tuple[str, ...]:
        """One sentence for each treatment."""
        sentences = []
        for share in self.shares:
            label = self.guide.treatments[share.treatment].label
            labels = [self.guide.factors[name].label for name in share.depends_on]
            by = f"; it depends on {join_words(labels)}" if labels else "; it depends on nothing"
            sentences.append(f"{label}: offered in {percent(share.overall)} of the profiles{by}.")
        return tuple(sentences)

    def to_frame(self) -> pd.DataFrame:
        """Return one row for each treatment: its share overall, then by factor and level."""
        import pandas as pd

        columns = self.columns
        values = [
            [float(share.overall), *(float(share.by_level[column]) for column in columns)]
            for share in self.shares
        ]
        return pd.DataFrame(
            values,
            index=pd.Index([share.treatment for share in self.shares], name="treatment"),
            columns=pd.MultiIndex.from_tuples([("all", "all"), *columns], names=_NAMES),
        )

    def plot(self) -> Figure:
        """Return a heat map: treatments down, levels across, dark where offered to all."""
        return self._heat_map().figure()

    def _repr_html_(self) -> str:
        return self._heat_map().html()

    def _heat_map(self) -> HeatMap:
        guide = self.guide
        groups = [
            Group(factor.label, tuple(level.label for level in factor.levels))
            for factor in guide.factors.values()
        ]
        rows = [self._row(share) for share in self.shares]
        return HeatMap(guide.metadata["tumor"], _MEANING, guide.footer, tuple(groups), tuple(rows))

    def _row(self, share: Share) -> Row:
        treatment = self.guide.treatments[share.treatment]
        cells = [
            Cell(share.by_level[name, level], name in share.depends_on, level == first)
            for name, level in self.columns
            if (first := self.guide.factors[name].levels[0].id)
        ]
        return Row(treatment.label, int(bool(treatment.member_of)), (Cell(share.overall), *cells))


_NAMES = ["factor", "level"]
_MEANING = (
    "Of all profiles that can occur with this fact, the share in which the guide offers the "
    "treatment, in percent. Every combination counts once, however rare it is among people: these "
    "shares are no frequencies. Offered: usual, option or later. Bold: this fact alone can decide; "
    "where others differ, it is because of combinations that cannot occur."
)


def percent(share: Fraction) -> str:
    """Return a share in words; 0 and 100 only for none and all.

    >>> percent(Fraction(1, 1000)), percent(Fraction(1, 3)), percent(Fraction(1))
    ('under 1%', '33%', '100%')
    """
    return number(share).replace("<", "under ").replace(">", "over ") + "%"


def landscape(guide: GuideValue) -> Landscape:
    """Count, on the diagrams, the complete profiles in which each treatment is offered.

    >>> from pnet_paths import load_guide
    >>> print(landscape(load_guide()).sentences[1])
    Active surveillance: offered in under 1% of the profiles; it depends on grade, spread, growth, \
symptoms, first time or returned, if it was taken out and if surgery can wait.
    """
    evaluator, space = guide.evaluator, guide.space
    forest = evaluator.forest
    names = list(guide.factors)
    sensitivity = Sensitivity(forest, [UNKNOWN] * len(names))
    possible = count_by_level(forest, evaluator.condition_root({}), bool)
    total = sum(possible[0])
    by_root = {
        root: (
            count_by_level(forest, root, lambda ranks: bool(ranks) and status_of(ranks) in OFFERED),
            tuple(names[place] for place in sorted(sensitivity.deciding_factors(root))),
        )
        for root in set(evaluator.roots.values())
    }
    result = []
    for _, treatment in guide.walk():
        counts, depends_on = by_root[evaluator.roots[treatment.id]]
        shares = {
            (name, level): Fraction(counts[place][code], possible[place][code])
            if possible[place][code]
            else Fraction(0)
            for place, name in enumerate(names)
            for level, code in space.level_codes(name).items()
        }
        overall = Fraction(sum(counts[0]), total)
        result.append(Share(treatment.id, depends_on, overall, shares))
    return Landscape(guide, tuple(result))
