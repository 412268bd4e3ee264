"""What a class has answered, for the projector: large type, and shades that grey keeps apart."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..drawing.figures import new_figure
from ..drawing.theme import INK, PAPER, SOFT_INK
from .class_tables import SURENESS

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["choice_chart", "question_chart"]

_WORDS = {"guessing": "guessing", "fairly_sure": "fairly sure", "sure": "sure"}
# Light where one guesses, dark where one is sure: in grey they are as far apart.
_RIGHT = {"guessing": "#cfe3f5", "fairly_sure": "#7fb0dc", "sure": "#10548c"}
_WRONG = {"guessing": "#fbe0c4", "fairly_sure": "#e79a52", "sure": "#8f3d00"}
_TITLE, _TYPE = 22, 15
_LINE = 58


def question_chart(
    questions: pd.DataFrame, labels: Mapping[int, str], choices: pd.DataFrame, count: int
) -> Figure:
    """Bars by question: wrong answers to the left, right ones to the right, by how sure."""
    asked = questions[questions["answered"] > 0]
    hardest = asked.sort_values(["right", "sure_and_wrong"], ascending=[True, False], kind="stable")
    numbers = [int(number) for number in hardest.head(count).index]
    shares = [float(share) for share in hardest["right"].to_list()]
    figure = new_figure(16, max(5.0, 0.68 * len(numbers) + 2.4))
    axes = figure.add_subplot()
    most_wrong, most_right = 1, 1
    for place, number in enumerate(numbers):
        given = choices[choices["number"] == number]
        for is_right, colors, side in ((False, _WRONG, -1), (True, _RIGHT, 1)):
            group = given[given["right"].astype(bool) == is_right]
            start = 0
            for sure in reversed(SURENESS):
                size = int(group[sure].sum())
                _bar(axes, place, side * size, side * start, colors[sure], is_right)
                start += size
            if is_right:
                share = f" {100 * shares[place]:.0f}%"
                axes.text(start, place, share, va="center", size=_TYPE, color=INK, weight="bold")
                most_right = max(most_right, start)
            else:
                most_wrong = max(most_wrong, start)
    _names(axes, [labels[number] for number in numbers])
    axes.set_xlim(-1.03 * most_wrong, most_right + 0.15 * (most_wrong + most_right))
    axes.axvline(0, color=INK, linewidth=2)
    of = f", {len(numbers)} hardest of {len(asked)}" if len(numbers) < len(asked) else ""
    _heading(axes, f"First answers by question{of}")
    axes.set_xlabel("\u2190 wrong     students     right \u2192", size=_TYPE + 3, color=INK)
    _legend(figure, {"wrong": _WRONG, "right": _RIGHT})
    return figure


def choice_chart(
    numbers: Sequence[int], labels: Mapping[int, str], choices: pd.DataFrame
) -> Figure:
    """For some questions the bars of their choices, the right one marked, by how sure."""
    groups = [(number, choices[choices["number"] == number]) for number in numbers]
    heights = [len(group) + 1 for _, group in groups] or [1]
    figure = new_figure(16, 0.48 * sum(heights) + 2.2)
    most = max([1, *(int(group["chosen_by"].max()) for _, group in groups)])
    all_axes = figure.subplots(len(heights), squeeze=False, height_ratios=heights)[:, 0]
    for axes, (number, group) in zip(all_axes, groups, strict=False):
        names = []
        for place, row in enumerate(group.to_dict("records")):
            colors = _RIGHT if row["right"] else _WRONG
            start = 0
            for sure in reversed(SURENESS):
                _bar(axes, place, row[sure], start, colors[sure], row["right"])
                start += row[sure]
            names.append(f"{'✓ ' if row['right'] else ''}{row['choice']}")
        _names(axes, names)
        axes.set_xlim(0, most * 1.05)
        axes.set_title(labels[number], loc="left", size=_TYPE + 2, color=INK, wrap=True)
    if not groups:
        all_axes[0].axis("off")
    figure.suptitle(
        "Which answer draws how many (✓ is right)" if groups else "Nothing was wrong",
        x=0.01,
        ha="left",
        size=_TITLE,
        weight="bold",
        color=INK,
    )
    _legend(figure, {"wrong": _WRONG, "right": _RIGHT})
    return figure


def _bar(axes: Axes, place: int, size: int, start: int, color: str, is_right: bool) -> None:
    """A piece of a bar with its number; wrong ones are hatched."""
    if not size:
        return
    hatch = None if is_right else "///"
    axes.barh(place, size, left=start, color=color, edgecolor=INK, linewidth=1, hatch=hatch)
    is_dark = color in (_RIGHT["sure"], _WRONG["sure"])
    axes.text(
        start + size / 2,
        place,
        str(abs(size)),
        ha="center",
        va="center",
        size=_TYPE,
        color=PAPER if is_dark else INK,
        bbox={"facecolor": color, "edgecolor": "none", "pad": 1.5},
    )


def _names(axes: Axes, names: Sequence[str]) -> None:
    """The names of the bars, the first at the top."""
    wrapped = ["\n".join(textwrap.wrap(name, _LINE)) for name in names]
    axes.set_yticks(range(len(names)), wrapped, size=_TYPE, color=INK)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(length=0, labelsize=_TYPE)
    axes.set_xticks([])
    for side in ("top", "right", "bottom", "left"):
        axes.spines[side].set_visible(side == "left")
        axes.spines[side].set_color(SOFT_INK)


def _heading(axes: Axes, title: str) -> None:
    axes.set_title(title, loc="left", size=_TITLE, weight="bold", color=INK, pad=14)


def _legend(figure: Figure, groups: Mapping[str, Mapping[str, str]]) -> None:
    from matplotlib.patches import Patch

    patches = [
        Patch(
            facecolor=colors[sure],
            edgecolor=INK,
            hatch="///" if side == "wrong" else None,
            label=f"{side}, {_WORDS[sure]}",
        )
        for side, colors in groups.items()
        for sure in reversed(SURENESS)
    ]
    figure.legend(handles=patches, loc="outside lower center", ncols=3, fontsize=_TYPE)
