"""Bringing in columns of other files: one row per key, so joining never multiplies rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leitstern.collect.numerals import number
from leitstern.collect.problems import InvalidFile, Problem
from leitstern.collect.quarantine.reasons import explain
from leitstern.collect.readers.header import clean
from leitstern.collect.readers.relation import Relation
from leitstern.collect.sql import text
from leitstern.core.texts import Text
from leitstern.store import engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import duckdb

    from leitstern.collect.columns import Columns
    from leitstern.collect.mapping import Join, Source, Taken
    from leitstern.collect.readers.dialect import Decimal
    from leitstern.collect.readers.relation import Broken, Reader

ROWS, RIGHT = "import_rows", "import_right"


def join_tables(
    con: duckdb.DuckDBPyConnection, source: Source, decimal: Decimal, files: Sequence[Reader], staging: Path
) -> None:
    """A table `joined_0`, … per join: `key` and the columns it takes, as texts with this `decimal` sign.

    Raises InvalidFile if a joined file has broken rows: left out, they would falsify counts and sums unseen.
    """
    taken = 0
    for position, (join, file) in enumerate(zip(source.join, files, strict=True)):
        _load(con, join, file, staging)
        values = ", ".join(
            f"{_aggregate(take, f'r{i}', file.decimal, decimal)} AS t{taken + i - 1}"
            for i, take in enumerate(join.take, start=1)
        )
        engine.rows(
            con,
            f"CREATE OR REPLACE TEMP TABLE joined_{position} AS "
            f"SELECT r0 AS key, {values} FROM {RIGHT} WHERE r0 IS NOT NULL GROUP BY r0",
        )
        taken += len(join.take)


def joined(
    con: duckdb.DuckDBPyConnection, source: Source, columns: Columns, relation: Relation, own: Iterable[str]
) -> Relation:
    """The rows of `relation` (its columns `own`) with what joins bring, each with its line."""
    line = "_line" if relation.numbered else "NULL"
    listed = ", ".join([f"{line}::BIGINT AS _line", *own])
    engine.rows(con, f"CREATE OR REPLACE TEMP TABLE {ROWS} AS SELECT {listed} FROM {relation.sql}")
    line = "_line" if relation.numbered else f"{ROWS}.rowid + {relation.first}"
    brought, ons = [], []
    taken = 0
    for position, join in enumerate(source.join):
        left = columns.sql(join.left)
        ons.append(f"LEFT JOIN joined_{position} AS j{position} ON {text(left)} = j{position}.key")
        for take in join.take:
            brought.append(f"{_unmatched(take, f'j{position}.t{taken}')} AS t{taken}")
            taken += 1
    listed = ", ".join([f"{line} AS _line", f"{ROWS}.* EXCLUDE (_line)", *brought])
    return Relation(f"(SELECT {listed} FROM {ROWS} {' '.join(ons)})", numbered=True)


def drop_joins(con: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Forget what `join_tables` and `joined` made."""
    for table in (ROWS, RIGHT, *(f"joined_{position}" for position in range(len(source.join)))):
        engine.rows(con, f"DROP TABLE IF EXISTS {table}")


def _load(con: duckdb.DuckDBPyConnection, join: Join, file: Reader, staging: Path) -> None:
    """The needed columns of the other file as `r0` (the key), `r1`, …, in its order."""
    found = {clean(name): f"c{index}" for index, name in enumerate(file.columns)}
    names = [join.right, *(take.column for take in join.take)]
    listed = ", ".join(f"{text(found[clean(name)])} AS r{i}" for i, name in enumerate(names))
    broken: list[Broken] = []

    def make(relation: Relation) -> None:
        engine.rows(con, f"CREATE OR REPLACE TEMP TABLE {RIGHT} AS SELECT {listed} FROM {relation.sql}")

    file.read(staging, make, broken.append)
    if broken:
        raise InvalidFile([Problem(join.file, str(row.line), "", _whole(row)) for row in broken])


def _aggregate(take: Taken, x: str, theirs: Decimal, ours: Decimal) -> str:
    """SQL for the one value of a key, as text. A plain value is the first one that is filled in."""
    if take.how == "value":
        return f"arg_min({x}, rowid)"
    if take.how == "count":
        return f"count({x})::VARCHAR"
    if take.how == "count_distinct":
        return f"count(DISTINCT {x})::VARCHAR"
    value = number(x, theirs)
    digits = f"rtrim(rtrim({take.how}({value})::DECIMAL(38, 6)::VARCHAR, '0'), '.')"
    if ours == ",":
        digits = f"replace({digits}, '.', ',')"
    if take.how == "sum":
        return digits
    order = f"regexp_replace({x}, '^([0-9][0-9])[.]([0-9][0-9])[.]([0-9]{{4}})', '\\3-\\2-\\1')"
    return f"CASE WHEN count({value}) = count({x}) THEN {digits} ELSE arg_{take.how}({x}, {order}) END"


def _unmatched(take: Taken, x: str) -> str:
    """No match leaves a column empty; but nothing counted is zero."""
    return f"coalesce({x}, '0')" if take.how.startswith("count") else x


def _whole(row: Broken) -> Text:
    why = explain(row.code, "", row.value)
    return Text(en=f"{why.en} {JOINED.en}", de=f"{why.de} {JOINED.de}")


JOINED = Text(
    en="A file that others are joined with has to be sound as a whole; please mend or remove the row.",
    de="Eine Datei, aus der andere ergänzt werden, muss ganz in Ordnung sein; bitte berichtigen oder entfernen Sie die "
    "Zeile.",
)
