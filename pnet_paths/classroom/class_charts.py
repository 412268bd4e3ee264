"""Charts of a class's answers for the projector: large type, and shades that differ in grey."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..drawing.figures import new_figure
from ..drawing.theme import INK, PAPER, SOFT_INK
from .class_tables import SURENESS, percent

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
_LINE, _CHOICE_LINE, _TITLE_LINE = 66, 48, 74
"""Characters in a line: a question beside its bar, a choice beside its own, a question above."""
_EDGE = 0.3  # inches


def question_chart(
    questions: pd.DataFrame, labels: Mapping[str, str], choices: pd.DataFrame, count: int
) -> Figure:
    """Bars by question: wrong answers to the left, right ones to the right, by how sure."""
    answered = questions[questions["answered"] > 0]
    hardest = answered.sort_values(
        ["right", "sure_and_wrong"], ascending=[True, False], kind="stable"
    )
    names = [str(name) for name in hardest.head(count).index]
    shares = [float(share) for share in hardest["right"].to_list()]
    wrapped = [_wrap(labels[name], _LINE) for name in names]
    lines = max([2, *(label.count("\n") + 1 for label in wrapped)])
    figure = _figure(max(5.0, (0.16 + 0.26 * lines) * len(names) + 2.4))
    axes = figure.add_subplot()
    most_wrong, most_right = 1, 1
    for place, name in enumerate(names):
        counts = choices[choices["question_id"] == name]
        is_right = counts["right"].astype(bool)
        wrong, right = (
            counts.loc[rows, list(SURENESS)].sum().to_dict() for rows in (~is_right, is_right)
        )
        most_wrong = max(most_wrong, _add_bar(axes, place, wrong, False, side=-1))
        length = _add_bar(axes, place, right, True)
        share = f" {percent(shares[place])}"
        axes.text(length, place, share, va="center", size=_TYPE, color=INK, weight="bold")
        most_right = max(most_right, length)
    _label_bars(axes, wrapped)
    axes.set_xlim(-1.03 * most_wrong, most_right + 0.15 * (most_wrong + most_right))
    axes.axvline(0, color=INK, linewidth=2)
    of = f", {len(names)} hardest of {len(answered)}" if len(names) < len(answered) else ""
    _add_title(axes, f"First answers by question{of}")
    axes.set_xlabel("\u2190 wrong     students     right \u2192", size=_TYPE + 3, color=INK)
    _add_legend(figure)
    return figure


def choice_chart(names: Sequence[str], labels: Mapping[str, str], choices: pd.DataFrame) -> Figure:
    """For some questions the bars of their choices, the right one marked, by how sure."""
    groups = [
        (_wrap(labels[name], _TITLE_LINE), choices[choices["question_id"] == name])
        for name in names
    ]
    heights = [len(group) + 1 + title.count("\n") / 2 for title, group in groups] or [1]
    figure = _figure(0.48 * sum(heights) + 2.2)
    most = max([1, *(int(group["chosen_by"].max()) for _, group in groups)])
    all_axes = figure.subplots(len(heights), squeeze=False, height_ratios=heights)[:, 0]
    for axes, (title, group) in zip(all_axes, groups, strict=False):
        texts = []
        for place, row in enumerate(group.to_dict("records")):
            _add_bar(axes, place, row, row["right"])
            texts.append(_wrap(f"{'✓ ' if row['right'] else ''}{row['choice']}", _CHOICE_LINE))
        _label_bars(axes, texts)
        axes.set_xlim(0, most * 1.05)
        axes.set_title(title, loc="left", size=_TYPE + 2, color=INK)
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
    _add_legend(figure)
    return figure


def _figure(height: float) -> Figure:
    """A figure with room at its edges: a projector or a printer may take them."""
    figure = new_figure(16, height)
    if engine := figure.get_layout_engine():
        engine.set(w_pad=_EDGE, h_pad=_EDGE / 2)  # type: ignore[call-arg]
    return figure


def _wrap(text: str, characters: int) -> str:
    return "\n".join(textwrap.wrap(text, characters))


def _add_bar(
    axes: Axes, place: int, counts: Mapping[Any, Any], is_right: bool, side: int = 1
) -> int:
    """Draw a bar with a piece for each level of sureness, the surest first; returns its length."""
    colors, length = _RIGHT if is_right else _WRONG, 0
    for sure in reversed(SURENESS):
        size = int(counts[sure])
        _add_piece(axes, place, side * size, side * length, colors[sure], is_right)
        length += size
    return length


def _add_piece(axes: Axes, place: int, size: int, start: int, color: str, is_right: bool) -> None:
    """Draw a piece of a bar with its number; wrong ones are hatched."""
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


def _label_bars(axes: Axes, names: Sequence[str]) -> None:
    """Put the names beside the bars, the first at the top."""
    axes.set_yticks(range(len(names)), names, size=_TYPE, color=INK)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(length=0, labelsize=_TYPE)
    axes.set_xticks([])
    for side in ("top", "right", "bottom", "left"):
        axes.spines[side].set_visible(side == "left")
        axes.spines[side].set_color(SOFT_INK)


def _add_title(axes: Axes, title: str) -> None:
    axes.set_title(title, loc="left", size=_TITLE, weight="bold", color=INK, pad=14)


def _add_legend(figure: Figure) -> None:
    from matplotlib.patches import Patch

    patches = [
        Patch(
            facecolor=colors[sure],
            edgecolor=INK,
            hatch="///" if side == "wrong" else None,
            label=f"{side}, {_WORDS[sure]}",
        )
        for side, colors in (("wrong", _WRONG), ("right", _RIGHT))
        for sure in reversed(SURENESS)
    ]
    figure.legend(handles=patches, loc="outside lower center", ncols=3, fontsize=_TYPE)
