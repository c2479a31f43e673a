"""The disk, the lake and the programs of this installation."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils import timezone

from leitstern.app.common.home import current_home
from leitstern.app.intake.queries import latest_snapshot
from leitstern.app.operations.booking import booked, finished
from leitstern.core.outside.room import DAYS_OF_WEEK, WEEKS, days_left, sentence
from leitstern.core.tables.lake import FACTS
from leitstern.store.layout import USUAL
from leitstern.store.state import state
from leitstern.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from leitstern.app.intake.models import Snapshot
    from leitstern.core.outside.ledger import Booked
    from leitstern.core.stats.estimate import Measured
    from leitstern.core.texts import Text
    from leitstern.store.state import LakeState

PARTS = ("lake", "uploads", "inbox", "staging", "cache", "exports", "backups")
SCARCE = 0.05  # of the disk
PROGRAMS = ("Django", "duckdb", "deltalake", "pyarrow", "ibis-framework")


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes: of the home as a whole and by part, of the disk it lies on, and how many days what is free lasts."""

    home: int
    parts: dict[str, int]
    total: int
    free: int
    lasts: Measured

    @property
    def sentence(self) -> Text:
        """How long it lasts, in words."""
        return sentence(self.lasts)

    @property
    def is_scarce(self) -> bool:
        """Whether so little is free that imports will soon be refused."""
        return self.free < SCARCE * self.total


@dataclass(frozen=True, slots=True)
class Stored:
    """The published state and how the lake lies. `due` are tables whose fresh rows go to their buckets next time."""

    snapshot: Snapshot | None
    lake: LakeState | None
    due: tuple[str, ...]

    @property
    def compacted(self) -> datetime | None:
        """When rows were put into their buckets last."""
        cut = [table.cut for table in self.lake.tables if table.cut] if self.lake else []
        return max(cut, default=None)


def room() -> Room:
    """How much there is, and how long it lasts."""
    home = current_home().path
    parts = {name: _size(home / name) for name in PARTS if (home / name).is_dir()}
    files = sum(path.stat().st_size for path in home.iterdir() if path.is_file())
    disk = shutil.disk_usage(home)
    return Room(
        files + sum(parts.values()),
        parts,
        disk.total,
        disk.free,
        days_left(disk.free, _weeks(booked(finished()))),
    )


def stored() -> Stored:
    """The state pages show, and what the lake will do about itself."""
    found = state(current_home())
    due = tuple(
        table.name
        for table in (found.tables if found else ())
        if table.name in FACTS
        and USUAL.over(table.fresh_rows, table.rows, USUAL.fresh_share, cut=table.buckets > 0)
    )
    return Stored(latest_snapshot(), found, due)


def programs() -> dict[str, str]:
    """What runs here, with its version."""
    found = {"Leitstern": VERSION, "Python": platform.python_version(), "SQLite": sqlite3.sqlite_version}
    return found | {name: version(name) for name in PROGRAMS}


def _weeks(found: Sequence[Booked]) -> list[float]:
    """Bytes that came in during each of the last weeks, the newest first, as much as rows take on average."""
    lake, now = state(current_home()), timezone.now()
    rows = sum(table.rows for table in lake.tables if table.name in FACTS) if lake else 0
    if lake is None or not rows:
        return [0.0] * WEEKS
    per_row = sum(table.size for table in lake.tables) / rows
    weeks = [0.0] * WEEKS
    for each in found:
        past = (now - each.at) // timedelta(days=DAYS_OF_WEEK)
        if 0 <= past < WEEKS:
            weeks[past] += each.items.stored * per_row
    return weeks


def _size(folder: Path) -> int:
    found = 0
    for place, _folders, files in os.walk(folder):
        for name in files:
            with suppress(FileNotFoundError):  # gone meanwhile
                found += (Path(place) / name).lstat().st_size
    return found
