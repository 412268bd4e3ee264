"""A compiled guide as plain values for JSON, so that a browser can evaluate without a kernel."""

from __future__ import annotations

from typing import Any

from .decision import RANKS
from .guide import Guide
from .statuses import status_of

__all__ = ["compact"]


def compact(guide: Guide) -> dict[str, Any]:
    """What it takes to evaluate profiles and to tell which way the flowchart runs.

    Nodes are ``[factor, branches]`` with factors by place; numbers below ``2 ** RANKS`` are sets
    of ranks as bits (0: cannot occur), and node *i* has the number ``2 ** RANKS + i``; branches
    stand before what they branch from. Treatments, steps and what can occur are roots among them.
    ``statuses`` tells the status of a set of ranks.

    >>> from pnet_paths import load_guide
    >>> sorted(compact(load_guide()))
    ['asked', 'factors', 'nodes', 'space', 'starts', 'statuses', 'steps', 'subject', 'treatments']
    """
    evaluator = guide.evaluator
    conditions = [evaluator.condition(step.when) for step in guide.steps]
    space = evaluator.condition({})
    number, nodes = evaluator.forest.reachable([*evaluator.roots.values(), *conditions, space])
    route = guide.evaluate().route
    return {
        "subject": guide.subject,
        "factors": [
            {
                "id": factor.id,
                "levels": [
                    {"id": level.id, "label": level.label, "phrase": level.phrase}
                    for level in factor.levels
                ],
            }
            for factor in guide.factors.values()
        ],
        "statuses": ["", *(status_of(ranks) for ranks in range(1, 1 << RANKS))],
        "nodes": nodes,
        "space": number[space],
        "treatments": {name: number[root] for name, root in evaluator.roots.items()},
        "steps": [
            {"origin": step.origin, "target": step.target, "root": number[root], "kind": step.kind}
            for step, root in zip(guide.steps, conditions, strict=True)
        ],
        "asked": list(route.decisions),
        "starts": sorted(route.starts),
    }
