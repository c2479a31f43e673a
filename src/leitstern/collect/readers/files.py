"""The files of a folder, opened by the names the mapping uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.problems import closest
from leitstern.collect.readers.delimited import open_delimited
from leitstern.collect.readers.eventlog import eventlog_pieces
from leitstern.collect.readers.json_lines import open_json_lines
from leitstern.collect.readers.kind import find_kind
from leitstern.collect.readers.loaded import Loaded, load, load_pieces
from leitstern.collect.readers.ocel import load_ocel
from leitstern.collect.readers.parquet import open_parquet
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.workbook import open_sheet
from leitstern.core.texts import Text
from leitstern.store import engine

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

    from leitstern.collect.mapping import Format, Source
    from leitstern.collect.readers.relation import Reader


class Files:
    """Opens each file once; `close` lets go of what had to be loaded."""

    def __init__(self, con: duckdb.DuckDBPyConnection, folder: Path) -> None:
        self.con, self._folder = con, folder
        self._open: dict[tuple[str, Format], Reader] = {}
        self._tables = 0

    def main(self, source: Source) -> Reader | None:
        """The reader of a source's own file, None if there is nothing to read. Raises Refused like `open`."""
        return self.open(source.file, source.format)

    def open(self, name: str, how: Format) -> Reader:
        """The reader of a file. Raises Refused if it is missing, lies elsewhere or cannot be read."""
        known = self._open.get((name, how))
        if known is None:
            known = self._open[name, how] = self._read(name, how)
        return known

    def close(self) -> None:
        """Drop what was loaded."""
        for number in range(1, self._tables + 1):
            engine.rows(self.con, f"DROP TABLE IF EXISTS loaded_{number}")
        self._open = {}

    def new_table(self) -> str:
        """A name for a table of what has to be loaded."""
        self._tables += 1
        return f"loaded_{self._tables}"

    def _read(self, name: str, how: Format) -> Reader:
        path = find(self._folder, name)
        kind = find_kind(path, how.type)
        if kind == "csv":
            return open_delimited(name, path, how)
        table = self.new_table()
        if kind == "jsonl":
            return open_json_lines(self.con, table, name, path, how)
        if kind == "parquet":
            return open_parquet(self.con, table, name, path, how)
        if kind == "xes":
            columns = load_pieces(self.con, table, eventlog_pieces(path))
        elif kind == "ocel":
            columns = load_ocel(self.con, table, path, how.unnest or "")
        else:
            with open_sheet(path, how) as (titles, rows):
                columns = load(self.con, table, rows, titles)
        return Loaded(name, path.stat().st_size, self.con, table, columns, how.decimal or ".")


def find(folder: Path, name: str) -> Path:
    """The file `name` inside `folder`. Raises Refused if there is none; a link may not lead out of the folder."""
    home = folder.resolve()
    path = (home / name).resolve()
    if not path.is_relative_to(home) or not path.is_file():
        there = tuple(sorted(str(file.relative_to(home)) for file in home.rglob("*") if file.is_file()))
        meant = closest(name, there)
        raise Refused(MISSING_BUT.fill(name=name, meant=meant) if meant else MISSING.fill(name=name))
    return path


MISSING = Text(
    en="There is no file “{name}” in the data folder.", de="Im Datenordner gibt es keine Datei „{name}“."
)
MISSING_BUT = Text(
    en="There is no file “{name}” in the data folder. Did you mean “{meant}”?",
    de="Im Datenordner gibt es keine Datei „{name}“. Meinten Sie „{meant}“?",
)
