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
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
from common import Profile, complete_profiles, one_by_one, random_profiles, timed

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
    if kind == "random rows":
        rows = guide.tables["indications"]
        more = random_rows(guide, size - len(rows), choose)
        return guide.with_tables(indications=pd.concat([rows, more], ignore_index=True))
    indications, treatments = [guide.tables["indications"]], [guide.tables["treatments"]]
    for number in range(1, -(-size // len(guide.indications))):
        more_indications, more_treatments = copied(guide, number)
        if kind == "varied treatments":
            swap_levels(guide, more_indications, choose)
        indications.append(more_indications)
        treatments.append(more_treatments)
    return guide.with_tables(
        indications=pd.concat(indications, ignore_index=True).head(size),
        treatments=pd.concat(treatments, ignore_index=True),
    )


def random_rows(guide: pnet_paths.Guide, count: int, choose: random.Random) -> pd.DataFrame:
    """Indications with random treatments, strengths and conditions."""
    table = guide.tables["indications"]
    same = dict.fromkeys(table, "") | dict(table.loc[0, ["why", "basis", "source", "section"]])
    rows = []
    for number in range(count):
        row = {"indication": f"random_{number}", "treatments": choose.choice([*guide.treatments])}
        row["strength"] = choose.choice(["usual", "option", "later", "against"])
        for name in choose.sample([*guide.factors], choose.randint(2, 4)):
            levels = [level.id for level in guide.factors[name].levels]
            row[name] = "|".join(choose.sample(levels, choose.randrange(1, len(levels))))
        rows.append(same | row)
    return pd.DataFrame(rows)


def copied(guide: pnet_paths.Guide, number: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The indications and treatments under new names."""
    rows, treatments = guide.tables["indications"], guide.tables["treatments"]
    rows["indication"] = rows["indication"] + f"_{number}"
    new_name = f"{{}}_{number}".format
    rows["treatments"] = [_replaced(cell, new_name) for cell in rows["treatments"]]
    for column in ("treatment", "member_of"):
        treatments[column] = [_replaced(cell, new_name) for cell in treatments[column]]
    treatments["drawn"] = ""
    return rows, treatments


def swap_levels(guide: pnet_paths.Guide, rows: pd.DataFrame, choose: random.Random) -> None:
    """Give each level in the conditions of ``rows`` the place of another, factor by factor."""
    for name, factor in guide.factors.items():
        levels = [level.id for level in factor.levels]
        new = dict(zip(levels, choose.sample(levels, len(levels)), strict=True))
        rows[name] = [_replaced(cell, new.__getitem__) for cell in rows[name]]


def _replaced(cell: str, replace: Callable[[str], str]) -> str:
    return "|".join(replace(part.strip()) for part in cell.split("|")) if cell else ""


def measured(folder: Path, frames: Mapping[str, pd.DataFrame]) -> dict[str, float]:
    """One round with the guide in ``folder``: milliseconds, microseconds for frames."""
    reading, guide = timed(lambda: pnet_paths.load_guide(folder))
    compiling, _ = timed(lambda: guide.evaluator)
    times = {"read and check, ms": reading * 1e3, "compile, ms": compiling * 1e3}
    complete = complete_profiles(guide, PROFILES, seed=1)
    choose = random.Random(1)
    half = [dict(choose.sample([*facts.items()], len(facts) // 2)) for facts in complete]
    groups: dict[str, list[Profile]] = {"nothing": [{}], "half": half, "all": complete}
    for name, group in groups.items():
        spent, _ = timed(partial(one_by_one, guide.evaluate, group))
        times[f"evaluate, {name} known, ms"] = spent / len(group) * 1e3
    for name, frame in frames.items():
        spent, _ = timed(partial(guide.evaluate_frame, frame))
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
