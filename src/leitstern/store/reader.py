"""Reading the lake at exactly named versions, whatever is written meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Self

from deltalake.exceptions import DeltaError, TableNotFoundError

from leitstern.core.errors import Conflict
from leitstern.core.tables.lake import DERIVED, LAKE
from leitstern.core.texts import Text
from leitstern.store import columns, views, whereabouts
from leitstern.store.engine import batches, connect, rows
from leitstern.store.held.line import line
from leitstern.store.held.loading import held
from leitstern.store.layout import bucketed, fresh, may_hold
from leitstern.store.table import Table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    import duckdb
    import ibis
    import pyarrow as pa

    from leitstern.store.held.line import Line
    from leitstern.store.held.loading import Held
    from leitstern.store.home import Home


@dataclass(frozen=True, slots=True)
class Versions:
    """One state of the lake: the version of each of its tables."""

    contacts: int
    feedback: int
    promises: int
    transitions: int
    journeys: int


class Reader:
    """The lake at `versions`, as a context manager: its tables as Ibis expressions, and the rows of expressions.

    With `people` the tables have the rows of these alone, and only files that hold any are opened: see `whereabouts`.
    Each reader has its own connection, so threads may each open one; together they share one bounded memory.
    Raises Conflict if these versions have been released.
    """

    def __init__(self, home: Home, versions: Versions, people: Collection[int] = ()) -> None:
        self._home = home
        self._versions = versions
        self._people = people

    def __enter__(self) -> Self:
        self._con = _database(self._home).cursor()
        self._files = {
            name: _files(self._home.lake / name, getattr(self._versions, name), self._people) for name in LAKE
        }
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._con.close()

    def table(self, name: str) -> ibis.Table:
        """One of the lake's five tables as an expression; `run` gives it its rows."""
        import ibis

        rows(self._con, f"CREATE TEMP VIEW IF NOT EXISTS {name} AS FROM {self._source(name)}")
        return ibis.table(ibis.Schema.from_pyarrow(LAKE[name]), name=name)

    def read(self, name: str, wanted: Sequence[str]) -> list[dict[str, Any]]:
        """Columns of all rows of a table, in no order, as dictionaries.

        For the few rows of few people: composing an expression takes longer than reading these.
        """
        if not self._files[name]:
            return []
        listed = ", ".join(f'"{column}"' for column in wanted)
        found = rows(self._con, f"FROM {self._source(name)} SELECT {listed}")
        return [dict(zip(wanted, row, strict=True)) for row in found]

    def held(self) -> Held | None:
        """The journeys of all people as arrays in memory; None where these cannot be held."""
        return None if self._people else held(self._home, self._files["transitions"], self._files["journeys"])

    def line(self) -> Line | None:
        """Everybody's contacts in the order in which they lived them; None where they cannot be held."""
        return None if self._people else line(self._home, self._files["transitions"], self._files["journeys"])

    def batches(self, expression: ibis.Table) -> Iterator[pa.RecordBatch]:
        """The same piece by piece, for more rows than memory should hold."""
        return batches(self._con, str(self._engine.compile(expression)))

    def run(self, expression: ibis.Table) -> pa.Table:
        """The rows of a table expression."""
        found: pa.Table = self._engine.to_pyarrow(expression)
        return found

    def _source(self, name: str) -> str:
        """The rows of a table as SQL."""
        files = self._files[name]
        if name in DERIVED:
            among = views.one_of("person", self._people) if self._people else views.EVERYBODY
            return views.derived(name, files, self._moving, among)
        if not self._people:
            return columns.files(LAKE[name], files)
        holding = whereabouts.with_rows(self._con, fresh(files), "entity_id", self._people)
        within = views.one_of("entity_id", self._people)
        return views.of(columns.files(LAKE[name], [*bucketed(files), *holding]), within)

    @cached_property
    def _moving(self) -> list[Path]:
        """The files with fresh journeys of these people."""
        journeys = fresh(self._files["journeys"])
        if not self._people:
            return journeys
        return [*whereabouts.with_rows(self._con, journeys, "person", self._people)]

    @cached_property
    def _engine(self) -> Any:
        from leitstern.store.translated import Engine

        return Engine.from_connection(self._con)


@lru_cache(maxsize=4)
def _database(home: Home) -> duckdb.DuckDBPyConnection:
    con = connect(home)
    con.execute("SET parquet_metadata_cache = true")  # one person's rows are read faster than a footer
    return con


@lru_cache(maxsize=64)
def _named(folder: Path, version: int) -> tuple[Path, ...]:
    """The files of a version, which never change."""
    return tuple(Table(folder, LAKE[folder.name]).files(version))


def _files(folder: Path, version: int, people: Collection[int]) -> tuple[Path, ...]:
    try:
        paths = tuple(path for path in _named(folder, version) if not people or may_hold(path, people))
    except (DeltaError, TableNotFoundError):
        raise Conflict(_RELEASED) from None
    if not all(path.exists() for path in paths):
        raise Conflict(_RELEASED)
    return paths


_RELEASED = Text(
    en="This state of the data is no longer there; newer data has taken its place. Load the page again.",
    de="Diesen Datenstand gibt es nicht mehr; ein neuerer hat ihn abgelöst. Laden Sie die Seite neu.",
)
