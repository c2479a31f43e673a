"""One table of the lake: Parquet files written by DuckDB, versions kept by Delta, both synced by us.

Statistics in the log are kept for times, sequence numbers and imports only: no text, and no identifier of a person,
ever enters the log or a checkpoint.
"""

from __future__ import annotations

import json
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties, Transaction
from deltalake.transaction import AddAction, RemoveAction

from leitstern.store import durable
from leitstern.store.columns import literal
from leitstern.store.engine import rows
from leitstern.store.layout import USUAL, Layout, Stored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    import duckdb

STATISTICS = ("ts_us", "seq", "import_id", "start_us", "end_us")
ROW_GROUP = 122_880
ROW_GROUP_OF_BUCKETS = 20_480  # one person's rows are found in less,
ROW_GROUP_OF_DERIVED = 61_440  # of narrower rows in a little more
# A million contacts take half the processor time of DuckDB's defaults, and smaller files. Dictionaries would be tried
# on times and texts too, in vain: hence their limit. What people said is worth compressing well; what is derived are
# numbers that pack as small as they get, and are written more often. There the people of a row group fit a dictionary,
# which is asked about each of them once: whose rows are wanted is found in half the time.
_PARQUET = "FORMAT parquet, PARQUET_VERSION v2"
_OF_FACTS = "DICTIONARY_SIZE_LIMIT 512, COMPRESSION zstd, COMPRESSION_LEVEL 1"
_OF_DERIVED = "DICTIONARY_SIZE_LIMIT 4096, COMPRESSION snappy"
_NO_HOOKS = PostCommitHookProperties(create_checkpoint=False, cleanup_expired_logs=False)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A synced Parquet file that no version names yet."""

    path: Path
    rows: int
    size: int
    statistics: str


@dataclass(slots=True)
class Change:
    """What a table's next version adds, removes and states."""

    add: list[DataFile] = field(default_factory=list)
    remove: list[Path] = field(default_factory=list)
    transactions: dict[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.add or self.remove or self.transactions)


