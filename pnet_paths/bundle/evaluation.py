"""A compiled guide as plain values for JSON, so that a browser can evaluate without a kernel."""

from __future__ import annotations

from typing import Any

from ..guide.guide import GuideValue
from ..statuses import BY_RANK, status_of

__all__ = ["compact"]


def compact(guide: GuideValue) -> dict[str, Any]:
    """What it takes to evaluate profiles and to tell which way the flowchart runs.

    Nodes are ``[factor, branches]`` with factors by place; numbers below the count of
    ``statuses`` are sets of ranks as bits (0: cannot occur), and node *i* has the number that
    follows them by *i*; branches stand before what they branch from. Treatments, what is
    ``inferred`` of them, arrows and what can occur are roots among them. ``statuses`` tells the
    status of a set of ranks.

    >>> from pnet_paths import load_guide
    >>> sorted(compact(load_guide()))  # doctest: +NORMALIZE_WHITESPACE
    ['arrows', 'asked', 'factors', 'inferred', 'nodes', 'space', 'starts', 'statuses', 'subject',
     'treatments']
    """
    evaluator = guide.evaluator
    network = guide.network
    conditions = [evaluator.condition(*network.conditions(ends)) for ends in network.joined]
    space = evaluator.condition({})
    roots = [*evaluator.roots.values(), *evaluator.inferred.values(), *conditions, space]
    number, nodes = evaluator.forest.reachable(roots, ranks=len(BY_RANK))
    return {
        "subject": guide.subject,
        "factors": [
            {
                "id": factor.id,
                "subject": factor.subject,
                "levels": [
                    {"id": level.id, "label": level.label, "phrase": level.phrase}
                    for level in factor.levels
                ],
            }
            for factor in guide.factors.values()
        ],
        "statuses": ["", *(status_of(ranks) for ranks in range(1, 1 << len(BY_RANK)))],
        "nodes": nodes,
        "space": number[space],
        "treatments": {name: number[root] for name, root in evaluator.roots.items()},
        "inferred": {name: number[root] for name, root in evaluator.inferred.items()},
        "arrows": [
            {"origin": origin, "target": target, "root": number[root]}
            for (origin, target), root in zip(network.joined, conditions, strict=True)
        ],
        "asked": list(network.decisions),
        "starts": sorted(network.starts),
    }
