"""Text files of separated values: CSV, TSV and their relatives."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import duckdb

from leitstern.collect.readers import header
from leitstern.collect.readers.dialect import find_decimal, find_dialect
from leitstern.collect.readers.encoding import find_encoding, is_plain, transcode
from leitstern.collect.readers.kind import NO_TABLE
from leitstern.collect.readers.layout import Layout
from leitstern.collect.readers.records import lines, split
from leitstern.collect.readers.refused import Refused
from leitstern.collect.readers.relation import Relation
from leitstern.collect.readers.sift import read_sound, scan
from leitstern.core.texts import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from pathlib import Path

    from leitstern.collect.mapping import Format
    from leitstern.collect.readers.dialect import Decimal, Dialect
    from leitstern.collect.readers.encoding import Encoding
    from leitstern.collect.readers.records import Record
    from leitstern.collect.readers.relation import Broken

_LOOK = 400  # lines from which separators and decimals are told


@dataclass(frozen=True, slots=True)
class Delimited:
    """See `Reader`. `regular` files begin with their header at once, so that DuckDB may read them itself."""

    name: str
    path: Path
    columns: tuple[str, ...]
    decimal: Decimal
    codec: Encoding
    dialect: Dialect
    regular: bool

    @property
    def size(self) -> int:
        """See `Reader`."""
        return self.path.stat().st_size

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
        """See `Reader`. DuckDB reads strictly; only when it refuses the file are its records looked at one by one."""
        text = staging / "text.csv"
        try:
            if self.regular and self._is_text(text):
                make(self._whole(text if text.exists() else self.path))
                return
        except (UnicodeError, duckdb.InvalidInputException):
            pass
        finally:
            text.unlink(missing_ok=True)
        read_sound(self._records(), len(self.columns), self.dialect, self.codec, staging, make, put_aside)

    def originals(self, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """See `Reader`."""
        wanted = set(numbers)
        for record in islice(self._records(wanted), len(wanted)):
            yield record.number, self.codec.original(record.carried)

    def sample(self, rows: int) -> list[tuple[str, ...]]:
        """The first sound rows."""
        width = len(self.columns)
        cells = (_cells(record, self.dialect, self.codec) for record in self._records())
        return list(islice((row for row in cells if len(row) == width), rows))

    def _records(self, only: Container[int] | None = None) -> Iterator[Record]:
        return split(lines(self.path, self.codec), self.dialect, only, skip=self.dialect.skip + 1)

    def _is_text(self, text: Path) -> bool:
        """Make sure that DuckDB can read the letters; `text` is only written if they are not UTF-8 yet."""
        if self.codec.name == "utf-8":
            return is_plain(self.path)
        transcode(self.path, self.codec, text)
        return is_plain(text)

    def _whole(self, path: Path) -> Relation:
        skip = self.dialect.skip
        source = scan(path, self.dialect, len(self.columns), header="true", skip=str(skip))
        return Relation(source, numbered=False, first=skip + 2)


def open_delimited(name: str, path: Path, how: Format) -> Delimited:
    """Find out how the file is written; its rows are not read yet. Raises Refused if it is no table."""
    codec = find_encoding(path, how.encoding)
    look = list(islice(lines(path, codec), _LOOK))
    dialect = find_dialect("".join(look), how.delimiter)
    records = list(split(look, dialect))
    if len(records) <= dialect.skip:
        raise Refused(NO_HEADER)
    titles = _cells(records[dialect.skip], dialect, codec)
    if not titles or any(ord(letter) < 32 and not letter.isspace() for title in titles for letter in title):
        raise Refused(NO_TABLE)
    return Delimited(
        name=name,
        path=path,
        columns=header.names(titles),
        decimal=how.decimal
        or find_decimal(_cells(record, dialect, codec) for record in records[dialect.skip + 1 :]),
        codec=codec,
        dialect=dialect,
        regular=all(line.strip("\r\n") for line in look[: dialect.skip + 1]),
    )


def _cells(record: Record, dialect: Dialect, codec: Encoding) -> tuple[str, ...]:
    """The values of one record, with a mark where bytes make no sense; none if it is broken."""
    text = codec.original(record.carried).decode(codec.name, "replace")
    try:
        return () if record.fault else tuple(dialect.cells([text.replace("\r\n", "\n")])[0])
    except csv.Error:
        return ()


NO_HEADER = Text(
    en="The file has no first row with the names of its columns.",
    de="Der Datei fehlt die erste Zeile mit den Namen der Spalten.",
)
