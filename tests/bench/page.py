"""The part of docs/benchmarks.md that is measured apart from the others, because it takes long."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.bench.measuring import Row

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
HEADING = "## The lake at size"
SAID = (
    "Written by `make bench-lake` (`python -m tests.bench.sized 1000000 10000000 --peer`). Ours and the textbook in turn "
    "in one process, processor seconds of all threads, medians of three; milliseconds on the clock depend on what else "
    "the machine does, hence the load beside them. Ours asks what is held in memory, as the textbook asks a table in "
    "memory; reading it, and sorting all waits, once per state, has a row of its own. Directly-follows is measured with "
    "waits sorted anew, as for a selection; of everything they are sorted once per state. The library runs in an environment of its own."
)


def table(rows: Iterable[Row]) -> list[str]:
    """Rows under their headings."""
    return [
        "| what | ours | floor or peer, same run | ratio | target |",
        "|---|---|---|---|---|",
        *map(_line, rows),
    ]


def apart() -> list[str]:
    """The lines of that part, from its heading on."""
    lines = PAGE.read_text().splitlines()
    return lines[lines.index(HEADING) :] if HEADING in lines else []


def put(rows: Sequence[Row]) -> None:
    """Replace the rows that measure the same, and add the others below."""
    there = apart() or [HEADING, "", SAID, "", *table(())]
    new = {row.what: _line(row) for row in rows}
    kept = [new.pop(_what(line), line) for line in there]
    before = PAGE.read_text().split(HEADING, maxsplit=1)[0].rstrip()
    PAGE.write_text("\n".join([before, "", *kept, *new.values(), ""]))


def _line(row: Row) -> str:
    return f"| {row.what} | {row.ours} | {row.floor} | {row.ratio} | {row.target} |"


def _what(line: str) -> str:
    return line.split(" | ", maxsplit=1)[0].removeprefix("| ")
