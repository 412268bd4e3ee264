"""A pathway as a table in words: the same facts as the drawing, for eyes and screen readers."""

from __future__ import annotations

from html import escape

from ..api import Pathway
from ..tables.models import Treatment

__all__ = ["summary"]

_HEADS = ("Treatment", "Status", "Why, or what would decide", "Section of the guide")


def summary(pathway: Pathway) -> str:
    """An HTML table of what the guide names and what is open for a profile.

    >>> from pnet_paths import load_guide
    >>> told = summary(load_guide().evaluate({"extent": "metastatic"}))
    >>> "No more treatment after surgery" in told.partition("Not named here: ")[2]
    True
    """
    rows = "".join(
        _row(pathway, treatment, depth)
        for depth, treatment in pathway.walk()
        if pathway.is_spoken_of(treatment.id)
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    silent = ", ".join(
        group.label for group in pathway.guide.groups if not pathway.is_spoken_of(group.id)
    )
    rest = f"<p>Not named here: {escape(silent)}.</p>" if silent else ""
    return (
        f'<table class="pp-table"><caption>{escape(pathway.sentence)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{rest}"
        f'<p class="pp-foot">{escape(pathway.footer)}</p>'
    )


def _row(pathway: Pathway, treatment: Treatment, depth: int) -> str:
    name = treatment.id
    status = pathway.status[name]
    mark = " (our inference)" if pathway.verdict(name).inferred else ""
    return (
        f'<tr><th scope="row" class="pp-depth-{min(depth, 2)}">{escape(treatment.label)}</th>'
        f'<td><span class="pp-status pp-{status}">{escape(status.label)}</span></td>'
        f"<td>{escape(pathway.verdict(name).line)}{mark}</td>"
        f"<td>{escape(str(pathway.verdict(name).cited))}</td></tr>"
    )
