"""Care of a table's log: what a power cut tore is dropped, what nobody reads any more is trimmed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from leitstern.store import durable

if TYPE_CHECKING:
    from pathlib import Path

    from leitstern.store.table import Table


def repair(table: Table) -> None:
    """Drop what was not whole on disk when power failed: nobody was told that it was kept.

    Only the newest entry can be torn, because every entry is synced before the next one is written; it is torn too
    if a file it adds is missing or short.
    """
    for draft in table.log.glob("*#*"):
        draft.unlink()
    _drop_torn_checkpoints(table.log)
    while entries := sorted(table.log.glob("*.json")):
        if _whole(entries[-1], table.folder):
            break
        entries[-1].unlink()
    if table.log.exists():
        durable.sync(table.log)


def trim(table: Table, oldest: int) -> None:
    """Every so many versions of its layout, condense the log up to version `oldest` and drop entries older than a day."""
    latest = max((int(path.name[:20]) for path in table.log.glob("*.checkpoint.parquet")), default=0)
    if oldest - latest < table.layout.checkpoint_every:
        return
    kept = table.open(oldest)
    kept.create_checkpoint()
    durable.sync(table.log / f"{oldest:020d}.checkpoint.parquet")
    durable.sync(table.log / "_last_checkpoint")
    durable.sync(table.log)
    kept.cleanup_metadata()


def _drop_torn_checkpoints(log: Path) -> None:
    pointer = log / "_last_checkpoint"
    torn = pointer.exists() and _records(pointer) is None
    for path in log.glob("*.checkpoint.parquet"):
        try:
            pq.read_metadata(path)
        except (pa.ArrowException, OSError):
            path.unlink()
            torn = True
    if torn:
        pointer.unlink(missing_ok=True)


def _whole(entry: Path, folder: Path) -> bool:
    records = _records(entry)
    if not records:
        return False
    added = [record["add"] for record in records if "add" in record]
    return all(_size(folder / action["path"]) == action["size"] for action in added)


def _records(path: Path) -> list[dict[str, dict[str, Any]]] | None:
    """The JSON objects of a file, one a line; None if it is torn."""
    try:
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    except ValueError:
        return None


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.exists() else None
