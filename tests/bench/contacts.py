"""Files of contacts as companies export them: `python -m tests.bench.contacts FILE ROWS`.

`write` makes what a contact centre's system exports: a number per contact and ten columns. `write_narrow` makes the
hardest case for us: five short columns and no number, so that there is next to nothing to read, sort and write, and every
row has to be told from all others by everything it says. Both have a quarter as many cases of a fifth as many customers,
day by day at daytime; a case belongs to one customer; the file is the same for the same number of rows.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

TOUCHPOINTS = 12
CHANNELS = ("phone", "letter", "e-mail", "branch", "chat")
NOTES = (
    "",
    "",
    "",
    "asked for a copy of the policy",
    "wants to be called back tomorrow",
    "address changed, form sent",
)


def write(file: Path, rows: int) -> None:
    """`rows` contacts in ten columns, each with its number."""
    more = {
        "channel": f"{list(CHANNELS)}[1 + (hash(i * 23) % {len(CHANNELS)})::INTEGER]",
        "department": "['service', 'sales'][1 + (hash(i * 29) % 2)::INTEGER]",
        "product": "'P' || (hash(i * 31) % 40)::VARCHAR",
        "note": f"{list(NOTES)}[1 + (hash(i * 37) % {len(NOTES)})::INTEGER]",
    }
    _write(file, rows, {"contact_no": "'C' || (10000000 + i)::VARCHAR"} | _usual(rows) | more)


def write_narrow(file: Path, rows: int) -> None:
    """`rows` contacts in five short columns."""
    _write(file, rows, _usual(rows))


def _usual(rows: int) -> dict[str, str]:
    case = f"hash(i * 7) % {max(rows // 4, 1)}"
    return {
        "customer": f"'K' || (hash({case}) % {max(rows // 5, 1)})::VARCHAR",
        "case_no": f"'V' || ({case})::VARCHAR",
        "touchpoint": f"'t' || (hash(i * 13) % {TOUCHPOINTS})::VARCHAR",
        "moment": "strftime(TIMESTAMP '2024-01-01 07:00:00' + to_days((i * 730 // "
        f"{rows})::INTEGER) + to_seconds((hash(i * 19) % 46800)::INTEGER), '%Y-%m-%d %H:%M:%S')",
        "seconds": "(hash(i * 17) % 900)::INTEGER",
    }


def _write(file: Path, rows: int, columns: dict[str, str]) -> None:
    listed = ", ".join(f"{sql} AS {name}" for name, sql in columns.items())
    duckdb.sql(f"COPY (SELECT {listed} FROM range({rows}) AS _(i)) TO '{file}' (HEADER)")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
