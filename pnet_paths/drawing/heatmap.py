"""Shares as a heat map: an HTML table that can be read aloud, or a matplotlib figure."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ..markup import render
from ..statuses import Status
from .figures import new_figure
from .theme import INK, LOOKS, PAPER

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["Cell", "Group", "HeatMap", "Row", "number"]

_HUE = (16, 84, 140)
_STEPS = 10


@dataclass(frozen=True, slots=True)
class Cell:
    """A share. It is bold where the fact of its column alone ``decides``; ``first``: of a group."""

    share: Fraction
    decides: bool = False
    first: bool = False

    @property
    def number(self) -> str:
        """The share in percent."""
        return number(self.share)

    @property
    def shade(self) -> str:
        """From the paper's white to a dark blue, in steps that the eye tells apart."""
        depth = 0 if not self.share else max(1, round(self.share * _STEPS)) / _STEPS
        return "#" + "".join(f"{round(255 + (tone - 255) * depth):02x}" for tone in _HUE)

    @property
    def ink(self) -> str:
        """The darker or the lighter ink, whichever is read more easily on the shade."""
        ground = _luminance(self.shade) + 0.05
        darker = ground / (_luminance(INK) + 0.05)
        lighter = (_luminance(PAPER) + 0.05) / ground
        return INK if darker > lighter else PAPER


@dataclass(frozen=True, slots=True)
class Group:
    """Columns with a common heading."""

    label: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A treatment, how deep it stands under its group, its share of all, then by level."""

    label: str
    depth: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Treatments down, levels across, darker the larger the share."""

    title: str
    caption: str
    footer: str
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]

    def html(self) -> str:
        """As an HTML table: every share as a number on its shade."""
        return render("heatmap", map=self)

    def figure(self) -> Figure:
        """As a figure for a page or a slide, which shows itself in a notebook."""
        from matplotlib.colors import LinearSegmentedColormap

        figure = new_figure(15, 0.27 * len(self.rows) + 3.2)
        axes = figure.add_subplot()
        ends = [Cell(Fraction(0)).shade, Cell(Fraction(1)).shade]
        blues = LinearSegmentedColormap.from_list("offered", ends)
        values = [[float(cell.share) for cell in row.cells] for row in self.rows]
        axes.imshow(values, cmap=blues, vmin=0, vmax=1, aspect="auto")
        self._numbers(axes)
        self._labels(axes)
        axes.set_title(self.title, loc="left", pad=90, weight="bold")
        figure.supxlabel(f"{self.caption}\n{self.footer}", size=8)
        return figure

    def _numbers(self, axes: Axes) -> None:
        for i, row in enumerate(self.rows):
            for j, cell in enumerate(row.cells):
                axes.text(
                    j,
                    i,
                    cell.number,
                    ha="center",
                    va="center",
                    size=8,
                    color=cell.ink,
                    weight="bold" if cell.decides else "normal",
                )

    def _labels(self, axes: Axes) -> None:
        """The levels below, the treatments beside, and above the levels the factors' names."""
        levels = ["all", *(level for group in self.groups for level in group.levels)]
        axes.set_xticks(range(len(levels)), levels, rotation=90)
        names = [f"{'   ' * row.depth}{row.label}" for row in self.rows]
        axes.set_yticks(range(len(names)), names)
        axes.tick_params(length=0)
        place = 0.5
        for group in self.groups:
            axes.axvline(place, color=LOOKS[Status.NOT_NAMED].ink, linewidth=0.8)
            axes.text(place + 0.1, -0.8, group.label, ha="left", va="bottom", rotation=40, size=9)
            place += len(group.levels)


def number(share: Fraction) -> str:
    """A share in percent; 0 and 100 only where it is none or all.

    >>> number(Fraction(1, 1000)), number(Fraction(1, 3)), number(Fraction(999, 1000))
    ('<1', '33', '>99')
    """
    if 0 < share < Fraction(1, 100):
        return "<1"
    return ">99" if Fraction(99, 100) < share < 1 else str(round(100 * share))


def _luminance(color: str) -> float:
    """As WCAG 2 defines it, of ``#rrggbb``."""
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
