"""The landscape as a matplotlib figure."""

from __future__ import annotations

from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure

from ..drawing.theme import LOOKS
from ..statuses import Status
from .heatmap import CAPTION, ink, number, shade

if TYPE_CHECKING:
    from .landscape import Landscape

__all__ = ["HeatMap", "heatmap"]


class HeatMap(Figure):
    """A figure that shows itself in a notebook, whether or not pyplot is in use there."""

    def _repr_png_(self) -> bytes:
        picture = BytesIO()
        self.savefig(picture, format="png")
        return picture.getvalue()


def heatmap(landscape: Landscape) -> HeatMap:
    """A figure for a page or a slide."""
    guide = landscape.guide
    columns = landscape.columns
    values = landscape.to_frame().to_numpy()
    figure = HeatMap(figsize=(15, 0.27 * len(values) + 3.2), layout="constrained")
    axes = figure.add_subplot()
    blues = LinearSegmentedColormap.from_list("offered", [shade(Fraction(0)), shade(Fraction(1))])
    axes.imshow(values, cmap=blues, vmin=0, vmax=1, aspect="auto")
    for row, share in enumerate(landscape.shares):
        for column, value in enumerate([share.overall, *(share.by_level[c] for c in columns)]):
            decides = column > 0 and columns[column - 1][0] in share.depends_on
            axes.text(
                column,
                row,
                number(value),
                ha="center",
                va="center",
                size=8,
                color=ink(value),
                weight="bold" if decides else "normal",
            )
    labels = ["all", *(guide.factors[name].level(level).label for name, level in columns)]
    axes.set_xticks(range(len(labels)), labels, rotation=90)
    axes.set_yticks(
        range(len(values)),
        [
            f"{'   ' if guide.treatments[s.treatment].member_of else ''}"
            f"{guide.treatments[s.treatment].label}"
            for s in landscape.shares
        ],
    )
    axes.tick_params(length=0)
    _bracket(axes, landscape)
    axes.set_title(guide.facts["tumor"], loc="left", pad=90, weight="bold")
    figure.supxlabel(f"{CAPTION}\n{guide.footer}", size=8)
    return figure


def _bracket(axes: Axes, landscape: Landscape) -> None:
    """The factors' names above their levels, and a line between two factors."""
    place = 0.5
    guide = landscape.guide
    for name in guide.factors:
        axes.axvline(place, color=LOOKS[Status.NOT_NAMED].ink, linewidth=0.8)
        axes.text(
            place + 0.1,
            -0.8,
            guide.factors[name].label,
            ha="left",
            va="bottom",
            rotation=40,
            size=9,
        )
        place += len(guide.factors[name].levels)
