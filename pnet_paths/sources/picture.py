"""Several sources in one drawing: a card a treatment, in it a row a source.

Cards stand in the order in which the first source's flowchart has them, those of a row as high as
its highest. A row has the color of its status. Where the sources surely differ the card has a thick
border and a sign; members of which they do not say the same stand below the source that names them.
Of what no source names there is a line below.
"""

from __future__ import annotations

from collections.abc import Iterator

import graphviz

from ..drawing.flowchart import EDGE, GRAPH, NODE, group_look
from ..drawing.fragments import WIDTHS, bold, font, piece, table
from ..drawing.labels import SIZES, SPAN, below, text
from ..drawing.places import hold_places
from ..drawing.theme import LINE, LOOKS, PAPER, SOFT_INK, START
from ..guide.sentences import with_mark
from ..statuses import OFFERED, Status
from .compared_treatment import ComparedTreatment
from .patterns import PATTERNS
from .source_reading import Statement
from .statements import SourceStatements

__all__ = ["BORDERS", "IN_A_ROW", "picture"]

IN_A_ROW = 5
_CARD = {"labelloc": "t"}
BORDERS = {
    "differ": {**_CARD, "color": START, "penwidth": "3", "style": "filled,rounded"},
    "open": {
        **_CARD,
        "color": LOOKS[Status.DEPENDS].ink,
        "penwidth": "1.4",
        "style": "filled,rounded,dashed",
    },
    "same": {**_CARD, "color": LINE, "penwidth": "1.2", "style": "filled,rounded"},
}
"""Graphviz's attributes of a card, by whether the sources agree."""


_ROW, _LINE, _FRAME = 31, 25, 8  # hundredths of an inch
_SIGN = "\u2260 "


def picture(comparison: SourceStatements) -> graphviz.Digraph:
    """The drawing of what several sources say."""
    groups = [each for each in comparison.treatments if not each.member_of]
    cards = {each.id: each for each in groups if _is_drawn(comparison, each)}
    silent = [each.label for each in groups if each.id not in cards]
    frame = {"label": _foot(comparison, silent), "labelloc": "b", "ranksep": "0.3"}
    graph = graphviz.Digraph(
        "sources",
        graph_attr={**GRAPH, **frame},
        node_attr={**NODE, "fillcolor": PAPER},
        edge_attr=EDGE,
    )
    graph.node("title_", _title(comparison), shape="plain")
    ranks = [["title_"], *_in_rows([*cards])]
    for names in ranks[1:]:
        labels = {name: _card(comparison, cards[name]) for name in names}
        height = f"{max(map(_height, labels.values())) / 100:.2f}"
        with graph.subgraph() as rank:
            rank.attr(rank="same")
            for name, label in labels.items():
                look = BORDERS[cards[name].agreement]
                rank.node(name, f"<{label}>", id=f"treatment-{name}", height=height, **look)
    hold_places(graph, ranks)
    return graph


def _is_drawn(comparison: SourceStatements, group: ComparedTreatment) -> bool:
    """Whether any source speaks of a group or of one of its members."""
    return not group.is_silent or any(_members(comparison, group.id))


def _members(comparison: SourceStatements, group: str) -> Iterator[ComparedTreatment]:
    """The members of a group, at any depth, of which some source speaks."""
    for each in comparison.treatments:
        if each.member_of == group:
            if not each.is_silent:
                yield each
            yield from _members(comparison, each.id)


def _in_rows(names: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(names), IN_A_ROW):
        yield names[start : start + IN_A_ROW]


def _height(card: str) -> int:
    """How high a card is at most, in hundredths of an inch."""
    rows = card.split("<TR>")[1:]
    breaks = [row.count("<BR") for row in rows]
    lines = sum(max(0, count - 1) for count in breaks)
    return len(rows) * _ROW + lines * _LINE + _FRAME


def _title(comparison: SourceStatements) -> str:
    """A line a source: the facts that it was asked with."""
    rows = [_line("cell", sentence, "title", "name") for sentence in comparison.facts_in_words]
    return f"<{table(''.join(rows))}>"


def _card(comparison: SourceStatements, group: ComparedTreatment) -> str:
    """A group's name, what each source says of it, and the members that say more."""
    name = bold(text(group.label, WIDTHS["head"], "LEFT"))
    below = [*_members(comparison, group.id)]
    members = [e for e in below if e.agreement == "differ" or e.statuses != group.statuses]
    ink = START if group.agreement == "differ" else SOFT_INK
    differs = any(each.agreement == "differ" for each in [group, *members])
    sign = font(_SIGN, SIZES["name"], ink) if differs else ""
    rows = [piece("head", words=sign + font(name, SIZES["name"]))]
    for guide, statement in group.statements.items():
        rows.append(_source(comparison.title(guide), statement))
        rows += [_member(each.label, each.statements[guide]) for each in members]
    alike = [each.label for each in below if each not in members]
    if alike and all(each in OFFERED for each in group.statuses.values()):
        words = text(PATTERNS["all_name"].format(labels=", ".join(alike)), WIDTHS["all"], "LEFT")
        rows.append(piece("left", words=font(words, SIZES["small"], SOFT_INK)))
    return table("".join(rows))


def _source(title: str, statement: Statement) -> str:
    """What a source is called and the status that it gives; \u2020 where we infer that."""
    words = PATTERNS["absent"]
    if statement.is_there:
        words = with_mark(f"{statement.status.symbol} {statement.word}", statement.inferred)
    if statement.is_opposite:
        words = PATTERNS["as"].format(status=words, label=statement.counterpart)
    look = LOOKS[statement.status]
    return piece(
        "source",
        fill=group_look(statement.status)["fillcolor"],
        name=font(text(title, WIDTHS["line"]), SIZES["small"], SOFT_INK),
        status=piece("gap") + font(text(words, WIDTHS["line"]), SIZES["small"], look.ink),
    )


def _member(label: str, statement: Statement) -> str:
    """A member that a source names and the symbol of its status; nothing where it does not."""
    if statement.status is Status.NOT_NAMED:
        return ""
    symbol = font(f"{statement.status.symbol} ", SIZES["small"], LOOKS[statement.status].ink)
    name = text(with_mark(label, statement.inferred), WIDTHS["question"], "LEFT")
    return piece("left", words=piece("gap") + symbol + font(name, SIZES["member"]))


def _foot(comparison: SourceStatements, silent: list[str]) -> str:
    lines = [PATTERNS["silent"].format(labels=", ".join(silent))] if silent else []
    rows = [
        _line("wide", line, "foot", "foot")
        for line in [*lines, PATTERNS["how_to_read"], PATTERNS["silence"]]
    ]
    return f"<{table(''.join([*rows, below(comparison.footer)]), padding=3, space=4)}>"


def _line(kind: str, words: str, width: str, size: str) -> str:
    """A row of one text."""
    align = "" if kind == "cell" else "LEFT"
    lines = font(text(words, WIDTHS[width], align), SIZES[size])
    return piece(kind, words=lines, **({"span": SPAN} if kind == "wide" else {}))
