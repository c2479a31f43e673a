"""A table somebody filled in (CSV or XLSX): its columns, and every line with its number."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import duckdb

from leitstern.collect.mapping import Format
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.readers.files import Files
from leitstern.collect.readers.refused import Refused
from leitstern.core.texts import Text
from leitstern.store import engine

if TYPE_CHECKING:
    from leitstern.collect.readers.relation import Broken, Relation

BROKEN = Text(
    en="This line has other columns than the first one.",
    de="Diese Zeile hat andere Spalten als die erste.",
)
TOO_MANY = Text(
    en="The file has more than {most} lines. Please hand it in in parts.",
    de="Die Datei hat mehr als {most} Zeilen. Bitte geben Sie sie in Teilen ab.",
)


@dataclass(frozen=True, slots=True)
class Table:
    """Titles, and per line its number in the file and one text per title; empty lines are left out."""

    titles: tuple[str, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]


def read_table(folder: Path, name: str, most: int) -> Table:
    """The table in the file `name`. Raises InvalidFile for what is none, or has more than `most` lines."""
    with TemporaryDirectory(dir=folder) as staging, duckdb.connect(":memory:") as con:
        try:
            return _read(con, folder, name, Path(staging), most)
        except Refused as refused:
            raise InvalidFile([Problem(name, "", "", refused.text)]) from None


def _read(con: duckdb.DuckDBPyConnection, folder: Path, name: str, staging: Path, most: int) -> Table:
    reader = Files(con, folder).open(name, Format())
    found: list[tuple[object, ...]] = []
    broken: list[Problem] = []

    def take(relation: Relation) -> None:
        line = "_line" if relation.numbered else f"row_number() OVER () + {relation.first - 1}"
        cells = ", ".join(f"c{at}" for at in range(len(reader.columns)))
        found[:] = engine.rows(con, f"SELECT {line}, {cells} FROM {relation.sql} LIMIT {most + 1}")

    def refuse(row: Broken) -> None:
        broken.append(Problem(name, str(row.line), "", BROKEN))

    reader.read(staging, take, refuse)
    if broken:
        raise InvalidFile(broken)
    if len(found) > most:
        raise InvalidFile([Problem(name, "", "", TOO_MANY.fill(most=most))])
    lines = [(str(line), tuple(str(cell or "").strip() for cell in cells)) for line, *cells in found]
    return Table(tuple(reader.columns), tuple(line for line in lines if any(line[1])))
