"""Sets of facts put together where they differ in one fact alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["merge"]


def merge(changes: Sequence[Mapping[str, str]]) -> list[dict[str, frozenset[str]]]:
    """Sets that differ in one level only as one set with several levels, the smallest first.

    >>> [{n: sorted(v) for n, v in each.items()} for each in merge([{"a": "1"}, {"a": "2"}])]
    [{'a': ['1', '2']}]
    """
    sets = [{name: frozenset({level}) for name, level in found.items()} for found in changes]
    for name in sorted({name for found in sets for name in found}):
        groups: dict[frozenset[tuple[str, frozenset[str]]], dict[str, frozenset[str]]] = {}
        for found in sets:
            rest = frozenset(item for item in found.items() if item[0] != name)
            key = rest | {(name, frozenset({"is changed" if name in found else ""}))}
            if key in groups and name in found:
                groups[key] = {**groups[key], name: groups[key][name] | found[name]}
            else:
                groups[key] = found
        sets = list(groups.values())
    return sorted(sets, key=lambda found: (len(found), sorted(found)))
