"""Merging of sets of facts that differ in a single fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["merge"]


def merge(changes: Sequence[Mapping[str, str]]) -> list[dict[str, frozenset[str]]]:
    """Merge sets that differ in one level into sets with several levels, the smallest first.

    >>> [{n: sorted(v) for n, v in each.items()} for each in merge([{"a": "1"}, {"a": "2"}])]
    [{'a': ['1', '2']}]
    """
    sets = [{name: frozenset({level}) for name, level in each.items()} for each in changes]
    for name in sorted({name for each in sets for name in each}):
        groups: dict[frozenset[tuple[str, frozenset[str]]], dict[str, frozenset[str]]] = {}
        for each in sets:
            rest = frozenset(item for item in each.items() if item[0] != name)
            key = rest | {(name, frozenset({"is changed" if name in each else ""}))}
            if key in groups and name in each:
                groups[key] = {**groups[key], name: groups[key][name] | each[name]}
            else:
                groups[key] = each
        sets = list(groups.values())
    return sorted(sets, key=lambda each: (len(each), sorted(each)))
