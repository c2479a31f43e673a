"""The parts of docs/benchmarks.md that are measured apart from the others, because they take long."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.bench.measuring import Row

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"
WAYS, LAKE = "## Ways in", "## The lake at size"
SAID = {
    WAYS: "Written by `make bench-ways` (`python -m tests.bench.ways_in 1000000`). The same contacts in every form, each brought "
    "in by a process of its own: read, typed, told apart, stored, synced, derived. Beside it, where there is one, the least "
    "anybody has to do: the engine reads, sorts and writes the same file, or a parser that does nothing with what it reads. "
    "Every process runs on one core from its start to its end; ours three times, of which the least counts. To type, store "
    "and derive a million contacts takes some four seconds in every form: one whose parser alone takes more than another "
    "second cannot come in within five. The second bound was set after measuring and tells when a form gets worse "
    "([decision 32](decisions/0032-held-against-what-nobody-can-leave-out.md)).",
    LAKE: "Written by `make bench-lake` (`python -m tests.bench.sized 1000000 10000000 50000000 --peer`). Ours and the textbook in "
    "turn in one process, processor seconds of all threads, medians of three; milliseconds on the clock depend on what else "
    "the machine does, hence the load beside them. Ours asks what is held in memory, as the textbook asks a table in memory; "
    "reading it, and sorting all waits, once per state, has a row of its own. Directly-follows is measured with waits sorted "
    "anew, as for a selection; of everything they are sorted once per state. The library runs in an environment of its own. Beside "
    "the target for storing, which is missed, stands the engine’s own growth "
    "([decision 32](decisions/0032-held-against-what-nobody-can-leave-out.md)).",
}


def table(rows: Iterable[Row]) -> list[str]:
    """Rows under their headings."""
    return [
        "| what | ours | floor or peer, same run | ratio | target |",
        "|---|---|---|---|---|",
        *map(_line, rows),
    ]


def apart() -> list[str]:
    """The lines of these parts."""
    lines = PAGE.read_text().splitlines()
    return lines[min((lines.index(heading) for heading in SAID if heading in lines), default=len(lines)) :]


def put(heading: str, rows: Sequence[Row]) -> None:
    """Replace the rows of a part that measure the same, and add the others below."""
    lines = PAGE.read_text().rstrip().splitlines()
    if heading not in lines:
        lines += ["", heading]
    begin = lines.index(heading)
    end = next((at for at in range(begin + 1, len(lines)) if lines[at].startswith("## ")), len(lines))
    new = {_what(line): line for line in map(_line, rows)}
    there = [line for line in lines[begin:end] if line.startswith("| ") and line not in table(())]
    kept = [new.pop(_what(line), line) for line in there]
    part = [heading, "", SAID[heading], "", *table(()), *kept, *new.values(), ""]
    PAGE.write_text("\n".join([*lines[:begin], *part, *lines[end:], ""]).rstrip() + "\n")


def _line(row: Row) -> str:
    return f"| {row.what} | {row.ours} | {row.floor} | {row.ratio} | {row.target} |"


def _what(line: str) -> str:
    return line.split(" | ", maxsplit=1)[0].removeprefix("| ")