class Table:
    """A folder of immutable Parquet files and its log."""

    def __init__(self, folder: Path, schema: pa.Schema, layout: Layout = USUAL) -> None:
        self.folder = folder
        self.schema = schema
        self.layout = layout
        self.log = folder / "_delta_log"
        self._alone = False
        self._newest: DeltaTable | None = None

    def create(self) -> None:
        """Make version 0, without rows, unless the table is there."""
        if any(self.log.glob("*.json")):
            return
        self.folder.mkdir(mode=0o700, exist_ok=True)
        counted = [name for name in STATISTICS if name in self.schema.names]
        DeltaTable.create(
            self.folder,
            self.schema,
            configuration={
                "delta.dataSkippingStatsColumns": ",".join(counted),
                "delta.logRetentionDuration": "interval 1 days",
            },
        )
        self._sync_log(0)
        durable.sync(self.folder)
        durable.sync(self.folder.parent)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else writes meanwhile: a version that was opened stays the newest until there is an entry after it."""
        self._alone, self._newest = True, None
        try:
            yield
        finally:
            self._alone, self._newest = False, None

    def open(self, version: int | None = None) -> DeltaTable:
        """The table at a version, else at its newest."""
        if version is not None or not self._alone:
            return DeltaTable(self.folder, version=version)
        if self._newest is None:
            self._newest = DeltaTable(self.folder)
        elif self.entry(self._newest.version() + 1).exists():
            self._newest.update_incremental()
        return self._newest

    def files(self, version: int | None = None) -> list[Path]:
        """The files of a version."""
        return [each.path for each in self.stored(version)]

    def stored(self, version: int | None = None) -> list[Stored]:
        """The files of a version and what its log says about them."""
        return [
            Stored(
                self.folder / action["path"],
                action["num_records"],
                action["size_bytes"],
                (action["min.import_id"], action["max.import_id"])
                if action.get("min.import_id") is not None
                else None,
            )
            for action in _actions(self.open(version))
        ]

    def files_after(self, change: Change) -> list[Path]:
        """The files of the newest version once `change` is committed."""
        return [path for path in self.files() if path not in change.remove] + [
            file.path for file in change.add
        ]

    def next_seq(self) -> int:
        """The first sequence number no row of the newest version has."""
        return max((action["max.seq"] + 1 for action in _actions(self.open())), default=0)

    def write(
        self, con: duckdb.DuckDBPyConnection, query: str, mark: str = "", name: str | None = None
    ) -> DataFile | None:
        """The rows of `query`, in its order, as a synced file, fresh or of a bucket; None when there are none.

        What no other file is called may be said, for files of two tables that belong together.
        """
        path = self.folder / f"{mark}{name or anonymous()}.parquet"
        options = (
            _PARQUET,
            _OF_DERIVED if "person" in self.schema.names else _OF_FACTS,
            f"ROW_GROUP_SIZE {self._row_group(mark)}",
            "RETURN_STATS",
        )
        try:
            copy = f"COPY ({query}) TO {literal(str(path))} ({', '.join(options)})"
            written = rows(con, copy)  # name, rows, size, footer size, statistics, …; nothing without rows
            if not written or not written[0][1]:
                path.unlink(missing_ok=True)
                return None
            durable.sync(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        count, size, columns = written[0][1], written[0][2], written[0][4]
        return DataFile(path, count, size, json.dumps({"numRecords": count, **_bounds(columns)}))

    def commit(self, change: Change) -> None:
        """One new version. Its transactions tell the application later what it holds."""
        if change.add:
            durable.sync(self.folder)
        table = self.open()
        version = table.version() + 1
        now = int(time.time() * 1000)
        actions: list[AddAction | RemoveAction] = [
            AddAction(file.path.name, file.size, {}, now, True, file.statistics) for file in change.add
        ]
        actions += [RemoveAction(path.name, True, now) for path in change.remove]
        table.create_write_transaction(
            actions,
            "append",
            table.schema(),
            commit_properties=CommitProperties(
                max_commit_retries=0,
                app_transactions=[Transaction(name, number) for name, number in change.transactions.items()],
            ),
            post_commithook_properties=_NO_HOOKS,
        )
        self._sync_log(version)

    def transactions(self, names: Iterable[str]) -> dict[str, int | None]:
        """What the newest version states for these transactions."""
        table = self.open()
        return {name: table.transaction_version(name) for name in names}

    def damaged(self) -> list[Path]:
        """Files of the newest version that are missing or short."""
        return [
            each.path
            for each in self.stored()
            if not each.path.exists() or each.path.stat().st_size != each.size
        ]

    def entry(self, version: int) -> Path:
        """The log entry of a version."""
        return self.log / f"{version:020d}.json"

    def _row_group(self, mark: str) -> int:
        if "entity_id" in self.schema.names:
            return ROW_GROUP_OF_BUCKETS if mark or self._cut() else ROW_GROUP
        return ROW_GROUP_OF_DERIVED

    def _cut(self) -> bool:
        return any(each.bucket is not None for each in self.stored())

    def _sync_log(self, version: int) -> None:
        durable.sync(self.entry(version))
        durable.sync(self.log)


def anonymous() -> str:
    """What no other file is called."""
    return uuid.uuid4().hex


def _actions(table: DeltaTable) -> list[dict[str, Any]]:
    # Read as a stream: `pa.table(…)` would first import pandas to ask whether this is one of its frames.
    found: list[dict[str, Any]] = (
        pa.RecordBatchReader.from_stream(table.get_add_actions(flatten=True)).read_all().to_pylist()
    )
    return found


def _bounds(columns: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, int]]:
    """Lowest and highest value of the columns in STATISTICS, as the Delta protocol writes them."""
    bounds: dict[str, dict[str, int]] = {"minValues": {}, "maxValues": {}, "nullCount": {}}
    for name in STATISTICS:
        found = columns.get(f'"{name}"')
        if found and "min" in found:
            bounds["minValues"][name] = int(found["min"])
            bounds["maxValues"][name] = int(found["max"])
            bounds["nullCount"][name] = int(found["null_count"])
    return bounds
