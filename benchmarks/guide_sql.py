"""A guide's rows as SQL, for profiles in which everything is known.

The statuses follow what `pnet_paths/guide/treatment_rules.py` says of rows, written anew: of a
complete profile the strongest row that fits decides, what rules out a group rules out its members,
an offer climbs to the groups above, and what is offered and has to wait comes later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pnet_paths

RANKS = {"not_named": 0, "against": 1, "ruled_out": 1, "later": 2, "option": 3, "usual": 4}
STATUSES = ("not_named", "against", "later", "option", "usual")
FIRST_OFFER = RANKS["later"]


def counts_by_status(guide: pnet_paths.Guide, table: str) -> str:
    """A query that gives one row: for each treatment and status how many profiles have it.

    Args:
        guide: the guide.
        table: what profiles are read from, as SQL.
    """
    never = _any(row.when for row in guide.impossible)
    query = f"SELECT * FROM {table} WHERE NOT {never}"
    # Members in an inner query, their group in an outer one: what a group takes over of a member is
    # not worked out again.
    for names in _by_height(guide):
        statuses = [f'{_status(guide, name)} AS "status {name}"' for name in names]
        query = f"SELECT *, {', '.join(statuses)} FROM ({query})"
    counts = [
        f'count(*) FILTER ("status {name}" = {RANKS[status]}) AS "{name} {status}"'
        for name in guide.treatments
        for status in STATUSES
    ]
    return f"SELECT {', '.join(counts)} FROM ({query})"


def _by_height(guide: pnet_paths.Guide) -> list[list[str]]:
    """The treatments without members, then groups of these alone, and so on."""
    heights: dict[str, int] = {}
    for _, treatment in reversed(list(guide.walk())):
        members = guide.members(treatment.id)
        heights[treatment.id] = max((heights[each.id] + 1 for each in members), default=0)
    return [
        [n for n, h in heights.items() if h == height] for height in sorted({*heights.values()})
    ]


def _status(guide: pnet_paths.Guide, name: str) -> str:
    groups = set(_groups(guide, name))
    own = [row for row in guide.indications.values() if name in row.treatments]
    above = [row for row in guide.indications.values() if groups.intersection(row.treatments)]
    ruling = [row.when for row in (*own, *above) if row.strength == "ruled_out"]
    waiting = [row.when for row in (*own, *above) if row.strength == "waits"]
    ranks = [
        f"CASE WHEN {_all(row.when)} THEN {RANKS[row.strength]} ELSE 0 END"
        for row in own
        if row.strength in RANKS and row.strength != "ruled_out"
    ]
    ranks += [
        f'CASE WHEN "status {each.id}" >= {FIRST_OFFER} THEN "status {each.id}" ELSE 0 END'
        for each in guide.members(name)
    ]
    strongest = f"greatest({', '.join(['0', *ranks])})"
    status = f"CASE WHEN {_any(ruling)} THEN {RANKS['ruled_out']} ELSE {strongest} END"
    most = f"CASE WHEN {_any(waiting)} THEN {FIRST_OFFER} ELSE {RANKS['usual']} END"
    return f"least({status}, {most})" if waiting else status


def _groups(guide: pnet_paths.Guide, name: str) -> Iterator[str]:
    while name := guide.treatments[name].member_of:
        yield name


def _any(whens: Iterable[Mapping[str, Iterable[str]]]) -> str:
    return f"({' OR '.join(map(_all, whens)) or 'false'})"


def _all(when: Mapping[str, Iterable[str]]) -> str:
    met = [
        f'"{factor}" IN ({", ".join(_text(level) for level in sorted(levels))})'
        for factor, levels in when.items()
    ]
    return f"({' AND '.join(met) or 'true'})"


def _text(level: str) -> str:
    return "'" + level.replace("'", "''") + "'"
