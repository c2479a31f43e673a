"""The least anybody has to do: read the file, sort it, write Parquet. `python -m tests.bench.floor FILE FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb

if __name__ == "__main__":
    file, folder = Path(sys.argv[1]), Path(sys.argv[2])
    con = duckdb.connect(config={"threads": 2, "memory_limit": "1GB", "temp_directory": str(folder)})
    con.execute(
        f"COPY (SELECT * FROM read_csv('{file}') ORDER BY customer, moment) TO '{folder / 'floor.parquet'}' (COMPRESSION zstd)"
    )
