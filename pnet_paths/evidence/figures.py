"""The plots of the evidence, drawn by matplotlib."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..drawing.figures import new_figure
from ..drawing.theme import INK, LINE, PAPER, SOFT_INK
from .plots import Bar, Forest, Medians, Pair, Ratio
from .population import Fit

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.typing import FillStyleType

__all__ = ["forest_figure", "medians_figure"]

_WIDTH = 9.0
_LINE = 0.52
"""The height of one line of a forest plot in inches."""
_MARKS = {"square": "s", "circle": "o"}
_FILLS: Mapping[Fit, FillStyleType] = {Fit.YES: "full", Fit.UNKNOWN: "left", Fit.NO: "full"}


def forest_figure(plot: Forest, fits: Mapping[str, Fit], footer: str) -> Figure:
    """Ratios as marks with their intervals: filled for such a person, half where that is open.

    Args:
        plot: what to draw.
        fits: whether the profile is one of those who are counted, by outcome.
        footer: what stands below.
    """
    figure = new_figure(_WIDTH, _LINE * len(plot.rows) + 2.6)
    axes = figure.add_subplot()
    axes.set_xscale("log")
    axes.set_xlim(plot.axis.low, plot.axis.high)
    axes.set_ylim(len(plot.rows) - 0.4, -0.6)
    axes.set_xticks(plot.axis.ticks, [f"{tick:g}" for tick in plot.axis.ticks])
    axes.minorticks_off()
    axes.axvline(1, color=LINE, linewidth=1)
    for place, row in enumerate(plot.rows):
        _ratio(axes, place, row, fits.get(row.outcome, Fit.UNKNOWN))
    axes.set_yticks(
        range(len(plot.rows)),
        ["\n".join(filter(None, [row.title, row.compared, row.design])) for row in plot.rows],
        size=9,
    )
    _texts_beside(axes, [row.text for row in plot.rows])
    axes.set_xlabel(f"← {plot.left} | {plot.right} →\n{plot.axis.label}", size=9)
    _bare(axes)
    axes.set_title(plot.title, loc="left", weight="bold")
    _foot(figure, plot.sentence, footer)
    return figure


def _ratio(axes: Axes, place: int, row: Ratio, fit: Fit) -> None:
    if row.low and row.high:
        axes.plot([row.low, row.high], [place, place], color=INK, linewidth=1.6, zorder=2)
    axes.plot(
        row.value,
        place,
        _MARKS[row.shape],
        markersize=8,
        fillstyle=_FILLS[fit],
        markerfacecolor=PAPER if fit is Fit.NO else INK,
        markerfacecoloralt=PAPER,
        markeredgecolor=INK,
        markeredgewidth=1.6,
        zorder=3,
    )


def _texts_beside(axes: Axes, texts: Sequence[str]) -> None:
    beside = axes.secondary_yaxis("right")
    beside.set_yticks(range(len(texts)), texts, size=9)
    beside.tick_params(length=0)
    beside.spines["right"].set_visible(False)


def medians_figure(plot: Medians, footer: str) -> Figure:
    """Pairs of bars, one below the other, each on its own axis.

    Args:
        plot: what to draw.
        footer: what stands below.
    """
    figure = new_figure(_WIDTH, 1.25 * len(plot.pairs) + 1.6)
    for axes, pair in zip(
        figure.subplots(len(plot.pairs), squeeze=False)[:, 0], plot.pairs, strict=True
    ):
        _pair(axes, pair)
    figure.suptitle(plot.title, weight="bold")
    apart = any(not pair.is_compared for pair in plot.pairs)
    _foot(figure, f"{plot.sentence} {plot.apart}" if apart else plot.sentence, footer)
    return figure


def _pair(axes: Axes, pair: Pair) -> None:
    for place, bar in enumerate(pair.bars):
        _bar(axes, place, bar, pair.axis.high)
    axes.set_xlim(0, pair.axis.high)
    axes.set_ylim(1.6, -0.6)
    axes.set_yticks([0, 1], [bar.arm for bar in pair.bars], size=9)
    axes.set_xticks(pair.axis.ticks, [f"{tick:g}" for tick in pair.axis.ticks], size=8)
    title = f"{pair.title}, {pair.axis.label}"
    axes.set_title("; ".join(filter(None, [title, pair.design])), loc="left", size=9)
    _texts_beside(axes, [bar.text for bar in pair.bars])
    _bare(axes)


def _bar(axes: Axes, place: int, bar: Bar, end: float) -> None:
    if bar.value is None:
        axes.plot([0, end], [place, place], color=INK, linestyle="dashed", linewidth=1.4)
    else:
        axes.barh(
            place,
            bar.value,
            height=0.62,
            color=PAPER if place else SOFT_INK,
            edgecolor=INK,
            hatch="///" if place else None,
        )
    if bar.low is not None:
        high, style = (end, "dotted") if bar.high is None else (bar.high, "solid")
        for color, width in ((PAPER, 4.5), (INK, 1.6)):
            axes.plot(
                [bar.low, high], [place, place], color=color, linewidth=width, linestyle=style
            )


def _bare(axes: Axes) -> None:
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _foot(figure: Figure, sentence: str, footer: str) -> None:
    figure.supxlabel(f"{sentence}\n{footer}", size=8, wrap=True, x=0.01, ha="left")
