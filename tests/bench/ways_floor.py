"""The least anybody has to do with a file of contacts: `python -m tests.bench.ways_floor FILE`.

Tables and lines are read, sorted and written by the engine; a document is parsed, and nothing done with it; of a
database every row is read.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from xml.parsers import expat

import duckdb

READS = {".csv": "read_csv", ".parquet": "read_parquet", ".jsonl": "read_json"}


def main() -> None:
    """What the name of the file asks for."""
    file = Path(sys.argv[1])
    if file.suffix in READS:
        _sort(file, READS[file.suffix])
    elif file.suffix == ".json":
        json.loads(file.read_bytes())
    elif file.suffix == ".sqlite":
        _read(file)
    else:
        with file.open("rb") as document:
            expat.ParserCreate().ParseFile(document)


def _sort(file: Path, read: str) -> None:
    folder = file.parent
    threads = len(os.sched_getaffinity(0))
    con = duckdb.connect(config={"threads": threads, "memory_limit": "1GB", "temp_directory": str(folder)})
    con.execute(
        f"COPY (SELECT * FROM {read}('{file}') ORDER BY customer, moment) "
        f"TO '{folder / 'floor.parquet'}' (COMPRESSION zstd)"
    )


def _read(file: Path) -> None:
    with closing(sqlite3.connect(file)) as con:
        for (name,) in con.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            cursor = con.execute(f'SELECT * FROM "{name}"')
            while cursor.fetchmany(100_000):
                pass


if __name__ == "__main__":
    main()
