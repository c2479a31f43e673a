"""Every form that contacts come in by: `python -m tests.bench.ways_in ROWS`; writes into docs/benchmarks.md."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

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
    """Measure each form in turn."""
    count = int(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="leitstern-bench-") as name:
        folder = Path(name)
        write_forms(folder, count)
        put(WAYS, [measure(folder, count, *form) for form in FORMS])


def measure(folder: Path, count: int, file: str, rules: str, what: str) -> Row:
    """One form beside its floor."""
    mine = min(
        (
            cost_of("tests.bench.bring_in", str(folder / file), str(folder / "home"), rules)
            for _round in range(2)
        ),
        key=lambda cost: cost.cpu,
    )
    floor = cost_of("tests.bench.ways_floor", str(folder / file))
    return Row(
        f"{what}: contacts per processor second",
        f"{round(count / mine.cpu, -3):,.0f} ({mine.cpu:.1f} CPU s, {mine.peak_mb:.0f} MB for {count / MILLION:g}M)",
        f"{floor.cpu:.1f} CPU s",
        f"{mine.cpu / floor.cpu:.1f}× CPU",
        "≥ 200,000",
    )


if __name__ == "__main__":
    main()
