"""Long statements that say how far they are."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Callable

    import duckdb

EVERY = 0.5  # seconds


def watched(con: duckdb.DuckDBPyConnection, sql: str, tell: Callable[[float], None]) -> None:
    """Run a statement and `tell` the share that is done (0–1) now and then, always from the caller's thread."""
    engine.rows(con, "SET enable_progress_bar_print = false")
    engine.rows(con, "SET enable_progress_bar = true")
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(engine.rows, con, sql)
        try:
            while not wait([running], EVERY).done:
                tell(min(max(con.query_progress(), 0.0) / 100, 1.0))
            running.result()
        except BaseException:
            con.interrupt()
            raise
