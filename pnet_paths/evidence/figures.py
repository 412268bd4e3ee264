"""The plots of the evidence, drawn by matplotlib."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Any

from ..drawing.figures import new_figure
from ..drawing.theme import INK, LINE, PAPER, SOFT_INK
from .plots import Bar, Forest, Medians, Pair, Ratio
from .population import Fit
from .words import WORDS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.typing import FillStyleType

__all__ = ["forest_figure", "medians_figure"]

_WIDTH = 12.0
_LINE = 0.76
"""The height of one line of a forest plot in inches."""
_PAIR = 1.75
"""The height of one pair of bars."""
_TEXT, _SMALL = 13, 11
"""Sizes of letters that the last row of a room reads, in points."""
_CHARACTERS = 42
"""How many characters a line beside a forest plot has."""
_MARKS = {"square": "s", "circle": "o"}
_FILLS: Mapping[Fit, FillStyleType] = {Fit.YES: "full", Fit.UNKNOWN: "left", Fit.NO: "full"}


def forest_figure(plot: Forest, fits: Mapping[str, Fit], footer: str) -> Figure:
    """Ratios as marks with their intervals: filled for such a person, half where that is open.

    Args:
        plot: what to draw.
        fits: whether the profile is one of those who are counted, by outcome.
        footer: what stands below.
    """
    figure = new_figure(_WIDTH, _LINE * len(plot.rows) + 2.8)
    axes = figure.add_subplot()
    axes.set_xscale("log")
    axes.set_xlim(plot.axis.low, plot.axis.high)
    axes.set_ylim(len(plot.rows) - 0.4, -0.6)
    axes.set_xticks(plot.axis.ticks, [f"{tick:g}" for tick in plot.axis.ticks], size=_SMALL)
    axes.minorticks_off()
    axes.axvline(1, color=LINE, linewidth=1)
    shown = [fits.get(row.outcome, Fit.UNKNOWN) for row in plot.rows]
    for place, (row, fit) in enumerate(zip(plot.rows, shown, strict=True)):
        _ratio(axes, place, row, fit)
        _label(axes, place, row)
    axes.set_yticks([])
    _texts_beside(axes, [row.text for row in plot.rows])
    axes.set_xlabel(f"← {plot.left} | {plot.right} →\n{plot.axis.label}", size=_TEXT)
    _bare(axes)
    _key(axes, [row.shape for row in plot.rows], shown)
    figure.suptitle(plot.title, x=0.01, ha="left", size=_TEXT + 3, weight="bold")
    _foot(figure, plot.sentence, footer)
    return figure


def _label(axes: Axes, place: int, row: Ratio) -> None:
    """The trial, and below it what was compared, together in the middle of their line."""
    beneath = "; ".join(filter(None, [row.compared, row.design]))
    above, below = fill(row.title, _CHARACTERS), fill(beneath, _CHARACTERS + 8)
    middle = 0.6 * (_SMALL * len(below.splitlines()) - _TEXT * len(above.splitlines()))

    def write(text: str, side: str, size: int, color: str, weight: str) -> None:
        axes.annotate(
            text,
            (0, place),
            (-14, middle),
            xycoords=axes.get_yaxis_transform(),
            textcoords="offset points",
            ha="right",
            va=side,
            size=size,
            color=color,
            weight=weight,
        )

    write(above, "bottom", _TEXT, INK, "bold")
    write(below, "top", _SMALL, SOFT_INK, "normal")


def _key(axes: Axes, shapes: Sequence[str], fits: Sequence[Fit]) -> None:
    """What shapes and fill of the marks say, as far as they occur."""
    entries = [(shape, Fit.YES, f"key_{shape}") for shape in _MARKS if shape in shapes]
    entries += [("square", fit, f"key_{fit}") for fit in Fit if fit in fits]
    for shape, fit, name in entries:
        axes.plot([], [], _MARKS[shape], label=WORDS[name], **_mark(fit))
    axes.legend(
        loc="lower right",
        bbox_to_anchor=(1.4, 1),
        ncols=len(entries),
        frameon=False,
        fontsize=_SMALL,
        handletextpad=0.2,
        columnspacing=1.2,
    )


def _mark(fit: Fit) -> dict[str, Any]:
    return {
        "linestyle": "none",
        "markersize": 10,
        "fillstyle": _FILLS[fit],
        "markerfacecolor": PAPER if fit is Fit.NO else INK,
        "markerfacecoloralt": PAPER,
        "markeredgecolor": INK,
        "markeredgewidth": 1.6,
    }


def _ratio(axes: Axes, place: int, row: Ratio, fit: Fit) -> None:
    if row.low and row.high:
        axes.plot([row.low, row.high], [place, place], color=INK, linewidth=2, zorder=2)
    axes.plot(row.value, place, _MARKS[row.shape], zorder=3, **_mark(fit))


def _texts_beside(axes: Axes, texts: Sequence[str]) -> None:
    beside = axes.secondary_yaxis("right")
    beside.set_yticks(range(len(texts)), texts, size=_TEXT)
    beside.tick_params(length=0, pad=14)
    beside.spines["right"].set_visible(False)


def medians_figure(plot: Medians, footer: str) -> Figure:
    """Pairs of bars, one below the other, each on its own axis.

    Args:
        plot: what to draw.
        footer: what stands below.
    """
    figure = new_figure(_WIDTH, _PAIR * len(plot.pairs) + 1.8)
    for axes, pair in zip(
        figure.subplots(len(plot.pairs), squeeze=False)[:, 0], plot.pairs, strict=True
    ):
        _pair(axes, pair)
    figure.suptitle(plot.title, x=0.01, ha="left", size=_TEXT + 3, weight="bold")
    figure.set_layout_engine("constrained", h_pad=0.1)
    apart = any(not pair.is_compared for pair in plot.pairs)
    _foot(figure, f"{plot.sentence} {plot.apart}" if apart else plot.sentence, footer)
    return figure


def _pair(axes: Axes, pair: Pair) -> None:
    for place, bar in enumerate(pair.bars):
        _bar(axes, place, bar, pair.axis.high)
    axes.set_xlim(0, pair.axis.high)
    axes.set_ylim(1.5, -0.5)
    axes.set_yticks([0, 1], [bar.arm for bar in pair.bars], size=_TEXT)
    axes.set_xticks(pair.axis.ticks, [f"{tick:g}" for tick in pair.axis.ticks], size=_SMALL)
    title = f"{pair.title}, {pair.axis.label}"
    axes.set_title(
        "\n".join(filter(None, [title, pair.design])), loc="left", size=_TEXT, weight="bold"
    )
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
        for color, width, line in ((PAPER, 5, "solid"), (INK, 2, style)):
            axes.plot([bar.low, high], [place, place], color=color, linewidth=width, linestyle=line)


def _bare(axes: Axes) -> None:
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(axis="y", length=0)


def _foot(figure: Figure, sentence: str, footer: str) -> None:
    figure.supxlabel(f"{sentence}\n{footer}", size=_SMALL, wrap=True, x=0.01, ha="left")
