"""Every form that contacts come in by: `python -m tests.bench.ways_in ROWS`; writes into docs/benchmarks.md."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from tests.bench.contacts import write
from tests.bench.forms import write_forms
from tests.bench.measuring import Row, cost_of
from tests.bench.page import WAYS, put

MILLION = 1_000_000
FORMS = (  # file, rules to bring it in by, and what it is
    ("calls.csv", "numbered", "CSV"),
    ("calls.parquet", "numbered", "Parquet"),
    ("calls.jsonl", "numbered", "JSON Lines, every line with the same names"),
    ("nested.jsonl", "nested", "JSON Lines, names within names, some left out"),
    ("calls.xes", "xes", "event log, XES"),
    ("ocel.json", "ocel", "object-centric event log, JSON"),
    ("ocel.xml", "ocel", "object-centric event log, XML"),
    ("ocel.sqlite", "ocel", "object-centric event log, SQLite"),
)


def main() -> None:
    """Measure each form in turn, and ten times as much of the first, on one core."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="leitstern-bench-") as name:
        folder = Path(name)
        write_forms(folder, count)
        rows = [measure(folder, count, *form) for form in FORMS]
        write(folder / "many.csv", 10 * count)
        put(WAYS, [*rows, measure(folder, 10 * count, "many.csv", "numbered", "CSV, ten times as much")])


def measure(folder: Path, count: int, file: str, rules: str, what: str) -> Row:
    """One form beside its floor."""
    mine = min(
        (
            cost_of("tests.bench.bring_in", str(folder / file), str(folder / "home"), rules)
            for _round in range(3)
        ),
        key=lambda cost: cost.wall,
    )
    floor = cost_of("tests.bench.ways_floor", str(folder / file))
    return Row(
        f"{what}: contacts per second on one core",
        f"{round(count / mine.wall, -3):,.0f} ({mine.wall:.1f} s, {mine.peak_mb:.0f} MB for {count / MILLION:g}M)",
        f"{floor.wall:.1f} s",
        f"{mine.wall / floor.wall:.1f}×",
        "≥ 200,000; ≤ 4×",
    )


if __name__ == "__main__":
    main()
