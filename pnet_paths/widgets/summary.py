"""A pathway as a table in words: the same facts as the drawing, for eyes and screen readers."""

from __future__ import annotations

from html import escape

from ..look import LOOKS
from ..pathway import Pathway

__all__ = ["summary"]

_HEADS = ("Treatment", "Status", "Why, or what would decide", "Section of the guide")


def summary(pathway: Pathway) -> str:
    """An HTML table of what the guide names and what is open for a profile.

    >>> from pnet_paths import load_guide
    >>> "Follow-up only" in summary(load_guide().evaluate({"extent": "metastatic"}))
    True
    """
    frame = pathway.to_frame()
    shown = frame[frame["status"] != "not_indicated"]
    depths = {treatment.id: depth for depth, treatment in pathway.walk()}
    rows = "".join(
        f'<tr><th scope="row" class="pp-depth-{min(depths[str(name)], 2)}">{escape(row["label"])}</th>'
        f'<td><span class="pp-status pp-{row["status"]}">{escape(str(LOOKS[row["status"]]))}</span></td>'
        f"<td>{escape(row['why'])}</td><td>{escape(row['section'])}</td></tr>"
        for name, row in shown.iterrows()
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    silent = ", ".join(
        group.label
        for group in pathway.guide.groups
        if pathway.status[group.id] == "not_indicated"
    )
    rest = f"<p>Not indicated for this profile: {escape(silent)}.</p>" if silent else ""
    return (
        f'<table class="pp-table"><caption>{escape(pathway.sentence)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{rest}"
        f'<p class="pp-foot">{escape(pathway.footer)}</p>'
    )
