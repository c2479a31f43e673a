"""DuckDB as this house uses it: UTC, bounded memory, no downloads, spilling only inside the home."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import pyarrow as pa

    from leitstern.store.home import Home

BATCH = 1_000_000
_SPILLED_BY = re.compile(r"duckdb_temp_(\d+)_")


def connect(home: Home, *, memory_limit: str = "1GB", threads: int = 2) -> duckdb.DuckDBPyConnection:
    """A database in memory. What does not fit is written to the home's staging folder until the connection closes."""
    con = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": memory_limit,
            "threads": threads,
            "temp_directory": str(_spill(home)),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    con.execute("SET TimeZone = 'UTC'")
    return con


def rows(con: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    """Run one statement to its end; all its rows."""
    found: list[tuple[Any, ...]] = con.execute(query).fetchall()
    return found


def batches(con: duckdb.DuckDBPyConnection, query: str) -> Iterator[pa.RecordBatch]:
    """The rows of a query in its order, a million at a time; read them all before the next statement."""
    return iter(con.sql(query).to_arrow_reader(BATCH))


@contextmanager
def streamed(
    con: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema, found: Iterable[pa.RecordBatch]
) -> Iterator[None]:
    """A stream as a relation that can be read once. What fails in it is raised as it is, not as DuckDB reports it."""
    import pyarrow as pa

    failed: list[Exception] = []

    def watched() -> Iterator[pa.RecordBatch]:
        try:
            yield from found
        except Exception as error:
            failed.append(error)
            raise

    con.register(name, pa.RecordBatchReader.from_batches(schema, watched()))
    try:
        yield
    except duckdb.Error:
        if failed:
            raise failed[0] from None
        raise
    finally:
        con.unregister(name)


def clear_spill(home: Home) -> None:
    """Delete what killed processes left behind: it may hold what people said."""
    for path in _spill(home).glob("duckdb_temp_*"):
        owner = _SPILLED_BY.match(path.name)
        if owner is None or not _runs(int(owner[1])):
            path.unlink(missing_ok=True)


def _spill(home: Home) -> Path:
    return home.staging / "spill"


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
