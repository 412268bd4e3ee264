"""What evaluation costs against the number of rows in indications.csv.

Guides of 100 to 10,000 rows are made from the packaged one in three ways:

- copied treatments: copies of the packaged rows and treatments under new names. Equal rules share
  one decision diagram, so this shows the cost of names and output alone;
- varied treatments: the same, but each copy has the levels of every factor swapped at random, so
  that treatments differ in their rules;
- random rows: the packaged treatments and rows, and random rows for them: conditions on 2 to 4
  factors, random levels, a random strength. Around 1,000 rows these are the hardest rules; with
  10,000 nearly every profile meets a row of the strongest kind, and the diagrams are small again.
  So look at "steepest" and at the largest times here, not at "growth".

For each guide, freshly read each time (nothing cached): reading and checking its folder; compiling
(`guide.evaluator`); `evaluate` with nothing known (the first call), then per profile for 100
different ones each with half of the factors known and with all of them; `evaluate_frame` per
profile for 100,000, all known, then with 30% unknown. "growth" is the slope of a line through the
logarithms of time and rows: 1 means that time grows with the rows, 0 that it does not grow.
"steepest" is the largest slope between two neighbouring sizes.

    pip install -e .
    python benchmarks/rows.py
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
from common import complete_profiles, random_profiles, seconds

import pnet_paths

SIZES = (100, 300, 1_000, 3_000, 10_000)
KINDS = ("copied treatments", "varied treatments", "random rows")
PROFILES = 100
FRAME = 100_000
REPEATS = 3
TARGET = 1.0


def grown(guide: pnet_paths.Guide, kind: str, size: int) -> pnet_paths.Guide:
    """A guide of one of `KINDS` with ``size`` indications."""
    choose = random.Random(size)
    rows, treatments = guide.tables["indications"], guide.tables["treatments"]
    levels = {name: [level.id for level in factor.levels] for name, factor in guide.factors.items()}
    if kind == "random rows":
        blank = dict.fromkeys(rows, "") | {"why": "For a benchmark.", "basis": "inferred"}
        cited = dict(rows.loc[0, ["source", "section"]])
        new = [
            blank
            | cited
            | {"indication": f"random_{i}", "treatments": choose.choice(list(guide.treatments))}
            | {"strength": choose.choice(["usual", "option", "later", "not_recommended"])}
            | {
                name: "|".join(choose.sample(levels[name], choose.randrange(1, len(levels[name]))))
                for name in choose.sample(list(levels), choose.randint(2, 4))
            }
            for i in range(size - len(rows))
        ]
        return guide.with_tables(
            indications=pd.concat([rows, pd.DataFrame(new)], ignore_index=True)
        )

    def renamed(cell: str, copy: int) -> str:
        return "|".join(f"{name.strip()}_{copy}" for name in cell.split("|")) if cell else ""

    more_rows, more_treatments = [rows], [treatments]
    for copy in range(1, -(-size // len(rows))):
        fresh = rows.assign(
            indication=rows["indication"] + f"_{copy}",
            treatments=[renamed(cell, copy) for cell in rows["treatments"]],
        )
        if kind == "varied treatments":
            for name, known in levels.items():
                swap = dict(zip(known, choose.sample(known, len(known)), strict=True))
                fresh[name] = [
                    "|".join(swap[level.strip()] for level in cell.split("|")) if cell else ""
                    for cell in rows[name]
                ]
        more_rows.append(fresh)
        names = {
            column: [renamed(cell, copy) for cell in treatments[column]]
            for column in ("treatment", "member_of")
        }
        more_treatments.append(treatments.assign(**names, drawn=""))
    return guide.with_tables(
        indications=pd.concat(more_rows, ignore_index=True).head(size),
        treatments=pd.concat(more_treatments, ignore_index=True),
    )


def measured(folder: Path, frames: dict[str, pd.DataFrame]) -> dict[str, float]:
    """One round with the guide in ``folder``: milliseconds, microseconds for frames."""
    read: list[pnet_paths.Guide] = []
    times = {
        "read and check, ms": seconds(lambda: read.append(pnet_paths.load_guide(folder))) * 1e3
    }
    guide = read[0]
    complete = complete_profiles(guide, PROFILES, seed=1)
    choose = random.Random(1)
    names = list(guide.factors)
    half = [{name: p[name] for name in choose.sample(names, len(names) // 2)} for p in complete]
    times["compile, ms"] = seconds(lambda: guide.evaluator) * 1e3
    profiles = {"nothing known": [{}], "half known": half, "all known": complete}
    for name, group in profiles.items():
        spent = seconds(lambda group=group: [guide.evaluate(profile) for profile in group])
        times[f"evaluate, {name}, ms"] = spent / len(group) * 1e3
    for name, frame in frames.items():
        spent = seconds(lambda frame=frame: guide.evaluate_frame(frame))
        times[f"evaluate_frame, {name}, µs"] = spent / len(frame) * 1e6
    return times


def main() -> None:
    guide = pnet_paths.load_guide()
    frames = {
        "all known": random_profiles(guide, FRAME, seed=2),
        "30% unknown": random_profiles(guide, FRAME, 0.3, seed=3),
    }
    print(f"median of {REPEATS} rounds; growth wanted: at most about {TARGET:.0f}")
    for kind in KINDS:
        columns = {}
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                for name, table in grown(guide, kind, size).tables.items():
                    table.to_csv(Path(folder) / f"{name}.csv", index=False)
                rounds = [measured(Path(folder), frames) for _ in range(REPEATS)]
            columns[size] = {name: median(times[name] for times in rounds) for name in rounds[0]}
        table = pd.DataFrame(columns)
        logs, rows = np.log(table.to_numpy()), np.log(SIZES)
        table["growth"] = np.polyfit(rows, logs.T, 1)[0]
        table["steepest"] = (np.diff(logs) / np.diff(rows)).max(axis=1)
        print(f"\n{kind}; rows:\n{table.to_string(float_format='{:.3g}'.format)}", flush=True)


if __name__ == "__main__":
    main()
