"""Rows that were put aside, in place of the files they came from."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leitstern.collect.quarantine.entries import Quarantine
from leitstern.collect.readers.encoding import Encoding, usual
from leitstern.collect.readers.files import Files
from leitstern.collect.readers.json_lines import waiting_json_lines
from leitstern.collect.readers.layout import Layout, unpacked
from leitstern.collect.readers.loaded import Loaded, load
from leitstern.collect.readers.records import Record, split
from leitstern.collect.readers.sift import read_sound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import duckdb

    from leitstern.collect.mapping import Format, Source
    from leitstern.collect.quarantine.entries import Entry
    from leitstern.collect.readers.dialect import Decimal, Dialect
    from leitstern.collect.readers.relation import Broken, Reader, Relation


class WaitingFiles(Files):
    """The files of a folder, except that of a source only those rows are read that were put aside: the `entries`.

    Until then they are kept on disk, in `staging`.
    """

    def __init__(
        self, con: duckdb.DuckDBPyConnection, folder: Path, staging: Path, entries: Iterable[Entry]
    ) -> None:
        super().__init__(con, folder)
        self._entries: dict[str, Quarantine] = {}
        for entry in entries:
            if entry.source not in self._entries:
                self._entries[entry.source] = Quarantine(staging)
            self._entries[entry.source].add(entry)

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the sources from which something waits."""
        return tuple(self._entries)

    def main(self, source: Source) -> Reader | None:
        """A reader of what waits from the source, None if nothing does. Raises Refused for an unknown encoding."""
        entries = self._entries.get(source.name)
        if entries is None:
            return None
        first = next(iter(entries))
        layout = unpacked(first.head)
        decimal = source.format.decimal or layout.decimal
        size = sum(len(entry.original) for entry in entries)
        if layout.lines:
            return self._lines(source, first.file, size, entries, layout.columns)
        if layout.dialect is None:
            table = self.new_table()
            rows = ((entry.line, json.loads(entry.original)) for entry in entries)
            columns = load(self.con, table, rows, layout.columns)
            return Loaded(first.file, size, self.con, table, columns, decimal)
        codec = _codec(source.format, first)
        return Waiting(first.file, size, layout.columns, decimal, codec, layout.dialect, entries)

    def _lines(
        self, source: Source, name: str, size: int, entries: Quarantine, known: tuple[str, ...]
    ) -> Reader:
        def records() -> Iterator[tuple[int, bytes]]:
            return ((entry.line, entry.original) for entry in entries)

        return waiting_json_lines(self.con, self.new_table(), name, size, records, source.format, known)


@dataclass(frozen=True, slots=True)
class Waiting:
    """See `Reader`. Each entry is read on its own, so that a broken one can never take its neighbours along."""

    name: str
    size: int
    columns: tuple[str, ...]
    decimal: Decimal
    codec: Encoding
    dialect: Dialect
    entries: Quarantine

    @property
    def encoding(self) -> str:
        """See `Reader`."""
        return self.codec.name

    @property
    def head(self) -> bytes:
        """See `Reader`."""
        return Layout(self.columns, self.decimal, self.dialect).packed()

    def read(
        self, staging: Path, make: Callable[[Relation], None], put_aside: Callable[[Broken], None]
    ) -> None:
        """See `Reader`."""
        read_sound(self._records(), len(self.columns), self.dialect, self.codec, staging, make, put_aside)

    def originals(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """See `Reader`."""
        wanted = set(numbers)
        return ((entry.line, entry.original) for entry in self.entries if entry.line in wanted)

    def _records(self) -> Iterator[Record]:
        for entry in self.entries:
            carried = self.codec.carried(entry.original)
            records = list(split(io.StringIO(carried, newline="\n"), self.dialect))
            whole = records[0] if len(records) == 1 else Record(0, carried, 0, "not-one-row")
            yield Record(entry.line, whole.carried, whole.columns, whole.fault)


def _codec(how: Format, entry: Entry) -> Encoding:
    """As the mapping tells by now, else as it was; how many bytes a letter takes does not change."""
    was = Encoding(entry.encoding)
    told = Encoding(usual(how.encoding)) if how.encoding else was
    return was if told.wide or was.wide else told
