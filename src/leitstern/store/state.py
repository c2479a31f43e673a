"""How the lake stands: what lies where, for whoever looks after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from leitstern.core.tables.lake import LAKE
from leitstern.store import runs
from leitstern.store.seen import Seen
from leitstern.store.table import Table

if TYPE_CHECKING:
    from leitstern.store.home import Home


@dataclass(frozen=True, slots=True)
class TableState:
    """One table: its rows, its files in buckets and fresh ones, and its log.

    `fresh_rows` are not in their bucket yet. `cut` is when rows were put into buckets last; None if there are none.
    """

    name: str
    rows: int
    fresh_rows: int
    buckets: int
    fresh: int
    size: int
    version: int
    entries: int
    cut: datetime | None

    @property
    def row_bytes(self) -> int | None:
        """Bytes per row, as files; None without rows."""
        return round(self.size / self.rows) if self.rows else None


@dataclass(frozen=True, slots=True)
class LakeState:
    """All tables, and the runs of hashes that tell which messages came in before."""

    tables: tuple[TableState, ...]
    runs: int
    messages: int


def state(home: Home) -> LakeState | None:
    """How the lake of a home stands; None before the first import. Reads logs, no rows."""
    if not (home.lake / "settings.json").exists():
        return None
    found = Seen(home.lake / "seen").runs()
    tables = tuple(_state(Table(home.lake / name, schema), name) for name, schema in LAKE.items())
    return LakeState(tables, len(found), sum(runs.load(run).shape[1] for run in found))


def _state(table: Table, name: str) -> TableState:
    opened = table.open()
    stored = table.stored(opened.version())
    cut = [each for each in stored if each.bucket is not None]
    written = [each.path.stat().st_mtime for each in cut if each.path.exists()]
    return TableState(
        name=name,
        rows=sum(each.rows for each in stored),
        fresh_rows=sum(each.rows for each in stored if each.bucket is None),
        buckets=len(cut),
        fresh=len(stored) - len(cut),
        size=sum(each.size for each in stored),
        version=int(opened.version()),
        entries=sum(1 for _ in table.log.glob("*.json")),
        cut=datetime.fromtimestamp(max(written), UTC) if written else None,
    )
