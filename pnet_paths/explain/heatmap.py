"""The landscape as an HTML table: a heat map that can be read aloud."""

from __future__ import annotations

from fractions import Fraction
from html import escape
from typing import TYPE_CHECKING

from ..drawing.theme import INK, PAPER

if TYPE_CHECKING:
    from .landscape import Landscape

__all__ = ["CAPTION", "ink", "number", "shade", "table"]

_HUE = (16, 84, 140)
_STEPS = 10
CAPTION = (
    "Of all profiles that can occur with this fact, the share in which the guide offers the "
    "treatment, in percent. Every combination counts once, however rare it is among people. "
    "Offered: usual, option or later. Bold: this fact alone can decide; where others differ, it is "
    "because of combinations that cannot occur."
)


def shade(share: Fraction) -> str:
    """From the paper's white to a dark blue, in steps that the eye tells apart."""
    depth = 0 if not share else max(1, round(share * _STEPS)) / _STEPS
    return "#" + "".join(f"{round(255 + (tone - 255) * depth):02x}" for tone in _HUE)


def ink(share: Fraction) -> str:
    """The darker or the lighter ink, whichever is read more easily on the shade."""
    ground = _luminance(shade(share)) + 0.05
    darker = ground / (_luminance(INK) + 0.05)
    lighter = (_luminance(PAPER) + 0.05) / ground
    return INK if darker > lighter else PAPER


def _luminance(color: str) -> float:
    """As WCAG 2 defines it, of ``#rrggbb``."""
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def number(share: Fraction) -> str:
    """A share in percent; 0 and 100 only where it is none or all."""
    if 0 < share < Fraction(1, 100):
        return "<1"
    return ">99" if Fraction(99, 100) < share < 1 else str(round(100 * share))


def table(landscape: Landscape) -> str:
    """An HTML table: treatments down, levels across, every share as a number on its shade."""
    guide = landscape.guide
    columns = landscape.columns
    firsts = {(name, factor.levels[0].id) for name, factor in guide.factors.items()}
    heads = "".join(
        f'<th colspan="{len(guide.factors[name].levels)}" scope="colgroup">'
        f"<span>{escape(guide.factors[name].label)}</span></th>"
        for name in guide.factors
    )
    levels = "".join(
        f'<th scope="col" class="{"pp-first" if (name, level) in firsts else ""}">'
        f"<span>{escape(guide.factors[name].level(level).label)}</span></th>"
        for name, level in columns
    )
    rows = []
    for share in landscape.shares:
        treatment = guide.treatments[share.treatment]
        told = _cell(share.overall, "") + "".join(
            _cell(
                share.by_level[column],
                ("pp-decides " if column[0] in share.depends_on else "")
                + ("pp-first" if column in firsts else ""),
            )
            for column in columns
        )
        kind = "pp-depth-1" if treatment.member_of else "pp-depth-0"
        rows.append(f'<tr><th scope="row" class="{kind}">{escape(treatment.label)}</th>{told}</tr>')
    return (
        f'<style>{_STYLE}</style><div class="pp-heat" tabindex="0" role="region" '
        f'aria-label="Landscape"><p>{CAPTION}</p><table>'
        f'<thead><tr><td rowspan="2"></td><th rowspan="2" scope="col"><span>all</span></th>{heads}'
        f"</tr><tr>{levels}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
        f"<p><small>{escape(guide.footer)}</small></p>"
    )


def _cell(share: Fraction, kind: str) -> str:
    style = f"background: {shade(share)}; color: {ink(share)}"
    return f'<td class="{kind}" style="{style}">{number(share)}</td>'


_STYLE = """
.pp-heat { max-height: 85vh; overflow: auto; }
.pp-heat thead {
  background: var(--jp-layout-color0, #ffffff); position: sticky; top: 0; z-index: 1;
}
.pp-heat .pp-first { border-left: 2px solid currentcolor; }
.pp-heat p { font-size: 13px; margin: 4px 0; }
.pp-heat table {
  border-collapse: separate; border-spacing: 1px; font-size: 11px; min-width: 1080px;
  table-layout: fixed; width: 100%;
}
.pp-heat thead td { width: 165px; }
.pp-heat th, .pp-heat td { padding: 2px 1px; text-align: center; }
.pp-heat tbody td { font-variant-numeric: tabular-nums; }
.pp-heat tbody th { font-weight: 400; text-align: left; white-space: nowrap; }
.pp-heat tbody th.pp-depth-0 { font-weight: 700; }
.pp-heat tbody th.pp-depth-1 { padding-left: 16px; }
.pp-heat thead th { font-weight: 600; vertical-align: bottom; }
.pp-heat thead th span { writing-mode: sideways-lr; white-space: nowrap; }
.pp-heat .pp-decides { font-weight: 700; text-decoration: underline; }
"""
