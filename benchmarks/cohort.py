"""A cohort that is larger than memory: `guide.cohort` with Dask, beside DuckDB with the same rules.

Random profiles are written to Parquet in parts (columns of dictionaries, 250,000 rows in a row
group), once with all known, once with three cells in ten unknown. Then, on two cores:

- Dask, two worker processes of one thread: `guide.evaluate_frame`, the statuses counted; and
  `guide.cohort`, which also counts arrows, answers and unknown facts;
- DuckDB, two threads: the rows of the guide as one SQL query (`guide_sql.py`) that counts the
  statuses. It is asked of complete profiles only: where a cell is unknown, a comparison in SQL has
  no answer for what all its completions have in common.

Memory is the most that one of the processes which do the work has resident, sampled five times a
second. It is given for 500,000 profiles too, one part for each of two workers: flat means that more
parts need no more. Work is the time of the processors in these processes; on a machine that others
use as well it says more than the time that passed. The same run checks that all count the same.

    pip install -e ".[dask,benchmarks]"
    python benchmarks/cohort.py --profiles 1000000
    python benchmarks/cohort.py --profiles 100000000     # 0.5 GB in the folder for temporary files
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread
from typing import Any

import dask.dataframe as dd
import duckdb
import numpy as np
import pandas as pd
import psutil
import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, LocalCluster
from guide_sql import STATUSES, counts_by_status

import pnet_paths
from pnet_paths.statuses import Status

PART = 250_000
FEW = 2 * PART
UNKNOWN = 0.3
MIB = 1 << 20


@dataclass
class Watch:
    """The most resident memory that any of some processes had, and their work, while watched."""

    processes: list[psutil.Process]
    peak: int = 0
    work: float = 0.0
    _ended: Event = field(default_factory=Event)

    def sample(self) -> None:
        while not self._ended.wait(0.2):
            self.peak = max(self.peak, *(each.memory_info().rss for each in self.processes))

    @contextmanager
    def watched(self) -> Iterator[Watch]:
        thread = Thread(target=self.sample, daemon=True)
        before = self._spent()
        thread.start()
        try:
            yield self
        finally:
            self._ended.set()
            thread.join()
            self.work = self._spent() - before

    def _spent(self) -> float:
        times = [each.cpu_times() for each in self.processes]
        return sum(each.user + each.system for each in times)


@dataclass(frozen=True)
class Run:
    """One way to count, measured."""

    seconds: float
    work: float
    """Seconds of the processors, of all processes that did the work."""
    peak: int
    counts: pd.DataFrame


def write_profiles(guide: pnet_paths.Guide, path: Path, count: int, unknown: float) -> None:
    """Random profiles, part by part: no more than one part is in memory."""
    random = np.random.default_rng(1)
    levels = {n: pa.array([each.id for each in f.levels]) for n, f in guide.factors.items()}
    kind = pa.schema([(name, pa.dictionary(pa.int8(), pa.string())) for name in levels])
    with pq.ParquetWriter(path, kind) as file:
        for start in range(0, count, PART):
            size = min(PART, count - start)
            columns = [_cells(random, some, size, unknown) for some in levels.values()]
            file.write_table(pa.table(columns, schema=kind), row_group_size=PART)


def _cells(random: np.random.Generator, levels: Any, count: int, unknown: float) -> Any:
    places = random.integers(0, len(levels), count, dtype=np.int8)
    missing = random.random(count) < unknown if unknown else None
    return pa.DictionaryArray.from_arrays(pa.array(places, mask=missing), levels)


def by_evaluate_frame(guide: pnet_paths.Guide, path: Path) -> pd.DataFrame:
    """The statuses of all profiles, counted."""
    statuses = guide.evaluate_frame(dd.read_parquet(path, split_row_groups=True))
    parts = statuses.map_partitions(_count, meta=_count(statuses._meta))
    return parts.groupby("treatment").sum().compute()


def _count(statuses: pd.DataFrame) -> pd.DataFrame:
    counts = {name: cells.value_counts() for name, cells in statuses.items()}
    frame = pd.DataFrame(counts).T.astype("int64")
    return frame.rename_axis(index="treatment").reset_index()


def by_cohort(guide: pnet_paths.Guide, path: Path) -> pd.DataFrame:
    """The same by `guide.cohort`."""
    profiles = dd.read_parquet(path, split_row_groups=True)
    return guide.cohort(profiles, threshold=1).statuses.astype("int64")


def with_dask(count: Callable[[], pd.DataFrame]) -> Run:
    """Two worker processes, new ones each time."""
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs="ERROR"
        ) as cluster,
        Client(cluster) as client,
    ):
        workers = [psutil.Process(pid) for pid in client.run(_process).values()]
        client.run(_import)
        with Watch(workers).watched() as watch:
            start = time.perf_counter()
            counts = count()
            seconds = time.perf_counter() - start
    return Run(seconds, watch.work, watch.peak, counts)


def _process() -> int:
    return psutil.Process().pid


def _import() -> None:
    """What is imported is no work on profiles."""
    import pnet_paths.cohort.counting  # noqa: F401


def with_duckdb(guide: pnet_paths.Guide, query: str) -> Run:
    """A process of its own with two threads."""
    context = get_context("spawn")
    answer, child = context.Pipe()
    process = context.Process(target=_query, args=(query, child))
    process.start()
    answer.recv()
    with Watch([psutil.Process(process.pid)]).watched() as watch:
        start = time.perf_counter()
        answer.send("go")
        row = answer.recv()
        seconds = time.perf_counter() - start
    answer.send("end")
    process.join()
    return Run(seconds, watch.work, watch.peak, table_of(guide, row))


def _query(query: str, parent: Any) -> None:
    connection = duckdb.connect(config={"threads": 2})
    connection.execute("SET enable_progress_bar = false")
    parent.send("ready")
    parent.recv()
    parent.send(connection.execute(query).fetchone())
    parent.recv()


def table_of(guide: pnet_paths.Guide, row: tuple[int, ...]) -> pd.DataFrame:
    """DuckDB's row as a table of treatments and statuses."""
    counts = np.array(row).reshape(len(guide.treatments), len(STATUSES))
    return pd.DataFrame(counts, index=list(guide.treatments), columns=list(STATUSES))


