"""A home held still for as long as it takes to copy it, and an archive of it tried out.

The lake's files get a second name, which takes no room and no time, and the database is copied by its own engine.
Whatever happens meanwhile, what is held is what was there at that moment.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from leitstern.core.errors import Conflict, Damaged
from leitstern.core.tables.lake import LAKE
from leitstern.core.texts import Text
from leitstern.store.archive import DAMAGED, unpack
from leitstern.store.home import Home
from leitstern.store.lake import Lake
from leitstern.store.space import refuse_unwritable
from leitstern.store.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leitstern.store.archive import Manifest
    from leitstern.store.lake import Progress
    from leitstern.store.reader import Versions

STAYS = {"secret", "lake", "staging", "uploads", "inbox", "cache", "exports"}  # the lake goes file by file
PATIENCE = 120.0  # seconds in which the database has to be copied
BUSY = Text(
    en="The database could not be copied within two minutes, as others kept writing to it. Nothing was written; try again.",
    de="Die Datenbank ließ sich nicht binnen zwei Minuten kopieren, weil andere hineinschrieben. Es wurde nichts geschrieben; "
    "versuchen Sie es noch einmal.",
)


@contextmanager
def held(home: Home, versions: Iterable[Versions]) -> Iterator[Path]:
    """A folder in which everything of the home but database and secret lies still; these versions can be read from it.

    Begin it while nobody else changes the lake; once it is there, they may. What an earlier one left is cleared away.
    """
    clear(home)
    folder = _place(home)
    (folder / "lake").mkdir(mode=0o700, parents=True)
    try:
        named = {
            path
            for state in (Lake(home).versions(), *versions)
            for name in LAKE
            for path in _files(home, name, getattr(state, name))
        }
        logs = (
            path for name in LAKE for path in (home.lake / name / "_delta_log").iterdir() if path.is_file()
        )
        seen = (home.lake / "seen").iterdir()
        others = (
            path for path in home.path.rglob("*") if path.is_file() and _goes(path.relative_to(home.path))
        )
        settings = [path for path in (home.lake / "settings.json",) if path.exists()]
        for path in {*named, *logs, *seen, *settings, *others}:
            into = folder / path.relative_to(home.path)
            into.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _second_name(path, into)
        yield folder
    finally:
        clear(home)


def clear(home: Home) -> None:
    """Take away second names that a killed process left."""
    shutil.rmtree(_place(home), ignore_errors=True)


def copy_database(source: sqlite3.Connection, into: Path) -> None:
    """The database as its engine copies it, in one moment, then written anew: nothing deleted is left in it.

    Within a transaction of its own the engine copies no pages; then what the transaction sees is written whole. Raises
    Conflict while others keep it from being read.
    """
    with refuse_unwritable():
        if source.in_transaction:
            into.write_bytes(source.serialize())
        with closing(sqlite3.connect(into)) as copy:
            if not source.in_transaction:
                deadline = time.monotonic() + PATIENCE
                source.backup(copy, progress=lambda *_step: _refuse_late(deadline), sleep=0.1)
            copy.execute("PRAGMA journal_mode=DELETE")
            copy.execute("VACUUM")
    into.chmod(0o600)


def try_out(archive: Path, secret: bytes, into: Path, progress: Progress) -> Manifest:
    """Restore an archive into a folder below `into`, open it, count everything, and delete it again. Raises Damaged."""
    with TemporaryDirectory(dir=into) as folder:
        place = Path(folder) / "home"
        found = unpack(archive, place, secret, progress)
        home = Home.open(place)
        Lake(home).verify()
        with closing(sqlite3.connect(home.app_db)) as con:
            whole = con.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if not whole or counted(home, found.versions) != found.rows:
            raise Damaged(DAMAGED.fill(path=archive, name="app.db" if not whole else "lake"))
    return found


def counted(home: Home, versions: dict[str, int] | None) -> dict[str, int]:
    """Rows of the lake's tables at these versions, as their files say that hold them."""
    import pyarrow.parquet as pq

    return {
        name: sum(pq.read_metadata(path).num_rows for path in _files(home, name, version))
        for name, version in (versions or {}).items()
    }


def _refuse_late(deadline: float) -> None:
    if time.monotonic() > deadline:
        raise Conflict(BUSY)


def _files(home: Home, table: str, version: int) -> list[Path]:
    return Table(home.lake / table, LAKE[table]).files(version)


def _place(home: Home) -> Path:
    return home.staging / "backup"


def _goes(path: Path) -> bool:
    first = path.parts[0]
    is_draft = path.name.endswith((".new", ".lock"))
    return first not in STAYS and not first.startswith("app.db") and not is_draft


def _second_name(path: Path, into: Path) -> None:
    try:
        into.hardlink_to(path)
    except OSError:  # this file system has no second names
        shutil.copyfile(path, into)
