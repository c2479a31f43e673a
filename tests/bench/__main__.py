"""All measurements, written to docs/benchmarks.md: `python -m tests.bench [--large]` (large: ten million rows too)."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from datetime import date
from importlib.metadata import version
from pathlib import Path

from tests.bench.adopting import measure_adopting
from tests.bench.contacts import write, write_narrow
from tests.bench.demo import measure_demo
from tests.bench.large import described, measure_large
from tests.bench.measuring import Row, cost_of, in_turn
from tests.bench.page import PAGE, apart, table
from tests.bench.pages import measure_pages
from tests.bench.placing import measure_placing
from tests.bench.planning import measure_planning
from tests.bench.publishing import measure_publishing
from tests.bench.reports import measure_reports
from tests.bench.rewarding import measure_rewarding
from tests.bench.siloing import measure_siloing
from tests.bench.structuring import measure_structuring
from tests.bench.wave import measure_wave

MILLION = 1_000_000
ROUNDS = 3
LIBRARIES = ("duckdb", "deltalake", "pyarrow", "ibis-framework", "django", "numpy")


def imports(folder: Path) -> list[Row]:
    """A million contacts: whole imports against read, sort, write; and flows against the textbook."""
    file, home = folder / "calls.csv", folder / "home"
    write_narrow(file, MILLION)
    narrow = against_the_floor("five short columns without a number: the hardest case", file, home, "narrow")
    write(file, MILLION)
    rows = [
        against_the_floor(
            "ten columns with a number per contact, as systems export them", file, home, "numbered"
        ),
        against_the_floor(
            "the same, the number not said to be one: told apart by the whole row", file, home, "unnumbered"
        ),
        narrow,
    ]
    mine, book, ratio = in_turn(
        ROUNDS, ("tests.bench.flows", "ours", str(home)), ("tests.bench.flows", "textbook", str(file))
    )
    rows.append(
        Row(
            "flows with exact medians over 1M contacts, ten times (CPU s)",
            f"{mine.cpu:.1f}",
            f"window functions over strings: {book.cpu:.1f}",
            f"{1 / ratio:.1f}× faster",
            "–",
        )
    )
    return rows


def against_the_floor(what: str, file: Path, home: Path, rules: str) -> Row:
    """A whole import beside the least anybody has to do with the same file."""
    mine, floor, ratio = in_turn(
        ROUNDS,
        ("tests.bench.bring_in", str(file), str(home), rules),
        ("tests.bench.floor", str(file), str(file.parent)),
    )
    return Row(
        f"1M contacts CSV → lake, synced, sorted, derived (CPU s); {what}",
        f"{mine.cpu:.1f} (wall {mine.wall:.1f})",
        f"DuckDB read, sort, write: {floor.cpu:.1f} (wall {floor.wall:.1f})",
        f"{ratio:.2f}× CPU, {mine.wall / floor.wall:.2f}× wall",
        "≤ 3×",
    )


def memory(folder: Path) -> list[Row]:
    """Ten million contacts: how much memory the whole import takes."""
    file = folder / "calls10.csv"
    write(file, 10 * MILLION)
    cost = cost_of("tests.bench.bring_in", str(file), str(folder / "home10"), "numbered")
    file.unlink()
    return [
        Row(
            "10M contacts CSV → lake: peak memory",
            f"{cost.peak_mb:.0f} MB, {cost.wall:.0f} s",
            "–",
            "–",
            "≤ 1.5 GB",
        )
    ]


def main() -> None:
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = imports(folder)
        rows += measure_wave()
        rows += measure_publishing()
        rows += measure_placing()
        rows += measure_rewarding()
        rows += measure_planning()
        rows += measure_siloing()
        rows += measure_structuring()
        if "--large" in sys.argv:
            rows += memory(folder)
        rows += measure_demo(folder)
        rows += measure_pages(folder)
        rows += measure_large(folder)
        rows += measure_adopting(folder)
        rows += measure_reports(folder)
    lines = table(rows)
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    PAGE.write_text(
        "\n".join(
            [
                "# Benchmarks",
                "",
                "Written by `make bench` (`python -m tests.bench --large` for the ten million rows): ours and the floor "
                f"in turn, medians of {ROUNDS} pairs of whole processes. Trust ratios, not absolute times.",
                "",
                f"{date.today():%Y-%m-%d}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; "
                f"{libraries}.",
                "",
                *lines,
                "",
                described(),
                "",
                *apart(),
                "",
            ]
        )
    )
    print("\n".join(lines))
    print(f"{time.monotonic() - begin:.0f} s")


if __name__ == "__main__":
    main()
