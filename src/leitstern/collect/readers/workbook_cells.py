"""A process of its own that reads one sheet of a workbook and writes its rows as lines of JSON.

Of its own, because a tiny workbook can ask for any amount of memory (one cell in the last corner of a sheet is
enough) and the library then ends the process, which must not be ours.
First line: the names of the sheets. Then one list of texts per row, from the first row on; null is an empty cell.
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import python_calamine

MEMORY = 3 << 30  # bytes of address space
SECONDS = 300
Cell = str | float | bool | date | datetime | time | timedelta


def main(path: str, sheet: str) -> None:
    """Write the rows of `sheet`, or of the first sheet, to standard output."""
    _bound()
    workbook = python_calamine.load_workbook(path)
    titles = workbook.sheet_names
    name = sheet or titles[0]
    rows = workbook.get_sheet_by_name(name) if name in titles else None
    print(json.dumps(titles))  # noqa: T201  (this is what the process is for)
    for row in rows.iter_rows() if rows else ():
        print(json.dumps([text(cell) for cell in row]))  # noqa: T201


def text(cell: Cell) -> str | None:
    """A cell as text: dates as ISO 8601, whole numbers without decimals, never an exponent."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        digits = format(Decimal(repr(cell)), "f")
        return digits.removesuffix(".0")
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return str(cell).strip() or None


def _bound() -> None:
    """Let the system stop this process before it harms others; not every system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    main(*sys.argv[1:])
