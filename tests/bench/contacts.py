"""A file of contacts as a contact centre would export it: `python -m tests.bench.contacts FILE ROWS`."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

TOUCHPOINTS = 12


def write(file: Path, rows: int) -> None:
    """`rows` contacts in a quarter as many cases of a fifth as many customers, day by day at daytime.

    A case belongs to one customer; the file is the same for the same number.
    """
    case = f"hash(i * 7) % {max(rows // 4, 1)}"
    duckdb.sql(
        f"""COPY (SELECT
            'K' || (hash({case}) % {max(rows // 5, 1)})::VARCHAR AS customer,
            'V' || ({case})::VARCHAR AS case_no,
            't' || (hash(i * 13) % {TOUCHPOINTS})::VARCHAR AS touchpoint,
            strftime(TIMESTAMP '2024-01-01 07:00:00' + to_days((i * 730 // {rows})::INTEGER)
                + to_seconds((hash(i * 19) % 46800)::INTEGER), '%Y-%m-%d %H:%M:%S') AS moment,
            (hash(i * 17) % 900)::INTEGER AS seconds
        FROM range({rows}) AS _(i)) TO '{file}' (HEADER)"""
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