def same(guide: pnet_paths.Guide, one: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Whether two tables have the same counts; what one has no column for is 0 in the other."""
    names, statuses = list(guide.treatments), list(map(str, Status))
    a, b = (
        each.reindex(index=names, columns=statuses, fill_value=0).to_numpy()
        for each in (one, other)
    )
    return bool((a == b).all())


def measure(
    guide: pnet_paths.Guide, folder: Path, count: int, unknown: float, ways: list[str]
) -> dict[str, Run]:
    """Some ways to count so many profiles; the file is removed afterwards."""
    path = folder / "profiles.parquet"
    seconds = time.perf_counter()
    write_profiles(guide, path, count, unknown)
    seconds = time.perf_counter() - seconds
    size = path.stat().st_size / MIB
    print(f"{count:,} profiles, {unknown:.0%} unknown: {size:,.0f} MiB, written in {seconds:.0f} s")
    query = counts_by_status(guide, f"read_parquet('{path}')")
    all_ways: dict[str, Callable[[], Run]] = {
        "evaluate_frame": lambda: with_dask(partial(by_evaluate_frame, guide, path)),
        "cohort": lambda: with_dask(partial(by_cohort, guide, path)),
        "duckdb": lambda: with_duckdb(guide, query),
    }
    try:
        runs = {way: all_ways[way]() for way in ways if way != "duckdb" or not unknown}
    finally:
        path.unlink()
    first, *others = runs.values()
    assert all(same(guide, first.counts, run.counts) for run in others), "not the same counts"
    return runs


def report(runs: dict[str, Run], few: dict[str, Run], profiles: int) -> None:
    """Print a line for each way."""
    base = runs.get("duckdb", next(iter(runs.values())))
    heads = ("work, µs", "ratio", "time, µs", "ratio", "peak MiB", f"of {FEW:,}")
    print(f"{'a profile':16}" + "".join(f"{head:>12}" for head in heads))
    for way, run in runs.items():
        numbers = (
            f"{run.work / profiles * 1e6:.3f}",
            f"{run.work / base.work:.2f}",
            f"{run.seconds / profiles * 1e6:.3f}",
            f"{run.seconds / base.seconds:.2f}",
            f"{run.peak / MIB:,.0f}",
            f"{few[way].peak / MIB:,.0f}",
        )
        print(f"{way:16}" + "".join(f"{number:>12}" for number in numbers), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--profiles", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument("--unknown", type=float, nargs="+", default=[0.0, UNKNOWN])
    parser.add_argument("--ways", nargs="+", default=["evaluate_frame", "cohort", "duckdb"])
    options = parser.parse_args()
    guide = pnet_paths.load_guide()
    names = ("dask", "distributed", "pandas", "pyarrow", "duckdb")
    print(", ".join(f"{name} {version(name)}" for name in names), flush=True)
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        for unknown in options.unknown:
            few = measure(guide, Path(name), FEW, unknown, options.ways)
            runs = measure(guide, Path(name), options.profiles, unknown, options.ways)
            report(runs, few, options.profiles)
    print("all ways gave the same counts")


if __name__ == "__main__":
    main()
