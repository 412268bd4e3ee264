"""Where things stand in a drawing: rank by rank, as the tables say, whatever the profile.

What a node or an arrow looks like is not decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import graphviz

from ..guide.guide import GuideValue
from ..guide.route import Arrow
from ..tables.models import Spot

__all__ = ["across", "draw_arrow", "hold_places", "ranked", "rows", "spots_of"]


def ranked(guide: GuideValue) -> list[list[str]]:
    """What is drawn, rank by rank from the top, each from left to right.

    Where a table gives no place, the steps do: a rank below what leads there.
    """
    spots = {name: guide.factors[name].spot for name in guide.network.decisions}
    spots |= {group.id: group.spot for group in guide.groups}
    ranks: dict[int, list[tuple[int, str]]] = {}
    depths = _depths(guide, spots)
    for position, (name, spot) in enumerate(spots.items()):
        rank, place = spot or (depths[name], 10**6 + position)
        ranks.setdefault(rank, []).append((place, name))
    return [[name for _, name in sorted(ranks[rank])] for rank in sorted(ranks)]


def rows(guide: GuideValue) -> list[list[str]]:
    """What is drawn of a path, row by row: what leads on to nothing stands together in the last.

    There it is ordered by its position in its rank, then by its rank: few arrows cross.
    """
    leads_on = {guide.outermost(origin) for origin, _ in guide.network.steps_by_ends}
    ranks = ranked(guide)
    above = [[name for name in rank if name in leads_on] for rank in ranks]
    spots = _spots(guide, ranks)
    ends = sorted(spots.keys() - leads_on, key=lambda name: spots[name][::-1])
    return [*filter(None, above), ends]


def across(guide: GuideValue) -> list[str]:
    """All that is drawn from left to right, whatever the rank: by position, lower ranks first.

    Graphviz lets the arrows of a node leave in this order.
    """
    spots = _spots(guide, ranked(guide))
    return sorted(spots, key=lambda name: (spots[name][1], -spots[name][0]))


def _spots(guide: GuideValue, ranks: Sequence[Sequence[str]]) -> dict[str, Spot]:
    """Where each node stands as the tables say, or else behind all others of its rank."""
    own = {name: factor.spot for name, factor in guide.factors.items()}
    own |= {group.id: group.spot for group in guide.groups}
    in_ranks = spots_of(ranks).items()
    return {name: own[name] or (rank, 10**6 + at) for name, (rank, at) in in_ranks}


def _depths(guide: GuideValue, spots: Mapping[str, Spot | None]) -> dict[str, int]:
    """How many steps lead to each node at most, the way around a circle not counted."""
    before: dict[str, set[str]] = {name: set() for name in spots}
    for origin, target in guide.network.steps_by_ends:
        before[guide.outermost(target)].add(guide.outermost(origin))
    depths: dict[str, int] = {}

    def depth(name: str, seen: frozenset[str]) -> int:
        if name not in depths:
            above = before[name] - seen - {name}
            depths[name] = 1 + max((depth(other, seen | {name}) for other in above), default=0)
        return depths[name]

    for name in spots:
        depth(name, frozenset())
    return depths


def hold_places(graph: graphviz.Digraph, ranks: Sequence[Sequence[str]]) -> None:
    """Invisible edges keep the order in each rank and the ranks in theirs."""
    for spots in ranks:
        for left, right in pairwise(spots):
            graph.edge(left, right, style="invis", weight="10")
    for above, below in pairwise(ranks):
        graph.edge(above[0], below[0], style="invis", weight="0")


def spots_of(ranks: Sequence[Sequence[str]]) -> dict[str, Spot]:
    """The rank of each node and its place in it, both from 0."""
    return {name: (i, j) for i, names in enumerate(ranks) for j, name in enumerate(names)}


def draw_arrow(
    graph: graphviz.Digraph,
    guide: GuideValue,
    arrow: Arrow,
    places: Mapping[str, Spot],
    attributes: Mapping[str, str],
    answers: Sequence[str] = (),
) -> None:
    """Draw an arrow between the nodes that stand for its ends, from each answer that leads on.

    Args:
        graph: what is drawn into.
        guide: whose treatments are members of which groups.
        arrow: what joins them.
        places: the rank of each node and its position in it, both from 0.
        attributes: of Graphviz, for the look of the arrow.
        answers: the levels of a question that it leaves from; anywhere where there are none.
    """
    origin, head = guide.outermost(arrow.origin), guide.outermost(arrow.target)
    # Graphviz orders a rank along its arrows: one that runs against the order is turned around.
    turned = places[head] < places[origin]
    for place, answer in enumerate(answers or ("",)):
        tail = f"{origin}:{answer}:s" if answer else origin
        ends = (head, tail) if turned else (tail, head)
        more = f".{place}" if place else ""
        name = f"arrow-{arrow.origin}-{arrow.target}{more}"
        graph.edge(*ends, id=name, **attributes, **({"dir": "back"} if turned else {}))
