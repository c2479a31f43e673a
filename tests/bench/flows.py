"""What comes next, with exact median waits: from derived transitions, and by window functions over the file's strings.

`python -m tests.bench.flows ours HOME` or `… textbook FILE`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

TEXTBOOK = """
WITH steps AS (
    SELECT case_no, touchpoint, moment,
        lead(touchpoint) OVER (PARTITION BY case_no ORDER BY moment) AS next_touchpoint,
        lead(moment) OVER (PARTITION BY case_no ORDER BY moment) AS next_at
    FROM contacts
)
SELECT touchpoint, next_touchpoint, count(*), median(epoch(next_at - moment)) FROM steps
WHERE next_touchpoint IS NOT NULL GROUP BY ALL
"""
OURS = """
SELECT touchpoint, next_touchpoint, count(*), median(wait_us) FROM transitions
WHERE next_touchpoint IS NOT NULL GROUP BY ALL
"""
REPEATS = 10  # so that starting the process does not count


def ours(home: Path) -> None:
    """Over the lake's transitions."""
    files = [str(file) for file in (home / "lake" / "transitions").glob("*.parquet")]
    con = duckdb.connect(config={"threads": 2})
    con.execute(f"CREATE VIEW transitions AS FROM read_parquet({files})")
    for _ in range(REPEATS):
        con.execute(OURS).fetchall()


def textbook(file: Path) -> None:
    """Over an unsorted table of strings and timestamps, as most tools do."""
    con = duckdb.connect(config={"threads": 2})
    con.execute(
        f"CREATE TABLE contacts AS SELECT case_no, touchpoint, moment::TIMESTAMP AS moment FROM read_csv('{file}')"
    )
    for _ in range(REPEATS):
        con.execute(TEXTBOOK).fetchall()


if __name__ == "__main__":
    {"ours": ours, "textbook": textbook}[sys.argv[1]](Path(sys.argv[2]))
