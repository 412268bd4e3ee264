"""`guide.evaluate_frame` beside zen-engine, a rules engine in Rust, with the same rules.

Measured is the time per profile with the packaged guide's rules:

- pnet_paths: one call for a table of a million random profiles, as text or as categorical
  columns, with everything known or with three cells in ten unknown;
- zen-engine: one decision table (JDM, hit policy "collect") with a row for each indication and
  treatment, evaluated for one complete profile (a dict) at a time. Its rows are not reduced to
  statuses in the time measured, and it is never asked about unknown cells, for which it has no
  answer. Two ways to call it: `ZenEngine().create_decision(content)`, then `evaluate(profile)`;
  and, as its documentation advises for speed, a loader that hands out the compiled content,
  then `ZenEngine.evaluate(key, profile)`.

The same run checks that both give the same statuses for the sample of profiles.

    pip install -e . zen-engine
    python benchmarks/evaluate_frame.py
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import version
from typing import Any

import pandas as pd
import zen
from common import Profile, complete_profiles, interleaved, one_by_one, random_profiles

import pnet_paths

PROFILES = 1_000_000
UNKNOWN = 0.3
SAMPLE = 2_000
REPEATS = 7
TARGET = 200

WEAKEST_FIRST = ("not_named", "against", "later", "option", "usual")
OFFERED = WEAKEST_FIRST[2:]


def decision_table(guide: pnet_paths.Guide) -> dict[str, Any]:
    """The indications as a JSON Decision Model: request, one decision table, response."""
    outputs = ("treatment", "strength")
    rules = [
        {
            "_id": f"{row.id}-{treatment}",
            # A cell lists the levels that fit; a blank one fits always.
            **{name: _cell(row.when.get(name, ())) for name in guide.factors},
            "treatment": json.dumps(treatment),
            "strength": json.dumps(row.strength),
        }
        for row in guide.indications.values()
        for treatment in row.treatments
    ]
    content = {
        "hitPolicy": "collect",
        "inputs": [{"id": name, "name": name, "field": name} for name in guide.factors],
        "outputs": [{"id": name, "name": name, "field": name} for name in outputs],
        "rules": rules,
    }
    nodes = {"request": "inputNode", "table": "decisionTableNode", "response": "outputNode"}
    edges = [("request", "table"), ("table", "response")]
    return {
        "nodes": [
            {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}}
            | ({"content": content} if name == "table" else {})
            for name, kind in nodes.items()
        ],
        "edges": [
            {"id": f"{origin}-{target}", "sourceId": origin, "targetId": target, "type": "edge"}
            for origin, target in edges
        ],
    }


def _cell(levels: Any) -> str:
    return ", ".join(json.dumps(level) for level in sorted(levels))


def statuses(guide: pnet_paths.Guide, rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """What the rows that zen found make of each treatment.

    What rules out a group rules out its members; an offer climbs to the groups it belongs to.
    """
    named: dict[str, set[str]] = {name: set() for name in guide.treatments}
    for row in rows:
        named[row["treatment"]].add(row["strength"])
    found: dict[str, str] = dict.fromkeys(guide.treatments, WEAKEST_FIRST[0])
    for name in guide.treatments:
        groups = list(_upwards(guide, name))
        if any("ruled_out" in named[group] for group in groups):
            found[name] = "against"
            continue
        own = max([WEAKEST_FIRST[0], *named[name]], key=WEAKEST_FIRST.index)
        for group in groups if own in OFFERED else (name,):
            found[group] = max((found[group], own), key=WEAKEST_FIRST.index)
    return found


def _upwards(guide: pnet_paths.Guide, treatment: str) -> Iterator[str]:
    """A treatment and the groups that it belongs to."""
    while treatment:
        yield treatment
        treatment = guide.treatments[treatment].member_of


def main() -> None:
    guide = pnet_paths.load_guide()
    sample = complete_profiles(guide, SAMPLE, seed=1)
    content = zen.ZenDecisionContent(json.dumps(decision_table(guide)))
    decision = zen.ZenEngine().create_decision(content)
    engine = zen.ZenEngine({"loader": lambda key: content})

    ours = guide.evaluate_frame(pd.DataFrame(sample)).astype(str).to_dict("records")
    for profile, expected in zip(sample, ours, strict=True):
        for answer in (decision.evaluate(profile), engine.evaluate("guide", profile)):
            rows: Any = answer["result"]
            found = statuses(guide, rows)
            assert found == expected, f"not the same statuses: {profile}\n{found}\n{expected}"
    print(f"pandas {version('pandas')}, zen-engine {version('zen-engine')}")
    print(f"same statuses for {SAMPLE} profiles, {len(guide.treatments)} treatments each\n")

    known = random_profiles(guide, PROFILES, seed=2)
    partly = random_profiles(guide, PROFILES, UNKNOWN, seed=3)
    frames = {
        "text, all known": known,
        f"text, {UNKNOWN:.0%} unknown": partly,
        "categorical, all known": known.astype("category"),
        f"categorical, {UNKNOWN:.0%} unknown": partly.astype("category"),
    }
    ways: dict[str, Callable[[Profile], object]] = {
        "create_decision": decision.evaluate,
        "loader": partial(engine.evaluate, "guide"),
    }
    works: dict[str, Callable[[], object]] = {
        name: partial(guide.evaluate_frame, frame) for name, frame in frames.items()
    }
    works |= {name: partial(one_by_one, evaluate, sample) for name, evaluate in ways.items()}
    times = interleaved(works, REPEATS)
    micros = {name: times[name] * 1e6 / (PROFILES if name in frames else SAMPLE) for name in times}

    print(f"microseconds per profile (median of {REPEATS} rounds)")
    for name in frames:
        print(f"  evaluate_frame, {name:26} {micros[name]:9.3f}")
    for name in ways:
        print(f"  zen-engine, {name:30} {micros[name]:9.3f}")
    print(f"\nhow many times faster than zen-engine (wanted: at least {TARGET})")
    print(" " * 30 + "".join(f"{name:>18}" for name in ways))
    for frame in frames:
        ratios = [micros[name] / micros[frame] for name in ways]
        print(f"  {frame:28}" + "".join(f"{ratio:18.0f}" for ratio in ratios))


if __name__ == "__main__":
    main()
